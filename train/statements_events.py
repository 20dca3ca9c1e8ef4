"""Teach the network for any languages events, and to point.

    python train/statements_events.py E5 LESSONS.npz START.pt OUT.pt SOFT.npy

It goes on from what `statements_teach.py` made of it (START.pt), with one more kind of lesson: invented events, each
told in many languages (`eval/told.py`), where hardly two that state the same share a word, and the twelve claims of an
event share people, places and numbers. SOFT.npy is what the teachers say of each pair, where they read it, as
`statements_teach.py` writes it.

The same network is taught to read one statement by itself: the mean of what it makes of the pieces, turned by one
matrix, is to point where a statement of the same points (a bi-encoder: Reimers & Gurevych 2019), which tells the pairs
that are worth reading. By two losses: whether the cosine of a pair tells what is wanted of it, but of twins with one
thing changed, which lie near; and which of all statements in a batch is its own (van den Oord, Li & Vinyals 2018), but
such as belong to the same group. Prints what is read of the held pairs, by both; writes OUT.pt in half precision.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_fit import seeded
from attribution_steps import DEVICE, Plan, half, train
from statements_decks import DECKS, HELD, SAME, Dealer, Lessons, report, told
from statements_model import Pointing, either_way, kind_loss, load_pointing, odds, read, save, singly
from statements_teach import wanted
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

DEALT = {
    "invented same": 0.13,
    "invented other": 0.13,
    "real same": 0.06,
    "real other": 0.095,
    "varied": 0.04,
    "changed": 0.045,
    "unlike": 0.03,
    "unlabelled": 0.115,
    "told same": 0.18,
    "told other": 0.18,
}
TELLING = tuple(DECKS.index(name) for name in ("real other", "unlike", "unlabelled", "told other"))
GROUPED = tuple(
    DECKS.index(name)
    for name in ("invented same", "invented other", "real same", "varied", "told same", "cases same", "sources same")
)
KIND = 0.1  # what it weighs to know what differs
POINTS = 0.5  # what it weighs to point
AMONG_MANY = 0.5  # of that, which of a batch is its own, beside what the cosine tells
SHARP = 20.0  # times the cosine, which of a batch is its own
LOUD, APART = 12.0, -7.0  # a chance is that of LOUD times the cosine and APART, before it is learnt


def groups(lessons: Lessons) -> np.ndarray:
    """Of each statement the number of its group: of those that pairs of invented texts hold together."""
    parts = list(range(len(lessons.english)))

    def first(one: int) -> int:
        while parts[one] != one:
            parts[one] = parts[parts[one]]
            one = parts[one]
        return one

    for left, right in lessons.pairs[np.isin(lessons.decks, GROUPED)].tolist():
        parts[first(left)] = first(right)
    return np.array([first(one) for one in range(len(parts))])


class Points(torch.nn.Module):
    """The loss of where the statements of a batch point."""

    def __init__(self) -> None:
        super().__init__()
        self.loud = torch.nn.Parameter(torch.tensor(LOUD))
        self.apart = torch.nn.Parameter(torch.tensor(APART))

    def forward(
        self, left: torch.Tensor, right: torch.Tensor, chance: torch.Tensor, same: torch.Tensor, alike: torch.Tensor
    ) -> torch.Tensor:
        """Vectors (pairs, directions) of both; `same` says where both state the same, `alike` what is in one group."""
        cosines = left.float() @ right.float().T
        own = torch.eye(len(left), dtype=torch.bool, device=left.device)
        telling = same | ~torch.isnan(chance)
        said = binary_cross_entropy_with_logits(
            self.loud * cosines.diagonal() + self.apart, torch.nan_to_num(chance), reduction="none"
        )
        told_apart = (said * telling).sum() / telling.sum().clamp(min=1)
        scores, target = (SHARP * cosines).masked_fill(alike & ~own, -1e4), torch.arange(len(left), device=left.device)
        found = sum(cross_entropy(each, target, reduction="none") for each in (scores, scores.T)) / 2
        return told_apart + AMONG_MANY * (found * same).sum() / same.sum().clamp(min=1)


def pointing_loss(
    model: Pointing,
    points: Points,
    lessons: Lessons,
    numbers: Sequence[int],
    chance: torch.Tensor,
    telling: Sequence[int],
    group: np.ndarray,
) -> torch.Tensor:
    """The loss of where the statements of some pairs point; of the decks `telling` nearness tells what is wanted."""
    left, right = (model.pointing(*singly(lessons, lessons.pairs[numbers, side], model.network)) for side in (0, 1))
    own = torch.from_numpy(group[lessons.pairs[numbers]]).to(DEVICE)
    same = torch.from_numpy(lessons.labels[numbers] == SAME).to(DEVICE)
    known = torch.from_numpy(np.isin(lessons.decks[numbers], telling)).to(DEVICE) | same
    return points(left, right, torch.where(known, chance, torch.nan), same, own[:, :1] == own[None, :, 1])


def taught(model: Pointing, lessons: Lessons, chances: np.ndarray, said: argparse.Namespace) -> None:
    """Train on pairs dealt by shares."""
    dealer = Dealer(lessons, model.network, DEALT, np.random.default_rng(said.seed))
    group, points = groups(lessons), Points().to(DEVICE)
    model.points = points  # learns with the rest

    def loss_for(chosen: Sequence[int]) -> torch.Tensor:
        numbers = list(chosen)
        scores = model(*either_way(lessons, numbers, model.network))
        labels = torch.from_numpy(lessons.labels[numbers]).long().to(DEVICE)
        chance = torch.from_numpy(chances[numbers]).to(DEVICE)
        loss = binary_cross_entropy_with_logits(odds(scores), chance) + KIND * kind_loss(scores, labels)
        return loss + POINTS * pointing_loss(model, points, lessons, numbers, chance, TELLING, group)

    plan = Plan(said.rate, said.steps, faster=5.0, decay=said.decay, average=0.98)
    train(model, plan, dealer.dealing(said.batch), loss_for)
    del model.points


@torch.no_grad()
def tell_pointing(model: Pointing, lessons: Lessons, size: int) -> None:
    """Print how well the cosine tells the held pairs apart."""
    model.eval()
    for name in (DECKS[deck] for deck in HELD):
        held = lessons.of_deck(name, model.network)
        if not len(held):
            continue
        alike = np.zeros(len(held), dtype=np.float32)
        for start in range(0, len(held), size):
            pairs = lessons.pairs[held[start : start + size]]
            with half():
                left, right = (model.pointing(*singly(lessons, pairs[:, side], model.network)) for side in (0, 1))
            alike[start : start + size] = (left.float() * right.float()).sum(1).cpu().numpy()
        told(f"{name}, pointing", alike, lessons.labels[held] == SAME)


def main() -> None:
    """Read, teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("start", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("soft", type=Path)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--rate", type=float, default=1e-4)
    cli.add_argument("--decay", type=float, default=0.95, help="how fast a layer learns, of the one above")
    cli.add_argument("--batch", type=int, default=192)
    cli.add_argument("--steps", type=int, default=2376)
    cli.add_argument("--limit", type=int, help="pairs of each deck, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    soft, lessons = np.load(said.soft), Lessons.load(said.lessons, said.limit)
    chances = wanted(lessons, soft[lessons.numbers])
    model = load_pointing(said.e5, said.start).to(DEVICE)
    taught(model, lessons, chances, said)
    save(model, said.out)
    report(lessons, model.network, lambda chosen: read(model, lessons, chosen, 4 * said.batch))
    tell_pointing(model, lessons, 4 * said.batch)


if __name__ == "__main__":
    sys.exit(main())
