"""The trained networks at run time: windows of word pieces in, scores out, by onnxruntime.

There is one for English and a multilingual one. Their weights (`sayso/models/`, made by `train/`) ship in the wheel;
see `train/attribution_card.md` and `train/multilingual_card.md`. One thread and one window at a time, so that nothing
depends on how work is spread. No product of matrices is left to numpy, whose threads wait for each other across
processes: with them two processes were slower than one.
"""

import functools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime

from sayso.annotate.decoding import Linked, Scores, attributions, log_softmax
from sayso.annotate.encoding import Window
from sayso.networks.loading import ATTRIBUTION, MULTILINGUAL, WordVectors, session, word_vectors


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure a source is, out of the scores of its reading, and from where on it is taken (`train/`)."""

    weights: tuple[float, ...]
    floor: float

    def chance(self, given: Sequence[float]) -> float:
        """The probability that the source is right, to two digits: more would differ from machine to machine."""
        total = sum(weight * value for weight, value in zip(self.weights, given, strict=True))
        return round(1.0 / (1.0 + math.exp(-total)), 2)


@functools.cache
def calibration() -> Calibration:
    """The calibration that belongs to the network."""
    stored = json.loads((ATTRIBUTION / "calibration.json").read_text("utf-8"))
    return Calibration(tuple(stored["weights"]), stored["floor"])


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder with its tagger, and what links cues to pieces; word vectors where the encoder does not hold them."""

    encoder: onnxruntime.InferenceSession
    links: onnxruntime.InferenceSession
    words: WordVectors | None = None

    def attributions(self, window: Window) -> list[Linked]:
        """The attributions of one window.

        One at a time: the ranges of 8-bit arithmetic are set by all that is in a batch, so that a batch would make a
        window's outcome depend on its neighbours; and it is faster so (4,800 pieces a second against 4,400).
        """
        looks = np.array([window.looks])
        if self.words is None:
            given = {"ids": np.array([window.ids]), "looks": looks}
        else:
            given = {"words": self.words.of(window.ids)[None], "looks": looks}
        vectors, tags = self.encoder.run(None, given)
        return attributions(log_softmax(tags[0]), functools.partial(self._scores, vectors), window)

    def _scores(self, vectors: Scores, places: Sequence[tuple[int, int]]) -> Scores:
        """(cues, pieces, labels) of the cues at `places`."""
        scores: Scores = self.links.run(None, {"vectors": vectors, "cues": np.array(places)})[0]
        return scores


@functools.cache
def network() -> Network:
    """The network for English, loaded once a process."""
    return Network(session(ATTRIBUTION / "encoder.onnx"), session(ATTRIBUTION / "links.onnx"))


@functools.cache
def multilingual_network() -> Network:
    """The network for other languages, loaded once a process."""
    folder = MULTILINGUAL
    return Network(session(folder / "encoder.onnx"), session(folder / "links.onnx"), word_vectors())
