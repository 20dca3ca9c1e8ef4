"""Text as the trained reader sees it: windows of word pieces, with what their spelling lost put back beside them.

The encoder behind the model is uncased, so each piece carries a `look`: how its word is written (lower case, capital,
capitals, digits, mark) and whether it stands inside quotation marks. Training (`train/`) and reading use this one
module, so that they cannot drift apart. A window holds whole paragraphs as far as they fit: of 19,834 attributions
of the PolNeAR training split 163 cross a paragraph.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sayso.annotate import quotations
from sayso.annotate.tokens import pattern, tokenise
from sayso.networks.wordpieces import Piece

WINDOW = 256  # word pieces, the special ones counted
START, BREAK = "[CLS]", "[SEP]"
LOOKS = 12  # six ways of writing, outside and inside quotation marks
QUOTED = 6  # looks from here on are those inside quotation marks
_SENTENCE_ENDS = frozenset(".!?。！？؟")


class Pieces(Protocol):
    """A vocabulary of word pieces."""

    def number(self, piece: str) -> int:
        """The number of a piece."""

    def split(self, text: str, start: int, end: int) -> list[Piece]:
        """The pieces of `text[start:end]`, in order."""


@dataclass(slots=True)
class Window:
    """Word pieces with their looks, their places in the text and the number of their paragraph.

    A special piece has the place (-1, -1) and the paragraph -1.
    """

    ids: list[int] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self.ids)

    def add(self, piece: int, look: int, place: tuple[int, int]) -> None:
        """Add a piece."""
        self.ids.append(piece)
        self.looks.append(look)
        self.starts.append(place[0])
        self.ends.append(place[1])
        self.paragraphs.append(-1)

    def extend(self, other: "Window", low: int, high: int, paragraph: int) -> None:
        """Add pieces `low` up to `high` of another one, as pieces of a paragraph."""
        self.paragraphs += [paragraph] * (high - low)
        self.ids += other.ids[low:high]
        self.looks += other.looks[low:high]
        self.starts += other.starts[low:high]
        self.ends += other.ends[low:high]


@functools.cache
def _words() -> re.Pattern[str]:
    return pattern(clitics=True)


def _look(word: str) -> int:
    if "a" <= word[0] <= "z":  # most words are written so
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    if word[:1].isupper():
        return 2
    if word[:1].isdigit():
        return 4
    return 1 if word[:1].isalpha() else 5


def paragraph(text: str, start: int, end: int, vocabulary: Pieces, *, continues: bool) -> Window:
    """The pieces of one paragraph; `continues` says that the next one starts with a quotation mark."""
    words = tokenise(text, start, end, _words())
    inside = quotations.inside(words, quotations.pair(words, continues=continues))
    looks = [_look(word) + (QUOTED if quoted >= 0 else 0) for word, quoted in zip(words.raw, inside, strict=True)]
    pieces = vocabulary.split(text, start, end)
    starts = [low for _, low, _ in pieces]
    return Window(
        ids=[number for number, _, _ in pieces],
        looks=_spread(looks, words.end, starts),
        starts=starts,
        ends=[high for _, _, high in pieces],
        paragraphs=[-1] * len(pieces),
    )


def _spread(looks: Sequence[int], ends: Sequence[int], starts: Sequence[int]) -> list[int]:
    """For each piece that starts at `starts` the look of its word; `ends` are those of the words."""
    word, last = 0, len(looks) - 1
    found = []
    for start in starts:
        while word < last and ends[word] <= start:
            word += 1
        found.append(looks[word] if looks else 0)
    return found


def windows(text: str, paragraphs: Sequence[tuple[int, int]], vocabulary: Pieces) -> Iterator[Window]:
    """The paragraphs of a text packed into windows, in order; one that is too long is cut after a sentence."""
    room = WINDOW - 1
    first, brk = vocabulary.number(START), vocabulary.number(BREAK)
    packed = Window()
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        continues = following is not None and quotations.starts_quoted(text, *following)
        whole = paragraph(text, start, end, vocabulary, continues=continues)
        low = 0
        while low < len(whole):
            if len(packed) and len(packed) + min(len(whole) - low, room) > room:
                yield packed
                packed = Window()
            high = _cut(whole, text, low, low + room - 1)
            packed.add(brk if len(packed) else first, 0, (-1, -1))
            packed.extend(whole, low, high, number)
            low = high
    if len(packed):
        yield packed


def _cut(whole: Window, text: str, low: int, high: int) -> int:
    """Where to cut a paragraph that goes on past piece `high`: after the last sentence that fits."""
    if high >= len(whole):
        return len(whole)
    for k in range(high, low + (high - low) // 2, -1):
        if text[whole.starts[k - 1] : whole.ends[k - 1]] in _SENTENCE_ENDS:
            return k
    return high
