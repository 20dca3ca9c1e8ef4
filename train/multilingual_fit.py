"""Train the network for other languages: `python train/multilingual_fit.py E5 LESSONS.pt OUT.pt`.

E5 is what `multilingual_weights.py` wrote, LESSONS.pt what `multilingual_lessons.py` wrote. The network learns from
English alone and reads the other languages because its encoder was made for all of them: the word vectors are kept as
they are, so that words no lesson has stay where their translations are. Quotation marks are those of other languages
in three windows of four, as English news has only its own. Writes OUT.pt, without the word vectors, in half precision.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from attribution_fit import seeded
from attribution_lessons import Dealer, Lessons, taught_loss
from attribution_model import Attributor, of_weights
from attribution_steps import DEVICE, Plan, dealing, train, weights_of
from attribution_teacher import WORDS
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

GUILLEMETS = {"▁“": "▁«", '▁"': "▁«", "“": "«", "”": "»", '"': "»", "▁”": "»"}
LOW_HIGH = {"▁“": "▁„", '▁"': "▁„", "”": "“", '"': "“", "▁”": "“"}
WAYS = (0, 1, 2, 2)  # of writing quotation marks: as they are, guillemets, and twice as often „low and high“


def config() -> BertConfig:
    """The shape of the encoder."""
    return BertConfig(vocab_size=250037, hidden_size=384, num_attention_heads=12, intermediate_size=1536)


def fresh(folder: Path) -> Attributor:
    """The network before training."""
    encoder = BertModel(config(), add_pooling_layer=False)
    encoder.load_state_dict({name: w.float() for name, w in torch.load(folder / "weights.pt").items()})
    return of_weights(Attributor(encoder).state_dict(), config())


def load(folder: Path, trained: Path) -> Attributor:
    """A trained network, ready to read: its weights, and the word vectors of the encoder."""
    words = torch.load(folder / "weights.pt")[WORDS.removeprefix("encoder.")]
    weights = torch.load(trained, map_location="cpu") | {WORDS: words}
    return of_weights({name: weight.float() for name, weight in weights.items()}, config()).eval()


def save(weights: Mapping[str, torch.Tensor], out: Path) -> None:
    """Write weights without the word vectors, in half precision."""
    torch.save({name: weight.half() for name, weight in weights.items() if name != WORDS}, out)


def rewriting(pieces: Tokenizer, size: int) -> Callable[[torch.Tensor], torch.Tensor]:
    """What gives each window of a batch one way of writing quotation marks."""
    tables = torch.arange(size).repeat(3, 1)
    for table, pairs in zip(tables[1:], (GUILLEMETS, LOW_HIGH), strict=True):
        for old, new in pairs.items():
            table[pieces.token_to_id(old)] = pieces.token_to_id(new)
    tables = tables.to(DEVICE)
    ways = torch.tensor(WAYS, device=DEVICE)

    def rewritten(ids: torch.Tensor) -> torch.Tensor:
        chosen = ways[torch.randint(0, len(ways), (len(ids),), device=DEVICE)]
        return tables[chosen[:, None], ids]

    return rewritten


def main() -> None:
    """Train, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=9)
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--decay", type=float, default=0.9, help="how fast a layer learns, of the one above")
    cli.add_argument("--batch", type=int, default=32)
    cli.add_argument("--steps", type=int, default=3933)
    cli.add_argument("--times", type=int, default=2, help="how often in an epoch a window with gold is dealt")
    cli.add_argument("--gold", type=float, default=0.4, help="its weight beside the teachers")
    said = cli.parse_args()
    seeded(said.seed)
    lessons, model = Lessons.load(said.lessons), fresh(said.e5).to(DEVICE)
    dealer = Dealer.of(lessons, DEVICE)
    rewritten = rewriting(Tokenizer.from_file(str(said.e5 / "tokenizer.json")), config().vocab_size)

    def loss_for(chosen: list[int]) -> torch.Tensor:
        given = dealer.batch(chosen)
        given["ids"] = rewritten(given["ids"])
        return taught_loss(model, given, said.gold, has_gold=any(k < lessons.gold for k in chosen))

    plan = Plan(said.rate, said.steps, faster=6.0, decay=said.decay, average=0.99)
    train(model, plan, dealing(lessons.lengths(), lessons.dealt(said.times), said.batch), loss_for)
    save(weights_of(model), said.out)


if __name__ == "__main__":
    sys.exit(main())
