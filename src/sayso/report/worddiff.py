"""Which words two passages have in common, in their order, and which stand in one of them only.

Words are compared as a reader would: case, white space, the shape of quotation marks and dashes and the way a letter
is composed do not count as differences; every other character does, so that “terrorists” and terrorists differ.
"""

import bisect
import difflib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MOST_CELLS = (
    200_000  # pairs of equal words that difflib may look at: 0.1 s; beyond, words that occur once part the texts
)
_SHAPES = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a character between words that is no white space: `text[start:end]`, and what it is compared by."""

    start: int
    end: int
    key: str
    is_word: bool


@dataclass(frozen=True, slots=True)
class Block:
    """`length` tokens from `left` on that are also the tokens from `right` on."""

    left: int
    right: int
    length: int


def folded(text: str) -> str:
    """What a word or sign is compared by."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SHAPES)


def common(left: Sequence[Token], right: Sequence[Token]) -> list[Block]:
    """The tokens that both have, as blocks in order; single words amid rewritten ones are not counted as common."""
    ours, theirs = [token.key for token in left], [token.key for token in right]
    ahead = _same(ours, theirs)
    behind = _same(ours[ahead:][::-1], theirs[ahead:][::-1])
    inner = _blocks(ours[ahead : len(ours) - behind], theirs[ahead : len(theirs) - behind])
    found = [
        Block(0, 0, ahead),
        *(Block(block.left + ahead, block.right + ahead, block.length) for block in inner),
        Block(len(ours) - behind, len(theirs) - behind, behind),
    ]
    return _joined(_solid([block for block in found if block.length], left, right))


def _same(left: Sequence[str], right: Sequence[str]) -> int:
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(left), len(right)))


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    counts = Counter(right)
    if sum(counts[key] for key in left) <= MOST_CELLS:
        matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
        return [Block(*found) for found in matcher.get_matching_blocks() if found.size]
    found: list[Block] = []
    at, over = 0, 0
    for ours, theirs in [*_anchors(left, right), (len(left), len(right))]:
        mine, yours = left[at:ours], right[over:theirs]
        counts = Counter(yours)
        if sum(counts[key] for key in mine) <= MOST_CELLS // 100:  # there may be a hundred such stretches
            matcher = difflib.SequenceMatcher(None, mine, yours, autojunk=False)
            found += [Block(b.a + at, b.b + over, b.size) for b in matcher.get_matching_blocks() if b.size]
        if ours < len(left):
            found.append(Block(ours, theirs, 1))
        at, over = ours + 1, theirs + 1
    return _joined(found)


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Places of three words in a row that stand once in either, as many as keep their order (patience diff)."""
    runs = [list(zip(words, words[1:], words[2:], strict=False)) for words in (left, right)]
    ours, theirs = Counter(runs[0]), Counter(runs[1])
    places = {run: at for at, run in enumerate(runs[1]) if theirs[run] == 1}
    pairs = [(place, places[run]) for place, run in enumerate(runs[0]) if ours[run] == 1 and run in places]
    ends: list[int] = []  # the least last place of a run of each length, and the pair it ends with
    last: list[int] = []
    before: dict[int, int] = {}
    for number, (_, place) in enumerate(pairs):
        length = bisect.bisect_left(ends, place)
        if length:
            before[number] = last[length - 1]
        if length == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[length], last[length] = place, number
    run: list[tuple[int, int]] = []
    at: int | None = last[-1] if last else None
    while at is not None:
        run.append(pairs[at])
        at = before.get(at)
    return run[::-1]


def _solid(blocks: Sequence[Block], left: Sequence[Token], right: Sequence[Token]) -> list[Block]:
    """`blocks` without those that a reader would take for chance: a sign or one word between longer differences."""
    kept = []
    edges = [Block(0, 0, 0), *blocks, Block(len(left), len(right), 0)]
    for before, block, after in zip(edges, edges[1:], edges[2:], strict=False):
        words = sum(token.is_word for token in left[block.left : block.left + block.length])
        apart = min(_between(before, block), _between(block, after))
        if words > 1 or apart < 2 + words:
            kept.append(block)
    return kept


def _between(before: Block, after: Block) -> int:
    """How many tokens differ between two blocks, on the side that has more of them."""
    return max(after.left - before.left - before.length, after.right - before.right - before.length)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with those made one that follow each other on both sides."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and (last.left + last.length, last.right + last.length) == (block.left, block.right):
            joined[-1] = Block(last.left, last.right, last.length + block.length)
        else:
            joined.append(block)
    return joined
