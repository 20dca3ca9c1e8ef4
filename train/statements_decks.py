"""Pairs of statements with what is to be learnt of them, in decks that lessons are dealt from.

A deck is a kind of pair: how often each is drawn is said by the training, not by how many pairs it has. What the two
held decks have is never dealt; it says how good a network is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from attribution_fit import batches

KINDS = ("same", "polarity", "number", "actor", "place", "time", "scope", "verb", "cause", "other")
SAME = KINDS.index("same")
UNKNOWN = -1  # the two differ, nobody says in what
UNLABELLED = -2
DECKS = (
    "invented same",  # of the tables: a report and its twins, as written and as Sayso cuts them
    "invented other",
    "real same",  # of real reports, judged by readers
    "real other",
    "varied",  # a statement and itself in other marks, shorter, or behind "he said that"
    "changed",  # a statement and itself with another number, name or date, or denied
    "unlike",  # two statements of one case that are not alike
    "unlabelled",  # two alike statements of one case that nobody judged
    "held invented",
    "held real",
    "told same",  # wordings of one claim of an invented event, in many languages
    "told other",  # of two claims of one event
    "held told",
    "cases same",  # statements of a case whose gold has them answer the same questions alike
    "cases other",  # and such as answer others, or otherwise
    "held cases",
    "sources same",  # what two reports call the one whom they quote (`statements_sources.py`)
    "sources other",
    "held sources",
)
HELD = tuple(DECKS.index(name) for name in DECKS if name.startswith("held"))
NETWORKS = ("e5", "mpnet")  # whose pieces statements are kept in; MPNet's are those of English ones alone
SHARES = (0.01, 0.05, 0.13)  # of pairs that are not the same, taken for the same


@dataclass(frozen=True, slots=True)
class Lessons:
    """Pairs of statements by number, with label (a place in KINDS, or below 0) and deck; the statements in pieces.

    The pieces of a network lie end to end, those of statement k from `firsts[k]` to `firsts[k + 1]`.
    """

    pairs: np.ndarray  # (lessons, 2)
    labels: np.ndarray
    decks: np.ndarray
    english: np.ndarray  # of each statement
    pieces: Mapping[str, np.ndarray]
    firsts: Mapping[str, np.ndarray]
    numbers: np.ndarray | None = None  # of each pair its number in the file

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.labels)

    def save(self, path: Path) -> None:
        """Write them."""
        by_network = {f"{name}_{part}": held[name] for name in NETWORKS for part, held in self._parts().items()}
        own = {"pairs": self.pairs, "labels": self.labels, "decks": self.decks, "english": self.english}
        np.savez_compressed(path, **own, **by_network)

    def _parts(self) -> dict[str, Mapping[str, np.ndarray]]:
        return {"pieces": self.pieces, "firsts": self.firsts}

    @classmethod
    def load(cls, path: Path, limit: int | None = None) -> "Lessons":
        """What `save` wrote, or the first `limit` pairs of each deck."""
        with np.load(path) as stored:
            decks = stored["decks"]
            parts = [np.flatnonzero(decks == deck)[:limit] for deck in range(len(DECKS))]
            kept = np.sort(np.concatenate(parts))
            return cls(
                pairs=stored["pairs"][kept],
                labels=stored["labels"][kept],
                decks=decks[kept],
                english=stored["english"],
                pieces={name: stored[f"{name}_pieces"] for name in NETWORKS},
                firsts={name: stored[f"{name}_firsts"] for name in NETWORKS},
                numbers=kept,
            )

    def in_pieces(self, statement: int, network: str) -> np.ndarray:
        """One statement."""
        firsts = self.firsts[network]
        return self.pieces[network][firsts[statement] : firsts[statement + 1]]

    def lengths(self, network: str) -> np.ndarray:
        """The pieces of each pair."""
        return np.diff(self.firsts[network])[self.pairs].sum(1)

    def both_english(self) -> np.ndarray:
        """Of each pair whether it is in English."""
        return self.english[self.pairs].all(1)

    def readable(self, network: str) -> np.ndarray:
        """Of each pair whether a network can read it."""
        return self.both_english() if network == "mpnet" else np.ones(len(self), dtype=bool)

    def of_deck(self, name: str, network: str) -> np.ndarray:
        """The pairs of a deck that a network can read."""
        return np.flatnonzero((self.decks == DECKS.index(name)) & self.readable(network))


@dataclass(slots=True)
class Dealer:
    """Deals pairs by the shares of their decks."""

    lessons: Lessons
    network: str
    shares: Mapping[str, float]
    chance: np.random.Generator
    pools: dict[str, np.ndarray] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the pairs; a deck without any is left out."""
        pools = {name: self.lessons.of_deck(name, self.network) for name in self.shares}
        self.pools = {name: pool for name, pool in pools.items() if len(pool)}
        print({name: len(pool) for name, pool in self.pools.items()}, flush=True)

    def dealing(self, size: int, count: int = 40) -> Callable[[], list[list[int]]]:
        """What deals `count` batches of much the same length at a time."""
        lengths = self.lessons.lengths(self.network)

        def dealt() -> list[list[int]]:
            drawn = self.drawn(size * count)
            return [[drawn[k] for k in chosen] for chosen in batches(lengths[drawn].tolist(), size)]

        return dealt

    def drawn(self, count: int) -> list[int]:
        """Pairs of chance."""
        shares = np.array([self.shares[name] for name in self.pools])
        pools = list(self.pools.values())
        chosen = self.chance.choice(len(pools), count, p=shares / shares.sum())
        return [int(self.chance.choice(pools[deck])) for deck in chosen]


def area(scores: np.ndarray, same: np.ndarray) -> float:
    """How often a pair that states the same scores above one that does not: the area under the curve."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(len(scores))
    return float((ranks[same].mean() - (same.sum() - 1) / 2) / (~same).sum())


def told(name: str, scores: np.ndarray, same: np.ndarray) -> None:
    """Print the area, and of the pairs that are the same the share found when so many of the others are taken too."""
    if same.all() or not same.any():
        print(f"{name:28} {len(same)} pairs of one kind", flush=True)
        return
    found = [f"{100 * (scores[same] >= np.quantile(scores[~same], 1 - share)).mean():.1f}" for share in SHARES]
    print(f"{name:28} {len(same):5} pairs, area {area(scores, same):.3f}, found at {SHARES}: {found}", flush=True)


def report(lessons: Lessons, network: str, read: Callable[[Sequence[int]], np.ndarray]) -> None:
    """Print how well a network reads what was held back: all of it, in English, and in or with another language."""
    english = lessons.both_english()
    for name in (DECKS[deck] for deck in HELD):
        held = lessons.of_deck(name, network)
        if not len(held):
            continue
        scores, same, ours = read(held.tolist()), lessons.labels[held] == SAME, english[held]
        told(name, scores, same)
        if not ours.all():
            told(f"{name}, English", scores[ours], same[ours])
            told(f"{name}, others", scores[~ours], same[~ours])
