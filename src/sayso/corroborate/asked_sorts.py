"""What figures count, as lists know it: of one question are two of one sort, seldom two of others, and some never.

Of 1,100 pairs of the dead and the hurt, in 39 cases with gold, seven answer one question, of 2,100 of people or things
and of what is measured ten; of people and things ("nine crew", "nine bodies") one in eighteen does.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.corroborate.asked import CLOCK, Answer
from sayso.corroborate.differences import PEOPLE, kind_of, measure_kinds
from sayso.corroborate.dimensions import COUNT, DURATION
from sayso.corroborate.kin import STRIKES
from sayso.corroborate.profile import Figure

Cells = npt.NDArray[np.bool_]

_BODY: Final = "body"
_STATES: Final = {"hospitalised": "injured", "displaced": "evacuated", "rescued": "evacuated"}
"""States that accounts tell of the same people."""
_NOUN: Final = "noun"
_FRACTION: Final = "fraction"
_THING: Final = "thing"
_OF_PEOPLE: Final = {name for name, kind in measure_kinds().items() if kind == "state"} | {PEOPLE}
_THINGS: Final = STRIKES | {_THING}
_KNOWN: Final = _OF_PEOPLE | _THINGS
_COUNTED: Final = _KNOWN | {_NOUN}


def sort_of(answer: Answer) -> str:
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


def is_known_sort(sort: str) -> bool:
    """Whether lists know what is counted: people, what befell them, or things."""
    return sort in _KNOWN


def of_other_sorts(sorts: Sequence[str]) -> Cells:
    """Which two are of other sorts, as far as both say (figures, figures)."""
    return _cells(sorts, _are_others)


def never_of_one_sort(sorts: Sequence[str]) -> Cells:
    """Which two are of sorts that are hardly ever of one question: the dead and the hurt, a count and a length."""
    return _cells(sorts, lambda one, other: _never_one(one, other) or _never_one(other, one))


def _cells(sorts: Sequence[str], holds: Callable[[str, str], bool]) -> Cells:
    known = sorted(set(sorts))
    at = np.array([known.index(one) for one in sorts])
    cells: Cells = np.array([[holds(one, other) for other in known] for one in known], bool)[at[:, None], at[None]]
    return cells


def _is_fraction(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high and not float(figure.low).is_integer()


def _are_others(one: str, other: str) -> bool:
    if "" in (one, other) or one == other:
        return False
    if _FRACTION in (one, other):
        return bool({one, other} & _COUNTED)
    if not {one, other} <= _COUNTED:
        return True
    if {one, other} <= _THINGS:
        return _THING not in (one, other)
    return _NOUN not in (one, other) and not _may_be_so(one, other)


def _never_one(one: str, other: str) -> bool:
    if one == _FRACTION:
        return other in _COUNTED  # nobody counts 5.7 missing
    if one == CLOCK or (one == DURATION and other in _COUNTED):
        return bool(other) and other != one
    if one in _OF_PEOPLE and other in _OF_PEOPLE:
        return one != other and not _may_be_so(one, other)
    return one in _KNOWN and bool(other) and other not in _COUNTED and other != _FRACTION


def _may_be_so(one: str, other: str) -> bool:
    """Whether one counts people, and the other those of whom something is said: "12 sailors", "twelve dead"."""
    return PEOPLE in (one, other) and {one, other} <= _OF_PEOPLE
