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

from sayso.corroborate.asked import CLOCK, Answer, settled
from sayso.corroborate.asked_joined import APART, joined_by_value
from sayso.corroborate.counted_states import SENT, states_of
from sayso.corroborate.differences import PEOPLE, is_tally, kind_of, measure_kinds
from sayso.corroborate.dimensions import COUNT, DURATION
from sayso.corroborate.in_place import in_place, sentence_of
from sayso.corroborate.kin import STRIKES
from sayso.corroborate.linkage import Hundredths, average_linkage, cosines, in_steps
from sayso.corroborate.profile import Figure
from sayso.corroborate.topics import lands_of
from sayso.networks.figures import pointing
from sayso.networks.statements import directions

MOST: Final = 4000  # figures that are gathered, the earliest; a case has some hundreds
ALIKE: Final = (
    -100
)  # the mean log-odds, in hundredths, of two groups that answer one question; at 0 a tenth less is found
SURE: Final = 100  # of two from which on their values may contradict: nine pairs of ten are of one
_BODY: Final = "body"
_STATES: Final = {"hospitalised": "injured", "displaced": "evacuated", "rescued": "evacuated"}
"""States that accounts tell of the same people."""
_NOUN: Final = "noun"
_FRACTION: Final = "fraction"
_OF_PEOPLE: Final = {name for name, kind in measure_kinds().items() if kind == "state"} | {PEOPLE}
_THING: Final = "thing"
_THINGS: Final = STRIKES | {_THING}
_COUNTED: Final = _OF_PEOPLE | _THINGS | {_NOUN}

_WAY, _QUESTION = 54, 69
"""Log-odds that two are of one question in tenths, for a whole cosine of where they point, and of their statements."""
_SAME_MEASURE, _BOTH_TIMES, _OTHER_SORTS, _AT_FIRST = 180, 210, -290, -650
"""The same in hundredths: of the same counted, both times of day, other sorts, and of any two."""

Cells = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one question; `sure` is which two of them are so near that their values may contradict."""

    answers: tuple[Answer, ...]
    sure: Cells

    @property
    def dimension(self) -> str:
        """What the answers measure."""
        return self.answers[0].dimension

    def of(self, kept: Sequence[bool]) -> "Group":
        """Some of the answers."""
        at = np.nonzero(np.array(kept, bool))[0]
        return Group(tuple(self.answers[one] for one in at), self.sure[np.ix_(at, at)])


def gathered_by_question(told: Sequence[Answer]) -> Iterator[Group]:
    """The answers in groups of one question and dimension; those that no other stands with alone.

    A bare number may be of any dimension: "he was 54", "it began at 11.20".
    """
    if not told:
        return
    sorts = [_sort(answer) for answer in told]
    apart = _told_apart(told)
    near = _near(told, sorts, apart)
    for members in joined_by_value(told, near, apart, average_linkage(near, ALIKE), sorts):
        group = settled([told[at] for at in members])
        kept = [at for at, answer in zip(members, group, strict=True) if answer]
        yield _group([answer for answer in group if answer], near[np.ix_(kept, kept)])


def _group(members: Sequence[Answer], alike: Hundredths) -> Group:
    """The answers to one question; spans of time that are given in other units are hardly surely of one."""
    sure = alike >= SURE
    states = [a.figure.measure if is_tally(a.figure.measure) else str(at) for at, a in enumerate(members)]
    sure |= (alike >= ALIKE) & _equal(states)
    if members[0].dimension == DURATION:
        sure &= _equal([a.figure.measure for a in members])
    return Group(tuple(members), sure)


def alike(told: Sequence[Answer]) -> Hundredths:
    """The log-odds, in hundredths, that each two are of one question (answers, answers); APART where they cannot be."""
    return _near(told, [_sort(answer) for answer in told], _told_apart(told))


def _near(told: Sequence[Answer], sorts: Sequence[str], apart: Cells) -> Hundredths:
    """The same, of those that lists tell apart and what each counts."""
    ways = cosines(in_steps(pointing([in_place(a.profile.article, a.figure.start, a.figure.end) for a in told])))
    asked = cosines(in_steps(directions([a.profile.mention.span.exact for a in told]).question))
    near = (_WAY * ways + _QUESTION * asked) // 10 + _AT_FIRST
    counted = [a.figure.measure for a in told]
    near[_equal(counted) & np.array([bool(one) for one in counted])] += _SAME_MEASURE
    timed = np.array([a.dimension == CLOCK for a in told])
    near[timed[:, None] & timed[None]] += _BOTH_TIMES
    near[_of_other_sorts(sorts)] += _OTHER_SORTS
    odds: Hundredths = np.maximum(near, APART + 1)
    odds[apart | _in_one_sentence(told)] = APART
    return odds


def _in_one_sentence(told: Sequence[Answer]) -> Cells:
    """Which two stand in one sentence, which seldom gives two figures for one question."""
    return _equal([(a.key[0], sentence_of(a.profile.article, a.figure.start, a.figure.end)) for a in told])


def _told_apart(told: Sequence[Answer]) -> Cells:
    """Which two answer other questions, for they are of people in other states or of other lands."""
    states = [states_of(a.profile, a.figure) if a.dimension == COUNT else frozenset() for a in told]
    lands = [lands_of(a.profile) for a in told]
    apart = _sharing_nothing(states) | _sharing_nothing(lands)
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


def _of_other_sorts(sorts: Sequence[str]) -> Cells:
    known = sorted(set(sorts))
    at = np.array([known.index(one) for one in sorts])
    cells: Cells = np.array([[_are_others(one, other) for other in known] for one in known])[at[:, None], at[None]]
    return cells


def _sort(answer: Answer) -> str:
    """What is counted or measured: people, a state they are in, things, another noun, a dimension; "" if unsaid."""
    measure = answer.figure.measure
    kind = kind_of(measure)
    if answer.dimension != COUNT:
        return answer.dimension
    if _is_fraction(answer.figure):
        return _FRACTION
    if measure == _BODY:
        return "killed"
    if kind == "state":
        state = measure.rsplit(" ", maxsplit=1)[-1]  # "soldier killed" may be asked as killed: the network tells
        return _STATES.get(state, state)
    if kind == "thing":
        return measure if measure in STRIKES else _THING
    return PEOPLE if kind == "person" else _NOUN if measure else ""


def _is_fraction(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high and not float(figure.low).is_integer()


def _are_others(one: str, other: str) -> bool:
    """Whether two sorts are of other questions: the dead and the hurt, people and things, a count and a length."""
    if _FRACTION in (one, other):
        return bool({one, other} & _COUNTED)  # nobody counts 5.7 missing
    if "" in (one, other) or one == other:
        return False
    if not {one, other} <= _COUNTED:
        return True
    if {one, other} <= _THINGS:
        return _THING not in (one, other)
    return _NOUN not in (one, other) and not (PEOPLE in (one, other) and {one, other} <= _OF_PEOPLE)
