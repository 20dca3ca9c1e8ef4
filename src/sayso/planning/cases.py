"""What a build of a case will cost, by builds of a part of it, stage by stage.

Stages that compare everything with everything grow by the power that two sizes show.
"""

import dataclasses
import math
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.building import build
from sayso.case import Case
from sayso.engine.local import Workers
from sayso.errors import InputError
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.model import Article
from sayso.planning.sums import BASE_BYTES
from sayso.planning.words import DOUBT, clock, size, times
from sayso.settings import Settings


@dataclasses.dataclass(frozen=True, slots=True)
class StageCost:
    """Seconds that a stage takes for a sample, and the power of the number of articles by which they grow."""

    name: str
    seconds: float
    power: float
    is_whole: bool  # one task for the whole case, which no number of machines makes shorter


@dataclasses.dataclass(frozen=True, slots=True)
class CasePlan:
    """What a build of a case costs, by a build of a part of it."""

    sample: int
    documents: int
    stages: tuple[StageCost, ...]
    ledger_bytes: float
    memory: float


def plan_case(folder: Path, documents: int | None, sample: int) -> CasePlan:
    """The costs of `sayso build`, by builds of a half and a whole sample. InputError if there are too few sources."""
    files = Case.open(folder).sources.files()
    chosen = sorted(files, key=lambda digest: sha256(digest.encode()))[:sample]
    if len(chosen) < 4:
        raise InputError(f"{folder} has {len(chosen)} sources, too few to plan by", "Build it: sayso build")
    half = _built({digest: files[digest] for digest in chosen[: len(chosen) // 2]})
    whole = _built({digest: files[digest] for digest in chosen})
    if not half.articles or whole.articles <= half.articles:
        raise InputError("the sample holds too few articles to plan by", "Give a larger --sample")
    grown = math.log(whole.articles / half.articles)
    stages = [
        StageCost(name, seconds, _power(half.clock.get(name, 0.0), seconds, grown), whole.keys[name] == 1)
        for name, seconds in whole.clock.items()
    ]
    return CasePlan(
        sample=whole.articles,
        documents=documents or round(whole.articles * len(files) / len(chosen)),
        stages=tuple(stages),
        ledger_bytes=whole.ledger_bytes / whole.articles,
        memory=whole.memory / whole.articles,
    )


def _power(half: float, whole: float, grown: float) -> float:
    """The power of the number of articles by which the time grows; what is too short to be measured counts as 1."""
    if half < 0.05:
        return 1.0
    return min(2.0, max(1.0, math.log(whole / half) / grown))


@dataclasses.dataclass(frozen=True, slots=True)
class _Built:
    articles: int
    clock: Mapping[str, float]
    keys: Mapping[str, int]
    ledger_bytes: int
    memory: int


def _built(sources: Mapping[str, Path]) -> _Built:
    clock: dict[str, float] = {}
    keys: dict[str, int] = {}
    before, last = _peak(), time.process_time()

    def note(stage: str, done: int, total: int) -> None:
        nonlocal last
        del done
        now = time.process_time()
        clock[stage] = clock.get(stage, 0.0) + now - last
        keys[stage], last = total, now

    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / "ledger.sqlite"
        with Ledger.open(path, create=True) as ledger:
            build(ledger, sources, Settings(), Workers(1), note)
            articles = sum(1 for _ in ledger.records(Article))
        return _Built(articles, clock, keys, path.stat().st_size, max(0, _peak() - before))


def _peak() -> int:
    """The most memory this process has had, in bytes."""
    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told if sys.platform == "darwin" else told * 1024


def told_case(plan: CasePlan, workers: int, executors: int, cores: int) -> Iterator[str]:
    """The plan in words."""
    grown = plan.documents / plan.sample
    each = {stage.name: stage.seconds * grown**stage.power for stage in plan.stages}
    whole = sum(each[stage.name] for stage in plan.stages if stage.is_whole)
    apart = sum(each.values()) - whole
    yield f"Measured on builds of up to {plan.sample:,} articles. For {plan.documents:,} articles, on one core:"
    for stage in plan.stages:
        growth = (
            "in step with the articles" if stage.power < 1.05 else f"by the power {stage.power:.1f} of the articles"
        )
        how = "the whole case in one task" if stage.is_whole else "article by article"
        yield f"  {stage.name:14} {clock(each[stage.name]):>8}  {how}, growing {growth}"
    for what, slots in (
        (f"On this machine, {workers} workers", workers),
        (f"On Spark, {executors} executors of {cores} cores", executors * cores),
    ):
        seconds = apart / slots + whole
        yield f"{what}: {times([seconds] * 3, 0.0)}: {clock(apart)} over {slots}, and {clock(whole)} in one task."
    memory, ledger = BASE_BYTES + plan.memory * plan.documents, plan.ledger_bytes * plan.documents
    yield f"Memory where the command runs about {size(memory)}; ledger about {size(ledger)}."
    yield DOUBT
