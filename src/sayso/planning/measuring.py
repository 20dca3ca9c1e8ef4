"""What lineage costs for some rows, by doing it."""

import json
import pickle
import time
import tracemalloc
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from sayso.engine.disk import DiskCluster
from sayso.extract.credits import credits_at_edges
from sayso.lineage.batch import lineage_rows
from sayso.lineage.compare import LIKELY, Sketched, hopes
from sayso.lineage.documents import from_row
from sayso.lineage.numbering import numbered
from sayso.lineage.prepared import Prepared
from sayso.lineage.sharded import sharded_rows
from sayso.lineage.shards import Cluster, Here, ShardsHere
from sayso.planning.sums import Cost, Load
from sayso.row_files import as_line
from sayso.settings import LineageSettings

Rows = Sequence[Mapping[str, Any]]
T = TypeVar("T")


class Counted(NamedTuple):
    """What there is to do, and for close and for distant pairs in how many ways two of them share a document."""

    load: Load
    close_joints: float
    distant_joints: float


def counted(rows: Rows, settings: LineageSettings) -> Counted:
    """What there is to do for these rows."""
    prepared = Prepared([from_row(row, credits_at_edges(row["text"])) for row in rows], settings)
    found = prepared.means.candidates(prepared.means.index(prepared.sketches), least=2)
    sizes, rates = prepared.sketches.sizes, prepared.rates
    left, right = (Sketched(sizes[side], rates[side]) for side in (found.left, found.right))
    share, hopeful = hopes(found.shared, left, right, settings, quotations=False)
    close, distant = hopeful & (share >= LIKELY), hopeful & (share < LIKELY)
    joints = [_joints(np.concatenate([found.left[kind], found.right[kind]])) for kind in (close, distant)]
    return Counted(Load(len(rows), int(np.count_nonzero(close)), int(np.count_nonzero(distant))), *joints)


def _joints(ends: npt.NDArray[np.int64]) -> float:
    degrees = np.bincount(ends) if len(ends) else np.zeros(0, np.int64)
    return float((degrees * (degrees - 1) // 2).sum())


def in_memory(rows: Rows) -> Cost:
    """The cost of `sayso lineage` for a small file."""
    given = json.dumps(rows)

    def run() -> tuple[int, int]:
        pairs = lineage_rows(json.loads(given), credits_of=credits_at_edges)
        return 0, sum(len(as_line(pair)) for pair in pairs)

    return _cost(run)


def over_files(rows: Rows) -> Cost:
    """The cost of `sayso lineage` for a large file, all rows in one block."""
    lines = [json.dumps(row).encode() for row in rows]

    def run() -> tuple[int, int]:
        with DiskCluster() as cluster:
            output = _through(lines, cluster)
            return cluster.most_kept, output

    return _cost(run)


def on_shards(rows: Rows) -> Cost:
    """The cost of lineage on Spark, all rows in one block; files are all that is ever written."""
    lines = [json.dumps(row).encode() for row in rows]
    cluster = _Weighing()
    began = time.process_time()
    output = _through(lines, cluster)
    return Cost(time.process_time() - began, cluster.most, cluster.written, output)


def _cost(run: Callable[[], tuple[int, int]]) -> Cost:
    began = time.process_time()
    files, output = run()
    seconds = time.process_time() - began
    tracemalloc.start()
    run()
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Cost(seconds, memory, files, output)


def _through(lines: list[bytes], cluster: Cluster) -> int:
    corpus = numbered(cluster.shards([lines]), cluster, "sample", credits_at_edges)
    return sum(len(as_line(row)) for row in sharded_rows(corpus, cluster, LineageSettings()))


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
