"""Teach a cut network what the whole one reads: `python train/attribution_distil.py SHARED/data WHOLE.pt SMALL.pt OUT`.

The pupil (`attribution_cut.py`) learns from the teacher's probabilities (Hinton, Vinyals & Dean 2015) and vectors, on
PolNeAR's training split beside the gold, and on articles nobody labelled (AllSides). Prints dev after each epoch;
writes OUT/epoch*.pt.
"""

import argparse
import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from attribution_data import IGNORED, LINKS, TAGS, Example, examples, paragraphs, rows, scorer_module
from attribution_fit import Epochs, batch, evaluate, load, loss_on, optimiser, seeded, vocabulary
from attribution_model import Attributor
from torch.nn.functional import log_softmax, pad

from sayso.annotate import decoding
from sayso.annotate.encoding import windows
from sayso.annotate.wordpieces import WordPieces

VECTORS = 0.5  # weight of the vectors' distance, in their own variance
LIKELY = 0.3  # probability of a piece from which on a cue of the teacher is learnt from


@dataclass(slots=True)
class Taught:
    """A window with the teacher's vectors and probabilities: tags (pieces, tags), links (cues, pieces, labels)."""

    example: Example
    vectors: torch.Tensor
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
def taught(teacher: Attributor, given: list[Example], size: int = 16) -> list[Taught]:
    """What the teacher says of each window; half precision, 1.3 GB for 8,000."""
    found: list[Taught | None] = [None] * len(given)
    order = sorted(range(len(given)), key=lambda k: len(given[k].window))
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        packed = batch([given[k] for k in chosen])
        vectors = teacher.encode(packed["ids"], packed["looks"], packed["mask"])
        tags = teacher.tagger(vectors).softmax(-1)
        for row, k in enumerate(chosen):
            own = tags[row, : len(given[k].window)]
            cues = _cues(own.numpy(), given[k])
            links = torch.zeros(0, len(own), len(LINKS))
            if cues:
                rows_of = torch.full((len(cues),), row)
                links = teacher.link(vectors, rows_of, torch.tensor(cues)).softmax(-1)[:, : len(own)]
            found[k] = Taught(given[k], vectors[row, : len(own)].half(), own.half(), cues, links.half())
    return [one for one in found if one is not None]


def _cues(tags: np.ndarray, given: Example) -> list[tuple[int, int]]:
    """The gold's cues, and the teacher's where they touch none of these."""
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


def distance(model: Attributor, chosen: list[Taught], variance: float, weight: float) -> torch.Tensor:
    """Cross-entropy to the teacher's, the vectors' distance, and `weight` of the gold's loss."""
    given = batch([Example("", t.example.window, [], t.cues, []) for t in chosen])
    width = given["ids"].shape[1]
    vectors = model.encode(given["ids"], given["looks"], given["mask"])
    wanted, whole = torch.zeros(len(chosen), width, len(TAGS)), torch.zeros_like(vectors)
    for row, one in enumerate(chosen):
        whole[row, : len(one.tags)] = one.vectors.float()
        wanted[row, : len(one.tags)] = one.tags.float()
        wanted[row, [k for k, start in enumerate(one.example.window.starts) if start < 0]] = 0.0
    loss = -(wanted * log_softmax(model.tagger(vectors), -1)).sum() / wanted.sum()
    apart = ((vectors - whole) ** 2).mean(-1) * given["mask"]
    loss = loss + VECTORS * apart.sum() / given["mask"].sum() / variance
    if any(one.cues for one in chosen):
        held = torch.cat([pad(one.links.float(), (0, 0, 0, width - len(one.tags))) for one in chosen])
        scores = log_softmax(model.link(vectors, given["rows"], given["cues"]), -1)
        loss = loss - (held * scores).sum() / (40.0 * len(held))
    gold = [row for row, one in enumerate(chosen) if one.example.links]
    if not gold:
        return loss
    known = batch([chosen[row].example for row in gold])
    own = vectors[gold][:, : known["ids"].shape[1]]
    return loss + weight * len(gold) / len(chosen) * loss_on(model, known, own)


def main() -> None:
    """Teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("whole", type=Path)
    cli.add_argument("small", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=4)
    cli.add_argument("--epochs", type=int, default=3)
    cli.add_argument("--rate", type=float, default=2.2e-4)
    cli.add_argument("--batch", type=int, default=12)
    cli.add_argument("--gold", type=float, default=0.3, help="its weight beside the teacher")
    cli.add_argument("--unlabelled", type=int, default=4000, help="windows")
    said = cli.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    seeded(said.seed)
    pieces, polnear = vocabulary(), said.data / "polnear"
    score, dev = scorer_module(polnear).score, list(rows(polnear / "dev.jsonl.gz"))
    gold = [e for row in rows(polnear / "train.jsonl.gz") for e in examples(row, pieces)]
    more = unlabelled(said.data / "allsides" / "articles.jsonl.gz", said.unlabelled, pieces)
    lessons = taught(load(said.whole), gold + more)
    variance = float(torch.cat([one.vectors.float() for one in lessons[:200]]).var(0).mean())
    model = load(said.small)
    optimizer, schedule = optimiser(model, said.rate, said.epochs * (len(lessons) // said.batch), faster=2.0)
    print(len(gold), "and", len(more), "windows", flush=True)

    def loss_for(chosen: list[int]) -> torch.Tensor:
        return distance(model, [lessons[k] for k in chosen], variance, said.gold)

    epochs = Epochs([len(one.tags) for one in lessons], said.epochs, said.batch, said.out)
    for epoch in epochs.run(model, optimizer, schedule, loss_for):
        print("epoch", epoch, json.dumps(evaluate(model, dev, pieces, score)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
