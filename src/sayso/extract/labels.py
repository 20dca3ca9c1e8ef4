"""What each block of an article without markup of its own is, and what its head and foot declare.

Markdown and plain text say little about themselves: a headline first, a byline, a line with the paper's name
and the date, notices at the foot. The order and wording of such lines is all there is to go by.
"""

import dataclasses
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.extract.bylines import beside_date, is_about, is_house, is_office, named_by
from sayso.extract.credits import credits_in
from sayso.extract.dates import clock, find_date
from sayso.extract.furniture import is_furniture
from sayso.extract.language import identify
from sayso.extract.plain import sentences_of
from sayso.extract.sign_offs import names_only, set_sign_offs_apart, signs
from sayso.ids import sha256
from sayso.model import Article, Block, Capture, Clock, Credit
from sayso.spans import OffsetMap
from sayso.vocab import BlockRole, CreditKind

HEAD = 8  # blocks: byline, deck and date lines stand among the first
DECK_LENGTH, LINE_LENGTH, MASTHEAD = 400, 120, 60  # code points
NAME_LINE = 5  # words of a line that is only a name
ABOUT = 4  # last blocks, among which the author may be introduced

_PIECE = re.compile(r"\n|(?<=\w{3}\.)\s+|\s+[|·•—–]\s+")  # pieces of a line at the head
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
    whole = tuple(Block(start=p.start, end=p.end, role=role) for p, role in zip(places, roles, strict=True))
    found = set_sign_offs_apart(text, whole, credit_lines)
    headline = next((text[b.start : b.end] for b in found if b.role is BlockRole.HEADLINE), None)
    bylines = (named_by(text[b.start : b.end]) for b in found if b.role is BlockRole.BYLINE)
    issue = _issue(text, whole, credit_lines)
    author = next((name for name in bylines if name), None) or issue.pop("author", None)
    issue.pop("author", None)
    found = (*found[:-ABOUT], *(_without_bio(text, block, author) for block in found[-ABOUT:]))
    return Article(
        capture_id=capture.id,
        url=capture.url,
        headline=headline,
        author=author,
        links=links,
        language=language,
        text=text,
        text_digest=sha256(text.encode("utf-8")),
        blocks=found,
        sentences=tuple(sentences_of(text, found, language)),
        source_map=source_map,
        **issue,
    )


def _roles(text: str, places: Sequence[Place], credit_lines: Sequence[Credit]) -> list[BlockRole]:
    whole_lines = {credit.start for credit in credit_lines if credit.kind is not CreditKind.WIRE}
    title = next((n for n, p in enumerate(places) if p.heading), None)
    masthead = None
    if title is None:
        masthead, title = _first_lines([text[p.start : p.end] for p in places[:HEAD]])
    roles: list[BlockRole] = []
    for number, piece in enumerate(places):
        words = text[piece.start : piece.end]
        if number == title:
            roles.append(BlockRole.HEADLINE)
        elif number == masthead:
            roles.append(BlockRole.DATELINE)
        elif piece.start in whole_lines and len(words) <= LINE_LENGTH * 3:
            roles.append(BlockRole.CREDIT)
        elif is_furniture(words):
            roles.append(BlockRole.FURNITURE)
        elif number < HEAD and len(words) <= LINE_LENGTH and named_by(words):
            roles.append(BlockRole.BYLINE)
        elif number < HEAD and _is_date_line(words):
            roles.append(BlockRole.DATELINE)
        elif number < HEAD and (_is_head(words) or _is_name_line(words, roles)):
            roles.append(BlockRole.BYLINE)
        else:
            roles.append(BlockRole.BODY)
    _find_deck(places, roles, title)
    _close(places, roles)
    return roles


def _first_lines(first: Sequence[str]) -> tuple[int | None, int | None]:
    """Which of the first blocks are the paper's masthead and the headline, where no markup tells."""
    if len(first) < 2:
        return None, None
    has_masthead = (
        len(first) > 3
        and _is_date_line(first[1])
        and len(first[0]) <= MASTHEAD
        and names_only(first[0])
        and _is_title(first[2])
    )
    if has_masthead:
        return 0, 2
    return None, _title(first)


def _title(first: Sequence[str]) -> int | None:
    """The number of the headline: the first block that is no furniture and no sign-off, if it looks like one."""
    places = [n for n, words in enumerate(first[:3]) if not (is_furniture(words) or signs(words))]
    heads = [n for n in places if not (named_by(first[n]) or _is_date_line(first[n]) or _is_head(first[n]))]
    if heads[:1] != places[:1]:  # "By Ana Lenz" above the headline
        heads = [n for n in heads if n + 1 < len(first) and _is_title(first[n])]
        if not heads:
            return None
    number = next(iter(heads or places), 0)
    return number if number + 1 < len(first) and _is_title(first[number]) else None


def _is_name_line(words: str, roles: Sequence[BlockRole]) -> bool:
    """Whether a short line under the headline or a byline only names: a writer's office, a writer and the paper."""
    under = roles[-1:] in ([BlockRole.BYLINE], [BlockRole.HEADLINE])
    ends = _HEADLINE_END.search(words) is not None
    return under and not ends and (is_office(words) or (len(words.split()) <= NAME_LINE and names_only(words)))


def _is_title(words: str) -> bool:
    return len(words) <= 200 and "\n" not in words and not _HEADLINE_END.search(words) and not _is_date_line(words)


def _is_date_line(words: str) -> bool:
    """A short line that is a date and little else: "Vale Tribune, May 5, 2031"."""
    found = find_date(words) if len(words) <= LINE_LENGTH else None
    rest = words[: found.start] + words[found.end :] if found else words
    if found is None or len(rest) > 60 or re.search(r"[.!?]\s+\w", rest):
        return False
    return all(map(names_only, beside_date(words[: found.start] + " | " + words[found.end :])))


def _is_head(words: str) -> bool:
    """Whether a line signs for the paper, or sets place, date and writer beside each other, and tells nothing else."""
    if len(words) > LINE_LENGTH:
        return False
    pieces = [piece for piece in _PIECE.split(words) if any(map(str.isalpha, piece))]
    return bool(pieces) and all(is_house(p) or named_by(p) or _is_date_line(p) for p in pieces)


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
        if roles[number] in lines and places[number].start and marked * 2 > len(rest):
            roles[number:] = [BlockRole.FURNITURE if role is BlockRole.BODY else role for role in rest]
            return


def _issue(text: str, found: Sequence[Block], credit_lines: Sequence[Credit]) -> dict[str, Any]:
    """Author, publisher, date and credits, as the date lines and credit lines print them.

    Of two date lines the first is the publisher's own; a second one names where the text stood before.
    """
    dated: list[tuple[list[str], Clock | None, Block]] = []
    masthead: list[str] = []
    for block in found:
        words = text[block.start : block.end]
        place = find_date(words) if block.role is BlockRole.DATELINE else None
        if place:
            names = beside_date(words[: place.start] + words[place.end :])
            dated.append((names, clock(words[place.start : place.end], "date line"), block))
        elif block.role is BlockRole.DATELINE and not dated:
            masthead = [words.strip()]
    own = masthead or (dated[0][0] if dated else [])
    publisher = own[-1] if own else None
    declared = [_own_release(credit, publisher) for credit in credit_lines]
    has_original = any(c.kind is CreditKind.REPUBLICATION for c in declared)
    for names, when, block in dated[1:2]:
        if names and not has_original and names[-1] != publisher:
            date_text = when.text if when else None
            kind = CreditKind.REPUBLICATION
            declared.append(Credit(kind=kind, name=names[-1], start=block.start, end=block.end, date_text=date_text))
    return {
        "author": own[0] if len(own) == 2 else None,
        "publisher": publisher,
        "published": dated[0][1] if dated else None,
        "credits": tuple(sorted(declared, key=lambda c: c.start)),
    }


def _without_bio(text: str, block: Block, author: str | None) -> Block:
    is_bio = block.role is BlockRole.BODY and is_about(author, text[block.start : block.end])
    return dataclasses.replace(block, role=BlockRole.FURNITURE) if is_bio else block


def _own_release(credit: Credit, publisher: str | None) -> Credit:
    """A release that names no other body is that of whoever put it out."""
    if credit.kind is not CreditKind.PRESS_RELEASE or credit.name or not publisher:
        return credit
    return dataclasses.replace(credit, name=publisher)
