import math
import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

import lineage_pairs
from sayso.lineage.growing import BORNE, LARGE, Joins, Standing, grown, standing
from sayso.settings import LineageSettings

FIRM, MOST, HALF, AGENCY, LITTLE = Standing
Row = tuple[int, int, float, Standing]


def joins(*rows: Row, at_home: frozenset[int] = frozenset(), shared: Sequence[float] = ()) -> Joins:
    """Pairs as (left, right, density, standing); `at_home`: places of those that kin have spoken for."""
    left, right, density, how = zip(*rows, strict=True) if rows else ((),) * 4
    return Joins(
        np.array(left, np.int64),
        np.array(right, np.int64),
        np.array(density, np.float64),
        np.array(shared or [50] * len(rows), np.float64),
        np.array(how, np.int8),
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


def crossed(left: Sequence[int], right: Sequence[int], how: Standing = LITTLE) -> list[Row]:
    return [(min(pair), max(pair), 0.9, how) for pair in zip(left, right, strict=True)]


SIZE = LARGE + 2
HALF_OF_IT = math.ceil(BORNE * SIZE)
FEW = LineageSettings().representatives


@pytest.mark.parametrize("how", [MOST, HALF, AGENCY, LITTLE])
@pytest.mark.parametrize("swapped", [False, True])
def test_half_of_one_of_two_large_families_must_share_text_and_some_of_the_other(how: Standing, swapped: bool) -> None:
    families = family(0, SIZE) + family(SIZE, SIZE)
    one, other = range(SIZE), range(SIZE, 2 * SIZE)
    if swapped:
        one, other = other, one
    some = [other[n % FEW] for n in range(HALF_OF_IT)]
    enough = crossed(one[:HALF_OF_IT], some, how)
    assert stand(*families, *enough) == [*families, *enough]
    assert stand(*families, *enough[1:]) == families
    of_fewer = crossed(one[:HALF_OF_IT], [other[n % (FEW - 1)] for n in range(HALF_OF_IT)], how)
    assert stand(*families, *of_fewer) == families


def test_a_firm_pair_joins_what_no_other_pair_would() -> None:
    families = family(0, SIZE) + family(SIZE, SIZE)
    for how in Standing:
        tie = (0, SIZE, 0.9, how)
        assert (tie in stand(*families, tie)) is (how is FIRM)


@pytest.mark.parametrize(("size", "joined"), [(LARGE, True), (LARGE + 1, False)])
def test_one_pair_joins_families_up_to_a_size(size: int, joined: bool) -> None:
    families = [*family(0, size), *family(size, 3)]
    tie = (0, size, 0.9, LITTLE)
    assert (tie in stand(*families, tie)) is joined


def test_one_text_of_three_does_not_tie_them_to_a_large_family() -> None:
    large, three = family(0, SIZE), family(SIZE, 3)
    one = crossed(range(SIZE), [SIZE] * SIZE)
    assert stand(*large, *three, *one) == [*large, *three]
    two = [*one, (0, SIZE + 1, 0.9, LITTLE)]
    assert stand(*large, *three, *two) == [*large, *three, *two]


def test_a_text_stays_with_its_family_though_it_shares_with_another_of_another_too() -> None:
    """Half of 0 and half of 20 are their own stories, the other half is one text: all of that is copied."""
    rows = [*family(1, SIZE), *family(21, SIZE), (0, 20, 0.99, MOST)]
    rows += [(0, member, 0.9, MOST) for member in range(1, SIZE + 1)]
    rows += [(20, member, 0.9, MOST) for member in range(21, SIZE + 21)]
    assert stand(*rows) == rows


def test_a_pair_too_feeble_to_join_counts_for_the_family_that_has_it() -> None:
    families = family(0, SIZE) + family(SIZE, SIZE)
    places = range(1, HALF_OF_IT)
    feeble = [(place, SIZE + place, 0.3, LITTLE) for place in places]
    strong = (0, SIZE, 0.9, LITTLE)
    assert stand(*families, *feeble) == families
    assert stand(*families, *feeble, strong) == [*families, *feeble, strong]


def test_what_two_families_share_with_a_third_counts_once_they_are_one() -> None:
    one, other, third = range(SIZE), range(SIZE, 2 * SIZE), range(2 * SIZE, 3 * SIZE)
    families = [*family(0, SIZE), *family(SIZE, SIZE), *family(2 * SIZE, SIZE)]
    few = HALF_OF_IT // 2
    to_third = [*crossed(one[:few], third[:few]), *crossed(other[:few], third[few : 2 * few])]
    assert stand(*families, *to_third) == families
    between = crossed(one[:HALF_OF_IT], other[:HALF_OF_IT])
    assert stand(*families, *to_third, *between) == [*families, *to_third, *between]


def test_a_chain_of_families_joins_link_by_link() -> None:
    """Each ties to the next by half of itself; the next has no more of it than the representatives."""
    count = 40
    families = [row for n in range(count) for row in family(n * SIZE, SIZE)]
    links = [
        row
        for n in range(count - 1)
        for row in crossed(
            range((n + 1) * SIZE, (n + 1) * SIZE + HALF_OF_IT), [n * SIZE + place % FEW for place in range(HALF_OF_IT)]
        )
    ]
    assert stand(*families, *links) == [*families, *links]


def test_copies_of_the_halves_of_one_story_are_one_family_with_what_has_text_of_one_half() -> None:
    """As many have the first half as there are representatives times four; two reports have a part of the second."""
    first, second, both, reports = range(12), range(12, 18), 18, (19, 20)
    families = [(n, both, 1.0, FIRM) for n in (*first, *second)]
    ties = [(there, report, 0.9, HALF) for report in reports for there in (*second, both)]
    of_reports = [(*reports, 1.0, FIRM)]
    rows = [*families, *of_reports, *ties]
    assert stand(*rows) == rows


def test_a_text_that_stands_alone_joins_a_large_family_by_one_pair() -> None:
    alone = (0, SIZE, 1.0, LITTLE)
    assert stand(*family(0, SIZE), alone) == [*family(0, SIZE), alone]


def test_what_shares_more_words_joins_first() -> None:
    """2 may join either family, and then must show more; the longer pair is the less dense."""
    families = [(0, 1, 1.0, FIRM), (3, 4, 1.0, FIRM)]
    rows = [*families, (1, 2, 0.84, LITTLE), (2, 3, 0.82, LITTLE)]
    for words, joined in ((50, 2), (60, 3)):
        kept = grown(joins(*rows, shared=[90, 90, 50, words]), LineageSettings()).tolist()
        assert kept == [True, True, joined == 2, joined == 3]


def test_the_order_of_the_pairs_does_not_matter() -> None:
    """Pairs are as like each other by the dozen, and which of two comes first decides what the other must show."""
    rows = [
        (i, j, 0.55 + (i + j) % 4 / 10, Standing((i * j) % 4 + (i != j - 1)))
        for i, j in combinations(range(60), 2)
        if (i * j) % 31 < 2
    ]
    first = set(stand(*rows))
    assert 0 < len(first) < len(rows)
    for seed in range(20):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert set(stand(*shuffled)) == first


@pytest.mark.parametrize(
    ("covered", "density", "words", "how"),
    [
        ((0.9, 0.2), 0.6, 100, FIRM),
        ((0.9, 0.2), 0.6, 98, MOST),
        ((0.9, 0.2), 0.58, 100, MOST),
        ((0.88, 0.2), 1.0, 200, MOST),
        ((0.8, 0.8), 0.6, 80, FIRM),
        ((0.78, 0.88), 1.0, 80, MOST),
        ((0.6, 0.3), 1.0, 200, HALF),
        ((0.3, 0.3), 1.0, 200, LITTLE),
    ],
)
def test_a_pair_stands_by_how_much_of_its_texts_is_shared(
    covered: tuple[float, float], density: float, words: int, how: Standing
) -> None:
    one = lineage_pairs.pair(0, 1, covered, density, words)
    assert standing(one, LineageSettings()) is how
    assert Joins.of([one], LineageSettings()).standing.tolist() == [how]


def test_an_agency_behind_both_makes_sentences_enough() -> None:
    little = lineage_pairs.pair(0, 1, (0.3, 0.3), 1.0, 200)
    assert standing(little._replace(agency=True), LineageSettings()) is MOST
    briefer = lineage_pairs.pair(0, 1, (0.3, 0.3), 0.4, 200)
    assert standing(briefer._replace(agency=True), LineageSettings()) is AGENCY
