"""What every network needs: its weights, sessions that depend on nothing but their input, word pieces and vectors.

The weights (`sayso/models/`, made by `train/`) ship in the wheel.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.networks.unigram_pieces import UnigramPieces
from sayso.networks.wordpieces import WordPieces

MODELS = Path(str(resources.files("sayso").joinpath("models")))
ATTRIBUTION = MODELS / "attribution"
MULTILINGUAL = MODELS / "multilingual"
BLOCK = 32  # weights in 4 bits: numbers that share a scale
# onnxruntime's fused kernel (1.32) takes longer than what it stands for, 12.8 ms a reading instead of 10.9, and is
# further from what the operators give one by one (log-odds, 300 pairs: 0.10 off instead of 0.06)
SLOWER_WHEN_FUSED = ["SkipLayerNormFusion"]

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Vectors of pieces in 4 bits, as they were trained: (number - 8) times the scale of its block."""

    halves: npt.NDArray[np.uint8]  # (pieces, size / 2): of each block its first half in the low bits, its second above
    scales: npt.NDArray[np.float16]  # (pieces, size / BLOCK)

    @classmethod
    def load(cls, file: Path) -> "WordVectors":
        """What a file holds."""
        with np.load(file) as stored:
            return cls(stored["halves"], stored["scales"])

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
    return WordVectors.load(MULTILINGUAL / "words.npz")


@functools.cache
def unigram_vocabulary() -> UnigramPieces:
    """The word pieces of the multilingual networks."""
    return UnigramPieces.of((MULTILINGUAL / "vocabulary.txt").read_text("utf-8").splitlines())


@functools.cache
def english_vocabulary() -> WordPieces:
    """The word pieces of the networks for English."""
    return WordPieces.of((ATTRIBUTION / "vocabulary.txt").read_text("utf-8").splitlines())


def session(
    file: Path, weights: Mapping[str, npt.NDArray[np.int8]] | None = None, unfused: Sequence[str] = ()
) -> onnxruntime.InferenceSession:
    """A network ready to run, with `weights` that its file leaves out.

    One thread, so that nothing depends on how work is spread.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if weights:
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in weights.values()]
        options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(unfused)
    )


def packed_session(folder: Path) -> onnxruntime.InferenceSession:
    """A network whose matrices are kept in 4 bits (`weights.npz`) and run in 8, which takes half the time of 4."""
    with np.load(folder / "weights.npz") as stored:
        names = sorted({name.partition("|")[0] for name in stored.files})
        parts = {name: [stored[f"{name}|{part}"] for part in ("halves", "blocks", "scales")] for name in names}
    weights = {name: in_eight_bits(*held) for name, held in parts.items()}
    return session(folder / "encoder.onnx", weights, SLOWER_WHEN_FUSED)


def in_eight_bits(
    halves: npt.NDArray[np.uint8], blocks: npt.NDArray[np.float16], scales: npt.NDArray[np.float32]
) -> npt.NDArray[np.int8]:
    """A matrix (inputs, outputs) in 8 bits, one scale an output, out of its rows (outputs) in 4, one scale a block."""
    packed = halves.reshape(*blocks.shape, BLOCK // 2)
    numbers = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32) - np.float32(8)
    numbers *= (blocks.astype(np.float32) / scales[:, None])[:, :, None]
    return np.ascontiguousarray(np.rint(numbers).astype(np.int8).reshape(len(blocks), -1).T)
