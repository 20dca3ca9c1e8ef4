"""What may be counted: people, what befell them, things, units and money, with their words in each language."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.number_words import number_words
from sayso.annotate.phrases import PhraseTable, primary, tokenise, word_set


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the lexicon: `kind` is person, state, thing, unit, rate or money."""

    name: str
    kind: str
    rank: int
    unit: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a numeral counts; `concept` is None where the noun is given as printed, or there is none."""

    measure: str
    unit: str | None
    concept: Concept | None


NOTHING = Counted("", None, None)
DEAD = Concept("killed", "state", 0, None)
AGE = Counted("age", "a", Concept("age", "unit", 7, "a"))
PERSONS = Counted("person", None, Concept("person", "person", 1, None))


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The concepts' forms in one language."""

    language: str
    concepts: PhraseTable[Concept]
    clause_ends: PhraseTable[bool]
    heads: PhraseTable[bool]
    age_leads: PhraseTable[bool]


@functools.cache
def measure_words(language: str) -> MeasureWords:
    """The forms known in `language`; of an unknown one the symbols that all share ("km", "%")."""
    code = primary(language)
    tables = lexicon.load("measures").tables
    forms: list[tuple[str, Concept]] = []
    for entry in tables["concept"]:
        concept = Concept(entry["name"], entry["kind"], entry["rank"], entry.get("unit"))
        forms.extend((form, concept) for form in (*entry.get(code, ()), *entry.get("any", ())))
    forms.extend(_dual_forms(code, PhraseTable(forms)))
    ends, heads, ages = (word_set(tables[name].get(code, ())) for name in ("clause_ends", "heads", "age_leads"))
    return MeasureWords(code, PhraseTable(forms), ends, heads, ages)


def _dual_forms(code: str, concepts: PhraseTable[Concept]) -> Iterator[tuple[str, Concept]]:
    """The forms that say of a concept that there are two of it: "صاروخين"."""
    words = number_words(code)
    for form, singular in words.duals.items() if words else ():
        tokens = tokenise(singular)
        found = concepts.match(tokens, 0)
        if found and found[0] == len(tokens):
            yield form, found[1]
