"""Who reported, edited and photographed, and where a newsroom can be reached: lines that are not the report.

They stand as paragraphs of their own, or close one. What opens as such a line (see `signoffs.toml`) is one only if it
goes on with names alone: "Reporting by Ana Lenz in Halden" is, "Reporting by the Herald has shown that …" is not.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso import lexicon
from sayso.extract.openings import Openings
from sayso.model import Block, Credit
from sayso.vocab import BlockRole

LONGEST = 60  # words of a sign-off: bureaus name a dozen people
HELPERS = 40  # words of a line that says who helped
PICTURE = 8  # words of a picture's credit without a label ("NORLEX/Ana Lenz")
TAIL = 6  # last sentences of a paragraph that may sign it
EMBARGO = 12  # words of a line that says until when a text is held back
DENSE = 20  # characters of a script without spaces that a list of names may have
READ = 1_200  # code points at the end of a paragraph that are looked at

_EDGE = ' \t\n•⦁·*_–—-|>»«"“”'
_BRACKETS = "()[]（）【】{}"
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_NUMBER = re.compile(r"\+?\d(?:[\s()/.-]{0,2}\d){5,}")  # of a telephone: six digits and no comma
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_UNIT = re.compile(r"(?:[.!?…。！？][\"”’»)\]）]{0,3}\s*|\n\s*|[\"”’»)\]]\s+)(?=[^\s.!?…])|\s+(?=[(\[（©])")
_LABEL_WITHIN = re.compile(r"\s(?=[^\W\d_][^\s:]{1,24}(?:\s[^\s:]{1,12})?\s?[:：])|\s(?=[A-ZА-Я][^\s:]{2,14} by\s)")
_ENDED = re.compile(r"[.!?…。！？][\"”’»)\]）]{0,3}\s*$")


class Signing(NamedTuple):
    """The phrases of all languages."""

    lists: Openings
    contacts: Openings
    release: Openings
    held: Openings
    ends: tuple[str, ...]
    particles: frozenset[str]


@functools.cache
def _signing() -> Signing:
    tables = dict(lexicon.load("signoffs").tables)
    particles = frozenset(tables.pop("particles")["words"])

    def gathered(name: str) -> Iterator[str]:
        return (phrase for table in tables.values() for phrase in table.get(name, ()))

    return Signing(
        lists=Openings(gathered("lists")),
        contacts=Openings(gathered("contacts")),
        release=Openings(gathered("release")),
        held=Openings(gathered("held")),
        ends=tuple(sorted(set(gathered("ends")))),
        particles=particles,
    )


def _opening(said: str, phrases: Openings) -> int:
    """The length of the longest of the phrases that `said` opens with as whole words, 0 for none."""
    return len(phrases.at(said[:60].lower().replace("’", "'")) or "")


def names_only(said: str, most: int = LONGEST) -> bool:
    """Whether `said` has words and each is a name, an initial or a particle between names."""
    words = _WORD.findall(said)
    particles = _signing().particles
    named = [word for word in words if word.lower() not in particles]
    if not named or len(words) > most:
        return False
    if len(_DENSE.findall(said)) > DENSE:
        return False
    caseless = sum(word[0].lower() == word[0].upper() for word in named)
    return caseless <= PICTURE and not any(word[0].islower() and word.lower() != "dpa" for word in named)


def signs(said: str) -> bool:
    """Whether `said` names who made a report or a picture, and does nothing else."""
    said = said.strip(_EDGE)
    bare = said.strip(_BRACKETS + _EDGE)
    if bare[:1] == "©":
        return names_only(bare[1:], PICTURE)
    phrases = _signing()
    opened = _opening(said, phrases.lists) or _opening(bare, phrases.lists)
    if opened:
        whole = bare if not _opening(said, phrases.lists) else said
        return names_only(whole[opened:])
    return len(bare) < READ and bare.lower().rstrip(". ").endswith(phrases.ends) and len(bare.split()) <= HELPERS


def is_address(said: str) -> bool:
    """Whether `said` tells where a newsroom or press office is reached, or what editors may do with its release."""
    said = said.strip(_EDGE + _BRACKETS)
    phrases = _signing()
    if _opening(said, phrases.release):
        return len(said.split()) <= PICTURE * 2
    if _opening(said, phrases.held) and len(said.split()) <= EMBARGO and any(map(str.isdigit, said)):
        return True  # "Embargoed until 00:01 GMT"
    reached = _NUMBER.search(said) is not None or _ADDRESS.search(said) is not None
    if not reached or len(said.split()) > HELPERS:
        return False
    found = _ADDRESS.sub(" ", said)
    return bool(_opening(said, phrases.contacts)) or (found != said and names_only(found))


def _credits_picture(said: str) -> bool:
    """Whether the end of a caption is "NORLEX/Ana Lenz" or "(Ana Lenz/Norlex)"."""
    said = said.strip(_EDGE + " .")
    enclosed = said[:1] in _BRACKETS and said[-1:] in _BRACKETS
    return (enclosed or "/" in said) and names_only(said, PICTURE)


def set_sign_offs_apart(text: str, blocks: Sequence[Block], credit_lines: Sequence[Credit]) -> tuple[Block, ...]:
    """`blocks`, with sign-offs, and credits that close a paragraph, made blocks of their own."""
    closing = {credit.end: credit.start for credit in credit_lines}
    return tuple(part for block in blocks for part in _parted(text, block, closing))


def _parted(text: str, block: Block, closing: dict[int, int]) -> Iterator[Block]:
    if block.role not in (BlockRole.BODY, BlockRole.CAPTION, BlockRole.DECK):
        yield block
        return
    end, apart = block.end, list[Block]()
    if block.start < (start := closing.get(block.end, block.start)):
        apart.append(Block(start=start, end=block.end, role=BlockRole.CREDIT))
        end = _before(text, start)
    while end > block.start and (found := _tail(text, block, end)) is not None:
        apart.append(Block(start=found[0], end=end, role=found[1]))
        end = _before(text, found[0])
    if end > block.start:
        yield Block(start=block.start, end=end, role=block.role)
    yield from reversed(apart)


def _before(text: str, start: int) -> int:
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return start


def _tail(text: str, block: Block, end: int) -> tuple[int, BlockRole] | None:
    """Where a sign-off begins that ends the block at `end`, and what it is."""
    low = max(block.start, end - READ)
    is_caption = block.role is BlockRole.CAPTION
    starts = [match.end() for match in _UNIT.finditer(text, low, end) if match.end() < end][-TAIL:]
    labels = [match.end() for match in _LABEL_WITHIN.finditer(text, low, end)] if is_caption else []
    whole = [block.start] if low == block.start else []
    for start in sorted({*whole, *starts, *labels}):
        said = text[start:end]
        if signs(said):
            return start, BlockRole.CREDIT
        if is_caption and start > block.start and _ENDED.search(text, low, start) and _credits_picture(said):
            return start, BlockRole.CREDIT
        if is_address(said) or (end < block.end and _is_place(said)):
            return start, BlockRole.FURNITURE
    return None


def _is_place(said: str) -> bool:
    """Whether what stands before an address is the rest of it: a body, a street and its number."""
    return any(map(str.isdigit, said)) and names_only(said, PICTURE * 2)
