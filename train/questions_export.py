"""The network of questions as the wheel ships it: `python train/questions_export.py OUT.pt FOLDER`.

FOLDER gets `encoder.onnx` (weights in 8 bits). The network for statements gives the states that it reads as one output
more (`--states`: written once, into the file that the wheel holds; what it gave before stays the same to the bit).
Checked on statements of invented cases. See `statements_export.py`.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from attribution_export import session, sizes, write_in_eight_bits
from onnx import TensorProto, helper
from questions_model import LOWER, SIZE, Asking, states_of
from small_cases import GOLD
from statements_cases import texts
from torch import nn

from sayso.networks import statements

LOWER_STATES = f"/encoder/encoder/layer.{LOWER - 1}/output/LayerNorm/LayerNormalization_output_0"
ALIKE = 0.97  # mean cosine of what is written with what was trained, at least; of 180 statements it was 0.985


class Pointed(nn.Module):
    """States of one statement to where its question points; no mask, as one has no padding."""

    def __init__(self, model: Asking) -> None:
        super().__init__()
        self.model = model

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """States (1, pieces, size) to (1, directions)."""
        vectors: torch.Tensor = self.model(states, None)
        return vectors


def give_states(file: Path) -> None:
    """Name the lower layers' states in the network for statements, and give them out."""
    network = onnx.load(str(file), load_external_data=False)
    for node in network.graph.node:
        for names in (node.input, node.output):
            names[:] = ["states" if name == LOWER_STATES else name for name in names]
    for known in [one for one in network.graph.value_info if one.name == LOWER_STATES]:
        network.graph.value_info.remove(known)
    network.graph.output.append(helper.make_tensor_value_info("states", TensorProto.FLOAT, ["one", "pieces", SIZE]))
    onnx.checker.check_model(network)
    onnx.save(network, str(file))


def write(model: Asking, file: Path) -> None:
    """Write the network."""
    axes: dict[str, dict[int, str]] = {"states": {1: "pieces"}, "vectors": {}}
    write_in_eight_bits(Pointed(model).eval(), (torch.randn(1, 24, SIZE),), axes, file)


def main() -> None:
    """Export, quantise, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("weights", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--states", action="store_true")
    said = cli.parse_args()
    if said.states:
        give_states(statements.FOLDER / "encoder.onnx")
    said.folder.mkdir(parents=True, exist_ok=True)
    model = Asking()
    model.load_state_dict(torch.load(said.weights))
    write(model.eval(), said.folder / "encoder.onnx")
    written, cosines = session(said.folder / "encoder.onnx"), []
    lines = [
        line for text, _ in texts(next((GOLD / "small" / "three").iterdir())).values() for line in text.split("\n")
    ]
    with torch.no_grad():
        for states in (states_of(line)[None] for line in lines if line.strip()):
            (found,) = written.run(["vectors"], {"states": states})
            cosines.append(float(found[0] @ model(torch.tensor(states), None)[0].numpy()))
    print(f"{len(cosines)} statements: mean cosine of written and trained {np.mean(cosines):.3f}")
    assert np.mean(cosines) > ALIKE, "the quantised network is not the trained one"
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
