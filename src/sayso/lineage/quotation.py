"""Which stretches of a text stand in quotation marks, in whatever marks the language uses."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sayso.lineage.shingles import Ranges

LONGEST = 3000  # code points; a mark that is not closed by then opened nothing
CLOSING = {"“": "”“", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "”": "”", '"': '"'}
BEFORE = "([—–-"  # what stands before words that begin
_MARK = re.compile('["“”„‟«»「」『』]|\\n\\s*+')


def quoted_ranges(text: str) -> Ranges:
    """Where quoted words begin and end, marks included, in order.

    A quotation that its paragraph does not close goes on over the next ones if the next mark closes it. Else it is
    read as ending with its paragraph, as in a speech in which each paragraph is opened anew.
    """
    ranges: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for found, after in _with_next_mark(text):
        mark, at = found.group(), found.start()
        if opened and (mark in CLOSING[opened[1]] or mark[0] == "\n"):
            if mark[0] == "\n" and after and after.start() - opened[0] <= LONGEST and _closes(after, opened[1], text):
                continue
            if at - opened[0] <= LONGEST:
                ranges.append((opened[0], at + (mark[0] != "\n")))
            opened = None
        elif not opened and mark in CLOSING:
            opened = (at, mark)
    if opened and len(text) - opened[0] <= LONGEST:
        ranges.append((opened[0], len(text)))
    return tuple(ranges)


def _with_next_mark(text: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Marks and paragraph ends, each with the first mark after it that is no paragraph end."""
    ends: list[re.Match[str]] = []
    for found in _MARK.finditer(text):
        if found.group()[0] == "\n":
            ends.append(found)
            continue
        yield from ((end, found) for end in ends)
        ends.clear()
        yield found, None
    yield from ((end, None) for end in ends)


def _closes(mark: re.Match[str], opening: str, text: str) -> bool:
    """Whether a mark stands where words end: behind one, and not before one."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark.group() in CLOSING[opening] and not before.isspace() and before not in BEFORE and not after.isalnum()


def quoted_share(ranges: Ranges, start: int, end: int) -> float:
    """How much of `[start, end)` lies inside `ranges`, which are in order: 0 to 1."""
    inside = 0
    for at in range(max(0, bisect_right(ranges, (start, start)) - 1), len(ranges)):
        low, high = ranges[at]
        if low >= end:
            break
        if high > start:
            inside += (high if high < end else end) - (low if low > start else start)
    return inside / (end - start) if end > start else 0.0
