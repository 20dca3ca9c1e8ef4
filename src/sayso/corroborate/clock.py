"""Times of day in running text: "11:15", "11.00 Uhr", "11h00", "at 11am", "11 часов"."""

import functools
import re
from dataclasses import dataclass

from sayso import lexicon
from sayso.phrases import any_of, folded

_DIGITAL = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])(?::|h)([0-5]\d)(?![\d:])(?:\s*([ap])\.?m\b)?", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:uhr|час|hod|kl\b|годин))", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\s*([ap])\.?m\b", re.IGNORECASE)
_LONGEST = 4000
QUARTER = 15  # minutes: times given to the full or half hour are that rough


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """Minutes since midnight, as read, and as printed."""

    minutes: int
    printed: str

    @property
    def round(self) -> bool:
        """Whether it is a full or half hour."""
        return self.minutes % 30 == 0


@functools.cache
def _range(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What stands before the first and between the two times of a stretch: "between 9 a.m. and noon"."""
    if language not in lexicon.languages("numbers"):
        return None
    words = lexicon.load("numbers", language).tables["words"]
    between, to = (any_of(words[key]) for key in ("between", "to"))
    opening = re.compile(rf"(?<!\w)(?:{between})\W+(?:\w{{1,3}}\W+)?$") if between else None
    return (opening, re.compile(rf"^\W*(?:{to})(?!\w)")) if opening and to else None


def _in_stretches(text: str, language: str) -> list[tuple[int, int]]:
    """The places of times that only bound a stretch, in which something happened at an unknown time, or nothing."""
    patterns = _range(language)
    low = folded(text)
    if patterns is None or len(low) != len(text):
        return []
    opening, to = patterns
    found: list[tuple[int, int]] = []
    for match in sorted((*_DIGITAL.finditer(text), *_DOTTED.finditer(text), *_HALF_DAY.finditer(text)), key=_start):
        goes_on = bool(found) and to.match(low[found[-1][1] : match.start()]) is not None
        if goes_on or opening.search(low[: match.start()]):
            found.append(match.span())
    return found


def _start(match: re.Match[str]) -> int:
    return match.start()


def times_of_day(text: str, language: str = "") -> tuple[TimeOfDay, ...]:
    """The times of day at which `text` sets something, each once, earliest first; time zones are not read."""
    text = text[:_LONGEST]
    for start, end in _in_stretches(text, language):
        text = text[:start] + " " * (end - start) + text[end:]
    found: dict[int, str] = {}
    for match in (*_DIGITAL.finditer(text[:_LONGEST]), *_DOTTED.finditer(text[:_LONGEST])):
        half = match.group(3) if match.re is _DIGITAL else None
        found.setdefault(_minutes(int(match.group(1)), int(match.group(2)), half), match.group())
    for match in _HALF_DAY.finditer(text[:_LONGEST]):
        found.setdefault(_minutes(int(match.group(1)), 0, match.group(2)), match.group())
    return tuple(sorted(TimeOfDay(minutes, printed) for minutes, printed in found.items()))


def _minutes(hour: int, minute: int, half: str | None) -> int:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return hour * 60 + minute


def shown_time(minutes: int) -> str:
    """A time of day as HH:MM."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
