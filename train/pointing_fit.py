"""Teach a network which figures answer one question or which sources are one: `pointing_fit.py E5 LESSONS.json OUT.pt`.

LESSONS.json is what `figures_lessons.py` or `speakers_lessons.py` writes; of speakers the question is "who is it?". A
batch is some events, with as many figures of each. By two losses: which of a batch answer a figure's own question
(Khosla et al. 2020), where those of its own event are the hard ones to tell from them; and whether the cosine of two
figures of one event tells if they answer one question. `--held` names events (by how they begin) that are not learnt
from but printed: of their pairs in one event, how many of those found one are so, and how many that are so are found.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from attribution_fit import seeded
from attribution_steps import DEVICE, Plan, train
from pointing_model import Asking, batch, load, start
from statements_model import save
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from sayso.networks.figures import InPlace
from sayso.networks.speakers import Named

EVENTS, OF_EACH = 4, 22  # in a batch
SHARP = 14.0  # times the cosine, which figures of a batch are a figure's own
LOUD, APART = 12.0, -7.0  # a chance is that of LOUD times the cosine and APART, before it is learnt
ALONE = 0.3  # how often what stands before a sentence is left out
UNSURE = "?"  # begins a question of which nobody knows whether two figures answer it
SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Lesson:
    """One figure, or one source."""

    def __init__(self, event: str, question: str, *place: str) -> None:
        self.event, self.question = event, question
        self.place: InPlace | Named = InPlace(*place) if len(place) == len(fields(InPlace)) else Named(*place)

    @property
    def sentence(self) -> str:
        """Its sentence, as far as that is of more figures than this one."""
        return "".join(char for char in self.place.left + self.place.right if char.isalpha())

    def shown(self) -> InPlace | Named:
        """Its place as it is learnt from: now and then without what comes before."""
        return replace(self.place, before="") if self.place.before and random.random() < ALONE else self.place


class Answers(nn.Module):
    """The loss of where the figures of a batch point."""

    def __init__(self) -> None:
        super().__init__()
        self.loud = nn.Parameter(torch.tensor(LOUD))
        self.apart = nn.Parameter(torch.tensor(APART))

    def forward(
        self, vectors: torch.Tensor, event: torch.Tensor, question: torch.Tensor, unsure: torch.Tensor
    ) -> torch.Tensor:
        """Vectors (figures, directions); (figures,): the numbers of event and question, whether that is unknown."""
        cosines = vectors.float() @ vectors.float().T
        alike = question[:, None] == question[None]
        other = ~torch.eye(len(vectors), dtype=torch.bool, device=vectors.device) & ~(alike & unsure[:, None])
        same = alike & other
        scores = (SHARP * cosines).masked_fill(~other, -1e4)
        told = scores - torch.logsumexp(scores, 1, keepdim=True)
        found = -(told * same).sum(1) / same.sum(1).clamp(min=1)
        beside = (event[:, None] == event[None]) & other
        said = binary_cross_entropy_with_logits(self.loud * cosines + self.apart, same.float(), reduction="none")
        return found[same.any(1)].mean() + (said * beside).sum() / beside.sum()


def dealing(lessons: Sequence[Lesson]) -> Iterator[list[list[int]]]:
    """Epochs: all events in chance order, some to a batch; of a large event more than one handful."""
    of_event: dict[str, list[int]] = defaultdict(list)
    for number, lesson in enumerate(lessons):
        of_event[lesson.event].append(number)
    while True:
        handfuls = []
        for numbers in of_event.values():
            random.shuffle(numbers)
            count = max(1, round(len(numbers) / OF_EACH))
            handfuls += [numbers[at::count][: 2 * OF_EACH] for at in range(count)]
        random.shuffle(handfuls)
        yield [
            [number for handful in handfuls[at : at + EVENTS] for number in handful]
            for at in range(0, len(handfuls) - EVENTS + 1, EVENTS)
        ]


@torch.no_grad()
def vectors_of(model: Asking, lessons: Sequence[Lesson]) -> np.ndarray:
    """Where some figures point."""
    model.eval()
    parts = [model(*batch([one.place for one in lessons[at : at + 64]])) for at in range(0, len(lessons), 64)]
    return torch.cat(parts).float().cpu().numpy()


def tell(model: Asking, lessons: Sequence[Lesson]) -> None:
    """Print how well the cosine tells which figures of an event answer one question."""
    of_event: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        of_event[lesson.event].append(lesson)
    alike, same = [], []
    for own in of_event.values():
        vectors = vectors_of(model, own)
        for one, other in combinations(range(len(own)), 2):
            if own[one].sentence == own[other].sentence:
                continue  # a sentence that gives two figures seldom gives both for one question
            alike.append(float(vectors[one] @ vectors[other]))
            same.append(own[one].question == own[other].question)
    order = np.argsort(-np.array(alike))
    hits = np.cumsum(np.array(same)[order])
    right, found = hits / np.arange(1, len(order) + 1), hits / hits[-1]
    for share in SHARES:
        at = int(np.searchsorted(found, share))
        print(f"{share:.0%} found from {alike[order[at]]:.2f} on: {right[at]:.1%} right", flush=True)


def main() -> None:
    """Learn, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--held", nargs="*", default=[])
    cli.add_argument("--ordinary", type=Path, help="more lessons, of news that is no case (figures_ordinary.py)")
    cli.add_argument("--start", type=Path, help="a trained one to go on from")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--rate", type=float, default=1e-4)
    cli.add_argument("--decay", type=float, default=0.9, help="how fast a layer learns, of the one above")
    cli.add_argument("--steps", type=int, default=600)
    said = cli.parse_args()
    seeded(said.seed)
    files = [said.lessons, *([said.ordinary] if said.ordinary else [])]
    lessons = [Lesson(*given) for file in files for given in json.loads(file.read_text("utf-8"))]
    held = [one for one in lessons if one.event.startswith(tuple(said.held))] if said.held else []
    kept = [one for one in lessons if one not in held]
    model = (load(said.e5, said.start) if said.start else start(said.e5)).to(DEVICE)
    model.answers = answers = Answers().to(DEVICE)  # learns with the rest
    numbers = {name: at for at, name in enumerate(sorted({one.event for one in kept}))}
    asked = {name: at for at, name in enumerate(sorted({f"{one.event} {one.question}" for one in kept}))}

    def loss_for(chosen: Sequence[int]) -> torch.Tensor:
        own = [kept[number] for number in chosen]
        with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
            vectors = model(*batch([one.shown() for one in own]))
        event = torch.tensor([numbers[one.event] for one in own], device=DEVICE)
        question = torch.tensor([asked[f"{one.event} {one.question}"] for one in own], device=DEVICE)
        unsure = torch.tensor([one.question.startswith(UNSURE) for one in own], device=DEVICE)
        return answers(vectors, event, question, unsure)

    dealt = dealing(kept)
    train(
        model, Plan(said.rate, said.steps, faster=10.0, decay=said.decay, average=0.97), lambda: next(dealt), loss_for
    )
    print(f"loud {answers.loud.item():.2f} apart {answers.apart.item():.2f}")
    del model.answers
    save(model, said.out)
    if held:
        tell(model, held)


if __name__ == "__main__":
    sys.exit(main())
