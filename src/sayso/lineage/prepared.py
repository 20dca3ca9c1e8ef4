"""Documents made ready to be compared: words, sketches and profiles, with memory bounded."""

import functools
import importlib
import sys
from collections.abc import Iterator, Sequence
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt

from sayso.lineage.align import Alignment, Passage
from sayso.lineage.candidates import Candidates, Index, Indexes, Sketches, Spread
from sayso.lineage.documents import Document
from sayso.lineage.plain import Plain
from sayso.lineage.shingles import Ranges, Words
from sayso.settings import LineageSettings

COMPILED_FROM = 1 << 22  # code points of all texts; below, loading numba takes longer than it saves
_COMPILED = "sayso.lineage.compiled"
_KEPT = 4096  # documents whose quotations are kept at hand


class Means(Protocol):
    """How the documents are read and compared. All means give the same."""

    def sketches(
        self,
    ) -> tuple[Sequence[int] | npt.NDArray[np.int32], Sequence[float] | npt.NDArray[np.float64], Sketches]:
        """For each document how many tokens it has and how many words each counts for; and the sketches."""

    def words(self, number: int) -> Words:
        """The words of one document."""

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` of a document stand in its text."""

    def quoted(self, number: int) -> Ranges:
        """Where it has quotations, marks included, in order."""

    def index(self, sketches: Sketches) -> Index:
        """Which documents have which hash."""

    def candidates(self, index: Index, least: int) -> Candidates:
        """Pairs that share `least` hashes or more."""

    def spread(self, index: Index, family: Indexes) -> Spread:
        """In how many families each hash stands, given that of each document."""

    def alignments(self, lefts: Indexes, rights: Indexes) -> Iterator[Alignment]:
        """The alignment of each pair, in turn; the words of both are at hand until the next is asked for."""

    def spreads(
        self, lefts: Indexes, rights: Indexes, passages: Sequence[Sequence[Passage]], known: Spread
    ) -> Iterator[list[float]]:
        """In how many families each passage of each pair stands: the median over its sampled shingles in the left text.

        1 where it has none. The words of both are at hand until the next is asked for.
        """

    def found_in(self, number: int, start: int, end: int, other: int) -> tuple[int, int]:
        """How many of the shingles of a passage another document has, and how many there are; none in other scripts."""


def _is_loaded() -> bool:
    return _COMPILED in sys.modules


def load_compiled() -> bool:
    """Have the compiled loops ready, whatever there is to do; whether they are installed."""
    try:
        importlib.import_module(_COMPILED)
    except ImportError:
        return False
    return True


def means_for(documents: Sequence[Document], settings: LineageSettings) -> Means:
    """Compiled loops where numba is installed (`sayso[fast]`) and loaded, or there is enough to do; numpy otherwise."""
    is_enough = _is_loaded() or sum(len(document.text) for document in documents) >= COMPILED_FROM
    if is_enough and load_compiled():
        return cast("Means", sys.modules[_COMPILED].Compiled(documents, settings))
    return Plain(documents, settings)


class Prepared:
    """Documents ready to be compared.

    Sketches are kept; words, profiles and quotations are made when asked for and the last few thousand kept, so
    that memory beyond the texts themselves is bounded. `quotations` says whether pairs that only quote the same words
    are wanted too.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        settings: LineageSettings,
        means: Means | None = None,
        *,
        quotations: bool = True,
    ) -> None:
        self.documents = documents
        self.quotations = quotations
        self.settings = settings
        self.means = means or means_for(documents, settings)
        self.quoted = functools.lru_cache(_KEPT)(self.means.quoted)

    @functools.cached_property
    def _sketched(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64], Sketches]:
        lengths, worths, sketches = self.means.sketches()
        return np.asarray(lengths, np.int32), np.asarray(worths, np.float64), sketches

    @property
    def lengths(self) -> npt.NDArray[np.int32]:
        """How many tokens each document has."""
        return self._sketched[0]

    @property
    def worths(self) -> npt.NDArray[np.float64]:
        """How many words a token of each counts for."""
        return self._sketched[1]

    @property
    def sketches(self) -> Sketches:
        """The hashes by which documents find each other; made when first asked for, in one go."""
        return self._sketched[2]

    @property
    def rates(self) -> Indexes:
        """One in how many of each document's shingles is in the index."""
        return np.where(self.lengths * self.worths < self.settings.short_words, 1, self.settings.sample_one_in)

    def words_in(self, number: int) -> float:
        """How many words the document has."""
        return float(self.lengths[number] * self.worths[number])

    def align(self, left: int, right: int) -> Alignment:
        """The passages two documents share."""
        return next(self.means.alignments(np.array([left]), np.array([right])))

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` stand in the text."""
        return self.means.cut(number, start, end)
