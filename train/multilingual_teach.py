"""Teach the cut multilingual network what the whole one reads, in all its languages.

    python train/multilingual_teach.py E5 WHOLE.pt SMALL.pt OUT.pt SHARED/data/allsides TEXTS…

Nobody labelled the texts. English ones are drawn from AllSides; TEXTS are files or folders of articles in the other
languages: .json or .jsonl, each article with its "text" and "language" (English ones are left out), and pages, .html or
.html.gz, whose articles trafilatura takes out (Barbaresi 2021). The pupil learns the whole network's vectors (Jiao et
al. 2020, "TinyBERT": the last layer's only), its probabilities of tags, and those of links at what it takes for cues.
Pieces are those of the whole vocabulary. Writes OUT.pt, without the word vectors, in half precision.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
import trafilatura
from attribution_data import IGNORED, Example, paragraphs
from attribution_fit import seeded
from attribution_label import stretches
from attribution_lessons import Dealer, Lessons, soft_loss
from attribution_model import Attributor
from attribution_steps import DEVICE, Plan, dealing, train, weights_of
from attribution_teach import drop
from multilingual_fit import load, save
from multilingual_vocabulary import scored

from sayso.annotate.encoding import windows
from sayso.networks.unigram_pieces import UnigramPieces

ENGLISH = 260  # articles
ENGLISH_LONGEST, PAGE_LONGEST = 6_000, 8_000  # characters that are read of an article
PAGE_SHORTEST = 500  # characters; shorter ones are notices of cookies and the like


def articles(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of files and folders that are not in English, in a settled order."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in (".json", ".jsonl"):
                yield from foreign(file)
            elif file.name.endswith((".html", ".html.gz")):
                page = file.read_bytes()
                text = trafilatura.extract(gzip.decompress(page) if file.suffix == ".gz" else page)
                if text and len(text) > PAGE_SHORTEST:
                    yield text[:PAGE_LONGEST]


def foreign(file: Path) -> Iterator[str]:
    """The texts of a file of articles, one or one a line, but for English ones; none if it holds something else."""
    written = file.read_text("utf-8")
    rows = map(json.loads, written.splitlines()) if file.suffix == ".jsonl" else [json.loads(written)]
    for row in rows:
        if isinstance(row, dict) and "text" in row and not row["language"].startswith("en"):
            yield row["text"]


def english(allsides: Path, count: int) -> Iterator[str]:
    """Some of AllSides' articles, by chance, always the same."""
    with gzip.open(allsides / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number in np.random.default_rng(4).permutation(len(texts))[:count]:
        yield texts[number][:ENGLISH_LONGEST]


def unlabelled(texts: Iterable[str], pieces: UnigramPieces) -> list[Example]:
    """The windows of some texts."""
    packed = (window for text in texts for window in windows(text, paragraphs(text), pieces))
    return [Example("", window, [IGNORED] * len(window), [], []) for window in packed]


@torch.no_grad()
def told(whole: Attributor, given: dict[str, torch.Tensor]) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """A batch with what the whole network says of it, and its vectors."""
    vectors = whole.encode(given["ids"], given["looks"], given["mask"])
    tags = whole.tagger(vectors).float().softmax(-1)
    likely = zip(tags.cpu().numpy(), given["valid"].cpu().numpy(), strict=True)
    places = [(row, *cue) for row, (own, valid) in enumerate(likely) for cue in stretches(own, valid)]
    made = given | {"soft_tags": tags}
    if places:
        where = torch.tensor(places, device=vectors.device)
        made |= {"rows": where[:, 0], "cues": where[:, 1:]}
        made["soft_links"] = whole.link(vectors, made["rows"], made["cues"]).float().softmax(-1)
    return made, vectors


def apart(vectors: torch.Tensor, wanted: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The squared distance of vectors from those wanted, over the variance of these."""
    wanted = wanted[mask].float()
    return (vectors[mask].float() - wanted).square().mean() / wanted.var(0).mean()


def main() -> None:
    """Teach, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("whole", type=Path)
    cli.add_argument("small", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("allsides", type=Path)
    cli.add_argument("texts", type=Path, nargs="+")
    cli.add_argument("--seed", type=int, default=5)
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--batch", type=int, default=4)
    cli.add_argument("--steps", type=int, default=1350)
    cli.add_argument("--times", type=int, default=3, help="how often in an epoch a window that is not English is dealt")
    cli.add_argument("--limit", type=int, help="windows of each kind, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    given = scored(said.e5 / "tokenizer.json")
    pieces = UnigramPieces({piece: (number, score) for number, (piece, score) in enumerate(given)})
    others = unlabelled(articles(said.texts), pieces)[: said.limit]
    own = unlabelled(english(said.allsides, ENGLISH if said.limit is None else said.limit), pieces)[: said.limit]
    print(len(others), "windows in other languages,", len(own), "in English", flush=True)
    lessons = Lessons.of(others + own, 0)
    dealer, lengths = Dealer.of(lessons, DEVICE), lessons.lengths()
    whole, pupil = (load(said.e5, path).to(DEVICE) for path in (said.whole, said.small))
    pupil.encoder.embeddings.word_embeddings = whole.encoder.embeddings.word_embeddings
    drop(pupil, 0.0)  # what it is to learn is the whole network's word for word

    def loss_for(chosen: list[int]) -> torch.Tensor:
        batch, wanted = told(whole, dealer.batch(chosen))
        vectors = pupil.encode(batch["ids"], batch["looks"], batch["mask"])
        return apart(vectors, wanted, batch["mask"]) + soft_loss(pupil, batch, vectors)

    pool = [*list(range(len(others))) * said.times, *range(len(others), len(lessons))]
    train(pupil, Plan(said.rate, said.steps, faster=1.0), dealing(lengths, pool, said.batch), loss_for)
    save(weights_of(pupil), said.out)


if __name__ == "__main__":
    sys.exit(main())
