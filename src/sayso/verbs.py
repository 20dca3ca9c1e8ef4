"""What a user does with Sayso, as functions: the command line and notebooks call the same ones."""

import datetime
import importlib.metadata
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.capture.discover import discover
from sayso.capture.sources import Sources
from sayso.codec import hash_records
from sayso.extract.credits import credits_at_edges
from sayso.lineage import batch
from sayso.model import Record, Skip
from sayso.pipeline import read_source, run_in_memory, stages
from sayso.report.records import CaseRecords, Custody, Manifest
from sayso.rows import annotate_rows
from sayso.settings import Settings

if TYPE_CHECKING:  # what one verb alone needs is loaded by that verb: a cold `sayso read` is 0.3 s faster
    from sayso.building import Progress
    from sayso.case import Added, LinkKind
    from sayso.report import contract
    from sayso.verification import Verification

__all__ = [
    "add",
    "annotate_rows",
    "build",
    "dossier",
    "export",
    "lineage_rows",
    "link",
    "load",
    "no_progress",
    "read",
    "unread_rows",
    "verify",
]


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


def link(case: str | Path, kind: "LinkKind", one: str, other: str) -> tuple[str, str]:
    """Say by hand that two appearances are one claim ("same") or not ("apart"), or take that back ("undo").

    Each is named by its id or its claim's. It holds from the next build on, and in every later one. Gives the two
    appearances; raises UsageError for an id that names none.
    """
    from sayso.case import Case

    return Case.open(Path(case)).link(kind, (one, other), datetime.datetime.now(datetime.UTC))


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


def lineage_rows(rows: Sequence[Mapping[str, Any]], settings: Settings = Settings()) -> Iterator[dict[str, Any]]:
    """`{"id", "outlet", "published", "headline", "text"}` → pairs; see `sayso.lineage.batch`."""
    return batch.lineage_rows(rows, settings.lineage, credits_at_edges)


def unread_rows(rows: Sequence[Mapping[str, Any]]) -> list[Skip]:
    """The rows that `lineage_rows` passes over, and why."""
    return batch.unread_rows(rows)
