"""Figures that answer one question, in whatever words and language, and whatever their values.

How likely two do is said by four things together, weighed by a logistic regression on the figures of 39 cases that the
networks had not learnt from (`train/asked_fit.py`): where each figure points (`sayso.networks.figures`), which question
the statement around it answers (`sayso.networks.questions`), what lists know of what is counted, and whether both are
times of day. Those that are likely one in the mean are gathered.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.corroborate.asked import CLOCK, Answer, commonest, settled
from sayso.corroborate.asked_joined import APART, joined_by_value
from sayso.corroborate.asked_sorts import Cells, is_known_sort, never_of_one_sort, of_other_sorts, sort_of
from sayso.corroborate.counted_states import SENT, states_of
from sayso.corroborate.differences import is_tally
from sayso.corroborate.dimensions import COUNT, DURATION, MONEY
from sayso.corroborate.in_place import in_place, sentence_of
from sayso.corroborate.linkage import Hundredths, average_linkage, cosines, in_steps
from sayso.corroborate.spoken_clock import tells_of_being_told, tells_of_other_deed
from sayso.corroborate.topics import lands_of
from sayso.networks.figures import pointing
from sayso.networks.statements import directions

MOST: Final = 4000  # figures that are gathered, the earliest; a case has some hundreds
ALIKE: Final = (
    -100
)  # the mean log-odds, in hundredths, of two groups that answer one question; at 0 a tenth less is found
AT_HOME: Final = -50  # the mean of one with the others of its group below which it stands alone
SURE: Final = 25  # of two values in the mean from which on they may contradict: of people and things 94 of 100 are one
SURE_OF_OTHERS: Final = 150  # of what no list knows, and of amounts of which one text gives many; at 25 two of three
_WAY, _QUESTION = 53, 70
"""Log-odds that two are of one question in tenths, for a whole cosine of where they point, and of their statements."""
_AT_FIRST, _SAME_MEASURE, _OTHER_SORTS = -650, 170, -280
_TIMES, _FAR_IN_TIME, _ONE_OF_OTHER_DEED = 290, -250, -450
"""The same in hundredths: of any two, of what is counted; of two times of day, farther apart, one of another deed."""
_NEAR_IN_TIME: Final = 90  # minutes
_TWO: Final = 2
_OF_MANY: Final = frozenset({DURATION, "age", "length", "share"})
_DAY: Final = 24 * 60


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
    sorts = [sort_of(answer) for answer in told]
    apart = _told_apart(told, sorts)
    near = _near(told, sorts, apart)
    linked = [part for group in average_linkage(near, ALIKE) for part in _parted(group, near)]
    for members in joined_by_value(told, near, apart, linked, sorts):
        group = settled([told[at] for at in members])
        kept = [at for at, answer in zip(members, group, strict=True) if answer]
        yield _group([answer for answer in group if answer], near[np.ix_(kept, kept)])


def _parted(group: Sequence[int], near: Hundredths) -> Iterator[list[int]]:
    """A group without those that are likelier of another question than all the rest; each of them alone."""
    kept = list(group)
    while len(kept) > _TWO:
        cells = near[np.ix_(kept, kept)].astype(np.int64)
        told = cells != APART
        np.fill_diagonal(told, val=False)
        means = (cells * told).sum(1) / np.maximum(1, told.sum(1))
        least = int(means.argmin())
        if means[least] >= AT_HOME:
            break
        yield [kept.pop(least)]
    yield kept


def _group(members: Sequence[Answer], odds: Hundredths) -> Group:
    """The answers to one question: surely of one state of people, hardly of spans of time in other units."""
    states = [a.figure.measure if is_tally(a.figure.measure) else str(at) for at, a in enumerate(members)]
    odds = np.where((odds >= ALIKE) & _equal(states), np.maximum(odds, SURE), odds)
    if members[0].dimension == DURATION:
        odds = np.where(_equal([a.figure.measure for a in members]), odds, np.minimum(odds, ALIKE))
    return Group(tuple(members), odds)


def alike(told: Sequence[Answer]) -> Hundredths:
    """The log-odds, in hundredths, that each two are of one question (answers, answers); APART where they cannot be."""
    sorts = [sort_of(answer) for answer in told]
    return _near(told, sorts, _told_apart(told, sorts))


def _near(told: Sequence[Answer], sorts: Sequence[str], apart: Cells) -> Hundredths:
    """The same, of those that lists tell apart and what each counts."""
    ways = cosines(in_steps(pointing([in_place(a.profile.article, a.figure.start, a.figure.end) for a in told])))
    asked = cosines(in_steps(directions([a.profile.mention.span.exact for a in told]).question))
    near = (_WAY * ways + _QUESTION * asked) // 10 + _AT_FIRST
    counted = [a.figure.measure for a in told]
    near[_equal(counted) & np.array([bool(one) for one in counted])] += _SAME_MEASURE
    near += _of_times(told)
    near[of_other_sorts(sorts)] += _OTHER_SORTS
    odds: Hundredths = np.maximum(near, APART + 1)
    odds[apart | _in_one_sentence(told)] = APART
    return odds


def _of_times(told: Sequence[Answer]) -> Hundredths:
    """What it counts that two are times of day: a departure, an opening or a call has a time of its own."""
    timed = np.array([a.dimension == CLOCK for a in told])
    minutes = np.array([a.figure.low or 0.0 for a in told])
    gap = np.abs(minutes[:, None] - minutes[None])
    other = np.array([_is_of_other_deed(a) for a in told])
    odds = np.full((len(told), len(told)), _TIMES, np.int32)
    odds += _FAR_IN_TIME * (np.minimum(gap, _DAY - gap) > _NEAR_IN_TIME) + _ONE_OF_OTHER_DEED * (other[:, None] ^ other)
    found: Hundredths = odds * (timed[:, None] & timed)
    return found


def _is_of_other_deed(answer: Answer) -> bool:
    if answer.dimension != CLOCK:
        return False
    text, language = answer.profile.mention.span.exact, answer.profile.language
    return tells_of_other_deed(text, language) or tells_of_being_told(text, language)


def _in_one_sentence(told: Sequence[Answer]) -> Cells:
    """Which two stand in one sentence, which seldom gives two figures for one question."""
    return _equal([(a.key[0], sentence_of(a.profile.article, a.figure.start, a.figure.end)) for a in told])


def _told_apart(told: Sequence[Answer], sorts: Sequence[str]) -> Cells:
    """Which two answer other questions by what they count, in what state or land; `sorts` is what each counts."""
    states = [states_of(a.profile, a.figure) if a.dimension == COUNT else frozenset() for a in told]
    lands = [lands_of(a.profile) for a in told]
    apart = never_of_one_sort(sorts) | _sharing_nothing(states) | _sharing_nothing(lands)
    sent = np.array([SENT in one for one in states])
    apart |= sent[:, None] & sent[None] & _each_with_its_own(lands)  # 76 Britons and 87 Ukrainians
    return apart


def _equal(given: Sequence[Hashable]) -> Cells:
    numbers = {one: number for number, one in enumerate(dict.fromkeys(given))}
    at = np.array([numbers[one] for one in given])
    cells: Cells = at[:, None] == at[None]
    return cells


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
