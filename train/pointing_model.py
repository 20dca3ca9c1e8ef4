"""The networks that point from where something stands: multilingual-e5-small that reads a figure or a source there."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_steps import DEVICE
from attribution_teacher import WORDS
from statements_model import MARKS, ROUND, filled, fresh
from torch import nn
from torch.nn.functional import normalize
from transformers import BertModel

from sayso.networks.pointing import AROUND, DIRECTIONS, ITSELF, Standing

LAYERS = 8  # of twelve, which is enough to tell what a figure counts, in two thirds of the time
FROZEN = 2  # of them, the lowest, are left as they are


class Asking(nn.Module):
    """What stands somewhere in, where it points out."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.belongs = nn.Embedding(4, size)
        nn.init.zeros_(self.belongs.weight)
        self.point = nn.Linear(2 * size, DIRECTIONS, bias=False)
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: torch.Tensor, belongs: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """(places, directions), of length 1."""
        return self.turned(self.encoder.embeddings.word_embeddings(ids), belongs, mask)

    def turned(self, words: torch.Tensor, belongs: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """The same of word vectors; without a mask nothing is padded."""
        states = self.encoder(inputs_embeds=words + self.belongs(belongs), attention_mask=mask).last_hidden_state
        itself, around = (belongs == ITSELF), (belongs >= AROUND)
        both = [(states * at[:, :, None]).sum(1) / at.sum(1, keepdim=True) for at in (itself, around)]
        return normalize(self.point(torch.cat(both, 1)), dim=1)


def start(folder: Path) -> Asking:
    """A network before training, of the lower layers of what `multilingual_weights.py` wrote."""
    encoder = fresh(folder).encoder
    encoder.encoder.layer = encoder.encoder.layer[:LAYERS]
    encoder.config._attn_implementation = "eager"  # on a processor the way back through the fused one takes longer
    for weights in (encoder.embeddings, *encoder.encoder.layer[:FROZEN]):
        weights.requires_grad_(False)
    for part in encoder.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0  # on a processor a fifth of the time, and what is learnt is a mean over steps
        elif hasattr(part, "dropout_prob"):
            part.dropout_prob = 0.0
    return Asking(encoder)


def load(folder: Path, trained: Path) -> Asking:
    """A trained one, ready to read."""
    return filled(start(folder), trained, {WORDS})


def batch(places: Sequence[Standing]) -> tuple[torch.Tensor, ...]:
    """Places side by side: ids, what each piece belongs to, and mask."""
    given = [place.pieces() for place in places]
    shape = len(given), -(-max(len(pieces) for pieces, _ in given) // ROUND) * ROUND
    ids, belongs, mask = np.full(shape, MARKS["e5"].fill), np.zeros(shape, dtype=int), np.zeros(shape, dtype=int)
    for row, (pieces, own) in enumerate(given):
        ids[row, : len(pieces)], belongs[row, : len(own)], mask[row, : len(pieces)] = pieces, own, 1
    return tuple(torch.from_numpy(part).to(DEVICE) for part in (ids, belongs, mask))
