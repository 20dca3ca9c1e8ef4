"""Teach a network where one statement points: `statement_vectors_teach.py MPNET LESSONS.npz OUT.pt TEACHER.pt …`.

MiniLM-L6 (Wang et al. 2020; `all-MiniLM-L6-v2`) reads each statement of a pair by itself and gives the mean vector of
its pieces (Reimers & Gurevych 2019). How far two point the same way is to tell what the teachers, which read both at
once (MPNET is what `attribution_mpnet.py` wrote, each TEACHER.pt what `statements_fit.py` made of it), say of them:
whether it is worth reading both. So it learns of pairs of real reports, and of paraphrases, but not of twins with one
thing changed: these lie near, and are to be read. Prints how well the held real pairs are told; writes OUT.pt in half
precision.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_fit import base_folder, seeded
from attribution_steps import DEVICE
from statements_decks import SAME, Lessons, told
from statements_teach import taught
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, normalize
from transformers import BertModel

from sayso.networks.statements import ENGLISH_MARKS
from sayso.networks.vectors import MARKS

DEALT = {  # pairs of each deck, at most, and how often each is dealt
    "real same": (9_999, 2),
    "real other": (9_999, 1),
    "unlabelled": (16_000, 1),
    "invented same": (6_000, 1),
    "unlike": (2_500, 1),
    "varied": (2_000, 1),
}
LIKELY = 0.3  # pairs that nobody judged and that teachers find likelier one than this are all dealt
LOUD, APART = 7.0, -5.0  # a chance is that of `LOUD` times the cosine and `APART`, before it is learnt
BUCKETS = 24  # batches that are sorted by length, so that little is padding
WARMING = 60  # steps
DROPPED = 0.05


class Pointing(nn.Module):
    """One statement in pieces in, a vector of length 1 out."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base_folder(), add_pooling_layer=False)
        self.words.weight.requires_grad_(False)  # they ship in 4 bits
        for part in self.encoder.modules():
            if isinstance(part, nn.Dropout):
                part.p = DROPPED

    @property
    def words(self) -> nn.Embedding:
        """The vectors of pieces."""
        return self.encoder.embeddings.word_embeddings

    def forward(self, words: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """Vectors of pieces (statements, pieces, size) to (statements, size)."""
        read = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        if mask is None:
            return normalize(read.mean(1), dim=1)
        return normalize((read * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True), dim=1)

    def of(self, statements: Sequence[Sequence[int]]) -> torch.Tensor:
        """Statements of any lengths, in pieces, side by side."""
        shape = len(statements), max(map(len, statements))
        ids, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
        for row, pieces in enumerate(statements):
            ids[row, : len(pieces)] = torch.tensor(pieces)
            mask[row, : len(pieces)] = 1
        return self(self.words(ids.to(DEVICE)), mask.to(DEVICE))


def in_pieces(lessons: Lessons, statement: int) -> list[int]:
    """A statement as this network reads it: the numbers of the lessons are MPNet's."""
    own = (int(piece) - ENGLISH_MARKS.shift for piece in lessons.in_pieces(statement, "mpnet"))
    return [MARKS.first, *own, MARKS.last]


def dealt(lessons: Lessons, wanted: np.ndarray, batch: int, drawn: np.random.Generator) -> list[np.ndarray]:
    """Pairs in batches, such of about one length together."""
    parts = []
    for name, (most, times) in DEALT.items():
        own = drawn.permutation(lessons.of_deck(name, "mpnet"))
        sure = own[wanted[own] > LIKELY] if name == "unlabelled" else own[:0]
        parts += [np.concatenate([sure, np.setdiff1d(own, sure, assume_unique=True)[:most]])] * times
    chosen = drawn.permutation(np.concatenate(parts))
    length = np.array([max(len(lessons.in_pieces(one, "mpnet")) for one in lessons.pairs[pair]) for pair in chosen])
    batches = []
    for first in range(0, len(chosen), batch * BUCKETS):
        bucket = slice(first, first + batch * BUCKETS)
        ordered = chosen[bucket][np.argsort(length[bucket], kind="stable")]
        batches += [ordered[at : at + batch] for at in range(0, len(ordered), batch)]
    return [batches[at] for at in drawn.permutation(len(batches))]


def learnt(
    model: Pointing, lessons: Lessons, wanted: np.ndarray, batches: Sequence[np.ndarray], rate: float
) -> Iterator[tuple[int, float]]:
    """Teach it a batch at a time; gives the number and the loss of each."""
    loud, apart = (nn.Parameter(torch.tensor(value, device=DEVICE)) for value in (LOUD, APART))
    own = {"params": [weight for weight in model.parameters() if weight.requires_grad], "lr": rate}
    steps = torch.optim.AdamW([own, {"params": [loud, apart], "lr": 0.01}], weight_decay=0.01)
    for number, chosen in enumerate(batches):
        steps.param_groups[0]["lr"] = rate * min(1, number / WARMING) * (1 + np.cos(np.pi * number / len(batches))) / 2
        pairs = lessons.pairs[chosen]
        vectors = model.of([in_pieces(lessons, one) for one in (*pairs[:, 0], *pairs[:, 1])])
        alike = (vectors[: len(pairs)] * vectors[len(pairs) :]).sum(1)
        target = torch.from_numpy(wanted[chosen]).to(DEVICE)
        loss = binary_cross_entropy_with_logits(loud * alike + apart, target)
        steps.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        yield number, loss.item()


@torch.no_grad()
def tell(name: str, model: Pointing, lessons: Lessons) -> None:
    """Print how well the cosine tells the held real pairs in English apart."""
    model.eval()
    held, alike = lessons.of_deck("held real", "mpnet"), []
    for pair in held:
        left, right = model.of([in_pieces(lessons, one) for one in lessons.pairs[pair]])
        alike.append(float(left @ right))
    model.train()
    told(name, np.array(alike), lessons.labels[held] == SAME)


def main() -> None:
    """Read, teach, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("mpnet", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("teachers", type=Path, nargs="+")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--rate", type=float, default=5e-5)
    cli.add_argument("--batch", type=int, default=32)
    cli.add_argument("--pairs", type=int, default=26_000, help="that it learns of")
    cli.add_argument("--limit", type=int, help="pairs of each deck, to try the script")
    said = cli.parse_args()
    seeded(said.seed)
    lessons = Lessons.load(said.lessons, said.limit)
    wanted = taught(lessons, [(said.mpnet, path) for path in said.teachers], 4 * said.batch)
    model = Pointing().to(DEVICE).train()
    batches = dealt(lessons, wanted, said.batch, np.random.default_rng(said.seed))[: said.pairs // said.batch]
    tell("before", model, lessons)
    for number, loss in learnt(model, lessons, wanted, batches, said.rate):
        if number % 50 == 0:
            print(f"{number} of {len(batches)}: loss {loss:.3f}", flush=True)
    tell("after", model, lessons)
    torch.save({name: weight.half() for name, weight in model.state_dict().items()}, said.out)


if __name__ == "__main__":
    sys.exit(main())
