"""Bylines that name the agency beside the writer or the date: "By Ana Lenz, Norlex", "Norlex | Monday, 5 May 2025".

Pictures are signed in the same form ("Ana Lenz / Norlex"), people have agencies' names for their own ("Von A. Reuter"),
and headlines and titles end in them. So an agency counts only alone beside a date, or behind names after "By" and set
off from them, or in two words; without "By" only where it does both and the names are several.
"""

import re

from sayso.extract import agencies
from sayso.extract.bylines import AND, LONGEST, after_by, beside_date
from sayso.extract.dates import find_date, without_time
from sayso.extract.sign_offs import names_only

MOST_WORDS = 5  # of one writer's name
MOST_DATES = 3  # of one line: published, updated, and the issue

_EDGE = " \t,;:|/•·–—-*_"
_SET_OFF = (",", "/", "|", "•", "–", "—", "-", "(")
_AND = re.compile(rf"\s{AND}\s")
_AMONG = re.compile(rf"\s*,\s*(?:and\s)?|{_AND.pattern}")


def agencies_of_byline(line: str) -> list[str]:
    """The agency, as written, that a line names in a byline's form; none where it names more or anything else."""
    said = " ".join(line.split()).strip(_EDGE)
    if len(said) > LONGEST or not agencies.find(said):
        return []
    rest = _undated(said)
    if rest != said:
        return _beside_date(rest)
    behind_by = after_by(said)
    return _behind_names(behind_by or said, is_by=behind_by is not None)


def _beside_date(rest: str) -> list[str]:
    """The agency in a line without its dates: alone, or behind who wrote the text."""
    behind_by = after_by(rest)
    pieces = [after_by(piece) or piece for piece in beside_date(without_time(behind_by or rest))]
    if len(pieces) == 1:
        return _alone(pieces[0]) or _behind_names(pieces[0], is_by=behind_by is not None)
    if len(pieces) == 2 and behind_by and _names(pieces[0]) and not agencies.find(pieces[0]):
        return _alone(pieces[1])
    return []


def _undated(said: str) -> str:
    """`said` with a bar for each of its dates."""
    for _ in range(MOST_DATES):
        date = find_date(said)
        if date is None:
            break
        said = f"{said[: date.start]}|{said[date.end :]}"
    return said


def _alone(piece: str) -> list[str]:
    named = agencies.only_agencies(piece)
    return [] if all(map(agencies.is_ambiguous, named)) else named


def _behind_names(piece: str, *, is_by: bool) -> list[str]:
    """The agency that follows names and is set off from them; without "By" several, a comma and more than one word."""
    found = agencies.find(piece)
    if len(found) != 1 or piece[found[0][1] :].strip(_EDGE + ".)"):
        return []
    start, end = found[0]
    name, ahead = piece[start:end], piece[:start].rstrip()
    if ahead.lower().endswith((" the", ",the")):
        ahead = ahead[:-4].rstrip()
    is_set_off, is_long = ahead.endswith(_SET_OFF), " " in name
    names = ahead.strip(_EDGE + "(")
    writers = _names(names)
    if agencies.is_ambiguous(name) or not writers or not (is_set_off or is_long) or names.split()[-1][:1].islower():
        return []
    if writers > 1 and not _AND.search(names):
        return []
    is_signed = is_by or (writers > 1 and ahead.endswith(",") and is_long)
    return [name] if is_signed else []


def _names(said: str) -> int:
    """How many names `said` is, each of two words or more; 0 where it is anything else.

    One word alone is mostly another newsroom: "By Ana Lenz, KTVN, Norlex".
    """
    writers = [writer.strip(_EDGE) for writer in _AMONG.split(said)]
    is_name = (1 < len(writer.split()) <= MOST_WORDS and names_only(writer) for writer in writers)
    return len(writers) if all(is_name) else 0
