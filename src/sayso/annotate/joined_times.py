"""Times of which one says in which year, month or week the other lies: "in June of last year", "Tuesday next week".

By itself a month without a year is the nearest, and a weekday the last: "去年6月" is neither.
"""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.calendar_spans import TimeExpression, day_span, month_span
from sayso.annotate.calendar_words import AMBIGUOUS_MONTHS, CalendarWords
from sayso.annotate.phrases import Token

_REACH = 3  # tokens between the two
_LINKS = frozenset(
    {"of", "in", "de", "del", "della", "dello", "dell", "'", "des", "der", "do", "da", "l", "la", "el", "van", "im"}
    | {"в", "у", "w", "ve", "の", "的", "i", "den", "the", "din", "a", "az", "ya", "wa"}
)
_LONGEST = 5  # tokens of a weekday or a month
_MONTH, _DAY = len("2031-06"), len("2031-06-05")


def joined(
    found: Sequence[TimeExpression], tokens: Sequence[Token], words: CalendarWords | None
) -> list[TimeExpression]:
    """The times of a sentence, those that tell one time together as one."""
    kept: list[TimeExpression] = []
    for plain in found:
        time = _with_beside(plain, tokens, words) if plain.unit and words else plain
        if kept and kept[-1].first < time.first < kept[-1].last:
            time = plain  # "5 de | junio | del año pasado": the month is a part of a date
        if kept and time.last <= kept[-1].last:
            continue
        while kept and kept[-1].last > time.first:
            kept.pop()
        one = _one(kept[-1], time, tokens, words) if kept and words else None
        if one:
            kept[-1] = one
        else:
            kept.append(time)
    return kept


def _with_beside(told: TimeExpression, tokens: Sequence[Token], words: CalendarWords) -> TimeExpression:
    """A week with its weekday, a year with its month, a month with its day, though that alone would be no time."""
    if told.interval is None:
        return told
    if told.unit == "week" and (day := _weekday_beside(told, tokens, words)):
        return day
    if told.unit == "year" and (month := _month_before(told, tokens, words)):
        return month
    if told.unit == "month" and (day := _day_behind(told, tokens, words)):
        return day
    return told


def _weekday_beside(told: TimeExpression, tokens: Sequence[Token], words: CalendarWords) -> TimeExpression | None:
    for at in (told.last - 2, told.last - 1) if words.is_han else (told.last,):  # 上|星期天, 下|周二
        if at < len(tokens) and (behind := words.weekdays.match(tokens, at)) and behind[0] > told.last:
            return replace(_in_week(told, behind[1]), first=told.first, last=behind[0])
    if before := words.weekdays.ending_at(tokens, _behind_links(tokens, told.first), _LONGEST):
        return replace(_in_week(told, before[1]), first=before[0], last=told.last)
    return None


def _month_before(told: TimeExpression, tokens: Sequence[Token], words: CalendarWords) -> TimeExpression | None:
    end = _behind_links(tokens, told.first)
    before = words.months.ending_at(tokens, end, _LONGEST)
    if before is None or (before[0] and tokens[before[0] - 1].is_number):
        return None  # with its day the month is a date of its own
    if end == told.first and tokens[before[0]].word in AMBIGUOUS_MONTHS:
        return None
    return replace(_month(int(told.name), before[1]), first=before[0], last=told.last)


def _day_behind(told: TimeExpression, tokens: Sequence[Token], words: CalendarWords) -> TimeExpression | None:
    at = told.last
    if words.marks is None or not words.marks.behind or at + 1 >= len(tokens) or len(told.name) != _MONTH:
        return None
    marked = words.marks.day.match(tokens, at + 1)
    if marked is None or not tokens[at].word.isdecimal() or tokens[at].end != tokens[at + 1].start:
        return None
    day = _date(int(told.name[:4]), int(told.name[5:]), int(tokens[at].word))
    return replace(day, first=told.first, last=marked[0]) if day else None


def _behind_links(tokens: Sequence[Token], at: int) -> int:
    """The place before `at` and the small words that stand there."""
    end = at
    while end > max(0, at - _REACH) and tokens[end - 1].word in _LINKS:
        end -= 1
    return end


def _one(
    first: TimeExpression, second: TimeExpression, tokens: Sequence[Token], words: CalendarWords | None
) -> TimeExpression | None:
    between = tokens[first.last : second.first]
    if words is None or len(between) > _REACH or any(token.word not in _LINKS for token in between):
        return None
    if bool(first.unit) == bool(second.unit):
        return None
    told, dated = (first, second) if first.unit else (second, first)
    if told.interval is None or told.interval.earliest is None or dated.clock or _has_year(dated, tokens):
        return None
    whole = _placed(told, dated, tokens, words)
    return replace(whole, first=first.first, last=second.last) if whole else None


def _has_year(time: TimeExpression, tokens: Sequence[Token]) -> bool:
    return any(len(token.word) >= 4 and token.is_number for token in tokens[time.first : time.last])


def _placed(
    told: TimeExpression, dated: TimeExpression, tokens: Sequence[Token], words: CalendarWords
) -> TimeExpression | None:
    if words.weekdays.match(tokens, dated.first):
        return None
    if told.unit == "year" and len(dated.name) == _MONTH:
        return _month(int(told.name), int(dated.name[-2:]))
    if len(dated.name) != _DAY or not dated.name[:4].isdecimal():
        return None
    if told.unit == "year":
        return _date(int(told.name), int(dated.name[5:7]), int(dated.name[8:]))
    is_bare = dated.last - dated.first == 2 and words.is_han  # 先月|12日
    if told.unit == "month" and is_bare and len(told.name) == _MONTH:
        return _date(int(told.name[:4]), int(told.name[5:]), int(dated.name[8:]))
    return None


def _in_week(told: TimeExpression, weekday: int) -> TimeExpression:
    year, week = told.name.split("-W")
    return _date_of(datetime.date.fromisocalendar(int(year), int(week), weekday + 1))


def _month(year: int, month: int) -> TimeExpression:
    return TimeExpression(0, 0, f"{year}-{month:02}", month_span(year, month))


def _date(year: int, month: int, day: int) -> TimeExpression | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return _date_of(datetime.date(year, month, day))


def _date_of(day: datetime.date) -> TimeExpression:
    return TimeExpression(0, 0, day.isoformat(), day_span(day))
