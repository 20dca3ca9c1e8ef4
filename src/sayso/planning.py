"""What a run will cost, before it is begun: a sample is measured, and the sums are shown.

Lineage costs so much a document and so much a pair that is aligned, more if most of it is shared. These are measured
on a sample: half of it, all of it, and all of it with a copy that was made of each document. How many pairs there will
be is counted in a larger sample: if that holds one document in f, it holds one pair in f². A case costs what a build of
a part of it cost, stage by stage; stages that compare everything with everything grow by the power that two sizes show.
"""

import dataclasses
import heapq
import itertools
import json
import math
import operator
import pickle
import resource
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np

from sayso.building import build
from sayso.case import Case
from sayso.engine.local import Workers
from sayso.errors import InputError
from sayso.extract.credits import credits_at_edges
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.lineage.batch import lineage_rows
from sayso.lineage.compare import LIKELY, Sketched, hopes
from sayso.lineage.documents import from_row
from sayso.lineage.numbering import numbered
from sayso.lineage.prepared import COMPILED_FROM, Prepared
from sayso.lineage.sharded import sharded_rows
from sayso.lineage.shards import Here, ShardsHere
from sayso.model import Article
from sayso.row_files import as_row
from sayso.settings import LineageSettings, Settings

LEAST_SAMPLE = 20
COUNTED = 10  # times the sample in which pairs are counted: that costs a tenth of measuring them
TIMES_UNSURE = 1.4  # what the same run may take more or less on the same machine, by other work beside it
IDLE = 1.5  # on a cluster, for cores that wait for the slowest task of a step
STEP_S = 45.0  # of connecting and of the 25 shuffles, whatever the size
BASE_BYTES = 120e6  # of memory, of the program itself
TASK_BYTES = 1.5e9  # of memory, of one task: a block of documents with all that is made of it
_DOUBT = f"Other work on a machine makes times up to {TIMES_UNSURE} times as long, or as short: the ranges hold that."

T = TypeVar("T")


class Load(NamedTuple):
    """What lineage has to do: documents to read, and pairs to align of which most and of which little seems shared."""

    documents: float
    close: float
    distant: float


class Cost(NamedTuple):
    """Seconds of a processor, bytes of memory and bytes of disk."""

    seconds: float
    memory: float
    disk: float


@dataclasses.dataclass(frozen=True, slots=True)
class Rates:
    """What lineage costs; `memory` is that of no document at all, of a document and of a close pair."""

    seconds: Load
    memory: tuple[float, float, float]
    disk: Load

    def of(self, load: Load) -> Cost:
        """The cost of a load."""
        return Cost(
            sum(map(operator.mul, self.seconds, load)),
            sum(map(operator.mul, self.memory, (1.0, load.documents, load.close))),
            sum(map(operator.mul, self.disk, load)),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class RowsPlan:
    """What lineage over rows costs here and over shards, and the least, the likely and the most there is to do."""

    sample: int
    counted: int
    loads: tuple[Load, Load, Load]
    here: Rates
    spread: Rates


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


def sampled_lines(lines: Iterable[bytes], most: int) -> tuple[list[bytes], int]:
    """Up to `most` lines, the same for the same file and none preferred, in their order; and how many there are."""
    kept: list[tuple[int, int, bytes]] = []
    count = 0
    for line in lines:
        if not line.strip():
            continue
        count += 1
        rank = -int(sha256(f"{count}".encode())[:15], 16)
        if len(kept) < most:
            heapq.heappush(kept, (rank, count, line))
        elif rank > kept[0][0]:
            heapq.heapreplace(kept, (rank, count, line))
    return [line for _, _, line in sorted(kept, key=lambda item: item[1])], count


def plan_rows(lines: Iterable[bytes], documents: int | None, sample: int) -> RowsPlan:
    """The costs of `sayso lineage` for all the lines, or for `documents` like them. InputError if there are too few."""
    larger, count = sampled_lines(lines, sample * COUNTED)
    rows = [row for row in map(_row, larger) if row is not None]
    if len(rows) < LEAST_SAMPLE:
        raise InputError(
            f"{len(rows)} rows with an id and a text are too few to plan by", f"Give {LEAST_SAMPLE} or more"
        )
    there = round(count * len(rows) / len(larger))
    measured = _for_one_means(rows[:: max(1, len(rows) // sample)][:sample])
    parts = [measured[::2], measured, [*measured, *map(_copied, measured)]]
    loads = [load_of(part, LineageSettings()) for part in parts]
    _cost_spread(measured[:LEAST_SAMPLE])  # what is made once is no part of it
    return RowsPlan(
        sample=len(measured),
        counted=len(rows),
        loads=expected(rows, there, documents or there),
        here=_rates(loads, [_cost_here(part) for part in parts]),
        spread=_rates(loads, [_cost_spread(part) for part in parts]),
    )


def _for_one_means(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As many of the rows as numpy alone compares, copies and all: a rate over two means would be neither's."""
    sizes = itertools.accumulate(2 * len(row["text"]) for row in rows)
    return rows[: max(LEAST_SAMPLE, sum(size < COMPILED_FROM for size in sizes))]


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        row = as_row(line)
        from_row(row)
    except ValueError:
        return None
    return row


def _copied(row: Mapping[str, Any]) -> dict[str, Any]:
    """A copy that leaves out the first words."""
    return {**row, "id": f"{row['id']} (a copy)", "url": None, "text": row["text"].partition(" ")[2] or row["text"]}


def load_of(rows: Sequence[Mapping[str, Any]], settings: LineageSettings) -> Load:
    """What there is to do for these rows."""
    prepared = Prepared([from_row(row, credits_at_edges(row["text"])) for row in rows], settings)
    found = prepared.means.candidates(prepared.means.index(prepared.sketches), least=2)
    sizes, rates = prepared.sketches.sizes, prepared.rates
    left, right = (Sketched(sizes[side], rates[side]) for side in (found.left, found.right))
    share, hopeful = hopes(found.shared, left, right, settings, quotations=False)
    close = int(np.count_nonzero(hopeful & (share >= LIKELY)))
    return Load(len(rows), close, int(np.count_nonzero(hopeful)) - close)


def expected(rows: Sequence[Mapping[str, Any]], there: int, wanted: int) -> tuple[Load, Load, Load]:
    """The least, the likely and the most that there is to do for `wanted` documents.

    A shingle stands in as many documents of the sample as in all, times the sample's share: so does the cap. Pairs of
    rarer shingles grow by the square, those with the representatives of a more frequent one in step. Of more documents
    than are `there` it is not known how many belong to the families of these: from none to as great a share as here.
    """
    settings = LineageSettings()
    counted = len(rows)
    growth = max(1.0, min(there, wanted) / counted)
    capped = dataclasses.replace(settings, df_cap=max(2, round(settings.df_cap / growth)))
    both = load_of(rows, capped)
    rare = load_of(rows, dataclasses.replace(capped, representatives=0))

    def grown(of_rare: float, of_both: float, doubt: float) -> float:
        return max(0.0, of_rare + doubt * 2 * math.sqrt(of_rare + 1)) * growth**2 + max(0.0, of_both - of_rare) * growth

    beyond = max(1.0, wanted / there)
    loads = [
        Load(
            wanted,
            grown(rare.close, both.close, doubt) * beyond**power,
            grown(rare.distant, both.distant, doubt) * beyond**power,
        )
        for doubt, power in ((-1, 1.0), (0, 1.5), (1, 2.0))
    ]
    return loads[0], loads[1], loads[2]


def _rates(loads: Sequence[Load], costs: Sequence[Cost]) -> Rates:
    """The rates that three measured loads show; none is below nothing."""
    flat = [(1.0, load.documents, load.close) for load in loads]
    seconds, disk = (Load(*solved(loads, [getattr(cost, name) for cost in costs])) for name in ("seconds", "disk"))
    base, document, pair = solved(flat, [cost.memory for cost in costs])
    return Rates(seconds, (base, document, pair), disk)


def solved(loads: Sequence[Sequence[float]], costs: Sequence[float]) -> list[float]:
    """What one unit of each costs: the non-negative solution with the least error, over all sets of units."""
    matrix, wanted = np.array(loads, float), np.array(costs, float)
    scale = np.maximum(matrix.max(axis=0), 1.0)
    best, least = [0.0] * 3, math.inf
    for chosen in itertools.chain.from_iterable(itertools.combinations(range(3), size) for size in (3, 2, 1)):
        part = list(chosen)
        found = np.linalg.lstsq((matrix / scale)[:, part], wanted, rcond=None)[0]
        error = float(np.sum(((matrix / scale)[:, part] @ found - wanted) ** 2))
        if (found >= 0).all() and error < least * 0.999:
            least = error
            best = [0.0] * 3
            for place, value in zip(part, found.tolist(), strict=True):
                best[place] = value / float(scale[place])
    return best


def _cost_here(rows: Sequence[dict[str, Any]]) -> Cost:
    given = json.dumps(rows)
    began = time.process_time()
    pairs = list(lineage_rows(json.loads(given), credits_of=credits_at_edges))
    seconds = time.process_time() - began
    tracemalloc.start()
    list(lineage_rows(json.loads(given), credits_of=credits_at_edges))
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Cost(seconds, memory, sum(len(json.dumps(pair)) + 1 for pair in pairs))


def _cost_spread(rows: Sequence[dict[str, Any]]) -> Cost:
    lines = [json.dumps(row).encode() for row in rows]
    cluster = _Weighing()
    began = time.process_time()
    corpus = numbered(cluster.shards([lines]), cluster, "sample", credits_at_edges)
    for _ in sharded_rows(corpus, cluster, LineageSettings()):
        pass
    return Cost(time.process_time() - began, cluster.most, cluster.written)


class _Weighing(Here):
    """A cluster of this process that writes what a real one would write, and counts it."""

    def __init__(self) -> None:
        self.written = 0
        self.most = 0

    def shards(self, values: Iterable[T]) -> "_WeighedShards[T]":
        """A shard for each value."""
        return _WeighedShards(list(values), self)

    def through(self, value: T) -> T:
        """The value, as it comes back from the disk."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self.written += len(packed)
        self.most = max(self.most, len(packed))
        read: T = pickle.loads(packed)  # noqa: S301 (our own bytes)
        return read


class _WeighedShards(ShardsHere[T]):
    def __init__(self, values: Sequence[T], cluster: _Weighing) -> None:
        super().__init__(values)
        self._cluster = cluster

    def each(self, step: Callable[[int, T], Any]) -> "_WeighedShards[Any]":
        return _WeighedShards(super().each(step).values(), self._cluster)

    def beside(self, other: Any) -> "_WeighedShards[Any]":
        return _WeighedShards(super().beside(other).values(), self._cluster)

    def delivered(self, count: int) -> "_WeighedShards[Any]":
        self._values = [self._cluster.through(value) for value in self._values]
        return _WeighedShards(super().delivered(count).values(), self._cluster)

    def kept(self, what: str) -> "_WeighedShards[T]":
        del what
        self._values = [self._cluster.through(value) for value in self._values]
        return self


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


def told_rows(plan: RowsPlan, executors: int, cores: int) -> Iterator[str]:
    """The plan in words."""
    close, distant = (_span((getattr(load, name) for load in plan.loads), _count) for name in ("close", "distant"))
    yield f"Measured on {plan.sample:,} documents; pairs counted among {plan.counted:,}."
    yield f"For {plan.loads[1].documents:,.0f} documents, pairs to align: {close} close, {distant} distant."
    here, spread = ([rates.of(load) for load in plan.loads] for rates in (plan.here, plan.spread))
    yield f"On this machine, one process: {_times([one.seconds for one in here], 0.0)}: {_each(plan.here)};"
    memory, disk = _span((BASE_BYTES + one.memory for one in here), _bytes), _span((one.disk for one in here), _bytes)
    yield f"  memory {memory}; output {disk}."
    slots = executors * cores
    times = _times([one.seconds / slots * IDLE for one in spread], STEP_S)
    yield f"On Spark, {executors} executors of {cores} cores: {times}: {_each(plan.spread)};"
    yield f"  over {slots} cores, times {IDLE} for cores that wait, and {STEP_S:.0f} s to connect and shuffle;"
    disk = _span((one.disk for one in spread), _bytes)
    yield f"  memory {_bytes(cores * TASK_BYTES)} an executor; disk of all {disk}."
    yield _DOUBT


def _each(rates: Rates) -> str:
    document, close, distant = (1e3 * seconds for seconds in rates.seconds)
    return f"{document:.2f} ms a document, {close:.2f} a close pair, {distant:.2f} a distant one"


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
        yield f"  {stage.name:14} {_clock(each[stage.name]):>8}  {how}, growing {growth}"
    for what, slots in (
        (f"On this machine, {workers} workers", workers),
        (f"On Spark, {executors} executors of {cores} cores", executors * cores),
    ):
        seconds = apart / slots + whole
        yield f"{what}: {_times([seconds] * 3, 0.0)}: {_clock(apart)} over {slots}, and {_clock(whole)} in one task."
    memory, ledger = BASE_BYTES + plan.memory * plan.documents, plan.ledger_bytes * plan.documents
    yield f"Memory where the command runs about {_bytes(memory)}; ledger about {_bytes(ledger)}."
    yield _DOUBT


def _times(seconds: Sequence[float], fixed: float) -> str:
    low, likely, high = seconds
    return _span((fixed / 2 + low / TIMES_UNSURE, fixed + likely, 2 * fixed + high * TIMES_UNSURE), _clock)


def _span(numbers: Iterable[float], form: Callable[[float], str]) -> str:
    low, likely, high = numbers
    return f"about {form(likely)} ({form(low)} to {form(high)})"


def _count(number: float) -> str:
    return f"{round(number):,}"


def _clock(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def _bytes(number: float) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if number >= size:
            return f"{number / size:.1f} {unit}"
    return f"{number / 1e3:.0f} kB"
