"""Figures that answer one question, in whatever words and language, and whatever their values.

Those that likely answer one in the mean of all pairs (`sayso.corroborate.asked_odds`) are gathered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sayso.corroborate.asked import CLOCK, Answer, commonest, settled
from sayso.corroborate.asked_joined import joined_by_value
from sayso.corroborate.asked_odds import APART, equal, known_as_others, odds
from sayso.corroborate.asked_sorts import is_known_sort, sort_of
from sayso.corroborate.differences import is_tally
from sayso.corroborate.dimensions import COUNT, DURATION, MONEY
from sayso.corroborate.linkage import Hundredths, average_linkage

MOST: Final = 4000  # figures that are gathered, the earliest; a case has some hundreds
ALIKE: Final = -100  # the mean log-odds, in hundredths, of two groups of one question; at 0 a tenth less is found
AT_HOME: Final = -50  # the mean of one with the others of its group below which it stands alone
SURE: Final = 25  # of two values in the mean from which on they may contradict: 94 of 100 are of one, 89 are found
SURE_OF_TIMES: Final = 75  # of times of day; at 25 one in five pairs is of two things
SURE_OF_OTHERS: Final = 150  # of what no list knows, and of amounts of which one text gives many; at 25 two of three
_TWO: Final = 2
_OF_MANY: Final = frozenset({DURATION, "age", "length", "share"})


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one question, and the log-odds of each two, in hundredths, that they are of one."""

    answers: tuple[Answer, ...]
    odds: Hundredths

    @property
    def dimension(self) -> str:
        """What the answers measure."""
        return self.answers[0].dimension

    @property
    def sure(self) -> int:
        """The mean log-odds of two values, in hundredths, from which on they may contradict."""
        if self.dimension == CLOCK:
            return SURE_OF_TIMES
        known = is_known_sort(commonest(sort_of(answer) for answer in self.answers))
        many = self.dimension in _OF_MANY or self.dimension.startswith(MONEY)
        return SURE_OF_OTHERS if many or (self.dimension == COUNT and not known) else SURE

    def of(self, kept: Sequence[bool]) -> "Group":
        """Some of the answers."""
        at = np.nonzero(np.array(kept, bool))[0]
        return Group(tuple(self.answers[one] for one in at), self.odds[np.ix_(at, at)])


def gathered_by_question(told: Sequence[Answer]) -> Iterator[Group]:
    """The answers in groups of one question and dimension; those that no other stands with alone.

    A bare number may be of any dimension: "he was 54", "it began at 11.20".
    """
    if not told:
        return
    others = known_as_others(told)
    sorts, near = [sort_of(answer) for answer in told], odds(told, others)
    linked = [part for group in average_linkage(near, ALIKE) for part in _parted(group, near)]
    for members in joined_by_value(told, near, others, linked, sorts):
        group = settled([told[at] for at in members])
        kept = [at for at, answer in zip(members, group, strict=True) if answer]
        yield _group([answer for answer in group if answer], near[np.ix_(kept, kept)])


def _parted(group: Sequence[int], near: Hundredths) -> Iterator[list[int]]:
    """A group without those that are hardly of one question with the rest of it, the least likely first; each alone.

    Who is told apart from all the rest by where it stands is left where it is: nothing speaks against it.
    """
    cells = near[np.ix_(group, group)].astype(np.int64)
    told = cells != APART
    np.fill_diagonal(told, val=False)
    cells *= told
    sums, counts = cells.sum(1), told.sum(1)
    inside = np.ones(len(group), bool)
    while inside.sum() > 1:
        below = np.where(inside, sums - AT_HOME * counts, 0)
        least = int(np.where(inside, sums / np.maximum(1, counts), np.inf).argmin())
        if below[least] >= 0:
            break
        inside[least] = False
        sums -= cells[least]
        counts -= told[least]
        yield [group[least]]
    yield [at for at, kept in zip(group, inside, strict=True) if kept]


def _group(members: Sequence[Answer], near: Hundredths) -> Group:
    """The answers to one question: surely of one state of people, hardly of spans of time in other units."""
    states = [a.figure.measure if is_tally(a.figure.measure) else str(at) for at, a in enumerate(members)]
    made = Group(tuple(members), near)
    near = np.where((near >= ALIKE) & equal(states), np.maximum(near, made.sure), near)
    if made.dimension == DURATION:
        near = np.where(equal([a.figure.measure for a in members]), near, np.minimum(near, ALIKE))
    return replace(made, odds=near)
