"""Which documents are worth aligning: pairs that share sampled shingles, through an inverted index.

A shingle that stands in `df_cap` documents or fewer ties each of them with each. One that stands in more (a
hot key: furniture, a motto, or a text that was printed everywhere) would give a quadratic number of pairs; it
ties its documents only with its first few bearers, the representatives. A family of 50,000 copies thus stays one
family, at a cost linear in its size, because all its shingles agree on the representatives; furniture gives
pairs that share too little to be kept.
"""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from sayso.lineage.shingles import Hashes

Indexes = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

_PART = 1 << 18  # documents' hashes that one part of the hash space holds, about: sorted part by part, in cache
_MOST_PARTS = 1 << 12
_LOW = np.uint64(0xFFFFFFFF)


@dataclasses.dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of many documents, one after the other: that of `n` is `hashes[bounds[n]:bounds[n + 1]]`."""

    hashes: Hashes
    bounds: Indexes

    @classmethod
    def of(cls, sketches: Iterable[Hashes]) -> "Sketches":
        """One sketch of distinct hashes for each document."""
        given = list(sketches)
        return cls(np.concatenate([*given, np.zeros(0, np.uint64)]), np.cumsum([0, *map(len, given)]))

    def __len__(self) -> int:
        """The number of documents."""
        return len(self.bounds) - 1

    @property
    def sizes(self) -> Indexes:
        """How many hashes each has."""
        return np.diff(self.bounds)

    def parts(self) -> Iterator[tuple[Hashes, Numbers]]:
        """The hashes with their documents, in parts that follow one another in the order of hashes.

        Within a part they stand in the order of documents.
        """
        documents = np.repeat(np.arange(len(self), dtype=np.int32), self.sizes)
        parts = 1
        while parts < _MOST_PARTS and parts * _PART < len(self.hashes):
            parts *= 2
        if parts == 1:
            yield self.hashes, documents
            return
        part = (self.hashes >> np.uint64(65 - parts.bit_length())).astype(np.uint16)
        order = np.argsort(part, kind="stable").astype(np.int32 if len(part) < 1 << 31 else np.int64)
        edges = np.cumsum(np.concatenate([[0], np.bincount(part, minlength=parts)]))
        for start, end in itertools.pairwise(edges.tolist()):
            own = order[start:end]
            yield self.hashes[own], documents[own]


@dataclasses.dataclass(frozen=True, slots=True)
class Index:
    """Hashes that stand in two sketches or more, sorted, and whose: `documents[starts[i]:starts[i + 1]]`, in order."""

    hashes: Hashes
    starts: Indexes
    documents: Numbers
    size: int  # of all documents

    @classmethod
    def joined(cls, parts: Iterable[tuple[Hashes, Numbers, Numbers]], size: int) -> "Index":
        """The index of hashes, how many documents have each, and those documents, given in parts."""
        hashes, counts, documents = zip(*parts, strict=True)
        return cls(
            np.concatenate(hashes),
            np.cumsum(np.concatenate([[0], *counts])),
            np.concatenate(documents).astype(np.int32, copy=False),
            size,
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of document numbers, `left[i] < right[i]`, sorted, with how many sampled shingles they share.

    `hot` marks the documents that bear a hot shingle: they were not compared with every other bearer.
    """

    left: Indexes
    right: Indexes
    shared: Indexes
    hot: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        """The number of pairs."""
        return len(self.left)


def index_of(sketches: Sketches) -> Index:
    """The inverted index of `sketches`."""
    return Index.joined(itertools.starmap(_grouped, sketches.parts()), len(sketches))


def _grouped(hashes: Hashes, documents: Numbers) -> tuple[Hashes, Numbers, Numbers]:
    order = np.argsort(hashes, kind="stable")  # keeps documents in order within one hash
    hashes, documents = hashes[order], documents[order]
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    counts = np.diff(np.append(starts, len(hashes))).astype(np.int32)
    return hashes[starts[counts > 1]], counts[counts > 1], documents[np.repeat(counts > 1, counts)]


def candidate_pairs(index: Index, *, df_cap: int, representatives: int, least: int) -> Candidates:
    """Pairs of documents that share `least` hashes or more; the order of documents is that of precedence."""
    hot = np.zeros(index.size, bool)
    found = []
    for first in range(0, max(1, len(index.hashes)), _PART):
        starts = index.starts[first : first + _PART + 1]
        tied = [np.zeros(0, np.uint64), *_tied(starts, index.documents, df_cap, representatives, hot)]
        found.append(np.unique(np.concatenate(tied), return_counts=True))
    keys, shared = _summed(found)
    enough = shared >= least
    keys, shared = keys[enough], shared[enough]
    return Candidates((keys >> np.uint64(32)).astype(np.int64), (keys & _LOW).astype(np.int64), shared, hot)


def _tied(
    starts: Indexes, documents: Numbers, df_cap: int, representatives: int, hot: npt.NDArray[np.bool_]
) -> Iterator[Hashes]:
    """Pairs as one number each, left in the upper half, once for every shingle that ties them; marks `hot`."""
    starts, bearers = starts[:-1], np.diff(starts)
    for count in np.unique(bearers[bearers <= df_cap]):
        group = documents[starts[bearers == count][:, None] + np.arange(count)]
        lefts, rights = np.triu_indices(count, 1)
        yield _joined(group[:, lefts].ravel(), group[:, rights].ravel())
    for start, count in zip(starts[bearers > df_cap], bearers[bearers > df_cap], strict=True):
        group = documents[start : start + count]
        hot[group] = True
        for place in range(min(representatives, count)):
            yield _joined(np.full(count - place - 1, group[place]), group[place + 1 :])


def _joined(left: Numbers, right: Numbers) -> Hashes:
    return (left.astype(np.uint64) << np.uint64(32)) | right.astype(np.uint64)


def _summed(found: Sequence[tuple[Hashes, Indexes]]) -> tuple[Hashes, Indexes]:
    """One count for each key over all parts."""
    keys = np.concatenate([part[0] for part in found])
    counts = np.concatenate([part[1] for part in found])
    distinct, place = np.unique(keys, return_inverse=True)
    return distinct, np.bincount(place, weights=counts, minlength=len(distinct)).astype(np.int64)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """In how many families of documents a sampled shingle stands; the hashes sorted, those of one family left out."""

    hashes: Hashes
    families: Indexes

    def of(self, hashes: Hashes) -> Indexes:
        """The number of families for each of `hashes`; 1 for any that is not known."""
        if not len(self.hashes):
            return np.ones(len(hashes), np.int64)
        at = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, self.families[at], 1)


def spread(index: Index, family: Indexes) -> Spread:
    """How far each shingle is spread over families, given the family number of every document.

    A passage printed in many documents that have nothing else in common is furniture or common property,
    however often; one that is printed in many copies of one text is not.
    """
    group = np.repeat(np.arange(len(index.hashes)), np.diff(index.starts))
    labels = family[index.documents]
    order = np.lexsort((labels, group))
    group, labels = group[order], labels[order]
    new = np.append(True, (group[1:] != group[:-1]) | (labels[1:] != labels[:-1]))[: len(group)]
    return spread_of(index, np.bincount(group[new], minlength=len(index.hashes)))


def spread_of(index: Index, families: Indexes) -> Spread:
    """The spread, given the number of families for each hash of the index."""
    wide = families > 1
    return Spread(index.hashes[wide], families[wide])
