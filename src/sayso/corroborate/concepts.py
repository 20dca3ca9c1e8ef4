"""What a sentence speaks of, in terms no language changes: events, things, people, countries, from lexicons.

With these a report in Turkish and one in Spanish can be compared without translation, as far as the lists reach.
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon
from sayso.corroborate import wording
from sayso.corroborate.source_names import places

_GAP = r"\s+(?:\S+\s+){0,3}"  # "*" standing alone: up to three words
_COUNTABLE = frozenset({"state", "person", "thing"})  # measures that are things to speak of, not units
_UNSPACED = frozenset({"zh", "ja"})
_PREFIXED = {"ar": "(?:[وفبلك])?(?:ال|لل)?", "fa": "", "he": "[והבלכמש]{0,2}"}  # particles written onto the word
_LONGEST = 4000


def _entries(language: str) -> Iterator[tuple[str, str]]:
    """(concept, form) pairs of one language."""
    for concept in lexicon.load("measures").tables["concept"]:
        if concept["kind"] in _COUNTABLE:
            for form in concept.get(language, ()):
                yield str(concept["name"]), str(form)
    for name, forms in lexicon.load("events").tables["events"].items():
        for form in str(forms.get(language, "")).split("|"):
            if form:
                yield str(name), form


def _form(form: str) -> str:
    pieces = (
        _GAP if word == "*" else re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")
        for word in form.casefold().split()
    )
    return r"\s+".join(pieces).replace(rf"\s+{_GAP}\s+", _GAP)


@functools.cache
def _pattern(language: str) -> re.Pattern[str] | None:
    forms: dict[str, list[str]] = {}
    for concept, form in _entries(language):
        forms.setdefault(concept, []).append(_form(form))
    if not forms:
        return None
    begin, end = ("", "") if language in _UNSPACED else (rf"(?<!\w){_PREFIXED.get(language, '')}", r"(?!\w)")
    groups = (
        f"(?P<{concept}>{'|'.join(sorted(ways, key=len, reverse=True))})" for concept, ways in sorted(forms.items())
    )
    return re.compile(f"{begin}(?:{'|'.join(groups)}){end}")


@functools.lru_cache(maxsize=50_000)
def concepts(text: str, language: str) -> frozenset[str]:
    """The concepts that `text` names, countries by their codes; empty where no list knows the language."""
    pattern = _pattern(wording.primary(language))
    folded = text[:_LONGEST].casefold().replace("’", "'")
    found = {match.lastgroup for match in pattern.finditer(folded) if match.lastgroup} if pattern else set()
    implied = {other for event, other in lexicon.load("events").tables["implies"].items() if event in found}
    return frozenset(found | implied | {code for code, _ in places(text[:_LONGEST])})
