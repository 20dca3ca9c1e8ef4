"""What a user does with Sayso, as functions: the command line and notebooks call the same ones."""

import datetime
import functools
import importlib.metadata
import itertools
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.annotate.attribution import AttributionStage
from sayso.annotate.relations import LEARNED
from sayso.capture.discover import discover
from sayso.capture.sources import Sources
from sayso.codec import hash_records
from sayso.engine.local import run_all, run_stage
from sayso.errors import InputError
from sayso.extract.plain import from_plain
from sayso.lineage import batch
from sayso.model import Attribution, Record, Skip
from sayso.pipeline import read_source, run_in_memory, stages
from sayso.report.records import CaseRecords, Custody, Manifest
from sayso.settings import Settings
from sayso.vocab import SkipReason

if TYPE_CHECKING:  # what one verb alone needs is loaded by that verb: a cold `sayso read` takes 1.9 s instead of 2.2
    from sayso.building import Progress
    from sayso.case import Added
    from sayso.report import contract
    from sayso.verification import Verification

ROWS_AT_ONCE = 2_000  # texts in memory at once


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def read(*given: str, settings: Settings = Settings()) -> CaseRecords:
    """Everything Sayso finds in the inputs (files, folders, URLs, "-"), without keeping anything."""
    taken_in: list[Record] = []
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        sources = Sources(Path(folder))
        for item in discover(given, settings.limits):
            sources.add(item, datetime.datetime.now(datetime.UTC))
        for digest, path in sorted(sources.files().items()):
            taken_in += read_source(settings.limits, digest, path)
        custody = Custody(given=sources.given())
    records = run_in_memory(taken_in, settings, stages(settings))
    return CaseRecords.of(Path(given[0]).name or given[0], records, _manifest(hash_records(records)), custody)


def add(case: str | Path, *given: str) -> "list[Added]":
    """Keep the inputs in the case folder, which is made when absent."""
    from sayso.case import Case

    return list(Case.create(Path(case)).add(given, datetime.datetime.now(datetime.UTC)))


def build(case: str | Path, *, workers: int | None = None, progress: "Progress" = no_progress) -> CaseRecords:
    """Bring the case up to date and give its records."""
    from sayso.case import Case

    Case.open(Path(case)).build(workers or os.cpu_count() or 1, progress)
    return load(case)


def load(case: str | Path) -> CaseRecords:
    """The records of a built case, and which of its sources no longer have the bytes that were given."""
    from sayso.case import Case

    opened = Case.open(Path(case))
    manifest = opened.manifest()
    built = datetime.datetime.fromisoformat(manifest["built"]["ended_at"])
    stated = Manifest(sayso_version=manifest["sayso"], ledger_hash=manifest["ledger_hash"], built_at=built)
    given, altered = opened.custody()
    custody = Custody(given=given, altered=altered)
    return CaseRecords.of(opened.folder.resolve().name, opened.records(), stated, custody)


def _manifest(ledger_hash: str) -> Manifest:
    return Manifest(sayso_version=importlib.metadata.version("sayso"), ledger_hash=ledger_hash)


def export(records: CaseRecords) -> "contract.Export":
    """The records in the shape of the export contract `sayso/1`."""
    from sayso.report.export import export as export_records

    return export_records(records)


def dossier(records: CaseRecords) -> str:
    """The records as one self-contained HTML page."""
    from sayso.report.html import dossier as dossier_html

    return dossier_html(records)


def verify(case: str | Path) -> "Verification":
    """Cut every quote again from the preserved bytes; see `sayso.verification`."""
    from sayso.case import Case
    from sayso.verification import verify as verify_case

    return verify_case(Case.open(Path(case)))


def annotate_rows(rows: Iterable[Mapping[str, Any]], *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """`{"id", "text"}` → `{"id", "attributions": [{"source", "cue", "content"}]}`, spans as [start, end] pairs.

    Offsets count code points of the text given, which is used exactly as it is. Rows come out in the order
    they went in. Raises InputError for a row without an id or a text.
    """
    numbered = enumerate(rows, start=1)
    while batch := dict(itertools.islice(numbered, ROWS_AT_ONCE)):
        for number, row in batch.items():
            if not isinstance(row.get("text"), str) or "id" not in row:
                raise InputError(f"row {number} has no “id” or no “text”", 'Each line must be {"id": …, "text": …}')
        yield from _annotated(batch, workers)


def _annotated(batch: Mapping[int, Mapping[str, Any]], workers: int) -> Iterator[dict[str, Any]]:
    task = functools.partial(_annotate_row, AttributionStage())
    found = dict(run_all(task, {str(number): row for number, row in batch.items()}, workers))
    for number, row in batch.items():
        records = found[str(number)]
        given = sorted((r for r in records if isinstance(r, Attribution) and _is_marked(r)), key=_place)
        failed = [r.detail for r in records if isinstance(r, Skip)]
        skipped = {"skipped": failed} if failed else {}
        yield {"id": row["id"], "attributions": [_spans(r) for r in given], **skipped}


def _annotate_row(stage: AttributionStage, key: str, row: Mapping[str, Any]) -> list[Record]:
    """The attributions of one row; a row that breaks something costs itself alone, as a Skip."""
    language = row.get("language")
    try:
        declared = language if isinstance(language, str) else None
        article = from_plain(row["text"], language=declared, capture_id=f"row {key}")
    except Exception as error:  # rows are other people's: whatever breaks must cost one row
        detail = f"{type(error).__name__}: {error}"
        return [Skip(stage=stage.name, subject=f"row {key}", reason=SkipReason.STAGE_FAILED, detail=detail)]
    return run_stage(stage, article.id, [article])


def _is_marked(attribution: Attribution) -> bool:
    """Whether annotators in PARC's manner mark it: not what stands inside another's words (the ledger keeps that)."""
    return attribution.within_id is None or attribution.construction.startswith(LEARNED)


def _place(attribution: Attribution) -> tuple[int, int, str]:
    first = min(span.start for span in (*attribution.content, *attribution.cue, *attribution.source))
    return first, max(span.end for span in (*attribution.content, *attribution.cue)), attribution.id


def _spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}


def lineage_rows(rows: Sequence[Mapping[str, Any]], settings: Settings = Settings()) -> Iterator[dict[str, Any]]:
    """`{"id", "outlet", "published", "headline", "text"}` → pairs; see `sayso.lineage.batch`."""
    # Credit lines are not read here: at 10 ms a text they cost twenty times what finding the copies does.
    return batch.lineage_rows(rows, settings.lineage)


def unread_rows(rows: Sequence[Mapping[str, Any]]) -> list[Skip]:
    """The rows that `lineage_rows` passes over, and why."""
    return batch.unread_rows(rows)
