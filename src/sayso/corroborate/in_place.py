"""Where a figure stands: its sentence, and what comes right before that."""

from bisect import bisect_right

from sayso.model import Article
from sayso.networks.figures import InPlace

SENTENCES_BEFORE = 2


def sentence_of(article: Article, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a place begins and ends; what no sentence holds stands in its line."""
    at = _number(article, start)
    if at >= 0 and article.sentences[at][1] >= end:
        return article.sentences[at]
    line = article.text.find("\n", end)
    return article.text.rfind("\n", 0, start) + 1, line if line >= 0 else len(article.text)


def _number(article: Article, start: int) -> int:
    """The number of the sentence that begins last before a place, -1 before the first."""
    return bisect_right(article.sentences, start, key=lambda sentence: sentence[0]) - 1


def in_place(article: Article, start: int, end: int) -> InPlace:
    """The place of `article.text[start:end]`."""
    low, high = sentence_of(article, start, end)
    at = _number(article, low)
    held = at >= 0 and article.sentences[at] == (low, high)
    opening = article.sentences[max(0, at - SENTENCES_BEFORE)][0] if held else low
    return InPlace(_plain(article.text[opening:low]), _plain(article.text[low:start]), _plain(article.text[end:high]))


def _plain(text: str) -> str:
    return " ".join(text.split())
