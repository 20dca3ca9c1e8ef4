"""Naive Bayes over byte n-grams: how likely a text is in each of some 115 languages.

The model is py3langid's (BSD-3-Clause), written anew by `train/language_pack.py` so that it loads in 0.03 s instead of
0.4 and takes 25 MB instead of 130 in every process; the probabilities are the same to the last bit. N-grams are found
by an Aho-Corasick automaton over the UTF-8 bytes.
"""

import functools
import math
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

FILE = Path(str(resources.files("sayso").joinpath("models", "language", "model.npz")))
MOST_MOVES = 250_000  # kept; 105,000 are edges, and 84 English articles add 31,000


@dataclass(frozen=True, slots=True)
class Model:
    """The automaton, and the log-probabilities of its features where they differ from `absent`, row after row."""

    moves: dict[int, int]  # 256 × state + byte → state: all edges, and what was found to follow from them
    back: Sequence[int]  # state → the state whose edges go on where it has none
    feature: Sequence[int]  # state → feature, or -1
    labels: Sequence[str]
    aliases: Sequence[tuple[int, int]]  # columns of one language in two scripts
    prior: npt.NDArray[np.float32]
    absent: npt.NDArray[np.float16]
    first: npt.NDArray[np.uint32]
    columns: npt.NDArray[np.uint8]
    values: npt.NDArray[np.float16]

    def rank(self, text: str) -> list[tuple[str, float]]:
        """All languages with their probabilities, the likeliest first; tempered by length, so that 0.3 is much."""
        shown = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
        given = shown.encode("utf-8", "surrogatepass")
        scores = self._scores(self._features(given))
        scores *= 1.0 / math.sqrt(len(given) or 1)
        np.exp(scores - scores.max(), out=scores)
        scores /= scores.sum()
        for one, other in self.aliases:
            scores[one] += scores[other]
            scores[other] = 0.0
        merged: dict[str, float] = {}
        for label, score in zip(self.labels, scores.tolist(), strict=True):
            merged.setdefault(label, score)
        return sorted(merged.items(), key=lambda item: item[1], reverse=True)

    def _features(self, given: bytes) -> Counter[int]:
        """How often each feature occurs."""
        moves, feature = self.moves, self.feature
        state, found = 0, []
        for letter in given:
            to = moves.get(state << 8 | letter)
            state = self._move(state, letter) if to is None else to
            if feature[state] >= 0:
                found.append(feature[state])
        return Counter(found)

    def _move(self, state: int, letter: int) -> int:
        """Where a byte leads from a state that has no edge for it: where it leads from the one it falls back to."""
        key, to = state << 8 | letter, None
        while to is None and state:
            state = self.back[state]
            to = self.moves.get(state << 8 | letter)
        if len(self.moves) < MOST_MOVES:
            self.moves[key] = to or 0
        return to or 0

    def _scores(self, visits: Mapping[int, int]) -> npt.NDArray[np.float32]:
        """The logarithms of the probabilities, less what is the same for all languages."""
        if not visits:
            return np.zeros(len(self.labels), dtype=np.float32)
        rows = np.fromiter(visits.keys(), dtype=np.intp, count=len(visits))
        counts = np.fromiter(visits.values(), dtype=np.float32, count=len(visits))
        begin = self.first[rows].astype(np.intp)
        lengths = self.first[rows + 1].astype(np.intp) - begin
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1]) + np.repeat(begin - (ends - lengths), lengths)
        table = np.tile(self.absent.astype(np.float32), (len(rows), 1))
        cells = np.repeat(np.arange(len(rows)) * table.shape[1], lengths) + self.columns[at]
        table.reshape(-1)[cells] = self.values[at]
        result: npt.NDArray[np.float32] = np.log1p(counts) @ table + self.prior
        return result


@functools.cache
def model() -> Model:
    """The model that ships, loaded once a process."""
    with np.load(FILE, allow_pickle=False) as stored:
        kept: dict[str, npt.NDArray[Any]] = {name: stored[name] for name in stored.files}
    keys = (kept.pop("before") << 8) | kept.pop("byte")
    labels: list[str] = kept.pop("labels").tolist()
    return Model(
        moves=dict(zip(keys[1:].tolist(), range(1, len(keys)), strict=True)),
        back=kept.pop("back").tolist(),
        feature=kept.pop("feature").tolist(),
        labels=labels,
        aliases=[(labels.index(label), at) for at, label in enumerate(labels) if labels.index(label) != at],
        **kept,
    )
