from itertools import combinations

import numpy as np

from sayso.lineage.growing import BORNE, LARGE, Joins, grown

FIRM, LESS, STRONG, AGENCY, LITTLE = range(5)
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


def stand(size: int, *rows: Row, at_home: frozenset[int] = frozenset()) -> list[Row]:
    kept = grown(size, joins(*rows, at_home=at_home)).tolist()
    return [row for row, stands in zip(rows, kept, strict=True) if stands]


def test_nothing_to_join() -> None:
    assert grown(3, joins()).tolist() == []


def test_the_likest_pair_joins_first_and_the_next_must_show_more() -> None:
    """2 stands alone and has something of each of two families; each pair would do for two that stand alone."""
    families = ((0, 1, 1.0, FIRM), (3, 4, 1.0, FIRM))
    likest, next_one = (1, 2, 0.84, LITTLE), (2, 3, 0.83, LITTLE)
    assert stand(5, *families, next_one, likest) == [*families, likest]
    assert stand(5, *families, next_one) == [*families, next_one]
    surer = (2, 3, 0.86, LITTLE)
    assert stand(5, *families, surer, likest) == [*families, surer]
    assert stand(5, *families, surer, (1, 2, 0.85, LITTLE)) == [*families, surer, (1, 2, 0.85, LITTLE)]


def test_a_pair_within_a_family_that_has_come_about_stands() -> None:
    feeble = (0, 2, 0.3, LITTLE)
    assert stand(3, feeble) == []
    assert stand(3, feeble, (0, 1, 1.0, FIRM), (1, 2, 1.0, FIRM))[0] == feeble


def test_text_at_home_in_one_family_need_not_be_likened_to_it() -> None:
    rows = ((0, 1, 1.0, FIRM), (1, 2, 0.7, LITTLE))
    assert stand(3, *rows) == [rows[0]]
    assert stand(3, *rows, at_home=frozenset({1})) == [*rows]


def test_half_a_text_thinned_joins_a_family_but_not_two() -> None:
    thinned = (1, 2, 0.3, LESS)
    assert thinned in stand(3, (0, 1, 1.0, FIRM), thinned)
    assert thinned not in stand(4, (0, 1, 1.0, FIRM), (2, 3, 1.0, FIRM), thinned)


def family(first: int, size: int) -> list[Row]:
    return [(first, other, 1.0, FIRM) for other in range(first + 1, first + size)]


def test_one_text_of_a_large_family_does_not_tie_it_to_another() -> None:
    large = family(0, LARGE + 2)
    other = family(LARGE + 2, 3)
    few = int(BORNE * (LARGE + 2))
    ties = [(place, LARGE + 3, 1.0, LITTLE) for place in range(few + 1)]
    assert stand(LARGE + 5, *large, *other, *ties[:few]) == [*large, *other]
    assert stand(LARGE + 5, *large, *other, *ties) == [*large, *other, *ties]
    alone = (0, LARGE + 2, 1.0, LITTLE)
    assert alone in stand(LARGE + 3, *large, alone)


def test_of_two_families_as_large_it_does_not_matter_which_comes_first() -> None:
    size = LARGE + 2
    one, other = (list(range(first, 2 * size, 2)) for first in (0, 1))
    families = [(group[0], member, 1.0, FIRM) for group in (one, other) for member in group[1:]]
    for left, right in ((one, other), (other, one)):
        ties = [(min(a, b), max(a, b), 1.0, LITTLE) for a, b in zip(left[:4], right[:4], strict=True)]
        assert stand(2 * size, *families, *ties) == [*families, *ties]
        alone = [(min(one[0], b), max(one[0], b), 1.0, LITTLE) for b in other[:2]]
        assert stand(2 * size, *families, *alone) == families


def test_the_order_of_the_pairs_does_not_matter() -> None:
    rows = [
        (i, j, 0.5 + ((i * 7 + j * 3) % 50) / 100, (i + j) % 5) for i, j in combinations(range(12), 2) if (i * j) % 3
    ]
    first = set(stand(12, *rows))
    assert first == set(stand(12, *reversed(rows))) == set(stand(12, *rows[20:], *rows[:20]))
    assert len(first) > 0
