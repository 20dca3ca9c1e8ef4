"""Dates as pages give them: ISO 8601 (W3C-DTF), RFC 5322, and written out in some fifty languages.

A time without a zone is off by up to 14 hours: it is kept, but only its day is claimed (`precision`).
Numbers that could be day and month either way are not guessed at.
"""

import datetime
import email.utils
import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sayso import lexicon
from sayso.letters import LETTERS
from sayso.model import Clock

UTC = datetime.UTC
FIRST_YEAR, LAST_YEAR = 1800, 2100
DAY_SECONDS = 86_400
LONGEST = 200  # code points of a string that is read as a date

_ISO = re.compile(
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?|(?P<m2>\d{2})(?P<d2>\d{2})(?=T|$))"
    r"(?:[T ,]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/]+\])?)?$"
)
_JAVASCRIPT = re.compile(r"(?:\w{3} )?(\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_EPOCH = re.compile(r"1\d{9}(\d{3})?$")
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]?")
_DOTTED = re.compile(r"(?<![\d.,:/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2}(?=\s*$|[^\d./-]))(?![\d])")
_YEAR_FIRST = re.compile(r"(?<![\d.,:/-])(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?!\d)")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|-го|-га|['’]?y?ê|\.)?"
_THAI_SHORT = "[\u0e01-\u0e4e]{1,3}\\.[\u0e01-\u0e4e]\\."  # "ม.ค."
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/-]){_DAY}[\s,]+(?:de |d’|d'|di |of |do )?(?P<month>{_THAI_SHORT}|{LETTERS}(?: (?:الثاني|الأول))?)"
    r"\.?,?[\s,]+(?:de |del |of |do )?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?P<month>{LETTERS})\.?\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)")
_YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\s*m\.\s+(?P<month>{LETTERS})\s+(?P<day>\d{{1,2}})\s*d\b"
)  # Lithuanian
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)", re.IGNORECASE)
_CLOCK_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|h\b)?|\b\d{1,2}\s*[ap]\.?m\.?\b|\d{1,2}\s*[時时点點시]\s*\d{0,2}\s*[分분]?",
    re.IGNORECASE,
)
_MONTH_DAY_LANGUAGES = frozenset({"en", "tl"})


class Written(NamedTuple):
    """A date found in a line: the day, and where its words stand."""

    day: datetime.datetime
    start: int
    end: int


def clock(text: str | None, basis: str, language: str = "und") -> Clock | None:
    """`text` as a time in UTC, None if it is none; `basis` says where it stood ("json-ld datePublished")."""
    said = (text or "").strip()
    if not said or len(said) > LONGEST:
        return None
    read = _iso(said) or _javascript(said) or _mail(said) or _epoch(said)
    if read is None:
        written = find_date(said, language)
        if written is None:
            return None
        read = written.day, "day"
    value, precision = read
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        return None
    return Clock(value=value, precision=precision, text=said, basis=basis)


def find_date(line: str, language: str = "und") -> Written | None:
    """The first full date (day, month, year) written in `line`."""
    line = line[:LONGEST]
    found = [date for date in (_east(line), _year_first(line), _named(line, language), _dotted(line, language)) if date]
    return min(found, key=lambda date: date.start, default=None)


def without_time(text: str) -> str:
    """`text` with times of day taken out."""
    return _CLOCK_TIME.sub(" ", text)


def _moment(year: int, month: int, day: int = 1, *time: int) -> datetime.datetime | None:
    hour, minute, second = (*time, 0, 0, 0)[:3]
    try:
        return datetime.datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _iso(said: str) -> tuple[datetime.datetime, str] | None:
    match = _ISO.match(said)
    if not match:
        return None
    part = match.groupdict()
    month, day = part["month"] or part["m2"], part["day"] or part["d2"]
    if not day:
        moment = _moment(int(part["year"]), int(month))
        return (moment, "month") if moment else None
    if part["hour"] is None:
        moment = _moment(int(part["year"]), int(month), int(day))
        return (moment, "day") if moment else None
    time = (int(part["hour"]), int(part["minute"]), int(part["second"] or 0))
    moment = _moment(int(part["year"]), int(month), int(day), *time)
    if moment is None:
        return None
    if not part["zone"]:
        return moment, "day"
    shifted = _shifted(moment, part["zone"])
    return (shifted, "second" if part["second"] else "minute") if shifted else None


def _shifted(moment: datetime.datetime, zone: str) -> datetime.datetime | None:
    if zone[0] not in "+-":
        return moment
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return moment - offset if zone[0] == "+" else moment + offset


def _mail(said: str) -> tuple[datetime.datetime, str] | None:
    fields = email.utils.parsedate_tz(said) if re.search(r"\d:\d", said) and said.isascii() else None
    if not fields or f"{fields[0] % 100:02}" not in said or re.search(r"(?<![+-])\b0\d{3}\b", said):
        return None
    moment = _moment(*fields[:6])
    if moment is None:
        return None
    if fields[9] is None or not re.search(r"(?:[+-]\d{4}|\b[A-Z]{1,4})\s*(?:\([^)]*\))?$", said):
        return moment, "day"
    if not FIRST_YEAR <= moment.year <= LAST_YEAR or abs(fields[9]) > DAY_SECONDS:
        return None
    return moment - datetime.timedelta(seconds=fields[9]), "second"


def _javascript(said: str) -> tuple[datetime.datetime, str] | None:
    match = _JAVASCRIPT.match(said)
    return _mail("{1} {0} {2} {3} {4}".format(*match.groups())) if match else None


def _epoch(said: str) -> tuple[datetime.datetime, str] | None:
    if not _EPOCH.match(said):
        return None
    return datetime.datetime.fromtimestamp(int(said[:10]), UTC), "second"


def _east(line: str) -> Written | None:
    match = _EAST.search(line)
    return _written(match, int(match[1]), int(match[2]), int(match[3])) if match else None


def _year_first(line: str) -> Written | None:
    match = _YEAR_FIRST.search(line)
    return _written(match, int(match[1]), int(match[2]), int(match[3])) if match else None


def _dotted(line: str, language: str) -> Written | None:
    match = _DOTTED.search(line)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    if first > 12 or match[2] == "." or (language not in _MONTH_DAY_LANGUAGES and language != "und"):
        return _written(match, year, second, first)
    return _written(match, year, first, second) if second > 12 else None


def _era(language: str) -> int:
    """The years that the calendar of a language is ahead: 543 in Thai."""
    return int(lexicon.load("times").tables.get(language, {}).get("era", 0))


def _named(line: str, language: str) -> Written | None:
    names = _month_names(language)
    if vietnamese := _VIETNAMESE.search(line):
        return _written(vietnamese, int(vietnamese[3]), int(vietnamese[2]), int(vietnamese[1]))
    for pattern in (_YEAR_MONTH_DAY, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(line):
            month = names.get(match["month"].lower())
            if month:
                year = int(match["year"])
                era = _era(language)  # no year of ours is so late
                ahead = era if year - era >= FIRST_YEAR else 0
                return _written(match, year - ahead, month, int(match["day"]))
    return None


def _written(match: re.Match[str], year: int, month: int, day: int) -> Written | None:
    moment = _moment(year, month, day)
    return Written(moment, match.start(), match.end()) if moment and FIRST_YEAR <= year <= LAST_YEAR else None


@functools.cache
def _month_names(language: str) -> Mapping[str, int]:
    """Name → number of the month in `language`, then in English, then in any where all agree."""
    tables = lexicon.load("months").tables["months"]
    meanings: dict[str, set[int]] = defaultdict(set)
    for months in tables.values():
        for number, names in enumerate(months, 1):
            for name in names:
                meanings[name].add(number)
    names = {name: next(iter(numbers)) for name, numbers in meanings.items() if len(numbers) == 1}
    for own in ("en", language, f"{language}-Latn"):
        for number, listed in enumerate(tables.get(own, ()), 1):
            names.update(dict.fromkeys(listed, number))
    return names


@functools.cache
def month_words() -> frozenset[str]:
    """Every name of a month in any language, lower case."""
    tables = lexicon.load("months").tables["months"]
    return frozenset(name for months in tables.values() for names in months for name in names)
