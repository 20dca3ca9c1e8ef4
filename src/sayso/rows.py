"""Texts in, attributions out, row by row: what `sayso annotate` does.

A module of its own, since each worker process loads what its task lies in: this takes half of what all verbs take.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.annotate.attribution import AttributionStage
from sayso.annotate.relations import LEARNED
from sayso.engine.local import run_all, run_stage
from sayso.extract.plain import from_plain
from sayso.model import Attribution, Record, Skip
from sayso.row_files import UNREAD_AT_FIRST, Unreadable, nothing_in, read_lines, rows_of
from sayso.vocab import SkipReason

ROWS_AT_ONCE = 2_000  # texts in memory at once

Row = Mapping[str, Any] | Unreadable


def annotate_rows(rows: Iterable[Mapping[str, Any]], *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """`{"id", "text"}` → `{"id", "attributions": [{"source", "cue", "content"}]}`, spans as [start, end] pairs.

    Offsets count code points of the text given, which is used exactly as it is. Rows come out in the order
    they went in; one that cannot be read has no attributions, and says why in `skipped`, by its number if it has no id.
    """
    return _annotated_in_parts(enumerate(rows, start=1), workers)


def annotate_lines(given: str, *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """The same of a JSON Lines file, - for standard input. Raises InputError where its first lines hold no row."""
    rows = rows_of(read_lines(given))
    first = list(itertools.islice(rows, UNREAD_AT_FIRST))
    wrong = [(number, why) for number, row in first if (why := _wrong_with(row))]
    if wrong and len(wrong) == len(first):
        raise nothing_in(given, f"line {wrong[0][0]}: {wrong[0][1]}")
    yield from _annotated_in_parts(itertools.chain(first, rows), workers)


def _wrong_with(row: object) -> str | None:
    if isinstance(row, Unreadable):
        return row.detail
    if not isinstance(row, Mapping):
        return "not an object"
    return None if isinstance(row.get("text"), str) and row.get("id") is not None else "a row needs an id and a text"


def _annotated_in_parts(rows: Iterator[tuple[int, Row]], workers: int) -> Iterator[dict[str, Any]]:
    while batch := list(itertools.islice(rows, ROWS_AT_ONCE)):
        yield from _annotated(batch, workers)


def _annotated(batch: Sequence[tuple[int, Row]], workers: int) -> Iterator[dict[str, Any]]:
    task = functools.partial(_annotate_row, AttributionStage())
    found = dict(run_all(task, {str(number): row for number, row in batch}, workers))
    for number, row in batch:
        records = found[str(number)]
        given = sorted((r for r in records if isinstance(r, Attribution) and _is_marked(r)), key=_place)
        key = row.get("id") if isinstance(row, Mapping) else None
        where = f"number {number}: " if key is None else ""
        failed = [f"{where}{r.detail}" for r in records if isinstance(r, Skip)]
        skipped = {"skipped": failed} if failed else {}
        yield {"id": key, "attributions": [_spans(r) for r in given], **skipped}


def _annotate_row(stage: AttributionStage, key: str, row: Row) -> list[Record]:
    """The attributions of one row; a row that breaks something costs itself alone, as a Skip."""
    wrong = _wrong_with(row)
    if wrong or not isinstance(row, Mapping):
        return [_skip(stage, key, SkipReason.MALFORMED, wrong or "")]
    language = row.get("language")
    try:
        declared = language if isinstance(language, str) else None
        article = from_plain(row["text"], language=declared, capture_id=f"row {key}")
    except Exception as error:  # rows are other people's: whatever breaks must cost one row
        return [_skip(stage, key, SkipReason.STAGE_FAILED, f"{type(error).__name__}: {error}")]
    return run_stage(stage, article.id, [article])


def _skip(stage: AttributionStage, key: str, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage=stage.name, subject=f"row {key}", reason=reason, detail=detail)


def _is_marked(attribution: Attribution) -> bool:
    """Whether annotators in PARC's manner mark it: not what stands inside another's words, nor what nobody says.

    The ledger keeps both.
    """
    outermost = attribution.within_id is None or attribution.construction.startswith(LEARNED)
    return outermost and bool(attribution.source or attribution.cue)


def _place(attribution: Attribution) -> tuple[int, int, str]:
    first = min(span.start for span in (*attribution.content, *attribution.cue, *attribution.source))
    return first, max(span.end for span in (*attribution.content, *attribution.cue)), attribution.id


def _spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}
