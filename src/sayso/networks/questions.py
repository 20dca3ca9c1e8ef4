"""A network that says of a statement which question about the event it answers (`train/questions_card.md`).

"Were the sirens sounded?", "who fired first?": two statements that answer one question point the same way, in any
language, whether their answers are the same or not (a bi-encoder: Reimers & Gurevych 2019). It reads on from what the
lower layers of the network for statements make of the pieces, so it costs a third of a network of its own.
"""

import functools

import onnxruntime

from sayso.networks.loading import MODELS, Scores, session

FOLDER = MODELS / "questions"
DIRECTIONS = 128  # of where the question of a statement points


def question(states: Scores) -> Scores:
    """Where the question of a statement points (directions,), of length 1, out of its states (1, pieces, size)."""
    (found,) = encoder().run(["vectors"], {"states": states})
    vector: Scores = found[0]
    return vector


@functools.cache
def encoder() -> onnxruntime.InferenceSession:
    """The network."""
    return session(FOLDER / "encoder.onnx")
