"""Figures that answer one question, in whatever words and language, and whatever their values.

A network says where each figure points (`sayso.networks.figures`). Those that point the same way are gathered.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.corroborate.asked import CLOCK, Answer, settled
from sayso.corroborate.asked_joined import joined_by_value
from sayso.corroborate.counted_states import SENT, states_of
from sayso.corroborate.differences import PEOPLE, is_tally, kind_of, measure_kinds
from sayso.corroborate.dimensions import COUNT, DURATION
from sayso.corroborate.in_place import in_place, sentence_of
from sayso.corroborate.kin import STRIKES
from sayso.corroborate.linkage import Hundredths, average_linkage, cosines, in_steps
from sayso.corroborate.profile import Figure
from sayso.corroborate.spoken_clock import tells_of_other_deed
from sayso.corroborate.topics import lands_of
from sayso.networks.figures import pointing

MOST: Final = 4000  # figures that are gathered, the earliest; a case has some hundreds
ALIKE: Final = 48  # hundredths of a cosine: the mean of two groups that answer one question; 44 and 52 find as many
SURE: Final = 72  # of two from which on their values may contradict: nine pairs of ten are of one; 66 finds no more
APART: Final = -100  # of two that are told apart by where they stand
SAME_DAY: Final = 15  # that times of day lie nearer for standing in short sentences: when it hit, when the buses left
NEAR_IN_TIME: Final = 90  # minutes; of times that lie no farther apart fewer are of two things
_NEAR_DAY: Final = 8  # the same of those, where neither is of a departure, an opening or the like
SURE_OF_TIME: Final = 50  # of two such times from which on they may contradict: more than eight pairs of ten are of one
_DAY: Final = 24 * 60
_BODY: Final = "body"
_STATES: Final = {"hospitalised": "injured", "displaced": "evacuated", "rescued": "evacuated"}
"""States that accounts tell of the same people."""
_NOUN: Final = "noun"
_FRACTION: Final = "fraction"
_OF_PEOPLE: Final = {name for name, kind in measure_kinds().items() if kind == "state"} | {PEOPLE}
_THING: Final = "thing"
_THINGS: Final = STRIKES | {_THING}
_COUNTED: Final = _OF_PEOPLE | _THINGS | {_NOUN}

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
    apart = _told_apart(told, sorts)
    near = _near(told, apart)
    for members in joined_by_value(told, near, apart, average_linkage(near, ALIKE), sorts):
        group = settled([told[at] for at in members])
        kept = [at for at, answer in zip(members, group, strict=True) if answer]
        yield _group([answer for answer in group if answer], near[np.ix_(kept, kept)])


def _group(members: Sequence[Answer], alike: Hundredths) -> Group:
    """The answers to one question; spans of time that are given in other units are hardly surely of one."""
    sure = alike >= SURE
    if members[0].dimension == CLOCK:
        sure |= (alike >= SURE_OF_TIME) & _near_in_time(members)
    states = [a.figure.measure if is_tally(a.figure.measure) else str(at) for at, a in enumerate(members)]
    sure |= (alike >= ALIKE) & _equal(states)
    if members[0].dimension == DURATION:
        sure &= _equal([a.figure.measure for a in members])
    return Group(tuple(members), sure)


def alike(told: Sequence[Answer]) -> Hundredths:
    """How surely each two of some answers are of one question, (answers, answers); APART where they cannot be."""
    return _near(told, _told_apart(told, [_sort(answer) for answer in told]))


def _near(told: Sequence[Answer], apart: Cells) -> Hundredths:
    """The same, by which two lists tell apart."""
    vectors = pointing([in_place(a.profile.article, a.figure.start, a.figure.end) for a in told])
    near = cosines(in_steps(vectors))
    timed = np.array([a.dimension == CLOCK for a in told])
    near[timed[:, None] & timed[None]] -= SAME_DAY
    near[_near_in_time(told)] += SAME_DAY - _NEAR_DAY
    near[apart | _in_one_sentence(told)] = APART
    return near


def _near_in_time(told: Sequence[Answer]) -> Cells:
    """Which two are times of day that lie near each other, neither of a deed that has a time of its own."""
    clear = [
        at
        for at, a in enumerate(told)
        if a.dimension == CLOCK and not tells_of_other_deed(a.profile.mention.span.exact, a.profile.language)
    ]
    minutes = np.array([told[at].figure.low or 0.0 for at in clear])
    gap = np.abs(minutes[:, None] - minutes[None])
    cells = np.zeros((len(told), len(told)), bool)
    cells[np.ix_(clear, clear)] = np.minimum(gap, _DAY - gap) <= NEAR_IN_TIME
    return cells


def _in_one_sentence(told: Sequence[Answer]) -> Cells:
    """Which two stand in one sentence, which seldom gives two figures for one question."""
    return _equal([(a.key[0], sentence_of(a.profile.article, a.figure.start, a.figure.end)) for a in told])


def _told_apart(told: Sequence[Answer], sorts: Sequence[str]) -> Cells:
    """Which two answer other questions by what they count, in what state or land; `sorts` is what each counts."""
    states = [states_of(a.profile, a.figure) if a.dimension == COUNT else frozenset() for a in told]
    lands = [lands_of(a.profile) for a in told]
    apart = _of_other_sorts(sorts)
    apart |= _sharing_nothing(states) | _sharing_nothing(lands)
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
