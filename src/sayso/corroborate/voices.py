"""Whether a verb form is active, passive, denied or no deed at all, by the small words around it."""

import functools
import re
from collections.abc import Sequence

from sayso import lexicon
from sayso.corroborate.actors import Placed, Token, words
from sayso.corroborate.denial import is_negated

_AUXILIARY = 4  # words before a participle in which "was" or "has" stands
_DIRECT = 3  # words behind a participle in which "by" makes it passive
_DENIED = 3  # words before a verb in which "not" denies it
_PARTICIPLES = {
    "en": re.compile(r"(?:ed|wn|ot|ck|it|ad|nk|ought|ain)$"),
    "fr": re.compile(r"(?:ée?s?|ue?s?|ise?|ite?s?)$"),
    "es": re.compile(r"[ai]d[oa]s?$"),
    "it": re.compile(r"(?:at|ut|is|it|tt|rs|st)[oaie]$"),
    "de": re.compile(r"^(?:abge|ge|ange|einge|festge|zurück\w*ge|niederge|hinge|umge|erobert|besetzt|befreit)"),
}
_DID = frozenset({"did", "didn", "never"})
_PRESENT = re.compile(r"(?:[^s]s|es)$")  # "attacks": a verb only right behind whoever acts


def clause_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """From where to where the words between two marks reach that hold a verb."""
    start = next((at for at in range(first, 0, -1) if tokens[at].parted), 0)
    end = next((at for at in range(last + 1, len(tokens)) if tokens[at].parted), len(tokens))
    return start, end


@functools.cache
def _without(language: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("denials").tables["without"].get(language, "")).split("|"))


def is_denied(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a word of denial stands right before a verb, or between its parts."""
    start, _ = clause_of(tokens, first, last)
    near = [t.raw for t in tokens[max(start, first - _DENIED) : last + 1] if t.low not in _without(language)]
    return is_negated(" ".join(near), language)


def _led(tokens: Sequence[Token], first: int, start: int, table: str, language: str) -> bool:
    small = words(table, language)
    return any(token.low in small for token in tokens[max(start, first - _AUXILIARY) : first])


def is_passive(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a form that serves both voices is passive: by a "was" before it, or a "by" right behind it."""
    if language not in _PARTICIPLES:
        return False
    start, end = clause_of(tokens, first, last)
    if language == "de":
        return any(token.low in words("passive_words", "de") for token in tokens[start:end])
    if language in {"fr", "es", "it"} and not _PARTICIPLES[language].search(tokens[first].low):
        return False  # "fueron soldados quienes volaron": the auxiliary is another verb's
    active = _led(tokens, first, start, "active_words", language)
    passive = _led(tokens, first, start, "passive_words", language)
    if language == "fr" and active:  # "a été abattu", but "sont partis et ont abattu"
        passive = any(token.low == "été" for token in tokens[max(start, first - _AUXILIARY) : first])
    by = any(token.low in words("agents", language) for token in tokens[last + 1 : min(end, last + 1 + _DIRECT)])
    return passive or (by and not active)


def is_active(tokens: Sequence[Token], placed: Sequence[Placed], first: int, last: int, language: str) -> bool:
    """Whether a form that may be a participle, a noun or an infinitive says what its subject did."""
    start, end = clause_of(tokens, first, last)
    form = tokens[first].low
    pattern = _PARTICIPLES.get(language)
    if language == "en":
        before = tokens[first - 1].low if first > start else ""
        if before == "to":
            return False
        if form in words("bare_forms", "en") or (first == last and _PRESENT.search(form)):
            did = any(token.low in _DID for token in tokens[max(start, first - _DENIED) : first])
            return did or any(p.last == first - 1 for p in placed) or before.endswith("ly")
        behind = tokens[last + 1].low if last + 1 < end else ""
        has_object = bool(behind) and behind not in words("no_object", "en")
        return has_object or _led(tokens, first, start, "active_words", "en")
    if pattern is None or not pattern.search(form):
        return True
    if language == "de":
        return any(token.low in words("active_words", "de") for token in tokens[start:end])
    return _led(tokens, first, start, "active_words", language)
