"""Texts read, joined and aligned by compiled loops, many at a time: for batches that repay loading numba.

Gives the same numbers as `sayso.lineage.plain`. Nothing that was read of a text is kept but its sketch: to read a
text again takes less time than to fetch its words from a disk, and no memory.
"""

import dataclasses
import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage import kernels, kernels_index, shingles
from sayso.lineage.align import LEAST_PASSAGE, MAX_DRIFT, MAX_GAP, Alignment, PackedPassages, Passage
from sayso.lineage.candidates import Candidates, Index, Indexes, Numbers, Sketches, Spread, spread_of
from sayso.lineage.documents import Document
from sayso.lineage.keeping import keeping
from sayso.lineage.quotation import (
    BEFORE,
    CLOSING,
    FEWEST_ALTERNATING,
    FEWEST_TURNS,
    LONGEST,
    LONGEST_LABEL,
    quoted_ranges,
    with_posts_and_turns,
)
from sayso.lineage.shingles import PLACES, TABLE_SIZE, WORDS_PER_CHARACTER, Hashes, Ranges, Words, multipliers
from sayso.settings import LineageSettings

BATCH_CHARS = 1 << 20
_PROFILES_KEPT = 2048
_LEFT_AT_ONCE = 1 << 14  # documents whose pairs are joined in one call
_LIMITS = (MAX_GAP, MAX_DRIFT, LEAST_PASSAGE)
_QUOTATIONS = (LONGEST, FEWEST_TURNS, FEWEST_ALTERNATING, LONGEST_LABEL)
_KINDS = {
    shingles.BETWEEN: kernels.BETWEEN,
    shingles.LETTER: kernels.LETTER,
    shingles.IDEOGRAPH: kernels.IDEOGRAPH,
    shingles.UNSPACED: kernels.UNSPACED,
    shingles.PASSED_OVER: kernels.PASSED_OVER,
}
_MARKS = {mark: place for place, mark in enumerate(sorted({*CLOSING, *"".join(CLOSING.values())}), 1)}

Codes = npt.NDArray[np.uint32]


@functools.cache
def _table() -> npt.NDArray[np.uint32]:
    """For each code point of planes 0 and 1 all that the kernels ask of it, in one number."""
    kinds, folded = shingles.tables()
    as_compiled = np.array([_KINDS[kind] for kind in range(len(_KINDS))], np.uint32)
    table = folded | (as_compiled[kinds] << kernels.KIND_SHIFT)
    chars = [chr(code) for code in range(TABLE_SIZE)]
    table[[char.isspace() for char in chars]] |= kernels.SPACE
    table[[char.isalnum() for char in chars]] |= kernels.ALNUM
    table[list(map(ord, BEFORE))] |= kernels.BEFORE
    for mark, place in _MARKS.items():
        table[ord(mark)] |= np.uint32(place) << kernels.MARK_SHIFT
    return table


@functools.cache
def _closing() -> npt.NDArray[np.bool_]:
    closing = np.zeros((len(_MARKS) + 1, len(_MARKS) + 1), bool)
    for opening, marks in CLOSING.items():
        closing[0, _MARKS[opening]] = True
        closing[_MARKS[opening], [_MARKS[mark] for mark in marks]] = True
    return closing


@dataclasses.dataclass(frozen=True, slots=True)
class _AtHand:
    """The documents that were read last: the place of each, and what its words and quotations are told from."""

    places: dict[int, int]
    codes: Codes
    limits: list[int]
    bounds: list[int]
    starts: Numbers
    ends: Numbers


class Compiled:
    """See `sayso.lineage.prepared.Means`."""

    def __init__(self, documents: Sequence[Document], settings: LineageSettings) -> None:
        self._documents = documents
        self._settings = settings
        worths = [*WORDS_PER_CHARACTER.values(), 1.0]
        nothing = np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._alone = np.array([_KINDS[kind] for kind in WORDS_PER_CHARACTER])
        self._tokens = np.array([Words(*nothing, worth).shingle_length(settings.shingle_words) for worth in worths])
        self._worths = np.array(worths)
        self._places = multipliers(max(PLACES, *self._tokens.tolist()))
        self._sizes = np.array([len(document.text) + 1 for document in documents], np.int64)
        self._at_hand: _AtHand | None = None
        self._words = keeping(_PROFILES_KEPT, self.words)
        self._shingles = keeping(_PROFILES_KEPT, self._shingled)

    def sketches(self) -> tuple[Numbers, npt.NDArray[np.float64], Sketches]:
        """Lengths in tokens, how many words a token counts for, and sketches."""
        rules = (self._alone, self._tokens, self._worths, self._settings.sample_one_in, self._settings.short_words)
        lengths, scripts, sizes, hashes = [], [], [], []
        for batch in self._batches(range(len(self._documents))):
            counts, script, bounds, sampled = kernels.sketches(*self._coded(batch), _table(), self._places, rules)
            lengths.append(counts)
            scripts.append(script)
            sizes.append(np.diff(bounds))
            hashes.append(sampled)
        worths = self._worths[np.concatenate([*scripts, np.zeros(0, np.int8)])]
        bounds = np.cumsum(np.concatenate([np.zeros(1, np.int64), *sizes]))
        return (
            np.concatenate([*lengths, np.zeros(0, np.int32)]),
            worths,
            Sketches(np.concatenate([*hashes, np.zeros(0, np.uint64)]), bounds),
        )

    def words(self, number: int) -> Words:
        """The words of one document."""
        codes, limits = self._coded_alone(number)
        found = np.empty(codes.size, np.uint64), np.empty(codes.size, np.int32), np.empty(codes.size, np.int32)
        count, kinds = kernels.words(codes, 0, limits[1], _table(), self._places, found)
        worth = float(self._worths[kernels.script(count, kinds, self._alone)])
        return Words(found[0][:count].copy(), found[1][:count].copy(), found[2][:count].copy(), worth)

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` of a document stand in its text."""
        near = self._at_hand
        place = near.places.get(number) if near else None
        if near is None or place is None:
            words = self._words(number)
            return int(words.starts[start]), int(words.ends[end - 1])
        first = near.bounds[place]
        return near.starts.item(first + start), near.ends.item(first + end - 1)

    def quoted(self, number: int) -> Ranges:
        """Where it has quotations."""
        document, near = self._documents[number], self._at_hand
        place = near.places.get(number) if near and not document.left_out else None
        if near is None or place is None:
            codes = np.frombuffer(document.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        else:
            codes = near.codes[near.limits[place] : near.limits[place + 1] - 1]
        is_told, ranges, turns = kernels.quoted(codes, _table(), _closing(), _QUOTATIONS)
        return (
            with_posts_and_turns(map(tuple, ranges.tolist()), document.text, turns=turns)
            if is_told
            else quoted_ranges(document.text)
        )

    def index(self, sketches: Sketches) -> Index:
        """Which documents have which hash."""
        return Index.joined(itertools.starmap(_grouped, sketches.parts()), len(sketches))

    def candidates(self, index: Index, least: int) -> Candidates:
        """Pairs that share `least` hashes or more."""
        begins, own = kernels_index.by_document(index.starts, index.documents, index.size)
        parts = (index.starts, index.documents, begins, own)
        hot = np.zeros(index.size, bool)
        state = (np.zeros(len(index.hashes), np.int32), np.zeros(index.size, np.int32), hot)
        rules = (self._settings.df_cap, self._settings.representatives, least)
        lefts, rights, shared = [], [], []
        for first in range(0, index.size, _LEFT_AT_ONCE):
            span = (first, min(index.size, first + _LEFT_AT_ONCE))
            counts, right, common = kernels_index.tied(parts, rules, state, span)
            lefts.append(np.repeat(np.arange(*span), counts))
            rights.append(right)
            shared.append(common)
        none = np.zeros(0, np.int64)
        left, right, common = (np.concatenate([none, *part]) for part in (lefts, rights, shared))
        return Candidates(left, right, common, hot)

    def spread(self, index: Index, family: Indexes) -> Spread:
        """In how many families each hash stands."""
        return spread_of(index, kernels_index.family_counts(index.starts, index.documents, family))

    def alignments(self, lefts: Indexes, rights: Indexes) -> Iterator[Alignment]:
        """The alignment of each pair, in turn; the words of both are at hand until the next is asked for."""
        for start, end in self._pieces(lefts, rights):
            numbers, places = np.unique(np.concatenate([lefts[start:end], rights[start:end]]), return_inverse=True)
            sides = places[: end - start], places[end - start :]
            texts = self._read(numbers.tolist())
            begins, rows = kernels.alignments(sides, texts, (self._tokens, self._worths), _LIMITS)
            yield from self._aligned(sides, texts, begins, rows)

    def spreads(
        self, lefts: Indexes, rights: Indexes, passages: Sequence[Sequence[Passage]], known: Spread
    ) -> Iterator[list[float]]:
        """In how many families each passage of each pair stands; the words of both are at hand as in `alignments`."""
        rules = (self._tokens, self._settings.sample_one_in, self._places)
        for start, end in self._pieces(lefts, rights):
            numbers, places = np.unique(np.concatenate([lefts[start:end], rights[start:end]]), return_inverse=True)
            packed = [p if isinstance(p, PackedPassages) else PackedPassages.of(p) for p in passages[start:end]]
            rows = np.frombuffer(b"".join(one.rows for one in packed), np.int32).reshape(-1, len(Passage._fields))
            owners = np.repeat(places[: end - start], list(map(len, packed)))
            words = self._read(numbers.tolist(), shingled=False)
            told = kernels.spreads(rows, owners, words, rules, (known.hashes, known.families))
            medians = iter(told.tolist())
            yield from (list(itertools.islice(medians, len(one))) for one in packed)

    def _pieces(self, lefts: Indexes, rights: Indexes) -> Iterator[tuple[int, int]]:
        return itertools.pairwise(kernels_index.edges((lefts, rights), self._sizes, BATCH_CHARS).tolist())

    def _read(self, numbers: Sequence[int], *, shingled: bool = True) -> Any:
        codes, limits = self._coded(numbers)
        texts = self._profiles_of(codes, limits, shingled=shingled)
        places = {number: place for place, number in enumerate(numbers)}
        self._at_hand = _AtHand(places, codes, limits.tolist(), texts[1].tolist(), texts[4], texts[5])
        return texts

    def _aligned(self, sides: Sequence[Indexes], texts: Any, begins: Indexes, rows: Numbers) -> Iterator[Alignment]:
        scripts, bounds = texts[:2]
        lengths = np.diff(bounds)
        sums = np.concatenate([np.zeros((1, 3), np.int32), np.cumsum(rows[:, 4:], axis=0, dtype=np.int32)])
        totals = sums[begins[1:]] - sums[begins[:-1]]
        tokens, seeded, possible = totals.T
        left, right, worth = lengths[sides[0]], lengths[sides[1]], self._worths[scripts[sides[0]]]
        numbers = (
            left,
            right,
            worth,
            tokens * worth,
            np.where(tokens < left, tokens / np.maximum(left, 1), tokens > 0),
            np.where(tokens < right, tokens / np.maximum(right, 1), tokens > 0),
            seeded / np.maximum(possible, 1),  # none is seeded where none is possible
        )
        packed, totalled = rows.tobytes(), totals.tobytes()
        edges = itertools.pairwise((begins * rows.shape[1] * 4).tolist())
        passages = (
            PackedPassages(totalled[12 * at : 12 * at + 12] + packed[start:end])
            for at, (start, end) in enumerate(edges)
        )
        return map(Alignment, passages, *(column.tolist() for column in numbers))

    def found_in(self, number: int, start: int, end: int, other: int) -> tuple[int, int]:
        """How many of the shingles of a passage another document has, and how many there are; none in other scripts."""
        (tokens, mine, _), (theirs_tokens, theirs, table) = self._shingles(number), self._shingles(other)
        wanted = mine[: max(0, len(mine) - tokens + 1)][start : max(start + 1, end - tokens + 1)]
        return kernels.found_in(wanted, theirs, table) if tokens == theirs_tokens else 0, len(wanted)

    def _shingled(self, number: int) -> tuple[int, Hashes, Numbers]:
        """The tokens of a shingle, the shingles told apart, and where to look them up."""
        profile = self._profiles_of(*self._coded_alone(number))
        return self._tokens.item(profile[0].item()), profile[6], profile[7]

    def _profiles_of(self, codes: Codes, limits: Indexes, *, shingled: bool = True) -> Any:
        return kernels.profiles(codes, limits, _table(), self._places, (self._alone, self._tokens), shingled)

    def _batches(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        batch: list[int] = []
        size = 0
        for number in numbers:
            length = len(self._documents[number].text)
            if batch and size + length > BATCH_CHARS:
                yield batch
                batch, size = [], 0
            batch.append(number)
            size += length + 1
        if batch:
            yield batch

    def _coded_alone(self, number: int) -> tuple[Codes, Indexes]:
        if self._documents[number].left_out:
            return self._coded([number])
        codes = np.frombuffer((self._documents[number].text + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
        return codes, np.array([0, codes.size])

    def _coded(self, numbers: Sequence[int]) -> tuple[Codes, Indexes]:
        """The code points of some documents, a line end after each, and where each begins; what is left out blank."""
        texts = [self._documents[number].text for number in numbers]
        limits = np.zeros(len(texts) + 1, np.int64)
        np.cumsum(self._sizes[numbers], out=limits[1:])
        codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
        left_out = [self._documents[number].left_out for number in numbers]
        if any(left_out):
            codes = codes.copy()
            for origin, text, ranges in zip(limits, texts, left_out, strict=False):
                for start, end in ranges:
                    codes[origin + max(0, start) : origin + min(end, len(text))] = ord("\n")
        return codes, limits


def _grouped(hashes: Hashes, documents: Numbers) -> tuple[Hashes, Numbers, Numbers]:
    order = np.argsort(hashes)
    grouped: tuple[Hashes, Numbers, Numbers] = kernels_index.groups(hashes[order], documents[order])
    return grouped
