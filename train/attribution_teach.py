"""Teach a small network what teachers read: `attribution_teach.py SHARED/data/polnear LESSONS.pt A.pt B.pt`.

A.pt, a network that was cut (`attribution_cut.py`) or taught before, learns from LESSONS.pt (`attribution_label.py`)
the teachers' probabilities and, where there is one, the gold. Prints dev before and after; writes B.pt.
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from attribution_data import rows, scorer_module
from attribution_fit import evaluate, load, seeded, vocabulary
from attribution_lessons import Dealer, Lessons, taught_loss
from attribution_model import Attributor
from attribution_steps import DEVICE, Plan, dealing, half, train, weights_of
from torch import nn

DROPPED = 0.05  # of the vectors; there are ten times as many windows as those with gold, and the pupil is small


def in_eight_bits(weight: torch.Tensor) -> torch.Tensor:
    """Word vectors as the shipped network has them, so that the rest of the network learns to live with it."""
    low, high = min(float(weight.min()), 0.0), max(float(weight.max()), 0.0)
    step = (high - low) / 255
    zero = round(-low / step)
    return ((weight / step).round() + zero).clamp(0, 255).sub(zero) * step


def drop(model: nn.Module, share: float) -> None:
    """Set how much is dropped, where anything is."""
    for part in model.modules():
        if isinstance(part, nn.Dropout) and part.p:
            part.p = share


def pupil(path: Path) -> Attributor:
    """A network that is to learn."""
    model = load(path)
    words = model.encoder.embeddings.word_embeddings.weight
    words.data.copy_(in_eight_bits(words.data))
    drop(model, DROPPED)
    return model.to(DEVICE)


def main() -> None:
    """Teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("polnear", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("start", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=7)
    cli.add_argument("--rate", type=float, default=4e-4)
    cli.add_argument("--batch", type=int, default=32)
    cli.add_argument("--steps", type=int, default=5740)
    cli.add_argument("--times", type=int, default=2, help="how often in an epoch a window with gold is dealt")
    cli.add_argument("--gold", type=float, default=0.4, help="its weight beside the teachers")
    cli.add_argument("--limit", type=int, help="articles of dev, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    pieces, score = vocabulary(), scorer_module(said.polnear).score
    dev = list(rows(said.polnear / "dev.jsonl.gz"))[: said.limit]
    lessons, model = Lessons.load(said.lessons), pupil(said.start)
    dealer = Dealer.of(lessons, DEVICE)
    print("before", json.dumps(evaluate(model, dev, pieces, score)), flush=True)

    def loss_for(chosen: list[int]) -> torch.Tensor:
        has_gold = any(k < lessons.gold for k in chosen)
        return taught_loss(model, dealer.batch(chosen), said.gold, has_gold=has_gold)

    plan = Plan(said.rate, said.steps, faster=2.0, average=0.99)
    train(model, plan, dealing(lessons.lengths(), lessons.dealt(said.times), said.batch), loss_for)
    torch.save(weights_of(model), said.out)
    with half():
        print("after", json.dumps(evaluate(model, dev, pieces, score)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
