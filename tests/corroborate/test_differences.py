"""What differs between reports, as all stages together tell it: conflicts, and what only looks like one."""

import json
from pathlib import Path

import pytest

from difference_cases import FIRST, SECOND, Case
from sayso import verbs
from sayso.report.records import CaseRecords
from sayso.vocab import Difference, QuestionKind

CASES = FIRST + SECOND


def _read(case: Case, folder: Path) -> CaseRecords:
    file = folder / "reports.jsonl"
    lines = [
        {
            "url": f"https://outlet{at}.example/{at}",
            "publisher": f"Outlet {at}",
            "language": language,
            "published": f"2031-05-{day:02}T10:00:00Z",
            "text": text,
        }
        for at, (language, day, text) in enumerate(case.reports)
    ]
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return verbs.read(str(file))


def _verdicts(records: CaseRecords, case: Case) -> set[str]:
    """The verdicts of the differences of this aspect that hold both values; any two values where none are named."""
    found = set()
    for contradiction in records.contradictions:
        values = [value.value for value in contradiction.values]
        if contradiction.aspect == case.aspect and all(not value or value in values for value in case.values):
            found.add(contradiction.verdict.value)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_verdict_on_a_difference(case: Case, tmp_path: Path) -> None:
    records = _read(case, tmp_path)
    if case.verdict in {"adds", "fails"}:
        failing = [q for q in records.questions if q.kind is QuestionKind.SUM_FAILS]
        assert bool(failing) == (case.verdict == "fails")
        return
    found = _verdicts(records, case)
    if case.verdict == "none":
        assert not [c for c in records.contradictions if c.aspect == case.aspect]
        return
    assert case.verdict in found
    if case.verdict != Difference.CONFLICT:
        assert Difference.CONFLICT.value not in found


def test_the_table_covers_every_kind_in_many_languages() -> None:
    assert len({language for case in CASES for language, _, _ in case.reports}) >= 5
    assert {case.verdict for case in CASES} >= {d.value for d in Difference} - {"undecided"} | {"none", "adds", "fails"}


def test_to_decline_and_not_to_do_are_no_conflict(tmp_path: Path) -> None:
    told = (
        "Norlex declined to comment on the sinking of the barge.",
        "Norlex would not comment on the sinking of the barge.",
    )
    for number, text in enumerate(told):
        row = {"id": number, "outlet": f"Outlet {number}", "language": "en", "text": f"A barge sank at Halden. {text}"}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(row))
    records = verbs.read(*(str(tmp_path / f"{number}.jsonl") for number in range(2)))
    assert [d for d in records.contradictions if d.verdict is Difference.CONFLICT] == []
