"""Figures of one question gathered, whatever they count: which come together, which never do, and what comes of it."""

import numpy as np
import pytest

from read_through import read_through
from sayso.corroborate.asked import average_linkage
from sayso.model import Contradiction
from sayso.stage import of
from sayso.vocab import Aspect, Difference

CONTAINERS = (
    ("en", "The owner said 42 containers went overboard off Bergvik in the storm."),
    ("en", "The coast guard said 57 containers had gone overboard off Bergvik."),
    ("de", "Nach Angaben der Küstenwache sind vor Bergvik 42 Container ins Meer gefallen."),
)


def _differences(*reports: tuple[str, str]) -> list[Contradiction]:
    return of(read_through(*reports), Contradiction)


def test_a_chain_of_near_ones_is_not_one_group() -> None:
    alike = np.array([[1, 0.9, 0.1, 0.0], [0.9, 1, 0.6, 0.0], [0.1, 0.6, 1, 0.9], [0.0, 0.0, 0.9, 1]], np.float32)
    assert average_linkage(alike, 0.5) == [[0, 1], [2, 3]]
    assert average_linkage(np.zeros((0, 0), np.float32), 0.5) == []


def test_groups_do_not_hang_on_the_order() -> None:
    drawn = np.random.default_rng(4).random((30, 30))  # no two alike: of two as near the first is taken
    alike = ((drawn + drawn.T) / 2).astype(np.float32)
    order = np.random.default_rng(5).permutation(30)
    turned = average_linkage(alike[np.ix_(order, order)], 0.6)
    assert sorted(sorted(order[at] for at in group) for group in turned) == average_linkage(alike, 0.6)


def test_what_no_list_counts_is_a_topic_in_the_words_of_a_report() -> None:
    (found,) = (c for c in _differences(*CONTAINERS) if {v.value for v in c.values} >= {"42", "57"})
    assert (found.aspect, found.verdict) == (Aspect.NUMBER, Difference.CONFLICT)
    assert found.topic.startswith("“")
    assert "…" in found.topic
    assert {len(value.mention_ids) for value in found.values} == {1, 2}


@pytest.mark.parametrize(
    "reports",
    [
        (CONTAINERS[0], ("en", "The harbour of Ostwick has room for 60 fishing boats, its master said.")),
        (
            CONTAINERS[0],
            ("en", "The owner said the ship had last been inspected 6 weeks before the storm off Bergvik."),
        ),
    ],
)
def test_other_questions_are_no_topic(reports: tuple[tuple[str, str], ...]) -> None:
    assert not _differences(*reports)
