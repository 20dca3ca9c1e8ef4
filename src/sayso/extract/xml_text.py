"""Feeds as start tags, end tags and text with their places in the source, however ill formed they are.

XML parsers either give no offsets or stop at the first fault, and one feed in five has one. This scan knows
tags, CDATA, comments and processing instructions, and never goes back: it is linear in the size of the feed.
Entities that a document declares for itself are not expanded; a feed that declares any is refused.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.errors import RefusedError
from sayso.spans import MappedText, OffsetMap

_TAG = re.compile(r"<(/?)([A-Za-z_][^\s/>]*+)((?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
_SPANS = (("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>"), ("<!", ">"))


class Part(NamedTuple):
    """A tag (`name` without prefix, lower case; "/" alone in `mark` for an end, "/>" for an empty element) or text."""

    start: int
    end: int
    name: str = ""
    mark: str = ""
    attributes: str = ""
    is_cdata: bool = False


def parts(source: str) -> Iterator[Part]:
    """The tags and text in order; raises RefusedError for a document that declares entities."""
    if _ENTITY.search(source[:100_000]):
        raise RefusedError("the feed declares XML entities of its own, which can unpack without bound")
    at = 0
    while at < len(source):
        mark = source.find("<", at)
        if mark < 0:
            mark = len(source)
        if mark > at:
            yield Part(at, mark)
        if mark == len(source):
            return
        tag = _TAG.match(source, mark)
        if tag:
            kind = "/" if tag.group(1) else "/>" if tag.group(3).endswith("/") else ""
            name = tag.group(2).rpartition(":")[2].lower()
            yield Part(mark, tag.end(), name, kind, tag.group(3))
            at = tag.end()
            continue
        at = mark + 1
        opening = next(((begin, end) for begin, end in _SPANS if source.startswith(begin, mark)), None)
        if opening is None:
            yield Part(mark, at)
            continue
        inside = mark + len(opening[0])
        closing = source.find(opening[1], inside)
        if opening[0] == "<![CDATA[":
            yield Part(inside, closing if closing >= 0 else len(source), is_cdata=True)
        at = closing + len(opening[1]) if closing >= 0 else len(source)


def characters(source: str, texts: list[Part]) -> tuple[str, OffsetMap]:
    """The character data of some text parts: references decoded outside CDATA, everything else as it stands."""
    mapped = MappedText()
    for part in texts:
        at = part.start
        for reference in () if part.is_cdata else _REFERENCE.finditer(source, part.start, part.end):
            mapped.append(source[at : reference.start()], at, reference.start())
            decoded = html.unescape(reference.group())
            copied = decoded == reference.group()
            mapped.append(decoded, reference.start(), reference.end(), "" if copied else "html")
            at = reference.end()
        mapped.append(source[at : part.end], at, part.end)
    return mapped.build()
