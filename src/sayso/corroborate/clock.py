"""Times of day in running text: "11:15", "11.00 Uhr", "11h00", "at 11am", "08:15 GMT"."""

import functools
import re
from dataclasses import dataclass, field

from sayso import lexicon
from sayso.phrases import any_of, folded

_DIGITAL = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])(?::|h)([0-5]\d)(?![\d:])(?:\s*([ap])\.?m\b)?", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:uhr|час|hod|kl\b|годин))", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\s*([ap])\.?m\b", re.IGNORECASE)
_LONGEST = 4000
_ZONE_REACH = 32  # code points behind a time in which its clock is named
_DAY = 24 * 60
QUARTER = 15  # minutes: times given to the full or half hour are that rough


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """Minutes since midnight as read, as printed, and how many minutes its clock is ahead of UTC where it says so."""

    minutes: int
    printed: str
    ahead: int | None = field(default=None, compare=False)

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


@functools.cache
def _zones(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The names of clocks in a language, with how many minutes each is ahead of UTC."""
    table = lexicon.load("times").tables.get(language, {}).get("zones", {})
    found = [(any_of(names), _offset(ahead)) for ahead, names in table.items() if ahead != "local"]
    return tuple((re.compile(rf"\W{{0,3}}(?:{names})(?!\w)"), ahead) for names, ahead in found)


def _offset(ahead: str) -> int:
    sign = -1 if ahead.startswith("-") else 1
    hours, minutes = ahead.lstrip("+-").split(":")
    return sign * (int(hours) * 60 + int(minutes))


def _zone_at(text: str, end: int, language: str) -> int | None:
    """The clock that is named right behind a time."""
    behind = folded(text[end : end + _ZONE_REACH])
    return next((ahead for pattern, ahead in _zones(language) if pattern.match(behind)), None)


def _start(match: re.Match[str]) -> int:
    return match.start()


def times_of_day(text: str, language: str = "") -> tuple[TimeOfDay, ...]:
    """The times of day at which `text` sets something, each once, earliest first."""
    text = text[:_LONGEST]
    for start, end in _in_stretches(text, language):
        text = text[:start] + " " * (end - start) + text[end:]
    found: dict[int, TimeOfDay] = {}
    for match in (*_DIGITAL.finditer(text), *_DOTTED.finditer(text), *_HALF_DAY.finditer(text)):
        half = match.group(2) if match.re is _HALF_DAY else match.group(3) if match.re is _DIGITAL else None
        minute = 0 if match.re is _HALF_DAY else int(match.group(2))
        minutes = _minutes(int(match.group(1)), minute, half)
        found.setdefault(minutes, TimeOfDay(minutes, match.group(), _zone_at(text, match.end(), language)))
    return tuple(sorted(found.values()))


def on_clock(time: TimeOfDay, ahead: int | None) -> int:
    """The minutes since midnight of a time on the clock that is `ahead` of UTC; as printed where either says none."""
    if time.ahead is None or ahead is None:
        return time.minutes
    return (time.minutes - time.ahead + ahead) % _DAY


def _minutes(hour: int, minute: int, half: str | None) -> int:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return hour * 60 + minute


def shown_time(minutes: int) -> str:
    """A time of day as HH:MM."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
