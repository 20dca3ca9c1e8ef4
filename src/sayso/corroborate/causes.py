"""By what it happened, as accounts tell it: a drone, a gas explosion, a technical failure.

Only a mention that names an incident and one kind of cause takes a side; what it denies is not its own. Two kinds are
rivals if two mentions speak of one event and no account names both together.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso import lexicon
from sayso.corroborate.agreement import NEUTRAL, Rarity
from sayso.corroborate.concepts import entries, thing_names
from sayso.corroborate.denial import asserted_part, denied_part
from sayso.corroborate.differences import Stated
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.surroundings import heads
from sayso.corroborate.topics import Topic, compare, context, gathered
from sayso.model import Contradiction
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import Aspect, Bound, Difference, Mode

MIN_CONTEXT = 0.3  # what two mentions must share, beside the cause, to speak of one event
MIN_OF_WEAPONS = 0.7  # the same for a drone and a missile, of which a war has many in every text
NEAR = 60  # code points between a cause and the harm it did: "a drone launched from Ostwick slammed into"
_HARM = frozenset({"explosion", "crash", "fire", "destroy", "hit", "attack", "shot_down", "flood", "killed"})
_ON_PURPOSE = frozenset({"attack", "hit", "shot_down"})  # no accident does these
_BY_NATURE = frozenset({"flood"})  # and this no weapon
_ALIKE = {"bomb", "shelling"}  # shells are both
_EFFECTS = frozenset({"leak"})
_CARGO = "carry"  # "the plane carried missiles": what it carried is not what hit it
_LONGEST = 4000


@functools.cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = lexicon.load("causes").tables
    forms = {str(kind): str(ways.get(language, "")).split("|") for kind, ways in tables["causes"].items()}
    measured = {str(c["name"]): c.get(language, ()) for c in lexicon.load("measures").tables["concept"]}
    forms |= {str(kind): list(measured.get(kind, ())) for kind in tables["measures"]["kinds"]}
    listed = {kind: ways for kind, found in sorted(forms.items()) if (ways := list(filter(None, found)))}
    return tuple((kind, whole_words(any_of(ways), language)) for kind, ways in listed.items())


@functools.cache
def _accidents() -> frozenset[str]:
    return frozenset(lexicon.load("causes").tables["accidents"]["kinds"])


@functools.lru_cache(maxsize=50_000)
def causes_in(text: str, language: str) -> frozenset[str]:
    """The kinds of cause that `text` names."""
    low = folded(text[:_LONGEST])
    return frozenset(kind for kind, pattern in _patterns(language) if pattern.search(low))


def _asserted(profile: Profile) -> frozenset[str]:
    """The kinds that a mention affirms of an incident: none where it asks, carries, or denies them."""
    if profile.mode is Mode.QUESTION or not profile.neutral & _HARM or _CARGO in profile.neutral or profile.rejects:
        return frozenset()
    text, language = profile.mention.span.exact, profile.language
    named = frozenset(kind for kind in causes_in(text, language) if _stands_by_harm(kind, text, language))
    if named and profile.negated:
        named -= causes_in(denied_part(text, language), language) - causes_in(asserted_part(text, language), language)
    return named


@functools.cache
def _harm(language: str, *, by_accident: bool) -> re.Pattern[str] | None:
    done = _HARM - (_ON_PURPOSE if by_accident else _BY_NATURE)
    forms = [form for name, form in entries(language) if name in done]
    return whole_words(any_of(forms), language) if forms else None


def _stands_by_harm(kind: str, text: str, language: str) -> bool:
    """Whether a cause and a word of harm stand close together: "drone footage" of what lies collapsed harms nobody."""
    low, harm = folded(text[:_LONGEST]), _harm(language, by_accident=kind in _accidents())
    pattern = dict(_patterns(language))[kind]
    if harm is None:
        return False
    struck = [match.span() for match in harm.finditer(low)]
    named = [match.span() for match in pattern.finditer(low)]
    return any(max(start - end_, start_ - end) <= NEAR for start_, end_ in named for start, end in struck)


def cause_differences(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Contradiction]:
    """What accounts of one event say it was done by, one record for each verdict."""
    told = [(profile, kinds) for profile in profiles if (kinds := _asserted(profile))]
    together = {pair for _, kinds in told for pair in combinations(sorted(kinds), 2)}
    nothing = Figure(measure="cause", low=None, high=None, bound=Bound.EXACT)
    stated = [
        Stated(nothing, profile, kind.replace("_", " ")) for profile, kinds in told if len(kinds) == 1 for kind in kinds
    ]

    def verdict(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
        one, other = sorted(side[0].label.replace(" ", "_") for side in (ours, theirs))
        if (one, other) in together:
            return Difference.SCOPE, "an account names both together"
        return Difference.CONFLICT, "the accounts of one event name different causes"

    above = heads(profiles)
    settings = {s.profile.id: _setting(s.profile, above) for s in stated}

    def same(one: Stated, other: Stated, rarity: Rarity) -> bool:
        if {one.label, other.label} == _ALIKE:
            return False
        weapons = not {one.label.replace(" ", "_"), other.label.replace(" ", "_")} & _accidents()
        enough = MIN_OF_WEAPONS if weapons else MIN_CONTEXT
        return _one_event(settings[one.profile.id], settings[other.profile.id], rarity, enough)

    for values, direct in gathered(stated, rarity, same):
        topic = Topic(aspect=Aspect.CAUSE, name="cause", values=values, direct=direct, loose=False)
        yield from compare(topic, verdict)


def _one_event(one: frozenset[str], other: frozenset[str], rarity: Rarity, enough: float) -> bool:
    """Whether two settings are of one incident: its kind, and a place, a name or a thing that it befell."""
    if not one & other & _HARM:
        return False
    meaning, shared = rarity.overlap(NEUTRAL, one, other)
    named = [c for c in shared if c[0] in "@#" or (c in thing_names() and c not in _HARM)]
    return bool(named) and meaning >= enough


def _setting(profile: Profile, heads: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What a mention and the head of its article speak of beside causes: the head says what event it is about."""
    told = context(profile) | frozenset(c for c in heads.get(profile.article.id, ()) if c[0] not in "=~")
    return told - frozenset(kind for kind, _ in _patterns(profile.language)) - _EFFECTS
