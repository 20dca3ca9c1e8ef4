"""The network of pairs as the wheel ships it: `statements_export.py E5 OUT.pt LESSONS.npz FOLDER`.

FOLDER gets `encoder.onnx` (encoder and head, weights in 8 bits; it takes word vectors, not pieces: those that the wheel
holds for the multilingual network). Checked on held pairs of LESSONS.npz. See `attribution_export.py`.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from attribution_export import session, sizes, write_in_eight_bits
from statements_decks import SAME, Lessons, told
from statements_model import MARKS, PLACES, Pointing, Reader, load_pointing, odds, read
from torch import nn

from sayso.networks.loading import WordVectors, word_vectors

ALIKE = 0.97  # correlation of what is written with what was trained, at least; of 100 pairs it was 0.986
NEAR = 0.05  # log-odds: half of the digit that Sayso keeps


class Odds(nn.Module):
    """Word vectors of one pair to the log-odds that both state the same; no mask, as one pair has no padding.

    Of one that points also, of a statement by itself, where it does (1, directions).
    """

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: torch.Tensor, sides: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, torch.Tensor]:
        """Vectors (1, pieces, size) and sides (1, pieces) to (1,)."""
        if isinstance(self.model, Pointing):
            scores, vectors = self.model.both(words, sides)
            return odds(scores), vectors
        return odds(self.model.scores(words, sides, None))


def write_encoder(model: Reader, file: Path, places: int = PLACES) -> None:
    """Write the network without the places that no pair reaches; places and sides are left in 32 bits."""
    own = model.encoder.embeddings
    own.position_embeddings = nn.Embedding.from_pretrained(own.position_embeddings.weight.detach()[:places])
    given = torch.randn(1, 24, model.encoder.config.hidden_size), torch.zeros(1, 24, dtype=torch.long)
    axes: dict[str, dict[int, str]] = {"words": {1: "pieces"}, "sides": {1: "pieces"}, "odds": {}}
    axes |= {"vectors": {}} if isinstance(model, Pointing) else {}
    write_in_eight_bits(Odds(model), given, axes, file)


def some_held(lessons: Lessons, network: str, count: int) -> list[int]:
    """Held pairs of real reports, by chance, always the same."""
    return np.random.default_rng(1).permutation(lessons.of_deck("held real", network))[:count].tolist()


def read_by(
    written: onnxruntime.InferenceSession, words: WordVectors, network: str, lessons: Lessons, chosen: Sequence[int]
) -> np.ndarray:
    """The log-odds of some pairs by a written network, as the mean of both orders."""
    marks, found = MARKS[network], []
    for number in chosen:
        left, right = (lessons.in_pieces(k, network).tolist() for k in lessons.pairs[number])
        both = []
        for one, other in ((left, right), (right, left)):
            pieces = [marks.first, *one, marks.last, marks.last, *other, marks.last]
            sides = np.array([[0] * (len(one) + 2) + [1] * (len(other) + 2)])
            (scores,) = written.run(["odds"], {"words": words.of(pieces)[None], "sides": sides})
            both.append(float(scores[0]))
        found.append(sum(both) / 2)
    return np.array(found)


def check(trained: np.ndarray, written: np.ndarray, same: np.ndarray, least: float) -> None:
    """Whether a written network says what it said in training, as far as 8 bits allow."""
    alike, apart = np.corrcoef(trained, written)[0, 1], np.abs(trained - written).mean()
    print(f"{len(same)} held pairs: correlation {alike:.3f}, mean difference {apart:.2f}")
    told("trained", trained, same)
    told("written", written, same)
    # A network that was only tried says the same of all pairs: there the correlation tells nothing
    assert alike > least or apart < NEAR, "the quantised network is not the trained one"


def asked(description: str | None, start: str) -> argparse.Namespace:
    """What a command line says that writes the network which was trained from `start`; its folder is there then."""
    cli = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument(start, type=Path)
    cli.add_argument("weights", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--pairs", type=int, default=200, help="that are compared")
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    return said


def main() -> None:
    """Export, quantise, check."""
    said = asked(__doc__, "e5")
    model, lessons = load_pointing(said.e5, said.weights), Lessons.load(said.lessons)
    chosen = some_held(lessons, model.network, said.pairs)
    trained = read(model, lessons, chosen, 16)
    write_encoder(model, said.folder / "encoder.onnx")
    written = read_by(session(said.folder / "encoder.onnx"), word_vectors(), model.network, lessons, chosen)
    check(trained, written, lessons.labels[chosen] == SAME, ALIKE)
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
