"""What each block of an article without markup of its own is, and what its head and foot declare.

Markdown and plain text say little about themselves: a headline first, a byline, a line with the paper's name
and the date, notices at the foot. The order and wording of such lines is all there is to go by.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.extract.credits import credits_in
from sayso.extract.dates import clock, find_date
from sayso.extract.furniture import is_furniture
from sayso.extract.language import identify
from sayso.extract.plain import sentences_of
from sayso.ids import sha256
from sayso.model import Article, Block, Capture, Clock, Credit
from sayso.spans import OffsetMap
from sayso.vocab import BlockRole, CreditKind

HEAD = 8  # blocks: byline, deck and date lines stand among the first
DECK_LENGTH, LINE_LENGTH = 400, 120  # code points

_BY = re.compile(
    r"(?:by|von|por|par|di|автор|автори|текст|od|yazan|door|av)\s*:?\s+(?P<name>[^\W\d_].{1,80})", re.IGNORECASE
)
_HEADLINE_END = re.compile(r"[.。]\s*$")


class Place(NamedTuple):
    """A block of the text before it is labelled; `heading` where the markup says it is one."""

    start: int
    end: int
    heading: bool = False


def labelled(
    capture: Capture, places: Sequence[Place], *, text: str, source_map: OffsetMap, links: tuple[str, ...] = ()
) -> Article:
    """The article that `text` is, its blocks labelled and its metadata read off them."""
    language = identify(text, None)
    credit_lines = credits_in(text)
    roles = _roles(text, places, credit_lines)
    found = tuple(Block(start=p.start, end=p.end, role=role) for p, role in zip(places, roles, strict=True))
    headline = next((text[b.start : b.end] for b in found if b.role is BlockRole.HEADLINE), None)
    byline = next((text[b.start : b.end] for b in found if b.role is BlockRole.BYLINE), None)
    by = _BY.fullmatch(byline.strip()) if byline else None
    return Article(
        capture_id=capture.id,
        url=capture.url,
        headline=headline,
        author=by["name"].strip() if by else None,
        links=links,
        language=language,
        text=text,
        text_digest=sha256(text.encode("utf-8")),
        blocks=found,
        sentences=tuple(sentences_of(text, found, language)),
        source_map=source_map,
        **_issue(text, found, credit_lines),
    )


def _roles(text: str, places: Sequence[Place], credit_lines: Sequence[Credit]) -> list[BlockRole]:
    whole_lines = {credit.start for credit in credit_lines if credit.kind is not CreditKind.WIRE}
    title = next((n for n, p in enumerate(places) if p.heading), None)
    if title is None and len(places) > 1 and _is_title(text[places[0].start : places[0].end]):
        title = 0
    roles = []
    for number, piece in enumerate(places):
        words = text[piece.start : piece.end]
        if number == title:
            roles.append(BlockRole.HEADLINE)
        elif piece.start in whole_lines and len(words) <= LINE_LENGTH * 3:
            roles.append(BlockRole.CREDIT)
        elif is_furniture(words):
            roles.append(BlockRole.FURNITURE)
        elif number < HEAD and len(words) <= LINE_LENGTH and _BY.fullmatch(words.strip()):
            roles.append(BlockRole.BYLINE)
        elif number < HEAD and _is_date_line(words):
            roles.append(BlockRole.DATELINE)
        else:
            roles.append(BlockRole.BODY)
    _find_deck(places, roles, title)
    _close(places, roles)
    return roles


def _is_title(words: str) -> bool:
    return len(words) <= 200 and "\n" not in words and not _HEADLINE_END.search(words) and not _is_date_line(words)


def _is_date_line(words: str) -> bool:
    """A short line that is a date and little else: "Vale Tribune, May 5, 2031"."""
    found = find_date(words) if len(words) <= LINE_LENGTH else None
    return found is not None and len(words) - (found.end - found.start) <= 60 and not re.search(r"[.!?]\s+\w", words)


def _find_deck(places: Sequence[Place], roles: list[BlockRole], title: int | None) -> None:
    """Mark the paragraph between headline and byline as the deck."""
    if title is None or title + 2 >= len(roles) or roles[title + 1] is not BlockRole.BODY:
        return
    piece = places[title + 1]
    heads = (BlockRole.BYLINE, BlockRole.DATELINE)
    if piece.end - piece.start <= DECK_LENGTH and any(role in heads for role in roles[title + 2 : title + 4]):
        roles[title + 1] = BlockRole.DECK


def _closing(roles: Sequence[BlockRole], lines: Sequence[BlockRole]) -> list[int]:
    """Which of `lines` in the second half begin a rest of which half or more is such lines; counted in one pass."""
    found, marked = list[int](), 0
    for number in range(len(roles) - 1, len(roles) // 2 - 1, -1):
        if roles[number] in lines:
            marked += 1
            if marked * 2 >= len(roles) - number:
                found.append(number)
    return found[::-1]


def _close(places: Sequence[Place], roles: list[BlockRole]) -> None:
    """What follows a rule or a credit line after the last piece of the article proper is furniture if most of it is."""
    lines = (BlockRole.CREDIT, BlockRole.FURNITURE)
    for number in _closing(roles, lines):
        rest = roles[number:]
        marked = sum(role in lines for role in rest)
        if roles[number] in lines and places[number].start and marked * 2 >= len(rest):
            roles[number:] = [BlockRole.FURNITURE if role is BlockRole.BODY else role for role in rest]
            return


def _issue(text: str, found: Sequence[Block], credit_lines: Sequence[Credit]) -> dict[str, Any]:
    """Publisher, date and credits, as the date lines and credit lines print them.

    Of two date lines the first is the publisher's own; a second one names where the text stood before.
    """
    lines = [b for b in found if b.role is BlockRole.DATELINE]
    dated: list[tuple[str, Clock | None, Block]] = []
    for block in lines:
        words = text[block.start : block.end]
        place = find_date(words)
        if place:
            name = (words[: place.start] + words[place.end :]).strip(" ,|·–—-\n")
            dated.append((name, clock(words[place.start : place.end], "date line"), block))
    declared = list(credit_lines)
    has_original = any(c.kind is CreditKind.REPUBLICATION for c in declared)
    for name, when, block in dated[1:2]:
        if name and not has_original and name != dated[0][0]:
            date_text = when.text if when else None
            kind = CreditKind.REPUBLICATION
            declared.append(Credit(kind=kind, name=name, start=block.start, end=block.end, date_text=date_text))
    return {
        "publisher": dated[0][0] or None if dated else None,
        "published": dated[0][1] if dated else None,
        "credits": tuple(sorted(declared, key=lambda c: c.start)),
    }
