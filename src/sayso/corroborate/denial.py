"""What a sentence denies: by a word of negation, or by a verb that denies what another says.

A denial reaches no further than its clause: "the figure includes all the dead, and she would not comment on the
hospital" denies nothing about the figure.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from sayso import lexicon
from sayso.corroborate import wording
from sayso.letters import BEGIN, END, LETTERS, UNSPACED
from sayso.phrases import any_of, folded, phrase_pattern, whole_words

_SHORT_CLAUSE = 5  # words
_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})?")
_STOPS = r"[,;:()–—?!،؛؟；：，、。！？।۔]"
_GLUED = UNSPACED | {"ko", "ar", "he"}  # whose phrases may begin inside a word: 것뿐만 아니라, ولا يزال
_COMPOSED = {code: unicodedata.normalize("NFD", chr(code)) for code in (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF)}
"""Letters of India with a dot, in one sign or two: the lists have them in two."""


@functools.cache
def _listed(table: str, language: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("function_words").tables[table].get(language, "")).translate(_COMPOSED).split())


@functools.cache
def _begun(language: str) -> tuple[str, ...]:
    """The beginnings of words of denial: 않았다, 못했다고."""
    return tuple(word[:-1] for word in _listed("negation", language) if word.endswith("*"))


@functools.cache
def _not_denying(language: str) -> re.Pattern[str] | None:
    phrases = lexicon.load("function_words").tables["not_denying"].get(language)
    if not phrases:
        return None
    longest = sorted(str(phrases).translate(_COMPOSED).split("|"), key=lambda phrase: (-len(phrase), phrase))
    # A phrase is the beginning of words, "не исключ", unless a blank ends it: "not just ", and no "not justified".
    ways = "|".join(phrase_pattern(phrase) + (END if phrase.endswith(" ") else "") for phrase in longest)
    return re.compile(f"(?:{ways})" if language in _GLUED else f"{BEGIN}(?:{ways})")


@functools.cache
def _pattern(table: str, language: str) -> re.Pattern[str] | None:
    phrases = lexicon.load("denials").tables[table].get(language)
    return whole_words(any_of(str(phrases).split("|")), language) if phrases else None


_COMPOUND = re.compile(r"\b(?:no|non|not)-(?=\w)")  # "no-knock warrants", "no-fly zone"


@functools.lru_cache(maxsize=50_000)
def is_negated(text: str, language: str) -> bool:
    """Whether `text` holds a word of denial in its language; False where there is no list."""
    negators = _listed("negation", language)
    plain = _COMPOUND.sub(" ", folded(text).translate(_COMPOSED))
    free = _not_denying(language)
    plain = free.sub(" ", plain) if free else plain
    if language in UNSPACED:
        return any(word in plain for word in negators)
    begun = _begun(language)
    return any(word in negators or word.startswith(begun) for word in _WORD.findall(plain.replace("’", "'")))


@functools.lru_cache(maxsize=50_000)
def lacks_only(text: str, language: str) -> bool:
    """Whether all that `text` denies is that something goes without another: "crowds without tickets broke a gate"."""
    without = _pattern("without", language)
    if without is None or not is_negated(text, language):
        return False
    return not is_negated(without.sub(" ", folded(text)), language)


def denies_in_passing(text: str, language: str) -> bool:
    """Whether the only denial of `text` is a short last clause: "…and three guards, none of whom survived"."""
    head, mark, tail = text.rstrip(" .!?…").rpartition(",")
    short = 0 < len(tail.split()) <= _SHORT_CLAUSE and len(head.split()) > len(tail.split())
    return bool(mark) and short and is_negated(tail, language) and not is_negated(head, language)


def clauses(text: str, language: str) -> Iterator[str]:
    """`text` cut at marks and conjunctions, and before a preposition that denies ("without")."""
    joints, without = _pattern("conjunctions", language), _pattern("without", language)
    for part in re.split(_STOPS, folded(text)):
        for piece in joints.split(part) if joints else (part,):
            cuts = [0, *(match.start() for match in without.finditer(piece))] if without else [0]
            yield from (bit for low, high in pairwise([*cuts, len(piece)]) if (bit := piece[low:high]).strip())


@functools.lru_cache(maxsize=50_000)
def rejects(text: str, language: str) -> bool:
    """Whether somebody in `text` denies what another says: "wies den Vorwurf zurück", "опроверг".

    "Did not deny" is no denial, nor is "neither confirms nor denies".
    """
    pattern = _pattern("denials", language)
    if pattern is None:
        return False
    others = [_pattern(table, language) for table in ("suits", "no_denials")]
    for part in re.split(_STOPS, folded(text)):
        if any(other and other.search(part) for other in others):
            continue  # a court that dismisses a suit denies nothing
        match = pattern.search(part)
        if match and not _is_turned(part[: match.start()], match.group(), language):
            return True
    return False


def _is_turned(before: str, verb: str, language: str) -> bool:
    """Whether the denial is itself denied; the verb's own form may be listed as a word of denial."""
    return is_negated(before, language) or (" " in verb and is_negated(verb, language))


@functools.lru_cache(maxsize=50_000)
def denied_stems(text: str, language: str) -> frozenset[str]:
    """The content words of the clauses that hold a word of denial; of the whole text where a verb denies it."""
    if rejects(text, language):
        return frozenset(wording.content_stems(text, language))
    denied = (part for part in clauses(text, language) if is_negated(part, language))
    return frozenset(stem for part in denied for stem in wording.content_stems(part, language))


def denied_part(text: str, language: str) -> str:
    """The clauses that hold a word of denial, one after the other."""
    return " ; ".join(part for part in clauses(text, language) if is_negated(part, language))


def asserted_part(text: str, language: str) -> str:
    """The clauses that hold none."""
    return " ; ".join(part for part in clauses(text, language) if not is_negated(part, language))


def doubted_part(text: str, language: str) -> str:
    """The stretches between marks that hold a word of denial, one after the other."""
    return " ; ".join(part for part in re.split(_STOPS, folded(text)) if is_negated(part, language))
