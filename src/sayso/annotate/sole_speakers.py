"""Whom "he", "hän" or "او" stands for where grammar or lists do not tell: the one person heard before, and nobody else.

"Bartos miniszter said that C. Ő …": the pronoun opens the sentence after the one in which a person spoke, nobody else
has been heard near it, and no other office or name stands between. All else is left open.
"""

import itertools
import re
from collections.abc import Callable, Sequence

from sayso.annotate import cues, source_kinds
from sayso.annotate.given_names import is_given_name, is_place, meant_alone
from sayso.annotate.heard import Heard

NEAR = 420  # code points back in which nobody else may have been heard
_STOP = re.compile(r"[.!?…。！？।؟]+[\"”»」』)]*(?=\s|\Z|[\u3040-\u9fff])")
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0963'’-]*")
_BODIES = ("institution", "outlet", "document")
_WRITTEN_TOGETHER = frozenset({"zh", "ja", "ko"})


def sole_speaker(
    article: tuple[str, str], offset: int, pronoun: str, heard: Sequence[Heard], known: Callable[[str], str | None]
) -> str | None:
    """The one speaker before a pronoun at `offset` of (text, language); `known` tells a man's name from a woman's."""
    text, language = article
    paragraph = text.rfind("\n", 0, offset) + 1
    near = [one for one in heard if max(paragraph, offset - NEAR) <= one.start and one.end <= offset]
    named = {one.person or one.name for one in near}
    if len(named) != 1:
        return None
    name = named.pop()
    between = text[near[-1].end : offset]
    if len(_STOP.findall(between)) != 1 or not _STOP.search(between.rstrip()[-3:]):
        return None
    if not _is_person(name, language) or _names_another(between, language):
        return None
    who, shown = meant_alone(pronoun), known(name)
    return None if who and shown and who != shown else name


def _is_person(name: str, language: str) -> bool:
    """Whether a source is one person for certain: an office or a known given name, no body, not two."""
    grammar = cues.grammar(language)
    words = _WORD.findall(name)
    if grammar is None or any(grammar.is_in(word.lower(), "coordinators") for word in words):
        return False
    body = frozenset().union(*(source_kinds.words_of(language, table) for table in _BODIES))
    if name.lower() in body or (words and words[-1].lower() in body) or name.isupper():
        return False
    return _has_office(name, language) or any(is_given_name(word) for word in words[:-1])


def _has_office(said: str, language: str, *tables: str) -> bool:
    """Whether a noun for an office, or of other tables too, stands in some words."""
    nouns = frozenset().union(*(source_kinds.words_of(language, table) for table in ("role", *tables)))
    if language in _WRITTEN_TOGETHER:
        return any(noun in said for noun in nouns)
    grammar = cues.grammar(language)
    prefixes = tuple(grammar.words["article_prefix"]) if grammar else ()
    words = [word.lower() for word in _WORD.findall(said)]
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(words))
    return any(w in nouns or (w.startswith(prefixes) and w[1:] in nouns) for w in (*words, *pairs))


def _names_another(between: str, language: str) -> bool:
    """Whether an office, people or a name, but of a place, stands before the pronoun: it may be meant."""
    grammar = cues.grammar(language)
    if grammar is None or _has_office(between, language, "unnamed"):
        return True
    words = _WORD.findall(between)
    for before, word in zip(["", *words], words, strict=False):
        placed = is_place(word) or grammar.is_in(before.lower(), "prepositions")
        if word[:1].isupper() and not placed and "nouns_capitalised" not in grammar.flags:
            return True
    return False
