"""Lines that declare where a text comes from: republication, agency, hat tip, translation, press release, copyright.

Only what is printed counts: no credit is inferred. Phrases are data (lexicons/credits.toml). A phrase must open its
line, so that a sentence which mentions a source ("as was first published in …, the ministry's source: …") is none.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso import lexicon
from sayso.extract import agencies
from sayso.extract.agency_bylines import agencies_of_byline
from sayso.extract.datelines import read_dateline
from sayso.extract.dates import find_date
from sayso.extract.openings import Openings
from sayso.extract.plain import paragraphs
from sayso.model import Credit
from sayso.vocab import CreditKind

LONGEST_NOTICE = 400  # code points; a credit line is short, a paragraph that merely mentions one is not
LONGEST_BYLINE = 1_000  # the same with its blanks: pages set names in columns
LONGEST_LABELLED, LONGEST_SIGNATURE = 120, 60  # "Source: …" and what follows; a line that is agencies only
CLOSING = 60  # code points at the end of a paragraph in which an agency may sign
LABEL, NAME_WORDS = 40, 14
TOPIC = 3  # times that a text may name what it was taken from; what it names more often is what it is about
EDGE = (4, 8)  # paragraphs at the head and foot of a text in which a label is a credit

_EDGE = ' \t*_>|•·–—-"“”«»[]<'
_BRACKETS = "()/（）[]【】 .–—-"
_LINE = re.compile(r"[^\n]+")
_CLOSING = re.compile(
    r"(?<=[.!?…»”\"'’])\s*(?:[-–—]{1,2}\s*(?P<bare>[^()/.\n–—]{2,36})|[(/](?P<closed>[^()\n]{2,36})[)/])\.?\s*$"
)
_HAT_TIP_AT_END = re.compile(r"\((?:h/t|hat[ -]tip|via)[ :]+(?P<name>[^()\n]{2,50})\)\.?\s*$", re.IGNORECASE)
_NAME_END = re.compile(r"[;|<>()\[\]•·，。、\n]|[.:!?](?=\s|$)|,?\s\d{4}(?!\w)|\s[-–—]\s|\s{2,}|https?:")
_YEARS = re.compile(r"^[\s,©ⓒ:]*(?:\(c\)|&copy;)?[\s,]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.:]*(?:by\s+)?", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright[\s:]*)?(?:©|ⓒ|&copy;|\(c\)(?=\s*\d{4}))|copyright\s*(?=\d{4}|by\b|:)", re.IGNORECASE
)
_BEFORE_DATE = re.compile(r"[\s,]+(?:on|am|el|le|il|em|от|від|dne|den|в|у)?[\s,]*$", re.IGNORECASE)
_NOTE = re.compile(r"(?:(?:editor'?s'? )?note|nota|anmerkung|примечание|примітка)\s*:\s*")
_SENTENCE = re.compile(r"[.!?] (?=\w)")
_NUMBER = re.compile(r"[\s:.]*\d[\w./-]{0,16}")
_LETTERS = re.compile(r"[^\W\d_]")
_COLON = re.compile(r"\s?[:：]\s*")

_Found = tuple[CreditKind, str, str | None]


class _Republication(NamedTuple):
    """The phrases of all languages: subjects, verbs, what may follow each, longest first; openings; labels."""

    subjects: Openings
    verbs: Openings
    prepositions: Mapping[str, tuple[str, ...]]
    before: Openings
    labels: frozenset[str]
    many: frozenset[str]


def credits_in(text: str) -> tuple[Credit, ...]:
    """Every credit line in the text, in order; bounds are those of the line, or of the dateline or signature."""
    places = paragraphs(text)
    found: list[Credit] = []
    for number, (start, end) in enumerate(places):
        at_edge = number < EDGE[0] or number >= len(places) - EDGE[1]
        is_head = 0 < number < EDGE[0]
        found += credits_of_paragraph(text[start:end], start, at_edge=at_edge, is_head=is_head, is_byline=is_head)
    return without_topics(found, text)


def credits_at_edges(text: str) -> tuple[Credit, ...]:
    """The credit lines among the first and last paragraphs (`EDGE`), where nearly all stand that speak for a text.

    0.3 ms a text of 5,000 characters, half of what `credits_in` takes. For batches of texts whose inner parts nobody
    reads.
    """
    places = paragraphs(text)
    head, foot = places[: EDGE[0]], places[EDGE[0] :][-EDGE[1] :]
    found: list[Credit] = []
    for number, (start, end) in enumerate((*head, *foot)):
        is_foot = number >= EDGE[0]  # a dateline there is that of another item
        is_head = number > 0 and not is_foot
        found += credits_of_paragraph(text[start:end], start, is_head=is_head, dated=not is_foot, is_byline=is_head)
    return without_topics(found, text)


def without_topics(found: Iterable[Credit], text: str) -> tuple[Credit, ...]:
    """`found` less labels ("Source: …") that name what the text is about: its figures are from there, not its words."""
    return tuple(one for one in found if not (_is_labelled(one, text) and text.count(one.name) > TOPIC + 1))


def _is_labelled(credit: Credit, text: str) -> bool:
    opening = text[credit.start : min(credit.end, credit.start + LABEL)]
    label = _lowered(opening.strip(_EDGE)).replace("：", ":").partition(":")[0].strip()
    return credit.kind is CreditKind.REPUBLICATION and label in _republished().labels


def credits_of_paragraph(
    paragraph: str,
    offset: int = 0,
    *,
    at_edge: bool = True,
    is_head: bool = True,
    dated: bool = True,
    is_byline: bool = False,
) -> Iterator[Credit]:
    """The credits in one paragraph that stands at `offset`.

    A mere label ("Source: …") counts only `at_edge`: in the midst of an article it names the source of a chart. An
    agency's bare name counts only where `is_head`, in a byline's place: elsewhere it signs a picture. An agency beside
    a writer or a date is looked for where it `is_byline`, or may be one by its place. Where it is not `dated`, no
    dateline is looked for.
    """
    dateline = read_dateline(paragraph) if dated else None
    if dateline and dateline.agencies:
        for name in dateline.agencies:
            yield Credit(kind=CreditKind.WIRE, name=name, start=offset, end=offset + dateline.length)
        return
    lines = _LINE.finditer(paragraph) if len(paragraph) <= LONGEST_NOTICE else ()
    declared = [(line, credit) for line in lines for credit in _in_line(line.group(), at_edge, is_head)]
    if is_byline and not declared and len(paragraph) <= LONGEST_BYLINE:
        lines = _LINE.finditer(paragraph)
        declared = [
            (line, (CreditKind.WIRE, name, None)) for line in lines for name in agencies_of_byline(line.group())
        ]
    for line, (kind, name, date_text) in declared:
        start, end = offset + line.start(), offset + line.end()
        yield Credit(kind=kind, name=name, start=start, end=end, date_text=date_text)
    if not declared:
        yield from _closing(paragraph, offset)


def _in_line(line: str, at_edge: bool, is_head: bool) -> Iterator[_Found]:
    """What one line declares: kind, name, and the date it gives for the original."""
    signed = list(_signature(line.strip(), is_head)) if len(line) <= LONGEST_LABELLED else []
    if signed:
        yield from signed
        return
    said = line.strip(_EDGE)
    lower = _lowered(said)
    note = _NOTE.match(lower)
    if note:
        said, lower = said[note.end() :], lower[note.end() :]
    if _may_declare(lower):
        for find in (_copyright, _wire, _republication, _opening):
            found = list(find(said, lower))
            if found:
                yield from found
                return
    if at_edge:
        yield from _labelled(said, lower)


def _may_declare(lower: str) -> bool:
    """Whether a line opens or ends as a credit may, or speaks of copyright; most do not, and cost no more."""
    opens, ends = _signs()
    return (
        lower.rstrip(" .)").endswith(ends)
        or _is_marked(lower)
        or any(opens.at(lower, start) for start in _sentence_starts(lower))
        or (len(lower) <= LONGEST_LABELLED and any(phrase in lower for phrase in _reserved()))
    )


@functools.cache
def _signs() -> tuple[Openings, tuple[str, ...]]:
    """All that a credit may open with, in any of its sentences, and what a line about agencies may end in."""
    tables = lexicon.load("credits").tables
    republished = tables["republication"].values()
    opening = [
        phrase for table in republished for key in ("subjects", "verbs", "before") for phrase in table.get(key, ())
    ]
    opening += [
        phrase for name in ("wire", "translation", "press_release", "hat_tip") for phrase in tables[name]["before"]
    ]
    return Openings(opening), _wire_phrases()[1]


def _sentence_starts(lower: str) -> list[int]:
    return [int(lower.startswith("(")), *[end.end() for end in _SENTENCE.finditer(lower)]]


def _is_marked(lower: str) -> bool:
    """Whether a mark of copyright stands anywhere; four times as fast as a pattern."""
    return "©" in lower or "copyright" in lower or "(c)" in lower or "ⓒ" in lower or "&copy;" in lower


def _lowered(said: str) -> str:
    """`said` in lower case, character for character, apostrophes straight."""
    lower = said.lower()
    if len(lower) != len(said):  # "İ" becomes two
        lower = "".join(low if len(low := ch.lower()) == 1 else ch for ch in said)
    return lower.replace("’", "'")


def _opens(lower: str, phrases: tuple[str, ...]) -> str | None:
    """The longest of the phrases that `lower` begins with, as whole words."""
    if not lower.startswith(phrases):
        return None
    for phrase in phrases:  # longest first
        if lower.startswith(phrase) and not (phrase[-1].isalnum() and lower[len(phrase) : len(phrase) + 1].isalnum()):
            return phrase
    return None


def _copyright(said: str, lower: str) -> Iterator[_Found]:
    marked = _is_marked(lower)
    if not marked and len(said) > LONGEST_LABELLED:
        return
    reserved = next((lower.find(phrase) for phrase in _reserved() if phrase in lower), None)
    mark = (_COPYRIGHT.match(said) or (_COPYRIGHT.search(said) if reserved is not None else None)) if marked else None
    if mark:
        rest = _YEARS.sub("", said[mark.end() :], count=1)
    elif reserved is not None and len(said) <= LONGEST_LABELLED:
        rest = said[:reserved]
    else:
        return
    end = re.search(r"[|<>()\n]|\.(?=\s|$)|,?\s*\d{4}(?!\w)", rest)
    name = rest[: end.start()] if end else rest
    yield CreditKind.COPYRIGHT, name.strip(_EDGE + ",.;:"), None


@functools.cache
def _reserved() -> tuple[str, ...]:
    return tuple(lexicon.load("credits").tables["copyright"]["reserved"])


def _signature(line: str, is_head: bool) -> Iterator[_Found]:
    """A line that is nothing but agencies: "(AFP)", "- Reuters", "dpa/AFP"."""
    if len(line) > LONGEST_SIGNATURE:
        return
    named = agencies.only_agencies(line.strip(_BRACKETS))
    marked = line[:1] in "(/[（【-–—" or line[:1].islower()
    if named and (marked or is_head) and (line[:1] in "(/[（【" or not all(map(agencies.is_ambiguous, named))):
        yield from ((CreditKind.WIRE, name, None) for name in named)


def _wire(said: str, lower: str) -> Iterator[_Found]:
    if said.endswith(":"):
        return  # what follows is quoted from there
    before, after = _wire_phrases()
    opening = before.at(lower)
    named = []
    if opening:
        rest = said[len(opening) :].strip(_BRACKETS + ":")
        named = agencies.only_agencies(rest)
        if not named and opening.count(" ") >= 2 and len(said) <= LONGEST_LABELLED:
            named = _clear_agencies(rest)
    elif lower.rstrip(" .)").endswith(after):
        named = _clear_agencies(said)
    yield from ((CreditKind.WIRE, name, None) for name in named)


def _clear_agencies(words: str) -> list[str]:
    named = [words[start:end] for start, end in agencies.find(words)]
    return list(dict.fromkeys(name for name in named if not agencies.is_ambiguous(name)))


@functools.cache
def _wire_phrases() -> tuple[Openings, tuple[str, ...]]:
    table = lexicon.load("credits").tables["wire"]
    return Openings(table["before"]), _longest_first(table["after"])


def _longest_first(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


@functools.cache
def _republished() -> _Republication:
    tables = lexicon.load("credits").tables
    subjects: list[str] = []
    before: list[str] = []
    labels: list[str] = []
    follows: dict[str, list[str]] = defaultdict(list)
    for table in tables["republication"].values():
        subjects += table.get("subjects", ())
        before += table.get("before", ())
        labels += table.get("labels", ())
        for verb in table.get("verbs", ()):
            follows[verb] += table.get("prepositions", ())
    return _Republication(
        Openings(subjects),
        Openings(follows),
        {verb: _longest_first(prepositions) for verb, prepositions in follows.items()},
        Openings(before),
        frozenset(labels),
        frozenset(tables["many"]["labels"]),
    )


def _republication(said: str, lower: str) -> Iterator[_Found]:
    phrases = _republished()
    opening = phrases.before.at(lower)
    if opening:
        rest: str | None = said[len(opening) :]
        prepositions: tuple[str, ...] = ()
    else:
        rest, prepositions = _after_verb(said, lower, phrases)
    name, date_text = _named(rest, prepositions) if rest is not None else ("", None)
    if name:
        yield CreditKind.REPUBLICATION, name, date_text


def _labelled(said: str, lower: str) -> Iterator[_Found]:
    """What a line such as "Source: …" names: agencies, or one original."""
    phrases = _republished()
    colon = _COLON.search(lower, 0, LABEL) if len(said) <= LONGEST_LABELLED else None
    label = lower[: colon.start()].strip() if colon else ""
    if not colon or not (label in phrases.labels or label in phrases.many):
        return
    named = agencies.only_agencies(said[colon.end() :].strip(_BRACKETS))
    yield from ((CreditKind.WIRE, name, None) for name in named)
    if not named and label in phrases.labels:
        name, date_text = _named(said[colon.end() :], ())
        if name:
            yield CreditKind.REPUBLICATION, name, date_text


def _after_verb(said: str, lower: str, phrases: _Republication) -> tuple[str | None, tuple[str, ...]]:
    """What follows "(This article) was originally published", and the prepositions it may begin with."""
    for start in _sentence_starts(lower):
        subject = phrases.subjects.at(lower, start)
        at = start + len(subject) + 1 if subject else start
        verb = phrases.verbs.at(lower, at)
        if verb:
            rest = said[at + len(verb) :]
            prepositions = phrases.prepositions[verb]
            if _opens(_lowered(rest.lstrip(" ,")), prepositions):
                return rest, prepositions
    return None, ()


def _named(rest: str, prepositions: tuple[str, ...]) -> tuple[str, str | None]:
    """The name at the head of `rest`, as printed, and the date behind it; no name where a sentence follows."""
    rest = rest.strip(_EDGE + ",:：/")
    opening = _opens(_lowered(rest), prepositions) if prepositions else None
    rest = rest[len(opening) :].strip(_EDGE + ",:") if opening else rest
    articles = tuple(lexicon.load("credits").tables["name"]["articles"])
    while rest.startswith(articles):
        rest = rest[len(next(article for article in articles if rest.startswith(article))) :]
    date = find_date(rest)
    name = _BEFORE_DATE.sub("", rest[: date.start]) if date else rest
    end = _NAME_END.search(name)
    name = name[: end.start()] if end else name
    lower = _lowered(name)
    cuts = [at for ending in lexicon.load("credits").tables["name"]["ends"] if (at := lower.find(ending)) > 0]
    name = name[: min(cuts, default=len(name))].strip(_EDGE + ",.")
    if len(name.split()) > NAME_WORDS or not any(map(str.isalpha, name)):
        return "", None
    return name, rest[date.start : date.end] if date else None


@functools.cache
def _openings() -> tuple[tuple[CreditKind, Openings], ...]:
    tables = lexicon.load("credits").tables
    kinds = (CreditKind.TRANSLATION, CreditKind.PRESS_RELEASE, CreditKind.HAT_TIP)
    return tuple((kind, Openings(tables[kind.value]["before"])) for kind in kinds)


def _opening(said: str, lower: str) -> Iterator[_Found]:
    """Lines that begin with "Translated by", "Press release:", "h/t" and go on with a name at most."""
    for kind, phrases in _openings():
        phrase = phrases.at(lower)
        if not phrase:
            continue
        rest = said[len(phrase) :]
        if len(rest.split()) > NAME_WORDS or (phrase == "via" and len(rest.split()) > 4):
            return
        left = _without_number(rest) if kind is CreditKind.PRESS_RELEASE else None
        is_word = kind is CreditKind.PRESS_RELEASE and " " not in phrase and left is None
        if is_word and rest.strip() and rest.strip()[0] not in ":：-–—":
            return
        yield kind, _named(rest if left is None else left, ())[0], None
        return


def _without_number(rest: str) -> str | None:
    """What follows "Press release" without its number and date; None where it has neither ("No. 31 of 5 May")."""
    said = rest.strip(_EDGE + ",:")
    date = find_date(said)
    if date and not _LETTERS.search(said[: date.start]):
        return said[date.end :].strip(_EDGE + ",:")
    marks = sorted(lexicon.load("credits").tables["press_release"]["numbers"], key=len, reverse=True)
    mark = next((mark for mark in marks if said.lower().startswith(mark)), "")
    number = _NUMBER.match(said[len(mark) :])
    if not number:
        return None
    said = said[len(mark) + number.end() :].strip(_EDGE + ",:")
    date = find_date(said)
    return "" if date and not said[: date.start].strip(_EDGE + ",:").count(" ") else said


def _closing(paragraph: str, offset: int) -> Iterator[Credit]:
    """An agency that signs the paragraph: "… he said. (AFP)", "… – dpa"; or a hat tip in brackets."""
    low = max(0, len(paragraph) - CLOSING)
    match = _CLOSING.search(paragraph, low)
    start, end = offset + (match.start() if match else 0), offset + len(paragraph.rstrip())
    named = agencies.only_agencies(match["bare"] or match["closed"]) if match else []
    if match and named and (match["closed"] or not all(map(agencies.is_ambiguous, named))):
        start += len(match.group()) - len(match.group().lstrip())
        for name in named:
            yield Credit(kind=CreditKind.WIRE, name=name, start=start, end=end)
        return
    tip = _HAT_TIP_AT_END.search(paragraph, low)
    if tip:
        yield Credit(kind=CreditKind.HAT_TIP, name=tip["name"].strip(" :."), start=offset + tip.start(), end=end)
