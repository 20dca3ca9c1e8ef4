"""Where two texts run together: passages found by seed and extend on shingles, and how much they cover.

Seeds are shingles that stand in both texts (the n-th occurrence in one is held against the n-th in the other).
Seeds on one diagonal make a run; runs that follow one another in both texts, a few words apart, make a
passage, so that swapped, dropped and added words do not break it. Paragraphs that were moved give passages
that cross. The words between two runs count as shared as far as they are the same and in the same order
(longest common subsequence). This is text reuse alignment as in passim (Smith, Cordell & Mullen 2015), on arrays.
"""

import dataclasses
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, overload

import numpy as np
import numpy.typing as npt

from sayso.lineage.shingles import Hashes, Words, mixed, shingles

Indexes = npt.NDArray[np.int64]

MAX_GAP = 16  # words between two runs of one passage; at one word in seven changed, 99 % of the gaps are shorter
MAX_DRIFT = 10  # words that one text has more than the other in such a gap
LEAST_PASSAGE = 8  # words; what is shorter is phrasing, not copying


class Passage(NamedTuple):
    """Tokens `[left, left_end)` of one text against `[right, right_end)` of the other.

    `shared` tokens are the same in both and in order; `seeded` shingles of `possible` stand in both.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    shared: int
    seeded: int
    possible: int


class PackedPassages(Sequence[Passage]):
    """Passages as 28 bytes each, an eighth of what they take as objects: there are millions in a large batch.

    In front stand the totals that most pairs are judged by: tokens shared, shingles seeded, shingles possible.
    """

    __slots__ = ("_packed",)
    _TOTALS, _ROW = struct.Struct("=3i"), struct.Struct("=7i")

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "PackedPassages":
        """`passages`, packed."""
        rows = list(passages)
        return cls(b"".join([cls._TOTALS.pack(*_totals(rows)), *(cls._ROW.pack(*row) for row in rows)]))

    @property
    def rows(self) -> bytes:
        """Seven numbers of 32 bits for each passage."""
        return self._packed[self._TOTALS.size :]

    @property
    def totals(self) -> tuple[int, int, int]:
        """The sums of `shared`, `seeded` and `possible`."""
        return self._TOTALS.unpack_from(self._packed)

    def __len__(self) -> int:
        return (len(self._packed) - self._TOTALS.size) // self._ROW.size

    def __iter__(self) -> Iterator[Passage]:
        return map(Passage._make, self._ROW.iter_unpack(self.rows))

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, at: int | slice) -> Passage | tuple[Passage, ...]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (tuple, PackedPassages)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


class Run(NamedTuple):
    """Tokens `[left, left_end)` of one text that are, one by one, `[right, right_end)` of the other."""

    left: int
    left_end: int
    right: int
    right_end: int


def _totals(passages: Sequence[Passage]) -> tuple[int, int, int]:
    shared = seeded = possible = 0
    for passage in passages:
        shared += passage.shared
        seeded += passage.seeded
        possible += passage.possible
    return shared, seeded, possible


@dataclasses.dataclass(frozen=True, slots=True)
class Profile:
    """A text made ready for alignment: its words, and its shingles sorted with their places."""

    words: Words
    shingle_tokens: int
    in_order: Hashes
    sorted: Hashes
    places: Indexes


class Alignment(NamedTuple):
    """The passages two texts share, in the order of the left one, and how many tokens each text has.

    `shared`: words that the two share; `left_coverage`, `right_coverage`: the share of each text that stands in the
    other; `density`: how much of the passages is word for word, 1 where no word was changed.
    """

    passages: Sequence[Passage]
    left_length: int
    right_length: int
    worth: float
    shared: float
    left_coverage: float
    right_coverage: float
    density: float

    @classmethod
    def of(cls, passages: Sequence[Passage], left_length: int, right_length: int, worth: float) -> "Alignment":
        """These passages of two texts that have so many tokens, of which each counts for `worth` words."""
        tokens, seeded, possible = passages.totals if isinstance(passages, PackedPassages) else _totals(passages)
        return cls(
            passages,
            left_length,
            right_length,
            worth,
            shared=tokens * worth,
            left_coverage=tokens / left_length if tokens < left_length else float(tokens > 0),
            right_coverage=tokens / right_length if tokens < right_length else float(tokens > 0),
            density=seeded / possible if possible else 0.0,
        )

    @property
    def longer(self) -> float:
        """Words of the longer of the two texts."""
        return max(self.left_length, self.right_length) * self.worth

    def only(self, passages: Sequence[Passage]) -> "Alignment":
        """What is left of it with some of its passages."""
        if len(passages) == len(self.passages):
            return self
        return Alignment.of(tuple(passages), self.left_length, self.right_length, self.worth)

    def turned(self) -> "Alignment":
        """The same seen from the other text."""
        passages = sorted(p._replace(left=p.right, left_end=p.right_end, right=p.left, right_end=p.left_end)
                          for p in self.passages)  # fmt: skip
        return Alignment.of(PackedPassages.of(passages), self.right_length, self.left_length, self.worth)


def profile(words: Words, shingle_words: int) -> Profile:
    """`words` made ready: shingles told apart by occurrence, so that each stands once."""
    length = words.shingle_length(shingle_words)
    plain = shingles(words.hashes, length)
    places = np.argsort(plain, kind="stable")
    ordered = plain[places]
    again = np.zeros(len(plain), bool)
    again[1:] = ordered[1:] == ordered[:-1]
    if again.any():
        index = np.arange(len(plain))
        firsts = np.maximum.accumulate(np.where(again, 0, index))
        occurrence = (index - firsts).astype(np.uint64)
        told_apart = np.where(again, mixed(ordered + occurrence), ordered)
        in_order = np.empty_like(plain)
        in_order[places] = told_apart
        places = np.argsort(in_order, kind="stable")
        return Profile(words, length, in_order, in_order[places], places)
    return Profile(words, length, plain, ordered, places)


def align(left: Profile, right: Profile) -> Alignment:
    """The passages that `left` and `right` share; none where their scripts need shingles of different length."""
    worth = left.words.worth
    none = Alignment.of(PackedPassages.of(()), len(left.words), len(right.words), worth)
    if left.shingle_tokens != right.shingle_tokens or not len(left.sorted) or not len(right.sorted):
        return none
    seeds, against = _seeds(left, right)
    if not seeds.size:
        return none
    runs = _kept(_runs(seeds, against, left.shingle_tokens))
    return Alignment.of(PackedPassages.of(_passages(runs, left, right)), len(left.words), len(right.words), worth)


def found_in(wanted: Hashes, text: Profile) -> int:
    """How many of the shingles `wanted`, which are of another text's profile, stand in `text`."""
    if not len(text.sorted):
        return 0
    at = np.minimum(np.searchsorted(text.sorted, wanted), len(text.sorted) - 1)
    return int(np.count_nonzero(text.sorted[at] == wanted))


def _seeds(left: Profile, right: Profile) -> tuple[Indexes, Indexes]:
    """Places of the shingles that both have, in the order of the left text."""
    few, many = (left, right) if len(left.sorted) <= len(right.sorted) else (right, left)
    at = np.searchsorted(many.sorted, few.sorted)
    at[at == len(many.sorted)] = 0
    same = np.flatnonzero(many.sorted[at] == few.sorted)
    in_few, in_many = few.places[same], many.places[at[same]]
    mine, others = (in_few, in_many) if few is left else (in_many, in_few)
    order = np.argsort(mine)
    return mine[order], others[order]


def _runs(left: Indexes, right: Indexes, length: int) -> list[Run]:
    """Tokens in step in both texts."""
    breaks = np.flatnonzero((left[1:] - left[:-1] != 1) | (right[1:] - right[:-1] != 1)) + 1
    firsts = [0, *breaks.tolist()]
    lasts = [*(breaks - 1).tolist(), left.size - 1]
    starts = zip(left[firsts].tolist(), right[firsts].tolist(), firsts, lasts, strict=True)
    return [Run(i, i + last - first + length, j, j + last - first + length) for i, j, first, last in starts]


def _follows(before: Run, after: Run) -> bool:
    """Whether `after` goes on the passage of `before`."""
    left_gap, right_gap = after.left - before.left_end, after.right - before.right_end
    near = left_gap <= MAX_GAP and right_gap <= MAX_GAP and abs(left_gap - right_gap) <= MAX_DRIFT
    return near and after.right > before.right and after.right_end > before.right_end


def _kept(runs: list[Run]) -> list[Run]:
    """Runs that are long enough, or stand in line with a neighbour; stray phrases would break passages."""
    follows = [False, *(_follows(before, after) for before, after in pairwise(runs)), False]
    return [
        run
        for run, with_last, with_next in zip(runs, follows, follows[1:], strict=False)
        if with_last or with_next or run.left_end - run.left >= LEAST_PASSAGE
    ]


def _passages(runs: list[Run], left: Profile, right: Profile) -> Iterator[Passage]:
    group: list[Run] = []
    for run in runs:
        if group and not _follows(group[-1], run):
            yield from _passage(group, left, right)
            group = []
        group.append(run)
    if group:
        yield from _passage(group, left, right)


def _passage(runs: list[Run], left: Profile, right: Profile) -> Iterator[Passage]:
    start, end = runs[0], runs[-1]
    beyond = left.shingle_tokens - 1
    shared = _shared(runs, left.words.hashes, right.words.hashes)
    if shared * left.words.worth >= LEAST_PASSAGE:
        possible = max(end.left_end - start.left, end.right_end - start.right) - beyond
        seeded = sum(run.left_end - run.left - beyond for run in runs)
        yield Passage(start.left, end.left_end, start.right, end.right_end, shared, seeded, possible)


def _shared(runs: list[Run], left: Hashes, right: Hashes) -> int:
    """Tokens of a passage that are the same and in order: those of its runs, and what the gaps have in common."""
    total = 0
    left_end, right_end = runs[0].left, runs[0].right
    for left_start, left_stop, right_start, right_stop in runs:
        left_gap, right_gap = left_start - left_end, right_start - right_end
        if left_gap > 0 and right_gap > 0:
            total += _in_common(left[left_end:left_start].tolist(), right[right_end:right_start].tolist())
        overlap = max(0, -left_gap, -right_gap)
        total += left_stop - left_start - overlap
        left_end, right_end = left_stop, right_stop
    return total


def _in_common(left: list[int], right: list[int]) -> int:
    """The length of the longest common subsequence, a row of the table at a time (Hyyrö 2004)."""
    where: dict[int, int] = {}
    for place, token in enumerate(right):
        where[token] = where.get(token, 0) | 1 << place
    row = every = (1 << len(right)) - 1
    for token in left:
        same = row & where.get(token, 0)
        if same:
            row = ((row + same) | (row - same)) & every
    return len(right) - row.bit_count()
