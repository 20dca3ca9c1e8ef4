"""Topics that grow by what answers their question elsewhere, and topics of questions that no list knows.

Lists say what a figure counts, surely and of few things; a network says of any two figures whether they answer one
question (`sayso.corroborate.asked`). What it finds one with a topic of a list joins that, and is compared as such.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso import lexicon
from sayso.corroborate.asked import CLOCK, COUNT, MONEY, Answer, Group, Key, Sure, in_unit, unit_of
from sayso.corroborate.differences import PEOPLE, Stated, difference, is_known, topic_of
from sayso.corroborate.distances import in_digits
from sayso.corroborate.event_times import time_difference
from sayso.corroborate.measured import measured_difference
from sayso.corroborate.profile import Figure
from sayso.corroborate.quoted import clip
from sayso.corroborate.topics import Compared, Topic, Verdict, articles_of, value_label
from sayso.vocab import Aspect, Difference

MOST_VALUES: Final = 24  # of a question that no list knows: where there are more, it is several
MOST_NEW: Final = 3  # times as many as of a known topic that a group which joins it may have
LEFT_OUT: Final = "…"
LONGEST_NAME: Final = 80


def with_answers(known: Sequence[Compared], groups: Iterable[Group]) -> Iterator[Compared]:
    """The topics of lists, each with what else answers its question; then those of other questions."""
    owner = {key: at for at, one in enumerate(known) for key in _keys(one.topic)}
    joining: dict[int, list[Group]] = defaultdict(list)
    asked: list[Compared] = []
    for gathered in groups:
        group = gathered.answers
        votes = Counter(owner[key] for a in group if (key := _key(a.stated)) in owner)
        most = min(votes, key=lambda at: (-votes[at], at), default=None)
        if most is not None and group[0].dimension == COUNT and MOST_NEW * votes[most] >= len(group):
            joining[most].append(gathered)
            continue
        made = _topic([a for a in group if _key(a.stated) not in owner], gathered.sure)
        if made is not None:
            asked.append(Compared(made, _verdict_for(group[0].dimension), _not_worth_telling(group)))
    for at, one in enumerate(known):
        yield replace(one, topic=_grown(one.topic, joining[at], owner)) if joining[at] else one
    yield from asked


def _verdict_for(dimension: str) -> Verdict:
    """What tells what a difference is: measures of one thing are rivals however far apart, counts are not."""
    if dimension == CLOCK:
        return time_difference
    return difference if dimension == COUNT else measured_difference


def _not_worth_telling(group: Sequence[Answer]) -> frozenset[Difference]:
    """Of numbers that nothing is said of ("on day 40", "on day 43") only what contradicts is."""
    counted = {topic_of(a.stated.figure.measure) for a in group}
    if group[0].dimension == COUNT and PEOPLE in counted:
        return frozenset({Difference.CONFLICT})  # eleven people who were asked, 17 who went out
    bare = group[0].dimension == COUNT and counted == {""}
    return frozenset({Difference.BOUND, Difference.ROUNDING, Difference.SCOPE}) if bare else frozenset()


def _key(stated: Stated) -> str:
    """What a figure is known by: its id, or of a time its article and minutes."""
    return stated.figure.quantity_id or f"{stated.profile.mention.article_id} {stated.figure.low}"


def _keys(topic: Topic) -> set[str]:
    return {_key(s) for kept in topic.values.values() for s in kept}


def _grown(topic: Topic, groups: Sequence[Group], owner: dict[str, int]) -> Topic:
    """A topic with the answers of groups that no other topic has; those that are surely of one question contradict."""
    values: dict[str, list[Stated]] = {value: list(kept) for value, kept in topic.values.items()}
    shown_as = {(kept[0].figure.low, kept[0].figure.high): value for value, kept in values.items()}
    inside = _keys(topic)
    direct = set(topic.direct)
    for group in groups:
        ways: dict[Key, str] = {}
        for answer in group.answers:
            figure = answer.stated.figure
            if _key(answer.stated) in owner and _key(answer.stated) not in inside:
                continue
            own = replace(answer.stated, figure=replace(figure, measure=topic.name if figure.quantity_id else ""))
            way = shown_as.setdefault((figure.low, figure.high), own.label or value_label(own.figure))
            kept = values.setdefault(way, [])
            if _key(answer.stated) not in inside:
                kept.append(own)
                kept.sort(key=lambda s: s.profile.order)
            if not is_known(figure.measure) or topic_of(figure.measure) == topic.name:
                ways[answer.key] = way  # "three more bodies" are no rival of 15 dead
        direct |= _direct(ways, group.sure)
    return replace(topic, values={value: kept for value, kept in values.items() if kept}, direct=frozenset(direct))


def _direct(ways: Mapping[Key, str], sure: Sure) -> frozenset[frozenset[str]]:
    """The pairs of values of which some two mentions surely answer one question."""
    pairs = (frozenset(ways[key] for key in pair) for pair in sure if all(key in ways for key in pair))
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _topic(group: Sequence[Answer], sure: Sure) -> Topic | None:
    """The topic of a question that no list knows; None where it has one value or one article, or too many values."""
    if not group:
        return None
    measure, unit = _measure(group), unit_of(group)
    values: dict[str, list[Stated]] = defaultdict(list)
    ways: dict[Key, str] = {}
    shown_as: dict[tuple[float | None, float | None], str] = {}
    for answer in sorted(group, key=lambda a: (a.stated.profile.order, a.start)):
        figure = in_unit(answer.stated.figure, unit)
        label = answer.stated.label or _label(answer.stated.figure, answer.dimension)
        way = shown_as.setdefault((figure.low, figure.high), label)
        ways[answer.key] = way
        values[way].append(replace(answer.stated, figure=replace(figure, measure=measure), label=way))
    if not 2 <= len(values) <= MOST_VALUES or len(articles_of(values)) < 2:
        return None
    name = measure if is_known(measure) and group[0].dimension == COUNT else _in_words(group)
    aspect = Aspect.TIME if group[0].dimension == CLOCK else Aspect.NUMBER
    return Topic(aspect=aspect, name=name, values=values, direct=_direct(ways, sure))


def _measure(group: Sequence[Answer]) -> str:
    """What most of a group count, of what lists know; else what most print."""
    counted = Counter(a.stated.figure.measure for a in group)
    return min(counted, key=lambda m: (not (m and is_known(m)), -counted[m], m))


def _label(figure: Figure, dimension: str) -> str:
    """A value in the unit it is given in."""
    money = dimension.startswith(MONEY)
    symbol = dimension.removeprefix(MONEY).strip() if money else _symbols().get(figure.measure, "")
    if symbol or not figure.measure:  # a bare number is a time of day elsewhere
        return f"{in_digits(figure)} {symbol}".strip()
    return value_label(figure)


@functools.cache
def _symbols() -> dict[str, str]:
    return {str(c["name"]): str(c["unit"]) for c in lexicon.load("measures").tables["concept"] if "unit" in c}


def _in_words(group: Sequence[Answer]) -> str:
    """A question in the words of the shortest statement that answers it, its figure left out."""
    ways = []
    for answer in group:
        span = answer.stated.profile.mention.span
        text = span.exact[: answer.start - span.start] + LEFT_OUT + span.exact[answer.end - span.start :]
        ways.append((abs(len(text) - LONGEST_NAME // 2), clip(" ".join(text.split()), LONGEST_NAME)))
    return f"“{min(ways)[1]}”"
