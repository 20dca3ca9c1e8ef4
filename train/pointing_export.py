"""The network of figures or of speakers as the wheel ships it: `pointing_export.py E5 OUT.pt LESSONS.json FOLDER`.

FOLDER gets `encoder.onnx` (weights in 8 bits; it takes word vectors, not pieces: those that the wheel holds for the
multilingual network). Checked on some lessons. See `statements_export.py`.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from attribution_export import session, sizes, write_in_eight_bits
from pointing_fit import Lesson, vectors_of
from pointing_model import Asking, load
from torch import nn

from sayso.networks.loading import word_vectors
from sayso.networks.pointing import ITSELF

PLACES = 96  # more than a figure or a source in its place has pieces
ALIKE = 0.93  # mean cosine of what is written with what was trained, at least; of 329 figures it was 0.95


class Pointed(nn.Module):
    """Word vectors of one figure or source in its place to where it points; no mask, as one has no padding."""

    def __init__(self, model: Asking) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: torch.Tensor, belongs: torch.Tensor) -> torch.Tensor:
        """Vectors (1, pieces, size) and what each piece belongs to (1, pieces) to (1, directions)."""
        return self.model.turned(words, belongs, None)


def write(model: Asking, file: Path) -> None:
    """Write the network without the places that none reaches."""
    own = model.encoder.embeddings
    own.position_embeddings = nn.Embedding.from_pretrained(own.position_embeddings.weight.detach()[:PLACES])
    belongs = torch.zeros(1, 24, dtype=torch.long)
    belongs[0, 9] = ITSELF
    given = torch.randn(1, 24, model.encoder.config.hidden_size), belongs
    axes: dict[str, dict[int, str]] = {"words": {1: "pieces"}, "belongs": {1: "pieces"}, "vectors": {}}
    write_in_eight_bits(Pointed(model), given, axes, file)


def main() -> None:
    """Export, quantise, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("weights", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    lessons = [Lesson(*given) for given in json.loads(said.lessons.read_text("utf-8"))][::20]
    model = load(said.e5, said.weights)
    trained = vectors_of(model, lessons)
    write(model, said.folder / "encoder.onnx")
    written, words = session(said.folder / "encoder.onnx"), word_vectors()
    cosines = []
    for vector, lesson in zip(trained, lessons, strict=True):
        pieces, belongs = lesson.place.pieces()
        (found,) = written.run(["vectors"], {"words": words.of(pieces)[None], "belongs": np.array([belongs])})
        cosines.append(float(found[0] @ vector))
    print(f"{len(lessons)} places: mean cosine of written and trained {np.mean(cosines):.3f}")
    assert np.mean(cosines) > ALIKE, "the quantised network is not the trained one"
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
