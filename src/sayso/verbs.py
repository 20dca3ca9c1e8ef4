"""What a user does with Sayso, as functions: the command line and notebooks call the same ones."""

import contextlib
import datetime
import importlib.metadata
import itertools
import os
import re
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
from sayso.row_files import UNREAD_AT_FIRST, nothing_in, opened, read_lines, rows_of
from sayso.rows import annotate_lines, annotate_rows
from sayso.settings import Settings

if TYPE_CHECKING:  # what one verb alone needs is loaded by that verb: a cold `sayso read` is 0.3 s faster
    from sayso.building import Progress
    from sayso.case import Added, LinkKind
    from sayso.engine.local import Engine
    from sayso.engine.spark import SparkCluster
    from sayso.lineage.shards import Shards
    from sayso.report import contract
    from sayso.verification import Verification

__all__ = [
    "add",
    "annotate_lines",
    "annotate_rows",
    "build",
    "dossier",
    "export",
    "lineage_file",
    "lineage_on_spark",
    "lineage_rows",
    "link",
    "load",
    "no_progress",
    "plan",
    "read",
    "unread_rows",
    "verify",
]


LINES_SENT = 10_000  # in one message to the cluster: a few tens of MB
BATCH_BYTES = 32 * 2**20  # of lines that are read at once where they go into files


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


def build(
    case: str | Path, *, workers: int | None = None, master: str | None = None, progress: "Progress" = no_progress
) -> CaseRecords:
    """Bring the case up to date and give its records.

    `workers` processes do it on this machine, or, given its URL, the Apache Spark `master`; the ledger is the same.
    """
    from sayso.case import Case

    Case.open(Path(case)).build(_engine(workers, master), progress)
    return load(case)


def _engine(workers: int | None, master: str | None) -> "Engine":
    if master is None:
        from sayso.engine.local import Workers

        return Workers(workers or os.cpu_count() or 1)
    from sayso.engine.spark import SparkCluster, SparkEngine

    return SparkEngine(SparkCluster(master))


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


@contextlib.contextmanager
def lineage_file(
    given: str, *, progress: "Progress | None" = None, settings: Settings = Settings()
) -> Iterator[tuple[Iterator[dict[str, Any]], list[Skip]]]:
    """The pairs of a JSON Lines file of any size, - for standard input, and what of it was not read, by line.

    A small one is held in memory; of a larger one texts and whatever is found lie in files in the folder for temporary
    files, and memory holds some of it at a time. The pairs are the same. Read them inside the `with` block. Raises
    InputError where no line is a row, EngineError where the disk is full.
    """
    lines = read_lines(given)
    held = list(_up_to(batch.HELD_BYTES, lines))
    _refuse_without_a_row(held[:UNREAD_AT_FIRST], given)
    if (following := next(lines, None)) is None:
        documents, skips = batch.read_lines(held, credits_at_edges)
        del held
        yield batch.pairs_of(documents, settings.lineage), skips
        return
    from sayso.engine.disk import DiskCluster
    from sayso.lineage.numbering import numbered
    from sayso.lineage.sharded import sharded_rows

    with DiskCluster(progress=progress) as cluster:
        every = itertools.chain(held, [following], lines)
        held = []
        corpus = numbered(cluster.shards(_batches(every)), cluster, given, credits_at_edges)
        yield sharded_rows(corpus, cluster, settings.lineage), corpus.skips


def _refuse_without_a_row(lines: Sequence[bytes], given: str) -> None:
    """Raises InputError where there are lines and none is a row; reads no further than to the first that is."""
    first: tuple[int, batch.Unread] | None = None
    for number, found in batch.documents_of(rows_of(lines, is_exact=False), None):
        if not isinstance(found, tuple):
            return
        first = first or (number, found)
    if first:
        number, (_, detail) = first
        raise nothing_in(given, f"line {number}: {detail}")


def _up_to(size: int, lines: Iterator[bytes]) -> Iterator[bytes]:
    """Lines until there are `size` bytes of them."""
    while size > 0 and (line := next(lines, None)) is not None:
        size -= len(line)
        yield line


def _batches(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while batch_of := list(_up_to(BATCH_BYTES, lines)):
        yield batch_of


@contextlib.contextmanager
def lineage_on_spark(
    given: str, master: str, *, progress: "Progress | None" = None, settings: Settings = Settings()
) -> Iterator[tuple[Iterator[dict[str, Any]], list[Skip]]]:
    """What `lineage_file` gives, worked out by Apache Spark.

    `given` is a path or URL that all executors can read, or - for standard input. The rows come while the connection
    is open: read them inside the `with` block.
    """
    from sayso.engine.spark import SparkCluster
    from sayso.lineage.numbering import numbered
    from sayso.lineage.sharded import sharded_rows

    with SparkCluster(master, progress) as cluster:
        corpus = numbered(_lines(cluster, given), cluster, given, credits_at_edges)
        yield sharded_rows(corpus, cluster, settings.lineage), corpus.skips


def _lines(cluster: "SparkCluster", given: str) -> "Shards[Sequence[bytes]]":
    """The lines of the input on the cluster: read there, or sent there where only this process can read them."""
    if re.match(r"\w+://", given):
        return cluster.lines(given)
    with opened(given) as (stream, packed):
        # Hadoop tells packed files by their names, and takes these characters for patterns and lists.
        path = str(Path(given).resolve())
        if given != "-" and packed == given.endswith(".gz") and not re.search(r"[*?{}\[\],\\]", path):
            return cluster.lines(f"file://{path}")
        lines = list(stream)
    return cluster.shards(lines[start : start + LINES_SENT] for start in range(0, max(1, len(lines)), LINES_SENT))


def plan(
    given: str | Path, *, documents: int | None = None, sample: int = 500, executors: int = 10, cores: int = 4
) -> list[str]:
    """What building a case, or lineage over a JSON Lines file, will cost; lines for a reader. See `sayso.planning`."""
    from sayso.planning import cases, rows

    if (Path(given) / "sources.jsonl").is_file():
        case = cases.plan_case(Path(given), documents, sample)
        return list(cases.told_case(case, os.cpu_count() or 1, executors, cores))
    with opened(str(given)) as (lines, _):
        found = rows.plan_rows(lines, documents, sample)
    return list(rows.told_rows(found, executors, cores))


def unread_rows(rows: Sequence[Mapping[str, Any]]) -> list[Skip]:
    """What `lineage_rows` cannot read, and why; see `sayso.lineage.batch`."""
    return batch.unread_rows(rows)
