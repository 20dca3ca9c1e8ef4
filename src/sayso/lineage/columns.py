"""Arrays that belong together, as columns of equal length: split up by receiver, put together again, counted."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Indexes
from sayso.lineage.shingles import Hashes

Column = npt.NDArray[Any]

LOW = np.uint64(0xFFFFFFFF)
_PENDING = 1 << 22  # keys that a tally takes in before it counts them: 32 MB


def posted(receivers: Indexes, *columns: Column) -> dict[int, tuple[Column, ...]]:
    """The rows of `columns` by receiver, in the order they had."""
    order = np.argsort(receivers, kind="stable")
    receivers, columns = receivers[order], tuple(column[order] for column in columns)
    edges = [*firsts(receivers).tolist(), len(receivers)]
    return {
        int(receivers[start]): tuple(column[start:end] for column in columns)
        for start, end in itertools.pairwise(edges)
    }


def gathered(messages: Iterable[Sequence[Column]], *kinds: npt.DTypeLike) -> tuple[Column, ...]:
    """The columns of all messages, one after the other; `kinds` are their types, for the case that there are none."""
    given = list(messages)
    return tuple(
        np.concatenate([*(message[place] for message in given), np.zeros(0, kind)]) if given else np.zeros(0, kind)
        for place, kind in enumerate(kinds)
    )


def firsts(ordered: Column) -> Indexes:
    """Where each run of equal values begins."""
    if not len(ordered):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))


def lengths(starts: Indexes, size: int) -> Indexes:
    """How long each run is that begins at `starts`, in an array of `size`."""
    return np.diff(np.append(starts, size))


def places(starts: Indexes, counts: Indexes) -> tuple[Indexes, Indexes]:
    """For runs of `counts` that begin at `starts`: the number of the run and the index, of every member."""
    run = np.repeat(np.arange(len(starts)), counts)
    before = np.cumsum(counts) - counts
    return run, np.arange(len(run)) - before[run] + starts[run]


def joined(left: Indexes, right: Indexes) -> Hashes:
    """Pairs of numbers below 2³² as one number each."""
    return (left.astype(np.uint64) << np.uint64(32)) | right.astype(np.uint64)


def parted(keys: Hashes) -> tuple[Indexes, Indexes]:
    """What `joined` joined."""
    return (keys >> np.uint64(32)).astype(np.int64), (keys & LOW).astype(np.int64)


def pieces(sizes: Indexes, most: int) -> Iterator[slice]:
    """Slices over items of these sizes that hold about `most` in all, one item at least."""
    start, held = 0, 0
    for place, size in enumerate(sizes.tolist()):
        if held and held + size > most:
            yield slice(start, place)
            start, held = place, 0
        held += size
    if len(sizes):
        yield slice(start, len(sizes))


class Tally:
    """How often each key was met; keys are counted together whenever a few million are waiting."""

    def __init__(self) -> None:
        self._keys: list[Hashes] = []
        self._counts: list[Indexes] = []
        self._waiting = 0

    def add(self, keys: Hashes, counts: Indexes | None = None) -> None:
        """Count `keys`, each once or as often as said."""
        self._keys.append(keys)
        self._counts.append(np.ones(len(keys), np.int64) if counts is None else counts)
        self._waiting += len(keys)
        if self._waiting > _PENDING:
            keys, counts = self.result()
            self._keys, self._counts, self._waiting = [keys], [counts], 0

    def result(self) -> tuple[Hashes, Indexes]:
        """The keys in order, and how often each was met."""
        keys = np.concatenate([*self._keys, np.zeros(0, np.uint64)])
        counts = np.concatenate([*self._counts, np.zeros(0, np.int64)])
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        starts = firsts(keys)
        return keys[starts], np.add.reduceat(counts, starts) if len(starts) else counts
