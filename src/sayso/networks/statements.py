"""A network that reads two statements at once and says how far they state the same (`train/statements_card.md`).

A cross-encoder: each word of one is read in the light of every word of the other, in any two languages.
"""

import functools
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import onnxruntime

from sayso.networks.loading import MODELS, session, unigram_vocabulary, word_vectors

FOLDER = MODELS / "statements"
MOST_PIECES = 72  # of each statement, as in its lessons; of 38,000 statements of real reports one in a hundred has more
MOST_CHARACTERS = 2_000  # of each; 72 pieces are some 400
START, END = 0, 1  # the pieces that open and close what is read

Pair = tuple[str, str]


def odds(pairs: Iterable[Pair]) -> list[float]:
    """For each pair the log-odds that both state the same, to one digit: more would differ from machine to machine.

    Above 0 it is likelier than not. The order of a pair does not matter. Pairs are read one at a time, so that none
    depends on its neighbours, on as many threads as there are cores.
    """
    ordered = [(min(pair), max(pair)) for pair in pairs]
    if not ordered:
        return []
    _network(), word_vectors(), unigram_vocabulary()  # loaded once, before there are threads
    with ThreadPoolExecutor(_cores()) as threads:
        found = dict(zip(unique := sorted(set(ordered)), threads.map(_odds, unique), strict=True))
    return [found[pair] for pair in ordered]


def _cores() -> int:
    """The cores this process may use, where the system says so."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _odds(pair: Pair) -> float:
    left, right = _pieces(pair[0]), _pieces(pair[1])
    pieces = [START, *left, END, END, *right, END]
    sides = np.array([[0] * (len(left) + 2) + [1] * (len(right) + 2)])
    (scores,) = _network().run(None, {"words": word_vectors().of(pieces)[None], "sides": sides})
    return round(float(scores[0]), 1)


@functools.lru_cache(maxsize=20_000)
def _pieces(text: str) -> Sequence[int]:
    whole = " ".join(text[:MOST_CHARACTERS].split())
    return [number for number, _, _ in unigram_vocabulary().split(whole, 0, len(whole))][:MOST_PIECES]


@functools.cache
def _network() -> onnxruntime.InferenceSession:
    return session(FOLDER / "encoder.onnx")
