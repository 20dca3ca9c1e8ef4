"""WordPiece (Wu et al. 2016) as BERT's uncased models use it, with the place of every piece in the text.

The library for this brings a download client of a model hub with it and reads "[SEP]" in a text as a command; the
algorithm is a page. Of 901,461 pieces of PolNeAR 898,329 stand in paragraphs that both read alike; the others stand
beside characters that somebody decoded wrongly ("PeÃ±a"): `train/attribution_check.py`.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

UNKNOWN = "[UNK]"
LONGEST = 100  # characters of a word; longer ones are unknown, as in BERT
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|\S")
"""Runs of letters and digits, and every other sign alone."""
_ASCII = re.compile(r"[A-Za-z0-9]+\Z")
Piece = tuple[int, int, int]
"""Its number, and the half-open range of characters it stands for."""


@dataclass(frozen=True, slots=True)
class WordPieces:
    """A vocabulary: piece → number; pieces that go on inside a word start with "##"."""

    vocabulary: Mapping[str, int]

    @classmethod
    def of(cls, lines: Sequence[str]) -> "WordPieces":
        """A vocabulary given as one piece a line."""
        return cls({line: number for number, line in enumerate(lines)})

    def number(self, piece: str) -> int:
        """The number of a piece; KeyError if there is none."""
        return self.vocabulary[piece]

    def split(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of `text[start:end]`, in order; characters that say nothing (controls, accents) are left out."""
        for match in _WORD.finditer(text, start, end):
            word, low = match.group(), match.start()
            if _ASCII.match(word):
                yield from ((number, low + a, low + b) for number, a, b in _pieces(self, word.lower()))
                continue
            folded, places = _folded(word)
            for number, a, b in _pieces(self, folded):
                yield number, low + places[a], low + places[b - 1] + 1

    def __hash__(self) -> int:
        """By identity: one vocabulary is loaded once."""
        return id(self.vocabulary)


def _folded(word: str) -> tuple[str, list[int]]:
    """A word in lower case without accents, and for each of its characters the one of `word` it comes from."""
    kept: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(word):
        for part in unicodedata.normalize("NFD", sign.lower()):
            if unicodedata.category(part) not in ("Mn", "Cc", "Cf"):
                kept.append(part)
                places.append(place)
    return "".join(kept), places


@functools.lru_cache(maxsize=50_000)
def _pieces(of: WordPieces, word: str) -> tuple[Piece, ...]:
    """The longest known pieces of a folded word from its start; one unknown piece where some part has none."""
    found: list[Piece] = []
    at = 0
    while at < len(word) <= LONGEST:
        end = len(word)
        while end > at and ("##" if at else "") + word[at:end] not in of.vocabulary:
            end -= 1
        if end == at:
            break
        found.append((of.vocabulary[("##" if at else "") + word[at:end]], at, end))
        at = end
    if at < len(word):
        return ((of.vocabulary[UNKNOWN], 0, len(word)),) if word else ()
    return tuple(found)
