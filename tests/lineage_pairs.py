"""Pairs of documents as numbers alone."""

from sayso.lineage.align import Alignment, Passage
from sayso.lineage.worth import Pair


def pair(
    left: int, right: int, covered: tuple[float, float] = (1.0, 1.0), density: float = 1.0, words: int = 200
) -> Pair:
    """Two documents of which `words` of the one stand in the other, in two passages."""
    half = words // 2
    seeded, possible = round(half * density), half
    passages = tuple(Passage(at, at + half, at, at + half, half, seeded, possible) for at in (0, half))
    return Pair(left, right, Alignment.of(passages, round(words / covered[0]), round(words / covered[1]), 1.0))
