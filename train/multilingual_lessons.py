"""Lessons in other pieces: `python train/multilingual_lessons.py SHARED/data LESSONS.pt E5/tokenizer.json OUT.pt`.

What the teachers said of English word pieces (`attribution_label.py`) is carried over to the multilingual encoder's by
the places in the text: a piece gets the label of the English piece in which it begins, the inner label if an earlier
one has that already. PolNeAR's windows, and the first 16,000 of the others.
"""

import argparse
import itertools
import sys
from pathlib import Path

import numpy as np
import torch
from attribution_data import LINKS, TAGS
from attribution_label import UNLABELLED, texts
from attribution_lessons import Lessons, link_firsts
from tokenizers import Tokenizer

from sayso.annotate.encoding import Window

UNLABELLED_TAKEN = 16_000
FIRST, BREAK = 0, 2  # <s> and </s>
LONGEST = 512  # pieces the encoder has places for


def carried(text: str, window: Window, pieces: Tokenizer) -> tuple[list[int], list[int], list[int]]:
    """The window in other pieces: their numbers, looks, and for each the piece of the window it comes from."""
    ids, looks, origins = [], [], []
    starts = np.array(window.starts)
    specials = [*np.flatnonzero(starts < 0).tolist(), len(window)]
    for special, end in itertools.pairwise(specials):
        ids.append(BREAK if special else FIRST)
        looks.append(0)
        origins.append(special)
        first = special + 1
        if first == end:
            continue
        low = window.starts[first]
        part = text[low : window.ends[end - 1]]
        encoded = pieces.encode(part, add_special_tokens=False)
        for number, (start, stop) in zip(encoded.ids, encoded.offsets, strict=True):
            while start < stop and part[start].isspace():
                start += 1  # noqa: PLW2901  (a piece begins with the space before it)
            origin = first + max(int(np.searchsorted(starts[first:end], low + start, "right")) - 1, 0)
            ids.append(number)
            looks.append(window.looks[origin])
            origins.append(origin)
    assert len(ids) <= LONGEST
    return ids, looks, origins


def inner(labels: torch.Tensor, origins: np.ndarray, names: tuple[str, ...]) -> torch.Tensor:
    """Labels (pieces, or pieces and a probability for each) by origin, with no second beginning in one origin."""
    made = labels[torch.from_numpy(origins)]
    again = torch.from_numpy(np.concatenate([[False], origins[1:] == origins[:-1]]))
    for label, name in enumerate(names):
        if name.startswith("B-") and made.ndim == 1:
            made[again & (made == label)] = label + 1
        elif name.startswith("B-"):
            made[again, label + 1] += made[again, label]
            made[again, label] = 0
    return made


def cue_in(origins: np.ndarray, first: int, end: int) -> tuple[int, int]:
    """A cue as a range of the new pieces; never empty."""
    low, high = np.searchsorted(origins, [first, end]).tolist()
    if high <= low:
        low = max(min(low, len(origins) - 1) - 1, 0)
        high = low + 1
    return low, high


def in_pieces(given: Lessons, windows: list[tuple[int, str, Window]], pieces: Tokenizer) -> Lessons:
    """The lessons of some windows, told by number, text and English pieces, in other pieces."""
    assert given.soft_tags is not None
    assert given.soft_links is not None
    from_links = link_firsts(np.diff(given.firsts), given.cue_firsts)
    ids, looks, valid, tags, links, soft_tags, soft_links = ([] for _ in range(7))
    cues, counts = [], []
    for number, text, window in windows:
        piece_ids, piece_looks, places = carried(text, window, pieces)
        origins, own = np.array(places), slice(given.firsts[number], given.firsts[number + 1])
        assert given.ids[own].tolist() == window.ids, "other windows than those that were labelled"
        ids.append(torch.tensor(piece_ids, dtype=torch.int32))
        looks.append(torch.tensor(piece_looks, dtype=torch.uint8))
        valid.append(given.valid[own][torch.from_numpy(origins)])
        tags.append(inner(given.tags[own], origins, TAGS))
        soft_tags.append(inner(given.soft_tags[own], origins, TAGS))
        those = range(given.cue_firsts[number], given.cue_firsts[number + 1])
        counts.append(len(those))
        for cue in those:
            row = slice(from_links[cue], from_links[cue + 1])
            cues.append(cue_in(origins, *given.cues[cue].tolist()))
            links.append(inner(given.links[row], origins, LINKS))
            soft_links.append(inner(given.soft_links[row], origins, LINKS))
    return Lessons(
        firsts=np.cumsum([0] + [len(own) for own in ids]),
        ids=torch.cat(ids),
        looks=torch.cat(looks),
        valid=torch.cat(valid),
        tags=torch.cat(tags),
        cue_firsts=np.cumsum([0, *counts]),
        cues=np.array(cues, dtype=np.int64).reshape(-1, 2),
        links=torch.cat(links),
        gold=given.gold,
        soft_tags=torch.cat(soft_tags),
        soft_links=torch.cat(soft_links),
    )


def main() -> None:
    """Carry over, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("tokenizer", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--unlabelled", type=int, default=UNLABELLED_TAKEN, help="windows")
    cli.add_argument("--limit", type=int, help="as given to attribution_label.py")
    said = cli.parse_args()
    pieces = Tokenizer.from_file(str(said.tokenizer))
    given, gold = texts(said.data, min(said.unlabelled, UNLABELLED), said.limit)
    lessons = Lessons.load(said.lessons)
    assert gold == lessons.gold, "other windows than those that were labelled"
    made = in_pieces(lessons, [(k, text, example.window) for k, (text, example) in enumerate(given)], pieces)
    made.save(said.out)
    print(len(made), "windows,", len(made.ids), "pieces for", lessons.firsts[len(made)], "of the English network")


if __name__ == "__main__":
    sys.exit(main())
