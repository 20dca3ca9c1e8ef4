"""Teach a network what two answers are to each other: `python train/answers_fit.py LESSONS OUT.pt [--start START.pt]`.

LESSONS is the folder that `answers_lessons.py` writes. First of cases alone (`--decks cases`), then, gone on from
that, of all. A pass deals all pairs of cases and so many of the other decks. Printed, of the held cases: how well the
chance of one answer tells those pairs from all others, from other answers and from other questions; how well that of
another answer tells its own; and of the pairs that are likeliest to hold another answer, down to where a share of all
of these is reached, how many do.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from answers_model import KINDS, Answering, Pair, batch
from descent import Descent
from statements_decks import area
from torch.nn.functional import cross_entropy

from sayso.networks.answers import OTHER, RIVAL, SAME

DEALT = {"cases": 60_000, "invented": 9_000, "told": 4_000, "real": 5_000}  # pairs of each deck in a pass, at the most
UPPER, TOLD = 6e-5, 1e-3  # rates of the layers, and of what scores
WARM = 60  # steps
BATCH, SORTED = 32, 16  # pairs in a step; steps of which the pairs are of much the same length
SMOOTHED = 0.05
SHOWN = 200  # steps between figures
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)


class Lessons(NamedTuple):
    """All pairs, and what is known of each."""

    states: np.ndarray
    ends: np.ndarray
    opened: np.ndarray
    kinds: np.ndarray
    decks: np.ndarray
    held: np.ndarray

    @classmethod
    def load(cls, folder: Path) -> "Lessons":
        """Those that a folder holds."""
        rows = np.load(folder / "rows.npz")
        states = np.load(folder / "states.npy", mmap_mode="r")
        return cls(states, np.cumsum(rows["sizes"]), *(rows[name] for name in ("opened", "kinds", "decks", "held")))

    def size(self, at: int) -> int:
        """The pieces of a pair."""
        return int(self.ends[at] - (self.ends[at - 1] if at else 0))

    def batch(self, chosen: Sequence[int]) -> tuple[torch.Tensor, ...]:
        """Some pairs as the network is given them."""
        ends = [(int(self.ends[at]) - self.size(at), int(self.ends[at])) for at in chosen]
        return batch([Pair(self.states[a:b], int(self.opened[at])) for at, (a, b) in zip(chosen, ends, strict=True)])


def dealt(lessons: Lessons, decks: Sequence[str], chance: np.random.Generator) -> Iterator[list[int]]:
    """Pass after pass the pairs of each step."""
    pools = {deck: np.flatnonzero((lessons.decks == deck) & ~lessons.held) for deck in decks}
    while True:
        order = np.concatenate([chance.permutation(own)[: DEALT[deck]] for deck, own in pools.items()])
        order = chance.permutation(order)
        for start in range(0, len(order), BATCH * SORTED):
            near = sorted(order[start : start + BATCH * SORTED].tolist(), key=lessons.size)
            steps = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
            random.shuffle(steps)
            yield from steps


@torch.no_grad()
def tell(model: Answering, lessons: Lessons) -> None:
    """Print how well the held cases are told."""
    model.eval()
    held = sorted(np.flatnonzero(lessons.held).tolist(), key=lessons.size)
    scores = torch.cat([model(*lessons.batch(held[at : at + 64])) for at in range(0, len(held), 64)])
    model.train()
    chances, kinds = torch.log_softmax(scores, 1).numpy(), lessons.kinds[held]
    for one, name in ((SAME, "the same"), (RIVAL, "another")):
        rest = chances[:, one] - np.log1p(-np.minimum(np.exp(chances[:, one]), 1 - 1e-9))
        areas = [area(rest, kinds == one)]
        for other in [kind for kind in (RIVAL, SAME, OTHER) if kind != one]:
            own = (kinds == one) | (kinds == other)
            areas.append(area((chances[:, one] - chances[:, other])[own], (kinds == one)[own]))
        print(f"{name}: area {areas[0]:.3f}, against each other kind {areas[1]:.3f}, {areas[2]:.3f}")
    order = np.argsort(-chances[:, RIVAL], kind="stable")
    reached = np.cumsum(kinds[order] == RIVAL)
    for share in SHARES:
        count = int(np.searchsorted(reached, share * reached[-1])) + 1
        print(f"{share:.0%} of other answers: {reached[count - 1] / count:.1%} right", end="; ")
    print(flush=True)


def learn(model: Answering, lessons: Lessons, decks: Sequence[str], steps: int, seed: int) -> None:
    """Each kind counts nearly as much in sum."""
    groups = [
        {"params": model.layers.parameters(), "lr": UPPER, "weight_decay": 0.02},
        {"params": model.told.parameters(), "lr": TOLD, "weight_decay": 0.01},
    ]
    descent, lost = Descent(model, groups, steps, WARM), defaultdict[int, list[float]](list)
    own = lessons.kinds[~lessons.held & np.isin(lessons.decks, decks)]
    weights = torch.tensor([len(own) / (KINDS * (own == one).sum()) for one in range(KINDS)], dtype=torch.float32)
    model.train()
    for step, chosen in zip(range(1, steps + 1), dealt(lessons, decks, np.random.default_rng(seed)), strict=False):
        wanted = torch.from_numpy(lessons.kinds[chosen])
        loss = cross_entropy(model(*lessons.batch(chosen)), wanted, weight=weights, label_smoothing=SMOOTHED)
        descent.step(loss)
        lost[(step - 1) // SHOWN].append(loss.item())
        if step % SHOWN == 0 or step == steps:
            print(f"step {step}, loss {np.mean(lost[(step - 1) // SHOWN]):.3f}", flush=True)
            tell(model, lessons)


def main() -> None:
    """Learn, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--start", type=Path, help="what is gone on from")
    cli.add_argument("--decks", nargs="+", default=list(DEALT))
    cli.add_argument("--steps", type=int, default=1_200)
    cli.add_argument("--seed", type=int, default=0)
    said = cli.parse_args()
    random.seed(said.seed)
    torch.manual_seed(said.seed)
    model = Answering()
    if said.start:
        model.load_state_dict(torch.load(said.start))
    learn(model, Lessons.load(said.lessons), said.decks, said.steps, said.seed)
    torch.save(model.state_dict(), said.out)


if __name__ == "__main__":
    sys.exit(main())
