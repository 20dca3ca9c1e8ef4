"""Cut the multilingual network: `python train/multilingual_cut.py E5 LESSONS.pt WHOLE.pt SMALL.pt`.

As `attribution_cut.py` (Kwon et al. 2022), to a share of the time that heads and units take, by their slopes on windows
of PolNeAR's training split. WHOLE.pt is what `multilingual_fit.py` wrote, LESSONS.pt what it learnt from. The middle
layers keep most, the last two next to nothing. `multilingual_teach.py` then teaches the cut network the whole one.
"""

import argparse
import random
import sys
from pathlib import Path

import torch
from attribution_cut import A_HEAD, A_UNIT, chosen, importance, show
from attribution_data import IGNORED
from attribution_fit import batches, seeded
from attribution_lessons import Dealer, Lessons, gold_loss
from attribution_model import cut
from attribution_steps import DEVICE
from multilingual_fit import config, load, save

WINDOWS = 320


def annotated_only(given: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """A batch without the cues that teachers found beside the gold's."""
    if "rows" not in given:
        return given
    has_gold = (given["links"] != IGNORED).any(1)
    made = {name: value for name, value in given.items() if name not in ("rows", "cues", "links", "soft_links")}
    return made | {name: given[name][has_gold] for name in ("rows", "cues", "links") if has_gold.any()}


def main() -> None:
    """Measure, choose, cut, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("whole", type=Path)
    cli.add_argument("small", type=Path)
    cli.add_argument("--share", type=float, default=0.6, help="of the time of all heads and units")
    cli.add_argument("--windows", type=int, default=WINDOWS)
    said = cli.parse_args()
    seeded(3)
    lessons, model = Lessons.load(said.lessons), load(said.e5, said.whole).to(DEVICE)
    dealer, lengths = Dealer.of(lessons, DEVICE), lessons.lengths()
    used = random.sample(range(lessons.gold), min(said.windows, lessons.gold))

    def loss_for(some: list[int]) -> torch.Tensor:
        given = annotated_only(dealer.batch([used[k] for k in some]))
        return gold_loss(model, given, model.encode(given["ids"], given["looks"], given["mask"]))

    matters = importance(model, batches([lengths[k] for k in used], 2), loss_for)
    shape = config()
    a_layer = shape.num_attention_heads * A_HEAD + shape.intermediate_size * A_UNIT
    heads, units = chosen(*matters, said.share * shape.num_hidden_layers * a_layer)
    show(heads, units)
    save(cut(torch.load(said.whole), heads, units, shape.hidden_size // shape.num_attention_heads), said.small)


if __name__ == "__main__":
    sys.exit(main())
