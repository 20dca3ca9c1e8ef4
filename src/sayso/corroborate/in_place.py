"""Where a figure stands: its sentence, and what comes right before that."""

from bisect import bisect_right

from sayso.model import Article
from sayso.networks.figures import InPlace

SENTENCES_BEFORE = 2


def sentence_at(article: Article, start: int) -> int:
    """The number of the sentence that begins last before a place, -1 before the first."""
    return bisect_right(article.sentences, start, key=lambda sentence: sentence[0]) - 1


def in_place(article: Article, start: int, end: int) -> InPlace:
    """The place of `article.text[start:end]`; of what no sentence holds nothing is known."""
    at = sentence_at(article, start)
    if at < 0 or article.sentences[at][1] < end:
        return InPlace("", "", "")
    low, high = article.sentences[at]
    opening = article.sentences[max(0, at - SENTENCES_BEFORE)][0]
    return InPlace(_plain(article.text[opening:low]), _plain(article.text[low:start]), _plain(article.text[end:high]))


def _plain(text: str) -> str:
    return " ".join(text.split())
