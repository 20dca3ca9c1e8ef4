"""Datelines: "KYIV (Reuters) -", "MOSCOW, Jan. 24 /TASS/.", "ROMA, 24 GEN (ANSA) -", "新华社北京1月24日电"."""

import re
from typing import NamedTuple

from sayso import lexicon
from sayso.extract import agencies
from sayso.extract.dates import month_words

REACH = 160  # code points of a paragraph in which its dateline must end
PLACE_WORDS = 10

_BRACKET = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{1,60})[)\]）】]|(?<!\w)/\s?([^/\n]{2,30})/")
_FOLLOWS = re.compile(r"\s*(?:[-–—―=:]+|\.[\s–—-]*(?=[\s\w\"“«])|[,，])\s*")
_OPENS = re.compile(r"\s*(?=[\"“«„‘'(¿¡\d]|\w)")
_HAS_DASH = re.compile("[-–—―−]")
_OPENING = "(/[（【"
_DASH = re.compile(r"\s*(?:[–—―]|-{1,2}|−)\s+|\s*—\s*")
_SECOND_PLACE = re.compile(r"([^\n–—―-]{2,40}?)\s*[-–—―]\s*(?=\S)")
_UNBRACKETED = re.compile(
    r"(?:^|(?<=[-–—―])|(?<=[-–—―.] ))(?P<agency>[^\W\d_][^\n.:()–—―-]{1,30}?)"
    r"(?:\.(?:ru|ua|com|RU|UA|COM))?(?P<dash>\s*[-–—―]\s+|\.\s+|:\s+)(?=\S)"
)
_BETWEEN_MARKS = re.compile(r"[-–—―\n.:()]")  # what the pattern above lets into no agency's name
_EASTERN = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_WIRED = re.compile(
    r"[（(【\[]?[^\s，。、,.）)\d]{2,24}(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[^\s，。、,.]{0,4}?[电電讯訊][）)】\]]?"
    r"(?:[（(][^）)]{1,24}[）)])?[\s:：，,]*"
)
_ENCLOSED = re.compile(
    r"[（(【\[][^\s，。、）)】\]]{2,30}[）)】\]]"
    r"(?:\s*[가-힣]{2,5}(?:[·,]\s?[가-힣]{2,5})*\s*(?:기자|특파원)\s*=)?\s*[-–—]?\s*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_IN_PLACE = re.compile(r"[^\w\s.,/’'()«»:–—-]")


class Dateline(NamedTuple):
    """The dateline is `text[:end]`, with the dash that ends it; `printed` is without. `agencies` as printed."""

    end: int
    printed: str
    agencies: tuple[str, ...]

    @property
    def length(self) -> int:
        """Where what is printed ends."""
        return len(self.printed)


def read_dateline(text: str) -> Dateline | None:
    """The dateline that the paragraph `text` opens with, if it does."""
    head = text[:REACH]
    found = _eastern(head) or _bracketed(head) or _after_dash(head) or _place_only(head)
    return found if found and found.end < len(text) else None


def _made(head: str, end: int, named: list[str]) -> Dateline:
    return Dateline(end, head[:end].rstrip(" \t\n-–—―=:,.").strip(), tuple(dict.fromkeys(named)))


def _bracketed(head: str) -> Dateline | None:
    if not any(bracket in head for bracket in _OPENING):  # three paragraphs in four
        return None
    for index, match in enumerate(_BRACKET.finditer(head)):
        if index > 1:
            return None
        before, inside = head[: match.start()], match.group(1) or match.group(2)
        named = [inside[start:end] for start, end in agencies.find(inside)]
        follows = _FOLLOWS.match(head, match.end())
        if not _is_place(before) or not (named or (follows and _is_outlet(inside))):
            continue
        if named and not _is_place(_without(inside, named), limit=6):
            continue
        opens = follows or _OPENS.match(head, match.end())
        if not opens or (not (follows and named) and head[opens.end() : opens.end() + 1].islower()):
            continue
        if not named and before.strip() and (_in_capitals(before.split(",")[0]) or any(map(str.isdigit, before))):
            named = [inside.strip()]  # a name in the agency's place is an agency's, known to us or not
        return _made(head, _past_second_place(head, opens.end(), before), named)
    return None


def _without(inside: str, named: list[str]) -> str:
    for name in named:
        inside = inside.replace(name, " ")
    return inside.strip(" ,/=-")


def _past_second_place(head: str, end: int, before: str) -> int:
    """Past "ROMA, 24 GEN - " where the agency came first."""
    if before.strip():
        return end
    match = _SECOND_PLACE.match(head, end)
    return match.end() if match and _in_capitals(match.group(1)) and _is_place(match.group(1)) else end


def _is_outlet(inside: str) -> bool:
    """Whether brackets hold what may be an outlet's name: up to four capitalised words."""
    words = _WORD.findall(inside)
    return 0 < len(words) <= 4 and all(word[0].isupper() for word in words) and not any(map(str.isdigit, inside))


def _after_dash(head: str) -> Dateline | None:
    """A dateline such as "КИЕВ, 24 янв — РИА Новости. …" or "Москва. 24 января. INTERFAX.RU - …"."""
    if not agencies.any_agency(map(str.strip, _BETWEEN_MARKS.split(head))):
        return None  # nearly every paragraph, and the pattern is slow
    for match in _UNBRACKETED.finditer(head):
        agency = match.group("agency")
        if agencies.is_agency(agency):
            place = head[: match.start()].strip(" .-–—―")
            is_dateline = _is_place(place) if place else match["dash"].strip() not in (".", ":")
            return _made(head, match.end(), [agency]) if is_dateline else None
    return None


def _place_only(head: str) -> Dateline | None:
    """A dateline that is a place in capitals and a dash: "HELSINKI — …"."""
    dash = _DASH.search(head, 2, 70) if _HAS_DASH.search(head, 2, 70) else None
    if not dash:
        return None
    place = head[: dash.start()]
    refused = lexicon.load("datelines").tables["dateline"]["not_places"]
    capitals = _WORD.findall(place.split(",")[0])
    if not capitals or not _in_capitals(place.split(",")[0]) or place.casefold().strip() in refused:
        return None
    if capitals[0].casefold() in refused or len(capitals) > 4 or sum(map(len, capitals)) < 4 or not _is_place(place):
        return None
    return _made(head, dash.end(), [])


def _eastern(head: str) -> Dateline | None:
    """A Chinese, Japanese or Korean dateline: "新华社北京1月24日电", "【モスクワ共同】", "(서울=연합뉴스)"."""
    if not _EASTERN.search(head[:24]):
        return None
    for pattern in (_WIRED, _ENCLOSED):
        match = pattern.match(head)
        named = [match.group()[start:end] for start, end in agencies.find(match.group())] if match else []
        if match and named:
            return _made(head, match.end(), named[:1])
    return None


def _in_capitals(words: str) -> bool:
    letters = [ch for ch in words if ch.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def _is_place(words: str, limit: int = PLACE_WORDS) -> bool:
    """Whether `words` can be a place and a date: capitalised words, months, numbers, small particles."""
    if _NOT_IN_PLACE.search(words):
        return False
    found = _WORD.findall(words)
    if len(found) > limit:
        return False
    particles = lexicon.load("datelines").tables["dateline"]["particles"]
    return all(not word[0].islower() or word in particles or word.casefold() in month_words() for word in found)
