"""Years, months, weeks and days told from the day of publication: "last year", "next week", "two years ago".

What runs up to now is none ("over the last two years", "since last year"), nor is how long something lasts, nor what
is told from another event ("two years before the vote"). Counted times are taken wider than their unit: people round.
"""

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, NamedTuple

from sayso import lexicon
from sayso.annotate.calendar_spans import (
    TimeExpression,
    day_span,
    month_span,
    months_off,
    stretch,
    week_of,
    year_span,
)
from sayso.annotate.numerals import BOUND_REACH, NumeralReader
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set
from sayso.model import Clock, Interval

UNITS: Final = ("year", "month", "week", "day")
_SPOKEN_OF: Final = ("year", "month", "week")  # what may be the last or the next; days have their own words
_FARTHEST: Final = {"year": 150, "month": 120, "week": 100, "day": 100}  # what is told in more of them is told roughly
_REACH: Final = 6  # tokens of the longest phrase that bars a reading
_AT_TURN: Final = 60  # days from the turn of a year within which "a year ago" may mean the year beyond it
_HALF_MONTH: Final = 15
_HALF_WEEK: Final = 3
_EXACT_DAYS: Final = 2  # "two days ago" is that day, "five days ago" about then
_TENTHS: Final = 10  # "twenty years ago" is as rough as two years
_SOLAR_NEW_YEAR: Final = (3, 21)
_SOLAR_MONTH: Final = 21  # days by which months of the solar calendar end later
_COARSE: Final = frozenset({"year", "month"})
_DASHES: Final = frozenset("-–—/")
_DAYS_OF: Final = {"week": 7, "day": 1}
_COUNTED: Final = (("alone", 1), ("twin", 2), ("thrice", 3))


class _Told(NamedTuple):
    """Tokens `[first, last)`: so many units off; `counted` where a number says how many, `loose` where roughly."""

    first: int
    last: int
    unit: str
    shift: int
    counted: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class RelativeWords:
    """The words of one language."""

    told: PhraseTable[tuple[str, int]]  # "last year"
    units: PhraseTable[str]
    whole: PhraseTable[tuple[str, int]]  # a unit that holds its own number: عامين
    counts: PhraseTable[float]
    before: PhraseTable[int]  # what stands before a number: "vor", "in"
    after: PhraseTable[int]
    between: PhraseTable[bool]
    not_after: PhraseTable[bool]
    not_before: PhraseTable[bool]
    lasting: frozenset[str]  # units that "in" counts for how long something takes: "in 51 Tagen"
    bad_endings: tuple[str, ...]  # of the word before: "seçimden iki yıl önce" is told from an election
    unit_first: bool
    solar: bool
    week_starts: tuple[int, ...]
    numerals: NumeralReader

    @property
    def bounds(self) -> PhraseTable[str] | None:
        """What makes a number a rough one; None where numbers have no words."""
        return self.numerals.words.bounds if self.numerals.words else None


@functools.cache
def relative_words(language: str) -> RelativeWords | None:
    """The words of `language`, None where it has none."""
    code = primary(language)
    table = lexicon.load("relative_times").tables.get(code)
    if table is None:
        return None
    counts = [(form, float(value)) for value, forms in table.get("counts", {}).items() for form in forms]
    whole = [(form, (unit, n)) for key, n in _COUNTED for unit, forms in table.get(key, {}).items() for form in forms]
    return RelativeWords(
        told=PhraseTable(_told(table)),
        units=PhraseTable((form, unit) for unit in UNITS for form in table.get(f"{unit}s", ())),
        whole=PhraseTable(whole),
        counts=PhraseTable([*counts, *((form, 1.0) for form in table.get("one", ()))]),
        before=_signed(table, "before"),
        after=_signed(table, "after"),
        between=word_set(table.get("between", ())),
        not_after=word_set(table.get("not_after", ())),
        not_before=word_set(table.get("not_before", ())),
        lasting=frozenset(table.get("lasting", ())),
        bad_endings=tuple(table.get("not_after_endings", ())),
        unit_first=table.get("unit_first", False),
        solar=table.get("solar", False),
        week_starts=tuple(table.get("week_starts", (0,))),
        numerals=NumeralReader(code),
    )


def _signed(table: Mapping[str, Any], where: str) -> PhraseTable[int]:
    ways = ((-1, f"ago_{where}"), (1, f"ahead_{where}"))
    return PhraseTable((word, sign) for sign, key in ways for word in table.get(key, ()))


def _told(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Every phrase that names a unit by where it lies from now."""
    for shift, key in ((-1, "last"), (1, "next"), (0, "this")):
        # "this week" is loosely the last seven days, and "this month" no narrower than the year to whoever compares
        for unit in _SPOKEN_OF if shift else ("year",):
            forms = table.get(unit, ())
            yield from ((f"{word} {form}", (unit, shift)) for word, form in product(table.get(key, ()), forms))
            behind = product(forms, table.get(f"{key}_after", ()))
            yield from ((f"{form} {word}", (unit, shift)) for form, word in behind)
    for unit, shifts in table.get("said", {}).items():
        yield from ((form, (unit, int(shift))) for shift, forms in shifts.items() for form in forms)


class RelativeReader:
    """Reads the relative times of one sentence."""

    def __init__(self, tokens: Sequence[Token], language: str, published: Clock | None) -> None:
        self._tokens = tokens
        self._words = relative_words(language)
        known = published is not None and published.precision not in _COARSE
        self._day = published.value.date() if published and known else None

    def at(self, at: int) -> TimeExpression | None:
        """The time that begins with token `at`."""
        words = self._words
        if words is None:
            return None
        told = self._named(words, at) or self._led(words, at) or self._counted(words, at)
        if told is None or self._is_barred(words, told):
            return None
        name, interval = _placed(told, self._day, words)
        return TimeExpression(told.first, told.last, name, interval, unit=told.unit)

    def _named(self, words: RelativeWords, at: int) -> _Told | None:
        found = words.told.match(self._tokens, at)
        return _Told(at, found[0], *found[1], counted=False, loose=False) if found else None

    def _led(self, words: RelativeWords, at: int) -> _Told | None:
        """A number of units behind the word that places them: "vor zwei Jahren", "il y a plus de deux ans"."""
        found = words.before.match(self._tokens, at)
        if found is None:
            return None
        number, sign = found
        bounds = words.bounds
        bound = bounds.match(self._tokens, number) if bounds and number < len(self._tokens) else None
        counted = self._count(words, bound[0] if bound else number)
        if counted is None:
            return None
        last, unit, count = counted
        if sign > 0 and unit in words.lasting:
            return None
        again = words.after.match(self._tokens, last) if last < len(self._tokens) else None
        if again and again[1] == sign:
            last = again[0]  # "há dois anos atrás"
        return _Told(at, last, unit, sign * count, counted=True, loose=bound is not None)

    def _counted(self, words: RelativeWords, at: int) -> _Told | None:
        """A number of units before the word that places them: "two years ago"."""
        if not words.after or (at and self._goes_on(words, at)):
            return None
        counted = self._count(words, at)
        if counted is None or counted[0] >= len(self._tokens):
            return None
        last, unit, count = counted
        found = words.after.match(self._tokens, last)
        if found is None:
            return None
        loose = words.bounds is not None and words.bounds.ending_at(self._tokens, at, BOUND_REACH) is not None
        return _Told(at, found[0], unit, found[1] * count, counted=True, loose=loose)

    def _goes_on(self, words: RelativeWords, at: int) -> bool:
        """Whether a number is the end of another: "two or | three years ago", "2-3 years"."""
        before = self._tokens[at - 1]
        if before.is_number or before.word in _DASHES:
            return True
        numbers = words.numerals.words
        if numbers is None:
            return False
        return any(table.ending_at(self._tokens, at, 2) for table in (numbers.or_, numbers.to))

    def _count(self, words: RelativeWords, at: int) -> tuple[int, str, int] | None:
        """(index after them, unit, how many) where a number of units stands at `at`."""
        tokens = self._tokens
        if at >= len(tokens):
            return None
        if whole := words.whole.match(tokens, at):
            is_year = whole[0] < len(tokens) and tokens[whole[0]].is_number  # "قبل عام 2029"
            return None if is_year else (whole[0], *whole[1])
        if words.unit_first:
            unit = words.units.match(tokens, at)
            number = self._number(words, unit[0]) if unit and unit[0] < len(tokens) else []
            return next(((last, unit[1], n) for n, last in number if unit and _is_near(n, unit[1])), None)
        for count, last in self._number(words, at):
            end = last
            if end < len(tokens) and (link := words.between.match(tokens, end)):
                end = link[0]
            unit = words.units.match(tokens, end) if end < len(tokens) else None
            if unit and _is_near(count, unit[1]):
                return unit[0], unit[1], count
        return None

    def _number(self, words: RelativeWords, at: int) -> list[tuple[int, int]]:
        """(whole number, index after it) at `at`: of all its words, and of the first, for "năm" is five and a year."""
        tokens, numbers = self._tokens, words.numerals.words
        word = tokens[at].word
        if not tokens[at].is_number and not words.counts.begins(word) and not (numbers and numbers.may_begin(word)):
            return []
        found: list[tuple[float, int]] = []
        if one := words.counts.match(tokens, at):
            found.append((one[1], one[0]))
        if value := words.numerals.bare(tokens, at):
            found.append(value)
        if numbers and (first := numbers.cardinals.match(tokens, at)):
            found.append((first[1], first[0]))
        return [(int(value), last) for value, last in found if float(value).is_integer()]

    def _is_barred(self, words: RelativeWords, told: _Told) -> bool:
        tokens = self._tokens
        # "more than | two years ago" ends as a comparison does
        if not told.loose and words.not_after.ending_at(tokens, told.first, _REACH):
            return True
        before = tokens[told.first - 1] if told.first else None
        if before and told.counted and before.is_word and before.word.endswith(words.bad_endings or ("\0",)):
            return True
        return told.last < len(tokens) and words.not_before.match(tokens, told.last) is not None


def _is_near(count: int, unit: str) -> bool:
    return 1 <= count <= _FARTHEST[unit]


def _placed(told: _Told, day: datetime.date | None, words: RelativeWords) -> tuple[str, Interval | None]:
    """The normal form of a time, and the stretch that it names where the day of publication is known."""
    if day is None:
        return f"P{told.shift}{told.unit[0].upper()}", None
    if told.unit in _DAYS_OF:
        centre = day + datetime.timedelta(days=_DAYS_OF[told.unit] * told.shift)
    else:
        centre = months_off(day, told.shift * (12 if told.unit == "year" else 1))
    if told.unit == "year":
        return str(centre.year), _years(told, centre, words)
    if told.unit == "month":
        return f"{centre.year}-{centre.month:02}", _months(told, centre, words)
    if told.unit == "week":
        year, week, _ = centre.isocalendar()
        return f"{year}-W{week:02}", _weeks(told, centre, words)
    if abs(told.shift) <= _EXACT_DAYS and not told.loose:
        return centre.isoformat(), day_span(centre)
    return centre.isoformat(), _around(centre, centre, 1 + _rough(told), "week")


def _rough(told: _Told) -> int:
    """How many units a count may be off besides."""
    return (abs(told.shift) // _TENTHS if told.counted else 0) + told.loose


def _around(first: datetime.date, last: datetime.date, days: int, precision: str) -> Interval:
    wider = datetime.timedelta(days=days)
    return stretch(first - wider, last + wider, precision)


def _years(told: _Told, centre: datetime.date, words: RelativeWords) -> Interval:
    if told.counted:
        turn, rough = datetime.timedelta(days=_AT_TURN), _rough(told)
        early, late = (centre - turn).year - rough, (centre + turn).year + rough
        return stretch(datetime.date(early, 1, 1), datetime.date(late, 12, 31), "year")
    if not words.solar:
        return year_span(centre.year)
    began = centre.year - ((centre.month, centre.day) < _SOLAR_NEW_YEAR)
    first = min(datetime.date(centre.year, 1, 1), datetime.date(began, *_SOLAR_NEW_YEAR))
    last = max(datetime.date(centre.year, 12, 31), datetime.date(began + 1, *_SOLAR_NEW_YEAR))
    return stretch(first, last, "year")


def _months(told: _Told, centre: datetime.date, words: RelativeWords) -> Interval:
    month = month_span(centre.year, centre.month)
    wider = _HALF_MONTH + 30 * _rough(told) if told.counted else _SOLAR_MONTH if words.solar else 0
    if not wider or month.earliest is None or month.latest is None:
        return month
    return _around(month.earliest.date(), month.latest.date(), wider, "month")


def _weeks(told: _Told, centre: datetime.date, words: RelativeWords) -> Interval:
    """The week of a day; where weeks begin on one of several days, all that may be it."""
    weeks = [week_of(centre, begins) for begins in words.week_starts]
    wider = _HALF_WEEK + 7 * _rough(told) if told.counted else 0
    return _around(min(first for first, _ in weeks), max(last for _, last in weeks), wider, "week")
