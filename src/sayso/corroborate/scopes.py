"""What a figure counts besides its noun: a part of a larger one, those whom one house treated, what is so as a rule."""

import functools
import re

from sayso import lexicon
from sayso.corroborate.bodies import institutions
from sayso.corroborate.denial import is_negated
from sayso.corroborate.profile import Figure, Profile
from sayso.phrases import any_of, folded, whole_words

SCOPES = {
    "another": "another one than the rest speak of",
    "usual": "what is so as a rule",
    "treated": "those who were treated in one place",
    "nationals": "citizens of one country",
    "handed_over": "bodies that were handed over, or names on a list",
}
_JOINT = re.compile(r"[;:,.()—–]")


@functools.cache
def _pattern(scope: str, language: str) -> re.Pattern[str] | None:
    phrases = lexicon.load("scopes").tables[scope].get(language)
    return whole_words(any_of(str(phrases).split("|")), language) if phrases else None


@functools.lru_cache(maxsize=50_000)
def _stands_in(scope: str, text: str, language: str) -> bool:
    pattern = _pattern(scope, language)
    return bool(pattern and pattern.search(folded(text)))


def scopes(profile: Profile) -> frozenset[str]:
    """The restricting words that a mention holds, by what they restrict to."""
    text = profile.mention.span.exact
    return frozenset(scope for scope in SCOPES if _stands_in(scope, text, profile.language))


def names_a_part(profile: Profile) -> bool:
    """Whether a mention says that one figure is a part of another: "74 people, 65 of them prisoners"."""
    return has_part(profile.mention.span.exact, profile.language)


def has_part(text: str, language: str) -> bool:
    """Whether `text` holds what makes one number a part of another."""
    return _stands_in("part", text, language)


def opens_with_part(text: str, language: str) -> bool:
    """Whether `text` begins with what makes the number before it a part: "… of them"."""
    pattern = _pattern("part", language)
    return pattern is not None and pattern.match(folded(text.lstrip())) is not None


def closes_with_part(text: str, language: str) -> bool:
    """Whether `text` ends with what makes the number behind it a part: "… of whom"."""
    pattern, last = _pattern("part", language), folded(text.rstrip())
    return pattern is not None and any(match.end() == len(last) for match in pattern.finditer(last))


def is_among(text: str, language: str) -> bool:
    """Whether `text` begins with what puts those before it among others: "… were among 27 dead"."""
    pattern = _pattern("among", language)
    return pattern is not None and pattern.match(folded(text.lstrip())) is not None


def opposed(profile: Profile, one: Figure, other: Figure) -> bool:
    """Whether a sentence that gives two figures sets them against each other.

    "Nine died, not 17" does, and so does "the hospital counts nine dead; the ministry, seventeen": each has its own
    institution. "Eighteen died in one town, thirteen in another" does not.
    """
    text = profile.mention.span.exact
    places = sorted((at, at + len(f.printed)) for f in (one, other) if f.printed and (at := text.find(f.printed)) >= 0)
    if len(places) < 2:
        return False
    (_, end), (start, _) = places
    between = text[end:start]
    if is_negated(between, profile.language):
        return True
    joints = [match.start() for match in _JOINT.finditer(between)]
    cut = end + joints[-1] if joints else end
    before, after = institutions(text[:cut]), institutions(text[cut:])
    if not (before and after):  # "el hospital cuenta nueve; el Ministerio, diecisiete": the comma cuts too late
        before, after = institutions(text[:end]), institutions(text[end:])
    return bool(before and after) and before != after
