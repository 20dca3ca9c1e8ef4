"""Bylines that name the agency beside the writer or the date: "By Ana Lenz, Norlex", "Norlex | Monday, 5 May 2025".

Pictures are signed in the same form, "Ana Lenz / Norlex". So a lone name counts only after "By", beside a date, or in
a line that is known to be a byline.
"""

import re

from sayso.extract import agencies
from sayso.extract.bylines import LONGEST, after_by, beside_date
from sayso.extract.dates import find_date, without_time
from sayso.extract.sign_offs import names_only

MOST_WORDS = 5  # of one writer's name
MOST_DATES = 3  # of one line: published, updated, and the issue

_EDGE = " \t,;:|/•·–—-*_"
_AND = re.compile(r"\s(?:and|und|et|y|e|en|и|та|i|ve|och|og|&)\s")
_AMONG = re.compile(rf"\s*,\s*(?:and\s)?|{_AND.pattern}")


def agencies_of_byline(line: str, *, is_byline: bool = False) -> list[str]:
    """The agencies, as written, that a line names in a byline's form; none where it goes on with anything else.

    `is_byline` where the page's own markup says that the line is one.
    """
    said = " ".join(line.split()).strip(_EDGE)
    if len(said) > LONGEST or not agencies.find(said):
        return []
    rest, dates = _undated(said)
    if dates:
        return _beside_date(rest)
    behind_by = after_by(said)
    return _behind_names(behind_by or said, single=is_byline or behind_by is not None)


def _beside_date(rest: str) -> list[str]:
    """The agency in a line without its dates that names it and, at most, who wrote the text."""
    pieces = [after_by(piece) or piece for piece in beside_date(without_time(rest))]
    if len(pieces) == 1:
        return _alone(pieces[0]) or _behind_names(pieces[0], single=True)
    named = [name for piece in pieces for name in _alone(piece)]
    writers = [piece for piece in pieces if not agencies.find(piece)]
    is_signed = len(named) == len(writers) == 1 and len(pieces) == 2
    return named if is_signed and _names(writers[0]) else []


def _undated(said: str) -> tuple[str, int]:
    """`said` with a bar for each of its dates, and how many there were."""
    for number in range(MOST_DATES):
        date = find_date(said)
        if date is None:
            return said, number
        said = f"{said[: date.start]}|{said[date.end :]}"
    return said, MOST_DATES


def _alone(piece: str) -> list[str]:
    named = agencies.only_agencies(piece)
    return [] if all(map(agencies.is_ambiguous, named)) else named


def _behind_names(piece: str, *, single: bool) -> list[str]:
    """The agency that follows one name, where a `single` one counts, or several joined by "and"."""
    found = agencies.find(piece)
    if not found or piece[found[-1][1] :].strip(_EDGE + ".)"):
        return []
    start, end = found[-1]
    names = piece[:start].strip(_EDGE + "(")
    if names.lower().endswith(" the"):
        names = names[:-4].strip(_EDGE)
    name = piece[start:end]
    writers = _names(names)
    if agencies.is_ambiguous(name) or not writers:
        return []
    return [name] if single or (writers > 1 and _AND.search(names)) else []


def _names(said: str) -> int:
    """How many names `said` is, each of two words or more; 0 where it is anything else.

    One word alone is mostly another newsroom: "By Ana Lenz, KTVN, Norlex".
    """
    writers = [writer.strip(_EDGE) for writer in _AMONG.split(said)]
    is_name = (1 < len(writer.split()) <= MOST_WORDS and names_only(writer) for writer in writers)
    return len(writers) if all(is_name) else 0
