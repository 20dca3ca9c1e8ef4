"""In how many families a shingle stands, over shards: `candidates.spread`, for the shingles that are asked about.

Each block sends the families of its documents that bear a wanted shingle to the shard of the hash, where they are
counted. Counts end at `COUNTED`, beyond which they decide the same, so that no shard receives all bearers of a motto.
"""

import dataclasses
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Indexes, Spread
from sayso.lineage.columns import firsts, gathered, lengths, places, posted
from sayso.lineage.postings import Sketches, hash_home
from sayso.lineage.shards import Post
from sayso.lineage.shingles import Hashes
from sayso.lineage.worth import FEEBLE_SPREAD, SHORT_SPREAD_LIMIT, SPREAD_LIMIT

# A median of counts is held against these limits, and a median of two is their mean: from here on all counts say alike.
COUNTED = 2 * max(FEEBLE_SPREAD, SPREAD_LIMIT, SHORT_SPREAD_LIMIT) + 1
_MARKS = 16  # places of a filter for each hash that is to pass
_MOST_BITS = 30  # 128 MB; a filter goes to every shard, and one that is too small passes more, no less
_BITS_AT_ONCE = 25


@dataclasses.dataclass(frozen=True, slots=True)
class Filter:
    """Which hashes may be wanted, by their upper bits; of those that are not, one in sixteen passes at most."""

    bits: int
    marks: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, wanted: Iterable[Hashes]) -> "Filter":
        """A filter that lets these pass."""
        uppers = [(hashes >> np.uint64(32)).astype(np.uint32) for hashes in wanted]
        bits = min(_MOST_BITS, max(3, (_MARKS * sum(map(len, uppers))).bit_length()))
        places = [upper >> np.uint32(32 - bits) for upper in uppers]
        del uppers
        size = 1 << min(bits, _BITS_AT_ONCE)
        return cls(bits, np.concatenate([_marked(places, first, size) for first in range(0, 1 << bits, size)]))

    def passing(self, hashes: Hashes) -> npt.NDArray[np.bool_]:
        """Whether each may be wanted."""
        at = (hashes >> np.uint64(64 - self.bits)).astype(np.int64)
        return np.asarray((self.marks[at >> 3] >> (7 - (at & 7)).astype(np.uint8)) & 1, bool)


def _marked(places: Iterable[npt.NDArray[np.uint32]], first: int, size: int) -> npt.NDArray[np.uint8]:
    """Some of the marks, eight in a byte; all of them as one byte each were a gigabyte for 200,000 documents."""
    marks = np.zeros(size, bool)
    for own in places:
        marks[own[(own >= first) & (own < first + size)] - np.uint32(first)] = True
    return np.packbits(marks)


def post_labels(wanted: Filter, starts: Indexes, number: int, given: tuple[tuple[Sketches, Indexes], Hashes]) -> Post:
    """To the shard of each hash: the families here that bear it, where it may be wanted, and what is wanted here."""
    (own, labels), asked = given
    count = len(starts) - 1
    may = wanted.passing(own.hashes)
    hashes, families = _distinct(own.hashes[may], labels[own.numbers[may] - starts[number]])
    runs = firsts(hashes)
    _, kept = places(runs, np.minimum(lengths(runs, len(hashes)), COUNTED))
    seen = posted(hash_home(hashes[kept], count), hashes[kept], families[kept].astype(np.uint32))
    asks = posted(hash_home(asked, count), asked)
    return {
        shard: (seen.get(shard), (number, asks[shard][0]) if shard in asks else None)
        for shard in seen.keys() | asks.keys()
    }


def _distinct(hashes: Hashes, families: Indexes) -> tuple[Hashes, Indexes]:
    order = np.lexsort((families, hashes))
    hashes, families = hashes[order], families[order]
    new = np.append(True, (hashes[1:] != hashes[:-1]) | (families[1:] != families[:-1]))[: len(hashes)]
    return hashes[new], families[new]


def count_families(number: int, mail: list[Any]) -> Post:
    """To each block the hashes it wants that stand in more than one family, and in how many."""
    del number
    seen = gathered([columns for columns, _ in mail if columns is not None], np.uint64, np.uint32)
    hashes, _ = _distinct(seen[0], seen[1])
    runs = firsts(hashes)
    counts = np.minimum(lengths(runs, len(hashes)), COUNTED)
    known, counts = hashes[runs[counts > 1]], counts[counts > 1]
    post: dict[int, Any] = {}
    for _, asking in mail:
        if asking is not None:
            block, wanted = asking
            own = np.isin(known, wanted)
            post[block] = (known[own], counts[own])
    return post


def spread_of(mail: list[Any]) -> Spread:
    """What came back, as `worth` asks it."""
    hashes, families = gathered(mail, np.uint64, np.int64)
    order = np.argsort(hashes)
    return Spread(hashes[order], families[order])
