"""What lineage costs for some rows, by doing it."""

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
from sayso.lineage.candidates import Indexes
from sayso.lineage.compare import LIKELY, Sketched, hopes
from sayso.lineage.documents import from_row
from sayso.lineage.families import labels_of
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
    left, right, close = _worth_aligning(rows, settings)
    joints = [_joints(np.concatenate([left[kind], right[kind]])) for kind in (close, ~close)]
    load = Load(len(rows), int(np.count_nonzero(close)), int(np.count_nonzero(~close)))
    return Counted(load, *joints)


def load_of(rows: Rows) -> Load:
    """What there is to do for these rows."""
    return counted(rows, LineageSettings()).load


def related(rows: Rows, most: int) -> list[Mapping[str, Any]]:
    """Up to `most` rows that seem to be copies of one another, family by family."""
    left, right, close = _worth_aligning(rows, LineageSettings())
    labels = labels_of(len(rows), left[close], right[close])
    ends = np.unique(np.concatenate([left[close], right[close]]))
    return [rows[place] for place in ends[np.argsort(labels[ends], kind="stable")][:most].tolist()]


def _worth_aligning(rows: Rows, settings: LineageSettings) -> tuple[Indexes, Indexes, npt.NDArray[np.bool_]]:
    """The pairs that lineage aligns, and of which most seems shared."""
    prepared = Prepared([from_row(row, credits_at_edges(row["text"])) for row in rows], settings)
    found = prepared.means.candidates(prepared.means.index(prepared.sketches), least=2)
    sizes, rates = prepared.sketches.sizes, prepared.rates
    left, right = (Sketched(sizes[side], rates[side]) for side in (found.left, found.right))
    share, hopeful = hopes(found.shared, left, right, settings, quotations=False)
    return found.left[hopeful], found.right[hopeful], share[hopeful] >= LIKELY


def _joints(ends: npt.NDArray[np.int64]) -> float:
    degrees = np.bincount(ends) if len(ends) else np.zeros(0, np.int64)
    return float((degrees * (degrees - 1) // 2).sum())


class Way(NamedTuple):
    """How lineage is done with rows; gives the bytes in files at its end, and those of its output."""

    run: Callable[[Rows], tuple[int, int]]

    def cost(self, rows: Rows) -> Cost:
        """Seconds and bytes, but for memory."""
        began = time.process_time()
        files, output = self.run(rows)
        return Cost(time.process_time() - began, 0, files, output)

    def memory(self, rows: Rows) -> int:
        """The most bytes in memory at one time."""
        tracemalloc.start()
        self.run(rows)
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return memory


def _in_memory(rows: Rows) -> tuple[int, int]:
    return 0, sum(len(as_line(pair)) for pair in lineage_rows(rows, credits_of=credits_at_edges))


def _over_files(rows: Rows) -> tuple[int, int]:
    with DiskCluster() as cluster:
        output = _through(rows, cluster)
        return cluster.kept_bytes, output


def _on_shards(rows: Rows) -> tuple[int, int]:
    cluster = _Weighing()
    output = _through(rows, cluster)
    return cluster.written, output


IN_MEMORY = Way(_in_memory)  # `sayso lineage` for a small file
OVER_FILES = Way(_over_files)  # for a large one, all rows in one block
ON_SHARDS = Way(_on_shards)  # on Spark, the same; files are all that is ever written


def _through(rows: Rows, cluster: Cluster) -> int:
    lines = [as_line(dict(row)) for row in rows]
    corpus = numbered(cluster.shards([lines]), cluster, "sample", credits_at_edges)
    return sum(len(as_line(row)) for row in sharded_rows(corpus, cluster, LineageSettings()))


class _Weighing(Here):
    """A cluster of this process that writes what a real one would write, and counts it."""

    def __init__(self) -> None:
        self.written = 0

    def shards(self, values: Iterable[T]) -> "_WeighedShards[T]":
        """A shard for each value."""
        return _WeighedShards(list(values), self)

    def through(self, value: T) -> T:
        """The value, as it comes back from the disk."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self.written += len(packed)
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
