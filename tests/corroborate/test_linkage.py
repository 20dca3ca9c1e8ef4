"""Groups by average linkage: which are one, and that neither order nor ties nor size upset them."""

import numpy as np
import pytest

from sayso.corroborate.linkage import Hundredths, average_linkage


def test_a_chain_of_near_ones_is_not_one_group() -> None:
    alike = np.array([[100, 90, 10, 0], [90, 100, 60, 0], [10, 60, 100, 90], [0, 0, 90, 100]], np.int32)
    assert average_linkage(alike, 50) == [[0, 1], [2, 3]]
    assert average_linkage(np.zeros((0, 0), np.int32), 50) == []
    assert average_linkage(np.zeros((1, 1), np.int32), 50) == [[0]]


def test_what_is_all_alike_is_one_group() -> None:
    assert average_linkage(np.full((500, 500), 100, np.int32), 50) == [list(range(500))]


def _drawn(seed: int, size: int) -> Hundredths:
    """No two alike: of two as near the first is taken."""
    upper = np.triu(np.random.default_rng(seed).permutation(size * size).reshape(size, size), 1)
    return (upper + upper.T).astype(np.int32)


def test_groups_do_not_hang_on_the_order() -> None:
    alike = _drawn(4, 30)
    order = np.random.default_rng(5).permutation(30)
    turned = average_linkage(alike[np.ix_(order, order)], 500)
    assert sorted(sorted(int(order[at]) for at in group) for group in turned) == average_linkage(alike, 500)


def _one_by_one(alike: Hundredths, least: float) -> list[list[int]]:
    """The nearest two of all joined each time, by the book."""
    groups = [[at] for at in range(len(alike))]
    while len(groups) > 1:
        means = {
            (one, other): alike[np.ix_(groups[one], groups[other])].mean()
            for one in range(len(groups))
            for other in range(one)
        }
        one, other = max(means, key=lambda pair: means[pair])
        if means[one, other] < least:
            break
        groups[other] += groups.pop(one)
    return sorted(sorted(group) for group in groups)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("least", [300, 450, 600])
def test_groups_are_those_of_joining_the_nearest_each_time(seed: int, least: float) -> None:
    alike = _drawn(seed, 25)
    assert average_linkage(alike, least) == _one_by_one(alike, least)
