"""Windows with what is to be learnt of them: the gold, and what teachers say.

Laid end to end in flat arrays, as 44,000 windows with a row of links for each of 260,000 cues are 57 million pieces:
800 MB in half precision.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from attribution_data import IGNORED, Example
from attribution_model import Attributor
from torch.nn.functional import cross_entropy, log_softmax

A_CUE = 40.0  # pieces of a typical attribution: what the links of one cue weigh beside the tags


@dataclass(slots=True)
class Lessons:
    """Windows from `firsts[k]` to `firsts[k + 1]`, their cues from `cue_firsts[k]` on; the first `gold` have gold.

    `tags` and `links` are the gold's labels, -100 where nobody gave one; `links` has the pieces of a cue's window for
    one cue after the other. `soft_tags` and `soft_links` are the teachers' probabilities of every label.
    """

    firsts: np.ndarray
    ids: torch.Tensor
    looks: torch.Tensor
    valid: torch.Tensor
    tags: torch.Tensor
    cue_firsts: np.ndarray
    cues: np.ndarray
    links: torch.Tensor
    gold: int
    soft_tags: torch.Tensor | None = None
    soft_links: torch.Tensor | None = None

    def __len__(self) -> int:
        """How many windows there are."""
        return len(self.firsts) - 1

    def lengths(self) -> list[int]:
        """The pieces of each window."""
        return np.diff(self.firsts).tolist()

    def link_firsts(self) -> np.ndarray:
        """Where the links of each cue begin."""
        return link_firsts(np.diff(self.firsts), self.cue_firsts)

    def dealt(self, times: int) -> list[int]:
        """The windows of an epoch: those with gold `times`, the others once."""
        return [*range(self.gold, len(self)), *list(range(self.gold)) * times]

    def save(self, path: Path) -> None:
        """Write them."""
        torch.save({one.name: getattr(self, one.name) for one in fields(self)}, path)

    @classmethod
    def load(cls, path: Path) -> "Lessons":
        """What `save` wrote."""
        return cls(**torch.load(path, weights_only=False))

    @classmethod
    def of(cls, examples: Sequence[Example], gold: int) -> "Lessons":
        """Examples, of which the first `gold` were annotated."""
        windows = [one.window for one in examples]
        return cls(
            firsts=np.cumsum([0] + [len(window) for window in windows]),
            ids=_flat((window.ids for window in windows), torch.int32),
            looks=_flat((window.looks for window in windows), torch.uint8),
            valid=_flat(([start >= 0 for start in window.starts] for window in windows), torch.bool),
            tags=_flat((one.tags for one in examples), torch.int8),
            cue_firsts=np.cumsum([0] + [len(one.cues) for one in examples]),
            cues=np.array([cue for one in examples for cue in one.cues], dtype=np.int64).reshape(-1, 2),
            links=_flat((row for one in examples for row in one.links), torch.int8),
            gold=gold,
        )


def link_firsts(lengths: np.ndarray, cue_firsts: np.ndarray) -> np.ndarray:
    """Where the links of each cue begin, for windows of these lengths."""
    return np.concatenate([[0], np.cumsum(np.repeat(lengths, np.diff(cue_firsts)))]).astype(np.int64)


def _flat(rows: Iterable[Sequence[int]], kind: torch.dtype) -> torch.Tensor:
    parts = [torch.tensor(row, dtype=kind) for row in rows]
    return torch.cat(parts) if parts else torch.zeros(0, dtype=kind)


@dataclass(slots=True)
class Dealer:
    """Gives windows of some lessons side by side, padded, on the device where the network is."""

    lessons: Lessons
    device: torch.device
    links_from: np.ndarray

    @classmethod
    def of(cls, lessons: Lessons, device: torch.device) -> "Dealer":
        """One for these lessons."""
        return cls(lessons, device, lessons.link_firsts())

    def batch(self, chosen: Sequence[int]) -> dict[str, torch.Tensor]:
        """Those windows; without cues there is nothing about links in it."""
        own, windows = self.lessons, np.asarray(chosen)
        lengths = own.firsts[windows + 1] - own.firsts[windows]
        at = torch.arange(int(lengths.max()))
        mask = at < torch.from_numpy(lengths)[:, None]
        places = torch.where(mask, torch.from_numpy(own.firsts[windows])[:, None] + at, 0)
        valid = mask & own.valid[places]
        given = {
            "ids": torch.where(mask, own.ids[places].long(), 0),
            "looks": torch.where(mask, own.looks[places].long(), 0),
            "mask": mask,
            "valid": valid,
            "tags": torch.where(valid, own.tags[places].long(), IGNORED),
        }
        if own.soft_tags is not None:
            given["soft_tags"] = own.soft_tags[places]
        cues = np.concatenate([np.arange(own.cue_firsts[k], own.cue_firsts[k + 1]) for k in windows])
        if len(cues):
            rows = torch.from_numpy(np.repeat(np.arange(len(windows)), np.diff(own.cue_firsts)[windows]))
            places = torch.where(mask[rows], torch.from_numpy(self.links_from[cues])[:, None] + at, 0)
            given |= {"rows": rows, "cues": torch.from_numpy(own.cues[cues])}
            given["links"] = torch.where(valid[rows], own.links[places].long(), IGNORED)
            if own.soft_links is not None:
                given["soft_links"] = own.soft_links[places]
        return {name: value.to(self.device) for name, value in given.items()}


def gold_loss(model: Attributor, given: dict[str, torch.Tensor], vectors: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of tags, by the share of pieces that have gold, and of links per cue."""
    known = (given["tags"] != IGNORED).sum() / given["valid"].sum()
    tags = model.tagger(vectors).float().flatten(0, 1)
    loss = cross_entropy(tags, given["tags"].flatten(), ignore_index=IGNORED) * known
    if "rows" in given:
        scores = model.link(vectors, given["rows"], given["cues"]).float().flatten(0, 1)
        links = cross_entropy(scores, given["links"].flatten(), ignore_index=IGNORED, reduction="sum")
        loss = loss + links / (A_CUE * len(given["rows"]))
    return loss


def soft_loss(model: Attributor, given: dict[str, torch.Tensor], vectors: torch.Tensor) -> torch.Tensor:
    """Cross-entropy to the teachers' probabilities (Hinton, Vinyals & Dean 2015) of tags, and of links per cue."""
    valid = given["valid"]
    apart = (given["soft_tags"].float() * log_softmax(model.tagger(vectors).float(), -1)).sum(-1)
    loss = -(apart * valid).sum() / valid.sum()
    if "rows" in given:
        scores = log_softmax(model.link(vectors, given["rows"], given["cues"]).float(), -1)
        apart = (given["soft_links"].float() * scores).sum(-1) * valid[given["rows"]]
        loss = loss - apart.sum() / (A_CUE * len(given["rows"]))
    return loss


def taught_loss(model: Attributor, given: dict[str, torch.Tensor], weight: float, *, has_gold: bool) -> torch.Tensor:
    """The teachers' loss, and `weight` of the gold's where there is any."""
    vectors = model.encode(given["ids"], given["looks"], given["mask"])
    loss = soft_loss(model, given, vectors)
    return loss + weight * gold_loss(model, given, vectors) if has_gold and weight else loss
