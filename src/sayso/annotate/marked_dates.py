"""Dates whose year, month and day are each marked by a word: "5월 3일", "ngày 3 tháng 5 năm 2024", "ngày 3/5".

The same words count days and months ("3일 동안" is three days long, "3 tháng" three months), so that a day or a month
that stands alone is read only where the words beside it say that it is one of the calendar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.annotate.phrases import PhraseTable, Token, word_set

_REACH = 3  # tokens of the longest word that leads to a date
_LONGEST_DAY, _LONGEST_YEAR = 2, 4

_KEYS = ("year", "month", "day", "slashed", "sure_before", "sure_after", "never_before", "never_after", "other")
_TURNS = ((-1, "past"), (1, "coming"), (0, "present"))


class Parts(NamedTuple):
    """The index after a date, and those of its parts that are given.

    `turn` places a day without a month: -1 is the last such day, 1 the next, 0 that of this month, None the nearest.
    """

    last: int
    year: int | None
    month: int | None
    day: int | None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The words that mark the parts of a date in one language, and those that say that it is none."""

    behind: bool  # whether they stand behind their numbers
    year: PhraseTable[bool]
    month: PhraseTable[bool]
    day: PhraseTable[bool]
    slashed: PhraseTable[bool]  # what leads to "3/5"
    turns: PhraseTable[int]
    sure_before: PhraseTable[bool]
    sure_after: PhraseTable[bool]
    never_before: PhraseTable[bool]
    never_after: PhraseTable[bool]
    other: PhraseTable[bool]  # of another calendar
    names: PhraseTable[int]  # of months

    @classmethod
    def of(cls, table: Mapping[str, Any], months: PhraseTable[int]) -> "Marks | None":
        """The marks of a language's table; None where it has none."""
        told: Mapping[str, Any] | None = table.get("marked")
        if told is None:
            return None
        words = {key: word_set(told.get(key, ())) for key in _KEYS}
        turns = [(word, turn) for turn, key in _TURNS for word in told.get(key, ())]
        return cls(behind=told.get("behind", False), turns=PhraseTable(turns), names=months, **words)


def read_marked(tokens: Sequence[Token], at: int, marks: Marks) -> Parts | None:
    """The date that begins with token `at`, a number or a mark; None where it is one of another calendar."""
    if tokens[at].is_number:
        read = _slashed(tokens, at, marks) or (_behind(tokens, at, marks) if marks.behind else None)
    else:
        read = None if marks.behind else _led(tokens, at, marks)
    lunar = read is not None and (_ends(marks.other, tokens, at) or _begins(marks.other, tokens, read.last))
    return None if lunar else read


def _slashed(tokens: Sequence[Token], at: int, marks: Marks) -> Parts | None:
    """Day and month behind a word that leads to them: "ngày 3/5", "Senin (3/5)"; "3/5 of them" is a fraction."""
    day, month = _number(tokens, at, _LONGEST_DAY), _number(tokens, at + 2, _LONGEST_DAY)
    if day is None or month is None or tokens[at + 1].word != "/" or _word(tokens, at + 3) == "/":
        return None
    barred = _ends(marks.never_before, tokens, at - 1) or _begins(marks.never_after, tokens, at + 3)  # mỗi ngày 3/5
    return Parts(at + 3, None, month, day) if _ends(marks.slashed, tokens, at) and not barred else None


def _behind(tokens: Sequence[Token], at: int, marks: Marks) -> Parts | None:
    """A date like "2024년 5월 3일", "5월" and "지난 12일"; "3일 동안" and "2000년 전" are none."""
    year, last = _marked(tokens, at, marks.year, _LONGEST_YEAR)
    month, last = _marked(tokens, last, marks.month, _LONGEST_DAY)
    day, last = _marked(tokens, last, marks.day, _LONGEST_DAY)
    if last == at or _ends(marks.never_before, tokens, at) or _begins(marks.never_after, tokens, last):
        return None
    if month is not None or day is None:
        return Parts(last, year, month, day)
    turn = marks.turns.ending_at(tokens, at, _REACH)
    opens = at == 0 and last < len(tokens) and tokens[last].is_word
    sure = turn is not None or opens or _begins(marks.sure_after, tokens, last)
    return Parts(last, None, None, day, turn[1] if turn else None) if sure and year is None else None


def _led(tokens: Sequence[Token], at: int, marks: Marks) -> Parts | None:
    """A date like "ngày 3 tháng 5 năm 2024" and "tháng 5/2024"; "mỗi tháng 5 triệu" is five million a month."""
    day, last = _after(tokens, at, marks.day, _LONGEST_DAY)
    month, last = _named_month(tokens, last, marks)
    if month is None or (at and tokens[at - 1].is_number) or _ends(marks.never_before, tokens, at):
        return None
    year, end = _after(tokens, last, marks.year, _LONGEST_YEAR)
    if year is None and _word(tokens, last) == "/" and len(_word(tokens, last + 1)) == _LONGEST_YEAR:
        year, end = _number(tokens, last + 1, _LONGEST_YEAR), last + 2
    dated = day is not None or year is not None
    counts = not dated and _begins(marks.never_after, tokens, end)
    sure = dated or (not counts and _ends(marks.sure_before, tokens, at))
    return Parts(end if year is not None else last, year, month, day) if sure else None


def _named_month(tokens: Sequence[Token], at: int, marks: Marks) -> tuple[int | None, int]:
    month, last = _after(tokens, at, marks.month, _LONGEST_DAY)
    if month is None and at < len(tokens) and (named := marks.names.match(tokens, at)):
        return named[1], named[0]
    return month, last


def _marked(tokens: Sequence[Token], at: int, marks: PhraseTable[bool], longest: int) -> tuple[int | None, int]:
    """(a number that a mark follows, the index after both), or (None, `at`)."""
    number = _number(tokens, at, longest)
    if number is None or at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end:
        return None, at
    if longest == _LONGEST_YEAR and len(tokens[at].word) != _LONGEST_YEAR:
        return None, at
    found = marks.match(tokens, at + 1)
    return (number, found[0]) if found else (None, at)


def _after(tokens: Sequence[Token], at: int, marks: PhraseTable[bool], longest: int) -> tuple[int | None, int]:
    """(a number that follows a mark, the index after both), or (None, `at`)."""
    found = marks.match(tokens, at) if at < len(tokens) else None
    number = _number(tokens, found[0], longest) if found else None
    return (number, found[0] + 1) if found and number is not None else (None, at)


def _number(tokens: Sequence[Token], at: int, longest: int) -> int | None:
    word = _word(tokens, at)
    return int(word) if word.isdecimal() and len(word) <= longest else None


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _ends(table: PhraseTable[bool], tokens: Sequence[Token], end: int) -> bool:
    return table.ending_at(tokens, end, _REACH) is not None


def _begins(table: PhraseTable[bool], tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and table.match(tokens, at) is not None
