"""Cut a trained network down to a given time: `python train/attribution_cut.py SHARED/data/polnear WHOLE.pt SMALL.pt`.

Heads and feed-forward units go that matter least for their time, over all layers at once: what one matters is the
squared slope of the loss in a factor on its output, summed over batches (Kwon et al. 2022, "A fast post-training
pruning framework for transformers"). The upper layers turn out to matter little: the fifth and sixth keep 4 heads and 1
of 12, and 64 units of 1,536 each. `attribution_teach.py` then teaches the cut network what larger ones read: a budget
of 13.0 milliseconds read dev at triple F1 73.1 in the end; one of 16.9, which had been taught before, at 73.6.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from attribution_data import examples, rows
from attribution_fit import batch, batches, load, loss_of, seeded, vocabulary
from attribution_model import cut

# Milliseconds in the exported network, by a fit over nine shapes, for a window of 205 pieces on one core without VNNI.
A_HEAD, A_UNIT = 0.214, 0.00196
GROUP = 64  # units are kept or cut by the group: matrix products in 8 bits want round widths
WINDOWS = 1200


def of_attention(layer: torch.nn.Module) -> tuple[torch.nn.Module, torch.nn.Linear]:
    """What of a layer attends, and what joins its heads: in BERT, and as MPNet names them."""
    attention = layer.attention
    return (
        (attention.attn, attention.attn.o) if hasattr(attention, "attn") else (attention.self, attention.output.dense)
    )


def importance(
    model: torch.nn.Module, dealt: Sequence[list[int]], loss_for: Callable[[list[int]], torch.Tensor]
) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """What each head (layers, heads) and each unit (layers, units) matters to the loss of some batches.

    The network's weights stay as they are.
    """
    for weight in model.parameters():
        weight.requires_grad_(False)
    layers, place = model.encoder.encoder.layer, next(model.parameters()).device
    attention = [of_attention(layer) for layer in layers]
    heads = [torch.ones(own.num_attention_heads, device=place, requires_grad=True) for own, _ in attention]
    units = [torch.ones(layer.output.dense.in_features, device=place, requires_grad=True) for layer in layers]
    for layer, (attending, joining), head, unit in zip(layers, attention, heads, units, strict=True):
        size = attending.attention_head_size

        def by_head(_: object, given: tuple, head: torch.Tensor = head, size: int = size) -> tuple:
            return (given[0] * head.repeat_interleave(size),)

        def by_unit(_: object, given: tuple, unit: torch.Tensor = unit) -> tuple:
            return (given[0] * unit,)

        joining.register_forward_pre_hook(by_head)
        layer.output.dense.register_forward_pre_hook(by_unit)
    factors = heads + units
    sums = [torch.zeros_like(factor) for factor in factors]
    for some in dealt:
        slopes = torch.autograd.grad(loss_for(some), factors)
        sums = [total + slope**2 for total, slope in zip(sums, slopes, strict=True)]
    sums = [total.cpu() for total in sums]
    return sums[: len(layers)], sums[len(layers) :]


def chosen(
    heads: list[torch.Tensor], units: list[torch.Tensor], budget: float
) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """The heads and units of each layer that matter most for their time, within `budget` milliseconds."""
    parts = []
    for number, (own, inner) in enumerate(zip(heads, units, strict=True)):
        parts += [(float(own[head]) / A_HEAD, A_HEAD, 0, number, [head]) for head in range(len(own))]
        order = inner.argsort(descending=True)
        groups = [order[at : at + GROUP] for at in range(0, len(order), GROUP)]
        cost = GROUP * A_UNIT
        parts += [(float(inner[group].sum()) / cost, cost, 1, number, group.tolist()) for group in groups]
    kept: list[list[list[int]]] = [[[] for _ in heads], [[] for _ in heads]]
    for _, cost, kind, number, members in sorted(parts, reverse=True):
        if cost > budget:
            break
        budget -= cost
        kept[kind][number] += members
    return tuple([torch.tensor(sorted(own), dtype=torch.long) for own in side] for side in kept)


def show(heads: list[torch.Tensor], units: list[torch.Tensor]) -> None:
    """Print what is left of each layer."""
    for number, (own, inner) in enumerate(zip(heads, units, strict=True)):
        print(f"layer {number + 1}: {len(own):2} heads, {len(inner):4} units")


def main() -> None:
    """Measure, choose, cut, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("polnear", type=Path)
    cli.add_argument("whole", type=Path)
    cli.add_argument("small", type=Path)
    cli.add_argument("--budget", type=float, default=13.0, help="milliseconds for heads and units; all take 33.5")
    said = cli.parse_args()
    seeded(5)
    model, pieces = load(said.whole), vocabulary()
    given = [one for row in rows(said.polnear / "train.jsonl.gz") for one in examples(row, pieces)]
    random.shuffle(given)
    dealt = batches([len(one.window) for one in given[:WINDOWS]], 3)
    matters = importance(model, dealt, lambda some: loss_of(model, batch([given[k] for k in some])))
    heads, units = chosen(*matters, said.budget)
    show(heads, units)
    size = model.encoder.encoder.layer[0].attention.self.attention_head_size
    torch.save(cut(torch.load(said.whole), heads, units, size), said.small)


if __name__ == "__main__":
    sys.exit(main())
