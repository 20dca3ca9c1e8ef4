"""Lines of a batch over many shards → documents without doubles, in order of precedence, in blocks.

The same rows are passed over as by `batch.lineage_rows`, and named by the same numbers.
"""

import dataclasses
import functools
import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.errors import InputError
from sayso.ids import sha256
from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import posted
from sayso.lineage.documents import Document, from_row
from sayso.lineage.findings import precedence
from sayso.lineage.shards import Cluster, Post, Shards
from sayso.model import Credit, Skip
from sayso.row_files import LONGEST_LINE, as_row
from sayso.vocab import SkipReason

BLOCK_CHARS = 8_000_000  # of text in one block: a task then needs a few hundred MB with all it makes of it
MANY_BLOCKS = 1_000  # each sends post to each: a million messages; from here on blocks grow rather than their number
LARGEST_BLOCK_CHARS = 64_000_000
_SAMPLES = 64  # keys of each shard for each block, from which the bounds of blocks are taken

Place = tuple[bool, str, str]
CreditsOf = Callable[[str], tuple[Credit, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """What one shard of lines holds: documents and skips with the number of their row in it, from 1 on."""

    documents: list[tuple[int, Document]]
    skips: list[tuple[int, SkipReason, str]]
    rows: int
    lines: int
    broken: tuple[int, str] | None = None


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
    """The documents of JSON lines, numbered; raises InputError, as for the file `name`, for a line that is none."""
    taken = lines.each(functools.partial(take, credits_of)).kept("reading")
    about = taken.each(_about).kept("reading")
    told = about.each(_told).values()
    _refuse_broken([part for part, _ in told], name)
    shards = max(cluster.parallelism, _blocks(sum(chars for _, chars in told)))
    repeated = about.each(functools.partial(_ids, len(told))).delivered(len(told)).each(_repeated).delivered(len(told))
    single = about.beside(repeated).each(_single).kept("leaving out what is there twice")
    summed = single.each(functools.partial(_sample, shards)).values()
    bounds = bounds_of([key for _, keys, _ in summed for key in keys], shards)
    agencies = frozenset[str]().union(*(names for *_, names in summed))
    sizes = single.each(functools.partial(_sizes, bounds, shards)).values()
    starts = np.concatenate([[0], np.cumsum(np.sum(sizes, axis=0))])
    sent = taken.beside(single).each(functools.partial(_sent, bounds)).delivered(shards)
    blocks = sent.each(functools.partial(_block, starts, agencies)).kept("putting in order")
    return Corpus(blocks, starts, list(_skips([part for part, *_ in summed])))


def _blocks(chars: int) -> int:
    """In how many blocks texts of so many characters are put."""
    return max(-(-chars // LARGEST_BLOCK_CHARS), min(MANY_BLOCKS, -(-chars // BLOCK_CHARS)))


def take(credits_of: CreditsOf | None, number: int, lines: Sequence[bytes]) -> Taken:
    """What stands in the lines; reading ends at the first that is no JSON object."""
    del number
    taken = Taken([], [], 0, len(lines))
    seen: set[str] = set()
    rows = 0
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        rows += 1
        try:
            row = _row(line)
        except ValueError as error:
            return dataclasses.replace(taken, rows=rows, broken=(place, str(error)))
        try:
            text = row.get("text")
            document = from_row(row, credits_of(text) if credits_of and isinstance(text, str) else ())
        except ValueError as error:
            taken.skips.append((rows, SkipReason.MALFORMED, str(error)))
            continue
        if document.id in seen:
            taken.skips.append((rows, *_double(document.id)))
            continue
        seen.add(document.id)
        taken.documents.append((rows, document))
    return dataclasses.replace(taken, rows=rows)


def _row(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise ValueError("is not JSON: the line is too long")
    return as_row(line)


def _double(key: str) -> tuple[SkipReason, str]:
    return SkipReason.DUPLICATE, f"id {key} was there before"


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


def _told(number: int, about: About) -> tuple[Taken, int]:
    """What was taken but for what was passed over, and how many characters the documents have."""
    del number
    return dataclasses.replace(about.taken, skips=[]), about.chars


def _refuse_broken(told: Iterable[Taken], name: str) -> None:
    before = 0
    for taken in told:
        if taken.broken:
            place, what = taken.broken
            raise InputError(f"{name}, line {before + place} {what}", "Give one JSON object a line")
        before += taken.lines


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
    doubles = [(row, *_double(key[-1])) for row, key in _marked(about, again)]
    once = list(_marked(about, ~again))
    return dataclasses.replace(
        about,
        rows=about.rows[~again],
        digests=about.digests[~again],
        keys=[key for _, key in once],
        taken=dataclasses.replace(about.taken, skips=[*about.taken.skips, *doubles]),
    )


def _marked(about: About, chosen: npt.NDArray[np.bool_]) -> Iterator[tuple[int, Place]]:
    return itertools.compress(zip(about.rows.tolist(), about.keys, strict=True), chosen.tolist())


def _skips(told: Iterable[Taken]) -> Iterable[Skip]:
    before = 0
    for taken in told:
        for row, reason, detail in sorted(taken.skips):
            yield Skip(stage="lineage", subject=f"row {before + row}", reason=reason, detail=detail)
        before += taken.rows


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
