import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.candidates import Candidates, Sketches, candidate_pairs, index_of, spread
from sayso.lineage.shingles import Hashes


def sketch(*values: int) -> Hashes:
    return np.unique(np.array(values, np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def found_in(sketches: list[Hashes], df_cap: int = 8, least: int = 1) -> Candidates:
    return candidate_pairs(index_of(Sketches.of(sketches)), df_cap=df_cap, representatives=2, least=least)


def pairs(sketches: list[Hashes], df_cap: int = 8, least: int = 1) -> dict[tuple[int, int], int]:
    found = found_in(sketches, df_cap, least)
    return dict(zip(zip(found.left.tolist(), found.right.tolist(), strict=True), found.shared.tolist(), strict=True))


def test_pairs_come_with_how_much_they_share() -> None:
    assert pairs([sketch(1, 2, 3), sketch(2, 3, 4), sketch(9)]) == {(0, 1): 2}
    assert pairs([sketch(1, 2, 3), sketch(2, 3, 4), sketch(9)], least=3) == {}


def test_nothing_gives_nothing() -> None:
    assert pairs([]) == {}
    assert pairs([sketch(), sketch()]) == {}


def test_beyond_the_cap_documents_are_tied_to_representatives_and_marked() -> None:
    found = found_in([sketch(1, 2)] * 50 + [sketch(7)], least=2)
    assert len(found) == 49 + 48
    assert set(found.left.tolist()) == {0, 1}
    assert found.hot.tolist() == [True] * 50 + [False]


def test_a_large_family_hangs_together_though_furniture_is_shared_with_all() -> None:
    furniture = list(range(100, 103))
    family = [sketch(*range(20), *furniture) for _ in range(30)]
    strangers = [sketch(*range(1000 + 20 * n, 1010 + 20 * n), *furniture) for n in range(30)]
    mixed = [one for two in zip(strangers, family, strict=True) for one in two]
    tied = pairs(mixed, least=10)
    assert {right for _, right in tied} | {left for left, _ in tied} == set(range(1, 60, 2))


@given(st.lists(st.sets(st.integers(0, 30), max_size=12), max_size=9))
def test_below_the_cap_every_pair_is_counted_exactly(sets: list[set[int]]) -> None:
    found = pairs([sketch(*values) for values in sets], df_cap=99)
    wanted = {
        (left, right): len(sets[left] & sets[right])
        for left, right in itertools.combinations(range(len(sets)), 2)
        if sets[left] & sets[right]
    }
    assert found == wanted


def test_spread_counts_families_not_documents() -> None:
    sketches = [sketch(1, 2), sketch(1, 2), sketch(2), sketch(3)]
    known = spread(index_of(Sketches.of(sketches)), np.array([0, 0, 2, 3]))
    assert known.of(np.concatenate([sketch(1), sketch(2), sketch(3), sketch(4)])).tolist() == [1, 2, 1, 1]
    assert spread(index_of(Sketches.of([])), np.zeros(0, np.int64)).of(sketch(1)).tolist() == [1]
