"""How likely two figures answer one question, whatever their values, words and languages.

Several things say it together, weighed by a logistic regression on the figures of 39 cases that the first network had
not learnt from, nor of 18 the second (`train/figures_weigh.py`): where each figure points (`sayso.networks.figures`),
which question the statement around it answers (`sayso.networks.questions`), what lists know of counts and times of day.
In 18 cases that neither has learnt from, of pairs that answer one question 79 of 100 are found at even odds, and of
those found 92 are right; by the first alone 40 were where 89 were right.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.corroborate.asked import CLOCK, Answer
from sayso.corroborate.asked_sorts import Cells, never_of_one_sort, of_other_sorts, sort_of
from sayso.corroborate.counted_states import SENT, states_of
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.in_place import in_place, sentence_of
from sayso.corroborate.linkage import Hundredths, cosines, in_steps
from sayso.corroborate.spoken_clock import tells_of_being_told, tells_of_other_deed
from sayso.corroborate.topics import lands_of
from sayso.networks.figures import pointing
from sayso.networks.statements import directions

APART: Final = -800  # hundredths; of two that are told apart; all else is more
AT_FIRST: Final = -650  # hundredths of log-odds: of any two
WEIGHTS: Final = {
    "they point one way": 530,
    "their statements answer one question": 700,
    "one thing is counted": 170,
    "other sorts are counted": -280,
    "both are times of day": 290,
    "the times lie far apart": -250,
    "one time is of another deed": -600,
}
"""Hundredths of log-odds for what speaks for or against one question; for a whole cosine of the first two."""
_NEAR_IN_TIME: Final = 90  # minutes
_DAY: Final = 24 * 60


def odds(told: Sequence[Answer], others: Cells) -> Hundredths:
    """The log-odds, in hundredths, that each two are of one question (answers, answers); APART where they cannot be.

    `others` is which two are `known_as_others`.
    """
    found: Hundredths = np.full((len(told), len(told)), 100 * AT_FIRST, np.int32)
    for weight, cells in zip(WEIGHTS.values(), evidence(told), strict=True):
        found += weight * cells
    found = np.maximum(found // 100, APART + 1)
    found[others | _in_one_sentence(told)] = APART
    return found


def evidence(told: Sequence[Answer]) -> Iterator[Hundredths]:
    """What speaks for or against it, in the order of WEIGHTS, in hundredths (answers, answers)."""
    places = [in_place(a.profile.article, a.figure.start, a.figure.end) for a in told]
    counted = [a.figure.measure for a in told]
    timed = np.array([a.dimension == CLOCK for a in told])
    times = timed[:, None] & timed
    other = np.array([_is_of_other_deed(a) for a in told])
    yield cosines(in_steps(pointing(places)))
    yield cosines(in_steps(directions([a.profile.mention.span.exact for a in told]).question))
    yield _whole(equal(counted) & np.array([bool(one) for one in counted]))
    yield _whole(of_other_sorts([sort_of(answer) for answer in told]))
    yield _whole(times)
    yield _whole(times & _far_apart(told))
    yield _whole(times & (other[:, None] ^ other))


def known_as_others(told: Sequence[Answer]) -> Cells:
    """Which two answer other questions by what they count, in what state or land."""
    states = [states_of(a.profile, a.figure) if a.dimension == COUNT else frozenset() for a in told]
    lands = [lands_of(a.profile) for a in told]
    apart = never_of_one_sort([sort_of(answer) for answer in told])
    apart |= _sharing_nothing(states) | _sharing_nothing(lands)
    sent = np.array([SENT in one for one in states])
    apart |= sent[:, None] & sent[None] & _each_with_its_own(lands)  # 76 Britons and 87 Ukrainians
    return apart


def _whole(cells: Cells) -> Hundredths:
    found: Hundredths = cells.astype(np.int32) * 100
    return found


def _far_apart(told: Sequence[Answer]) -> Cells:
    """Which two lie far from each other as times of day."""
    minutes = np.array([a.figure.low or 0.0 for a in told])
    gap = np.abs(minutes[:, None] - minutes[None])
    cells: Cells = np.minimum(gap, _DAY - gap) > _NEAR_IN_TIME
    return cells


def _is_of_other_deed(answer: Answer) -> bool:
    """Whether a time is of a departure, an opening or a call, which has a time of its own."""
    if answer.dimension != CLOCK:
        return False
    text, language = answer.profile.mention.span.exact, answer.profile.language
    return tells_of_other_deed(text, language) or tells_of_being_told(text, language)


def equal(given: Sequence[Hashable]) -> Cells:
    """Which two are equal (given, given)."""
    numbers = {one: number for number, one in enumerate(dict.fromkeys(given))}
    at = np.array([numbers[one] for one in given])
    cells: Cells = at[:, None] == at[None]
    return cells


def _in_one_sentence(told: Sequence[Answer]) -> Cells:
    """Which two stand in one sentence, which seldom gives two figures for one question."""
    return equal([(a.key[0], sentence_of(a.profile.article, a.figure.start, a.figure.end)) for a in told])


def _shared(given: Sequence[frozenset[str]]) -> npt.NDArray[np.float32]:
    """How many members each two sets share; of one set with itself its size."""
    names = {name: at for at, name in enumerate(sorted(frozenset().union(*given)))}
    holds = np.zeros((len(given), len(names)), np.float32)
    for at, one in enumerate(given):
        holds[at, [names[name] for name in one]] = 1
    shared: npt.NDArray[np.float32] = holds @ holds.T
    return shared


def _sharing_nothing(given: Sequence[frozenset[str]]) -> Cells:
    """Which two sets both hold something, and nothing that the other holds."""
    shared = _shared(given)
    some = shared.diagonal() > 0
    cells: Cells = some[:, None] & some[None] & (shared == 0)
    return cells


def _each_with_its_own(given: Sequence[frozenset[str]]) -> Cells:
    """Which two sets each hold something that the other does not."""
    shared = _shared(given)
    sizes = shared.diagonal()
    cells: Cells = (shared < sizes[:, None]) & (shared < sizes[None])
    return cells
