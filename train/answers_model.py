"""The network that says what two answers are to each other: the upper layers of the one for statements, gone on from.

It is given what the lower layers of the network for statements, as the wheel holds it, make of the pieces of a pair, so
that it learns from just what it will be given.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from questions_model import SIZE, start
from torch import nn

from sayso.networks.answers import spans
from sayso.networks.loading import Scores

KINDS = 3  # of two questions, two answers to one, one answer: as `sayso.networks.answers` counts them


class Pair(NamedTuple):
    """What the lower layers make of two statements (pieces, size), and how many pieces are of the first."""

    states: Scores
    opened: int


class Answering(nn.Module):
    """States of pairs in, the scores of each kind out."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = start().layers
        self.told = nn.Linear(3 * SIZE, KINDS)
        nn.init.normal_(self.told.weight, std=0.01)
        nn.init.zeros_(self.told.bias)

    def forward(
        self, states: torch.Tensor, ours: torch.Tensor, theirs: torch.Tensor, mask: torch.Tensor | None
    ) -> torch.Tensor:
        """States (pairs, pieces, size), and which pieces are of which statement (pairs, pieces), to (pairs, KINDS).

        No mask, no padding.
        """
        hidden = None if mask is None else (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            made = layer(states, attention_mask=hidden)
            states = made[0] if isinstance(made, tuple) else made
        one, other = (
            (states * side[:, :, None]).sum(1) / side.sum(1, keepdim=True).clamp(min=1) for side in (ours, theirs)
        )
        scores: torch.Tensor = self.told(torch.cat([states[:, 0], one + other, (one - other).abs()], 1))
        return scores


def batch(pairs: Sequence[Pair]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Some pairs, padded, as the network is given them."""
    longest = max(len(pair.states) for pair in pairs)
    given = torch.zeros(len(pairs), longest, SIZE)
    ours, theirs, mask = (torch.zeros(len(pairs), longest) for _ in range(3))
    for row, (states, opened) in enumerate(pairs):
        size = len(states)
        one, other = spans(size, opened)
        given[row, :size], mask[row, :size] = torch.from_numpy(states.astype(np.float32)), 1
        ours[row, :size], theirs[row, :size] = torch.from_numpy(one), torch.from_numpy(other)
    return given, ours, theirs, mask
