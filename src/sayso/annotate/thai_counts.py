"""Numbers in words inside a run of Thai, which has no blanks: "คนงาน|หก|คน|ถูกจับ".

A run is cut only where a number word stands right before a measure word, the two that make it a count: "หก" alone may
begin any word.
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon

_LANGUAGE = "th"
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
    return re.compile(f"({bound})?((?:{number})+)({measure})")


def _any(words: set[str] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def parts_of(word: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a run of Thai begin and end; the whole run where it counts nothing."""
    at = 0
    for found in _count().finditer(word):
        yield from ((low, high) for low, high in ((at, found.start()), *map(found.span, (1, 2, 3))) if -1 < low < high)
        at = found.end()
    if at < len(word):
        yield at, len(word)
