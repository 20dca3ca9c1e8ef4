"""A stretch of an article as a statement: without the marks at its edges, how many words, whether it asks."""

import re

from sayso.annotate import quotations
from sayso.annotate.relations import Stretch
from sayso.model import Article

MAX_CHARS = 5_000  # a longer "sentence" is not prose
UNSPACED_WORD = 2  # characters of Chinese or Japanese that count as a word
EDGES = " \t\r\n,;:،؛–—-*_#>|"
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0971-\u0dff]){2,}(?:[-'’][^\W_]+)*")  # "7 p.m." has none
_NUMBER = re.compile(r"(?<![\w.,:])\d[\d.,]*(?![\w:])")
_CJK = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
_ASKS = re.compile(r"[?？؟;]\s*[\"”’»'*_)]*\s*$")
_GREEK_QUESTION = ";"


def trimmed(text: str, start: int, end: int, lead: str = EDGES) -> Stretch:
    """A stretch without the marks at its edges; `lead` are those that may open it."""
    while start < end and text[start] in lead:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end


def balanced(text: str, start: int, end: int) -> Stretch:
    """A stretch without the mark at its edge whose partner stands in another sentence: “Nine died. | Six live.”."""
    marks = [i for i in range(start, end) if text[i] in quotations.DOUBLE_MARKS]
    if len(marks) == 1 and marks[0] in (start, end - 1):
        return trimmed(text, start + 1, end) if marks[0] == start else trimmed(text, start, end - 1)
    return start, end


def count_words(text: str, start: int, end: int) -> int:
    """How many words a stretch has; figures are none."""
    piece = text[start:end]
    unspaced = len(_CJK.findall(piece))
    if unspaced * 2 > len(piece):
        return unspaced // UNSPACED_WORD
    return sum(1 for _ in _WORD.finditer(piece))


def count_figures(text: str, start: int, end: int) -> int:
    """How many numbers in digits a stretch has that are no hours: Погибли | 149 | человек."""
    return sum(1 for _ in _NUMBER.finditer(text, start, end))


def is_question(article: Article, low: int, high: int) -> bool:
    """Whether a stretch ends with a question mark."""
    match = _ASKS.search(article.text, max(low, high - 8), high + 1)
    if match is None:
        return False
    return match.group()[0] != _GREEK_QUESTION or article.language.startswith("el")
