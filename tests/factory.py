"""Records for tests, made with the least that a test has to say."""

import re
from typing import Any

from sayso.model import Article, Block
from sayso.spans import OffsetMap, Span
from sayso.vocab import BlockRole


def article(text: str, *, headline: str | None = None, language: str = "en", name: str = "a", **fields: Any) -> Article:
    """An article whose text is the headline, if one is given, and then `text`, a block a paragraph."""
    whole = f"{headline}\n\n{text}" if headline else text
    blocks, sentences = [], []
    for paragraph in re.finditer(r"[^\n]+", whole):
        role = BlockRole.HEADLINE if headline and paragraph.start() == 0 else BlockRole.BODY
        blocks.append(Block(start=paragraph.start(), end=paragraph.end(), role=role))
        found = re.finditer(r"\S.*?(?:[.!?。؟]+[\"”’»]?(?=\s|$)|$)", paragraph.group())
        sentences += [(paragraph.start() + s.start(), paragraph.start() + s.end()) for s in found]
    fields.setdefault("capture_id", f"cap_{name}")
    return Article(
        headline=headline,
        language=language,
        text=whole,
        text_digest="",
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        source_map=OffsetMap.identity(len(whole)),
        **fields,
    )


def span(of: Article, exact: str, nth: int = 0) -> Span:
    """The `nth` place where `exact` stands in the article."""
    at = -1
    for _ in range(nth + 1):
        at = of.text.index(exact, at + 1)
    return of.span(at, at + len(exact))
