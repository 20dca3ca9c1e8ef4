"""Where in a page the words stand that an extractor chose.

The extractor hands back text of its own making; what we keep is cut from the page. Its words are therefore found
again in the page's own word stream, by anchors of four words extended both ways, in order where there is a choice.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ANCHOR = 4  # words; three find furniture by chance, five lose sentences between two links
CANDIDATES = 8  # places looked at per anchor
NEAR = 25  # words around the last passage in which a line of a block is looked for
MIN_SHARE = 0.5  # of a passage's words that must be found for it to count as located

# A word is a run of letters and digits; scripts that set no spaces count by the character.
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff\u200e\u200f]")  # as `folding` leaves them out
WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")


@dataclass(slots=True)
class Location:
    """Which words of the page were chosen, as counts by block, and the passages that the page does not hold."""

    chosen: dict[int, int]
    total: dict[int, int]
    lost: list[str]

    def share(self, block: int) -> float:
        """The chosen share of a block's words, 0 to 1."""
        return self.chosen.get(block, 0) / self.total[block] if self.total.get(block) else 0.0


def words(text: str) -> list[str]:
    """The words of `text`, case folded."""
    return WORD.findall(_UNSEEN.sub("", text).casefold())


def locate(passages: Sequence[str], blocks: Sequence[str]) -> Location:
    """Find the words of `passages` in `blocks`, each word of a block used once."""
    return _Finder(blocks).run(passages)


class _Places:
    """Where one short passage stands in the stream. A page can hold it 50,000 times: those used are not met again."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self._next = [0]  # place → it, or a later one that may be free; the last entry stands for none
        self._last = [0]  # the same backwards, entry n + 1 for place n

    def add(self, start: int) -> None:
        """Add a place behind all others."""
        self.starts.append(start)
        self._next.append(len(self.starts))
        self._last.append(len(self.starts))

    def free(self, cursor: int, is_used: Callable[[int, int], bool], length: int) -> int | None:
        """The first free place from `cursor` on, else the last free one, if there is one."""
        at = _follow(self._next, bisect_left(self.starts, cursor))
        while at < len(self.starts) and is_used(self.starts[at], length):
            self._next[at] = at + 1
            at = _follow(self._next, at)
        if at < len(self.starts):
            return self.starts[at]
        at = _follow(self._last, len(self.starts))
        while at and is_used(self.starts[at - 1], length):
            self._last[at] = at - 1
            at = _follow(self._last, at)
        return self.starts[at - 1] if at else None


def _follow(links: list[int], at: int) -> int:
    """Where the chain from `at` ends; the chain is shortened on the way."""
    end = at
    while links[end] != end:
        end = links[end]
    while links[at] != end:
        links[at], at = end, links[at]
    return end


class _Finder:
    def __init__(self, blocks: Sequence[str]) -> None:
        self.stream: list[str] = []
        self.owner: list[int] = []
        self.by_words: dict[tuple[str, ...], _Places] = defaultdict(_Places)
        for index, text in enumerate(blocks):
            own = words(text)
            if len(own) < ANCHOR * 4:
                self.by_words[tuple(own)].add(len(self.stream))
            self.stream.extend(own)
            self.owner.extend([index] * len(own))
        self.anchors: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, anchor in enumerate(zip(*(self.stream[i:] for i in range(ANCHOR)), strict=False)):
            self.anchors[anchor].append(at)
        self.used = bytearray(len(self.stream))
        self.cursor = 0

    def run(self, passages: Sequence[str]) -> Location:
        lost = [passage for passage in passages if not self._place(words(passage))]
        total: dict[int, int] = defaultdict(int)
        chosen: dict[int, int] = defaultdict(int)
        for block, used in zip(self.owner, self.used, strict=True):
            total[block] += 1
            chosen[block] += used
        return Location(dict(chosen), dict(total), lost)

    def _place(self, wanted: list[str]) -> bool:
        """Mark where `wanted` stands; False if less than `MIN_SHARE` of it is found."""
        if not wanted:
            return True
        if len(wanted) < ANCHOR:
            return self._place_whole(wanted)
        at, found = 0, 0
        while at + ANCHOR <= len(wanted):
            start, length = self._longest(wanted, at)
            if not length:
                at += 1
                continue
            back = 0
            while back < at and start - back > 0 and self._free_match(start - back - 1, wanted[at - back - 1]):
                back += 1
            self.used[start - back : start + length] = b"\1" * (back + length)
            self.cursor = start + length
            found += back + length
            at += length
        return found >= len(wanted) * MIN_SHARE or self._place_whole(wanted)

    def _is_used(self, start: int, length: int) -> bool:
        return self.used.find(1, start, start + length) >= 0

    def _free_match(self, position: int, word: str) -> bool:
        return not self.used[position] and self.stream[position] == word

    def _longest(self, wanted: list[str], at: int) -> tuple[int, int]:
        """Where the longest run of `wanted[at:]` starts in the stream, and its length; the nearest of equals."""
        places = self.anchors.get(tuple(wanted[at : at + ANCHOR]), [])
        first = max(0, bisect_left(places, self.cursor) - CANDIDATES // 2)
        best = (0, 0, 0)
        for start in places[first : first + CANDIDATES] or places[:CANDIDATES]:
            length = 0
            while (
                at + length < len(wanted)
                and start + length < len(self.stream)
                and self._free_match(start + length, wanted[at + length])
            ):
                length += 1
            distance = start - self.cursor if start >= self.cursor else 10 * (self.cursor - start)
            if length >= ANCHOR:
                best = max(best, (length, -distance, start))
        return best[2], best[0]

    def _place_whole(self, wanted: list[str]) -> bool:
        """Mark a short passage that is a whole block, the next such block from the cursor on."""
        places = self.by_words.get(tuple(wanted))
        start = places.free(self.cursor, self._is_used, len(wanted)) if places else None
        if places is None or start is None:
            return (places is not None and any(self.used[at] for at in places.starts)) or self._place_near(wanted)
        self.used[start : start + len(wanted)] = b"\1" * len(wanted)
        self.cursor = start + len(wanted)
        return True

    def _place_near(self, wanted: list[str]) -> bool:
        """Mark a short passage that is a line of a block, close to the cursor."""
        low, high = max(0, self.cursor - NEAR), min(len(self.stream), self.cursor + 4 * NEAR)
        for start in range(low, high - len(wanted) + 1):
            if self.stream[start : start + len(wanted)] == wanted:
                self.used[start : start + len(wanted)] = b"\1" * len(wanted)
                return True
        return False
