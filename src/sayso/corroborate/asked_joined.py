"""Groups of figures that one value joins: who says 1,200 tonnes of what others say it of speaks of the same oil.

The network that gathers figures by their question is not shown the values. Within a case a telling number of one unit,
a number of people in one state or a time to the minute is hardly given of two things.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.corroborate.asked import CLOCK, Answer
from sayso.corroborate.asked_odds import APART
from sayso.corroborate.differences import is_tally
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.linkage import Hundredths
from sayso.corroborate.profile import MIN_TELLING_NUMBER
from sayso.vocab import Bound

LIKELY: Final = -300  # hundredths of log-odds: the mean of two groups that share a value from which on they are one
_FEWEST: Final = 2  # of people in one state; "one killed" may be said of anybody
_ROUND: Final = 30  # minutes: full and half hours are said of many things
_BODY: Final = "body"

Cells = npt.NDArray[np.bool_]


def joined_by_value(
    told: Sequence[Answer], near: Hundredths, others: Cells, groups: Sequence[Sequence[int]], sorts: Sequence[str]
) -> list[list[int]]:
    """The groups, those as one that share a value and of which no two are of `others`, two other questions.

    What stands in one sentence counts neither for nor against it.
    """
    of_value: dict[Hashable, set[int]] = defaultdict(set)
    for number, members in enumerate(groups):
        for at in members:
            value = _value(told[at], sorts[at])
            if value is not None:
                of_value[value].add(number)
    pairs = {pair for sharing in of_value.values() for pair in combinations(sorted(sharing), 2)}
    if not pairs:
        return [list(members) for members in groups]
    sums, counts, apart = (
        _by_group(cells, groups) for cells in (np.where(near == APART, 0, near), near != APART, others)
    )
    alive = {number: list(members) for number, members in enumerate(groups)}
    into = list(range(len(groups)))
    for one, other in sorted(pairs, key=lambda pair: (-_mean(sums, counts, *pair), pair)):
        ours, theirs = sorted((_root(into, one), _root(into, other)))
        if ours == theirs or apart[ours, theirs] or _mean(sums, counts, ours, theirs) < LIKELY:
            continue
        for cells in (sums, counts, apart):
            cells[ours] += cells[theirs]
            cells[:, ours] += cells[:, theirs]
        into[theirs] = ours
        alive[ours] += alive.pop(theirs)
    return sorted(sorted(members) for members in alive.values())


def _value(answer: Answer, sort: str) -> Hashable:
    """What a figure shares with others of its question; None where its value may be of anything."""
    figure = answer.figure
    if figure.low is None or figure.high is None or (figure.low != figure.high and figure.bound is not Bound.ABOUT):
        return None
    value = float(f"{(figure.low + figure.high) / 2:.4g}") if figure.low != figure.high else figure.low
    if answer.dimension == CLOCK:
        return (CLOCK, value) if value % _ROUND else None
    if answer.dimension == COUNT:
        if is_tally(figure.measure) or figure.measure == _BODY:
            return (sort, value) if value >= _FEWEST and value < MIN_TELLING_NUMBER else (COUNT, value)
        return (COUNT, value) if value >= MIN_TELLING_NUMBER else None
    return (answer.dimension, figure.measure, value) if value >= MIN_TELLING_NUMBER else None


def _by_group(cells: npt.NDArray[np.generic], groups: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """The sums of cells over each two groups."""
    order = [at for members in groups for at in members]
    starts = np.cumsum([0, *map(len, groups)])[:-1]
    ordered = cells[np.ix_(order, order)].astype(np.int64)
    found: npt.NDArray[np.int64] = np.add.reduceat(np.add.reduceat(ordered, starts, axis=0), starts, axis=1)
    return found


def _mean(sums: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], one: int, other: int) -> float:
    count = int(counts[one, other])
    return float(sums[one, other]) / count if count else float(APART)


def _root(into: Sequence[int], at: int) -> int:
    while into[at] != at:
        at = into[at]
    return at
