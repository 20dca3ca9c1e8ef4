"""Who did it, as accounts of one deed tell in any two languages: rival actors, or said by one and denied by the other.

Two mentions are of one deed where they name the same deed, a place or name in common, and nothing else that it befell.
One actor that may include the other ("the army", "Norwegian forces") is no conflict, nor is a denial beside the name of
another.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.corroborate import sounding
from sayso.corroborate.actors import Actor, relation
from sayso.corroborate.concepts import state_names, subjects, thing_names
from sayso.corroborate.country_names import places
from sayso.corroborate.deed import Deed
from sayso.corroborate.deeds import deeds_of
from sayso.corroborate.families import Partition
from sayso.corroborate.folding import folded
from sayso.corroborate.incidents import INCIDENTS
from sayso.corroborate.profile import Profile
from sayso.corroborate.quoted import against, clip
from sayso.corroborate.vetoes import times_meet
from sayso.letters import IN_WORD
from sayso.model import AccountValue, Contradiction, Reason
from sayso.vocab import Aspect, Difference

_WORD = re.compile(f"{IN_WORD}+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_CASELESS = frozenset({"ar", "zh"})
_HAN_NAMES = range(2, 7)  # characters of a foreign name in Chinese
_SHORT = 3  # letters of a word that is too short to be known by its sound
_LONGEST = 600
_ONCE = frozenset({"shot_down", "blow_up", "sink", "burn"})  # what is done to a thing once
_NAMES = 2  # names in common that tell one shelling from the next, where nothing tells what it befell
_MOST = 400  # mentions of one deed that are compared with one another
_WHO = frozenset(
    {"soldier", "militant", "police", "escort", "crew", "army", "person", "rebel", "terrorist"}
)  # may be the actor
_MEANS = frozenset({"weapon", "missile", "ammunition", "drone_strike"})  # what it was done with, not to
_PREFIXES = re.compile(r"^[وفبلك]?(?:ال|لل)?")


@dataclass(frozen=True, slots=True)
class Told:
    """A deed in one mention, and what tells which deed it is: the names it gives and what it befell."""

    deed: Deed
    profile: Profile
    names: tuple[str, ...]
    things: frozenset[str]


def actor_differences(profiles: Sequence[Profile]) -> Iterator[Contradiction]:
    """One record for each deed whose accounts name different actors, and one for each that is said and denied."""
    by_deed: dict[str, list[Told]] = defaultdict(list)
    for profile in profiles:
        for deed in deeds_of(profile):
            if len(by_deed[deed.what]) < _MOST:
                by_deed[deed.what].append(_told(deed, profile))
    for what, told in sorted(by_deed.items()):
        rivals, denials = _compared(told)
        yield from _conflicts(what, told, rivals)
        yield from _denied(what, told, denials)


def _told(deed: Deed, profile: Profile) -> Told:
    text = profile.mention.span.exact[:_LONGEST]
    own = {folded(word) for word in _WORD.findall(deed.actor.words)}
    names = tuple(dict.fromkeys(word for word in _names(text, profile) if folded(word) not in own))
    if not names and deed.what in _ONCE:  # its head says what event it is about, but a war has many shellings
        lead = profile.article.text[:_LONGEST]
        names = tuple(dict.fromkeys(word for word in _names(lead, profile) if folded(word) not in own))
    near = subjects(deed.near, profile.language)
    things = (near & thing_names()) - state_names() - INCIDENTS - _WHO - _MEANS
    things -= subjects(deed.actor.words, profile.language)
    return Told(deed, profile, names, things)


def _names(text: str, profile: Profile) -> Iterator[str]:
    """The words of a text that may be names: with a capital, and no state."""
    if profile.language in _CASELESS:
        return
    known = {folded(part) for name in profile.names.values() for part in _WORD.findall(name)}
    for word in _WORD.findall(text):
        named = folded(word) in known or (word[:1].isupper() and profile.language != "de")
        if named and len(word) > _SHORT and not places(word):
            yield word


def _compared(told: Sequence[Told]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs of one deed that name rival actors, and those of which the first says and the second denies."""
    rivals, denials = [], []
    for at, one in enumerate(told):
        for nth, other in enumerate(told[at + 1 :], start=at + 1):
            if _one_voice(one.profile, other.profile):
                continue
            related = relation(one.deed.actor, other.deed.actor)
            if not one.deed.denied and not other.deed.denied:
                if related == "other" and _one_deed(one, other):
                    rivals.append((at, nth))
            elif one.deed.denied != other.deed.denied and related == "one" and _one_deed(one, other):
                denials.append((nth, at) if one.deed.denied else (at, nth))
    return rivals, denials


def _one_voice(one: Profile, other: Profile) -> bool:
    same = one.mention.article_id == other.mention.article_id
    return same and (
        one.mention.attribution_id == other.mention.attribution_id or one.mention.span.overlaps(other.mention.span)
    )


def _one_deed(one: Told, other: Told) -> bool:
    things = one.things & other.things
    if one.things and other.things and not things:
        return False
    times = one.profile.times, other.profile.times
    dated = bool(times[0] and times[1])
    if dated and not any(times_meet(a, b) for a in times[0] for b in times[1]):
        return False
    denied = one.deed.denied != other.deed.denied  # what is denied is what was said
    enough = 1 if things or dated or denied or one.deed.what in _ONCE else _NAMES
    return _shared_names(one, other) >= enough


def _shared_names(one: Told, other: Told) -> int:
    """How many names two accounts have in common, in whatever spelling or script."""
    languages = {one.profile.language, other.profile.language}
    if languages in ({"zh"}, {"ar"}):
        return int(bool(one.things & other.things) and bool(one.profile.stem_set & other.profile.stem_set))
    for named, told in ((one, other), (other, one)):
        text = told.profile.mention.span.exact[:_LONGEST]
        if told.profile.language == "zh":
            return sum(_stands_in_chinese(name, text) for name in named.names)
        if told.profile.language == "ar":
            return sum(_stands_in_arabic(name, text) for name in named.names)
    return sum(any(_alike(name, held) for held in other.names) for name in one.names)


def _alike(one: str, other: str) -> bool:
    if sounding.alike(one, other):
        return True
    short = {way[:4] for way in sounding.readings(one) if len(way) >= 4 and way.isupper()}
    return any(way[:4] in short for way in sounding.readings(other) if len(way) >= 4 and way.isupper())


def _stands_in_arabic(name: str, text: str) -> bool:
    return any(_alike(name, word) for word in _arabic_words(text))


@functools.lru_cache(maxsize=2_000)
def _arabic_words(text: str) -> frozenset[str]:
    """The words of an Arabic text, each with and without the particles written onto it."""
    words = _WORD.findall(text)
    return frozenset(words) | {_PREFIXES.sub("", word) for word in words}


def _stands_in_chinese(name: str, text: str) -> bool:
    return not sounding.as_chinese(name).isdisjoint(_chinese_sounds(text))


@functools.lru_cache(maxsize=2_000)
def _chinese_sounds(text: str) -> frozenset[str]:
    """What any stretch of a Chinese text that is as long as a name may sound like."""
    return frozenset(
        way
        for run in _HAN.findall(text)
        for start in range(len(run))
        for length in _HAN_NAMES
        if start + length <= len(run)
        for way in sounding.as_chinese(run[start : start + length])
    )


def _conflicts(what: str, told: Sequence[Told], rivals: Sequence[tuple[int, int]]) -> Iterator[Contradiction]:
    """One record for each set of mentions that rival pairs join: the actors, each with all that name it."""
    joined: Partition[int] = Partition()
    for one, other in rivals:
        joined.merge(one, other)
    for members in joined.sets():
        sides = _sides([told[at] for at in sorted(members, key=lambda at: told[at].profile.order)])
        if len(sides) < 2 or len({t.profile.mention.article_id for side in sides for t in side}) < 2:
            continue
        yield _record(what, sides, Aspect.ACTOR, "the accounts of one deed name different actors")


def _sides(told: Sequence[Told]) -> list[list[Told]]:
    """Those who name one actor, or one that may include it, together; the most numerous first.

    Forces of no named state may be those of any that is named: they stand with the only one, or with none.
    """
    sides: list[list[Told]] = []
    for one in sorted(told, key=lambda t: not t.deed.actor.state):
        fits = [s for s in sides if all(relation(one.deed.actor, o.deed.actor) != "other" for o in s)]
        if not fits:
            sides.append([one])
        elif len(fits) == 1:
            fits[0].append(one)
    return sorted(sides, key=lambda side: -len(side))


def _denied(what: str, told: Sequence[Told], denials: Sequence[tuple[int, int]]) -> Iterator[Contradiction]:
    joined: Partition[tuple[str, int]] = Partition()
    for said, denied in denials:
        joined.merge(("said", said), ("denied", denied))
    for members in joined.sets():
        sides = [
            sorted((told[at] for way, at in members if way == kind), key=lambda t: t.profile.order)
            for kind in ("said", "denied")
        ]
        yield _record(what, sides, Aspect.POLARITY, "one says that they did it, the other denies it")


def _record(what: str, sides: Sequence[Sequence[Told]], aspect: Aspect, why: str) -> Contradiction:
    deed = what.replace("_", " ")
    things = sorted(frozenset.intersection(*(t.things for side in sides for t in side)))
    topic = " ".join([deed, *things[:1]]).replace("_", " ")
    if aspect is Aspect.ACTOR:
        values = [_shown([t.deed.actor for t in side]) for side in sides]
        explanation = f"Accounts of one deed ({topic}) name different actors: {' – '.join(values)}."
    else:
        values = [clip(side[0].profile.mention.span.exact) for side in sides]
        explanation = f"Some accounts say, others deny who did it ({topic}): {against(*values)}"
    return Contradiction(
        aspect=aspect,
        topic=topic,
        verdict=Difference.CONFLICT,
        values=tuple(
            AccountValue(value=value, mention_ids=tuple(dict.fromkeys(t.profile.id for t in side)))
            for value, side in zip(values, sides, strict=True)
        ),
        explanation=explanation,
        reasons=(
            Reason(
                code=Difference.CONFLICT.value,
                detail=why,
                evidence=tuple(dict.fromkeys(side[0].profile.id for side in sides)),
            ),
        ),
    )


def _shown(actors: Sequence[Actor]) -> str:
    """The words for an actor that most use, in letters that most can read."""
    counted = Counter(actor.words for actor in actors)
    return min(counted, key=lambda words: (not words.isascii(), -counted[words], -len(words), words))
