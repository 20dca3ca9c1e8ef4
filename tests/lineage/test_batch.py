from typing import Any

import lineage_prose as prose
from sayso import verbs
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
    assert (pair["kind"], pair["directed"], pair["common_origin"]) == ("same_source", False, "Norlex")


def credited(row: Any, line: str) -> Any:
    return {**row, "text": f"{line}\n\n{row['text']}"}


def test_two_that_credit_an_agency_that_is_not_here_are_siblings() -> None:
    rows = [credited(ROWS[0], "(Reuters)"), {**ROWS[1], "text": f"HALDEN (Reuters) - {ROWS[1]['text']}"}]
    (pair,) = verbs.lineage_rows(rows)
    assert (pair["kind"], pair["directed"], pair["common_origin"]) == ("same_source", False, "Reuters")
    assert "both credit Reuters: " in pair["reasons"][-1]


def test_a_copy_of_a_reprint_goes_back_to_the_same_agency() -> None:
    (pair,) = verbs.lineage_rows([ROWS[0], credited(ROWS[1], "(Reuters)")])
    assert (pair["derived"], pair["directed"], pair["common_origin"]) == ("b", True, "Reuters")


def test_an_agency_that_is_here_is_no_hidden_origin() -> None:
    (pair,) = verbs.lineage_rows([credited(ROWS[0], "(Reuters)"), {**ROWS[1], "outlet": "Reuters"}])
    assert (pair["derived"], pair["origin"], pair["directed"], pair["common_origin"]) == ("b", "a", True, None)


def test_without_credits_no_common_origin() -> None:
    (pair,) = verbs.lineage_rows(ROWS)
    assert pair["common_origin"] is None


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
