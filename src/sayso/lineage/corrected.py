"""Corrections carried over: a notice in one outlet's print that it was another's report that was put right.

"An earlier version of this Evening Post report gave the wrong age", printed by the Morning Echo, was written for the
Evening Post: who reprints a text that was corrected reprints the notice with it.
"""

import functools
import re

from sayso import lexicon
from sayso.lineage.documents import Document

LONGEST = 600  # code points of a notice
_LEAST_NAME = 4  # letters of an outlet's name; "Ida" stands in any text


@functools.cache
def _opening() -> re.Pattern[str]:
    """What opens a notice, in any language: which one a row is in is seldom said."""
    phrases = {phrase for told in lexicon.load("corrections").tables["notices"].values() for phrase in told}
    return re.compile(
        "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))), re.IGNORECASE
    )


def correction_of(document: Document, other: Document) -> str | None:
    """The notice in `document` that names the outlet of `other` and not its own, as it stands there; else None."""
    name = (other.outlet or "").removeprefix("The ").strip()
    if len(name) < _LEAST_NAME or name not in document.text:  # of most pairs no more is asked
        return None
    named = _whole(name)
    own = _whole(document.outlet.removeprefix("The ").strip()) if document.outlet else None
    for found in _opening().finditer(document.text):
        start = document.text.rfind("\n", 0, found.start()) + 1
        end = document.text.find("\n", found.end())
        notice = document.text[start : len(document.text) if end < 0 else end].strip()
        if len(notice) <= LONGEST and named.search(notice) and not (own and own.search(notice)):
            return notice
    return None


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
