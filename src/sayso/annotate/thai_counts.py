"""Numbers in words inside a run of Thai, which has no blanks: "คนงาน|หก|คน|ถูกจับ", and times told from now.

A run is cut only where a number word stands right before a measure word, the two that make it a count: "หก" alone may
begin any word. So it is with units of time: "สอง|ปี|ก่อน" is two years ago.
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon

_LANGUAGE = "th"
_GROUPS = 7  # of the pattern
_THAI = re.compile("[\u0e00-\u0e7f]")


def is_thai(word: str) -> bool:
    """Whether a word is written in Thai."""
    return _THAI.match(word) is not None


@functools.cache
def _count() -> re.Pattern[str]:
    tables = lexicon.load("numbers", _LANGUAGE).tables
    numbers = {form for section in ("cardinals", "multipliers") for forms in tables[section].values() for form in forms}
    bounds = {form for forms in tables["bounds"].values() for form in forms}
    number, bound, measure = (_any(words) for words in (numbers, bounds, tables["words"]["classifiers"]))
    return re.compile(f"({bound})?((?:{number})+)({measure})|{_times()}")


def _any(words: set[str] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@functools.cache
def _times() -> str:
    """What names a time by itself ("เมื่อปีที่แล้ว"), and a number of units with what places it."""
    table = lexicon.load("relative_times").tables[_LANGUAGE]
    named = {form for shifts in table["said"].values() for forms in shifts.values() for form in forms}
    units = [form for unit in ("years", "months", "weeks", "days") for form in table[unit]]
    number = _any({form for forms in lexicon.load("numbers", _LANGUAGE).tables["cardinals"].values() for form in forms})
    return f"({_any(named)})|((?:{number})+|^)({_any(units)})({_any(table['ago_after'])})(?!หน้า|ที่)"


def parts_of(word: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a run of Thai begin and end; the whole run where it holds none."""
    at = 0
    for found in _count().finditer(word):
        groups = map(found.span, range(1, _GROUPS + 1))
        yield from ((low, high) for low, high in ((at, found.start()), *groups) if -1 < low < high)
        at = found.end()
    if at < len(word):
        yield at, len(word)
