"""Times of day in running text: "11:15", "11.00 Uhr", "11h00", "at 11am", "08:15 GMT"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, permutations

from sayso import lexicon
from sayso.corroborate.spoken_clock import is_as_of, is_just_before, is_led, spoken_times
from sayso.phrases import any_of, folded

_DIGITAL = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])(?::|h)([0-5]\d)(?![\d:])(?:\s*([ap])\.?m\b)?", re.IGNORECASE)
_DOTTED = re.compile(
    r"(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:uhr|uur|час|hod|kl\b|годин|horas))", re.IGNORECASE
)
_VALUES = r"[%€$£°]|zł|kč|eur|mil|mld|tis|m\b|km|bill|per\s?cent|points?\b|on the|metres|miles|magn"
_LED = re.compile(
    rf"(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,]\d|\d|\s*(?:{_VALUES}))",
    re.IGNORECASE,
)
_DOTTED_HALF = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\.([0-5]\d)\s*([ap])\.?m\b", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\s*([ap])\.?m\b", re.IGNORECASE)
_MILITARY = re.compile(r"(?<![\d.,:])([01]\d|2[0-3])([0-5]\d)(?=\s*(?:gmt|utc|hrs|bst|cet|cest|msk)\b)", re.IGNORECASE)
_SUFFIXED = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?=['’](?:de|da|te|ta|deki|daki)\b)")
_LONGEST = 4000
_HOUR_WORD = r"(?:uhr|uur|h|hodin|час\w*|годин\w*|óra\w*|ώρα)\b"  # between a time and its clock: "2.20 Uhr MESZ"
_DIGITS = {ord(mark): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, mark in enumerate(digits)}
_ZONE_REACH = 32  # code points behind a time in which its clock is named
_DAY = 24 * 60
_HALF_DAYS = 12  # hours from which on the half of the day is told
QUARTER = 15  # minutes: times given to the full or half hour are that rough
_LINK = re.compile(r"\s*(?:-|–|—)\s*$")  # between the ends of a stretch


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """Minutes since midnight as read, as printed, and how many minutes its clock is ahead of UTC where it says so.

    `start` and `end` are its place in that text. `until` ends a stretch of a quarter of an hour at most; `just_before`
    is whether it is said to be shortly before; `half_known` whether the half of the day is.
    """

    minutes: int
    printed: str
    start: int = field(compare=False)
    end: int = field(compare=False)
    ahead: int | None = field(default=None, compare=False)
    until: int | None = None
    just_before: bool = False
    half_known: bool = True

    @property
    def round(self) -> bool:
        """Whether it is a full or half hour."""
        return self.minutes % 30 == 0


@dataclass(frozen=True, slots=True, order=True)
class _Read:
    """A time of day by its place in a text."""

    start: int
    end: int
    minutes: int
    half_known: bool = True


@functools.cache
def _range(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What stands before the first and between the two times of a stretch: "between 9 a.m. and noon"."""
    if language not in lexicon.languages("numbers"):
        return None
    words = lexicon.load("numbers", language).tables["words"]
    between, to = (any_of(words[key]) for key in ("between", "to"))
    opening = re.compile(rf"(?<!\w)(?:{between})\W+(?:\w{{1,3}}\W+)?$") if between else None
    return (opening, re.compile(rf"^\W*(?:{to})(?!\w)")) if opening and to else None


def _stretches(text: str, language: str, read: Sequence[_Read]) -> list[tuple[_Read, _Read]]:
    """The pairs of times that bound a stretch, in which something happened at an unknown time, or nothing.

    Without "between" only a short one is a stretch: "from 14:06 to 14:09", not "the bus went from 9:00 to 17:00".
    """
    patterns = _range(language)
    low = folded(text)
    if len(low) != len(text):
        return []
    found = []
    for one, other in pairwise(read):
        link = low[one.end : other.start]
        joined = bool(patterns and patterns[1].match(link)) or _LINK.match(link) is not None
        opened = patterns is not None and patterns[0].search(low[: one.start]) is not None
        short = 0 < other.minutes - one.minutes <= QUARTER
        if joined and (opened or short):
            found.append((one, other))
    return found


@functools.cache
def _until(language: str) -> re.Pattern[str] | None:
    forms = str(lexicon.load("clocks").tables["until"].get(language, ""))
    return re.compile(rf"\W*(?:{any_of(forms.split('|'))})\W*") if forms else None


def _ending(text: str, language: str, read: Sequence[_Read]) -> Iterator[_Read]:
    """The times that only end what began at the one before: a ship that was dark from 01:20 to 02:55."""
    until, low = _until(language), folded(text)
    for one, other in pairwise(read) if len(low) == len(text) else ():
        link = low[one.end : other.start]
        if other.minutes - one.minutes > QUARTER and (_LINK.match(link) or (until and until.fullmatch(link))):
            yield other


def _opening(text: str, language: str, read: Sequence[_Read]) -> list[_Read]:
    """The times that open a stretch, whatever ends it: "between 9 a.m. and noon"."""
    patterns, low = _range(language), folded(text)
    if patterns is None or len(low) != len(text):
        return []
    return [one for one in read if patterns[0].search(low[: one.start])]


@functools.cache
def _zones(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The names of clocks in a language, with how many minutes each is ahead of UTC."""
    table = lexicon.load("times").tables.get(language, {}).get("zones", {})
    found = [(any_of(names), _offset(ahead)) for ahead, names in table.items() if ahead != "local"]
    return tuple((re.compile(rf"(?:\s*{_HOUR_WORD})?\W{{0,3}}(?:{names})(?!\w)"), ahead) for names, ahead in found)


def _offset(ahead: str) -> int:
    sign = -1 if ahead.startswith("-") else 1
    hours, minutes = ahead.lstrip("+-").split(":")
    return sign * (int(hours) * 60 + int(minutes))


def _zone_at(text: str, end: int, language: str) -> int | None:
    """The clock that is named right behind a time."""
    behind = folded(text[end : end + _ZONE_REACH])
    return next((ahead for pattern, ahead in _zones(language) if pattern.match(behind)), None)


def _read(text: str, language: str) -> list[_Read]:
    """All times of day of a text, in its order; of two readings of one place the longer."""
    found = []
    for match in (*_DIGITAL.finditer(text), *_DOTTED.finditer(text), *_DOTTED_HALF.finditer(text)):
        half = match.group(3) if match.re is not _DOTTED else None
        minutes = _minutes(int(match.group(1)), int(match.group(2)), half)
        found.append(_Read(*match.span(), minutes, half_known=bool(half) or not _is_of_half(match.group(1), language)))
    found += [_Read(*m.span(), _minutes(int(m.group(1)), 0, m.group(2))) for m in _HALF_DAY.finditer(text)]
    clear: list[re.Match[str]] = [*_MILITARY.finditer(text), *(_SUFFIXED.finditer(text) if language == "tr" else ())]
    led = [match for match in _LED.finditer(text) if is_led(text, match.start(), language)]
    found += [_Read(m.start(), m.end(), _minutes(int(m.group(1)), int(m.group(2)), None)) for m in clear]
    for match in led:
        minutes = _minutes(int(match.group(1)), int(match.group(2)), None)
        found.append(_Read(*match.span(), minutes, half_known=not _is_of_half(match.group(1), language)))
    found += [_Read(s.start, s.end, s.minutes, s.half_known) for s in spoken_times(text, language)]
    kept: list[_Read] = []
    for read in sorted(found, key=lambda r: (r.start - r.end, r.start)):
        if not any(read.start < other.end and other.start < read.end for other in kept):
            kept.append(read)
    return sorted(kept)


def _is_of_half(hour: str, language: str) -> bool:
    """Whether an hour in digits may be of either half of the day, as English counts them."""
    return language == "en" and hour[0] != "0" and int(hour) < _HALF_DAYS


def places_of_times(text: str, language: str) -> list[tuple[int, int]]:
    """Where the times of day stand that `text` gives, whatever happened at them."""
    return [(read.start, read.end) for read in _read(text[:_LONGEST].translate(_DIGITS), language)]


def times_of_day(text: str, language: str = "") -> tuple[TimeOfDay, ...]:
    """The times of day at which `text` sets something, each once, earliest first."""
    text = text[:_LONGEST].translate(_DIGITS)
    read = _read(text, language)
    stretches = _stretches(text, language, read)
    bounds = {one for pair in stretches for one in pair} | set(_opening(text, language, read))
    found: dict[int, TimeOfDay] = {}
    for one, other in stretches:
        if 0 < other.minutes - one.minutes <= QUARTER:
            zone = _zone_at(text, other.end, language)
            known = one.half_known and other.half_known
            time = TimeOfDay(one.minutes, *_printed(text, one.start, other.end), zone, other.minutes, half_known=known)
            found.setdefault(one.minutes, time)
    ends = set(_ending(text, language, read)) - bounds
    for one in read:
        if one not in bounds | ends and not is_as_of(text, one.start, language):
            zone = _zone_at(text, one.end, language)
            before = is_just_before(text, one.start, language)
            printed = _printed(text, one.start, one.end)
            time = TimeOfDay(one.minutes, *printed, zone, just_before=before, half_known=one.half_known)
            found.setdefault(one.minutes, time)
    return tuple(sorted(found.values(), key=lambda time: time.minutes))


def _printed(text: str, start: int, end: int) -> tuple[str, int, int]:
    return text[start:end], start, end


def twins(times: Sequence[TimeOfDay]) -> Iterator[tuple[TimeOfDay, TimeOfDay, int]]:
    """One moment on two clocks, of which one is named: "3.20 (0.20 GMT)", and how far the other is ahead of UTC.

    Minutes agree, hours differ; more than a pair of such times may be anything.
    """
    pairs = [
        (named, plain)
        for named, plain in permutations(times, 2)
        if named.ahead is not None and plain.ahead is None and named.minutes % 60 == plain.minutes % 60
    ]
    for named, plain in pairs if len(pairs) == 1 else ():
        ahead = (plain.minutes - named.minutes + (named.ahead or 0) + _DAY // 2) % _DAY - _DAY // 2
        yield named, plain, ahead


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
