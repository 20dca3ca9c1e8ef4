"""Phrases of a lexicon looked up in running text: `|` parts them, `*` ends a word or stands for up to three words."""

import re
from collections.abc import Iterable

from sayso.letters import BEGIN, END, IN_WORD, UNSPACED

_GAP = r"\s+(?:[^\s.!?]+\s+){0,3}"
_PREFIXED = {"ar": "(?:[وفبلك])?(?:ال|لل)?", "he": "[והבלכמש]{0,2}"}  # particles written onto the word


def phrase_pattern(phrase: str) -> str:
    """One phrase as a regular expression over case-folded text."""
    pieces = (
        _GAP if word == "*" else re.escape(word.rstrip("*")) + (f"{IN_WORD}*" if word.endswith("*") else "")
        for word in folded(phrase).split()
    )
    return r"\s+".join(pieces).replace(rf"\s+{_GAP}\s+", _GAP)


def whole_words(pattern: str, language: str) -> re.Pattern[str]:
    """`pattern` compiled so that it begins and ends with a word, as far as the script has words."""
    begin, end = ("", "") if language in UNSPACED else (rf"{BEGIN}{_PREFIXED.get(language, '')}", END)
    return re.compile(f"{begin}(?:{pattern}){end}")


def begun_words(pattern: str, language: str) -> re.Pattern[str]:
    """`pattern` compiled so that it begins with a word, with any ending; anywhere where particles are written on."""
    written_on = language in UNSPACED or language in _PREFIXED or language == "fa"
    begin = "" if written_on else BEGIN
    return re.compile(f"{begin}(?:{pattern})")


def any_of(phrases: Iterable[str]) -> str:
    """Phrases as alternatives, the longest first."""
    return "|".join(sorted(map(phrase_pattern, phrases), key=lambda way: (-len(way), way)))


def folded(text: str) -> str:
    """`text` as the patterns expect it: case-folded, apostrophes straight, "ё" as the "е" it is mostly printed as."""
    return text.casefold().replace("’", "'").replace("ё", "е")
