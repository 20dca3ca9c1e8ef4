"""What a sentence speaks of, in terms no language changes: events, things, people, countries, from lexicons.

With these a report in Turkish and one in Spanish can be compared without translation, as far as the lists reach.
"""

import functools
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.corroborate import wording
from sayso.corroborate.country_names import places
from sayso.corroborate.terms import Found, Terms, words_of

_COUNTABLE = ("state", "person", "thing")  # measures that are things to speak of, not units
_LISTS = ("events", "opposites", "subjects")
_LONGEST = 4000
NEARLY_ALL = 0.75  # share of the tellings that name an event before one of them may speak for all with it


def _listed(kind: str) -> Iterator[tuple[str, dict[str, str]]]:
    """(concept, its forms by language) of one kind: events, things or manners."""
    for name in _LISTS:
        for concept, forms in lexicon.load(name).tables.get(kind, {}).items():
            yield str(concept), forms


def entries(language: str) -> Iterator[tuple[str, str]]:
    """(concept, form) pairs of one language: events, people of some kind, things, and what befell people."""
    for concept in lexicon.load("measures").tables["concept"]:
        if concept["kind"] in _COUNTABLE:
            for form in concept.get(language, ()):
                yield str(concept["name"]), str(form)
    for kind in ("events", "things", "manners"):
        for name, forms in _listed(kind):
            for form in str(forms.get(language, "")).split("|"):
                if form:
                    yield name, form


@functools.cache
def _terms(language: str) -> Terms:
    return Terms.of(language, entries(language))


@functools.cache
def known(language: str) -> frozenset[str]:
    """The concepts that have a form in `language`: one that has none there has not been left unsaid."""
    return frozenset(concept for concept, _ in entries(language))


@functools.cache
def _manners() -> frozenset[str]:
    return frozenset(name for name, _ in _listed("manners"))


@functools.cache
def _events() -> frozenset[str]:
    return frozenset(name for name, _ in _listed("events"))


@functools.cache
def _topical() -> frozenset[str]:
    return _measured(*_COUNTABLE) | frozenset(lexicon.load("events").tables["events"])


@functools.cache
def _measured(*kinds: str) -> frozenset[str]:
    return frozenset(str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] in kinds)


@functools.cache
def known_events() -> frozenset[str]:
    """The concepts that are something happening, or a thing or kind of people it happens to."""
    return event_names() | thing_names()


@functools.cache
def known_measures() -> frozenset[str]:
    """The measures that the lexicon has; any other is a noun as printed."""
    return frozenset(str(c["name"]) for c in lexicon.load("measures").tables["concept"])


@functools.cache
def _tellable() -> frozenset[str]:
    """Events and things, an attack and a drone; not what befell people, which a toll counts."""
    return (_measured("thing") | _events()) - state_names()


@functools.cache
def state_names() -> frozenset[str]:
    """What befalls people: killed, injured, arrested."""
    return _measured("state")


@functools.cache
def people_names() -> frozenset[str]:
    """The measures that count people, whoever they are and whatever befell them."""
    return _measured("person", "state")


@functools.cache
def event_names() -> frozenset[str]:
    """The concepts that are something happening, or what befell people: crash, launch, killed."""
    return state_names() | _events()


def adds(one: frozenset[str], told: Sequence[frozenset[str]]) -> int:
    """How many events and things `one` tells that a good part of `told` does not: "the attack" where others do not."""
    return sum(sum(event in other for other in told) < NEARLY_ALL * len(told) for event in one & _tellable())


@functools.cache
def thing_names() -> frozenset[str]:
    """The concepts that are people of some kind, or things: prisoner, missile; not just "person"."""
    things = frozenset(name for name, _ in _listed("things"))
    return (_measured("person", "thing") | things) - {"person"}


@functools.cache
def implications() -> tuple[tuple[str, str], ...]:
    """(event, what it says besides itself): what is shot down is hit."""
    return tuple(sorted(lexicon.load("events").tables["implies"].items()))


@functools.lru_cache(maxsize=50_000)
def _found(text: str, language: str) -> tuple[Found, ...]:
    return tuple(_terms(wording.primary(language)).find(words_of(text[:_LONGEST])))


@functools.lru_cache(maxsize=50_000)
def subjects(text: str, language: str) -> frozenset[str]:
    """All that `text` speaks of, countries by their codes; empty where no list knows the language."""
    found = {hit.concept for hit in _found(text, language)} - _manners()
    implied = {other for event, other in implications() if event in found}
    return frozenset(found | implied | {code for code, _ in places(text[:_LONGEST])})


def listed(text: str, language: str) -> bool:
    """Whether a list knows some of `text`, be it something that happens, a thing or a manner."""
    return bool(_found(text, language))


def concepts(text: str, language: str) -> frozenset[str]:
    """Of these what a conflict or a disaster turns on, in so many languages that it tells topics apart in any two.

    With the other lists, which know eleven languages, of 105 rival figures of one case 45 were found, not 57.
    """
    return frozenset(subject for subject in subjects(text, language) if subject in _topical() or subject.isupper())


@functools.lru_cache(maxsize=50_000)
def senses(text: str, language: str) -> frozenset[str]:
    """The words of `text` by what they mean as far as a list knows it, by their stems where none does.

    So "brought down" and "downed" are one word of two texts, and "shoots down" no three.
    """
    lang, words, hits = wording.primary(language), words_of(text[:_LONGEST]), _found(text, language)
    meant = {place for hit in hits for place in hit.places}
    dull = wording.function_words(lang)
    plain = " ".join(word for at, word in enumerate(words) if at not in meant and word not in dull)
    named = {hit.concept for hit in hits}
    named |= {other for event, other in implications() if event in named}
    return frozenset({f"+{concept}" for concept in named}.union(wording.content_stems(plain, lang)))


@functools.cache
def _opposed() -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in lexicon.load("opposites").tables["pairs"]["opposed"])


@functools.lru_cache(maxsize=50_000)
def opposites(text: str, language: str) -> frozenset[tuple[str, int]]:
    """The sides of opposed pairs that `text` takes, as (pair, side); a pair with both sides present is left out."""
    found = {hit.concept for hit in _found(text, language)}
    taken = ((one, other) for one, other in _opposed() if (one in found) != (other in found))
    return frozenset((f"{one}/{other}", int(other in found)) for one, other in taken)


_MADE = frozenset({"missile", "drone", "bomb", "tank", "aircraft", "helicopter", "ship", "vehicle", "train", "bus"})


def things_in(text: str, language: str) -> frozenset[str]:
    """The made things that `text` names, of the kinds that have names and types of their own."""
    return subjects(text, language) & _MADE
