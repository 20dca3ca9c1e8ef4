"""Teach the network for other languages attributions that readers marked in them.

    python train/multilingual_go_on.py E5 START.pt OUT.pt

It had learnt from English alone (`multilingual_fit.py`, `multilingual_teach.py`: START.pt). In the reports of the
lesson cases (eval/gold/lessons, small/one), in forty languages, readers marked each attribution: `attributions.jsonl`
beside them has for each report where source, cue and content stand, and what following sentences are carried on the
same word. Learnt is what stands around a cue; of what is carried nothing. Every `--held`th case is not learnt from: of
its windows the loss is printed, before and after. Pieces are those that the wheel keeps. Writes OUT.pt, without the
word vectors, in half precision.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from attribution_data import Example, examples
from attribution_fit import seeded
from attribution_lessons import Dealer, Lessons, gold_loss
from attribution_model import Attributor
from attribution_steps import DEVICE, Plan, dealing, half, train, weights_of
from multilingual_fit import load, save
from multilingual_vocabulary import scored

from sayso.networks.loading import MULTILINGUAL, unigram_vocabulary

GOLD = Path(__file__).parent.parent / "eval" / "gold"
MARKED = "attributions.jsonl"


def marked() -> list[Path]:
    """The cases whose attributions are marked, in a settled order."""
    return sorted(file.parent for file in GOLD.glob(f"*/*/*/{MARKED}")) + sorted(
        file.parent for file in GOLD.glob(f"*/*/{MARKED}")
    )


def rows(case: Path) -> Iterator[dict]:
    """The reports of a case with their attributions, as `attribution_data.examples` reads them."""
    reports = [json.loads(line) for line in (case / "reports.jsonl").read_text("utf-8").splitlines()]
    found = [json.loads(line) for line in (case / MARKED).read_text("utf-8").splitlines()]
    attributions = {one["id"]: one["attributions"] for one in found}
    for report in reports:
        if report["id"] in attributions:
            yield {"id": report["id"], "text": report["text"], "attributions": attributions[report["id"]]}


def numbers(e5: Path) -> list[int]:
    """The numbers of the kept pieces in the whole vocabulary, for which there are word vectors."""
    whole = {piece: number for number, (piece, _) in enumerate(scored(e5 / "tokenizer.json"))}
    lines = (MULTILINGUAL / "vocabulary.txt").read_text("utf-8").splitlines()
    return [whole[line.rsplit("\t", 1)[0]] for line in lines]


def windows_of(cases: Sequence[Path], numbered: Sequence[int]) -> list[Example]:
    """The windows of some cases, in pieces of the whole vocabulary."""
    made = [one for case in cases for row in rows(case) for one in examples(row, unigram_vocabulary())]
    for one in made:
        one.window.ids[:] = [numbered[piece] for piece in one.window.ids]
    return made


@torch.no_grad()
def loss_of(model: Attributor, dealer: Dealer, size: int) -> float:
    """The mean loss of some windows."""
    model.eval()
    total, count = 0.0, len(dealer.lessons)
    for start in range(0, count, size):
        chosen = list(range(start, min(count, start + size)))
        given = dealer.batch(chosen)
        with half():
            vectors = model.encode(given["ids"], given["looks"], given["mask"])
            total += gold_loss(model, given, vectors).item() * len(chosen)
    return total / count


def main() -> None:
    """Read, teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("start", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=3)
    cli.add_argument("--rate", type=float, default=1e-4)
    cli.add_argument("--decay", type=float, default=0.95, help="how fast a layer learns, of the one above")
    cli.add_argument("--batch", type=int, default=8)
    cli.add_argument("--steps", type=int, default=900)
    cli.add_argument("--held", type=int, default=9)
    said = cli.parse_args()
    seeded(said.seed)
    cases, numbered = marked(), numbers(said.e5)
    held = Dealer.of(Lessons.of(windows_of(cases[:: said.held], numbered), 0), DEVICE)
    learnt = [case for at, case in enumerate(cases) if at % said.held]
    lessons = Lessons.of(windows_of(learnt, numbered), 0)
    dealer, model = Dealer.of(lessons, DEVICE), load(said.e5, said.start).to(DEVICE)
    print(len(lessons), "windows,", len(lessons.cues), "attributions; held:", len(held.lessons), flush=True)
    print(f"loss of those held {loss_of(model, held, said.batch):.4f}", flush=True)

    def loss_for(chosen: Sequence[int]) -> torch.Tensor:
        given = dealer.batch(chosen)
        return gold_loss(model, given, model.encode(given["ids"], given["looks"], given["mask"]))

    plan = Plan(said.rate, said.steps, faster=3.0, decay=said.decay, average=0.98)
    train(model, plan, dealing(lessons.lengths(), list(range(len(lessons))), said.batch), loss_for)
    save(weights_of(model), said.out)
    print(f"loss of those held {loss_of(model, held, said.batch):.4f}")


if __name__ == "__main__":
    sys.exit(main())
