"""Times in running text: dates, weekdays, relative days, years and clock times, with the interval they name.

An interval is given in UTC. A day without a zone runs from 00:00 to 23:59:59 UTC, both ends meant. A clock time
needs a date beside it; without a zone its interval is widened by what zones differ (UTC-12 to UTC+14). What cannot
be placed without guessing has a normal form (`--01-24`, `T11:00`) and no interval. Normal forms are ISO 8601's.
"""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.calendar_spans import TimeExpression, day_span, month_span, year_span
from sayso.annotate.calendar_words import AMBIGUOUS_MONTHS, CalendarWords, calendar_words
from sayso.annotate.designations import is_designation
from sayso.annotate.halves import Hour, read_hour
from sayso.annotate.joined_times import joined
from sayso.annotate.marked_dates import Parts, read_marked
from sayso.annotate.phrases import PhraseTable, Token
from sayso.annotate.relative_times import RelativeReader
from sayso.model import Clock, Interval

MIN_YEAR, MAX_YEAR = 1900, 2099
_FIRST_DATED = 1700  # with a day and a month beside it even this is a year; "3. Mai 1500 Menschen" has none
DATE_REACH = 6  # tokens between a clock time and the date it belongs to
_NOON = 12
_HALF_YEAR = datetime.timedelta(days=183)
_EARLIEST_ZONE, _LATEST_ZONE = datetime.timedelta(hours=14), datetime.timedelta(hours=12)
_ORDINAL = frozenset(("st", "nd", "rd", "th", "º", "ª", "er", "re", "e", "й", "го", "му", "м", "та", "ту", "ша", "ого"))
_LINKS = frozenset(".,") | {"de", "of", "del", "the", "d"}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$")
_DOTTED_CLOCK = re.compile(r"(\d{1,2})\.(\d{2})$")
_ISO = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})$")
_AMERICAN = frozenset({"mdy"})


def times_in(tokens: Sequence[Token], language: str, published: Clock | None) -> list[TimeExpression]:
    """The times named in one sentence, in order; relative ones are placed by when the article was published."""
    words = calendar_words(language)
    reader = _Reader(tokens, words, published.value.date() if published else None)
    relative = RelativeReader(tokens, language, published)
    found: list[TimeExpression] = []
    at = 0
    while at < len(tokens):
        time = relative.at(at) or reader.at(at)
        if time:
            found.append(time)
            at = max(time.last, at + 1)
        else:
            at += 1
    return _dated(joined(found, tokens, words))


def is_led_to(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a word that a year follows stands before token `at`: "died in | 2009 following a fall"."""
    words = calendar_words(language)
    return words is not None and words.before_year.ending_at(tokens, at, 2) is not None


def _dated(found: list[TimeExpression]) -> list[TimeExpression]:
    """Clock times with the day that stands beside them."""
    for i, time in enumerate(found):
        if time.clock is None:
            continue
        for other in (*found[i - 1 : i], *found[i + 1 : i + 2]):
            gap = other.first - time.last if other.first >= time.last else time.first - other.last
            if other.interval and other.interval.precision == "day" and other.interval.earliest and gap <= DATE_REACH:
                day = other.interval.earliest.date()
                found[i] = replace(time, name=f"{day}{time.name}", interval=_moment(day, time.clock, time.zone))
                break
    return found


def _moment(day: datetime.date, clock: tuple[int, int], zone: str) -> Interval:
    at = datetime.datetime.combine(day, datetime.time(clock[0] % 24, clock[1]), tzinfo=datetime.UTC)
    if zone and zone != "local":
        sign = -1 if zone[0] == "+" else 1
        at += sign * datetime.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
        return Interval(earliest=at, latest=at + datetime.timedelta(seconds=59), precision="minute")
    return Interval(earliest=at - _EARLIEST_ZONE, latest=at + _LATEST_ZONE, precision="minute")


class _Reader:
    def __init__(self, tokens: Sequence[Token], words: CalendarWords | None, published: datetime.date | None) -> None:
        self._tokens = tokens
        self._words = words
        self._published = published

    def at(self, at: int) -> TimeExpression | None:
        token = self._tokens[at]
        if token.word[0].isdecimal():
            if is_designation(self._tokens, at):
                return self._numeric(at) if self._word(at + 1) == "/" else None
            return self._numeric(at) or self._day_month(at) or self._clock(at) or self._bare_year(at)
        if self._words is None:
            return None
        if not self._words.named.begins(token.word):
            return None
        return self._by_marks(at) or self._month_first(at) or self._named_day(at)

    # numbers first

    def _number(self, at: int) -> int | None:
        if at < len(self._tokens) and self._tokens[at].word.isdecimal() and len(self._tokens[at].word) <= 4:
            return int(self._tokens[at].word)
        return None

    def _word(self, at: int) -> str:
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _numeric(self, at: int) -> TimeExpression | None:
        """2024-01-24, 24.01.2024, 24/01/2024, 2024年1月24日."""
        word = self._tokens[at].word
        if dotted := _DOTTED.match(word):
            return self._full(at, at + 1, _century(int(dotted[3]), dotted[3]), int(dotted[2]), int(dotted[1]))
        if iso := _ISO.match(word):
            return self._full(at, at + 1, int(iso[1]), int(iso[2]), int(iso[3]))
        first, second, third = self._number(at), self._number(at + 2), self._number(at + 4)
        mark = self._word(at + 1)
        if first and second and third and mark in "-/" and self._word(at + 3) == mark:
            if first >= MIN_YEAR:
                return self._full(at, at + 5, first, second, third)
            year = _century(third, self._word(at + 4))
            if mark == "/" or third >= MIN_YEAR:
                return self._slashed(at, first, second, year)
        if self._words and self._words.is_han:
            return self._han_date(at)
        return self._by_marks(at) or (self._year_first(at) if self._words and self._words.year_first else None)

    def _by_marks(self, at: int) -> TimeExpression | None:
        """5월 3일, 지난 12일, ngày 3 tháng 5, ngày 3/5."""
        parts = read_marked(self._tokens, at, self._words.marks) if self._words and self._words.marks else None
        if parts is None:
            return None
        if parts.month is None and parts.day is not None and parts.turn != 0:
            return self._day_by_turn(at, parts)
        return self._composed(at, parts.last, parts.year, parts.month, parts.day)

    def _day_by_turn(self, at: int, parts: Parts) -> TimeExpression | None:
        """The last, the next or the nearest such day. A zone may be a day ahead of that of publication."""
        if self._published is None:
            name = f"---{parts.day:02}"
            return TimeExpression(at, parts.last, name, None) if _is_day(2024, 1, parts.day or 0) else None
        ways = (-1, 1) if parts.turn is None else (parts.turn,)
        for far in range(-1, 32):
            for way in ways:
                day = self._published + datetime.timedelta(days=far * way)
                if day.day == parts.day:
                    return self._full(at, parts.last, day.year, day.month, day.day)
        return None

    def _year_first(self, at: int) -> TimeExpression | None:
        """2024 m. sausio 24 d., 2024 metų sausį."""
        year = self._bare_year(at)
        if self._words is None or year is None or year.last >= len(self._tokens):
            return None
        month_at = year.last + (self._word(year.last) == ".")
        if month_at >= len(self._tokens) or (found := self._words.months.match(self._tokens, month_at)) is None:
            return None
        day, last = self._day_after(found[0])
        return self._composed(at, last, int(year.name), found[1], day)

    def _day_after(self, at: int) -> tuple[int | None, int]:
        """(day, index after it) where a number and the word for a day stand, else (None, `at`)."""
        day = self._number(at)
        if self._words is None or day is None or not (end := self._match(self._words.day_after, at + 1)):
            return None, at
        return day, end

    def _slashed(self, at: int, first: int, second: int, year: int) -> TimeExpression | None:
        american = self._words is not None and self._words.order in _AMERICAN
        if first > 12 or not american:
            return self._full(at, at + 5, year, second, first)
        if second > 12:
            return self._full(at, at + 5, year, first, second)
        # 03/04/2024 in English: which is the month cannot be told
        if _is_day(year, second, first):
            return TimeExpression(at, at + 5, str(year), year_span(year))
        return None

    def _han_date(self, at: int) -> TimeExpression | None:
        year = month = day = None
        last = at
        if self._word(at + 1) == "年" and len(self._word(at)) == 4:
            year, last = self._number(at), at + 2
        if self._word(last + 1) == "月" and (number := self._number(last)):
            month, last = number, last + 2
        if self._word(last + 1) in {"日", "号", "號"} and (month or last == at) and (number := self._number(last)):
            day, last = number, last + 2
        if last == at:
            return None
        return self._composed(at, last, year, month, day)

    def _composed(
        self, first: int, last: int, year: int | None, month: int | None, day: int | None
    ) -> TimeExpression | None:
        if year is not None and not (MIN_YEAR if month is None else _FIRST_DATED) <= year <= MAX_YEAR:
            return None
        if month is None:
            if day is not None:
                return self._day_of_this_month(first, last, day) if year is None else None
            return TimeExpression(first, last, str(year), year_span(year)) if year else None
        if not 1 <= month <= 12:
            return None
        if day is None:
            year = year or self._nearest_year(month, 15)
            if year is None:
                return TimeExpression(first, last, f"--{month:02}", None)
            return TimeExpression(first, last, f"{year}-{month:02}", month_span(year, month))
        year = year or self._nearest_year(month, day)
        if year is None:
            return TimeExpression(first, last, f"--{month:02}-{day:02}", None) if _is_day(2024, month, day) else None
        return self._full(first, last, year, month, day)

    def _day_of_this_month(self, first: int, last: int, day: int) -> TimeExpression | None:
        if self._published is None or not _is_day(self._published.year, self._published.month, day):
            return None
        return self._full(first, last, self._published.year, self._published.month, day)

    @staticmethod
    def _full(first: int, last: int, year: int, month: int, day: int) -> TimeExpression | None:
        if not _is_day(year, month, day):
            return None
        date = datetime.date(year, month, day)
        return TimeExpression(first, last, date.isoformat(), day_span(date))

    def _nearest_year(self, month: int, day: int) -> int | None:
        """The year that puts a day within half a year of publication."""
        if self._published is None:
            return None
        for year in (self._published.year, self._published.year - 1, self._published.year + 1):
            if _is_day(year, month, day) and abs(datetime.date(year, month, day) - self._published) <= _HALF_YEAR:
                return year
        return None

    def _day_month(self, at: int) -> TimeExpression | None:
        """24 January 2024, 24. Januar, 24 de enero de 2024, 24-го января."""
        day = self._number(at)
        words = self._words
        if words is None or day is None or not 1 <= day <= 31 or len(self._word(at)) > 2:
            return None
        if words.marks and not words.marks.behind:
            return None
        month_at = at + 1
        if self._word(month_at) == "-" and self._word(month_at + 1) in _ORDINAL:
            month_at += 2
        if self._word(month_at) in _ORDINAL:
            month_at += 1
        while month_at < at + 4 and (self._word(month_at) in _LINKS or self._word(month_at) in words.between):
            month_at += 1
        if month_at >= len(self._tokens) or (found := words.months.match(self._tokens, month_at)) is None:
            return None
        last, month = found
        year, last = self._year_after(last)
        if year is None and words.era and len(self._word(last)) == 4 and self._number(last):
            return None  # a year too far off: not that day of this year
        return self._composed(at, last, year, month, day)

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """(year, index after it) where one follows, else (None, `at`)."""
        look = at
        while self._word(look) in _LINKS and look < at + 2:
            look += 1
        year = self._calendar_year(look)
        if year is None or not _FIRST_DATED <= year <= MAX_YEAR or len(self._word(look)) != 4:
            return None, at
        last = look + 1
        if self._words and last < len(self._tokens) and (found := self._words.after_year.match(self._tokens, last)):
            last = found[0]
        return year, last

    def _calendar_year(self, at: int) -> int | None:
        """The number at `at`, less what the calendar of the language is ahead: 2567 in Thai is 2024."""
        year, era = self._number(at), self._words.era if self._words else 0
        return year - era if era and year and year - era >= MIN_YEAR else year

    def _bare_year(self, at: int) -> TimeExpression | None:
        year = self._calendar_year(at)
        if self._words is None or year is None or not MIN_YEAR <= year <= MAX_YEAR or len(self._word(at)) != 4:
            return None
        if at + 1 < len(self._tokens) and (after := self._words.after_year.match(self._tokens, at + 1)):
            return TimeExpression(at, after[0], str(year), year_span(year))
        era = self._words.era  # what is so far ahead is no count
        ends = bool(era) or at + 1 == len(self._tokens) or not self._tokens[at + 1].is_word
        if ends and self._words.before_year.ending_at(self._tokens, at, 4 if era else 2):
            return TimeExpression(at, at + 1, str(year), year_span(year))
        return None

    def _clock(self, at: int) -> TimeExpression | None:
        """11:00, 11.00 Uhr, 11h00, 11 am, 11 часов по Москве."""
        words = self._words
        hour, minute, last = self._number(at), 0, at + 1
        sure = False
        if hour is not None and self._word(last) in {":", "h"} and self._tokens[last].start == self._tokens[at].end:
            if (minutes := self._number(last + 1)) is not None and len(self._word(last + 1)) == 2:
                minute, last, sure = minutes, last + 2, True
        elif (dotted := _DOTTED_CLOCK.match(self._tokens[at].word)) and words and self._is_clock(at):
            hour, minute, sure = int(dotted[1]), int(dotted[2]), True
        if hour is None or hour > 24 or minute > 59 or (words and words.dawn.ending_at(self._tokens, at, 1)):
            return None
        if words and words.halves and hour <= 12:
            placed = read_hour(self._tokens, at, Hour(last, hour, minute), words.halves)
            if placed:
                return self._clock_words(at, placed.last, (placed.hour, placed.minute), sure=True)
        if self._word(last) == "-" and self._word(last + 1) in _ORDINAL:
            last += 2
        elif self._word(last) == "." and self._word(last + 1).isalpha():
            last += 1
        if words is None:
            return self._at_clock(at, last, hour, minute, "") if sure else None
        return self._clock_words(at, last, (hour, minute), sure=sure)

    def _is_clock(self, at: int) -> bool:
        """Whether a word for the hour stands beside "11.30": "11.30 Uhr", "kl. 11.30"."""
        words = self._words
        if words is None:
            return False
        return self._match(words.hours, at + 1) > 0 or words.hours_before.ending_at(self._tokens, at, 2) is not None

    def _clock_words(self, at: int, last: int, clock: tuple[int, int], *, sure: bool) -> TimeExpression | None:
        words = self._words
        if words is None:
            return None
        hour, minute = clock
        end = last
        if found := self._match(words.hours, end):
            end = found
            last = end if sure or self._word(end - 1) in {"uhr", "o'clock", "uur"} else last
            sure = sure or self._word(end - 1) in {"uhr", "clock", "uur"}
        if (found := self._match(words.am, end)) or (later := self._match(words.pm, end)):
            hour = (0 if hour == _NOON else hour) if found else hour + _NOON if hour < _NOON else hour
            last = end = found or later or end
            sure = True
        if found := self._match(words.parts, end):
            last = end = found
            sure = True
        if self._word(end) in {",", "("}:
            end += 1
        zone = ""
        if end < len(self._tokens) and (zoned := words.zones.match(self._tokens, end)):
            last, zone = zoned
            sure = True
        return self._at_clock(at, last, hour, minute, zone) if sure else None

    def _match(self, table: PhraseTable[bool], at: int) -> int:
        """The index after a phrase of `table` at `at`, 0 where there is none."""
        found = table.match(self._tokens, at) if at < len(self._tokens) else None
        return found[0] if found else 0

    @staticmethod
    def _at_clock(first: int, last: int, hour: int, minute: int, zone: str) -> TimeExpression:
        shown = zone if zone and zone != "local" else ""
        name = f"T{hour % 24:02}:{minute:02}{shown}"
        return TimeExpression(first, last, name, None, clock=(hour % 24, minute), zone=zone)

    # words first

    def _month_first(self, at: int) -> TimeExpression | None:
        words = self._words
        if words is None or (found := words.months.match(self._tokens, at)) is None:
            return None
        last, month = found
        if words.marks and not words.marks.behind:
            return None  # "mỗi tháng hai lần" is twice a month
        if words.year_first:
            day, last = self._day_after(last)
            if day is not None:
                return self._composed(at, last, None, month, day)
        if self._word(last) == ".":
            last += 1
        day = self._number(last)
        if day is not None and 1 <= day <= 31 and len(self._word(last)) <= 2 and self._puts_month_first(last):
            end = last + 1
            if self._word(end) in _ORDINAL:
                end += 1
            year, end = self._year_after(end)
            return self._composed(at, end, year, month, day)
        year, end = self._year_after(found[0])
        if year is not None:
            return self._composed(at, end, year, month, None)
        is_short = found[0] == at + 1 and len(self._tokens[at].word) <= 4
        if self._tokens[at].word in AMBIGUOUS_MONTHS or is_short:
            return None
        return self._composed(at, found[0], None, month, None)

    def _puts_month_first(self, at: int) -> bool:
        """Whether a number at `at`, behind a month, is its day."""
        words = self._words
        if words is None or words.year_first:
            return False
        return words.order in {"mdy", "ymd"} or (words.dated_last and self._year_after(at + 1)[0] is not None)

    def _named_day(self, at: int) -> TimeExpression | None:
        words = self._words
        if words is None:
            return None
        if shift := words.days.match(self._tokens, at):
            last, days = shift
            return None if self._match(words.not_before, last) else self._shifted(at, last, days)
        if (found := words.weekdays.match(self._tokens, at)) is None or self._tokens[at].word in AMBIGUOUS_MONTHS:
            return None
        last, weekday = found
        if self._match(words.not_before, last) or words.not_after.ending_at(self._tokens, at, 2):
            return None
        if self._published is None:
            return TimeExpression(at, last, f"-W-{weekday + 1}", None)
        back = (self._published.weekday() - weekday) % 7
        ahead = bool(words.next.ending_at(self._tokens, at, 2)) or self._match(words.next, last) > 0
        return self._shifted(at, last, (7 - back) if ahead else -back)

    def _shifted(self, first: int, last: int, days: int) -> TimeExpression:
        if self._published is None:
            return TimeExpression(first, last, f"P{days}D", None)
        date = self._published + datetime.timedelta(days=days)
        return TimeExpression(first, last, date.isoformat(), day_span(date))


def _century(year: int, written: str) -> int:
    return year + 2000 if len(written) == 2 else year


def _is_day(year: int, month: int, day: int) -> bool:
    return _FIRST_DATED <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
