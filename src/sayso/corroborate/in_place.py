"""Where a figure stands: its sentence, and what comes right before that."""

from bisect import bisect_left, bisect_right

from sayso.model import Article
from sayso.networks.figures import InPlace
from sayso.networks.pointing import MOST_CHARACTERS

SENTENCES_BEFORE = 2
_REACH = 4 * MOST_CHARACTERS  # code points on either side: as many as are read, and room for blanks in rows


def sentence_of(article: Article, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a place begins and ends; what no sentence holds stands in its line."""
    at = _number(article, start)
    if at >= 0 and article.sentences[at][1] >= end:
        return article.sentences[at]
    line = article.text.find("\n", end)
    return article.text.rfind("\n", 0, start) + 1, line if line >= 0 else len(article.text)


def sentences_over(article: Article, start: int, end: int) -> list[str]:
    """The sentences that a stretch of an article touches, in their order."""
    first = max(0, _number(article, start))
    last = bisect_left(article.sentences, end, key=lambda sentence: sentence[0])
    return [article.text[low:high] for low, high in article.sentences[first:last] if high > start]


def sentence_before(article: Article, start: int) -> str:
    """The last sentence that ends before a place; "" before the second."""
    at = _number(article, start)
    at -= at >= 0 and article.sentences[at][1] > start
    return article.text[slice(*article.sentences[at])] if at >= 0 else ""


def _number(article: Article, start: int) -> int:
    """The number of the sentence that begins last before a place, -1 before the first."""
    return bisect_right(article.sentences, start, key=lambda sentence: sentence[0]) - 1


def in_place(article: Article, start: int, end: int) -> InPlace:
    """The place of `article.text[start:end]`, as far as it is read: a sentence may be a megabyte."""
    low, high = sentence_of(article, start, end)
    at = _number(article, low)
    held = at >= 0 and article.sentences[at] == (low, high)
    opening = article.sentences[max(0, at - SENTENCES_BEFORE)][0] if held else low
    return InPlace(
        before=_plain(article.text[max(opening, low - _REACH) : low]),
        left=_plain(article.text[max(low, start - _REACH) : start]),
        right=_plain(article.text[end : min(high, end + _REACH)]),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())
