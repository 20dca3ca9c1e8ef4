"""Steps of the upper layers that `questions_fit.py` and `answers_fit.py` teach: each group of weights at its own rate.

The rates grow through the first steps and then fall along half a cosine (Loshchilov & Hutter 2017).
"""

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

LONGEST = 1.0  # of a gradient


class Descent:
    """AdamW on some groups of a model's weights, so many steps, of which the first `warm` ones are short."""

    def __init__(self, model: nn.Module, groups: Sequence[dict[str, Any]], steps: int, warm: int) -> None:
        self._model, self._steps, self._warm, self._done = model, steps, warm, 0
        self._optimizer = torch.optim.AdamW(list(groups))
        self._rates = [group["lr"] for group in self._optimizer.param_groups]

    def step(self, loss: torch.Tensor) -> None:
        """Learn from a loss."""
        share = min(1, (self._done + 1) / self._warm) * (0.5 + 0.5 * math.cos(math.pi * self._done / self._steps))
        for group, rate in zip(self._optimizer.param_groups, self._rates, strict=True):
            group["lr"] = rate * share
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), LONGEST)
        self._optimizer.step()
        self._done += 1
