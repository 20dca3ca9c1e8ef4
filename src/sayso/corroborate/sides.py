"""Whose side a source is called by: "阿方" and "阿尔万方面" are Arvan's, "strona dubrawska" is Dubravia's.

What is meant is the land, or the company, that the other word names: in Chinese often by its first sign alone.
"""

import functools
import re

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import body_in, mentions_any
from sayso.corroborate.folding import LONGEST_SOURCE, WORD, folded

_ARTICLES = frozenset({"the", "die", "der", "la", "el", "den", "η", "a", "az", "l"})


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split("|")) for name, words in lexicon.load("bodies").tables["sides"].items()}


@functools.cache
def _unspaced() -> re.Pattern[str]:
    """A name and the side, and an adverb that was taken for a part of the source."""
    ends = "|".join(sorted(_table()["unspaced"], key=lambda end: (-len(end), end)))
    adverbs = "|".join(sorted(_table()["adverbs"]))
    return re.compile(rf"([\u3400-\u9fff·]{{1,8}}?|[\u30a0-\u30ff]{{2,12}}?)(?:{ends})(?:{adverbs})?")


def whose(name: str) -> str:
    """The word that says whose side a source is; "" where it is called by something else, or by a side of no land."""
    name = name[:LONGEST_SOURCE].strip()
    whole = _unspaced().fullmatch(name)
    if whole:
        told = str(whole.group(1))
        nobody = told in _table()["general"] or bodies.is_common(told) or body_in(told) or mentions_any(told, "vague")
        return told if not nobody else ""
    words = WORD.findall(name)
    if words and folded(words[0]) in _table()["before"]:
        capitals = [word for word in words[1:2] if word[:1].isupper()]
        return capitals[0] if capitals else ""
    kept = [word for word in words if folded(word) not in _ARTICLES]
    sides = [word for word in kept if folded(word) in _table()["nouns"]]
    if len(kept) != 2 or len(sides) != 1:
        return ""
    return str(next(word for word in kept if word not in sides))
