"""Topics that grow by what answers their question elsewhere, and topics of questions that no list knows.

Lists say what a figure counts, surely and of few things; a network says of any two figures whether they answer one
question (`sayso.corroborate.asked_groups`). What it finds one with a topic of a list joins that, and is compared so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

import numpy as np

from sayso.corroborate.asked import CLOCK, Answer, commonest, unit_of
from sayso.corroborate.asked_groups import Group
from sayso.corroborate.asked_odds import APART
from sayso.corroborate.counted_states import speaks_of_others
from sayso.corroborate.differences import (
    PEOPLE,
    TOLLS_APART,
    TOO_FAR,
    Key,
    Stated,
    difference,
    is_free,
    is_known,
    is_people,
    is_tally,
    size,
    topic_of,
)
from sayso.corroborate.dimensions import COUNT, MONEY, dimension_of, in_unit, symbol_of
from sayso.corroborate.distances import in_digits
from sayso.corroborate.event_times import time_difference
from sayso.corroborate.measured import is_limit, measured_difference
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.quoted import clip_around
from sayso.corroborate.shares import is_share
from sayso.corroborate.topics import Compared, Topic, Verdict, articles_of, value_label
from sayso.vocab import Aspect, Difference

MOST_VALUES: Final = 24  # of a question that no list knows: where there are more, it is several
_TWO: Final = 2
LEFT_OUT: Final = "…"
MOST_NEW: Final = 3  # times as many as of a known topic that a group which joins it may have
LONGEST_NAME: Final = 80


def with_answers(known: Sequence[Compared], groups: Iterable[Group]) -> Iterator[Compared]:
    """The topics of lists, each with what else answers its question; then those of other questions.

    What another tells as well is left out: a topic of a mere noun or of a part, most of which is in what a group makes.
    """
    topics = [_keys(one.topic) for one in known]
    owner = {key: at for at, keys in enumerate(topics) for key in keys}
    joining: dict[int, list[Group]] = defaultdict(list)
    alone: list[Group] = []
    for group in groups:
        votes = Counter(owner[a.key] for a in group.answers if a.key in owner)
        most = min(votes, key=lambda at: (-votes[at], at), default=None)
        if most is None or not _may_join(group, known[most].topic, votes[most]):
            alone.append(group)
        else:
            joining[most].append(group)
    told: dict[int, Compared] = {}
    taken: set[int] = set()
    for at, own in joining.items():
        parts = {o for o in _mostly_in(own, owner, topics) - set(joining) if _is_part(known[o].topic, known[at].topic)}
        names = frozenset(known[o].topic.name for o in parts)
        grown = _grown(known[at].topic, own, {key: o for key, o in owner.items() if o not in parts}, names)
        told[at] = replace(known[at], topic=grown)
        taken |= {o for o in parts if 2 * len(_keys(grown) & topics[o]) >= len(topics[o])}
    made: list[Compared] = []
    for group in alone:
        mere = {o for o in _mostly_in([group], owner, topics) - set(joining) if _is_of_a_mere_noun(known[o].topic)}
        whole = _asked(group, {key for key, o in owner.items() if o not in mere}) if mere else None
        if whole is not None and any(whole.differences()):
            taken |= {o for o in mere if 2 * len(_keys(whole.topic) & topics[o]) >= len(topics[o])}
        else:
            whole = _asked(group, owner.keys())
        made += [whole] if whole is not None else []
    yield from (told.get(at, one) for at, one in enumerate(known) if at not in taken)
    yield from made


def _mostly_in(groups: Sequence[Group], owner: Mapping[Key, int], topics: Sequence[Set[Key]]) -> set[int]:
    """The topics of which half the figures or more are in some groups."""
    votes = Counter(owner[a.key] for group in groups for a in group.answers if a.key in owner)
    return {at for at in votes if 2 * votes[at] >= len(topics[at])}


def _asked(group: Group, told: Set[Key]) -> Compared | None:
    """The topic of what of a group is not told elsewhere; None where there is none."""
    topic = _topic(group.of([a.key not in told for a in group.answers]))
    return Compared(topic, _verdict_for(group.dimension), _not_worth_telling(group)) if topic else None


def _may_join(group: Group, topic: Topic, shared: int) -> bool:
    """Whether answers may be of the topic of a list, which holds so many of them.

    Counts of counts, times of times, what is measured of one unit. Where it holds few, most have to count the same.
    """
    if topic.aspect is not Aspect.NUMBER:
        return topic.aspect is Aspect.TIME and group.dimension == CLOCK
    few = group.dimension == COUNT and MOST_NEW * shared < len(group.answers)
    if few and topic_of(_measure(group.answers)) not in (topic.name, *topic.name.split()[-1:]):
        return False
    return group.dimension == (topic.unit if topic.unit.startswith(MONEY) else dimension_of(topic.unit))


def _is_of_a_mere_noun(topic: Topic) -> bool:
    """Whether a topic is of what one noun or unit counts, which says less of the question than a group does."""
    return topic.aspect is Aspect.NUMBER and is_free(topic.name) and not topic.unit


def _is_part(topic: Topic, other: Topic) -> bool:
    """Whether a topic counts of whom the other does not say who they were: "protester killed" beside "killed"."""
    return topic.aspect is other.aspect and other.name in topic.name.split()


def _verdict_for(dimension: str) -> Verdict:
    """What tells what a difference between two values of a dimension is."""
    if dimension == CLOCK:
        return time_difference
    return difference if dimension == COUNT else _as_far_apart


def _as_far_apart(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    """As of what is measured, rivals however far apart, but within reason: no word shows that it is one thing."""
    found, why = measured_difference(ours, theirs)
    low, high = sorted(size(side[0].figure) for side in (ours, theirs))
    if found is Difference.CONFLICT and low * TOLLS_APART <= high:
        return Difference.SCOPE, TOO_FAR
    return found, why


def _not_worth_telling(group: Group) -> frozenset[Difference]:
    """Of numbers that nothing is said of ("on day 40", "on day 43") only what contradicts is."""
    counted = {topic_of(a.figure.measure) for a in group.answers}
    if group.dimension == COUNT and counted == {PEOPLE}:
        return frozenset({Difference.CONFLICT})  # eleven people who were asked, 17 who went out
    bare = group.dimension == COUNT and counted == {""}
    return frozenset({Difference.BOUND, Difference.ROUNDING, Difference.SCOPE}) if bare else frozenset()


def _keys(topic: Topic) -> set[Key]:
    return {s.key for kept in topic.values.values() for s in kept}


def _grown(topic: Topic, groups: Sequence[Group], owner: Mapping[Key, int], parts: Set[str]) -> Topic:
    """A topic with the answers of groups that no other topic has; those that are surely of one question contradict.

    `parts` are the names of narrower topics that the groups hold as well ("protester killed" of "killed").
    """
    values: dict[str, list[Stated]] = {value: list(kept) for value, kept in topic.values.items()}
    shown_as = {_edges(kept[0].figure): value for value, kept in values.items()}
    inside = _keys(topic)
    measure = next(iter(topic.values.values()))[0].figure.measure if topic.unit else topic.name
    direct = set(topic.direct)
    for group in groups:
        ways: list[str] = []
        for answer in group.answers:
            if (answer.key in owner or not _may_be_of(topic, answer)) and answer.key not in inside:
                ways.append("")
                continue
            own = answer.stated
            if topic.aspect is Aspect.NUMBER:
                figure = in_unit(answer.figure, topic.unit.split(" ")[0])
                label = _label(answer.figure, answer.dimension) if topic.unit else own.label
                own = replace(own, figure=replace(figure, measure=measure), label=label)
            way = shown_as.setdefault(_edges(own.figure), own.label or value_label(own.figure))
            if answer.key not in inside:
                values.setdefault(way, []).append(replace(own, label=way) if topic.unit else own)
            counted = answer.figure.measure
            rivals = topic.unit or not is_known(counted) or topic_of(counted) == topic.name or counted in parts
            ways.append(way if rivals else "")  # "three more bodies" are no rival of 15 dead
        direct |= _direct(ways, group)
    ordered = {value: sorted(kept, key=lambda s: s.profile.order) for value, kept in values.items()}
    return replace(topic, values=ordered, direct=frozenset(direct))


def _edges(figure: Figure) -> tuple[float | None, ...]:
    """The two ends of a figure, as near as conversion from one unit to another keeps them."""
    return tuple(None if edge is None else round(edge, 6) for edge in (figure.low, figure.high))


def _may_be_of(topic: Topic, answer: Answer) -> bool:
    """Whether nothing in the clause of a figure says that it is of something else than what a list knows.

    A noun that no list knows ("900,000 crowns") is none of the dead unless its clause tells of dead; and "of those
    arrested there are nine" is none of them either, nor is the nine of "nine of them women".
    """
    counted = answer.figure.measure
    if topic.unit:
        return not is_limit(answer.profile, answer.figure)
    if topic.aspect is not Aspect.NUMBER or not is_tally(topic.name):
        return True
    toll, unknown = topic.name.rsplit(" ", maxsplit=1)[-1], bool(counted) and not is_known(counted)
    if " " not in topic.name and is_share(answer.profile, answer.figure):
        return False
    if topic.name in counted.split():
        return True
    return not speaks_of_others(answer.profile, answer.figure, toll, unless_said=unknown)


def _direct(ways: Sequence[str], group: Group) -> frozenset[frozenset[str]]:
    """The pairs of values that are surely of one question, by the mean of all that state them; "" is no value.

    A voice that gives two values in one article knows of two things, two quakes or two shares: those are no rivals,
    and nobody knows which of them another account means.
    """
    known = sorted(set(ways))
    several = list(_of_one_voice(ways, group))
    alone = [len(own) < _TWO for own in several]
    member = np.array(
        [[way == one and single for one in known] for way, single in zip(ways, alone, strict=True)], float
    )
    told = (group.odds != APART).astype(float)  # whole numbers, whose sums are the same in any order
    sums, counts = (member.T @ cells @ member for cells in (group.odds * told, told))
    met = (counts > 0) & (sums >= group.sure * counts)
    both = {own for own in several if len(own) >= _TWO}
    pairs = {frozenset((known[one], known[other])) for one, other in np.argwhere(met) if one != other}
    return frozenset(pair for pair in pairs if "" not in pair and not any(pair <= own for own in both))


def _of_one_voice(ways: Sequence[str], group: Group) -> Iterator[frozenset[str]]:
    """For each answer all values that its voice gives in its article.

    Of people only its own: who recounts how a toll rose gives all of them.
    """
    given: dict[tuple[str, str], set[str]] = defaultdict(set)
    voices = [(answer.key[0], _voice(answer.profile)) for answer in group.answers]
    counted = [is_people(answer.figure.measure) for answer in group.answers]
    for way, voice, people in zip(ways, voices, counted, strict=True):
        given[voice] |= set() if people else {way}
    for way, voice, people in zip(ways, voices, counted, strict=True):
        yield frozenset({way} if people else given[voice] - {""})


def _voice(profile: Profile) -> str:
    """Who says it, "" for the article itself; who is not named speaks once."""
    attribution = profile.attribution
    return (attribution.resolved_name or attribution.source_name or attribution.id) if attribution else ""


def _topic(group: Group) -> Topic | None:
    """The topic of a question that no list knows; None where it has one value or one article, or too many values."""
    if not group.answers:
        return None
    measure, unit = _measure(group.answers), unit_of(group.answers)
    values: dict[str, list[Stated]] = defaultdict(list)
    ways: list[str] = []
    shown_as: dict[tuple[float | None, float | None], str] = {}
    for answer in group.answers:
        figure = in_unit(answer.figure, unit)
        label = answer.stated.label or _label(answer.figure, answer.dimension)
        ways.append(shown_as.setdefault((figure.low, figure.high), label))
        values[ways[-1]].append(replace(answer.stated, figure=replace(figure, measure=measure), label=ways[-1]))
    if not 2 <= len(values) <= MOST_VALUES or len(articles_of(values)) < 2:
        return None
    name = measure if is_known(measure) and group.dimension == COUNT else _in_words(group.answers)
    aspect = Aspect.TIME if group.dimension == CLOCK else Aspect.NUMBER
    return Topic(aspect=aspect, name=name, values=values, direct=_direct(ways, group))


def _measure(group: Sequence[Answer]) -> str:
    """What most of a group that say so count, if lists know it; else what most print."""
    counted = [a.figure.measure for a in group]
    said = [m for m in counted if m]
    known = commonest(m for m in said if is_known(m))
    return known if 2 * said.count(known) >= len(said) else commonest(counted)


def _label(figure: Figure, dimension: str) -> str:
    """A value in the unit it is given in."""
    money = dimension.startswith(MONEY)
    symbol = dimension.removeprefix(MONEY).strip() if money else symbol_of(figure.measure)
    if symbol or not figure.measure:  # a bare number is a time of day elsewhere
        return f"{in_digits(figure)} {symbol}".strip()
    return value_label(figure)


def _in_words(group: Sequence[Answer]) -> str:
    """A question in the words of the statement nearest to half the longest name, its figure left out."""
    ways = []
    for answer in group:
        span, figure = answer.profile.mention.span, answer.figure
        before, behind = span.exact[: figure.start - span.start], span.exact[figure.end - span.start :]
        text = " ".join(f"{before}{LEFT_OUT}{behind}".split())
        at = len(" ".join(f"{before}{LEFT_OUT}".split())) - len(LEFT_OUT)
        ways.append((abs(len(text) - LONGEST_NAME // 2), clip_around(text, at, at + len(LEFT_OUT), LONGEST_NAME)))
    return f"“{min(ways)[1]}”"
