"""A network that says of two statements what their answers are to each other (`train/answers_card.md`).

"The sirens were sounded" and "nobody heard a siren" answer one question, and differently; "the dam burst at five" is of
another. A cross-encoder, taught by cases in which each quote has a question and an answer: it reads on from what the
lower layers of the network for statements make of both, so it costs a third of a network of its own.
"""

import functools
import math
from dataclasses import dataclass

import numpy as np
import onnxruntime

from sayso.networks.loading import MODELS, Scores, session

FOLDER = MODELS / "answers"
OTHER, RIVAL, SAME = 0, 1, 2
"""What it tells apart: of two questions; two answers to one; one answer to one. Its scores stand in this order."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The log-odds of two statements, to one digit: that they give one answer, and that they give two to one question.

    More digits would differ from machine to machine.
    """

    same: float
    rival: float

    @property
    def values(self) -> tuple[float, float]:
        """That of the same, then that of rivals."""
        return self.same, self.rival


def answers(states: Scores, opened: int) -> Answers:
    """What two statements are to each other, out of their states (1, pieces, size), of which the first has `opened`."""
    size = states.shape[1]
    ours, theirs = spans(size, opened)
    (scores,) = encoder().run(["scores"], {"states": states, "ours": ours[None], "theirs": theirs[None]})
    return Answers(round(_against(scores[0], SAME), 1), round(_against(scores[0], RIVAL), 1))


def spans(size: int, opened: int) -> tuple[Scores, Scores]:
    """Which of the pieces are of the first statement and which of the second (pieces,), without the outer marks.

    The second keeps the mark that opens it, as in its lessons; an empty first is its closing mark. So none is empty.
    """
    ours, theirs = np.zeros(size, np.float32), np.zeros(size, np.float32)
    ours[1 : max(2, opened - 1)] = 1
    theirs[opened : size - 1] = 1
    return ours, theirs


def _against(scores: Scores, one: int) -> float:
    """The log-odds of one score against all others."""
    others = math.fsum(math.exp(float(score)) for at, score in enumerate(scores) if at != one)
    return float(scores[one]) - math.log(others)


@functools.cache
def encoder() -> onnxruntime.InferenceSession:
    """The network."""
    return session(FOLDER / "encoder.onnx")
