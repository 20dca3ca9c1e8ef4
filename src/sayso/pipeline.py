"""The stages in their order, and how a case is brought up to date with them.

First the intake (source file → captures, articles, skips), then every stage on what the ones before it gave.
Each (stage, key) is redone only when what it is sent has changed, so an interrupted build goes on where it
stopped and adding one article reads one article.
"""

import functools
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.annotate.attribution import AttributionStage
from sayso.annotate.certainty import CertaintyStage
from sayso.annotate.claims import ClaimStage
from sayso.annotate.names import NameStage
from sayso.annotate.quantities import QuantityStage
from sayso.annotate.rhetoric import RhetoricStage
from sayso.capture.charset import decode
from sayso.capture.payloads import payloads
from sayso.codec import to_json
from sayso.corroborate.conflict import ConflictStage
from sayso.corroborate.drift import DriftStage
from sayso.corroborate.independence import IndependenceStage
from sayso.corroborate.match import MatchStage
from sayso.corroborate.questions import QuestionStage
from sayso.engine.local import Workers, group_by_key, run_stage
from sayso.engine.skips import in_bounds
from sayso.errors import SaysoError
from sayso.extract.formats import articles
from sayso.ledger.store import Ledger, Outcome
from sayso.ledger.tables import with_dependents
from sayso.lineage.derive import LineageStage
from sayso.model import PERSISTED, Activity, Article, Capture, Record, Skip
from sayso.settings import Limits, Settings, digest
from sayso.stage import Stage, activity
from sayso.vocab import SkipReason

INTAKE_VERSION = "2"
COMMIT_EVERY_S = 2.0  # how much work an interrupt can cost

Progress = Callable[[str, int, int], None]
"""Called with (stage, keys done, keys in all)."""


def stages(settings: Settings) -> tuple[Stage, ...]:
    """Every stage after the intake, in order."""
    return (
        NameStage(),
        QuantityStage(),
        AttributionStage(),
        ClaimStage(),
        CertaintyStage(),
        RhetoricStage(),
        LineageStage(settings.lineage),
        MatchStage(),
        IndependenceStage(),
        ConflictStage(),
        DriftStage(),
        QuestionStage(),
    )


def check_order(pipeline: Sequence[Stage]) -> None:
    """Raise ValueError if a stage reads what no earlier one writes, or two share a name."""
    written: set[type[Record]] = {Capture, Article, Skip}
    names: set[str] = set()
    for stage in pipeline:
        missing = [kind.__name__ for kind in stage.reads if kind not in written]
        if missing or stage.name in names:
            raise ValueError(f"stage {stage.name} is out of place: {', '.join(missing) or 'its name is taken'}")
        names.add(stage.name)
        written.update(stage.writes)


def intake_activity(settings: Settings) -> Activity:
    """The prov:Activity of reading sources."""
    return Activity(stage="intake", version=INTAKE_VERSION, config_digest=digest(settings.limits))


def read_source(limits: Limits, source_digest: str, path: Path) -> list[Record]:
    """All captures, articles and skips of one preserved file; what breaks costs that part alone."""
    return list(in_bounds(_read_source(limits, source_digest, path), source_digest))


def _read_source(limits: Limits, source_digest: str, path: Path) -> Iterator[Record]:
    try:
        for payload in payloads(path, source_digest, limits):
            if isinstance(payload, Skip):
                yield payload
                continue
            yield payload.capture
            yield from _read_payload(payload.capture, payload.body, limits)
    except (SaysoError, OSError) as error:
        yield Skip(stage="capture", subject=source_digest, reason=SkipReason.UNREADABLE, detail=str(error))


def _read_payload(capture: Capture, body: bytes, limits: Limits) -> Iterator[Record]:
    try:
        for record in articles(capture, decode(body, capture.charset), limits):
            to_json(record)  # what no file can hold (half of a surrogate pair in a JSON field) must not get further
            yield record
    except Exception as error:  # hostile bytes meet five parsers here: whatever breaks must cost one payload
        detail = f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode()
        yield Skip(stage="extract", subject=capture.id, reason=SkipReason.STAGE_FAILED, detail=detail)


def unique(records: Iterable[Record]) -> list[Record]:
    """One record per id, by type and id; where two stages give one record the ledger's rule picks."""
    kept: dict[tuple[int, str], Record] = {}
    place = {kind: number for number, kind in enumerate(PERSISTED)}
    for record in records:
        key = (place[type(record)], record.id)
        if key not in kept or record.made_by <= kept[key].made_by:
            kept[key] = record
    return [kept[key] for key in sorted(kept)]


def run_in_memory(taken_in: Iterable[Record], settings: Settings, pipeline: Sequence[Stage]) -> list[Record]:
    """What `pipeline` makes of intake records, without a ledger: for one article in the terminal, and batches."""
    intake = intake_activity(settings)
    records = unique([intake.stamped(intake.id), *(record.stamped(intake.id) for record in taken_in)])
    for stage in pipeline:
        doing = activity(stage)
        sent = [record for record in records if isinstance(record, stage.reads)]
        made = [r for key, group in group_by_key(stage, sent).items() for r in run_stage(stage, key, group)]
        records = unique([*records, doing.stamped(doing.id), *(record.stamped(doing.id) for record in made)])
    return records


def build(
    ledger: Ledger, sources: Mapping[str, Path], settings: Settings, workers: int, progress: Progress
) -> list[Activity]:
    """Bring `ledger` up to date with `sources` (sha256 → file); gives the activities of the whole pipeline."""
    pipeline = stages(settings)
    check_order(pipeline)
    activities = [intake_activity(settings), *map(activity, pipeline)]
    ledger.forget_other_activities(activities)
    intake = functools.partial(read_source, settings.limits)
    known = _Known(ledger)
    with Workers(workers) as started:
        _update(ledger, activities[0], dict(sources), {key: key for key in sources}, (intake, started, progress))
        for stage, doing in zip(pipeline, activities[1:], strict=True):
            groups = group_by_key(stage, known.records(stage.reads))
            digests = {key: _digest(group) for key, group in groups.items()}
            if _update(ledger, doing, groups, digests, (functools.partial(run_stage, stage), started, progress)):
                known.forget({*stage.writes, Skip})
    return activities


Run = tuple[Callable[[str, Any], list[Record]], Workers, Progress]


class _Known:
    """Records as the ledger has them, each kind read once until a stage may have changed it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_kind: dict[type[Record], list[Record]] = {}

    def records(self, kinds: Iterable[type[Record]]) -> Iterator[Record]:
        """All records of these kinds."""
        for kind in kinds:
            if kind not in self._by_kind:
                self._by_kind[kind] = list(self._ledger.records(kind))
            yield from self._by_kind[kind]

    def forget(self, kinds: Iterable[type[Record]]) -> None:
        """Read these again when next asked, and what may have gone with them."""
        for kind in with_dependents(kinds):
            self._by_kind.pop(kind, None)


def _update(ledger: Ledger, doing: Activity, items: Mapping[str, Any], digests: Mapping[str, str], run: Run) -> bool:
    """Redo the keys whose input has changed, forget those that are gone, commit every few seconds; whether any was."""
    task, started, progress = run
    gone = sorted(ledger.keys(doing.stage) - items.keys())
    ledger.forget(doing.stage, gone)
    done = ledger.up_to_date(doing)
    stale = {key: item for key, item in items.items() if done.get(key) != digests[key]}
    finished = len(items) - len(stale)
    progress(doing.stage, finished, len(items))
    waiting: list[Outcome] = []
    committed = time.monotonic()
    try:
        for key, records in started.run(task, stale):
            waiting.append(Outcome(key, digests[key], records))
            finished += 1
            if time.monotonic() - committed > COMMIT_EVERY_S:
                ledger.put(doing, waiting)
                waiting, committed = [], time.monotonic()
            progress(doing.stage, finished, len(items))
    finally:  # an interrupt keeps what is done
        ledger.put(doing, waiting)
    return bool(gone or stale)


def _digest(group: Iterable[Record]) -> str:
    whole = hashlib.sha256()
    for record in group:
        whole.update(to_json(record) + b"\n")
    return whole.hexdigest()
