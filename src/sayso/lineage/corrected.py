"""Corrections carried over: a notice in one outlet's print that it was another's report that was put right.

"An earlier version of this Evening Post report gave the wrong age", printed by the Morning Echo, was written for the
Evening Post: who reprints a text that was corrected reprints the notice with it.
"""

import functools
import re

from sayso.lineage.documents import Document
from sayso.lineage.notes import LONGEST, listed

LEAST_NAME = 4  # letters of an outlet's name; "Ida" stands in any text


@functools.lru_cache(1 << 10)
def _notice(name: str) -> re.Pattern[str]:
    """A notice on "this Herald report" or "this report by the Herald": the outlet's whole name, close by its report."""
    _, phrases, this, nouns = listed()
    openings = "|".join(map(re.escape, phrases))
    whole = rf"(?<!\w){re.escape(name)}(?!\w)"
    report = rf"(?:{whole} (?:[^\W\d_]+ )?(?:{nouns})|(?:{nouns}) (?:[^\W\d_]+ ){{0,2}}{whole})"
    return re.compile(rf"(?<!\w)(?:{openings})[^.\n]{{0,60}}?(?<!\w)(?:{this}) {report}(?!\w)", re.IGNORECASE)


def correction_of(document: Document, other: Document) -> str | None:
    """The paragraph of `document` that corrects a report of the outlet of `other`; None if `other` prints it too."""
    name = _name(other)
    if len(name) < LEAST_NAME or name not in document.text or name == _name(document):  # so most pairs
        return None
    found = _notice(name).search(document.text)
    if found is None or _goes_on(document.text, found, name):
        return None
    start = document.text.rfind("\n", 0, found.start()) + 1
    end = document.text.find("\n", found.end())
    notice = document.text[start : len(document.text) if end < 0 else end].strip()
    return notice if len(notice) <= LONGEST and notice not in other.text else None


def _name(document: Document) -> str:
    return (document.outlet or "").removeprefix("The ").strip()


def _goes_on(text: str, found: re.Match[str], name: str) -> bool:
    """Whether the outlet's name is only the beginning of another's: "this report by the Herald Tribune"."""
    behind = text[found.end() : found.end() + 2]
    return found.group().endswith(name) and behind[:1] == " " and behind[1:].isupper()
