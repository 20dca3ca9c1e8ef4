"""Figures of one question gathered, whatever they count: which come together, which never do, and what comes of it."""

import pytest

from read_through import read_through
from sayso.corroborate import conflict
from sayso.model import Contradiction, Skip
from sayso.stage import of
from sayso.vocab import Aspect, Difference, SkipReason

CONTAINERS = (
    ("en", "The owner said 42 containers went overboard off Bergvik in the storm."),
    ("en", "The coast guard said 57 containers had gone overboard off Bergvik."),
    ("de", "Nach Angaben der Küstenwache sind vor Bergvik 42 Container ins Meer gefallen."),
)


def _differences(*reports: tuple[str, str]) -> list[Contradiction]:
    return of(read_through(*reports), Contradiction)


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


def test_figures_beyond_the_most_are_skipped_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict, "MOST", 2)
    in_english = ("en", "The mayor said 61 containers had gone overboard off Bergvik in the storm.")
    records = read_through(*CONTAINERS[:2], in_english)
    (skip,) = of(records, Skip)
    assert (skip.stage, skip.reason, skip.subject) == ("conflict", SkipReason.TOO_LARGE, "*")
    assert skip.detail.startswith("of 3 figures the 2 earliest")
    assert len(of(records, Contradiction)) == 1  # the two are compared all the same
