"""The network of answers as the wheel ships it: `python train/answers_export.py OUT.pt FOLDER`.

FOLDER gets `encoder.onnx` (weights in 8 bits). Checked on pairs of statements of an invented case.
"""

import argparse
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from answers_model import Answering, Pair, batch
from attribution_export import session, sizes, write_in_eight_bits
from questions_model import SIZE
from small_cases import GOLD
from statements_cases import texts
from torch import nn

from sayso.networks.answers import spans
from sayso.networks.statements import any_network

NEARLY = 0.3  # mean distance of the scores that are written from those that were trained, at most


class Unpadded(nn.Module):
    """A pair by itself; no mask, as it has no padding."""

    def __init__(self, model: Answering) -> None:
        super().__init__()
        self.model = model

    def forward(self, states: torch.Tensor, ours: torch.Tensor, theirs: torch.Tensor) -> torch.Tensor:
        """States (1, pieces, size), and which pieces are of which statement (1, pieces), to (1, kinds)."""
        scores: torch.Tensor = self.model(states, ours, theirs, None)
        return scores


def write(model: Answering, file: Path) -> None:
    """Write the network."""
    ours, theirs = spans(24, 12)
    axes: dict[str, dict[int, str]] = {name: {1: "pieces"} for name in ("states", "ours", "theirs")}
    given = torch.randn(1, 24, SIZE), torch.from_numpy(ours[None]), torch.from_numpy(theirs[None])
    write_in_eight_bits(Unpadded(model).eval(), given, axes | {"scores": {}}, file)


def main() -> None:
    """Export, quantise, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("weights", type=Path)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = Answering()
    model.load_state_dict(torch.load(said.weights))
    write(model.eval(), said.folder / "encoder.onnx")
    written, apart = session(said.folder / "encoder.onnx"), []
    lines = [line for text, _ in texts(min((GOLD / "small" / "three").iterdir())).values() for line in text.split("\n")]
    with torch.no_grad():
        for one, other in pairwise(line for line in lines if line.strip()):
            states, opened = any_network().states(one, other)
            ours, theirs = spans(states.shape[1], opened)
            given = {"states": states, "ours": ours[None], "theirs": theirs[None]}
            (found,) = written.run(["scores"], given)
            apart.append(np.abs(found[0] - model(*batch([Pair(states[0], opened)]))[0].numpy()).mean())
    print(f"{len(apart)} pairs: the scores lie {np.mean(apart):.3f} apart in the mean")
    assert np.mean(apart) < NEARLY, "the quantised network is not the trained one"
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
