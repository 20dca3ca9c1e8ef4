from typing import Any

import lineage_prose as prose
from sayso.lineage.batch import lineage_rows, unread_rows
from sayso.model import Credit
from sayso.vocab import CreditKind, SkipReason

BASE = prose.paragraphs(1, 10)
ROWS: list[Any] = [
    {
        "id": "b",
        "outlet": "Courier",
        "published": "2031-03-04T09:00:00Z",
        "headline": "x",
        "text": "\n\n".join(BASE[:6]),
    },
    {"id": "a", "outlet": "Herald", "published": "2031-03-04T08:00:00Z", "headline": "y", "text": "\n\n".join(BASE)},
    {"id": "c", "outlet": "Gazette", "published": None, "headline": None, "text": prose.text(2)},
]


def test_rows_in_pairs_out() -> None:
    (pair,) = lineage_rows(ROWS)
    assert {key: pair[key] for key in ("derived", "origin", "kind", "coverage", "directed")} == {
        "derived": "b",
        "origin": "a",
        "kind": "trimmed",
        "coverage": 1.0,
        "directed": True,
    }
    assert "Herald was out earlier" in " ".join(pair["reasons"])


def test_credits_are_taken_from_who_reads_them() -> None:
    def credits_of(text: str) -> tuple[Credit, ...]:
        return (Credit(kind=CreditKind.WIRE, name="Norlex", start=0, end=3),) if text.startswith(BASE[0]) else ()

    (pair,) = lineage_rows(ROWS, credits_of=credits_of)
    assert (pair["kind"], pair["directed"]) == ("same_source", False)


def test_what_cannot_be_read_is_named_and_costs_nothing_else() -> None:
    broken: list[Any] = [{}, {"id": "d"}, "no row", {"id": "a", "text": "again"}]
    rows = [ROWS[0], *broken[:3], *ROWS[1:], broken[3]]
    assert len(list(lineage_rows(rows))) == 1
    skips = unread_rows(rows)
    assert [(s.subject, s.reason) for s in skips] == [
        ("row 2", SkipReason.MALFORMED),
        ("row 3", SkipReason.MALFORMED),
        ("row 4", SkipReason.MALFORMED),
        ("row 7", SkipReason.DUPLICATE),
    ]


def test_no_rows_no_pairs() -> None:
    assert list(lineage_rows([])) == []
