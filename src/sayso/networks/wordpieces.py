"""WordPiece (Wu et al. 2016) as BERT's uncased models use it, with the place of every piece in the text.

The library for this brings a download client of a model hub with it and reads "[SEP]" in a text as a command; the
algorithm is a page. Of 901,461 pieces of PolNeAR 898,329 stand in paragraphs that both read alike; the others stand
beside characters that somebody decoded wrongly ("PeÃ±a"): `train/attribution_check.py`.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

UNKNOWN = "[UNK]"
LONGEST = 100  # characters of a word; longer ones are unknown, as in BERT
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|\S")
"""Runs of letters and digits, and every other sign alone."""
Piece = tuple[int, int, int]
"""Its number, and the half-open range of characters it stands for."""


class WordPieces:
    """A vocabulary: piece → number; pieces that go on inside a word start with "##"."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self._known = functools.lru_cache(maxsize=50_000)(functools.partial(_pieces, vocabulary))

    def _pieces(self, word: str) -> tuple[Piece, ...]:
        """The pieces of a folded word; words too long to have any are not kept, or hostile text would fill memory."""
        return self._known(word) if len(word) <= LONGEST else _pieces(self.vocabulary, word)

    @classmethod
    def of(cls, lines: Sequence[str]) -> "WordPieces":
        """A vocabulary given as one piece a line."""
        return cls({line: number for number, line in enumerate(lines)})

    def number(self, piece: str) -> int:
        """The number of a piece; KeyError if there is none."""
        return self.vocabulary[piece]

    def split(self, text: str, start: int, end: int) -> list[Piece]:
        """The pieces of `text[start:end]`, in order; characters that say nothing (controls, accents) are left out."""
        found: list[Piece] = []
        pieces = self._pieces
        for match in _WORD.finditer(text, start, end):
            word, low = match.group(), match.start()
            if word.isascii() and word.isprintable():  # letters and digits, or one other sign
                given = pieces(word.lower())
                if len(given) == 1:
                    found.append((given[0][0], low, low + len(word)))
                else:
                    found += [(number, low + a, low + b) for number, a, b in given]
                continue
            folded, places = _folded(word)
            found += [(number, low + places[a], low + places[b - 1] + 1) for number, a, b in pieces(folded)]
        return found


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


def _pieces(vocabulary: Mapping[str, int], word: str) -> tuple[Piece, ...]:
    """The longest known pieces of a folded word from its start; one unknown piece where some part has none."""
    found: list[Piece] = []
    at = 0
    while at < len(word) <= LONGEST:
        end = len(word)
        while end > at and ("##" if at else "") + word[at:end] not in vocabulary:
            end -= 1
        if end == at:
            break
        found.append((vocabulary[("##" if at else "") + word[at:end]], at, end))
        at = end
    if at < len(word):
        return ((vocabulary[UNKNOWN], 0, len(word)),) if word else ()
    return tuple(found)
