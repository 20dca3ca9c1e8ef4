"""The figures of a case, each once, as answers to questions ("how many were hurt?") that no list need know."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sayso.corroborate.bygone import first_day, is_bygone
from sayso.corroborate.clock import shown_time
from sayso.corroborate.differences import FAR_APART, ROUNDING, Key, Stated, is_tally, size
from sayso.corroborate.dimensions import COUNT, MONEY, dimension_of, in_unit
from sayso.corroborate.event_times import clocked_times
from sayso.corroborate.measured import currency_of
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.scopes import names_a_part
from sayso.corroborate.shares import APART, is_share
from sayso.vocab import Mode

CLOCK: Final = "time of day"
_CLOCK_FIGURE: Final = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_ASIDE: Final = 24  # code points from a figure to what it is in another unit: "17.7 km (11 miles)"
_YEARS: Final = range(1900, 2100)
_ADDRESS: Final = re.compile(r"(?:\w+://|www\.)\S*$")


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure, and what it measures."""

    stated: Stated
    dimension: str

    @property
    def profile(self) -> Profile:
        """The mention that gives it."""
        return self.stated.profile

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.stated.figure

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.stated.key


def commonest(values: Iterable[str]) -> str:
    """The most common of some values, of several as common the least; "" of none."""
    counted = Counter(values)
    return min(counted, key=lambda one: (-counted[one], one), default="")


def answers(profiles: Sequence[Profile]) -> list[Answer]:
    """The figures of a case, each once: of nested mentions the shortest speaks for it."""
    began = first_day(profiles)
    found: dict[Key, Answer] = {}
    for profile in sorted(profiles, key=_shortest_first):
        if profile.mode is not Mode.QUESTION and not (began and is_bygone(profile, began)):
            for answer in _of_mention(profile):
                found.setdefault(answer.key, answer)
    clocked: dict[Key, Answer] = {}
    for stated in sorted(clocked_times(profiles), key=lambda s: _shortest_first(s.profile)):
        clocked.setdefault(stated.key, Answer(stated, CLOCK))
    at_time = {(article, at) for (article, start), a in clocked.items() for at in range(start, a.figure.end)}
    plain = [answer for key, answer in found.items() if key not in at_time]  # "3时17分" is no 17 minutes
    return sorted((*_without_asides(plain), *clocked.values()), key=lambda a: (a.profile.order, a.figure.start))


def _shortest_first(profile: Profile) -> tuple[object, ...]:
    return len(profile.mention.span.exact), profile.order


def _of_mention(profile: Profile) -> Iterator[Answer]:
    """The figures of a mention but for parts of others ("41 were injured, seven of them seriously")."""
    told = [
        Answer(Stated(f, profile), _dimension(profile, f)) for f in profile.figures if not _is_in_address(profile, f)
    ]
    largest = {a.dimension: max(size(b.figure) for b in told if b.dimension == a.dimension) for a in told}
    least = largest if names_a_part(profile) else dict.fromkeys(largest, -math.inf)
    for answer in told:
        enough = size(answer.figure) >= least[answer.dimension]
        if enough and not _is_of_whatever(answer) and not _is_year(answer.figure) and not _is_part(answer):
            yield answer


def _is_part(answer: Answer) -> bool:
    """Whether a figure is of some of those that another counts; women and children are asked for by themselves."""
    return answer.figure.measure not in APART and is_share(answer.profile, answer.figure)


def _is_of_whatever(answer: Answer) -> bool:
    """Whether a figure says no more than that there was something or nothing: "one aircraft", "no witnesses".

    That one was killed, or nobody, answers how many were; and so does "a single missile", "nur eines".
    """
    figure = answer.figure
    if figure.low == figure.high == 1 and len(figure.printed.split()) > 1:
        return False
    few = answer.dimension == COUNT and figure.high is not None and figure.high <= 1
    return few and not is_tally(figure.measure)


def _is_year(figure: Figure) -> bool:
    """Whether a number that nothing is said of may be a year: "the 2020 election", "standards for 2021-2026"."""
    return not figure.measure and figure.low in _YEARS and figure.high in _YEARS


def _dimension(profile: Profile, figure: Figure) -> str:
    """What a figure is of: length, an amount of one currency; people and things are counted."""
    dimension = dimension_of(figure.measure)
    return f"{MONEY} {currency_of(profile, figure) or ''}".strip() if dimension == MONEY else dimension


def _is_in_address(profile: Profile, figure: Figure) -> bool:
    """Whether a figure stands in the address of a page: "…/item?id=34672314"."""
    span = profile.mention.span
    return _ADDRESS.search(span.exact[max(0, figure.start - span.start - 300) : figure.start - span.start]) is not None


def _without_asides(told: Sequence[Answer]) -> Iterator[Answer]:
    """The answers without those that only give the one before in another unit: "17.7 km (11 miles)"."""
    ordered = sorted(told, key=lambda a: a.key)
    asides = {after.key for before, after in pairwise(ordered) if _is_aside(before, after)}
    return (answer for answer in told if answer.key not in asides)


def _is_aside(before: Answer, after: Answer) -> bool:
    if before.key[0] != after.key[0] or not 0 <= after.figure.start - before.figure.end <= _ASIDE:
        return False
    if (
        before.dimension != after.dimension
        or before.figure.measure == after.figure.measure
        or before.dimension == COUNT
    ):
        return False
    ours, theirs = size(before.figure), size(in_unit(after.figure, before.figure.measure))
    return abs(ours - theirs) <= ROUNDING * max(ours, theirs)


def settled(group: Sequence[Answer]) -> list[Answer | None]:
    """A group with its bare numbers in the dimension of the rest ("it began at 11.20" beside "at 11.24 a.m.").

    None for those that are not of it.
    """
    dimension = commonest(a.dimension for a in group if a.dimension != COUNT)
    if not dimension or (dimension.startswith(MONEY) and commonest(a.dimension for a in group) == COUNT):
        return [a if a.dimension == COUNT else None for a in group]
    measured = [a.figure for a in group if a.dimension == dimension]
    return [a if a.dimension == dimension else _in_dimension(a, dimension, measured) for a in group]


def _in_dimension(answer: Answer, dimension: str, measured: Sequence[Figure]) -> Answer | None:
    """An answer with a bare number read as of a dimension; None where it is not of it.

    A year is no magnitude: it has to lie among what is measured, all in one unit. And no number is an amount of a
    currency that somebody else names.
    """
    if answer.dimension != COUNT or answer.figure.measure or dimension.startswith(MONEY):
        return None
    if dimension == CLOCK:
        return _as_time(answer)
    sizes, own = sorted(map(size, measured)), size(answer.figure)
    unit = measured[0].measure
    if any(figure.measure != unit for figure in measured) or not sizes[0] / FAR_APART <= own <= sizes[-1] * FAR_APART:
        return None
    return Answer(replace(answer.stated, figure=replace(answer.figure, measure=unit)), dimension)


def _as_time(answer: Answer) -> Answer | None:
    figure = answer.figure
    clock = _CLOCK_FIGURE.fullmatch(answer.profile.article.text[figure.start : figure.end])
    if clock is None:
        return None
    minutes = int(clock[1]) * 60 + int(clock[2])
    timed = replace(figure, low=float(minutes), high=float(minutes))
    return Answer(replace(answer.stated, figure=timed, label=shown_time(minutes)), CLOCK)


def unit_of(group: Sequence[Answer]) -> str:
    """The unit that most of a group are given in; "" of counts and times of day."""
    return "" if group[0].dimension in (COUNT, CLOCK) else commonest(a.figure.measure for a in group)
