"""The stages in their order, the intake before them, and both run in memory for one article or a batch."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

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
from sayso.engine.local import group_by_key, run_stage
from sayso.engine.skips import in_bounds
from sayso.errors import SaysoError
from sayso.extract.formats import articles
from sayso.lineage.derive import LineageStage
from sayso.model import PERSISTED, Activity, Article, Capture, Record, Skip
from sayso.settings import Limits, Settings, digest
from sayso.stage import Stage, activity
from sayso.vocab import SkipReason

INTAKE_VERSION = "5"


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
        MatchStage(settings.match),
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
