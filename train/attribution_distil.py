"""Teach a smaller network what larger ones read: `python train/attribution_distil.py SHARED/data OUT TEACHER.pt …`.

The pupil has four of the six layers and two thirds of each feed-forward part, those units that the first teacher uses
most. It learns from the teachers' mean probabilities (Hinton, Vinyals & Dean 2015), on PolNeAR's training split beside
the gold, and on articles nobody labelled (AllSides). Prints dev after each epoch; writes OUT/model.pt.
"""

import argparse
import gzip
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from attribution_data import IGNORED, Example, examples, paragraphs, rows, scorer_module
from attribution_fit import base_folder, batch, batches, evaluate, load, loss_on, optimiser, seeded, vocabulary
from attribution_model import Attributor, of_weights, smaller
from torch.nn.functional import log_softmax
from transformers import BertConfig

from sayso.annotate import decoding
from sayso.annotate.encoding import windows
from sayso.annotate.wordpieces import WordPieces

LAYERS = (0, 2, 3, 5)
INNER = 1024  # units of a feed-forward part, of 1,536
GOLD = 0.3  # weight of the gold beside the teachers
LIKELY = 0.3  # probability of a piece from which on a cue of the teachers is learnt from


@dataclass(slots=True)
class Taught:
    """A window with the teachers' probabilities: tags (pieces, tags), and links (cues, pieces, labels) for `cues`."""

    example: Example
    tags: torch.Tensor
    cues: list[tuple[int, int]]
    links: torch.Tensor


def unlabelled(path: Path, count: int, pieces: WordPieces) -> list[Example]:
    """About `count` windows of whole articles, spread over the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    found: list[Example] = []
    for number in np.random.permutation(len(texts)):
        text = texts[number]
        found += [Example("", w, [IGNORED] * len(w), [], []) for w in windows(text, paragraphs(text), pieces)]
        if len(found) >= count:
            break
    return found[:count]


@torch.no_grad()
def taught(teachers: list[Attributor], given: list[Example], size: int = 16) -> list[Taught]:
    """What the teachers say, on average, of each window."""
    found: list[Taught | None] = [None] * len(given)
    order = sorted(range(len(given)), key=lambda k: len(given[k].window))
    began = time.time()
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        packed = batch([given[k] for k in chosen])
        vectors = [t.encode(packed["ids"], packed["looks"], packed["mask"]) for t in teachers]
        tags = torch.stack([t.tagger(v).softmax(-1) for t, v in zip(teachers, vectors, strict=True)]).mean(0)
        for row, k in enumerate(chosen):
            own = tags[row, : len(given[k].window)]
            cues = _cues(own.numpy(), given[k])
            links = torch.zeros(0, len(own), 5)
            if cues:
                at, rows_of = torch.tensor(cues), torch.full((len(cues),), row)
                each = [t.link(v, rows_of, at).softmax(-1) for t, v in zip(teachers, vectors, strict=True)]
                links = torch.stack(each).mean(0)[:, : len(own)]
            found[k] = Taught(given[k], own.half(), cues, links.half())
        if start // size % 50 == 49:
            print(f"taught {start + size} of {len(given)} windows {time.time() - began:.0f}s", flush=True)
    return [one for one in found if one is not None]


def _cues(tags: np.ndarray, given: Example) -> list[tuple[int, int]]:
    """The gold's cues, and the teachers' where they touch none of these."""
    likely = tags[:, decoding.B_CUE] + tags[:, decoding.I_CUE] >= LIKELY
    found, k = list(given.cues), 0
    while k < len(likely):
        end = k + 1
        if likely[k] and given.window.starts[k] >= 0:
            while end < len(likely) and likely[end] and tags[end, decoding.B_CUE] < 0.5:
                end += 1
            if all(end <= low or high <= k for low, high in given.cues):
                found.append((k, end))
        k = end
    return found


def distance(model: Attributor, chosen: list[Taught]) -> torch.Tensor:
    """Cross-entropy to the teachers', weighted as `loss_on` weights the gold, plus the gold's where there is any."""
    given = batch([Example("", t.example.window, [], t.cues, []) for t in chosen])
    width = given["ids"].shape[1]
    vectors = model.encode(given["ids"], given["looks"], given["mask"])
    wanted = torch.zeros(len(chosen), width, 7)
    for row, one in enumerate(chosen):
        wanted[row, : len(one.tags)] = one.tags.float()
        wanted[row, [k for k, start in enumerate(one.example.window.starts) if start < 0]] = 0.0
    loss = -(wanted * log_softmax(model.tagger(vectors), -1)).sum() / wanted.sum()
    if any(one.cues for one in chosen):
        held = torch.cat(
            [torch.nn.functional.pad(one.links.float(), (0, 0, 0, width - len(one.tags))) for one in chosen]
        )
        scores = log_softmax(model.link(vectors, given["rows"], given["cues"]), -1)
        loss = loss - (held * scores).sum() / (40.0 * len(held))
    gold = [row for row, one in enumerate(chosen) if one.example.links]
    if not gold:
        return loss
    known = batch([chosen[row].example for row in gold])
    own = vectors[gold][:, : known["ids"].shape[1]]
    return loss + GOLD * len(gold) / len(chosen) * loss_on(model, known, own)


@torch.no_grad()
def used_most(teacher: Attributor, given: list[Example]) -> dict[int, torch.Tensor]:
    """Of each layer the `INNER` units that give most: mean activation times the length of the outgoing weights."""
    sums = {number: torch.zeros(()) for number in LAYERS}
    hooks = []
    for number in LAYERS:

        def hook(_: object, __: object, out: torch.Tensor, number: int = number) -> None:
            sums[number] = sums[number] + out.abs().flatten(0, -2).mean(0)

        hooks.append(teacher.encoder.encoder.layer[number].intermediate.register_forward_hook(hook))
    for start in range(0, len(given), 16):
        packed = batch(given[start : start + 16])
        teacher.encode(packed["ids"], packed["looks"], packed["mask"])
    for one in hooks:
        one.remove()
    weight = {n: teacher.encoder.encoder.layer[n].output.dense.weight.norm(dim=0) for n in LAYERS}
    return {n: (sums[n] * weight[n]).topk(INNER).indices.sort().values for n in LAYERS}


def main() -> None:
    """Teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("teachers", type=Path, nargs="+")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--epochs", type=int, default=3)
    cli.add_argument("--rate", type=float, default=2e-4)
    cli.add_argument("--batch", type=int, default=12)
    cli.add_argument("--unlabelled", type=int, default=4000, help="windows")
    said = cli.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    seeded(said.seed)
    pieces, polnear = vocabulary(), said.data / "polnear"
    score, dev = scorer_module(polnear).score, list(rows(polnear / "dev.jsonl.gz"))
    gold = [e for row in rows(polnear / "train.jsonl.gz") for e in examples(row, pieces)]
    teachers = [load(path) for path in said.teachers]
    cut = smaller(teachers[0].state_dict(), LAYERS, used_most(teachers[0], gold[:320]))
    model = of_weights(cut, BertConfig.from_pretrained(base_folder()))
    more = unlabelled(said.data / "allsides" / "articles.jsonl.gz", said.unlabelled, pieces)
    lessons = taught(teachers, gold + more)
    torch.save(lessons, said.out / "lessons.pt")
    steps = said.epochs * (len(lessons) // said.batch)
    optimizer, schedule = optimiser(model, said.rate, steps, faster=2.0)
    print(len(gold), "and", len(more), "windows", steps, "steps", flush=True)
    began = time.time()
    for epoch in range(said.epochs):
        model.train()
        total = 0.0
        for number, chosen in enumerate(batches([len(t.tags) for t in lessons], said.batch)):
            loss = distance(model, [lessons[k] for k in chosen])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if schedule.last_epoch < steps:
                schedule.step()
            total += loss.item()
            if number % 40 == 39:
                print(f"epoch {epoch} step {number + 1} loss {total / 40:.4f} {time.time() - began:.0f}s", flush=True)
                total = 0.0
        torch.save(model.state_dict(), said.out / "model.pt")
        print(
            "epoch", epoch, json.dumps(evaluate(model, dev, pieces, score)), f"{time.time() - began:.0f}s", flush=True
        )


if __name__ == "__main__":
    sys.exit(main())
