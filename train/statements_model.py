"""The networks that read two statements at once: a small one for all languages, a large one that teaches it English.

Both are an encoder that reads `<s> left </s> </s> right </s>`, told by a vector which side each piece is on, and a head
that says of the first piece whether both state the same, and if not, what differs (`KINDS`). The small one is
multilingual-e5-small (Wang et al. 2024) on the pieces and word vectors that the wheel holds for the multilingual
network; the large one MPNet (Song et al. 2020).
"""

import random
from collections.abc import Iterable, Sequence, Set
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from attribution_steps import DEVICE, half, weights_of
from attribution_teacher import PAD, WORDS
from statements_decks import KINDS, SAME, Lessons
from torch import nn
from torch.nn.functional import normalize
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from sayso.networks.loading import english_vocabulary, unigram_vocabulary, word_vectors
from sayso.networks.statements import ANY_MARKS, DIRECTIONS, ENGLISH_MARKS, MOST_PIECES

ROUND = 8  # batches are padded to a multiple, which is faster on a GPU
PLACES = -(-(2 * MOST_PIECES + 4) // ROUND) * ROUND  # that a pair can reach, padded


class Marks(NamedTuple):
    """The pieces that open, part and fill."""

    first: int
    last: int
    fill: int


MARKS = {
    "e5": Marks(ANY_MARKS.first, ANY_MARKS.last, ANY_MARKS.last),
    "mpnet": Marks(ENGLISH_MARKS.first, ENGLISH_MARKS.last, PAD),
}


class Reader(nn.Module):
    """Pairs in pieces in, scores of `KINDS` out."""

    def __init__(self, encoder: BertModel | MPNetModel, network: str) -> None:
        super().__init__()
        self.encoder, self.network = encoder, network
        size = encoder.config.hidden_size
        self.sides = nn.Embedding(2, size)
        nn.init.zeros_(self.sides.weight)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(KINDS)))
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """(pairs, kinds); without a mask no pair is padded."""
        return self.head(self.first(ids, sides, mask))

    def first(self, ids: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """The vector of the first piece (pairs, size), which the head reads."""
        return self._first(self.encoder.embeddings.word_embeddings(ids), sides, mask)

    def scores(self, words: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """(pairs, kinds), word vectors given."""
        return self.head(self._first(words, sides, mask))

    def _first(self, words: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        return self._read(words, sides, mask)[:, 0]

    def _read(self, words: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        return self.encoder(inputs_embeds=words + self.sides(sides), attention_mask=mask).last_hidden_state


class Pointing(Reader):
    """A reader that also reads single statements and says where they point."""

    def __init__(self, encoder: BertModel | MPNetModel, network: str) -> None:
        super().__init__(encoder, network)
        self.point = nn.Linear(encoder.config.hidden_size, DIRECTIONS, bias=False)

    def pointing(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Pieces of statements (statements, pieces) to vectors of length 1 (statements, directions)."""
        return self.turned(self._read(self.encoder.embeddings.word_embeddings(ids), torch.zeros_like(ids), mask), mask)

    def turned(self, states: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """What the encoder makes of the pieces of statements to where these point."""
        if mask is None:
            return normalize(self.point(states.mean(1)), dim=1)
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return normalize(self.point(mean), dim=1)

    def both(self, words: torch.Tensor, sides: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of a pair, and where a single statement points, of word vectors given without padding."""
        states = self._read(words, sides, None)
        return self.head(states[:, 0]), self.turned(states, None)


def fresh(folder: Path) -> Reader:
    """A network before training: of what `multilingual_weights.py` wrote, or of what `attribution_mpnet.py` wrote."""
    if (folder / "config.json").exists():
        config = MPNetConfig.from_pretrained(folder)
        return Reader(MPNetModel.from_pretrained(folder, config=config, add_pooling_layer=False).float(), "mpnet")
    stored = word_vectors()
    words = torch.from_numpy(stored.of(range(len(stored.halves))))
    config = BertConfig(vocab_size=len(words), hidden_size=384, num_attention_heads=12, intermediate_size=1536)
    encoder = BertModel(config, add_pooling_layer=False)
    given = {name: weight.float() for name, weight in torch.load(folder / "weights.pt").items()}
    encoder.load_state_dict(given | {WORDS.removeprefix("encoder."): words})
    return Reader(encoder, "e5")


def load(folder: Path, trained: Path) -> Reader:
    """A trained one, ready to read."""
    return filled(fresh(folder), trained, {WORDS})


def load_pointing(folder: Path, trained: Path) -> Pointing:
    """The same of one that points, or is yet to learn it."""
    model = fresh(folder)
    return filled(Pointing(model.encoder, model.network), trained, {WORDS, "point.weight"})


Kind = TypeVar("Kind", bound=nn.Module)


def filled(model: Kind, trained: Path, left_out: Set[str]) -> Kind:
    """A network with what was trained, ready to read; no weights but those `left_out` stay as they were."""
    given = {name: weight.float() for name, weight in torch.load(trained, map_location="cpu").items()}
    missing, surplus = model.load_state_dict(given, strict=False)
    assert WORDS in missing and left_out >= set(missing) and not surplus, trained
    return model.eval()


def save(model: nn.Module, out: Path) -> None:
    """Write a network without its word vectors, which it leaves as they are, in half precision."""
    # Never coarser: what is learnt is small beside the weights it is added to. MPNet written in blocks of 5 bits, on
    # the grid of the weights it had started from, was rounded back to these, and read as if it had learnt nothing.
    torch.save({name: weight.half() for name, weight in weights_of(model).items() if name != WORDS}, out)


def pieces_of(text: str, network: str) -> list[int]:
    """A statement as a network reads it."""
    if network == "e5":
        found = [number for number, _, _ in unigram_vocabulary().split(text, 0, len(text))]
    else:
        found = [number + ENGLISH_MARKS.shift for number, _, _ in english_vocabulary().split(text, 0, len(text))]
    return found[:MOST_PIECES]


def batch(pairs: Iterable[tuple[np.ndarray, np.ndarray]], network: str) -> tuple[torch.Tensor, ...]:
    """Pairs side by side: ids, sides and mask, on the device where the network is."""
    given, marks = list(pairs), MARKS[network]
    longest = max(len(left) + len(right) for left, right in given) + 4
    shape = len(given), -(-longest // ROUND) * ROUND
    ids, sides, mask = np.full(shape, marks.fill), np.zeros(shape, dtype=int), np.zeros(shape, dtype=int)
    for row, (left, right) in enumerate(given):
        middle, end = len(left) + 2, len(left) + len(right) + 4
        ids[row, :end] = [marks.first, *left, marks.last, marks.last, *right, marks.last]
        sides[row, middle:end] = 1
        mask[row, :end] = 1
    return tuple(torch.from_numpy(part).to(DEVICE) for part in (ids, sides, mask))


def either_way(lessons: Lessons, chosen: Sequence[int], network: str) -> tuple[torch.Tensor, ...]:
    """A batch of lessons, each in an order of chance."""
    pairs = [lessons.in_pieces(k, network) for number in chosen for k in lessons.pairs[number]]
    both = list(zip(pairs[::2], pairs[1::2], strict=True))
    return batch(((b, a) if random.random() < 0.5 else (a, b) for a, b in both), network)


def singly(lessons: Lessons, statements: Sequence[int], network: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Statements side by side, each by itself: ids and mask."""
    given, marks = [lessons.in_pieces(number, network) for number in statements], MARKS[network]
    shape = len(given), -(-(max(map(len, given)) + 2) // ROUND) * ROUND
    ids, mask = np.full(shape, marks.fill), np.zeros(shape, dtype=int)
    for row, pieces in enumerate(given):
        ids[row, : len(pieces) + 2] = [marks.first, *pieces, marks.last]
        mask[row, : len(pieces) + 2] = 1
    return torch.from_numpy(ids).to(DEVICE), torch.from_numpy(mask).to(DEVICE)


def odds(scores: torch.Tensor) -> torch.Tensor:
    """The log-odds that both state the same."""
    told = torch.log_softmax(scores.float(), 1)
    return told[:, SAME] - torch.logsumexp(told[:, SAME + 1 :], 1)


def kind_loss(scores: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of what differs, where that is known; among the kinds of differing alone."""
    told = torch.log_softmax(scores.float()[:, SAME + 1 :], 1)
    right = told.gather(1, (labels - SAME - 1).clamp(min=0)[:, None])[:, 0]
    return -torch.where(labels > SAME, right, torch.zeros_like(right)).mean()


@torch.no_grad()
def read(model: Reader, lessons: Lessons, chosen: Sequence[int], size: int) -> np.ndarray:
    """The log-odds of some pairs, as the mean of both orders."""
    model.eval()
    lengths = lessons.lengths(model.network)[list(chosen)]
    order, found = np.argsort(lengths, kind="stable"), np.zeros(len(lengths), dtype=np.float32)
    for start in range(0, len(order), size):
        places = order[start : start + size]
        pairs = [tuple(lessons.in_pieces(k, model.network) for k in lessons.pairs[chosen[at]]) for at in places]
        with half():
            both = [odds(model(*batch(own, model.network))) for own in (pairs, [(b, a) for a, b in pairs])]
        found[places] = (torch.stack(both).mean(0)).cpu().numpy()
    return found
