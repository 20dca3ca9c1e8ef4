"""The trained network at run time: windows of word pieces in, scores out, by onnxruntime and numpy.

The weights (`sayso/models/attribution/`, made by `train/`) ship in the wheel; see `train/attribution_card.md`. One
thread and one window at a time, so that nothing depends on how work is spread.
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
from sayso.annotate.wordpieces import WordPieces

_ERF = np.float32(1.0 / np.sqrt(2.0))
FOLDER = Path(str(resources.files("sayso").joinpath("models", "attribution")))


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


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder and the weights that link cues to pieces."""

    encoder: onnxruntime.InferenceSession
    cue_weight: Scores
    cue_bias: Scores
    piece_weight: Scores
    piece_bias: Scores
    between: Scores
    by_distance: Scores

    def attributions(self, window: Window) -> list[Linked]:
        """The attributions of one window.

        One at a time: the ranges of 8-bit arithmetic are set by all that is in a batch, so that a batch would make a
        window's outcome depend on its neighbours; and it is faster so (4,800 pieces a second against 4,400).
        """
        given = np.array([[window.ids], [window.looks], [[1] * len(window)]], dtype=np.int64)
        vectors, tags = self.encoder.run(None, {"ids": given[0], "looks": given[1], "mask": given[2]})
        return attributions(log_softmax(tags[0]), functools.partial(self._scores, vectors[0]), window)

    def _scores(self, vectors: Scores, places: Sequence[tuple[int, int]]) -> Scores:
        """(cues, pieces, labels): biaffine, plus a bias by distance."""
        means = np.stack([vectors[first:end].mean(0) for first, end in places])
        cue = _with_one(_gelu(means @ self.cue_weight.T + self.cue_bias))
        piece = _with_one(_gelu(vectors @ self.piece_weight.T + self.piece_bias))
        turned = np.einsum("cw,lwv->clv", cue, self.between, optimize=True)
        scores = np.einsum("clv,pv->cpl", turned, piece, optimize=True)
        reach = (len(self.by_distance) - 1) // 2
        at = np.arange(len(vectors))
        ends = np.array(places)
        distance = np.where(at < ends[:, :1], at - ends[:, :1], np.maximum(at - ends[:, 1:] + 1, 0))
        result: Scores = scores + self.by_distance[np.clip(distance, -reach, reach) + reach]
        return result


def _with_one(vectors: Scores) -> Scores:
    return np.concatenate([vectors, np.ones_like(vectors[:, :1])], axis=1)


def _gelu(given: Scores) -> Scores:
    """Gaussian error linear units: each x times Φ(x), Φ by Abramowitz & Stegun 7.1.26 (off by 1.5e-7 at most)."""
    z = np.abs(given) * _ERF
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(given) * (1.0 - poly * np.exp(-z * z))
    result: npt.NDArray[np.float32] = (0.5 * given * (1.0 + erf)).astype(np.float32)
    return result


@functools.cache
def network() -> Network:
    """The network that ships, loaded once a process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = str(FOLDER / "encoder.onnx")
    encoder = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    with np.load(FOLDER / "links.npz") as stored:
        numbers = {name: stored[name].astype(np.float32) for name in stored.files}
    return Network(encoder, **numbers)
