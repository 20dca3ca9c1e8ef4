"""Bylines: whose name a line prints as the writer's."""

import functools
import re

from sayso import lexicon
from sayso.extract.dates import find_date

LONGEST = 160  # code points of a byline
MOST_WORDS = 16
NAME_WORDS, ROLE_WORDS = 4, 4  # of "Ana Maria Lenz, our Norland correspondent"

_TAIL = re.compile(r",? in [A-Z].*$|\s+(?:[|•·/–—]|-(?=\s))\s+.*$|\s*[,|]?\s*\S+@\S+.*$|\s*[(（].*$", re.DOTALL)
_ADDRESS = re.compile(r"^(?:https?:|www\.|/|@)|\.(?:com|org|net|html?)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.!?。](?:\s|$)")


@functools.cache
def _openings() -> re.Pattern[str]:
    phrases = sorted(lexicon.load("bylines").tables["bylines"]["before"], key=len, reverse=True)
    closed = (re.escape(phrase) + ("" if phrase[-1] in ":：/／=" else r"(?=[ :：])") for phrase in phrases)
    return re.compile(f"(?:{'|'.join(closed)})\\s*:?\\s*", re.IGNORECASE)


def after_by(line: str) -> str | None:
    """What follows "By", in any of our languages, in a line short enough to be a byline; else None."""
    said = " ".join(line.split())
    if len(said) > LONGEST or len(said.split()) > MOST_WORDS or _SENTENCE_END.search(said):
        return None
    match = _openings().match(said)
    rest = said[match.end() :] if match else ""
    first = rest[:1]
    return rest if rest and (first.isupper() or (first.isalpha() and first.lower() == first.upper())) else None


def cleaned(name: str | None) -> str | None:
    """An author field without "By", role, address and the like; None if no name is left."""
    said = " ".join((name or "").split())
    if not said or _ADDRESS.search(said):
        return None
    said = after_by(said) or said
    date = find_date(said)
    if date and date.start:
        said = said[: date.start]
    said = _TAIL.sub("", said).strip(" ,;:|·•–—-")
    refused = lexicon.load("bylines").tables["bylines"]["not_names"]
    opens_as_name = said[:1].isupper() or (said[:1].isalpha() and said[0].lower() == said[0].upper())
    if not opens_as_name or len(said) > LONGEST or said.casefold() in refused:
        return None
    return said


def signed(line: str) -> str | None:
    """The name in a line that is a name and what its bearer does at the paper: "Ana Lenz, columnist"; else None."""
    name, comma, role = " ".join(line.split()).partition(",")
    if not comma:
        name, comma, role = name.partition("，")
    roles = lexicon.load("bylines").tables["bylines"]["roles"]
    words, said = name.split(), role.lower().strip(" .").split()
    if not comma or not said or not 1 <= len(words) <= NAME_WORDS or len(said) > ROLE_WORDS:
        return None
    opens = all(word[0].isupper() or word[0].lower() == word[0].upper() for word in words)
    return name if opens and (said[0] in roles or said[-1] in roles) else None
