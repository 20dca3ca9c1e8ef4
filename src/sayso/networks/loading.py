"""What every network needs: its weights, sessions that depend on nothing but their input, word pieces and vectors.

The weights (`sayso/models/`, made by `train/`) ship in the wheel.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.networks.unigram_pieces import UnigramPieces

MODELS = Path(str(resources.files("sayso").joinpath("models")))
MULTILINGUAL = MODELS / "multilingual"
BLOCK = 32  # word vectors in 4 bits: numbers that share a scale

Scores = npt.NDArray[np.float32]


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


@functools.cache
def word_vectors() -> WordVectors:
    """The vectors of the pieces in `unigram_vocabulary`, loaded once a process."""
    with np.load(MULTILINGUAL / "words.npz") as stored:
        return WordVectors(stored["halves"], stored["scales"])


@functools.cache
def unigram_vocabulary() -> UnigramPieces:
    """The word pieces of the multilingual networks."""
    return UnigramPieces.of((MULTILINGUAL / "vocabulary.txt").read_text("utf-8").splitlines())


def session(file: Path) -> onnxruntime.InferenceSession:
    """A network ready to run: one thread, so that nothing depends on how work is spread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
