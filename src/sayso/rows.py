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
from sayso.row_files import rows_of
from sayso.vocab import SkipReason

ROWS_AT_ONCE = 2_000  # texts in memory at once


def annotate_rows(rows: Iterable[Mapping[str, Any]], *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """`{"id", "text"}` → `{"id", "attributions": [{"source", "cue", "content"}]}`, spans as [start, end] pairs.

    Offsets count code points of the text given, which is used exactly as it is. Rows come out in the order
    they went in; one that cannot be read has no attributions, and says why in `skipped`.
    """
    return _annotated_in_parts(enumerate(rows, start=1), workers)


def annotate_lines(lines: Iterable[bytes], *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """The same of lines of JSON; a line without an id is named by its number."""
    return _annotated_in_parts(rows_of(lines), workers)


def _annotated_in_parts(rows: Iterator[tuple[int, Mapping[str, Any] | str]], workers: int) -> Iterator[dict[str, Any]]:
    while batch := list(itertools.islice(rows, ROWS_AT_ONCE)):
        yield from _annotated(batch, workers)


def _annotated(batch: Sequence[tuple[int, Mapping[str, Any] | str]], workers: int) -> Iterator[dict[str, Any]]:
    task = functools.partial(_annotate_row, AttributionStage())
    found = dict(run_all(task, {str(number): row for number, row in batch}, workers))
    for number, row in batch:
        records = found[str(number)]
        given = sorted((r for r in records if isinstance(r, Attribution) and _is_marked(r)), key=_place)
        failed = [r.detail for r in records if isinstance(r, Skip)]
        skipped = {"skipped": failed} if failed else {}
        key = row.get("id") if isinstance(row, Mapping) else None
        yield {"id": f"line {number}" if key is None else key, "attributions": [_spans(r) for r in given], **skipped}


def _annotate_row(stage: AttributionStage, key: str, row: Mapping[str, Any] | str) -> list[Record]:
    """The attributions of one row; a row that breaks something costs itself alone, as a Skip."""
    if isinstance(row, str):
        return [_skip(stage, key, SkipReason.MALFORMED, row)]
    if not isinstance(row.get("text"), str) or row.get("id") is None:
        return [_skip(stage, key, SkipReason.MALFORMED, "a row needs an id and a text")]
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
    """Whether annotators in PARC's manner mark it: not what stands inside another's words (the ledger keeps that)."""
    return attribution.within_id is None or attribution.construction.startswith(LEARNED)


def _place(attribution: Attribution) -> tuple[int, int, str]:
    first = min(span.start for span in (*attribution.content, *attribution.cue, *attribution.source))
    return first, max(span.end for span in (*attribution.content, *attribution.cue)), attribution.id


def _spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}
