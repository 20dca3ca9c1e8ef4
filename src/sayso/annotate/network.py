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
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.annotate.decoding import Linked, Scores, attributions, log_softmax
from sayso.annotate.encoding import Window
from sayso.annotate.unigram_pieces import UnigramPieces
from sayso.annotate.wordpieces import WordPieces

MODELS = Path(str(resources.files("sayso").joinpath("models")))
FOLDER = MODELS / "attribution"
MULTILINGUAL = MODELS / "multilingual"
BLOCK = 32  # word vectors in 4 bits: numbers that share a scale


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
    stored = json.loads((FOLDER / "calibration.json").read_text("utf-8"))
    return Calibration(tuple(stored["weights"]), stored["floor"])


@functools.cache
def vocabulary() -> WordPieces:
    """The word pieces of the network."""
    return WordPieces.of((FOLDER / "vocabulary.txt").read_text("utf-8").splitlines())


@functools.cache
def unigram_vocabulary() -> UnigramPieces:
    """The word pieces of the multilingual network."""
    return UnigramPieces.of((MULTILINGUAL / "vocabulary.txt").read_text("utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Vectors of pieces in 4 bits, as they were trained: (number - 8) times the scale of its block."""

    halves: npt.NDArray[np.uint8]  # (pieces, size / 2): of each block its first half in the low bits, its second above
    scales: npt.NDArray[np.float16]  # (pieces, size / BLOCK)

    def of(self, pieces: Sequence[int]) -> Scores:
        """Vectors (pieces, size)."""
        halves = self.halves[list(pieces)].reshape(len(pieces), -1, BLOCK // 2)
        numbers = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - np.float32(8)
        scales = self.scales[list(pieces)].astype(np.float32)
        vectors: Scores = (numbers * scales[:, :, None]).reshape(len(pieces), -1)
        return vectors


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
    return Network(_session(FOLDER / "encoder.onnx"), _session(FOLDER / "links.onnx"))


@functools.cache
def multilingual_network() -> Network:
    """The network for other languages, loaded once a process."""
    with np.load(MULTILINGUAL / "words.npz") as stored:
        words = WordVectors(stored["halves"], stored["scales"])
    return Network(_session(MULTILINGUAL / "encoder.onnx"), _session(MULTILINGUAL / "links.onnx"), words)


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
