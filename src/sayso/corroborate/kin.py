"""Counts that are kin: of the same people told in different states, which news easily mixes up.

Aboard and dead; a crew and the bodies that are set beside it; and what became of remains: fragments, bodies, matches,
those identified, handed over, buried; shells, blasts and craters. Each is a scope of its own; none contradicts another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.corroborate.agreement import NEUTRAL, Rarity
from sayso.corroborate.concepts import event_names
from sayso.corroborate.differences import PEOPLE, Stated, is_people, size
from sayso.corroborate.families import Partition
from sayso.corroborate.profile import Profile, plural
from sayso.corroborate.surroundings import around
from sayso.corroborate.topics import Topic, context, contradiction, value_label
from sayso.model import Contradiction, Reason
from sayso.vocab import Aspect, Difference

MIN_ABOARD_SHARE = 0.7  # 63 dead and 74 aboard may be two tellings of one number; 12 dead and 74 aboard are not
MIN_ABOARD = 10.0
MOST_KIN = 12  # values of kin counts that a reader can hold together; where there are more they are no one matter
MIN_REMAINS_CONTEXT = 0.1  # what two tellings of remains must share besides: a place, a type, an event
STRIKES = frozenset({"bomb", "explosion", "crater", "trajectory"})  # what was fired, heard, left and tracked
MOST_STRIKES = 8  # values of these in a case of one strike; where there are more, there were many
_CLOSED = ("crew", "passenger", "prisoner", "hostage")
_REMAINS = frozenset({"body", "fragment", "match"})
_FATES = frozenset({"identify", "bury", "hand_over"})


def kin_differences(by_measure: Mapping[str, Sequence[Stated]], rarity: Rarity) -> Iterator[Contradiction]:
    """The counts of people in different states that lie close or are set beside each other, one record each."""
    yield from _aboard_against_dead(by_measure.get(PEOPLE, ()), by_measure.get("killed", ()))
    for group in _CLOSED:
        yield from _group_against_bodies(group, by_measure.get(group, ()), by_measure.get("body", ()))
    yield from _remains(by_measure, rarity)
    yield from _strikes(by_measure)


def _told(name: str, values: Mapping[str, Sequence[Stated]], why: str) -> Iterator[Contradiction]:
    articles = {s.profile.mention.article_id for kept in values.values() for s in kept}
    if len(values) < 2 or len(values) > MOST_KIN or len(articles) < 2:
        return
    topic = Topic(aspect=Aspect.NUMBER, name=name, values=values, direct=frozenset())
    shown = sorted(values, key=lambda value: (-len(values[value]), value))
    yield contradiction(topic, Difference.SCOPE, shown, [Reason(code=Difference.SCOPE.value, detail=why)])


def _aboard_against_dead(people: Sequence[Stated], dead: Sequence[Stated]) -> Iterator[Contradiction]:
    """Numbers of people and numbers of dead that lie close."""
    values: dict[str, list[Stated]] = defaultdict(list)
    for one in people:
        for other in dead:
            low, high = sorted((one.figure.low or 0.0, other.figure.low or 0.0))
            if low < high and low >= MIN_ABOARD_SHARE * high and high >= MIN_ABOARD:
                values[f"{value_label(one.figure)} people"].append(one)
                values[f"{value_label(other.figure)} dead"].append(other)
    yield from _told("people and dead", values, "one counts people, the other those who died")


def _group_against_bodies(group: str, counted: Sequence[Stated], bodies: Sequence[Stated]) -> Iterator[Contradiction]:
    """Bodies that an account sets beside a closed group: "five bodies, which matches the size of the crew"."""
    beside = [s for s in bodies if group in around(s.profile)]
    if not beside or not counted:
        return
    values: dict[str, list[Stated]] = defaultdict(list)
    for stated, noun in (*((s, "body") for s in beside), *((s, group) for s in counted)):
        values[_counted(stated, noun)].append(stated)
    yield from _told(f"{plural(group, None)} and bodies", values, "one counts bodies, the other those aboard or held")


def _strikes(by_measure: Mapping[str, Sequence[Stated]]) -> Iterator[Contradiction]:
    """Shells that were fired, blasts that were heard and craters that were found, where their numbers differ."""
    values: dict[str, list[Stated]] = defaultdict(list)
    told = [s for measure in sorted(STRIKES) for s in by_measure.get(measure, ()) if size(s.figure) > 1]
    for stated in told:
        values[_counted(stated, stated.figure.measure)].append(stated)
    numbers = {size(s.figure) for s in told}
    if len({s.figure.measure for s in told}) > 1 and len(numbers) > 1 and len(values) <= MOST_STRIKES:
        why = "shells fired, blasts heard and craters found are counted apart"
        yield from _told("shells, blasts and craters", values, why)


def _counted(stated: Stated, noun: str) -> str:
    return f"{value_label(stated.figure)} {plural(noun, stated.figure.high)}"


def _is_kin(measure: str) -> bool:
    return measure in _REMAINS or is_people(measure)


def _tells_of_remains(profile: Profile) -> bool:
    """Whether a mention speaks of remains: of bodies, of identifying or burying; not of the fragments of a missile."""
    return bool(profile.neutral & {"body", "match", "bury"}) or {"fragment", "identify"} <= profile.neutral


def _fates(profile: Profile) -> frozenset[str]:
    """What a mention says became of remains."""
    return profile.neutral & (_REMAINS | _FATES)


def _remains(by_measure: Mapping[str, Sequence[Stated]], rarity: Rarity) -> Iterator[Contradiction]:
    """Counts of fragments, bodies and matches, and of people in mentions that speak of their remains."""
    told: list[Stated] = []
    for measure, statements in sorted(by_measure.items()):
        told += [s for s in statements if measure == "body" or (_is_kin(measure) and _tells_of_remains(s.profile))]
    profiles = {s.profile.id: s.profile for s in told}
    together: Partition[str] = Partition(profiles)
    ordered = sorted(profiles.values(), key=lambda p: p.order)[: MOST_KIN * MOST_KIN]
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            if _one_matter(left, right, rarity):
                together.merge(left.id, right.id)
    for members in together.sets():
        values: dict[str, list[Stated]] = defaultdict(list)
        for stated in told:
            if stated.profile.id in members and size(stated.figure) > 0:
                values[_counted(stated, stated.figure.measure)].append(stated)
        kinds = {fate for member in members for fate in _fates(profiles[member])}
        if len(kinds) > 1:
            why = "fragments, bodies, matches and the buried are counted apart"
            yield from _told("remains", values, why)


def _one_matter(left: Profile, right: Profile, rarity: Rarity) -> bool:
    """Whether two mentions tell of the remains of one event, as far as what they name besides shows."""
    if left.mention.article_id == right.mention.article_id:
        return True
    ours, theirs = (context(profile) - _REMAINS - _FATES for profile in (left, right))
    meaning, shared = rarity.overlap(NEUTRAL, ours, theirs)
    return meaning >= MIN_REMAINS_CONTEXT and any(c[0] in "@#" or c not in event_names() for c in shared)
