"""What is printed around an article and is not the article, told by general wording (see `furniture.toml`)."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping

from sayso import lexicon

SHORT = 60  # words: longer blocks are furniture only by a legal notice
ONE_WORD = 6  # words: what begins with a single listed word is furniture only up to here
ROW = (3, 3)  # items at least, words in each at most
READ = 2_000  # code points of a block that are looked at

_EDGE = ' \t\n>»«-–—•·|*:[]()"“”→›▶►◀✓'
_DENSE = re.compile("[\u2e80-\u9fff\u0e00-\u0eff]")
_NUMBERED = re.compile(r"^\d+\s+")
_BETWEEN = re.compile(r"\s+[|›»•·/]\s+|\s*[|›•]\s*")


@functools.cache
def _tables() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Openings by their first four characters, whole blocks, and what short and long blocks may contain."""
    listed = lexicon.load("furniture").tables.values()
    starts: dict[str, list[str]] = defaultdict(list)
    for phrase in {phrase for table in listed for phrase in table["starts"]}:
        starts[phrase[:2]].append(phrase)
    whole = frozenset(phrase for table in listed for phrase in table["whole"])
    contains = sorted({phrase for table in listed for phrase in table.get("contains", ())})
    notices = sorted({phrase for table in listed for phrase in table.get("notices", ())})
    opening = {key: tuple(sorted(phrases)) for key, phrases in starts.items()}
    return opening, whole, _any_of(contains), _any_of(notices)


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + ")")


def is_furniture(text: str) -> bool:
    """Whether a block of this wording is furniture wherever it stands."""
    said = _NUMBERED.sub("", text[:READ].casefold().replace("’", "'").strip(_EDGE))
    if not any(map(str.isalnum, said)) or _is_row(text[:READ]):
        return True
    starts, whole, contains, notices = _tables()
    count = _length(said)
    if said in whole or notices.search(said):
        return True
    if count > SHORT:
        return False
    return contains.search(said) is not None or any(_begins(said, phrase, count) for phrase in starts.get(said[:2], ()))


def _is_row(text: str) -> bool:
    """Whether a block is a row of sections, as navigation is: "Home | World | Weather"."""
    items = _BETWEEN.split(text.strip(_EDGE))
    return len(items) >= ROW[0] and all(0 < len(item.split()) <= ROW[1] for item in items)


def _begins(said: str, phrase: str, count: int) -> bool:
    if not said.startswith(phrase):
        return False
    after = said[len(phrase) : len(phrase) + 1]
    if after.isalnum() and phrase[-1].isalnum() and phrase.isascii():
        return False
    if " " in phrase or phrase.endswith(":") or not phrase[-1].isalnum():
        return True
    return count <= ONE_WORD


def _length(said: str) -> int:
    """Words; two characters count one in scripts that set no spaces."""
    return len(said.split()) + len(_DENSE.findall(said)) // 2


def shouts(text: str) -> bool:
    """Whether a short block is written in capitals throughout, as promotion is."""
    letters = [ch for ch in text[:READ] if ch.isalpha() and ch.lower() != ch.upper()]
    return len(letters) >= 12 and len(text.split()) <= 30 and sum(map(str.isupper, letters)) > 0.85 * len(letters)
