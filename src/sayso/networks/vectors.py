"""A network that reads one statement at a time and says where it points (`train/statement_vectors_card.md`).

Two statements that point the same way are near in meaning, whatever their words (a bi-encoder: Reimers & Gurevych
2019). Nearness is no sameness: a report and its denial lie near. It says which pairs are worth reading together
(`sayso.networks.statements`).
"""

import functools
from collections.abc import Sequence

import numpy as np
import onnxruntime

from sayso.networks.loading import MODELS, Scores, WordVectors, english_vocabulary, session
from sayso.networks.statements import Marks, on_all_cores, wordpieces
from sayso.networks.wordpieces import UNKNOWN

FOLDER = MODELS / "statement_vectors"
LANGUAGES = frozenset({"en"})
MARKS = Marks(101, 102)
SIZE = 384


def vectors(texts: Sequence[str]) -> Scores:
    """Of each text in English its vector (texts, SIZE), of length 1, or 0 where no piece of it is known.

    Texts are read one at a time, so that none depends on its neighbours, on as many threads as there are cores.
    """
    if not texts:
        return np.zeros((0, SIZE), np.float32)
    network, words = _network()
    unknown = english_vocabulary().number(UNKNOWN)  # loaded once, before there are threads

    def one(text: str) -> Scores:
        own = wordpieces(text)
        if not set(own) - {unknown}:
            return np.zeros(SIZE, np.float32)
        (found,) = network.run(None, {"words": words.of([MARKS.first, *own, MARKS.last])[None]})
        vector: Scores = found[0]
        return vector

    found = on_all_cores(one, sorted(set(texts)))
    return np.stack([found[text] for text in texts])


@functools.cache
def _network() -> tuple[onnxruntime.InferenceSession, WordVectors]:
    return session(FOLDER / "encoder.onnx"), WordVectors.load(FOLDER / "words.npz")
