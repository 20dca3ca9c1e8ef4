"""Which stretches of a text stand in quotation marks, in whatever marks the language uses."""

import re
from bisect import bisect_right

from sayso.lineage.shingles import Ranges

LONGEST = 3000  # code points; a mark that is not closed by then opened nothing
_CLOSING = {"“": "”“", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "”": "”", '"': '"'}
_MARK = re.compile('["“”„‟«»「」『』]|\\n\\s*+')


def quoted_ranges(text: str) -> Ranges:
    """Where quoted words begin and end, marks included, in order.

    A quotation that its paragraph does not close is read as ending there, as in a speech that goes on over
    several paragraphs, each opened anew.
    """
    ranges: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for found in _MARK.finditer(text):
        mark = found.group()
        at = found.start()
        if opened and (mark in _CLOSING[opened[1]] or mark[0] == "\n"):
            if at - opened[0] <= LONGEST:
                ranges.append((opened[0], at + (mark[0] != "\n")))
            opened = None
        elif not opened and mark in _CLOSING:
            opened = (at, mark)
    if opened and len(text) - opened[0] <= LONGEST:
        ranges.append((opened[0], len(text)))
    return tuple(ranges)


def quoted_share(ranges: Ranges, start: int, end: int) -> float:
    """How much of `[start, end)` lies inside `ranges`, which are in order: 0 to 1."""
    first = max(0, bisect_right(ranges, (start, start)) - 1)
    inside = 0
    for low, high in ranges[first:]:
        if low >= end:
            break
        inside += max(0, min(high, end) - max(low, start))
    return inside / (end - start) if end > start else 0.0
