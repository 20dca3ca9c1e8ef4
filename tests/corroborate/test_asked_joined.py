"""Groups of figures that one value joins, where nothing says that they are of two questions."""

import numpy as np

from sayso.corroborate.asked import Answer
from sayso.corroborate.asked_joined import joined_by_value
from sayso.corroborate.asked_odds import APART
from sayso.corroborate.differences import Stated
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.profile import Figure
from sayso.vocab import Bound


def _answer(value: float, measure: str = "", dimension: str = COUNT) -> Answer:
    figure = Figure(measure=measure, low=value, high=value, bound=Bound.EXACT, printed=str(value), start=0, end=1)
    return Answer(Stated(figure, None), dimension)  # type: ignore[arg-type]


def _joined(told: list[Answer], likeness: int, *, other: bool = False) -> list[list[int]]:
    near = np.full((len(told), len(told)), likeness, np.int32)
    others = np.full(near.shape, other) & ~np.eye(len(told), dtype=bool)
    return joined_by_value(told, near, others, [[at] for at in range(len(told))], ["" for _ in told])


def test_one_telling_number_joins() -> None:
    assert _joined([_answer(860_000), _answer(860_000), _answer(1_200_000)], -200) == [[0, 1], [2]]
    assert _joined([_answer(1200, "tonne", "mass"), _answer(1200, "tonne", "mass")], -200) == [[0, 1]]


def test_few_of_one_state_join_and_few_of_anything_do_not() -> None:
    assert _joined([_answer(3, "injured"), _answer(3, "injured")], -200) == [[0, 1]]
    assert _joined([_answer(3), _answer(3)], 200) == [[0], [1]]


def test_what_is_told_apart_or_unlike_stays_apart() -> None:
    assert _joined([_answer(860_000), _answer(860_000)], 200, other=True) == [[0], [1]]
    assert _joined([_answer(860_000), _answer(860_000)], -400) == [[0], [1]]


def test_what_only_stands_in_one_sentence_is_not_known_to_be_one() -> None:
    assert _joined([_answer(860_000), _answer(860_000)], APART) == [[0], [1]]
