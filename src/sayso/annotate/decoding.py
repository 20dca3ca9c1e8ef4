"""From the scores of the trained reader to spans: which pieces are a cue, and what belongs to it.

Labels are those of `train/attribution_model.py`; scores are log-probabilities. Within one cue the best sequence of
labels is taken (Viterbi), an inner label only after its own kind. What the annotators of PolNeAR hold to is held to
here, which one network after one epoch owes 4.5 points of triple F1 on dev (53.5 to 58.0): no word is the content
of two attributions (273 of 1,749,592 code points of the training split are), source and content stand in the
paragraph of their cue (99.2 %), two cues side by side that claim the same content are one.
"""

import math
from bisect import bisect_right
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
        one = _linked(place, _mean(cue_scores[slice(*place)]), row, logs)
        one.content = _filled(one, window)
        if one.content:
            found.append(one)
    return found


def cues(tags: Scores, window: Window) -> list[Pieces]:
    """The stretches of pieces that are likely cues."""
    chances = np.exp(tags[:, [B_CUE, I_CUE]])
    chance = chances.sum(1)
    likely = np.flatnonzero((chance >= CUE_EDGE) & (np.array(window.starts) >= 0)).tolist()
    stretches: list[Pieces] = []
    for k in likely:
        if stretches and stretches[-1][1] == k and chances[k, 0] < 0.5:
            stretches[-1] = (stretches[-1][0], k + 1)
        else:
            stretches.append((k, k + 1))
    return [(first, end) for first, end in stretches if chance[first:end].max() >= CUE_FLOOR]


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
    outside = paragraphs != paragraphs[[first for first, _ in places]][:, None]
    has_own = ((best_labels(scores) >= CONTENT) & ~outside).any(1)
    barred = outside & (has_own[:, None] | ~quoted)
    scores[:, :, SOURCE:CONTENT] += np.where(outside, _NEVER, np.float32(0))[:, :, None]
    scores[:, :, CONTENT:] += np.where(barred, _NEVER, np.float32(0))[:, :, None]


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
            winner = max(rivals, key=lambda row: _mean(sure[row, stretch]))
            for row in rivals:
                if row != winner:
                    scores[row, stretch, CONTENT:] += _NEVER
        labels = best_labels(scores)
    return labels


def best_labels(links: Scores) -> Labels:
    """The best labels for each cue: (cues, pieces) from log-probabilities (cues, pieces, labels).

    Mostly what is best piece by piece is a sequence already. Where an inner label came out that follows none of its
    kind, the best sequence is sought (Viterbi), between pieces that cannot be inner ones: 3 µs a word, 60 before.
    """
    labels: Labels = links.argmax(-1)
    before = np.zeros_like(labels)
    before[:, 1:] = labels[:, :-1]
    inner = (labels == SOURCE + 1) | (labels == CONTENT + 1)
    row_of, piece_of = np.nonzero(inner & (before != labels) & (before != labels - 1))
    if not len(row_of):
        return labels
    can_break = _cannot_be_inner(links)
    breaks: list[int] = []
    last, done = -1, 0
    for row, piece in zip(row_of.tolist(), piece_of.tolist(), strict=True):
        if row != last:
            last, done, breaks = row, 0, [*np.flatnonzero(can_break[row]).tolist(), links.shape[1]]
        if piece >= done:
            at = bisect_right(breaks, piece)
            first, done = breaks[at - 1], breaks[at]
            labels[row, first:done] = _best_sequence(links[row, first:done].tolist())
    return labels


def _cannot_be_inner(scores: Scores) -> npt.NDArray[np.bool_]:
    """The pieces whose label in the best sequence is surely not an inner one, so that what is before does not matter.

    Another label there costs the next piece at most its inner label, for which the first of the kind can stand.
    """
    outside, source, inner_source, content, inner_content = np.moveaxis(scores, -1, 0)
    other = np.maximum(np.maximum(outside, source), content)
    result = np.ones(outside.shape, dtype=np.bool_)
    for first, inner in ((source, inner_source), (content, inner_content)):
        owed = np.zeros_like(inner)
        owed[:, :-1] = np.maximum(inner - first, 0)[:, 1:]
        result &= (first > inner) | (other - inner > owed)
    result[:, 0] = True
    return result


def _best_sequence(scores: Sequence[Sequence[float]]) -> list[int]:
    """The best labels for some pieces, of which the first is no inner one; of equal ones the lower."""
    outside, source, inner_source, content, inner_content = scores[0]
    best = [outside, source, -math.inf, content, -math.inf]
    came: list[tuple[int, int, int]] = []
    for outside, source, inner_source, content, inner_content in scores[1:]:
        top = max(best)
        of_source = SOURCE if best[SOURCE] >= best[SOURCE + 1] else SOURCE + 1
        of_content = CONTENT if best[CONTENT] >= best[CONTENT + 1] else CONTENT + 1
        came.append((best.index(top), of_source, of_content))
        best = [
            top + outside,
            top + source,
            best[of_source] + inner_source,
            top + content,
            best[of_content] + inner_content,
        ]
    label = best.index(max(best))
    labels = [label]
    for step in reversed(came):
        label = step[0] if label in (0, SOURCE, CONTENT) else step[1] if label == SOURCE + 1 else step[2]
        labels.append(label)
    return labels[::-1]


def runs(labels: Labels, kind: int) -> list[Pieces]:
    """The stretches of pieces that are labelled with a kind."""
    found: list[Pieces] = []
    for k in np.flatnonzero((labels == kind) | (labels == kind + 1)).tolist():
        if labels[k] == kind or not (found and found[-1][1] == k):
            found.append((k, k + 1))
        else:
            found[-1] = (found[-1][0], k + 1)
    return found


def _mean(scores: Scores) -> float:
    return float(np.add.reduce(scores) / np.float32(len(scores)))  # as ndarray.mean, in half its time


def _linked(place: Pieces, cue_score: float, labels: Labels, logs: Scores) -> Linked:
    """One attribution out of a cue's labels; of several sources the surest stays."""
    sure = logs[np.arange(len(labels)), labels]
    sources = runs(labels, SOURCE)
    source = max(sources, key=lambda run: _mean(sure[slice(*run)]), default=None)
    contents = runs(labels, CONTENT)
    source_score = float(logs[:, 0].min()) if source is None else _mean(sure[slice(*source)])
    content_score = _mean(np.concatenate([sure[a:b] for a, b in contents])) if contents else 0.0
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
