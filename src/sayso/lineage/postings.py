"""Which documents are worth aligning, over shards: `candidates.candidate_pairs` and `compare.hopes`, the same pairs.

Each block sends its sampled shingles to the shard of their hash. There a shingle with few bearers ties each of them
with each. Of a shingle with many bearers no shard ever holds them all: a block with more than `df_cap` of its own
sends only its first few, which is enough to know the first few of all, the representatives; these go back to the
blocks with bearers, each of which ties its own with them. Pairs are counted and later aligned in the block of the
later document: the first bearer of a text that was printed everywhere has a million pairs, each later one only a few.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import Column, Tally, firsts, gathered, joined, lengths, parted, pieces, places, posted
from sayso.lineage.compare import LIKELY, Sketched, hopes
from sayso.lineage.documents import Document
from sayso.lineage.numbering import Block, homes
from sayso.lineage.prepared import Prepared
from sayso.lineage.shards import Post
from sayso.lineage.shingles import Hashes
from sayso.settings import LineageSettings

LEAST = 2  # sampled shingles that a pair must share
_AT_ONCE = 1 << 21  # pairs made before they are counted


@dataclasses.dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of one block: every (hash, document) by hash, and size and rate of the documents in order."""

    hashes: Hashes
    numbers: Indexes
    sketched: Sketched


@dataclasses.dataclass(frozen=True, slots=True)
class Near:
    """Pairs to be aligned in one block, whether each is likely of one family, and all documents in them by number."""

    left: Indexes
    right: Indexes
    likely: npt.NDArray[np.bool_]
    documents: dict[int, Document]


def hash_home(hashes: Hashes, count: int) -> Indexes:
    """The shard that a hash belongs to, of `count`; it grows with the hash."""
    return (((hashes >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32)).astype(np.int64)


def sketch(settings: LineageSettings, number: int, block: Block) -> Sketches:
    """The sketches of a block."""
    del number
    prepared = Prepared(block.documents, settings)
    sizes, rates, hashes = prepared.sketches.sizes, prepared.rates, prepared.sketches.hashes
    numbers = np.repeat(np.arange(len(sizes), dtype=np.int64) + block.first, sizes)
    order = np.argsort(hashes, kind="stable")
    return Sketches(hashes[order], numbers[order], Sketched(sizes, rates))


def post_sketches(settings: LineageSettings, count: int, number: int, own: Sketches) -> Post:
    """(hash, bearer) to the shard of the hash; of what more than `df_cap` bear here, only the first, and its name."""
    del number
    starts = firsts(own.hashes)
    bearers = lengths(starts, len(own.hashes))
    hot = bearers > settings.df_cap
    _, taken = places(starts, np.where(hot, np.minimum(bearers, settings.representatives), bearers))
    hashes, numbers = own.hashes[taken], own.numbers[taken].astype(np.uint32)
    named = own.hashes[starts[hot]]
    return _both(posted(hash_home(hashes, count), hashes, numbers), posted(hash_home(named, count), named))


def _both(first: dict[int, Any], second: dict[int, Any]) -> Post:
    return {receiver: (first.get(receiver), second.get(receiver)) for receiver in first.keys() | second.keys()}


def _sides(mail: Iterable[Sequence[Any]]) -> tuple[list[Sequence[Column]], list[Sequence[Column]]]:
    given = list(mail)
    return [one for one, _ in given if one is not None], [two for _, two in given if two is not None]


def tie(settings: LineageSettings, starts: Indexes, number: int, mail: list[Any]) -> Post:
    """Pairs with a count to the block of the later document; hot hashes with representatives to their bearers."""
    del number
    postings, named = _sides(mail)
    hashes, numbers = gathered(postings, np.uint64, np.uint32)
    (flagged,) = gathered(named, np.uint64)
    order = np.argsort(hashes, kind="stable")  # mail comes in the order of blocks: bearers stay in order
    hashes, numbers = hashes[order], numbers[order].astype(np.int64)
    runs = firsts(hashes)
    bearers = lengths(runs, len(hashes))
    hot = (bearers > settings.df_cap) | np.isin(hashes[runs], flagged)
    tally = Tally()
    for size in np.unique(bearers[~hot & (bearers > 1)]).tolist():
        lefts, rights = np.triu_indices(size, 1)
        own = runs[~hot & (bearers == size)]
        for part in pieces(np.full(len(own), len(lefts)), _AT_ONCE):
            group = numbers[own[part][:, None] + np.arange(size)]
            tally.add(joined(group[:, lefts].ravel(), group[:, rights].ravel()))
    keys, counts = tally.result()
    cold = posted(homes(starts, parted(keys)[1]), keys, counts.astype(np.uint32))
    return _both(cold, _representatives(settings, starts, (hashes, numbers), (runs[hot], bearers[hot])))


def _representatives(
    settings: LineageSettings, starts: Indexes, postings: tuple[Hashes, Indexes], hot: tuple[Indexes, Indexes]
) -> dict[int, Any]:
    hashes, numbers = postings
    runs, bearers = hot
    first = numbers[runs[:, None] + np.arange(settings.representatives)]
    run, place = places(runs, bearers)
    keys = np.unique(joined(homes(starts, numbers[place]), run))
    home, run = parted(keys)
    return posted(home, hashes[runs[run]], first[run])


def total(number: int, given: tuple[Sketches, list[Any]]) -> tuple[Indexes, Indexes, Indexes]:
    """Left, right and number of shared hashes of all pairs whose later document is in this block."""
    del number
    own, mail = given
    cold, hot = _sides(mail)
    tally = Tally()
    for keys, counts in cold:
        tally.add(keys, counts.astype(np.int64))
    for hashes, representatives in hot:
        low = np.searchsorted(own.hashes, hashes)
        high = np.searchsorted(own.hashes, hashes, side="right")
        for part in pieces(high - low, _AT_ONCE):
            run, place = places(low[part], high[part] - low[part])
            bearers = own.numbers[place]
            for column in representatives[part].T:
                before = column[run] < bearers
                tally.add(joined(column[run][before], bearers[before]))
    keys, counts = tally.result()
    enough = counts >= LEAST
    return (*parted(keys[enough]), counts[enough])


def ask(starts: Indexes, number: int, given: tuple[Sketches, tuple[Indexes, Indexes, Indexes]]) -> Post:
    """The pairs, with size and rate of the later document, to the block of the earlier one."""
    own, (left, right, shared) = given
    place = right - starts[number]
    return posted(homes(starts, left), left, right, shared, own.sketched.size[place], own.sketched.rate[place])


def answer(
    settings: LineageSettings, starts: Indexes, number: int, given: tuple[tuple[Block, Sketches], list[Any]]
) -> Post:
    """The pairs worth an alignment, with the texts of their earlier documents, back to the block of the later one."""
    (block, own), mail = given
    left, right, shared, size, rate = gathered(mail, *(np.int64,) * 5)
    place = left - block.first
    here = Sketched(own.sketched.size[place], own.sketched.rate[place])
    share, hopeful = hopes(shared, here, Sketched(size, rate), settings, quotations=False)
    left, right, share = left[hopeful], right[hopeful], share[hopeful]
    post = posted(homes(starts, right), left, right, share >= LIKELY)
    return {
        receiver: (pairs, _texts(block, pairs[0]) if receiver != number else {}) for receiver, pairs in post.items()
    }


def _texts(block: Block, numbers: Indexes) -> dict[int, Document]:
    return {number: block.documents[number - block.first] for number in np.unique(numbers).tolist()}


def near(number: int, given: tuple[Block, list[Any]]) -> Near:
    """What came back, with the block's own texts."""
    del number
    block, mail = given
    left, right, likely = gathered([pairs for pairs, _ in mail], np.int64, np.int64, np.bool_)
    documents = _texts(block, right)
    documents.update(_texts(block, left[left >= block.first]))
    for _, texts in mail:
        documents.update(texts)
    return Near(left, right, likely, documents)


def post_wants(starts: Indexes, number: int, wanted: Indexes) -> Post:
    """Numbers of documents to the blocks that hold them."""
    return {home: (number, own) for home, (own,) in posted(homes(starts, wanted), wanted).items()}


def hand_out(number: int, given: tuple[Block, list[Any]]) -> Post:
    """The documents that were asked for."""
    del number
    block, mail = given
    return {asking: _texts(block, wanted) for asking, wanted in mail}


def received(number: int, mail: list[dict[int, Document]]) -> dict[int, Document]:
    """All documents that came."""
    del number
    return {key: document for texts in mail for key, document in texts.items()}
