"""Which half of the day an hour of a twelve-hour clock is in: "오후 3시", "3 giờ chiều", "pukul 8 malam"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.annotate.phrases import PhraseTable, Token, grouped, word_set

_REACH = 3  # tokens of the longest word for a part of the day
_NOON = 12
_FIRST_AT_NIGHT, _LAST_AT_MIDDAY = 6, 5


class Hour(NamedTuple):
    """The index after a clock time, with its hour on a clock of 24 hours."""

    last: int
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Halves:
    """The words of one language for the parts of the day, before an hour or behind it, and for hours and minutes."""

    before: PhraseTable[str]
    after: PhraseTable[str]
    hours: PhraseTable[bool]
    minutes: PhraseTable[bool]
    half: PhraseTable[bool]  # half past

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Halves | None":
        """The words of a language's table; None where it has none."""
        told: Mapping[str, Any] | None = table.get("halves")
        if told is None:
            return None
        parts = grouped({part: told.get(part, ()) for part in ("morning", "midday", "afternoon", "night")})
        none = grouped({})
        leads = told.get("lead", False)
        before, after = (parts, none) if leads else (none, parts)
        words = (table.get("hours", ()), told.get("minutes", ()), told.get("half", ()))
        return cls(before, after, *map(word_set, words))


def read_hour(tokens: Sequence[Token], at: int, clock: Hour, halves: Halves) -> Hour | None:
    """The clock time `clock`, as its digits give it from token `at` on, where a part of the day places it."""
    last, hour, minute = clock
    marked = _begins(halves.hours, tokens, last)
    last = marked or last
    if marked and last < len(tokens) and tokens[last].word.isdecimal() and len(tokens[last].word) <= 2:
        # what the number counts is known by the word behind it: "11시 30분", but "11 giờ 30 người"
        end = _begins(halves.minutes, tokens, last + 1)
        if end or halves.after.match(tokens, min(last + 1, len(tokens) - 1)):
            minute, last = int(tokens[last].word), end or last + 1
    elif marked and (end := _begins(halves.half, tokens, last)):
        minute, last = 30, end
    before = halves.before.ending_at(tokens, at, _REACH)
    after = halves.after.match(tokens, last) if last < len(tokens) else None
    if minute > 59 or not (after or (before and (marked or clock.last > at + 1))):
        return None
    part = after[1] if after else before[1] if before else ""
    return Hour(after[0] if after else last, _placed(hour, part), minute)


def _placed(hour: int, part: str) -> int:
    if part == "morning":
        return hour % _NOON if hour == _NOON else hour
    if part == "night":
        return hour + _NOON if _FIRST_AT_NIGHT <= hour < _NOON else 0 if hour == _NOON else hour
    if part == "midday":
        return hour + _NOON if hour <= _LAST_AT_MIDDAY else hour
    return hour + _NOON if hour < _NOON else hour


def _begins(table: PhraseTable[bool], tokens: Sequence[Token], at: int) -> int:
    found = table.match(tokens, at) if at < len(tokens) else None
    return found[0] if found else 0
