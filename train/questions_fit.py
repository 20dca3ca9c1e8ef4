"""Teach a network which question about an event a statement answers: `python train/questions_fit.py LESSONS OUT.pt`.

The gold of a case says of each place in a report which question it answers, and how. A statement, as Sayso cuts it, has
the questions of the quotes that it holds. By the cosine of two statements of one case the network learns to tell if
they have a question in common, whatever they answer; where the answers differ a pair counts twice, since those are what
nearness in meaning does not find. LESSONS is a file that keeps what the lower layers make of the statements, and is
made if it is not there (0.2 GB). `--held` names cases that are not learnt from but printed: how well the cosine
tells pairs of one question with other answers, and with the same, from pairs of two questions.
"""

import argparse
import os
import pickle
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import statements_cases as cases
import torch
from descent import Descent
from questions_model import Asking, batch, start, states_of
from small_cases import GOLD
from statements_decks import area
from torch.nn.functional import binary_cross_entropy_with_logits

from sayso.networks.loading import Scores

FOLDERS = ("lessons/*/*", "small/one/*", "small/three/*")
SKIPPED, OTHER, RIVAL, SAME = -1, 0, 1, 2  # of one report; of two questions; of one with other answers; with one answer
OF_EACH = 64  # statements of a case in a step
TWICE = 2.0  # how much a pair with other answers counts
MOST = 8.0  # times a pair of one question counts at the most, where most are of two
UPPER, POINT, EDGES = 6e-5, 1e-3, 1e-2  # rates of the layers, of where they point, of the chance
WARM = 40  # steps
TOLD = 100  # steps between figures
SHARES = (0.1, 0.2, 0.3, 0.5)


class Lesson(NamedTuple):
    """A statement of a case."""

    case: str
    report: str
    answers: frozenset[cases.Answer]
    states: Scores


def of_case(folder: Path) -> list[Lesson]:
    """The statements of a case that hold quotes of its gold."""
    _, statements = cases.read(folder)
    name = f"{folder.parent.name}/{folder.name}"
    return [
        Lesson(name, str(one.article), one.answers, states_of(one.told[0]).astype(np.float16)) for one in statements
    ]


def lessons(kept: Path) -> dict[str, list[Lesson]]:
    """All of them, by case."""
    if not kept.exists():
        folders = [folder for pattern in FOLDERS for folder in sorted(GOLD.glob(pattern))]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            kept.write_bytes(pickle.dumps([lesson for found in pool.map(of_case, folders) for lesson in found]))
    of: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in pickle.loads(kept.read_bytes()):
        of[lesson.case].append(lesson)
    return of


def kinds(own: Sequence[Lesson]) -> torch.Tensor:
    """What each pair is (statements, statements)."""
    found = torch.full((len(own), len(own)), SKIPPED)
    asked = [{question for question, _ in one.answers} for one in own]
    for row, one in enumerate(own):
        for column, other in enumerate(own[:row]):
            if one.report != other.report:
                told = OTHER if not asked[row] & asked[column] else SAME if one.answers & other.answers else RIVAL
                found[row, column] = found[column, row] = told
    return found


def loss(model: Asking, own: Sequence[Lesson]) -> torch.Tensor:
    """How badly the cosines of some statements of a case tell which have a question in common."""
    pairs, vectors = kinds(own), model(*batch([one.states for one in own]))
    one = (pairs >= RIVAL).float()
    counts = torch.where(pairs == SKIPPED, 0.0, torch.where(pairs == RIVAL, TWICE, 1.0))
    more = (counts * (1 - one)).sum() / ((counts * one).sum() + 1)
    counts = counts * torch.where(one > 0, more.clamp(max=MOST), torch.tensor(1.0))
    chances = model.loud * (vectors @ vectors.T) + model.apart
    return (counts * binary_cross_entropy_with_logits(chances, one, reduction="none")).sum() / counts.sum()


def above(found: np.ndarray, others: np.ndarray) -> float:
    """How often one of the first lies above one of the second: the area under the curve."""
    return area(np.concatenate([found, others]), np.arange(len(found) + len(others)) < len(found))


@torch.no_grad()
def tell(model: Asking, held: Sequence[Sequence[Lesson]]) -> None:
    """Print how well the cosine tells what is of one question, and from which on how much of it is right."""
    model.eval()
    found: dict[int, list[np.ndarray]] = defaultdict(list)
    for own in held:
        vectors = torch.cat([model(*batch([one.states for one in own[at : at + 32]])) for at in range(0, len(own), 32)])
        cells = np.triu_indices(len(own), 1)
        cosines, pairs = (vectors @ vectors.T).numpy()[cells], kinds(own).numpy()[cells]
        for kind in (OTHER, RIVAL, SAME):
            found[kind].append(cosines[pairs == kind])
    model.train()
    other, rival, same = (np.concatenate(found[kind]) for kind in (OTHER, RIVAL, SAME))
    print(f"area: other answers {above(rival, other):.3f}, the same {above(same, other):.3f}", flush=True)
    for share in SHARES:
        least = float(np.quantile(rival, 1 - share))
        one, apart = sum(int((kind >= least).sum()) for kind in (rival, same)), int((other >= least).sum())
        print(f"{share:.0%} of the first from {least:.2f} on: {one / (one + apart):.1%} of one question", flush=True)


def learn(model: Asking, given: Sequence[Sequence[Lesson]], held: Sequence[Sequence[Lesson]], steps: int) -> None:
    """A case a step, all in chance order before any comes again."""
    groups = [
        {"params": model.layers.parameters(), "lr": UPPER, "weight_decay": 0.02},
        {"params": model.point.parameters(), "lr": POINT, "weight_decay": 0.01},
        {"params": [model.loud, model.apart], "lr": EDGES, "weight_decay": 0.0},
    ]
    descent, order = Descent(model, groups, steps, WARM), list[Sequence[Lesson]]()
    model.train()
    for step in range(steps):
        order = order or random.sample(given, len(given))
        own = order.pop()
        lost = loss(model, random.sample(own, min(OF_EACH, len(own))))
        descent.step(lost)
        if (step + 1) % TOLD == 0:
            print(f"step {step + 1}, loss {lost.item():.3f}", flush=True)
            tell(model, held)


def main() -> None:
    """Learn, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--held", nargs="*", default=[], help="how the names of cases begin")
    cli.add_argument("--steps", type=int, default=600)
    cli.add_argument("--seed", type=int, default=0)
    said = cli.parse_args()
    random.seed(said.seed)
    torch.manual_seed(said.seed)
    own = lessons(said.lessons)
    held = [found for case, found in own.items() if case.startswith(tuple(said.held))]
    given = [found for case, found in own.items() if not case.startswith(tuple(said.held))]
    model = start()
    learn(model, given, held, said.steps)
    torch.save(model.state_dict(), said.out)


if __name__ == "__main__":
    sys.exit(main())
