"""What a sentence speaks of, in terms no language changes: events, things, people, countries, from lexicons.

With these a report in Turkish and one in Spanish can be compared without translation, as far as the lists reach.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.corroborate import wording
from sayso.corroborate.source_names import places
from sayso.phrases import any_of, folded, whole_words

_COUNTABLE = frozenset({"state", "person", "thing"})  # measures that are things to speak of, not units
_LONGEST = 4000
NEARLY_ALL = 0.75  # share of the tellings that name an event before one of them may speak for all with it


def entries(language: str) -> Iterator[tuple[str, str]]:
    """(concept, form) pairs of one language: events, people of some kind, things, and what befell people."""
    for concept in lexicon.load("measures").tables["concept"]:
        if concept["kind"] in _COUNTABLE:
            for form in concept.get(language, ()):
                yield str(concept["name"]), str(form)
    for name, forms in lexicon.load("events").tables["events"].items():
        for form in str(forms.get(language, "")).split("|"):
            if form:
                yield str(name), form


@functools.cache
def _pattern(language: str) -> re.Pattern[str] | None:
    forms: dict[str, list[str]] = {}
    for concept, form in entries(language):
        forms.setdefault(concept, []).append(form)
    if not forms:
        return None
    groups = (f"(?P<{concept}>{any_of(ways)})" for concept, ways in sorted(forms.items()))
    return whole_words("|".join(groups), language)


@functools.cache
def _tellable() -> frozenset[str]:
    """Events and things, an attack and a drone; not what befell people, which a toll counts."""
    things = {str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] == "thing"}
    return frozenset(things.union(lexicon.load("events").tables["events"])) - _states()


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] == "state")


@functools.cache
def event_names() -> frozenset[str]:
    """The concepts that are something happening, or what befell people: crash, launch, killed."""
    return frozenset(_states() | lexicon.load("events").tables["events"].keys())


def adds(one: frozenset[str], told: Sequence[frozenset[str]]) -> int:
    """How many events and things `one` tells that a good part of `told` does not: "the attack" where others do not."""
    return sum(sum(event in other for other in told) < NEARLY_ALL * len(told) for event in one & _tellable())


@functools.cache
def thing_names() -> frozenset[str]:
    """The concepts that are people of some kind, or things: prisoner, missile; not just "person"."""
    kinds = {str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] in {"person", "thing"}}
    return frozenset(kinds - {"person"})


@functools.cache
def implications() -> tuple[tuple[str, str], ...]:
    """(event, what it says besides itself): what is shot down is hit."""
    return tuple(sorted(lexicon.load("events").tables["implies"].items()))


@functools.lru_cache(maxsize=50_000)
def concepts(text: str, language: str) -> frozenset[str]:
    """The concepts that `text` names, countries by their codes; empty where no list knows the language."""
    pattern = _pattern(wording.primary(language))
    plain = folded(text[:_LONGEST])
    found = {match.lastgroup for match in pattern.finditer(plain) if match.lastgroup} if pattern else set()
    implied = {other for event, other in implications() if event in found}
    return frozenset(found | implied | {code for code, _ in places(text[:_LONGEST])})
