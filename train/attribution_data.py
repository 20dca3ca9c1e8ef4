"""PolNeAR as the network is trained on it: windows of pieces, a tag for each piece, a row of links for each cue."""

import gzip
import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from sayso.annotate.encoding import Window, windows
from sayso.networks.wordpieces import WordPieces

TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
LINKS = ("O", "B-source", "I-source", "B-content", "I-content")
IGNORED = -100


@dataclass(slots=True)
class Example:
    """One window with its gold; `cues` are (first piece, end), `links` one row of labels for each."""

    article: str
    window: Window
    tags: list[int]
    cues: list[tuple[int, int]]
    links: list[list[int]]


def rows(path: Path) -> Iterator[dict]:
    """The articles of a split."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that hold anything."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _covered(window: Window, spans: list[list[int]]) -> list[int]:
    """The pieces that lie in some spans, in order."""
    return [
        k
        for k in range(len(window))
        if window.starts[k] >= 0 and any(s <= window.starts[k] and window.ends[k] <= e for s, e in spans)
    ]


def _mark(labels: list[int], pieces: list[int], role: str, names: tuple[str, ...], breaks: set[int]) -> None:
    for n, k in enumerate(pieces):
        begins = n == 0 or pieces[n - 1] != k - 1 or k in breaks
        labels[k] = names.index(("B-" if begins else "I-") + role)


def examples(row: dict, vocabulary: WordPieces) -> list[Example]:
    """One article as examples; an attribution whose cue lies outside a window is not in it."""
    made = []
    for window in windows(row["text"], paragraphs(row["text"]), vocabulary):
        tags = [IGNORED if start < 0 else 0 for start in window.starts]
        example = Example(row["id"], window, tags, [], [])
        for attribution in row["attributions"]:
            cue = _covered(window, attribution["cue"])
            if not cue or not attribution["content"]:
                continue
            links = [IGNORED if start < 0 else 0 for start in window.starts]
            for role in ("source", "content"):
                pieces = _covered(window, attribution[role])
                breaks = {next((k for k in pieces if window.starts[k] >= s), -1) for s, _ in attribution[role]}
                _mark(links, pieces, role, LINKS, breaks)
                _mark(tags, pieces, role, TAGS, breaks)
            _mark(tags, cue, "cue", TAGS, set())
            example.cues.append((cue[0], cue[-1] + 1))
            example.links.append(links)
        made.append(example)
    return made


def scorer_module(polnear: Path) -> ModuleType:
    """The scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("scorer", polnear.parent.parent / "eval" / "attribution.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
