"""A network that reads a figure where it stands and says which question it answers (`train/figures_card.md`).

"How many were killed?", "at what time did it leave?": two figures that answer one question point the same way, in any
language and whatever their values, which the network is not shown (a bi-encoder: Reimers & Gurevych 2019).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime

from sayso.networks.loading import MODELS, Scores, session, unigram_vocabulary, word_vectors
from sayso.networks.statements import ANY_MARKS, on_all_cores

FOLDER = MODELS / "figures"
DIRECTIONS = 128  # of where a figure points
MOST_BEFORE = 24  # pieces of what stands before the sentence, the last ones
MOST_LEFT, MOST_RIGHT = 32, 20  # pieces of the sentence on either side of the figure, the nearest ones
BEFORE, SENTENCE, AROUND, FIGURE = range(4)  # what a piece belongs to
REACH = 5  # pieces on either side of a figure that are around it: there stands what it counts
SOME_NUMBER = "▁12"  # what stands for any figure
MOST_CHARACTERS = 600  # of each part; 32 pieces are some 150
MOST_KEPT = 8_192  # figures of which is kept where they point, for the next stage that asks


@dataclass(frozen=True, slots=True, order=True)
class InPlace:
    """Where a figure stands: what comes before its sentence, and its sentence on either side of it."""

    before: str
    left: str
    right: str


def pieces_of(place: InPlace) -> tuple[list[int], list[int]]:
    """The pieces the network reads, one of them in place of the figure, and what each belongs to."""
    before = _pieces(place.before[-MOST_CHARACTERS:])[-MOST_BEFORE:]
    left = _pieces(place.left[-MOST_CHARACTERS:])[-MOST_LEFT:]
    right = _pieces(place.right[:MOST_CHARACTERS])[:MOST_RIGHT]
    first, last = ANY_MARKS.first, ANY_MARKS.last
    figure = unigram_vocabulary().number(SOME_NUMBER)
    pieces = [first, *before, last, last, *left, figure, *right, last]
    belongs = [BEFORE] * (len(before) + 2) + [SENTENCE] * (len(left) + len(right) + 3)
    at = len(before) + len(left) + 3
    low, high = max(len(before) + 3, at - REACH), min(len(pieces) - 1, at + REACH + 1)
    belongs[low:high] = [AROUND] * (high - low)
    belongs[at] = FIGURE
    return pieces, belongs


def pointing(places: Sequence[InPlace]) -> Scores:
    """Where each figure points (places, DIRECTIONS), of length 1.

    Read one at a time, so that none depends on its neighbours, on as many threads as there are cores.
    """
    if not places:
        return np.zeros((0, DIRECTIONS), np.float32)
    _encoder(), word_vectors(), unigram_vocabulary()  # loaded once, before there are threads
    found = on_all_cores(_read, sorted(set(places)))
    return np.stack([found[place] for place in places])


@functools.lru_cache(maxsize=MOST_KEPT)
def _read(place: InPlace) -> Scores:
    pieces, belongs = pieces_of(place)
    (found,) = _encoder().run(["vectors"], {"words": word_vectors().of(pieces)[None], "belongs": np.array([belongs])})
    vector: Scores = found[0]
    return vector


def _pieces(text: str) -> list[int]:
    return [number for number, _, _ in unigram_vocabulary().split(text, 0, len(text))]


@functools.cache
def _encoder() -> onnxruntime.InferenceSession:
    return session(FOLDER / "encoder.onnx")
