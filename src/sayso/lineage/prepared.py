"""Documents made ready to be compared: words, sketches and profiles, with memory bounded."""

import functools
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from sayso.lineage.align import Alignment, Profile, align, profile
from sayso.lineage.documents import Document
from sayso.lineage.quotation import quoted_ranges
from sayso.lineage.shingles import Hashes, Words, sampled, shingles, words_of
from sayso.settings import LineageSettings

_PROFILES_KEPT = 4096
_TOKENS_KEPT = 1 << 24  # 16 bytes each: 256 MB


class Prepared:
    """Documents ready to be compared.

    Words are kept up to a fixed number of tokens and read anew beyond; profiles are made when asked for, and the
    last few thousand kept. So memory beyond the texts themselves is bounded.
    """

    def __init__(self, documents: Sequence[Document], settings: LineageSettings) -> None:
        self.documents = documents
        self.settings = settings
        self.lengths: list[int] = []
        self.worths: list[float] = []
        self._words: dict[int, Words] = {}
        self.sketches: list[Hashes] = list(self._sketches())
        self._profiles: OrderedDict[int, Profile] = OrderedDict()
        self.quoted = functools.lru_cache(_PROFILES_KEPT)(lambda number: quoted_ranges(documents[number].text))

    def _sketches(self) -> Iterator[Hashes]:
        texts = (document.text for document in self.documents)
        kept = 0
        for number, words in enumerate(words_of(texts, [document.left_out for document in self.documents])):
            kept += len(words)
            if kept <= _TOKENS_KEPT:
                self._words[number] = words
            self.lengths.append(len(words))
            self.worths.append(words.worth)
            length = words.shingle_length(self.settings.shingle_words)
            yield sampled(shingles(words.hashes, length), self.rate(number))

    def rate(self, number: int) -> int:
        """One in how many of this document's shingles is in the index."""
        short = self.lengths[number] * self.worths[number] < self.settings.short_words
        return 1 if short else self.settings.sample_one_in

    def words_in(self, number: int) -> float:
        """How many words the document has."""
        return self.lengths[number] * self.worths[number]

    def profile(self, number: int) -> Profile:
        """The document made ready for alignment."""
        known = self._profiles.get(number)
        if known is None:
            words = self._words.get(number) or self._read(number)
            known = self._profiles[number] = profile(words, self.settings.shingle_words)
            if len(self._profiles) > _PROFILES_KEPT:
                self._profiles.popitem(last=False)
        else:
            self._profiles.move_to_end(number)
        return known

    def _read(self, number: int) -> Words:
        document = self.documents[number]
        return next(words_of([document.text], [document.left_out]))

    def align(self, left: int, right: int) -> Alignment:
        """The passages two documents share."""
        return align(self.profile(left), self.profile(right))

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` stand in the text."""
        words = self.profile(number).words
        return int(words.starts[start]), int(words.ends[end - 1])
