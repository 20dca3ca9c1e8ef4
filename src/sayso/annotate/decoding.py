"""From the scores of the trained reader to spans: which pieces are a cue, and what belongs to it.

Labels are those of `train/attribution_model.py`; scores are log-probabilities. Within one cue the best sequence of
labels is taken (Viterbi), an inner label only after its own kind. What the annotators of PolNeAR hold to is held to
here, which one network after one epoch owes 4.5 points of triple F1 on dev (53.5 to 58.0): no word is the content
of two attributions (273 of 1,749,592 code points of the training split are), source and content stand in the
paragraph of their cue (99.2 %), two cues side by side that claim the same content are one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.encoding import QUOTED, Window

Scores = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
Pieces = tuple[int, int]
"""Half-open range of pieces of a window."""
Link = Callable[[Sequence[Pieces]], Scores]
"""Scores (cues, pieces, labels) for some cues."""

B_CUE, I_CUE = 1, 2
SOURCE, CONTENT = 1, 3  # the first label of each; the next one is the inner
CUE_FLOOR = 0.65  # probability of the surest piece of a cue; of 0.5 to 0.8 the best on dev, with the edge below
CUE_EDGE = 0.3  # probability of its other pieces
SOURCE_BIAS = np.float32(0.6)  # a source in doubt is mostly one: triple F1 on dev 66.9 without, 67.5 from 0.3 on
CUES_APART = 2  # pieces between two cues that may be one
GAP = 4  # pieces between two parts of a content that are filled in, where nothing else stands there
_NEVER = np.float32(-20.0)
_AFTER = np.zeros((5, 5), dtype=np.float32)
"""_AFTER[a, b]: what label b costs after a."""
for _inner in (2, 4):
    _AFTER[:, _inner] = 100 * _NEVER
    _AFTER[_inner - 1, _inner] = _AFTER[_inner, _inner] = 0.0
_FIRST = np.array([0, 0, 100 * _NEVER, 0, 100 * _NEVER], dtype=np.float32)


@dataclass(slots=True)
class Linked:
    """One attribution as ranges of pieces, with the log-probabilities of its cue, source and content."""

    cue: Pieces
    source: list[Pieces]
    content: list[Pieces]
    scores: tuple[float, float, float]


def log_softmax(scores: Scores) -> Scores:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def attributions(tags: Scores, link: Link, window: Window) -> list[Linked]:
    """The attributions of a window, by its tags (pieces, tags) and what `link` says of its cues."""
    places = cues(tags, window)
    if not places:
        return []
    links = link(places)
    links[:, :, SOURCE:CONTENT] += SOURCE_BIAS
    places, scores = _joined(places, log_softmax(links), window)
    _hold_to_paragraph(places, scores, window)
    for row, (first, end) in enumerate(places):
        scores[row, first:end, 1:] += _NEVER
    labels = _settled(scores)
    cue_scores = np.logaddexp(tags[:, B_CUE], tags[:, I_CUE])
    found = []
    for place, row, logs in zip(places, labels, scores, strict=True):
        one = _linked(place, float(cue_scores[slice(*place)].mean()), row, logs)
        one.content = _filled(one, window)
        if one.content:
            found.append(one)
    return found


def cues(tags: Scores, window: Window) -> list[Pieces]:
    """The stretches of pieces that are likely cues."""
    chances = np.exp(tags[:, [B_CUE, I_CUE]])
    chance = chances.sum(1)
    likely = (chance >= CUE_EDGE) & (np.array(window.starts) >= 0)
    found: list[Pieces] = []
    k = 0
    while k < len(window):
        if not likely[k]:
            k += 1
            continue
        end = k + 1
        while end < len(window) and likely[end] and chances[end, 0] < 0.5:
            end += 1
        if chance[k:end].max() >= CUE_FLOOR:
            found.append((k, end))
        k = end
    return found


def _joined(places: Sequence[Pieces], scores: Scores, window: Window) -> tuple[list[Pieces], Scores]:
    """Cues next to each other that claim much the same content, made one with the mean of their scores."""
    kept: list[Pieces] = []
    rows: list[Scores] = []
    for place, row in zip(places, scores, strict=True):
        near = bool(kept) and place[0] - kept[-1][1] <= CUES_APART
        if near and window.paragraphs[place[0]] == window.paragraphs[kept[-1][0]]:
            one, other = best_labels(np.stack([rows[-1], row])) >= CONTENT
            if (one & other).sum() * 2 > (one | other).sum():
                rows[-1] = log_softmax((rows[-1] + row) / 2)
                kept[-1] = (kept[-1][0], place[1])
                continue
        kept.append(place)
        rows.append(row)
    return kept, np.stack(rows)


def _hold_to_paragraph(places: Sequence[Pieces], scores: Scores, window: Window) -> None:
    """Bar source and content from other paragraphs than the cue's; a cue may announce a quotation in one, though."""
    paragraphs = np.array(window.paragraphs)
    quoted = np.array(window.looks) >= QUOTED
    labels = best_labels(scores)
    for row, (first, _) in enumerate(places):
        outside = paragraphs != paragraphs[first]
        scores[row, outside, 1:CONTENT] += _NEVER
        has_own = bool((labels[row, ~outside] >= CONTENT).any())
        scores[row, outside if has_own else outside & ~quoted, CONTENT:] += _NEVER


def _settled(scores: Scores) -> Labels:
    """The best labels, after each stretch that several cues claim was given to the one that is surest of it."""
    labels = best_labels(scores)
    for _ in range(2):
        claimed = labels >= CONTENT
        disputed = np.nonzero(claimed.sum(0) > 1)[0]
        if not len(disputed):
            break
        sure = np.logaddexp(scores[:, :, CONTENT], scores[:, :, CONTENT + 1])
        for stretch in np.split(disputed, np.nonzero(np.diff(disputed) > 1)[0] + 1):
            rivals = [row for row in range(len(scores)) if claimed[row, stretch].any()]
            winner = max(rivals, key=lambda row: float(sure[row, stretch].mean()))
            for row in rivals:
                if row != winner:
                    scores[row, stretch, CONTENT:] += _NEVER
        labels = best_labels(scores)
    return labels


def best_labels(links: Scores) -> Labels:
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


def _linked(place: Pieces, cue_score: float, labels: Labels, logs: Scores) -> Linked:
    """One attribution out of a cue's labels; of several sources the surest stays."""
    chosen = labels.tolist()
    sure = logs[np.arange(len(chosen)), labels]
    sources = runs(chosen, SOURCE)
    source = max(sources, key=lambda run: float(sure[slice(*run)].mean()), default=None)
    contents = runs(chosen, CONTENT)
    source_score = float(logs[:, 0].min()) if source is None else float(sure[slice(*source)].mean())
    content_score = float(np.concatenate([sure[a:b] for a, b in contents]).mean()) if contents else 0.0
    return Linked(place, [source] if source else [], contents, (cue_score, source_score, content_score))


def _filled(one: Linked, window: Window) -> list[Pieces]:
    """The content with its small gaps closed, and without crumbs beside larger parts."""
    taken = {k for low, high in [one.cue, *one.source] for k in range(low, high)}
    joined: list[Pieces] = []
    for low, high in one.content:
        gap = range(joined[-1][1], low) if joined else range(0)
        same = {window.paragraphs[k] for k in gap} <= {window.paragraphs[low]}
        if joined and len(gap) <= GAP and same and taken.isdisjoint(gap):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return [part for part in joined if part[1] - part[0] > 1] or joined
