"""Lineage over any number of shards gives what lineage in one piece gives, byte for byte."""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

import lineage_corpus
import lineage_prose as prose
from sayso.errors import InputError
from sayso.extract.credits import credits_at_edges
from sayso.lineage import batch, growing, numbering, spreading
from sayso.lineage.batch import lineage_rows, read_lines, unread_rows
from sayso.lineage.candidates import Indexes
from sayso.lineage.families import families, labels_of
from sayso.lineage.numbering import numbered
from sayso.lineage.sharded import sharded_rows
from sayso.lineage.shards import Here, Shards
from sayso.model import Skip
from sayso.settings import LineageSettings


class Several(Here):
    def __init__(self, parallelism: int) -> None:
        self.parallelism = parallelism


def spread_over(shards: int, lines: list[bytes], parts: int) -> tuple[list[dict[str, Any]], list[Skip]]:
    cluster = Several(shards)
    size = -(-len(lines) // parts)
    starts = range(0, max(1, len(lines)), max(1, size))
    given: Shards[Sequence[bytes]] = cluster.shards([lines[at : at + size] for at in starts])
    corpus = numbered(given, cluster, "in.jsonl", credits_at_edges)
    return list(sharded_rows(corpus, cluster, LineageSettings())), corpus.skips


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    return lineage_corpus.lines()


@pytest.fixture(scope="module")
def expected(lines: list[bytes]) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in lines if line.strip()]
    return list(lineage_rows(rows, credits_of=credits_at_edges))


def test_the_corpus_has_something_for_every_decision(expected: list[dict[str, Any]]) -> None:
    kinds = {pair["kind"] for pair in expected}
    assert kinds >= {"verbatim", "trimmed", "edited", "rewritten", "partial", "same_source", "revision"}, kinds
    reasons = " ".join(reason for pair in expected for reason in pair["reasons"])
    assert "which was first" in reasons
    assert "was out earlier" in reasons
    assert "the credits run in a circle" in reasons
    assert "under the number" in reasons
    assert "made the same change later" in reasons
    assert "follow.example made the same change (" in reasons
    assert "print a correction that both may have from a third" in reasons
    assert "as an earlier version of lead.example did" in reasons
    assert "carries a correction that lead.example had printed" in reasons
    assert "both go back to an earlier version of lead.example, which noted.example copied" in reasons
    ends = [{pair["derived"], pair["origin"]} for pair in expected]
    both = {name.removesuffix("-short") for pair in ends if "between-both" in pair for name in pair - {"between-both"}}
    assert both in ({"between-one"}, {"between-other"})
    named = {(pair["common_origin"], pair["directed"]) for pair in expected}
    assert named >= {("Reuters", False), ("Reuters", True), (None, True)}, named


@pytest.mark.parametrize(("shards", "parts"), [(1, 1), (3, 4), (7, 2)])
def test_any_number_of_shards_gives_the_same(
    lines: list[bytes], expected: list[dict[str, Any]], shards: int, parts: int
) -> None:
    found, skips = spread_over(shards, lines, parts)
    assert json.dumps(found) == json.dumps(expected)
    assert skips == read_lines(lines)[1]
    assert len(skips) == len(unread_rows([json.loads(line) for line in lines if line.strip()]))


@pytest.mark.parametrize("lifting", [3, 6])
def test_families_of_which_many_texts_tie_them_join_over_shards_as_in_memory(
    lifting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have twelve texts; some of the one carry four paragraphs of the other."""
    late = []

    def noted(given: Indexes, *rest: Any) -> Indexes:
        late.append(len(given))
        return joined_late(given, *rest)

    joined_late = growing._joined_late
    monkeypatch.setattr(growing, "_joined_late", noted)
    story, other = prose.paragraphs(40, 9), prose.paragraphs(60, 12)
    texts = {f"a{n:02}": story for n in range(12)}
    texts |= {f"b{n:02}": [*other, *(story[2:6] if n < lifting else [])] for n in range(12)}
    rows = [json.dumps({"id": key, "text": "\n\n".join(own)}).encode() + b"\n" for key, own in texts.items()]
    found, _ = spread_over(3, rows, 4)
    assert json.dumps(found) == json.dumps(list(lineage_rows(map(json.loads, rows), credits_of=credits_at_edges)))
    assert any({pair["derived"][0], pair["origin"][0]} == {"a", "b"} for pair in found)
    assert len(late) == 2
    assert all(late)


def test_an_agency_shown_in_one_shard_is_known_in_all() -> None:
    body = prose.text(1, 8)
    texts = [f"LUNDHAVN (Norlex) — {body}", f"{body}\n\n(Norlex)", prose.text(2, 8), f"{prose.text(2, 8)}\n\n(Sollex)"]
    again = {"id": 2, "text": f"HALDEN (Sollex) — {body}"}  # an id that was there before: its text counts for nothing
    given = [*({"id": n, "text": text, "outlet": f"Outlet {n}"} for n, text in enumerate(texts)), again]
    rows = [json.dumps(row).encode() + b"\n" for row in given]
    found, _ = spread_over(3, rows, 5)
    assert json.dumps(found) == json.dumps(list(lineage_rows(map(json.loads, rows), credits_of=credits_at_edges)))
    assert [pair["common_origin"] for pair in found] == ["Norlex", None]


def test_a_line_that_cannot_be_read_costs_itself_and_is_named_by_its_number(
    lines: list[bytes], expected: list[dict[str, Any]]
) -> None:
    found, skips = spread_over(3, [*lines[:60], b"{broken\n", b"[1]\n", *lines[60:]], 4)
    assert json.dumps(found) == json.dumps(expected)
    told = {skip.subject: skip.detail for skip in skips}
    assert told["line 61"] == "not JSON: Expecting property name enclosed in double quotes (character 2)"
    assert told["line 62"] == "not a JSON object"


def test_a_file_without_a_row_is_refused() -> None:
    with pytest.raises(InputError, match=r"in\.jsonl has no row that can be read: line 2: not JSON"):
        spread_over(2, [b"\n", b"%PDF-1.7\n", b"[1]\n"], 3)


def test_of_many_lines_that_cannot_be_read_the_first_are_named_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "MOST_TOLD", 3)
    monkeypatch.setattr(numbering, "MOST_TOLD", 3)
    rows = [b'{"id": 1, "text": "alone"}\n', *[b"[]\n"] * 7]
    skips = spread_over(3, rows, 4)[1]
    assert skips == read_lines(rows)[1]
    assert [skip.subject for skip in skips] == ["line 2", "line 3", "line 4", "4 more lines"]


def test_what_a_row_has_for_a_time_is_told_in_short() -> None:
    given: dict[str, Any] = {"text": prose.text(1, 8)}
    rows = [{**given, "id": 1, "published": "p" * 9_000}, {**given, "id": 2, "published": ["x"] * 9_000}]
    blank = [{**given, "id": 3, "published": " "}, {**given, "id": 4, "published": None}]
    skips = unread_rows([*rows, *blank])
    assert [skip.subject for skip in skips] == ["row 1", "row 2"]
    assert "“list”" in skips[1].detail
    assert len(skips[0].detail) < 200


def test_a_time_that_cannot_be_read_is_told_once() -> None:
    row = {"id": 1, "text": prose.text(1, 8), "published": "Tuesday at noon"}
    rows = [json.dumps({**row, **other}).encode() for other in ({}, {"published": "Wednesday"}, {"id": 2}, {"text": 3})]
    found, skips = spread_over(3, rows, 4)
    assert len(found) == 1
    assert skips == read_lines(rows)[1]
    assert [(skip.subject, skip.detail.split(":")[0]) for skip in skips] == [
        ("line 1", "published “Tuesday at noon” cannot be read as a time"),
        ("line 2", "id 1 was there before"),
        ("line 3", "published “Tuesday at noon” cannot be read as a time"),
        ("line 4", "a row needs an id and a text"),
    ]


@pytest.mark.parametrize("given", [[], [b'{"id": 1, "text": "alone"}\n'], [b"\n", b"\n"]])
def test_nothing_to_compare_gives_nothing(given: list[bytes]) -> None:
    assert spread_over(3, given, 1)[0] == []


def test_labels_on_arrays_are_the_labels_of_families() -> None:
    rng = np.random.default_rng(4)
    left, right = rng.integers(0, 300, (2, 220))
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    assert labels_of(300, left, right).tolist() == families(300, pairs).labels().tolist()
    chain = np.arange(999)
    assert not labels_of(1000, chain, chain + 1).any()


def test_a_filter_passes_all_that_is_wanted_and_little_else() -> None:
    rng = np.random.default_rng(5)
    wanted, others = rng.integers(0, 2**64, (2, 5000), np.uint64)
    known = spreading.Filter.of([wanted[:2000], wanted[2000:]])
    assert known.passing(wanted).all()
    assert known.passing(others).mean() < 0.1


def test_a_filter_is_the_same_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = np.random.default_rng(6).integers(0, 2**64, 3000, np.uint64)
    whole = spreading.Filter.of([wanted])
    monkeypatch.setattr(spreading, "_BITS_AT_ONCE", 9)
    assert spreading.Filter.of(iter([wanted[:100], wanted[100:]])).marks.tolist() == whole.marks.tolist()
    monkeypatch.setattr(spreading, "_MOST_BITS", 10)
    small = spreading.Filter.of([wanted])
    assert (small.bits, len(small.marks)) == (10, 128)
    assert small.passing(wanted).all()


def test_bounds_part_a_sample_evenly() -> None:
    assert numbering.bounds_of([5, 1, 4, 2, 3, 0], 3) == [2, 4]
    assert numbering.bounds_of([], 3) == []
