"""Lines that declare where a text comes from: republication, agency, hat tip, translation, press release, copyright.

Only what is printed counts. The patterns are data (lexicons/credits.toml); an agency is one of
lexicons/agencies.toml, or any name set in the agency's place right behind a dateline, "HALDEN (Norland Press) -".
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon
from sayso.extract import agencies
from sayso.extract.plain import paragraphs
from sayso.model import Credit
from sayso.vocab import CreditKind

LONGEST_NOTICE = 400  # code points; a credit line is short, a paragraph that merely mentions one is not

_NAME = (
    r"(?P<name>[^\W\d_][^\n.;|()<>\[\]]{1,80}?)"
    r"(?=\s*(?:[.;|()<>\[\]\n]|,? (?:on|el|am|le|il|от|від) \d|,? \d{1,2}[ .]|,? and (?:is|was|has)|$))"
)
_COPYRIGHT_NAME = (
    r"(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?P<name>[^\W\d_][^\n|]{1,80}?)"
    r"(?=\s*(?:,?\s*\d{4}|\.|\||\n|$|all rights))"
)
_LABEL = r"(?P<name>[A-ZÀ-ÞА-ЯЁІЇЄҐ][^\n()/]{1,30})"
_PLACE = r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ\d][\w'’-]*+[ ,.]*+){1,6}+"  # a dateline: capitalised words and a day; never backtracks


@functools.cache
def _patterns() -> tuple[tuple[CreditKind, str, re.Pattern[str]], ...]:
    tables = lexicon.load("credits").tables
    agency = f"(?P<name>(?-i:{agencies.pattern()}))"
    found = []
    for kind in CreditKind:
        name = _COPYRIGHT_NAME if kind is CreditKind.COPYRIGHT else _NAME
        for place in ("opening", "closing", "whole", "within"):
            for pattern in tables.get(kind.value, {}).get(place, ()):
                filled = pattern.replace("{name}", name).replace("{agency}", agency)
                filled = filled.replace("{label}", f"(?-i:{_LABEL})").replace("{place}", f"(?-i:{_PLACE})")
                found.append((kind, place, re.compile(filled, re.IGNORECASE)))
    return tuple(found)


def credits_in(text: str) -> tuple[Credit, ...]:
    """Every credit line in the text, in order; bounds are those of the line, or of the opening of a paragraph."""
    found: list[Credit] = []
    for start, end in paragraphs(text):
        found += _in_paragraph(text[start:end], start)
    return tuple(found)


def _in_paragraph(paragraph: str, offset: int) -> Iterator[Credit]:
    bare = paragraph.strip(" *_—–-")
    for kind, place, pattern in _patterns():
        if place == "opening":
            match, whole = pattern.match(paragraph[:LONGEST_NOTICE]), False
        elif place == "closing":
            tail = paragraph[-80:]
            match = next((m for m in pattern.finditer(tail) if m.end() >= len(tail.rstrip())), None)
            if match:
                at = offset + len(paragraph) - len(tail)
                yield Credit(kind=kind, name=match["name"].strip(), start=at + match.start(), end=at + match.end())
                return
            continue
        elif len(bare) > LONGEST_NOTICE:
            continue
        else:
            match, whole = (pattern.fullmatch(bare) if place == "whole" else pattern.search(paragraph)), True
        if match:
            name = (match["name"] or "").strip(" ,:–—-“”\"'")
            end = offset + (len(paragraph) if whole else match.end())
            yield Credit(kind=kind, name=name, start=offset, end=end)
            return
