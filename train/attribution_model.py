"""The network behind the trained reader: an encoder, a tagger, and a link from each cue to its source and content.

In PolNeAR every attribution has one cue and no two share one, so an attribution is found by its cue: `tags` says where
cues are, and for each cue `links` says of every word piece whether it belongs to that cue's source or content. The
link is a biaffine score (Dozat & Manning 2017) of the cue's vector and the piece's, with a bias by distance.
"""

from collections.abc import Mapping, Sequence

import torch
from attribution_data import LINKS, TAGS
from torch import nn
from transformers import BertConfig, BertModel, MPNetModel

from sayso.annotate.encoding import LOOKS

WIDTH = 192  # of the vectors that are linked, in the shipped network
LAYERS = "encoder.encoder.layer."  # what the names of the layers' weights begin with
INTO_HEADS = ("self.", "attn.q.", "attn.k.", "attn.v.")  # in BERT, and as MPNet names them
OUT_OF_HEADS = (".attention.output.dense.weight", ".attention.attn.o.weight")
REACH = 63  # pieces; farther ones share a bias


class Attributor(nn.Module):
    """Pieces and looks in; tags for all pieces, and links for given cues, out."""

    def __init__(self, encoder: BertModel | MPNetModel, width: int = WIDTH) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.looks = nn.Embedding(LOOKS, size)
        nn.init.zeros_(self.looks.weight)
        self.drop = nn.Dropout(0.1)
        self.tagger = nn.Linear(size, len(TAGS))
        self.of_cue = nn.Sequential(nn.Linear(size, width), nn.GELU())
        self.of_piece = nn.Sequential(nn.Linear(size, width), nn.GELU())
        self.between = nn.Parameter(torch.zeros(len(LINKS), width + 1, width + 1))
        nn.init.normal_(self.between, std=0.02)
        self.by_distance = nn.Embedding(2 * REACH + 1, len(LINKS))
        nn.init.zeros_(self.by_distance.weight)

    def encode(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """The vector of every piece: (windows, pieces, size); without a mask no window is padded."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.looks(looks)
        return self.drop(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)

    def link(self, vectors: torch.Tensor, rows: torch.Tensor, cues: torch.Tensor) -> torch.Tensor:
        """Scores (cues, pieces, links); `rows` is each cue's window, `cues` (cues, 2) its first piece and its end."""
        at = torch.arange(vectors.shape[1], device=vectors.device)
        held = ((at >= cues[:, :1]) & (at < cues[:, 1:])).to(vectors.dtype)
        mean = torch.einsum("cp,cps->cs", held, vectors[rows]) / held.sum(1, keepdim=True)
        one = torch.ones_like
        cue = self.of_cue(mean)
        piece = self.of_piece(vectors)
        cue = torch.cat([cue, one(cue[:, :1])], 1)
        piece = torch.cat([piece, one(piece[..., :1])], 2)
        turned = torch.einsum("cw,lwv->clv", cue, self.between)
        scores = torch.einsum("clv,cpv->cpl", turned, piece[rows])
        distance = torch.where(at < cues[:, :1], at - cues[:, :1], torch.clamp(at - cues[:, 1:] + 1, min=0))
        return scores + self.by_distance(torch.clamp(distance, -REACH, REACH) + REACH)


def of_weights(weights: Mapping[str, torch.Tensor], config: BertConfig) -> Attributor:
    """The network that weights belong to: how many layers, heads and inner units it has, they show themselves."""
    config.num_hidden_layers = len({layer_of(name) for name in weights} - {None})
    config.attention_probs_dropout_prob = 0.0  # with it torch has no fast attention: 4.4 for 7.0 windows/s
    config._attn_implementation = "sdpa"
    encoder = BertModel(config, add_pooling_layer=False)
    for number, layer in enumerate(encoder.encoder.layer):
        inner = len(weights[f"{LAYERS}{number}.intermediate.dense.bias"])
        wide = len(weights[f"{LAYERS}{number}.attention.self.query.bias"])
        own, size = layer.attention.self, config.hidden_size
        own.num_attention_heads, own.all_head_size = wide // own.attention_head_size, wide
        own.query, own.key, own.value = (nn.Linear(size, wide) for _ in range(3))
        layer.attention.output.dense = nn.Linear(wide, size)
        layer.intermediate.dense, layer.output.dense = nn.Linear(size, inner), nn.Linear(inner, size)
    model = Attributor(encoder)
    model.load_state_dict(weights)
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return model


def layer_of(name: str) -> int | None:
    """The number of the layer that a weight belongs to."""
    return int(name.removeprefix(LAYERS).split(".")[0]) if name.startswith(LAYERS) else None


def cut(
    weights: Mapping[str, torch.Tensor], heads: Sequence[torch.Tensor], units: Sequence[torch.Tensor], head_size: int
) -> dict[str, torch.Tensor]:
    """The weights of those `heads` of each layer, and of those `units` of its feed-forward part, that are named."""
    made = {}
    for name, value in weights.items():
        number, kept = layer_of(name), value
        if number is not None:
            rows = (heads[number][:, None] * head_size + torch.arange(head_size)).flatten()
            if name.split(".attention.")[-1].startswith(INTO_HEADS):
                kept = value[rows]
            elif name.endswith(OUT_OF_HEADS):
                kept = value[:, rows]
            elif ".intermediate.dense." in name:
                kept = value[units[number]]
            elif name.endswith(".output.dense.weight"):
                kept = value[:, units[number]]
        made[name] = kept.clone()
    return made
