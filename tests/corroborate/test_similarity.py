import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroborate.similarity import alike_pairs, likeness

WEIGHTS = {letter: 1.0 + at for at, letter in enumerate("abcdefghij")}
SETS = st.lists(st.frozensets(st.sampled_from(sorted(WEIGHTS)), max_size=6), max_size=12)


@given(SETS, st.sampled_from([0.3, 0.5, 0.6, 0.75, 0.9]))
def test_prefix_filtering_loses_no_pair(sets: list[frozenset[str]], threshold: float) -> None:
    found, hot = alike_pairs(sets, WEIGHTS, threshold, max_posting=1000)
    brute = [
        (one, other)
        for one, other in itertools.combinations(range(len(sets)), 2)
        if likeness(sets[one], sets[other], WEIGHTS) >= threshold
    ]
    assert [(one, other) for one, other, _ in found] == brute
    assert hot == []


def test_a_hot_element_is_named_and_leads_to_no_pair() -> None:
    sets = [frozenset("a")] * 5
    assert alike_pairs(sets, WEIGHTS, 0.5, max_posting=4) == ([], ["a"])


def test_likeness_is_the_geometric_mean() -> None:
    assert likeness(frozenset("ab"), frozenset("b"), WEIGHTS) == pytest.approx(2 / math.sqrt(3 * 2))
    assert likeness(frozenset(), frozenset("b"), WEIGHTS) == 0.0
