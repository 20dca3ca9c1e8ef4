"""Where two texts run together: passages found by seed and extend on shingles, and how much they cover.

Seeds are shingles that stand in both texts (the n-th occurrence in one is held against the n-th in the other).
Seeds on one diagonal make a run; runs that follow one another in both texts, a few words apart, make a
passage, so that swapped, dropped and added words do not break it. Paragraphs that were moved give passages
that cross. The words between two runs count as shared as far as they are the same and in the same order
(longest common subsequence). This is text reuse alignment as in passim (Smith, Cordell & Mullen 2015), on arrays.
"""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

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


@dataclasses.dataclass(frozen=True, slots=True)
class Profile:
    """A text made ready for alignment: its words, and its shingles sorted with their places."""

    words: Words
    shingle_tokens: int
    in_order: Hashes
    sorted: Hashes
    places: Indexes


@dataclasses.dataclass(frozen=True, slots=True)
class Alignment:
    """The passages two texts share, in the order of the left one, and how many tokens each text has."""

    passages: tuple[Passage, ...]
    left_length: int
    right_length: int
    worth: float

    @property
    def shared(self) -> float:
        """How many words the two share."""
        return sum(passage.shared for passage in self.passages) * self.worth

    @property
    def left_coverage(self) -> float:
        """The share of the left text that stands in the right one."""
        return min(1.0, sum(p.shared for p in self.passages) / max(1, self.left_length))

    @property
    def right_coverage(self) -> float:
        """The share of the right text that stands in the left one."""
        return min(1.0, sum(p.shared for p in self.passages) / max(1, self.right_length))

    @property
    def density(self) -> float:
        """How much of the passages is word for word: 1 where no word was changed."""
        possible = sum(p.possible for p in self.passages)
        return sum(p.seeded for p in self.passages) / possible if possible else 0.0

    def turned(self) -> "Alignment":
        """The same seen from the other text."""
        passages = sorted(p._replace(left=p.right, left_end=p.right_end, right=p.left, right_end=p.left_end)
                          for p in self.passages)  # fmt: skip
        return Alignment(tuple(passages), self.right_length, self.left_length, self.worth)


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
    none = Alignment((), len(left.words), len(right.words), worth)
    if left.shingle_tokens != right.shingle_tokens or not len(left.sorted) or not len(right.sorted):
        return none
    at = np.minimum(np.searchsorted(right.sorted, left.in_order), len(right.sorted) - 1)
    seeds = np.flatnonzero(right.sorted[at] == left.in_order)
    if not seeds.size:
        return none
    runs = _runs(seeds, right.places[at[seeds]], left.shingle_tokens)
    runs = runs[_kept(runs)]
    passages = tuple(_passages(runs, left, right))
    return Alignment(passages, len(left.words), len(right.words), worth)


def _runs(left: Indexes, right: Indexes, length: int) -> Indexes:
    """Rows (left start, left end, right start, right end, seeds) of tokens in step in both texts."""
    breaks = np.flatnonzero((np.diff(left) != 1) | (np.diff(right) != 1)) + 1
    firsts = np.append(0, breaks)
    lasts = np.append(breaks, left.size) - 1
    return np.stack(
        [left[firsts], left[lasts] + length, right[firsts], right[lasts] + length, lasts - firsts + 1], axis=1
    )


def _follows(runs: Indexes) -> npt.NDArray[np.bool_]:
    """For each run but the first, whether it goes on the passage of the one before."""
    left_gap = runs[1:, 0] - runs[:-1, 1]
    right_gap = runs[1:, 2] - runs[:-1, 3]
    near = (left_gap <= MAX_GAP) & (right_gap <= MAX_GAP) & (np.abs(left_gap - right_gap) <= MAX_DRIFT)
    return near & (runs[1:, 2] > runs[:-1, 2]) & (runs[1:, 3] > runs[:-1, 3])


def _kept(runs: Indexes) -> npt.NDArray[np.bool_]:
    """Runs that are long enough, or stand in line with a neighbour; stray phrases would break passages."""
    follows = _follows(runs)
    in_line = np.zeros(len(runs), bool)
    in_line[1:] |= follows
    in_line[:-1] |= follows
    return in_line | (runs[:, 1] - runs[:, 0] >= LEAST_PASSAGE)


def _passages(runs: Indexes, left: Profile, right: Profile) -> Iterator[Passage]:
    if not len(runs):
        return
    breaks = np.flatnonzero(~_follows(runs)) + 1
    for group in np.split(runs, breaks):
        start, end = group[0], group[-1]
        length = left.shingle_tokens
        possible = max(int(end[1] - start[0]), int(end[3] - start[2])) - length + 1
        shared = _shared(group.tolist(), left.words.hashes, right.words.hashes)
        if shared * left.words.worth >= LEAST_PASSAGE:
            yield Passage(
                int(start[0]), int(end[1]), int(start[2]), int(end[3]), shared, int(group[:, 4].sum()), possible
            )


def _shared(runs: list[list[int]], left: Hashes, right: Hashes) -> int:
    """Tokens of a passage that are the same and in order: those of its runs, and what the gaps have in common."""
    total = 0
    left_end, right_end = runs[0][0], runs[0][2]
    for left_start, left_stop, right_start, right_stop, _ in runs:
        left_gap, right_gap = left_start - left_end, right_start - right_end
        if left_gap > 0 and right_gap > 0:
            total += _in_common(left[left_end:left_start].tolist(), right[right_end:right_start].tolist())
        overlap = max(0, -left_gap, -right_gap)
        total += left_stop - left_start - overlap
        left_end, right_end = left_stop, right_stop
    return total


def _in_common(left: list[int], right: list[int]) -> int:
    """The length of the longest common subsequence."""
    if not set(left) & set(right):
        return 0
    row = [0] * (len(right) + 1)
    for token in left:
        before = 0
        for place, other in enumerate(right, 1):
            above = row[place]
            row[place] = before + 1 if token == other else max(above, row[place - 1])
            before = above
    return row[-1]
