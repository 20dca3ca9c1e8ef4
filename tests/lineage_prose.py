"""Invented prose for lineage tests: texts in made-up words that no two subjects share, and what editors do to them."""

import random

ONSETS = ["b", "br", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v"]
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ou"]
CODAS = ["", "l", "n", "r", "s", "th"]
SMALL = ["the", "of", "and", "to", "in", "was", "for", "on", "with", "by"]


def word(rng: random.Random) -> str:
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(rng.choice([1, 2, 2, 3])))


def sentence(rng: random.Random) -> str:
    words = [rng.choice(SMALL) if rng.random() < 0.35 else word(rng) for _ in range(rng.randrange(12, 24))]
    return " ".join(words).capitalize() + "."


def paragraphs(seed: int, count: int = 12, sentences: int = 2) -> list[str]:
    """Paragraphs about one subject, the same for the same seed."""
    rng = random.Random(seed)
    return [" ".join(sentence(rng) for _ in range(sentences)) for _ in range(count)]


def text(seed: int, count: int = 12, sentences: int = 2) -> str:
    return "\n\n".join(paragraphs(seed, count, sentences))


def reworded(original: str, seed: int = 0, rate: float = 0.12) -> str:
    """The text with one word in eight dropped or changed."""
    rng = random.Random(seed)
    kept = []
    for paragraph in original.split("\n\n"):
        words = [w if rng.random() > rate else rng.choice(["", "also", "then"]) for w in paragraph.split()]
        kept.append(" ".join(w for w in words if w))
    return "\n\n".join(kept)
