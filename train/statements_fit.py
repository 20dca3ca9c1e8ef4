"""Train a network on pairs of statements: `python train/statements_fit.py FOLDER LESSONS.npz OUT.pt`.

FOLDER is what `multilingual_weights.py` wrote, for the network of all languages, or what `attribution_mpnet.py` wrote,
for a teacher of English; LESSONS.npz what `statements_lessons.py` wrote. The word vectors are kept as they are, so that
words no lesson has stay where their translations are. Prints what is read of the held pairs; writes OUT.pt, without
the word vectors, in half precision.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_fit import seeded
from attribution_steps import DEVICE, Plan, train
from statements_decks import SAME, Dealer, Lessons, report
from statements_model import Reader, either_way, fresh, kind_loss, odds, read, save
from torch.nn.functional import binary_cross_entropy_with_logits

DEALT = {
    "invented same": 0.24,
    "invented other": 0.24,
    "real same": 0.11,
    "real other": 0.19,
    "varied": 0.07,
    "changed": 0.08,
    "unlike": 0.07,
}
SMOOTH = 0.03  # how far from certain a label is: readers agree on 97 of 100
KIND = 0.25  # what it weighs to know what differs

Beside = Callable[[tuple[torch.Tensor, ...], torch.Tensor], torch.Tensor]


def by_label(lessons: Lessons) -> Callable[[list[int]], torch.Tensor]:
    """The chance that each of some lessons states the same, by its label alone."""
    return lambda chosen: torch.where(torch.from_numpy(lessons.labels[chosen]).long() == SAME, 1 - SMOOTH, SMOOTH)


def fitted(
    model: Reader,
    lessons: Lessons,
    dealt: Mapping[str, float],
    wanted: Callable[[list[int]], torch.Tensor],
    kind: float,
    said: argparse.Namespace,
    beside: Beside | None = None,
) -> None:
    """Train on pairs dealt by shares towards the wanted chances, write, and print what is read of the held ones.

    What `beside` makes of a batch and of the vectors of its first pieces is added to the loss.
    """
    dealer = Dealer(lessons, model.network, dealt, np.random.default_rng(said.seed))

    def loss_for(chosen: Sequence[int]) -> torch.Tensor:
        given = either_way(lessons, chosen, model.network)
        first = model.first(*given)
        scores = model.head(first)
        labels = torch.from_numpy(lessons.labels[list(chosen)]).long().to(DEVICE)
        loss = binary_cross_entropy_with_logits(odds(scores), wanted(list(chosen)).to(DEVICE))
        loss = loss + kind * kind_loss(scores, labels)
        return loss + beside(given, first) if beside else loss

    plan = Plan(said.rate, said.steps, faster=5.0, decay=said.decay, average=0.98)
    train(model, plan, dealer.dealing(said.batch), loss_for)
    save(model, said.out)
    report(lessons, model.network, lambda chosen: read(model, lessons, chosen, 4 * said.batch))


def main() -> None:
    """Train, write, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=2)
    cli.add_argument("--rate", type=float, default=1.8e-4)
    cli.add_argument("--decay", type=float, default=0.88, help="how fast a layer learns, of the one above")
    cli.add_argument("--batch", type=int, default=128)
    cli.add_argument("--steps", type=int, default=2250)
    cli.add_argument("--limit", type=int, help="pairs of each deck, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    lessons, model = Lessons.load(said.lessons, said.limit), fresh(said.folder).to(DEVICE)

    fitted(model, lessons, DEALT, by_label(lessons), KIND, said)


if __name__ == "__main__":
    sys.exit(main())
