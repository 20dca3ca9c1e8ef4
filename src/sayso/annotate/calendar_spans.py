"""What a time expression is, and the stretches of the calendar that one names: a day, a week, a month, a year."""

import calendar
import datetime
from dataclasses import dataclass

from sayso.model import Interval

MIN_DAY, MAX_DAY = datetime.date(1700, 1, 1), datetime.date(2099, 12, 31)
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens `[first, last)` that name a time; `name` is its normal form.

    `unit` is year, month, week or day where the words count from the day of publication ("last year").
    """

    first: int
    last: int
    name: str
    interval: Interval | None
    clock: tuple[int, int] | None = None
    zone: str = ""
    unit: str = ""


def stretch(first: datetime.date, last: datetime.date, precision: str) -> Interval:
    """From the first moment of one day to the last second of another."""
    start = datetime.datetime.combine(first, datetime.time(), tzinfo=datetime.UTC)
    end = datetime.datetime.combine(last, datetime.time(23, 59, 59), tzinfo=datetime.UTC)
    return Interval(earliest=start, latest=end, precision=precision)


def day_span(day: datetime.date) -> Interval:
    """A day of the calendar."""
    return stretch(day, day, "day")


def month_span(year: int, month: int) -> Interval:
    """A month of the calendar."""
    last = calendar.monthrange(year, month)[1]
    return stretch(datetime.date(year, month, 1), datetime.date(year, month, last), "month")


def year_span(year: int) -> Interval:
    """A year of the calendar."""
    return stretch(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


def week_of(day: datetime.date, begins: int = 0) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of the week that holds `day`; `begins` is its first weekday, Monday being 0."""
    first = day - _DAY * ((day.weekday() - begins) % 7)
    return first, first + 6 * _DAY


def months_off(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on, the last of its month where that is shorter; kept within the years read."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    if not MIN_DAY.year <= year <= MAX_DAY.year:
        return MIN_DAY if year < MIN_DAY.year else MAX_DAY
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
