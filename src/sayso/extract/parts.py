"""An article's text put together from labelled parts of its source, in order, its dateline set apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.extract.assembly import joined
from sayso.extract.datelines import read_dateline
from sayso.model import Block, Credit
from sayso.spans import OffsetMap
from sayso.vocab import BlockRole, CreditKind

DATELINE_AMONG = 3  # body paragraphs: a dateline opens the first, or what follows an editor's note


class Part(NamedTuple):
    """A stretch of text, what it is, and the map of its characters to the source."""

    role: BlockRole
    text: str
    source_map: OffsetMap


class Assembled(NamedTuple):
    """The text of all parts, a blank line between two, with its blocks and the map to the source."""

    text: str
    source_map: OffsetMap
    blocks: tuple[Block, ...]


class Dated(NamedTuple):
    """Blocks with the dateline set apart, the dateline as printed, and the agencies it credits."""

    blocks: tuple[Block, ...]
    dateline: str | None
    credits: tuple[Credit, ...]


def assemble(parts: Iterable[Part]) -> Assembled:
    """`parts` in one text; those that hold nothing but white space are left out."""
    kept = [part for part in parts if part.text.strip()]
    text, source_map, places = joined([(part.text, part.source_map) for part in kept])
    pairs = zip(kept, places, strict=True)
    return Assembled(text, source_map, tuple(Block(start=low, end=high, role=part.role) for part, (low, high) in pairs))


def set_dateline_apart(text: str, blocks: Sequence[Block]) -> Dated:
    """A dateline that opens one of the first body paragraphs made a block of its own."""
    body = [number for number, block in enumerate(blocks) if block.role is BlockRole.BODY]
    for number in body[:DATELINE_AMONG]:
        block = blocks[number]
        found = read_dateline(text[block.start : block.end])
        if not found:
            continue
        end = block.start + len(text[block.start : block.start + found.end].rstrip())
        line = Block(start=block.start, end=end, role=BlockRole.DATELINE)
        rest = Block(start=block.start + found.end, end=block.end, role=BlockRole.BODY)
        credits_ = tuple(Credit(kind=CreditKind.WIRE, name=name, start=line.start, end=end) for name in found.agencies)
        return Dated((*blocks[:number], line, rest, *blocks[number + 1 :]), found.printed, credits_)
    return Dated(tuple(blocks), None, ())
