"""The line that stands over an article as a headline does, though its file does not mark it as one.

Texts saved from a page or kept in a data set open with their headline and a blank line. It is set as headlines are
("Ministry: plane was hit") and is read so; the block keeps the role its bearer gave it.
"""

from collections.abc import Sequence

from sayso.model import Article, Block
from sayso.vocab import BlockRole

LONGEST = 200  # code points of a headline; a paragraph without a full stop is longer
_HEADS = (BlockRole.HEADLINE, BlockRole.DECK)
_ENDS = (".", "。", "।", "…", ":", "：", ";", ",", "،")
_CLOSING = "\"'”’»“)*_ "


def is_headline(article: Article, blocks: Sequence[Block], block: Block) -> bool:
    """Whether a block is a headline: by its role, or where none has it, because it stands alone over the text."""
    if block.role in _HEADS:
        return True
    if block.role is not BlockRole.BODY or len(blocks) < 2 or block is not blocks[0]:
        return False
    if any(other.role in _HEADS for other in blocks) or block.end - block.start > LONGEST:
        return False
    words = article.text[block.start : block.end]
    over = article.text[block.end : blocks[1].start].count("\n") > 1 and not article.text[: block.start].strip()
    return over and "\n" not in words and not words.rstrip(_CLOSING).endswith(_ENDS)
