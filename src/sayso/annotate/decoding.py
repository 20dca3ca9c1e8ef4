"""From the scores of the trained reader to spans: which pieces are a cue, and what belongs to it.

Labels are those of `train/attribution_model.py`. Within one cue the best sequence of labels is taken (Viterbi), an
inner label only after its own kind; scores are log-probabilities, so that a relation's score is one too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.encoding import Window

Scores = npt.NDArray[np.float32]

B_CUE, I_CUE = 1, 2
SOURCE, CONTENT = 1, 3  # the first label of each; the next one is the inner
_FORBIDDEN = -1e4
_AFTER = np.zeros((5, 5), dtype=np.float32)
"""_AFTER[a, b]: label b may follow a."""
for _inner in (2, 4):
    _AFTER[:, _inner] = _FORBIDDEN
    _AFTER[_inner - 1, _inner] = _AFTER[_inner, _inner] = 0.0
_FIRST = np.array([0, 0, _FORBIDDEN, 0, _FORBIDDEN], dtype=np.float32)

Pieces = tuple[int, int]


@dataclass(slots=True)
class Linked:
    """One attribution as ranges of pieces, with the log-probabilities of its cue, source and content."""

    cue: Pieces
    source: list[Pieces]
    content: list[Pieces]
    cue_score: float
    source_score: float
    content_score: float


def log_softmax(scores: Scores) -> Scores:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def cues(tags: Scores, window: Window, floor: float) -> list[tuple[int, int, float]]:
    """The cues of a window as (first piece, end, log-probability), those at least `floor` probable."""
    chances = np.exp(tags[:, [B_CUE, I_CUE]])
    total = chances.sum(1)
    found: list[tuple[int, int, float]] = []
    k = 0
    while k < len(window):
        if total[k] < floor or window.starts[k] < 0:
            k += 1
            continue
        end = k + 1
        while end < len(window) and window.starts[end] >= 0 and total[end] >= floor and chances[end, 0] < 0.5:
            end += 1
        found.append((k, end, float(np.log(total[k:end]).mean())))
        k = end
    return found


def best_labels(links: Scores) -> npt.NDArray[np.int64]:
    """The best labels for each cue: (cues, pieces) from log-probabilities (cues, pieces, labels)."""
    count, length, _ = links.shape
    back = np.zeros((length, count, 5), dtype=np.int8)
    best = links[:, 0] + _FIRST
    for k in range(1, length):
        step = best[:, :, None] + _AFTER[None]
        back[k] = step.argmax(1)
        best = step.max(1) + links[:, k]
    labels = np.zeros((count, length), dtype=np.int64)
    labels[:, -1] = best.argmax(1)
    every = np.arange(count)
    for k in range(length - 1, 0, -1):
        labels[:, k - 1] = back[k, every, labels[:, k]]
    return labels


def runs(labels: Sequence[int], kind: int) -> list[Pieces]:
    """The stretches of pieces that are labelled with a kind."""
    found: list[Pieces] = []
    for k, label in enumerate(labels):
        if label == kind or (label == kind + 1 and not (found and found[-1][1] == k)):
            found.append((k, k + 1))
        elif label == kind + 1:
            found[-1] = (found[-1][0], k + 1)
    return found


def link(cue: tuple[int, int, float], labels: npt.NDArray[np.int64], links: Scores) -> Linked:
    """One attribution out of a cue's labels; of several sources the surest stays."""
    chosen = labels.tolist()
    sure = links[np.arange(len(chosen)), labels]
    sources = runs(chosen, SOURCE)
    source = max(sources, key=lambda run: float(sure[run[0] : run[1]].mean()), default=None)
    contents = runs(chosen, CONTENT)
    none = float(links[:, 0].min()) if source is None else float(sure[source[0] : source[1]].mean())
    content = float(np.concatenate([sure[a:b] for a, b in contents]).mean()) if contents else _FORBIDDEN
    return Linked(cue[:2], [source] if source else [], contents, cue[2], none, content)
