"""Whether words that nobody was found to say show themselves whose they are: "according to …", "… a statement says"."""

import functools
import re

from sayso import lexicon
from sayso.corroborate.bodies import institutions
from sayso.corroborate.wording import primary
from sayso.lexicon import spellings
from sayso.phrases import any_of, folded, whole_words

_MARKERS = ("before", "after", "own", "citing")


@functools.cache
def _any_whole(lists: tuple[tuple[str, ...], ...], language: str) -> re.Pattern[str] | None:
    phrases = sorted({folded(spelling) for forms in lists for form in forms for spelling in spellings(form)})
    return whole_words(any_of(phrases), language) if phrases else None


@functools.cache
def _markers(language: str) -> re.Pattern[str] | None:
    """Words that say on whose word something is told."""
    if language not in lexicon.languages("cues"):
        return None
    table = lexicon.load("cues", language).tables.get("markers", {})
    return _any_whole(tuple(tuple(table.get(name, ())) for name in _MARKERS), language)


@functools.cache
def _documents(language: str) -> re.Pattern[str] | None:
    """Words for what somebody issues: a statement, a report."""
    if language not in lexicon.languages("source_nouns"):
        return None
    nouns = lexicon.load("source_nouns", language).tables.get("nouns", {}).get("document", ())
    return _any_whole((tuple(nouns),), language)


@functools.lru_cache(maxsize=50_000)
def says_whose(text: str, language: str) -> bool:
    """Whether `text` says "according to", or names an institution beside a document."""
    known = primary(language)
    plain = folded(text)
    if (marked := _markers(known)) and marked.search(plain):
        return True
    documents = _documents(known)
    return bool(documents and documents.search(plain) and institutions(text))
