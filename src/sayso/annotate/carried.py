"""A bare number that gives another count of those the sentence before counts.

"The ministry counts 31 dead. The rebels have not moved from nine", "Der Rettungsdienst zählt 24": who died or was hurt
is not said again. A bare number may be anything, so it must close its clause and be led to as a count is.
"""

import functools
from collections.abc import Sequence

from sayso import lexicon
from sayso.annotate.counted import NOTHING, Counted
from sayso.annotate.cues import grammar
from sayso.annotate.number_words import NumberWords
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set

_FROM = frozenset(
    ("from", "von", "bei", "de", "da", "desde", "z", "ze", "od", "с", "со", "от", "з", "від", "van", "från")
)
_TO = frozenset(("to", "at", "by", "on", "auf", "à", "a", "em", "para", "do", "na", "до", "на", "op", "naar", "till"))
_PEOPLE = frozenset({"state", "person"})
_AMOUNTS = frozenset(
    {"cubic_metre", "tonne", "litre", "barrel", "hectare", "square_kilometre", "millimetre", "milligram"}
)
_LONGEST_LEAD = 4  # tokens of "puts the figure at"
_CHANGE_REACH = 6  # tokens from "raised" to "to 24": "l'ont toutefois porté à 24"


def resumes(
    tokens: Sequence[Token],
    numeral: Numeral,
    words: NumberWords | None,
    language: str,
    dated: Sequence[tuple[int, int]],
    known: Counted,
) -> bool:
    """Whether a number without a noun closes its clause and is led to by a verb of counting, "from" or "rose to".

    People at large are counted again only behind words for giving a figure: "from 40" may be anything.
    """
    if not numeral.first or words is None or numeral.is_one or numeral.is_vague:
        return False
    if not closes(tokens, numeral.last, dated):
        return False
    before = tokens[numeral.first - 1].word
    if leads(primary(language)).ending_at(tokens, numeral.first, _LONGEST_LEAD):
        return True
    if known.concept is not None and known.concept.kind == "person":
        return False
    if before in _FROM or before in _counting(primary(language)):
        return True
    near = range(max(0, numeral.first - _CHANGE_REACH), numeral.first)
    return before in _TO and any(words.change.match(tokens, at) or tokens[at].word in _FROM for at in near)


def closes(tokens: Sequence[Token], last: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing that could be a noun follows: a mark, a date, or where the count went to."""
    if last >= len(tokens) or any(first == last for first, _ in dated):
        return True
    return tokens[last].word in _TO or (
        not tokens[last].is_word and not tokens[last].is_number and tokens[last].word != "-"
    )


@functools.cache
def _counting(language: str) -> frozenset[str]:
    known = grammar(language)
    return frozenset(known.words["tallying"]) if known else frozenset()


@functools.cache
def leads(language: str) -> PhraseTable[bool]:
    """Words for giving a figure, with the preposition that stands before it."""
    forms = str(lexicon.load("counts_again").tables["lead"].get(language, ""))
    return word_set(form for form in forms.split("|") if form)


def carried(found: Sequence[Counted]) -> Counted:
    """What a sentence hands on: the one thing it counts, if that is people, what befell them, or an amount."""
    named = [(c, c.concept) for c in found if c.concept]
    handed = {concept.name: c for c, concept in named if concept.kind in _PEOPLE or concept.name in _AMOUNTS}
    if len(handed) != 1:
        return NOTHING
    name, counted = handed.popitem()
    return Counted(name, counted.unit, counted.concept)
