"""Correction notices: the lines in which a report says that an earlier version of it was wrong, and what.

"Correction: an earlier version of this article gave the number of barges as 12", "(Corrects paragraph two to say
Halden, not Holden)". Two that print the same one have it from one text.
"""

import functools
import re

from sayso import lexicon
from sayso.lineage.align import LEAST_PASSAGE
from sayso.lineage.shingles import words_of
from sayso.lineage.wording import names_in

LONGEST = 600  # code points of a notice
_HEAD = 80  # code points at the beginning of a line, in which a notice says that it is one
_BEFORE = " \t*_>#([{（【«“\"'|•·–—-"
_DIGIT = re.compile(r"\d")


@functools.cache
def listed() -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
    """What marks a line as a notice, what opens one, "this" and "report", in any language.

    Which language a row is in is seldom said.
    """
    tables = lexicon.load("corrections").tables
    marks, openings = (
        tuple(sorted({phrase for told in tables[name].values() for phrase in told}, key=lambda w: (-len(w), w)))
        for name in ("marks", "openings")
    )
    this, nouns = (
        "|".join(map(re.escape, sorted(set(tables["reports"][name]), key=lambda w: (-len(w), w))))
        for name in ("this", "nouns")
    )
    return marks, openings, this, nouns


@functools.cache
def _report() -> re.Pattern[str]:
    """What a notice speaks of, with a word or two between: "this report", "this Norlex story"."""
    _, _, this, nouns = listed()
    return re.compile(rf"(?<!\w)(?:{this}) (?:[^\W\d_]+ ){{0,2}}(?:{nouns})(?!\w)")


@functools.lru_cache(1 << 12)
def notes_of(text: str) -> tuple[str, ...]:
    """The lines of `text` that are correction notices, with single blanks; kept, for texts are asked pair by pair."""
    return tuple(" ".join(line.split()) for line in text.split("\n") if len(line) <= LONGEST and _is_note(line))


def without_notes(text: str) -> str:
    """`text` without these lines: a notice tells of a change and is none."""
    return "\n".join(line for line in text.split("\n") if len(line) > LONGEST or not _is_note(line))


def _is_note(line: str) -> bool:
    head = line.lstrip(_BEFORE)[:_HEAD].casefold()
    marks, openings, *_ = listed()
    if head.startswith(marks):
        return True
    return any(phrase in head for phrase in openings) and _report().search(line.casefold()) is not None


def shared_note(left: str, right: str, language: str) -> str | None:
    """The first notice that two texts print in the same words, if it is too particular to be written twice.

    "This article has been corrected" stands under many; one that names somebody or gives a figure under one.
    """
    mine = notes_of(left)
    theirs = set(notes_of(right)) if mine else set()
    return next((note for note in mine if note in theirs and is_particular(note, language)), None)


@functools.lru_cache(1 << 10)
def is_particular(note: str, language: str) -> bool:
    """Whether the notice is long enough, and names somebody or gives a figure."""
    (words,) = words_of([note])
    if len(words) * words.worth < LEAST_PASSAGE:
        return False
    return is_of_something(note, language)


def is_of_something(words: str, language: str) -> bool:
    """Whether words give a figure or name somebody; others would fit any article."""
    return _DIGIT.search(words) is not None or bool(names_in(words, language))
