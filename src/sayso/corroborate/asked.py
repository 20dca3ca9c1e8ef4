"""Figures that answer one question ("how many were hurt?"), in whatever words and language, and whatever their values.

A network says where each figure points (`sayso.networks.figures`). Figures of one dimension that point the same way are
gathered by average linkage (Sokal & Michener 1958): no chain of near ones grows into a giant.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from sayso import lexicon
from sayso.corroborate.bygone import first_day, is_bygone
from sayso.corroborate.clock import shown_time
from sayso.corroborate.counted_states import states_of
from sayso.corroborate.differences import PEOPLE, Stated, kind_of, measure_kinds, size
from sayso.corroborate.event_times import clocked_times
from sayso.corroborate.in_place import in_place, sentence_of
from sayso.corroborate.kin import STRIKES
from sayso.corroborate.measured import currency_of
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.scopes import names_a_part
from sayso.corroborate.topics import lands_of, share_nothing
from sayso.networks.figures import pointing
from sayso.vocab import Mode

MIN_COSINE: Final = 0.5  # mean of two groups from which on they answer one question
_BODY: Final = "body"
_STATES: Final = {"hospitalised": "injured", "displaced": "evacuated", "rescued": "evacuated"}
"""States that accounts tell of the same people."""
_NOUN: Final = "noun"
_OF_PEOPLE: Final = {name for name, kind in measure_kinds().items() if kind == "state"} | {PEOPLE}
_THING: Final = "thing"
_THINGS: Final = STRIKES | {_THING}
_COUNTED: Final = _OF_PEOPLE | _THINGS | {_NOUN}
SURE: Final = 0.66  # of two from which on their values may contradict; from 0.66 on 87 pairs of 100 are of one question
APART: Final = -1.0  # the cosine of two that are told apart by where they stand
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
SAME_DAY: Final = 0.15  # that times of day lie nearer for standing in short sentences: when it hit, when the buses left
COUNT: Final = "count"
MONEY: Final = "money"
CLOCK: Final = "time of day"
MOST: Final = 4000  # figures that are gathered; a case has some hundreds

Cosines = npt.NDArray[np.float32]
Cells = npt.NDArray[np.bool_]
Given = TypeVar("Given", bound=Hashable)
Key = tuple[str, int]
"""An article, and where in it a figure begins."""
Sure = frozenset[frozenset[Key]]
"""Pairs of figures that are so near that their values may contradict."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure, what it measures, and where it stands in its article."""

    stated: Stated
    dimension: str
    start: int
    end: int

    @property
    def key(self) -> Key:
        """What it is known by: its article and where it begins there."""
        return self.stated.profile.mention.article_id, self.start


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one question; `sure` are the pairs, by key, that are so near that their values may contradict."""

    answers: tuple[Answer, ...]
    sure: Sure


@functools.cache
def _dimensions() -> Mapping[str, tuple[str, float]]:
    """For each unit its dimension, and what of the base unit it is."""
    tables = lexicon.load("dimensions").tables
    return {unit: (name, factor) for name, units in tables.items() for unit, factor in units.items()}


def dimension_of(profile: Profile, figure: Figure) -> str:
    """What a figure is of: length, an amount of one currency; people and things are counted."""
    dimension = _dimensions().get(figure.measure, (COUNT, 1.0))[0]
    return f"{MONEY} {currency_of(profile, figure) or ''}".strip() if dimension == MONEY else dimension


def settled(group: Sequence[Answer]) -> list[Answer]:
    """A group with its bare numbers in the dimension of the rest: "it began at 11.20" beside "at 11.24 a.m."."""
    dimensions = Counter(a.dimension for a in group if a.dimension != COUNT)
    if not dimensions:
        return list(group)
    dimension = min(dimensions, key=lambda one: (-dimensions[one], one))
    unit = unit_of([a for a in group if a.dimension == dimension])
    return [settled for a in group if (settled := _in_dimension(a, dimension, unit)) is not None]


def _in_dimension(answer: Answer, dimension: str, unit: str) -> Answer | None:
    """An answer with a bare number read as of a dimension; None where it is not of it."""
    figure = answer.stated.figure
    if answer.dimension == dimension:
        return answer
    if answer.dimension != COUNT or figure.measure:
        return None
    if dimension != CLOCK:
        return replace(answer, dimension=dimension, stated=replace(answer.stated, figure=replace(figure, measure=unit)))
    clock = _CLOCK.fullmatch(figure.printed or answer.stated.profile.article.text[answer.start : answer.end])
    if clock is None:
        return None
    minutes = float(int(clock[1]) * 60 + int(clock[2]))
    timed = replace(figure, low=minutes, high=minutes)
    return replace(answer, dimension=CLOCK, stated=replace(answer.stated, figure=timed, label=shown_time(int(minutes))))


def unit_of(group: Sequence[Answer]) -> str:
    """The unit that most of a group are given in; "" of counts and times of day."""
    if group[0].dimension in (COUNT, CLOCK):
        return ""
    units = Counter(answer.stated.figure.measure for answer in group)
    return min(units, key=lambda unit: (-units[unit], unit))


def in_unit(figure: Figure, unit: str) -> Figure:
    """A figure in another unit of its dimension, to six digits."""
    if not unit or figure.measure == unit:
        return figure
    factor = _dimensions()[figure.measure][1] / _dimensions()[unit][1]
    low, high = (None if edge is None else float(f"{edge * factor:.6g}") for edge in (figure.low, figure.high))
    return replace(figure, measure=unit, low=low, high=high, printed="")


def answers(profiles: Sequence[Profile]) -> list[Answer]:
    """The figures of a case, each once: of nested mentions the shortest speaks for it."""
    found: dict[tuple[str, int], Answer] = {}
    began = first_day(profiles)
    for profile in sorted(profiles, key=lambda p: (len(p.mention.span.exact), p.order)):
        if profile.mode is Mode.QUESTION or (began and is_bygone(profile, began)):
            continue
        least = max(map(size, profile.figures)) if profile.figures and names_a_part(profile) else -math.inf
        for start, end, figure in profile.located:
            if size(figure) < least:
                continue  # "41 were injured, seven of them seriously"
            if figure.high is not None and figure.high <= 1:
                continue  # "no one survived", "one aircraft": told of whatever there was
            answer = Answer(Stated(figure, profile), dimension_of(profile, figure), start, end)
            found.setdefault(answer.key, answer)
    for stated in sorted(clocked_times(profiles), key=lambda s: (len(s.profile.mention.span.exact), s.profile.order)):
        span = stated.profile.mention.span
        at = span.exact.find(stated.figure.printed)
        if at >= 0:
            start = span.start + at
            answer = Answer(stated, CLOCK, start, start + len(stated.figure.printed))
            there = found.get(answer.key)
            if there is None or there.dimension != CLOCK:
                found[answer.key] = answer
    return sorted(found.values(), key=lambda a: (a.stated.profile.order, a.start))


def gathered_by_question(told: Sequence[Answer]) -> Iterator[Group]:
    """The answers in groups of one question and dimension; those that no other stands with alone.

    A bare number may be of any dimension: "he was 54", "it began at 11.20".
    """
    if 0 < len(told) <= MOST:
        cosines = alike(told)
        for group in average_linkage(cosines, MIN_COSINE):
            sure = {(one, other) for one, other in combinations(group, 2) if cosines[one, other] >= SURE}
            pairs = frozenset(frozenset((told[one].key, told[other].key)) for one, other in sure)
            yield Group(tuple(settled([told[at] for at in group])), pairs)


def alike(told: Sequence[Answer]) -> Cosines:
    """How surely each two answer one question, (answers, answers), to two digits; APART where they cannot."""
    vectors = pointing([in_place(a.stated.profile.article, a.start, a.end) for a in told])
    found = np.round(vectors @ vectors.T, 2)
    timed = np.array([a.dimension == CLOCK for a in told])
    found[timed[:, None] & timed[None]] -= SAME_DAY
    found[_told_apart(told)] = APART
    return found


def _told_apart(told: Sequence[Answer]) -> Cells:
    """Which two answer other questions by what they count, in what state or land, or by standing in one sentence.

    A sentence seldom gives two figures for one question.
    """
    keys = [(a.stated.profile.mention.article_id, *sentence_of(a.stated.profile.article, a.start, a.end)) for a in told]
    states = [states_of(a.stated.profile, a.stated.figure) if a.dimension == COUNT else frozenset() for a in told]
    lands = [lands_of(a.stated.profile) for a in told]
    apart = _of_each_two(keys, lambda one, other: one == other)
    apart |= _of_each_two([_sort(a) for a in told], _are_others)
    return apart | _of_each_two(states, share_nothing) | _of_each_two(lands, share_nothing)


def _of_each_two(given: Sequence[Given], holds: Callable[[Given, Given], bool]) -> Cells:
    """What holds of each two; asked once of any two that differ."""
    numbers = {one: number for number, one in enumerate(dict.fromkeys(given))}
    at = np.array([numbers[one] for one in given])
    table = np.array([[holds(one, other) for other in numbers] for one in numbers])
    cells: Cells = table[at[:, None], at[None]]
    return cells


def _sort(answer: Answer) -> str:
    """What is counted or measured: people, a state they are in, things, another noun, a dimension; "" if unsaid."""
    measure = answer.stated.figure.measure
    kind = kind_of(measure)
    if answer.dimension != COUNT:
        return answer.dimension
    if measure == _BODY:
        return "killed"
    if kind == "state":
        return _STATES.get(measure, measure)
    if kind == "thing":
        return measure if measure in STRIKES else _THING
    return PEOPLE if kind == "person" else _NOUN if measure else ""


def _are_others(one: str, other: str) -> bool:
    """Whether two sorts are of other questions: the dead and the hurt, people and things, a count and a length."""
    if "" in (one, other) or one == other:
        return False
    if not {one, other} <= _COUNTED:
        return True
    if {one, other} <= _THINGS:
        return _THING not in (one, other)
    return _NOUN not in (one, other) and not (PEOPLE in (one, other) and {one, other} <= _OF_PEOPLE)


def average_linkage(alike: Cosines, least: float) -> list[list[int]]:
    """Groups of which no two have a mean likeness of `least` or more; the two most alike are joined first."""
    means = alike.astype(np.float64)
    np.fill_diagonal(means, -np.inf)
    members: dict[int, list[int]] = {at: [at] for at in range(len(alike))}
    nearest = means.argmax(1) if members else np.zeros(0, np.int64)
    nearness = means.max(1) if members else np.zeros(0)
    while len(members) > 1:
        one = int(nearness.argmax())
        other = int(nearest[one])
        if nearness[one] < least:
            break
        sizes = len(members[one]), len(members[other])
        joined = (means[one] * sizes[0] + means[other] * sizes[1]) / sum(sizes)
        joined[[one, other]] = -np.inf
        means[one], means[:, one] = joined, joined
        means[other], means[:, other] = -np.inf, -np.inf
        members[one] += members.pop(other)
        lost = np.isin(nearest, (one, other)) & np.isfinite(nearness)
        lost[one] = True
        nearest[lost], nearness[lost] = means[lost].argmax(1), means[lost].max(1)
        nearness[other] = -np.inf
        closer = joined > nearness
        nearest[closer], nearness[closer] = one, joined[closer]
    return sorted(sorted(group) for group in members.values())
