"""MPNet with fewer heads and inner units, rounded while it learns as it will be when it is written.

MPNet (Song et al. 2020) is a BERT whose layers share a table of how far apart two pieces stand. It is written here anew
around the modules of transformers, so that a teacher's weights fit by name: with the fused attention of torch, and with
layers that round. A weight is kept in 4 bits, by blocks of `BLOCK` with a scale each, and run in 8 as onnxruntime runs
it in reduced range; what goes into a layer is rounded to 8 bits by the range of its pair. The loss is that of the
rounded network, and the slopes pass by the rounding as if there were none (Bengio, Léonard & Courville 2013; Jacob et
al. 2018), so that the weights settle where rounding does them no harm.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from attribution_model import LAYERS, cut, layer_of
from attribution_teacher import PAD, WORDS
from statements_model import PLACES, Reader, fresh
from torch import nn
from torch.nn.functional import gelu, linear, scaled_dot_product_attention
from transformers import MPNetConfig, MPNetModel
from transformers.modeling_outputs import BaseModelOutput

from sayso.networks.loading import BLOCK

LEAST, MOST = -8, 7  # a weight in 4 bits
REDUCED = 64  # a weight in 8, at most: products of two bytes then fit where a processor without VNNI adds them up
BYTE = 255  # what goes into a layer, at most
MASKED = -1e4  # what a place of padding is told by, in any precision
KEPT = "attention.attn.kept"


def in_blocks(weights: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Numbers from -8 to 7 (rows, blocks, BLOCK) and the scales of the blocks (rows, blocks, 1).

    The largest of a block, with its sign, is -8, so that all sixteen numbers are of use; what was rounded once stays
    as it is when it is rounded again.
    """
    blocks = weights.float().unflatten(1, (-1, BLOCK))
    largest = blocks.gather(2, blocks.abs().argmax(2, keepdim=True))
    scales = (largest / LEAST).half().float()
    scales = torch.where(scales == 0, torch.ones_like(scales), scales)
    return torch.clamp(torch.round(blocks / scales), LEAST, MOST), scales


def in_four_bits(weights: torch.Tensor) -> torch.Tensor:
    """Weights (rows, columns) as 4 bits leave them."""
    numbers, scales = in_blocks(weights)
    return (numbers * scales).view_as(weights)


def packed(weights: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """The same as the wheel holds it: of each block the first half in the low bits, the second above; and its scale."""
    numbers, scales = in_blocks(weights)
    numbers = (numbers - LEAST).to(torch.uint8)
    halves = numbers[:, :, : BLOCK // 2] | (numbers[:, :, BLOCK // 2 :] << 4)
    return halves.flatten(1).numpy(), scales[:, :, 0].half().numpy()


def as_run(weights: torch.Tensor) -> torch.Tensor:
    """Weights in 4 bits once more rounded, to what is multiplied: 8 bits, a scale a row."""
    kept = in_four_bits(weights)
    scales = kept.abs().amax(1, keepdim=True).clamp(min=1e-8) / REDUCED
    return torch.round(kept / scales) * scales


def as_read(given: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """What goes into a layer (pairs, pieces, size) as 8 bits leave it, by the range of each pair without its padding.

    By pair and not by batch, for a pair is read alone in the end; the range always has 0 in it.
    """
    values = given.float()
    used = values if mask is None else values * mask[:, :, None]
    low, high = used.amin((1, 2), keepdim=True).clamp(max=0), used.amax((1, 2), keepdim=True).clamp(min=0)
    scales = ((high - low) / BYTE).clamp(min=1e-8)
    zero = torch.round(-low / scales)
    return ((torch.clamp(torch.round(values / scales) + zero, 0, BYTE) - zero) * scales).to(given.dtype)


class StraightThrough(torch.autograd.Function):
    """The second value forwards; backwards the slope goes to the first, as it comes."""

    @staticmethod
    def forward(_: Any, exact: torch.Tensor, rounded: torch.Tensor) -> torch.Tensor:
        """What was rounded."""
        del exact
        return rounded

    @staticmethod
    def backward(_: Any, slope: torch.Tensor) -> tuple[torch.Tensor, None]:
        """The slope of what was not."""
        return slope, None


class Rounded(nn.Linear):
    """A layer that multiplies what 8 bits leave of its input with what 4, then 8, leave of its weights.

    With `rounds` off it is any linear layer.
    """

    rounds = True

    def forward(self, given: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """(pairs, pieces, outputs)."""
        if not self.rounds:
            return linear(given, self.weight, self.bias)
        with torch.no_grad():
            weight, read = as_run(self.weight), as_read(given, mask)
        return linear(StraightThrough.apply(given, read), StraightThrough.apply(self.weight, weight), self.bias)


class KeptHeads(nn.Module):
    """The heads of a layer that are left, and which of all heads they were, as the table of distances knows them."""

    def __init__(self, size: int, heads: int, head_size: int) -> None:
        super().__init__()
        self.num_attention_heads, self.attention_head_size = heads, head_size
        self.q, self.k, self.v = (Rounded(size, heads * head_size) for _ in range(3))
        self.o = Rounded(heads * head_size, size)
        self.register_buffer("kept", torch.zeros(heads, dtype=torch.long))

    def forward(self, given: torch.Tensor, apart: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """(pairs, pieces, size); `apart` (pairs or 1, all heads, pieces, pieces) is added to what heads look at."""
        pairs, width = len(given), self.num_attention_heads * self.attention_head_size

        def by_head(layer: Rounded) -> torch.Tensor:
            shape = pairs, -1, self.num_attention_heads, self.attention_head_size
            return layer(given, mask).reshape(shape).transpose(1, 2)

        query, key, value = by_head(self.q), by_head(self.k), by_head(self.v)
        own, scale = apart[:, self.kept].to(query.dtype), self.attention_head_size**-0.5
        seen = scaled_dot_product_attention(query, key, value, attn_mask=own, scale=scale)
        return self.o(seen.transpose(1, 2).reshape(pairs, -1, width), mask)


class SmallMPNet(MPNetModel):
    """MPNet as wide as the weights it is made for."""

    def __init__(self, config: MPNetConfig, weights: Mapping[str, torch.Tensor]) -> None:
        super().__init__(config, add_pooling_layer=False)
        size, head_size = config.hidden_size, config.hidden_size // config.num_attention_heads
        for number, layer in enumerate(self.encoder.layer):
            heads = len(weights[f"{LAYERS}{number}.{KEPT}"])
            units = len(weights[f"{LAYERS}{number}.intermediate.dense.bias"])
            layer.attention.attn = KeptHeads(size, heads, head_size)
            layer.intermediate.dense, layer.output.dense = Rounded(size, units), Rounded(units, size)
        # Reckoned once: a logarithm decides, and what it gives at the borders depends on the machine
        places = torch.arange(PLACES)
        distances = self.encoder.relative_position_bucket(places[None] - places[:, None])
        self.register_buffer("distances", distances, persistent=False)

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor | None) -> BaseModelOutput:
        """The vector of every piece, out of word vectors."""
        length, own = inputs_embeds.shape[1], self.embeddings
        places = own.position_embeddings.weight[PAD + 1 : PAD + 1 + length]
        vectors = own.dropout(own.LayerNorm(inputs_embeds + places))
        apart = self.encoder.relative_attention_bias(self.distances[:length, :length]).permute(2, 0, 1)[None]
        if attention_mask is not None:
            apart = apart + (1 - attention_mask.float())[:, None, None, :] * MASKED
        for layer in self.encoder.layer:
            attention, end = layer.attention, layer.output
            vectors = attention.LayerNorm(vectors + attention.dropout(attention.attn(vectors, apart, attention_mask)))
            inner = gelu(layer.intermediate.dense(vectors, attention_mask))
            vectors = end.LayerNorm(vectors + end.dropout(end.dense(inner, attention_mask)))
        return BaseModelOutput(last_hidden_state=vectors)


def rounded_layers(model: nn.Module) -> dict[str, Rounded]:
    """The layers that round, by name."""
    return {name: module for name, module in model.named_modules() if isinstance(module, Rounded)}


def of_weights(mpnet: Path, weights: Mapping[str, torch.Tensor]) -> Reader:
    """The network that weights belong to, with the word vectors of MPNet in 4 bits, ready to read."""
    given = {name: weight.float() for name, weight in weights.items()}
    whole = fresh(mpnet)
    model = Reader(SmallMPNet(whole.encoder.config, given), whole.network)
    words = {WORDS: in_four_bits(whole.encoder.embeddings.word_embeddings.weight.detach())}
    model.load_state_dict(given | words)
    return model.eval()


def load(mpnet: Path, trained: Path) -> Reader:
    """What `statements_cut.py` wrote."""
    return of_weights(mpnet, torch.load(trained, map_location="cpu"))


def narrowed(
    weights: Mapping[str, torch.Tensor], heads: list[torch.Tensor], units: list[torch.Tensor], head_size: int
) -> dict[str, torch.Tensor]:
    """The weights of a teacher without those of other heads and units than are named of each layer."""
    layers = {layer_of(name) for name in weights} - {None}
    kept = {f"{LAYERS}{number}.{KEPT}": heads[number] for number in layers}
    return cut(weights, heads, units, head_size) | kept
