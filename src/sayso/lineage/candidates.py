"""Which documents are worth aligning: pairs that share sampled shingles, through an inverted index.

A shingle that stands in `df_cap` documents or fewer ties each of them with each. One that stands in more (a
hot key: furniture, a motto, or a text that was printed everywhere) would give a quadratic number of pairs; it
ties its documents only with its first few bearers, the representatives. A family of 50,000 copies thus stays one
family, at a cost linear in its size, because all its shingles agree on the representatives; furniture gives
pairs that share too little to be kept.
"""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from sayso.lineage.shingles import Hashes

Indexes = npt.NDArray[np.int64]

_PARTITION_BITS = 4  # the index is joined in 16 parts of the hash space, so that pairs are counted piecemeal
_LOW = np.uint64(0xFFFFFFFF)


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


def candidate_pairs(sketches: Sequence[Hashes], *, df_cap: int, representatives: int, least: int) -> Candidates:
    """Pairs of sketches that share `least` hashes or more.

    Each sketch holds distinct hashes; sketch order is the order of precedence for representatives.
    """
    hot = np.zeros(len(sketches), bool)
    documents = np.repeat(np.arange(len(sketches)), [len(sketch) for sketch in sketches])
    hashes = np.concatenate([*sketches, np.zeros(0, np.uint64)])
    order = np.argsort(hashes, kind="stable")  # keeps documents in order within one hash
    hashes, documents = hashes[order], documents[order]
    found = []
    for own in _partitions(hashes):
        tied = [np.zeros(0, np.uint64), *_tied(hashes[own], documents[own], df_cap, representatives, hot)]
        found.append(np.unique(np.concatenate(tied), return_counts=True))
    keys, shared = _summed(found)
    enough = shared >= least
    keys, shared = keys[enough], shared[enough]
    return Candidates((keys >> np.uint64(32)).astype(np.int64), (keys & _LOW).astype(np.int64), shared, hot)


def _partitions(hashes: Hashes) -> Iterator[slice]:
    bars = np.arange(1 << _PARTITION_BITS, dtype=np.uint64) << np.uint64(64 - _PARTITION_BITS)
    edges = [*np.searchsorted(hashes, bars), len(hashes)]
    return (slice(start, end) for start, end in itertools.pairwise(edges))


def _tied(
    hashes: Hashes, documents: Indexes, df_cap: int, representatives: int, hot: npt.NDArray[np.bool_]
) -> Iterator[Hashes]:
    """Pairs as one number each, left in the upper half, once for every shingle that ties them; marks `hot`."""
    if not len(hashes):
        return
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1]))
    bearers = np.diff(np.append(starts, len(hashes)))
    for count in np.unique(bearers[(bearers > 1) & (bearers <= df_cap)]):
        group = documents[starts[bearers == count][:, None] + np.arange(count)]
        lefts, rights = np.triu_indices(count, 1)
        yield _joined(group[:, lefts].ravel(), group[:, rights].ravel())
    for start, count in zip(starts[bearers > df_cap], bearers[bearers > df_cap], strict=True):
        group = documents[start : start + count]
        hot[group] = True
        for place in range(representatives):
            yield _joined(np.full(count - place - 1, group[place]), group[place + 1 :])


def _joined(left: Indexes, right: Indexes) -> Hashes:
    return (left.astype(np.uint64) << np.uint64(32)) | right.astype(np.uint64)


def _summed(found: Sequence[tuple[Hashes, Indexes]]) -> tuple[Hashes, Indexes]:
    """One count for each key over all parts."""
    keys = np.concatenate([part[0] for part in found])
    counts = np.concatenate([part[1] for part in found])
    distinct, place = np.unique(keys, return_inverse=True)
    return distinct, np.bincount(place, weights=counts, minlength=len(distinct)).astype(np.int64)


@dataclasses.dataclass(frozen=True, slots=True)
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


def spread(sketches: Sequence[Hashes], family: Indexes) -> Spread:
    """How far each shingle is spread over families, given the family number of every document.

    A passage printed in many documents that have nothing else in common is furniture or common property,
    however often; one that is printed in many copies of one text is not.
    """
    hashes = np.concatenate([*sketches, np.zeros(0, np.uint64)])
    families = np.repeat(family, [len(sketch) for sketch in sketches])
    order = np.lexsort((families, hashes))
    hashes, families = hashes[order], families[order]
    new = np.append(True, (hashes[1:] != hashes[:-1]) | (families[1:] != families[:-1]))[: len(hashes)]
    hashes = hashes[new]
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    counts = np.diff(np.append(starts, len(hashes)))
    return Spread(hashes[starts[counts > 1]], counts[counts > 1])
