import math
import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from sayso.lineage.growing import BORNE, LARGE, Joins, grown
from sayso.settings import LineageSettings

FIRM, MOST, HALF, AGENCY, LITTLE = range(5)
Row = tuple[int, int, float, int]


def joins(*rows: Row, at_home: frozenset[int] = frozenset()) -> Joins:
    """Pairs as (left, right, density, kind); `at_home`: places of those that kin have spoken for."""
    left, right, density, kind = zip(*rows, strict=True) if rows else ((),) * 4
    return Joins(
        np.array(left, np.int64),
        np.array(right, np.int64),
        np.array(density, np.float64),
        np.full(len(rows), 50, np.float64),
        np.array(kind, np.int8),
        np.array([place in at_home for place in range(len(rows))], bool),
    )


def stand(*rows: Row, at_home: frozenset[int] = frozenset()) -> list[Row]:
    kept = grown(joins(*rows, at_home=at_home), LineageSettings()).tolist()
    return [row for row, stands in zip(rows, kept, strict=True) if stands]


def test_nothing_to_join() -> None:
    assert grown(joins(), LineageSettings()).tolist() == []


def test_the_likest_pair_joins_first_and_the_next_must_show_more() -> None:
    """2 stands alone and has something of each of two families; each pair would do for two that stand alone."""
    families = ((0, 1, 1.0, MOST), (3, 4, 1.0, MOST))
    likest, next_one = (1, 2, 0.84, LITTLE), (2, 3, 0.83, LITTLE)
    assert stand(*families, next_one, likest) == [*families, likest]
    assert stand(*families, next_one) == [*families, next_one]
    surer = (2, 3, 0.86, LITTLE)
    assert stand(*families, surer, likest) == [*families, surer]
    assert stand(*families, surer, (1, 2, 0.85, LITTLE)) == [*families, surer, (1, 2, 0.85, LITTLE)]


def test_a_pair_within_a_family_that_has_come_about_stands() -> None:
    feeble = (0, 2, 0.3, LITTLE)
    assert stand(feeble) == []
    assert stand(feeble, (0, 1, 1.0, MOST), (1, 2, 1.0, MOST))[0] == feeble


def test_text_at_home_in_one_family_need_not_be_likened_to_it() -> None:
    rows = ((0, 1, 1.0, MOST), (1, 2, 0.7, LITTLE))
    assert stand(*rows) == [rows[0]]
    assert stand(*rows, at_home=frozenset({1})) == [*rows]


def test_half_a_text_thinned_joins_a_family_but_not_two() -> None:
    thinned = (1, 2, 0.3, MOST)
    assert thinned in stand((0, 1, 1.0, MOST), thinned)
    assert thinned not in stand((0, 1, 1.0, MOST), (2, 3, 1.0, MOST), thinned)


def family(first: int, size: int) -> list[Row]:
    return [(first, other, 1.0, FIRM) for other in range(first + 1, first + size)]


def crossed(left: Sequence[int], right: Sequence[int], kind: int = LITTLE) -> list[Row]:
    return [(min(pair), max(pair), 0.9, kind) for pair in zip(left, right, strict=True)]


SIZE = LARGE + 2
NEEDED = math.ceil(BORNE * SIZE)


@pytest.mark.parametrize("kind", [MOST, HALF, AGENCY, LITTLE])
@pytest.mark.parametrize("swapped", [False, True])
def test_half_of_each_of_two_large_families_must_share_text(kind: int, swapped: bool) -> None:
    families = family(0, SIZE) + family(SIZE, SIZE)
    one, other = range(SIZE), range(SIZE, 2 * SIZE)
    if swapped:
        one, other = other, one
    enough = crossed(one[:NEEDED], other[:NEEDED], kind)
    assert stand(*families, *enough) == [*families, *enough]
    assert stand(*families, *enough[1:]) == families
    of_one_alone = crossed(one[:NEEDED], [other[0]] * NEEDED, kind)
    assert stand(*families, *of_one_alone) == families


def test_a_text_that_shares_with_many_of_a_family_is_one_of_its_own_all_the_same() -> None:
    """One document of a small family has text of all of a large one: that is one in three of the small one."""
    large, small = family(0, SIZE), family(SIZE, 3)
    one = crossed(range(SIZE), [SIZE] * SIZE)
    assert stand(*large, *small, *one) == [*large, *small]
    two = [*one, (0, SIZE + 1, 0.9, LITTLE)]
    assert stand(*large, *small, *two) == [*large, *small, *two]


def test_a_pair_too_feeble_to_join_counts_for_the_family_that_has_it() -> None:
    families = family(0, SIZE) + family(SIZE, SIZE)
    feeble = [
        (left, right, 0.3, LITTLE) for left, right, *_ in crossed(range(1, NEEDED), range(SIZE + 1, SIZE + NEEDED))
    ]
    strong = (0, SIZE, 0.9, LITTLE)
    assert stand(*families, *feeble) == families
    assert stand(*families, *feeble, strong) == [*families, *feeble, strong]


def test_what_two_families_share_with_a_third_counts_once_they_are_one() -> None:
    one, other, third = range(SIZE), range(SIZE, 2 * SIZE), range(2 * SIZE, 3 * SIZE)
    families = [*family(0, SIZE), *family(SIZE, SIZE), *family(2 * SIZE, SIZE)]
    few = NEEDED // 2
    to_third = [
        *crossed(one[: NEEDED - 1], [third[n % few] for n in range(NEEDED - 1)]),
        *crossed(other[: NEEDED + 1], [third[few + n % few] for n in range(NEEDED + 1)]),
    ]
    assert stand(*families, *to_third) == families
    between = crossed(one[:NEEDED], other[:NEEDED])
    assert stand(*families, *to_third, *between) == [*families, *to_third, *between]


def test_of_what_more_share_than_are_compared_each_with_each_the_representatives_speak() -> None:
    cap, few = LineageSettings().df_cap, LineageSettings().representatives
    large, other = family(0, cap), family(cap, SIZE)
    ties = [(left, right, 0.9, LITTLE) for left in range(few) for right in range(cap, cap + SIZE)]
    assert stand(*large, *other, *ties) == [*large, *other, *ties]
    assert stand(*large, *other, *ties[:SIZE]) == [*large, *other]  # of one: it may have set the passage in
    fewer = family(0, cap - SIZE)
    assert stand(*fewer, *other, *ties) == [*fewer, *other]


def test_a_text_that_stands_alone_joins_a_large_family_by_one_pair() -> None:
    alone = (0, SIZE, 1.0, LITTLE)
    assert stand(*family(0, SIZE), alone) == [*family(0, SIZE), alone]


def test_the_order_of_the_pairs_does_not_matter() -> None:
    """Pairs are as like each other by the dozen, and which of two comes first decides what the other must show."""
    rows = [
        (i, j, 0.55 + (i + j) % 4 / 10, (i * j) % 4 + (i != j - 1))
        for i, j in combinations(range(60), 2)
        if (i * j) % 31 < 2
    ]
    first = set(stand(*rows))
    assert 0 < len(first) < len(rows)
    for seed in range(20):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert set(stand(*shuffled)) == first
