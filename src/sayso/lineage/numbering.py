"""Lines of a batch over many shards → documents without doubles, in order of precedence, in blocks.

The same rows are passed over as by `batch.read_lines`, and named by the same numbers.
"""

import dataclasses
import functools
import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.ids import sha256
from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.batch import MOST_TOLD, CreditsOf, Unread, documents_of, repeated, told
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import posted
from sayso.lineage.documents import Document
from sayso.lineage.findings import precedence
from sayso.lineage.shards import Cluster, Post, Shards
from sayso.model import Skip
from sayso.row_files import nothing_in, rows_of

BLOCK_CHARS = 8_000_000  # of text in one block: a task then needs a few hundred MB with all it makes of it
MANY_BLOCKS = 1_000  # each sends post to each: a million messages; from here on blocks grow rather than their number
LARGEST_BLOCK_CHARS = 64_000_000
_SAMPLES = 64  # keys of each shard for each block, from which the bounds of blocks are taken

Place = tuple[bool, str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """What one shard of lines holds: documents and skips with the number of their line in it, from 1 on."""

    documents: list[tuple[int, Document]]
    skips: list[tuple[int, Unread]]
    lines: int
    more: int = 0  # lines that could not be read, beyond those named


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What is known of the documents of a shard without them: row, digest of the id, and what they are ordered by."""

    rows: Indexes
    digests: npt.NDArray[Any]
    keys: list[Place]
    chars: int
    agencies: dict[int, frozenset[str]]  # by row, those that its document shows to be such
    taken: Taken  # without the documents


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring documents in order of precedence; `first` is the number of the first of them."""

    first: int
    documents: list[Document]


@dataclasses.dataclass(frozen=True, slots=True)
class Corpus:
    """All documents in blocks; block `n` holds those numbered from `starts[n]` to `starts[n + 1]`."""

    blocks: Shards[Block]
    starts: Indexes
    skips: list[Skip]

    def __len__(self) -> int:
        """The number of documents."""
        return int(self.starts[-1])

    @property
    def count(self) -> int:
        """The number of blocks."""
        return len(self.starts) - 1


def homes(starts: Indexes, numbers: Indexes) -> Indexes:
    """The block that each document is in."""
    return np.searchsorted(starts, numbers, side="right") - 1


def numbered(
    lines: Shards[Sequence[bytes]], cluster: Cluster, name: str, credits_of: CreditsOf | None = None
) -> Corpus:
    """The documents of JSON lines, numbered; raises InputError, as for the file `name`, where no line is one."""
    taken = lines.each(functools.partial(take, credits_of)).kept("reading")
    about = taken.each(_about).kept("reading")
    chars = about.each(_chars).values()
    shards = max(cluster.parallelism, _blocks(sum(chars)))
    sent_ids = about.each(functools.partial(_ids, len(chars))).delivered(len(chars))
    doubles = sent_ids.each(_repeated).delivered(len(chars))
    single = about.beside(doubles).each(_single).kept("leaving out what is there twice")
    summed = single.each(functools.partial(_sample, shards)).values()
    bounds = bounds_of([key for _, keys, _ in summed for key in keys], shards)
    agencies = frozenset[str]().union(*(names for *_, names in summed))
    sizes = single.each(functools.partial(_sizes, bounds, shards)).values()
    starts = np.concatenate([[0], np.cumsum(np.sum(sizes, axis=0))])
    sent = taken.beside(single).each(functools.partial(_sent, bounds)).delivered(shards)
    blocks = sent.each(functools.partial(_block, starts, agencies)).kept("putting in order")
    skips = _skips([part for part, *_ in summed])
    if skips and not starts[-1]:
        raise nothing_in(name, f"{skips[0].subject}: {skips[0].detail}")
    return Corpus(blocks, starts, skips)


def _blocks(chars: int) -> int:
    """In how many blocks texts of so many characters are put."""
    return max(-(-chars // LARGEST_BLOCK_CHARS), min(MANY_BLOCKS, -(-chars // BLOCK_CHARS)))


def take(credits_of: CreditsOf | None, number: int, lines: Sequence[bytes]) -> Taken:
    """What stands in the lines."""
    del number
    taken = Taken([], [], len(lines))
    for place, found in documents_of(rows_of(lines, is_exact=False), credits_of):
        if isinstance(found, Document):
            taken.documents.append((place, found))
        else:
            taken.skips.append((place, found))
    return _bounded(taken)


def _bounded(taken: Taken) -> Taken:
    """The same with no more lines named than will be told."""
    kept = sorted(taken.skips)[:MOST_TOLD]
    return dataclasses.replace(taken, skips=kept, more=taken.more + len(taken.skips) - len(kept))


def _about(number: int, taken: Taken) -> About:
    del number
    digests = [sha256(document.id.encode("utf-8", "surrogatepass"))[:32] for _, document in taken.documents]
    return About(
        rows=np.array([row for row, _ in taken.documents], np.int64),
        digests=np.frombuffer(bytes.fromhex("".join(digests)), np.dtype("S16")),
        keys=[precedence(document) for _, document in taken.documents],
        chars=sum(len(document.text) for _, document in taken.documents),
        agencies={row: names for row, document in taken.documents if (names := shown([document]))},
        taken=dataclasses.replace(taken, documents=[]),
    )


def _chars(number: int, about: About) -> int:
    del number
    return about.chars


def _ids(count: int, number: int, about: About) -> Post:
    """A digest of every id, to the shard that looks whether it comes twice."""
    first = np.frombuffer(about.digests.tobytes(), np.dtype(">u4")).reshape(-1, 4)[:, 0]
    receivers = first.astype(np.int64) % count
    return posted(receivers, about.digests, about.rows, np.full(len(about.rows), number))


def _repeated(number: int, mail: list[Any]) -> Post:
    """To each shard the rows whose ids stood in an earlier one."""
    del number
    if not mail:
        return {}
    digests, rows, senders = (np.concatenate([message[place] for message in mail]) for place in range(3))
    _, kept = np.unique(digests, return_index=True)  # the first of each: mail comes in the order of the senders
    again = np.ones(len(rows), bool)
    again[kept] = False
    return posted(senders[again], rows[again])


def _single(number: int, given: tuple[About, list[Any]]) -> About:
    """The same without the documents whose ids stood in an earlier row."""
    del number
    about, mail = given
    again = np.isin(about.rows, np.concatenate([*(message[0] for message in mail), np.zeros(0, np.int64)]))
    doubles = [(row, repeated(key[-1])) for row, key in _marked(about, again)]
    once = list(_marked(about, ~again))
    left_out = {row for row, _ in doubles}
    others = [(row, why) for row, why in about.taken.skips if row not in left_out]
    return dataclasses.replace(
        about,
        rows=about.rows[~again],
        digests=about.digests[~again],
        keys=[key for _, key in once],
        taken=_bounded(dataclasses.replace(about.taken, skips=[*others, *doubles])),
    )


def _marked(about: About, chosen: npt.NDArray[np.bool_]) -> Iterator[tuple[int, Place]]:
    return itertools.compress(zip(about.rows.tolist(), about.keys, strict=True), chosen.tolist())


def _skips(parts: Iterable[Taken]) -> list[Skip]:
    unread: list[tuple[int, Unread]] = []
    before = more = 0
    for taken in parts:
        unread += ((before + line, why) for line, why in taken.skips)
        before += taken.lines
        more += taken.more
    return told("line", unread, more)


def _sample(shards: int, number: int, about: About) -> tuple[Taken, list[Place], frozenset[str]]:
    """What was taken and passed over, keys of some of the documents, and the agencies that they show."""
    del number
    keys = sorted(about.keys)
    step = max(1, len(keys) // (_SAMPLES * shards))
    agencies = (about.agencies[row] for row in about.rows.tolist() if row in about.agencies)
    return about.taken, keys[::step], frozenset[str]().union(*agencies)


def bounds_of(keys: Iterable[Any], count: int) -> list[Any]:
    """Keys that part the sample `keys`, and so about what it was taken from, into `count` equal parts."""
    ordered = sorted(keys)
    return [ordered[len(ordered) * part // count] for part in range(1, count)] if ordered else []


def _sizes(bounds: list[Place], shards: int, number: int, about: About) -> Indexes:
    """How many documents go to each block."""
    del number
    blocks = [bisect_right(bounds, key) for key in about.keys]
    return np.bincount(np.array(blocks, np.int64), minlength=shards)


def _sent(bounds: list[Place], number: int, given: tuple[Taken, About]) -> Post:
    del number
    taken, about = given
    documents = dict(taken.documents)
    post: dict[int, list[Document]] = {}
    for row, key in zip(about.rows.tolist(), about.keys, strict=True):
        post.setdefault(bisect_right(bounds, key), []).append(documents[row])
    return post


def _block(starts: Indexes, agencies: frozenset[str], number: int, mail: list[list[Document]]) -> Block:
    documents = signed(itertools.chain.from_iterable(mail), agencies)
    return Block(int(starts[number]), sorted(documents, key=precedence))
