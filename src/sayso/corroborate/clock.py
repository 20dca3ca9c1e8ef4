"""Times of day in running text: "11:15", "11.00 Uhr", "11h00", "at 11am", "11 часов"."""

import re
from dataclasses import dataclass

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


def times_of_day(text: str) -> tuple[TimeOfDay, ...]:
    """The times of day in `text`, each once, earliest first; time zones are not read."""
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
