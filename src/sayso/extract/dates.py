"""Dates as sources state them, as clocks in UTC that are no more precise than the words.

ISO 8601, RFC 822, and dates in words ("January 25, 2024", "24 января 2024 г.", "2024年1月24日"); month names
are those of lexicons/times.toml. A time without a zone is read as UTC, and `precision` still says "minute".
"""

import datetime
import email.utils
import functools
import re

from sayso import lexicon
from sayso.model import Clock

_ISO = re.compile(
    r"(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ](?P<h>\d{2}):(?P<min>\d{2})(?P<s>:\d{2}(?:[.,]\d+)?)?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_NUMERIC = re.compile(r"(?<!\d)(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d{2})(?!\d)")
_HAN = re.compile(r"(?P<y>(?:19|20)\d{2})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일号號]?")


@functools.cache
def _months() -> dict[str, int]:
    """Month word → number; words that stand for any ending are kept as prefixes, with their star."""
    words: dict[str, int] = {}
    for table in lexicon.load("times").tables.values():
        for number, names in enumerate(table.get("months", ()), start=1):
            for name in names:
                words.setdefault(name.casefold(), number)
    return words


@functools.cache
def _worded() -> re.Pattern[str]:
    names = sorted(_months(), key=lambda name: (-len(name), name))
    month = "|".join(re.escape(name[:-1]) + r"\w*" if name.endswith("*") else re.escape(name) for name in names)
    day, year = r"(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th|º|er|\.)?", r"(?P<y{0}>(?:19|20)\d{{2}})(?!\d)"
    return re.compile(
        rf"\b{day.format(1)}\s+(?:de |d')?(?P<m1>{month})\.?,?\s+(?:de |del )?{year.format(1)}"
        rf"|\b(?P<m2>{month})\.?\s+{day.format(2)},?\s+{year.format(2)}",
        re.IGNORECASE,
    )


def read_date(text: str, basis: str) -> Clock | None:
    """The date that `text` states, None if it states none. `basis` says where the text stood."""
    text = text.strip()[:200]
    if match := _ISO.match(text):
        return _from_iso(match, basis)
    if re.match(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}|\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        try:
            value = email.utils.parsedate_to_datetime(text)
        except (ValueError, TypeError):
            return None
        return _clock(value, "second", text, basis)
    found = find_date(text)
    return None if found is None else _clock(found[2], "day", text, basis)


def find_date(text: str) -> tuple[int, int, datetime.datetime] | None:
    """(start, end, day) of the first whole date in words or digits; None if there is none."""
    best: tuple[int, int, datetime.datetime] | None = None
    for pattern in (_worded(), _HAN, _NUMERIC, _ISO):
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            day = _day(match)
            best = best if day is None else (match.start(), match.end(), day)
    return best


def _day(match: re.Match[str]) -> datetime.datetime | None:
    parts = {name.rstrip("12"): value for name, value in match.groupdict().items() if value}
    month = int(parts["m"]) if parts["m"].isdigit() else _month(parts["m"].casefold())
    try:
        return datetime.datetime(int(parts["y"]), month, int(parts["d"]), tzinfo=datetime.UTC)
    except ValueError:
        return None


def _month(word: str) -> int:
    known = _months()
    if word in known:
        return known[word]
    return next((number for name, number in known.items() if name.endswith("*") and word.startswith(name[:-1])), 0)


def _from_iso(match: re.Match[str], basis: str) -> Clock | None:
    day = _day(match)
    if day is None or match["h"] is None:
        return None if day is None else _clock(day, "day", match.group(), basis)
    try:
        seconds = float(match["s"][1:].replace(",", ".")) if match["s"] else 0.0
        zone = _zone(match["zone"])
        value = day.replace(hour=int(match["h"]), minute=int(match["min"]), second=int(seconds), tzinfo=zone)
    except ValueError:
        return None
    return _clock(value, "second" if match["s"] else "minute", match.group(), basis)


def _zone(name: str | None) -> datetime.timezone:
    if not name or name in ("Z", "UTC", "GMT"):
        return datetime.UTC
    minutes = int(name[1:3]) * 60 + int(name[-2:])
    return datetime.timezone(datetime.timedelta(minutes=-minutes if name[0] == "-" else minutes))


def _clock(value: datetime.datetime, precision: str, text: str, basis: str) -> Clock:
    aware = value if value.tzinfo else value.replace(tzinfo=datetime.UTC)
    return Clock(value=aware.astimezone(datetime.UTC), precision=precision, text=text, basis=basis)
