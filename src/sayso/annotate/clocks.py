"""The time of day that heads an entry of a live blog: "14:12 Police have fired tear gas"; no part of what is said."""

import re

_TIME = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d|(?:[01]\d|2[0-3])\.[0-5]\d(?= [^\W\d_]))"  # 9:05, 16.00
_ZONE = r"(?: ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|BST|CET|CEST|EST|EDT|ET))?"
_OF_SOMETHING = r"(?!(?:Uhr|Euro|EUR|USD|GBP|CHF|Dollar|Franken|Prozent)\b)"
_CLOCK = re.compile(
    _TIME + _ZONE + r"[*_]{0,2}\s*[-–—|]?\s+"
    r"[*_]{0,2}(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ\u0621-\u064a\u3400-\u9fff“”\"„«《「])" + _OF_SOMETHING
)


def past_clock(text: str, start: int, end: int) -> int:
    """Where a stretch begins behind the time of day that heads its line; where it began if none does."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" *_#>-"):
        return start
    match = _CLOCK.match(text, start, end)
    return match.end() if match else start
