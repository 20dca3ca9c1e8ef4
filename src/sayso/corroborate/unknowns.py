"""What the coverage itself says is not known, not verified or under inquiry, in its own words."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso import lexicon
from sayso.corroborate import wording
from sayso.model import Article
from sayso.phrases import any_of, begun_words, folded
from sayso.spans import Span
from sayso.vocab import BlockRole

_READ = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY})
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Unknown:
    """A sentence that says something is not known, and the phrase that shows it."""

    sentence: Span
    phrase: str


@functools.cache
def unknown_phrases(language: str) -> re.Pattern[str] | None:
    """Words that say that something is not known, in folded text; None where the lexicon lacks the language."""
    phrases = lexicon.load("unknown").tables["phrases"].get(language)
    return begun_words(any_of(str(phrases).split("|")), language) if phrases else None


@functools.lru_cache(maxsize=50_000)
def says_unknown(text: str, language: str) -> bool:
    """Whether `text` says that something is not known."""
    pattern = unknown_phrases(wording.primary(language))
    return bool(pattern and pattern.search(folded(text[:_LONGEST_SENTENCE])))


def said_unknown(article: Article) -> Iterator[Unknown]:
    """The sentences of an article that say something is not known; none where its language has no phrases."""
    pattern = unknown_phrases(wording.primary(article.language))
    if pattern is None:
        return
    for start, end in article.sentences:
        if article.role_at(start) not in _READ or end - start > _LONGEST_SENTENCE:
            continue
        match = pattern.search(folded(article.text[start:end]))
        if match:
            yield Unknown(article.span(start, end), match.group())
