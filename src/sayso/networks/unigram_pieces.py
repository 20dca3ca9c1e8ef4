"""Word pieces of a unigram model (Kudo 2018) as XLM-RoBERTa uses it, with the place of every piece in the text.

Of all ways to cut a word into known pieces the likeliest one is taken. The vocabulary is a part of XLM-RoBERTa's: a
word whose own piece was left out falls into smaller ones. The library for this brings a download client of a model hub
with it; the algorithm is a page (see `sayso.networks.wordpieces`).
"""

import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence

from sayso.networks.wordpieces import Piece

SPACE = "▁"  # how a piece begins that begins a word
UNKNOWN = "<unk>"
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>"}  # what windows ask for, under its names here
LONGEST = 20_000  # characters without a space; what is longer is no prose in any script, and is one unknown piece
LONGEST_KEPT = 40  # characters of a word that is remembered; longer ones would let hostile text fill memory
_MOST_MARKS = 8  # a letter with its accents; more are no spelling
_MOST_SIGNS = 4  # that one sign stands for: "ﬁ" for two, "ﷺ" for a sentence
_UNLIKELY = 10.0  # how much less likely than the rarest piece an unknown character is, as in the library
_WORD = re.compile(r"\S+")


class UnigramPieces:
    """A vocabulary: piece → (number, log-probability); pieces that begin a word start with "▁"."""

    def __init__(self, vocabulary: Mapping[str, tuple[int, float]]) -> None:
        self._vocabulary = vocabulary
        # a text that spells "</s>" gives no command
        self._words = {piece: held for piece, held in vocabulary.items() if piece not in {*SPECIAL.values(), UNKNOWN}}
        self._longest = max(map(len, vocabulary))
        self._floor = min(score for _, score in vocabulary.values()) - _UNLIKELY
        self._known = functools.lru_cache(maxsize=50_000)(self._pieces)

    @classmethod
    def of(cls, lines: Sequence[str]) -> "UnigramPieces":
        """A vocabulary given as one piece with its log-probability a line, a tab between them."""
        rows = [line.rsplit("\t", 1) for line in lines]
        return cls({piece: (number, float(score)) for number, (piece, score) in enumerate(rows)})

    def number(self, piece: str) -> int:
        """The number of a piece; KeyError if there is none."""
        return self._vocabulary[SPECIAL.get(piece, piece)][0]

    def split(self, text: str, start: int, end: int) -> list[Piece]:
        """The pieces of `text[start:end]`, in order; a space alone is none."""
        found: list[Piece] = []
        for match in _WORD.finditer(text, start, end):
            word, low = match.group(), match.start()
            given = self._known(word) if len(word) <= LONGEST_KEPT else self._pieces(word)
            found += [(number, low + a, low + b) for number, a, b in given]
        return found

    def _pieces(self, word: str) -> tuple[Piece, ...]:
        """The likeliest pieces of a word; a mark of the word's beginning that stands alone is left out."""
        if len(word) > LONGEST:
            return ((self._vocabulary[UNKNOWN][0], 0, len(word)),)
        folded, places = _folded(word)
        marked = SPACE + folded
        came = self._best(marked)
        cuts = [len(marked)]
        while cuts[-1] > 0:
            cuts.append(came[cuts[-1]])
        cuts.reverse()
        unknown = self._vocabulary[UNKNOWN][0]
        found = []
        for low, high in itertools.pairwise(cuts):
            if high <= 1:
                continue
            number = self._words.get(marked[low:high], (unknown, 0.0))[0]
            found.append((number, places[max(low - 1, 0)][0], places[high - 2][1]))
        return tuple(found)

    def _best(self, marked: str) -> list[int]:
        """For each place where the last piece of the best way there began (Viterbi)."""
        best, came = [0.0] + [-math.inf] * len(marked), [0] * (len(marked) + 1)
        for low in range(len(marked)):
            for high in range(low + 1, min(len(marked), low + self._longest) + 1):
                entry = self._words.get(marked[low:high])
                if entry is None and high > low + 1:
                    continue
                score = best[low] + (entry[1] if entry else self._floor)
                if score > best[high]:
                    best[high], came[high] = score, low
        return came


def _folded(word: str) -> tuple[str, list[tuple[int, int]]]:
    """A word in compatibility form (NFKC), and for each of its characters the range it stands for in the word."""
    if word.isascii():
        return word, [(i, i + 1) for i in range(len(word))]
    folded, places, low = [], [], 0
    while low < len(word):
        high = low + 1
        while high < min(len(word), low + _MOST_MARKS) and unicodedata.combining(word[high]):
            high += 1
        for sign in unicodedata.normalize("NFKC", word[low:high])[:_MOST_SIGNS]:
            if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf"):
                folded.append(sign)
                places.append((low, high))
        low = high
    return "".join(folded), places
