"""What teachers say: `python train/attribution_label.py SHARED/data MPNET LESSONS.pt TEACHER.pt TEACHER.pt …`.

LESSONS.pt holds PolNeAR's training split and 40,000 windows of articles nobody labelled (AllSides) with the mean of the
teachers' probabilities: tags of every piece, and links of the gold's cues and of what the teachers take for cues.
Prints what the mean reads on dev. The mean of four, the best of which reads dev at triple F1 74.7 and the others below
71: 74.3.
"""

import argparse
import gzip
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from attribution_data import IGNORED, LINKS, TAGS, Example, examples, paragraphs, rows, scorer_module
from attribution_fit import evaluate, vocabulary
from attribution_lessons import Dealer, Lessons, link_firsts
from attribution_steps import DEVICE, half
from attribution_teacher import Together, teachers

from sayso.annotate import decoding
from sayso.annotate.encoding import windows
from sayso.networks.wordpieces import WordPieces

LIKELY = 0.3  # probability of a piece from which on a cue of the teachers is learnt from
CUES = 400  # that are linked at a time: their pieces' vectors lie in memory
UNLABELLED = 40_000  # windows
Texts = Iterator[tuple[str, Example]]
"""Each window with the text that it is of."""


def annotated(polnear: Path, pieces: WordPieces) -> Texts:
    """The windows of PolNeAR's training split."""
    for row in rows(polnear / "train.jsonl.gz"):
        for example in examples(row, pieces):
            yield row["text"], example


def unlabelled(allsides: Path, pieces: WordPieces) -> Texts:
    """The windows of AllSides' articles, these in an order of chance that is always the same."""
    with gzip.open(allsides / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number in np.random.default_rng(1).permutation(len(texts)):
        text = texts[number]
        for window in windows(text, paragraphs(text), pieces):
            yield text, Example("", window, [IGNORED] * len(window), [], [])


def texts(data: Path, count: int, limit: int | None = None) -> tuple[list[tuple[str, Example]], int]:
    """The windows that are labelled, with their texts, and how many of them are annotated; at most `limit` of each."""
    pieces = vocabulary()
    gold = list(itertools.islice(annotated(data / "polnear", pieces), limit))
    count = count if limit is None else min(count, limit)
    return gold + list(itertools.islice(unlabelled(data / "allsides", pieces), count)), len(gold)


def stretches(tags: np.ndarray, valid: np.ndarray) -> list[tuple[int, int]]:
    """The ranges of pieces that are likely enough a cue, by the probabilities of tags."""
    found: list[tuple[int, int]] = []
    likely = tags[:, decoding.B_CUE] + tags[:, decoding.I_CUE] >= LIKELY
    for k in np.flatnonzero(likely & valid).tolist():
        if found and found[-1][1] == k and tags[k, decoding.B_CUE] < 0.5:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found


@torch.no_grad()
def label(read: Together, lessons: Lessons, size: int) -> Lessons:
    """The lessons with the teachers' probabilities, and with the cues they find beside the gold's."""
    lengths = np.diff(lessons.firsts)
    order = np.argsort(lengths, kind="stable").tolist()
    dealer, told = Dealer.of(lessons, DEVICE), torch.zeros(len(lessons.ids), len(TAGS), dtype=torch.float16)
    cues: list[list[tuple[int, int]]] = [[] for _ in order]
    links: list[torch.Tensor] = [torch.zeros(0, len(LINKS)) for _ in order]
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        given = dealer.batch(chosen)
        with half():
            vectors = read.encode(given["ids"], given["looks"], given["mask"])
            tags = read.tagger(vectors).exp().cpu()
        for row, k in enumerate(chosen):
            low, high = lessons.firsts[k], lessons.firsts[k + 1]
            told[low:high] = tags[row, : lengths[k]].half()
            own = [tuple(cue) for cue in lessons.cues[lessons.cue_firsts[k] : lessons.cue_firsts[k + 1]].tolist()]
            more = stretches(tags[row, : lengths[k]].numpy(), lessons.valid[low:high].numpy())
            cues[k] = own + [(a, b) for a, b in more if all(b <= first or end <= a for first, end in own)]
        places = [(row, *cue) for row, k in enumerate(chosen) for cue in cues[k]]
        parts = []
        for at in range(0, len(places), CUES):
            where = torch.tensor(places[at : at + CUES], device=DEVICE)
            with half():
                parts.append(read.link(vectors, where[:, 0], where[:, 1:]).exp().half().cpu())
        if parts:
            split = torch.cat(parts).split([len(cues[k]) for k in chosen])
            for own, k in zip(split, chosen, strict=True):
                links[k] = own[:, : lengths[k]].flatten(0, 1).clone()
    return _with(lessons, cues, told, torch.cat(links).half())


def _with(
    lessons: Lessons, cues: list[list[tuple[int, int]]], soft_tags: torch.Tensor, soft_links: torch.Tensor
) -> Lessons:
    """The lessons with those cues, of which each window's first are the gold's."""
    lengths = np.diff(lessons.firsts)
    firsts = np.cumsum([0] + [len(own) for own in cues])
    before, after = lessons.link_firsts(), link_firsts(lengths, firsts)
    links = torch.full((int(after[-1]),), IGNORED, dtype=torch.int8)
    for k in range(len(lessons)):
        known = before[lessons.cue_firsts[k + 1]] - before[lessons.cue_firsts[k]]
        low = before[lessons.cue_firsts[k]]
        links[after[firsts[k]] : after[firsts[k]] + known] = lessons.links[low : low + known]
    assert len(links) == len(soft_links)
    return Lessons(
        firsts=lessons.firsts,
        ids=lessons.ids,
        looks=lessons.looks,
        valid=lessons.valid,
        tags=lessons.tags,
        cue_firsts=firsts,
        cues=np.array([cue for own in cues for cue in own], dtype=np.int64).reshape(-1, 2),
        links=links,
        gold=lessons.gold,
        soft_tags=soft_tags,
        soft_links=soft_links,
    )


def main() -> None:
    """Read, write, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("mpnet", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("teachers", type=Path, nargs="+")
    cli.add_argument("--unlabelled", type=int, default=UNLABELLED, help="windows")
    cli.add_argument("--batch", type=int, default=96)
    cli.add_argument("--limit", type=int, help="windows of each kind, and articles of dev, to try the script")
    said = cli.parse_args()
    pieces, polnear = vocabulary(), said.data / "polnear"
    score, dev = scorer_module(polnear).score, list(rows(polnear / "dev.jsonl.gz"))[: said.limit]
    given, gold = texts(said.data, said.unlabelled, said.limit)
    read = teachers(said.mpnet, said.teachers)
    lessons = label(read, Lessons.of([example for _, example in given], gold), said.batch)
    lessons.save(said.lessons)
    print(gold, "and", len(lessons) - gold, "windows,", len(lessons.cues), "cues", flush=True)
    with half():
        print("together", json.dumps(evaluate(read, dev, pieces, score)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
