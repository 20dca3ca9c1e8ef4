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
_OPEN, _SHUT = "([（【", ")]）】"
_DIGIT = re.compile(r"\d")
_ORDINAL = r"\d{1,4}(?:st|nd|rd|th|er|re|[.ºª]|-\w{1,3})?"
_MOMENT = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}([-./])\d{1,2}\1\d{2,4}|\d{1,2}:\d{2}|(?<!\d)(?:19|20)\d{2}(?!\d)"
    r"|\d{1,4} ?[年月日时時点點分년월일]|(?:\d{1,2}[.:])?\d{1,2} ?(?:[ap]\.?m\b\.?|uhr\b|h\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\d+|[^\W\d_]+")


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


@functools.cache
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    """The words that name a month, and those that name a day of the week, a zone or a time of day, in any language."""
    months = {word for years in lexicon.load("months").tables["months"].values() for month in years for word in month}
    others = set[str]()
    for table in lexicon.load("times").tables.values():
        months |= {word for month in table.get("months", ()) for word in month}
        others |= {word for day in table.get("weekdays", ()) for word in day}
        for told in (*table.get("zones", {}).values(), table.get("am", ()), table.get("pm", ())):
            others |= {word for phrase in told for word in phrase.split()}
    return frozenset(months), frozenset(others)


@functools.cache
def _parts() -> re.Pattern[str]:
    """Which part of a report a notice speaks of: "paragraphs 2 and 3", "2nd paragraph"."""
    parts = {part for told in lexicon.load("corrections").tables["parts"].values() for part in told}
    ordered = sorted(parts, key=lambda part: (-len(part), part))
    word = "|".join(re.escape(part).replace(r"\*", r"\w*") for part in ordered)
    figures = rf"{_ORDINAL}(?:(?:\s*[-–,&]\s*|\s+\w{{1,3}}\s+){_ORDINAL})*"
    spaced = rf"(?<!\w)(?:(?:{word})\.?\s+{figures}|{figures}\s+(?:{word}))(?!\w)"
    return re.compile(rf"{spaced}|第?\d+\s*(?:{word})", re.IGNORECASE)


def notes_of(text: str) -> tuple[str, ...]:
    """The lines of `text` that are correction notices, with single blanks."""
    return tuple(" ".join(line.split()) for line in _lines(text))


def without_notes(text: str) -> str:
    """`text` without these lines: a notice tells of a change and is none."""
    notices = set(_lines(text))
    return "\n".join(line for line in text.split("\n") if line not in notices) if notices else text


def _lines(text: str) -> list[str]:
    """The lines that are notices, as they stand.

    Openings are looked for in the whole text first: line by line that took twice the time of all the rest.
    """
    marks, openings, *_ = listed()
    low = text.casefold()
    held = tuple(phrase for phrase in openings if phrase in low)
    return [line for line in text.split("\n") if len(line) <= LONGEST and _is_note(line, marks, held)]


def _is_note(line: str, marks: tuple[str, ...], openings: tuple[str, ...]) -> bool:
    head = line.lstrip(_BEFORE)[:_HEAD].casefold()
    if head.startswith(marks):
        return True
    return any(phrase in head for phrase in openings) and _report().search(line.casefold()) is not None


def is_particular(note: str, language: str) -> bool:
    """Whether the notice is too particular to be written twice: long enough, and names somebody or gives a figure.

    "This article has been corrected" stands under many, and so may "(Corrects headline and paragraph 2)".
    """
    (words,) = words_of([note])
    if len(words) * words.worth < LEAST_PASSAGE:
        return False
    return is_of_something(note, _language_of(note) if language == "und" else language)


def _language_of(note: str) -> str:
    """The language whose notices begin so: where nouns have capitals these are no names."""
    low = note.lstrip(_BEFORE)[:_HEAD].casefold()
    tables = lexicon.load("corrections").tables
    for language, marks in tables["marks"].items():
        if low.startswith(tuple(marks)) or any(phrase in low for phrase in tables["openings"].get(language, ())):
            return str(language)
    return "und"


def is_of_something(words: str, language: str) -> bool:
    """Whether words give a figure or name somebody; others would fit any article.

    When it was, and in which paragraph, may be the same by chance.
    """
    months, others = _calendar()
    rest = _MOMENT.sub(" ", _parts().sub(" ", words))
    found = list(_WORDS.finditer(rest))
    for place, match in enumerate(found):
        beside = (*found[max(0, place - 2) : place], *found[place + 1 : place + 3])
        is_dated = len(match.group()) <= 2 and any(one.group().casefold() in months for one in beside)
        if match.group().isdigit() and not is_dated:
            return True
    return bool(names_in(rest, language) - months - others)


def is_agencys(note: str) -> bool:
    """Whether the notice is in the form in which agencies send theirs, to be printed by all their customers."""
    if note[:1] in _OPEN and note[-1:] in _SHUT:
        return True
    marks = tuple(mark for told in lexicon.load("corrections").tables["agencies"].values() for mark in told)
    return note.lstrip(_BEFORE).casefold().startswith(marks)


def is_on_a_named_report(note: str) -> bool:
    """Whether the notice says whose report it is on: "this Norlex story"."""
    found = _report().search(note.casefold())
    return found is not None and any(word[0].isupper() for word in note[slice(*found.span())].split()[1:-1])
