"""A teacher: MPNet-base trained on PolNeAR: `python train/attribution_teacher.py SHARED/data/polnear MPNET OUT.pt`.

MPNET is what `attribution_mpnet.py` wrote. The whole encoder learns but for its word vectors. Prints dev; writes
OUT.pt, without the word vectors, in half precision (170 MB). Triple F1 of the network alone on dev, of two seeds where
there are two: rate 5e-5 with each layer .95 times as fast as the one above 69.0 and 70.4; 4e-5, all alike, seven
epochs 70.8; 8e-5 with .9 74.7 and 73.5; 1.1e-4 with .88 73.9.
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from attribution_data import examples, rows, scorer_module
from attribution_fit import evaluate, seeded, vocabulary
from attribution_lessons import Dealer, Lessons, gold_loss
from attribution_model import Attributor
from attribution_steps import DEVICE, Plan, dealing, half, train, weights_of
from torch import nn
from transformers import MPNetConfig, MPNetModel

from sayso.annotate.encoding import BREAK, START

WIDTH = 256  # of the vectors that are linked
WORDS = "encoder.embeddings.word_embeddings.weight"
FIRST, PAD, LAST, SHIFT = 0, 1, 2, 4  # MPNet's vocabulary is BERT's, four places on, with special pieces of its own


class Teacher(Attributor):
    """An `Attributor` that reads the pieces of BERT's vocabulary with MPNet."""

    def __init__(self, encoder: MPNetModel) -> None:
        super().__init__(encoder, WIDTH)
        pieces = vocabulary()
        self.first, self.last = pieces.number(START), pieces.number(BREAK)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def encode(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """The vector of every piece."""
        own = torch.where(ids == self.first, FIRST, torch.where(ids == self.last, LAST, ids + SHIFT))
        return super().encode(own if mask is None else torch.where(mask.bool(), own, PAD), looks, mask)


class Together(nn.Module):
    """Several networks as one: its scores are the logarithms of their mean probabilities."""

    def __init__(self, models: list[Attributor]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def encode(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor | None) -> list[torch.Tensor]:
        """The vectors of each."""
        return [model.encode(ids, looks, mask) for model in self.models]

    def tagger(self, vectors: list[torch.Tensor]) -> torch.Tensor:
        """Log-probabilities of tags."""
        return _mean([model.tagger(own) for model, own in zip(self.models, vectors, strict=True)])

    def link(self, vectors: list[torch.Tensor], rows: torch.Tensor, cues: torch.Tensor) -> torch.Tensor:
        """Log-probabilities of links."""
        return _mean([model.link(own, rows, cues) for model, own in zip(self.models, vectors, strict=True)])


def _mean(scores: list[torch.Tensor]) -> torch.Tensor:
    return torch.stack([own.float().softmax(-1) for own in scores]).mean(0).clamp(min=1e-9).log()


def fresh(mpnet: Path) -> Teacher:
    """A teacher before training."""
    config = MPNetConfig.from_pretrained(mpnet)
    config.attention_probs_dropout_prob = 0.0  # as in the smaller network
    return Teacher(MPNetModel.from_pretrained(mpnet, config=config, add_pooling_layer=False).float())


def teachers(mpnet: Path, paths: list[Path]) -> Together:
    """Trained ones, ready to read."""
    made: list[Attributor] = []
    for path in paths:
        model = fresh(mpnet)
        missing, surplus = model.load_state_dict({n: w.float() for n, w in torch.load(path).items()}, strict=False)
        assert missing == [WORDS] and not surplus, path
        made.append(model)
    return Together(made).to(DEVICE).eval()


def main() -> None:
    """Train, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("polnear", type=Path)
    cli.add_argument("mpnet", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=102)
    cli.add_argument("--rate", type=float, default=8e-5)
    cli.add_argument("--decay", type=float, default=0.9, help="how fast a layer learns, of the one above")
    cli.add_argument("--epochs", type=int, default=6)
    cli.add_argument("--batch", type=int, default=16)
    cli.add_argument("--limit", type=int, help="windows to train on, and articles of dev, to try the script")
    cli.add_argument("--steps", type=int, help="instead of epochs")
    said = cli.parse_args()
    seeded(said.seed)
    pieces, score = vocabulary(), scorer_module(said.polnear).score
    given = [e for row in rows(said.polnear / "train.jsonl.gz") for e in examples(row, pieces)][: said.limit]
    dev = list(rows(said.polnear / "dev.jsonl.gz"))[: said.limit]
    lessons, model = Lessons.of(given, len(given)), fresh(said.mpnet).to(DEVICE)
    dealer = Dealer.of(lessons, DEVICE)

    def loss_for(chosen: list[int]) -> torch.Tensor:
        batch = dealer.batch(chosen)
        return gold_loss(model, batch, model.encode(batch["ids"], batch["looks"], batch["mask"]))

    steps = said.steps or said.epochs * (len(lessons) // said.batch)
    plan = Plan(said.rate, steps, faster=8.0, decay=said.decay)
    train(model, plan, dealing(lessons.lengths(), lessons.dealt(1), said.batch), loss_for)
    torch.save({name: weight.half() for name, weight in weights_of(model).items() if name != WORDS}, said.out)
    with half():
        print(said.out, json.dumps(evaluate(model, dev, pieces, score)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
