"""Plain text: kept exactly as it came, with its blocks, sentences and language found."""

import re
from collections.abc import Iterator
from typing import Any

from sayso.extract.language import identify
from sayso.extract.sentences import sentences
from sayso.ids import sha256
from sayso.model import Article, Block
from sayso.spans import OffsetMap
from sayso.vocab import BlockRole

READ = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
WRAPPED_FROM, WRAPPED_TO = 40, 100  # code points: lines of hard-wrapped text end in this range

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*(?:\n|\Z))[^\n]*)*")
_LINE = re.compile(r"[^\s][^\n]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»«“)\]]*\s*$")


def from_plain(text: str, *, language: str | None = None, capture_id: str = "", **fields: Any) -> Article:
    """The article that `text` is, unchanged, so that offsets into the article are offsets into `text`.

    `language` is what the text's bearer declares. `fields` are further fields of `Article`; a `headline`
    among them that opens the text is marked as its headline block.
    """
    blocks = tuple(_labelled(text, fields.get("headline")))
    known = identify(text, language)
    return Article(
        capture_id=capture_id,
        language=known,
        text=text,
        text_digest=sha256(text.encode("utf-8", "surrogatepass")),
        blocks=blocks,
        sentences=tuple(sentences_of(text, blocks, known)),
        source_map=OffsetMap.identity(len(text)),
        **fields,
    )


def sentences_of(text: str, blocks: tuple[Block, ...], language: str) -> Iterator[tuple[int, int]]:
    """The sentences of the blocks that are read, in order; no sentence crosses a block."""
    for block in blocks:
        if block.role in READ:
            for start, end in sentences(text[block.start : block.end], language):
                yield block.start + start, block.start + end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph: set apart by blank lines, or a line each where lines are not hard-wrapped."""
    found: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        whole = match.group()
        if "\n" not in whole:
            found.append((match.start(), match.start() + len(whole.rstrip())))
            continue
        lines = [(match.start() + line.start(), match.start() + line.end()) for line in _LINE.finditer(whole)]
        pieces = [(match.start(), match.end())] if _is_wrapped(text, lines) else lines
        found.extend((start, start + len(text[start:end].rstrip())) for start, end in pieces)
    return found


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines were broken to fit a width: most of even length and ending in mid-sentence."""
    broken = lines[:-1]
    inside = sum(not _ENDS_SENTENCE.search(text[start:end][-8:]) for start, end in broken)
    within = sum(WRAPPED_FROM <= end - start <= WRAPPED_TO for start, end in broken)
    return inside * 2 > len(broken) and within * 3 >= len(broken) * 2


def _labelled(text: str, headline: str | None) -> Iterator[Block]:
    for index, (start, end) in enumerate(paragraphs(text)):
        is_headline = index == 0 and headline is not None and text[start:end] == headline.strip()
        yield Block(start=start, end=end, role=BlockRole.HEADLINE if is_headline else BlockRole.BODY)
