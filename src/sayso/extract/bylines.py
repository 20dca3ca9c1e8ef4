"""Bylines: whose name a line prints as the writer's."""

import functools
import re

from sayso import lexicon
from sayso.extract.dates import find_date
from sayso.extract.sign_offs import names_only

LONGEST = 160  # code points of a byline
MOST_WORDS = 16
NAME_WORDS, ROLE_WORDS = 4, 4  # of "Ana Maria Lenz, our Norland correspondent"

_TAIL = re.compile(r",? in [A-Z].*$|\s+(?:[|•·/–—]|-(?=\s))\s+.*$|\s*[,|]?\s*\S+@\S+.*$|\s*[(（].*$", re.DOTALL)
_ADDRESS = re.compile(r"^(?:https?:|www\.|/|@)|\.(?:com|org|net|html?)$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s+[|·•/–—-]\s+|\s*[|·•—]\s*")
AND = "(?:and|und|et|y|e|en|и|та|i|ve|och|og|&)"  # as a pattern, between the last two names
_AMONG = re.compile(rf",\s+|\s+{AND}\s+")
_LONE_MARKS = re.compile(r"^[ ,;:]+|[ ,;:][ ,;:.]*$")  # "The Herald, ." without its date; "Inc." keeps its stop
_HOUR = re.compile(r"\(?\d{1,2}(?:[:.hH]\d{0,2})?(?:am|pm)?\)?[,.]?", re.IGNORECASE)
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


def named_by(line: str) -> str | None:
    """The name in a line that prints who wrote the text, "By Ana Lenz" or "Ana Lenz, columnist"; else None."""
    said = line.strip(" \t\n*_")
    rest = after_by(said)
    if rest is None:
        return signed(said)
    name, comma, behind = (cleaned(rest) or rest).partition(",")
    if not names_only(name, NAME_WORDS * 2):
        return None
    return name.strip() if not names_only(behind) or " " not in behind.strip() else f"{name}{comma}{behind}".strip()


def is_office(line: str) -> bool:
    """Whether a short line is what a writer does at the paper, as under a byline: "Halden correspondent"."""
    said = line.lower().strip(" \t\n*_.").split()
    roles = lexicon.load("bylines").tables["bylines"]["roles"]
    return 0 < len(said) <= ROLE_WORDS and (said[0] in roles or said[-1] in roles)


def is_about(author: str | None, said: str) -> bool:
    """Whether a paragraph tells who the author is: "Ana Lenz is our Norland correspondent" and the like."""
    said = said.strip(" *_")
    one = next((name for name in _AMONG.split(author or "") if name and said.startswith(name)), None)
    if one is None or len(said.split()) > MOST_WORDS * 2:
        return False
    roles = lexicon.load("bylines").tables["bylines"]["roles"]
    behind = re.findall(r"[^\W\d_][\w-]*", said[len(one) :].lower())
    return any(word in roles for word in behind[: ROLE_WORDS * 2])


def beside_date(said: str) -> list[str]:
    """The names in a line without its date: the paper, or who wrote and the paper where a dash parts them."""
    refused = lexicon.load("bylines").tables["bylines"]["dated"]
    pieces = (piece.strip(" ,;:()") for piece in _BETWEEN_NAMES.split(said))
    return [kept for piece in pieces if (kept := _without(piece, refused)) and any(map(str.isalpha, kept))]


def _without(piece: str, refused: list[str]) -> str:
    """`piece` less the weekdays, hours and words of publishing at its ends."""
    words = piece.split()
    for end in (0, -1):
        while words and (words[end].lower().strip(",.:;") in refused or _HOUR.fullmatch(words[end])):
            words.pop(end)
    return _LONE_MARKS.sub("", " ".join(words))


def is_house(line: str) -> bool:
    """Whether a line signs for the paper without a name, as "Von unserer Redaktion" does."""
    return line.casefold().strip(" *_.") in lexicon.load("bylines").tables["bylines"]["not_names"]
