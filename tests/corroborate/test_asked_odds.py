"""How likely two figures answer one question, and the groups that come of it."""

import numpy as np
import pytest

from read_through import read_through
from sayso.corroborate.asked import Answer, answers
from sayso.corroborate.asked_groups import AT_HOME, SURE, SURE_OF_OTHERS, Group, _parted
from sayso.corroborate.asked_odds import APART, WEIGHTS, evidence, known_as_others, odds
from sayso.corroborate.asked_sorts import never_of_one_sort, of_other_sorts
from sayso.corroborate.linkage import average_linkage
from sayso.corroborate.profile import Profiles


def _answers(*texts: str) -> list[Answer]:
    return answers(Profiles(read_through(*(("en", text) for text in texts))).ordered())


def test_each_weight_has_its_evidence_and_what_is_told_apart_has_none() -> None:
    told = _answers(
        "The mayor said 12 people were killed in the fire at Ostwick.",
        "At least 14 people died in the Ostwick fire, police said.",
        "The fire in Ostwick injured 30 people, the hospital said.",
    )
    cells = list(evidence(told))
    assert len(cells) == len(WEIGHTS)
    assert all(one.shape == (3, 3) and (one == one.T).all() for one in cells)
    found = odds(told, known_as_others(told))
    assert (found == found.T).all()
    first, second, hurt = (next(at for at, a in enumerate(told) if a.figure.low == low) for low in (12, 14, 30))
    assert found[first, second] >= SURE
    assert found[first, hurt] == found[second, hurt] == APART
    assert found[first, first] == APART  # of one sentence


def test_sorts_that_are_never_of_one_question() -> None:
    sorts = ["killed", "injured", "people", "thing", "noun", "mass", "time of day", "fraction", ""]
    never, other = never_of_one_sort(sorts), of_other_sorts(sorts)
    apart = {frozenset((sorts[one], sorts[at])) for one, at in np.argwhere(never)}
    assert {frozenset(pair) for pair in (("killed", "injured"), ("people", "mass"), ("fraction", "thing"))} <= apart
    assert frozenset(("noun", "mass")) not in apart
    assert frozenset(("people", "thing")) not in apart
    assert not [pair for pair in apart if "" in pair]
    assert not never.diagonal().any()
    assert other[sorts.index("people"), sorts.index("thing")]
    assert not other[sorts.index("killed"), sorts.index("people")]


def test_groups_of_thousands_are_joined_by_their_means() -> None:
    size = 1500
    near = np.full((2 * size, 2 * size), 1040, np.int32)
    near[:size, size:] = near[size:, :size] = -800
    assert [len(group) for group in average_linkage(near, -100)] == [size, size]
    near[:] = 1040
    assert [len(group) for group in average_linkage(near, -100)] == [2 * size]


def test_who_is_hardly_of_the_question_leaves_its_group() -> None:
    near = np.full((4, 4), 200, np.int32)
    near[3] = near[:, 3] = AT_HOME - 10
    assert sorted(_parted([5, 6, 7, 8], near_of(near))) == [[5, 6, 7], [8]]
    near[3, :3] = near[:3, 3] = APART  # of the sentence of each of the others: nothing speaks against it
    assert list(_parted([5, 6, 7, 8], near_of(near))) == [[5, 6, 7, 8]]
    near[:] = AT_HOME - 10
    assert sorted(_parted([5, 6, 7, 8], near_of(near))) == [[5], [6], [7], [8]]


def near_of(cells: np.ndarray) -> np.ndarray:
    """The cells of the figures 5 to 8 of nine."""
    near = np.zeros((9, 9), np.int32)
    near[5:, 5:] = cells
    return near


@pytest.mark.parametrize(
    ("texts", "sure"),
    [
        (("12 people were killed, the mayor said.", "14 people were killed, police said."), SURE),
        (("The gauge showed 12 percent, the mayor said.", "The gauge showed 14 percent, police said."), SURE_OF_OTHERS),
        (("The clerk counted 12 blips, he said.", "The clerk counted 14 blips, she said."), SURE_OF_OTHERS),
    ],
)
def test_what_a_text_gives_many_of_has_to_be_surer(texts: tuple[str, str], sure: int) -> None:
    told = _answers(*texts)
    assert Group(tuple(told), odds(told, known_as_others(told))).sure == sure
