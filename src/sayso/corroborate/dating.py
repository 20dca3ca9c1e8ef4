"""Which of the times that a mention names tell when it happened, and which stand in a remark beside it.

"The general who led the coup two years ago has named himself president" says nothing of the time of the naming. Whoever
repeats it may leave the remark out, so that a year, a month or a week told from now counts only where it stands in no
such clause.
"""

import functools
import re
from typing import Final

from sayso import lexicon
from sayso.letters import LETTERS, UNSPACED
from sayso.model import Article, Interval, Mention
from sayso.spans import Span

_LOOSE: Final = frozenset({"year", "month", "week"})
_YEAR: Final = re.compile(r"\d{4}")
_MARKS: Final = re.compile(r"[;,:()—–،؛；，、。।]|\s-\s")
_WORD: Final = re.compile(LETTERS)
_ARTICLES_TOO: Final = frozenset({"de", "nl", "da", "no", "sv", "vi"})
"""Languages whose relative pronouns are articles or much else: there they count where they open the clause."""
_MONTHS_IN_ONE_WORD: Final = UNSPACED | {"ko"}  # 上月, 지난달
_OPENING: Final = 2  # "in dem", "mit der"
_GENITIVE_BEFORE: Final = re.compile(
    r"(?:\b(?:of|de|del|dell|dello|della|des|do|da|van|från|fra|z|ze|iz|из|din|od|från)|\bd)\s*['’]?\s*(?:the\s+|l['’]\s*)?$",
    re.IGNORECASE,
)
_GENITIVE_AFTER: Final = re.compile(r"['’]s\b|的|の|의|\s(?:के|की|का|کے|کی|کا)\s")


@functools.cache
def _relatives(language: str) -> frozenset[str]:
    if language not in lexicon.languages("cues"):
        return frozenset()
    return frozenset(lexicon.load("cues", language).tables["words"].get("relatives", ()))


def dates_it(article: Article, span: Span, time: Mention, language: str) -> bool:
    """Whether a time in the mention at `span` may be that of what it tells, and not that of a remark."""
    if time.interval is None or not _is_told_from_now(time.span.exact, time.interval.precision, language):
        return True
    before, after = article.text[span.start : time.span.start], article.text[time.span.end : span.end]
    marks = list(_MARKS.finditer(before))
    clause = before[marks[-1].end() :] if marks else before
    words = _WORD.findall(clause.casefold())
    if language in _ARTICLES_TOO:
        words = words[:_OPENING] if marks else []
    if not _relatives(language).isdisjoint(words):
        return False
    if _is_ahead(article, time.interval):
        return True
    if _GENITIVE_BEFORE.search(before) or _GENITIVE_AFTER.match(after):
        return False  # "last year's fire"
    return not (marks and _MARKS.search(after))  # "the dam, built three years ago, burst"


def _is_told_from_now(text: str, precision: str, language: str) -> bool:
    """Whether a year, a month or a week has no number and no name: one word is "May", two are "last month"."""
    if precision not in _LOOSE or _YEAR.search(text):
        return False
    return precision != "month" or not text.isalpha() or language in _MONTHS_IN_ONE_WORD


def _is_ahead(article: Article, interval: Interval) -> bool:
    """Whether a time lies ahead: what is to come is seldom told in passing."""
    published = article.published
    return published is not None and interval.earliest is not None and interval.earliest > published.value
