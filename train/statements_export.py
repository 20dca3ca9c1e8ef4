"""The network of pairs as the wheel ships it: `statements_export.py E5 OUT.pt LESSONS.npz FOLDER`.

FOLDER gets `encoder.onnx` (encoder and head, weights in 8 bits; it takes word vectors, not pieces: those that the wheel
holds for the multilingual network). Checked on held pairs of LESSONS.npz. See `attribution_export.py`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from attribution_export import export, in_eight_bits, session, sizes
from onnxruntime.quantization.shape_inference import quant_pre_process
from statements_decks import SAME, Lessons, told
from statements_model import MARKS, ROUND, Reader, load, odds, read
from torch import nn

from sayso.networks.loading import word_vectors
from sayso.networks.statements import MOST_PIECES

PLACES = -(-(2 * MOST_PIECES + 4) // ROUND) * ROUND  # that a pair can reach, padded
ALIKE = 0.97  # correlation of what is written with what was trained, at least; of 100 pairs it was 0.986


class Odds(nn.Module):
    """Word vectors of one pair to the log-odds that both state the same; no mask, as one pair has no padding."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: torch.Tensor, sides: torch.Tensor) -> torch.Tensor:
        """Vectors (1, pieces, size) and sides (1, pieces) to (1,)."""
        return odds(self.model.scores(words, sides, None))


def write_encoder(model: Reader, folder: Path) -> None:
    """Write the network without the places that no pair reaches; places and sides are left in 32 bits."""
    places = model.encoder.embeddings.position_embeddings
    model.encoder.embeddings.position_embeddings = nn.Embedding.from_pretrained(places.weight.detach()[:PLACES])
    given = torch.randn(1, 24, model.encoder.config.hidden_size), torch.zeros(1, 24, dtype=torch.long)
    axes: dict[str, dict[int, str]] = {"words": {1: "pieces"}, "sides": {1: "pieces"}, "odds": {}}
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        raw, ready = Path(scratch) / "raw.onnx", Path(scratch) / "ready.onnx"
        export(Odds(model), given, axes, raw)
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        in_eight_bits(ready, folder / "encoder.onnx", ["MatMul", "Gemm"])


def check(model: Reader, lessons: Lessons, folder: Path, count: int) -> None:
    """Whether what is written says of held pairs what the network said in training, as far as 8 bits allow."""
    held = lessons.of_deck("held real", model.network)
    chosen = np.random.default_rng(1).permutation(held)[:count].tolist()
    expected, same = read(model, lessons, chosen, 16), lessons.labels[chosen] == SAME
    run, marks, found = session(folder / "encoder.onnx"), MARKS[model.network], []
    for number in chosen:
        left, right = (lessons.in_pieces(k, model.network).tolist() for k in lessons.pairs[number])
        both = []
        for one, other in ((left, right), (right, left)):
            pieces = [marks.first, *one, marks.last, marks.last, *other, marks.last]
            sides = np.array([[0] * (len(one) + 2) + [1] * (len(other) + 2)])
            (scores,) = run.run(None, {"words": word_vectors().of(pieces)[None], "sides": sides})
            both.append(float(scores[0]))
        found.append(sum(both) / 2)
    alike, apart = np.corrcoef(expected, found)[0, 1], np.abs(expected - np.array(found)).mean()
    print(f"{len(chosen)} held pairs: correlation {alike:.3f}, mean difference {apart:.2f}")
    told("trained", expected, same)
    told("written", np.array(found), same)
    assert alike > ALIKE, "the quantised network is not the trained one"


def main() -> None:
    """Export, quantise, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("weights", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--pairs", type=int, default=200, help="that are compared")
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = load(said.e5, said.weights)
    write_encoder(model, said.folder)
    check(model, Lessons.load(said.lessons), said.folder, said.pairs)
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
