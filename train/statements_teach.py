"""Teach the network of pairs what several read together: all its layers once more, from where its training left it.

    python train/statements_teach.py E5 MPNET LESSONS.npz START.pt OUT.pt TEACHER.pt …

START.pt is the network of all languages, each TEACHER.pt one of MPNet, as `statements_fit.py` wrote them. What they
say together of a pair, a teacher twice as loud, is learnt beside its label, and of pairs that nobody judged alone
(Hinton, Vinyals & Dean 2015). Teachers read pairs in English; of the others the network says itself what it is to keep
to. Prints what is read of the held pairs; writes OUT.pt, without the word vectors, in half precision, and OUT.npy, the
chance that they give each pair of the lessons.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_fit import seeded
from attribution_steps import DEVICE
from statements_decks import HELD, SAME, UNLABELLED, Lessons
from statements_fit import fitted
from statements_model import Reader, load, read

DEALT = {
    "invented same": 0.16,
    "invented other": 0.16,
    "real same": 0.08,
    "real other": 0.14,
    "varied": 0.05,
    "changed": 0.06,
    "unlike": 0.05,
    "unlabelled": 0.30,
}
LOUD = {"e5": 1.0, "mpnet": 2.0}
SURE = 0.98  # of a label
BY_TEACHERS = 0.6  # of what is wanted where there is a label too
KIND = 0.1  # what it weighs to know what differs


def added(model: Reader, lessons: Lessons, size: int, sums: np.ndarray, weights: np.ndarray) -> None:
    """Add to the sums, and to their weights, what a network says of the pairs it can read, but for held ones."""
    chosen = np.flatnonzero(lessons.readable(model.network) & ~np.isin(lessons.decks, HELD))
    _, places, back = np.unique(lessons.pairs[chosen], axis=0, return_index=True, return_inverse=True)
    said = read(model, lessons, chosen[places].tolist(), size)[back.ravel()]
    sums[chosen] += LOUD[model.network] * said
    weights[chosen] += LOUD[model.network]


def wanted(lessons: Lessons, soft: np.ndarray) -> np.ndarray:
    """The chance that each pair states the same, as it is to be said: of what teachers say, and of the label."""
    label = np.where(lessons.labels == SAME, SURE, 1 - SURE)
    both = BY_TEACHERS * soft + (1 - BY_TEACHERS) * label
    return np.where(np.isnan(soft), label, np.where(lessons.labels == UNLABELLED, soft, both)).astype(np.float32)


def together(lessons: Lessons, networks: Sequence[tuple[Path, Path]], size: int) -> np.ndarray:
    """The chance that networks, each told by its start and by what it became, give each pair; NaN if none reads it."""
    sums, weights = np.zeros(len(lessons)), np.zeros(len(lessons))
    for folder, trained in networks:
        added(load(folder, trained).to(DEVICE), lessons, size, sums, weights)
        print(trained, "has read", flush=True)
    return np.where(weights, 1 / (1 + np.exp(-sums / np.maximum(weights, 1))), np.nan)


def taught(lessons: Lessons, networks: Sequence[tuple[Path, Path]], size: int) -> np.ndarray:
    """What they say together, beside the labels."""
    return wanted(lessons, together(lessons, networks, size))


def main() -> None:
    """Read, teach, write, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("mpnet", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("start", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("teachers", type=Path, nargs="+")
    cli.add_argument("--seed", type=int, default=5)
    cli.add_argument("--rate", type=float, default=8e-5)
    cli.add_argument("--decay", type=float, default=0.95, help="how fast a layer learns, of the one above")
    cli.add_argument("--batch", type=int, default=192)
    cli.add_argument("--steps", type=int, default=2250)
    cli.add_argument("--limit", type=int, help="pairs of each deck, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    lessons = Lessons.load(said.lessons, said.limit)
    networks = [(said.e5, said.start), *((said.mpnet, path) for path in said.teachers)]
    soft = together(lessons, networks, 4 * said.batch)
    np.save(said.out.with_suffix(".npy"), soft)
    targets = torch.from_numpy(wanted(lessons, soft))
    model = load(said.e5, said.start).to(DEVICE)
    fitted(model, lessons, DEALT, lambda chosen: targets[chosen], KIND, said)


if __name__ == "__main__":
    sys.exit(main())
