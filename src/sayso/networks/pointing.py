"""Networks that read something where it stands and say by a direction what it is (Reimers & Gurevych 2019).

What stands there, what is around it, its sentence and what comes before that are told apart by what each piece belongs
to. Two that are one point the same way.
"""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
import onnxruntime

from sayso.networks.loading import Scores, session, unigram_vocabulary, word_vectors
from sayso.networks.statements import ANY_MARKS, on_all_cores

DIRECTIONS = 128  # of where it points
MOST_BEFORE = 24  # pieces of what stands before the sentence, the last ones
MOST_RIGHT = 20  # pieces of the sentence behind it, the first ones
BEFORE, SENTENCE, AROUND, ITSELF = range(4)  # what a piece belongs to
REACH = 5  # pieces on either side that are around it
MOST_CHARACTERS = 600  # of each part; 32 pieces are some 150
MOST_KEPT = 8_192  # places of which is kept where they point, for the next stage that asks

Pieces = tuple[list[int], list[int]]
"""The pieces that a network reads, and what each belongs to."""


class Standing(Protocol):
    """Something where it stands."""

    def pieces(self) -> Pieces:
        """As the network reads it."""
        ...

    def __hash__(self) -> int: ...


Place = TypeVar("Place", bound=Standing)


class Pointer(Generic[Place]):
    """The network of a folder of weights."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "encoder.onnx"
        self._encoder = functools.cache(lambda: session(self._file))
        self._read = functools.lru_cache(maxsize=MOST_KEPT)(self._found)

    def __call__(self, places: Sequence[Place]) -> Scores:
        """Where each points (places, DIRECTIONS), of length 1.

        Read one at a time, so that none depends on its neighbours, on as many threads as there are cores.
        """
        if not places:
            return np.zeros((0, DIRECTIONS), np.float32)
        self._encoder(), word_vectors(), unigram_vocabulary()  # loaded once, before there are threads
        found = on_all_cores(self._read, list(dict.fromkeys(places)))
        return np.stack([found[place] for place in places])

    def _found(self, place: Place) -> Scores:
        pieces, belongs = place.pieces()
        encoder: onnxruntime.InferenceSession = self._encoder()
        (found,) = encoder.run(["vectors"], {"words": word_vectors().of(pieces)[None], "belongs": np.array([belongs])})
        vector: Scores = found[0]
        return vector


def laid_out(before: str, left: Sequence[int], itself: Sequence[int], right: str) -> Pieces:
    """Two sentences in a row, of the second what it is about and what stands on either side."""
    told, behind = pieces_of(before[-MOST_CHARACTERS:])[-MOST_BEFORE:], pieces_of(right[:MOST_CHARACTERS])[:MOST_RIGHT]
    first, last = ANY_MARKS.first, ANY_MARKS.last
    pieces = [first, *told, last, last, *left, *itself, *behind, last]
    belongs = [BEFORE] * (len(told) + 2) + [SENTENCE] * (len(left) + len(itself) + len(behind) + 2)
    at = len(told) + len(left) + 3
    low, high = max(len(told) + 3, at - REACH), min(len(pieces) - 1, at + len(itself) + REACH)
    belongs[low:high] = [AROUND] * (high - low)
    belongs[at : at + len(itself)] = [ITSELF] * len(itself)
    return pieces, belongs


def pieces_of(text: str) -> list[int]:
    """A text in pieces."""
    return [number for number, _, _ in unigram_vocabulary().split(text, 0, len(text))]
