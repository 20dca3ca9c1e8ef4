"""Texts read, joined and aligned with numpy alone, one at a time: all there is without numba, enough for a case."""

from collections.abc import Iterator, Sequence

import numpy as np

from sayso.lineage.align import Alignment, Passage, Profile, align, found_in, profile
from sayso.lineage.candidates import Candidates, Index, Indexes, Sketches, Spread, candidate_pairs, index_of, spread
from sayso.lineage.documents import Document
from sayso.lineage.keeping import keeping
from sayso.lineage.quotation import quoted_ranges
from sayso.lineage.shingles import Hashes, Ranges, Words, sampled, shingles, words_of
from sayso.settings import LineageSettings

_PROFILES_KEPT = 4096
_TOKENS_KEPT = 1 << 24  # 16 bytes each: 256 MB; what was read of texts beyond that is read anew


class Plain:
    """See `sayso.lineage.prepared.Means`."""

    def __init__(self, documents: Sequence[Document], settings: LineageSettings) -> None:
        self._documents = documents
        self._settings = settings
        self._words: dict[int, Words] = {}
        self._profile = keeping(_PROFILES_KEPT, self._profiled)

    def sketches(self) -> tuple[Sequence[int], Sequence[float], Sketches]:
        """Lengths in tokens, how many words a token counts for, and sketches."""
        lengths, worths = [], []
        made: list[Hashes] = []
        kept = 0
        texts = (document.text for document in self._documents)
        for number, words in enumerate(words_of(texts, [document.left_out for document in self._documents])):
            kept += len(words)
            if kept <= _TOKENS_KEPT:
                self._words[number] = words
            lengths.append(len(words))
            worths.append(words.worth)
            long = len(words) * words.worth >= self._settings.short_words
            every = shingles(words.hashes, words.shingle_length(self._settings.shingle_words))
            made.append(sampled(every, self._settings.sample_one_in if long else 1))
        return lengths, worths, Sketches.of(made)

    def words(self, number: int) -> Words:
        """The words of one document."""
        known = self._words.get(number)
        if known is None:
            document = self._documents[number]
            known = next(words_of([document.text], [document.left_out]))
        return known

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` of a document stand in its text."""
        words = self._profile(number).words
        return int(words.starts[start]), int(words.ends[end - 1])

    def quoted(self, number: int) -> Ranges:
        """Where it has quotations."""
        return quoted_ranges(self._documents[number].text)

    def index(self, sketches: Sketches) -> Index:
        """Which documents have which hash."""
        return index_of(sketches)

    def candidates(self, index: Index, least: int) -> Candidates:
        """Pairs that share `least` hashes or more."""
        df_cap, representatives = self._settings.df_cap, self._settings.representatives
        return candidate_pairs(index, df_cap=df_cap, representatives=representatives, least=least)

    def spread(self, index: Index, family: Indexes) -> Spread:
        """In how many families each hash stands."""
        return spread(index, family)

    def alignments(self, lefts: Indexes, rights: Indexes) -> Iterator[Alignment]:
        """The alignment of each pair, in turn."""
        pairs = zip(lefts.tolist(), rights.tolist(), strict=True)
        return (align(self._profile(left), self._profile(right)) for left, right in pairs)

    def spreads(
        self, lefts: Indexes, rights: Indexes, passages: Sequence[Sequence[Passage]], known: Spread
    ) -> Iterator[list[float]]:
        """In how many families each passage of each pair stands."""
        del rights
        for left, own in zip(lefts.tolist(), passages, strict=True):
            yield [self._median_spread(self.words(left), passage, known) for passage in own]

    def found_in(self, number: int, start: int, end: int, other: int) -> tuple[int, int]:
        """How many of the shingles of a passage another document has, and how many there are; none in other scripts."""
        mine, theirs = self._profile(number), self._profile(other)
        wanted = mine.in_order[start : max(start + 1, end - mine.shingle_tokens + 1)]
        comparable = mine.shingle_tokens == theirs.shingle_tokens
        return found_in(wanted, theirs) if comparable else 0, len(wanted)

    def _median_spread(self, words: Words, passage: Passage, known: Spread) -> float:
        every = shingles(
            words.hashes[passage.left : passage.left_end], words.shingle_length(self._settings.shingle_words)
        )
        hashes = sampled(every, self._settings.sample_one_in)
        return float(np.median(known.of(hashes))) if len(hashes) else 1.0

    def _profiled(self, number: int) -> Profile:
        return profile(self.words(number), self._settings.shingle_words)
