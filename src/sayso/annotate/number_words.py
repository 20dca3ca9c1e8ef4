"""The number words of a language, compiled from `numbers.<language>.toml`, and numbers written in digits."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, fold, grouped, primary, word_set

MAX_DIGITS = 15  # beyond which a float no longer holds every whole number
TEN = 10.0
SHORTEST_GLUED = 5  # letters of a number written as one word ("hundert" has its own entry)
NEUTRAL_SEPARATORS = frozenset(".,' ")
"""What may part thousands where the language is not known."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language, ready for look-up."""

    cardinals: PhraseTable[float]
    multipliers: PhraseTable[float]
    vague: PhraseTable[tuple[float, float | None]]
    bounds: PhraseTable[str]
    bounds_after: PhraseTable[str]
    between: PhraseTable[bool]
    to: PhraseTable[bool]
    or_: PhraseTable[bool]
    and_: PhraseTable[bool]
    half: PhraseTable[bool]
    people: PhraseTable[bool]
    none: PhraseTable[bool]
    none_after: PhraseTable[bool]
    more: PhraseTable[bool]
    labels: PhraseTable[bool]
    fillers: PhraseTable[bool]
    stops: PhraseTable[bool]
    change: PhraseTable[bool]
    classifiers: PhraseTable[bool]
    ambiguous: PhraseTable[bool]
    repeated: PhraseTable[float]
    ordinals: PhraseTable[float]
    duals: Mapping[str, str]
    articles: frozenset[str]
    thousands: frozenset[str]
    decimal: str
    clitic: str
    prefixes: tuple[str, ...]
    endings: frozenset[str]
    glued: re.Pattern[str] | None
    pieces: Mapping[str, float]
    is_han: bool
    has_teens: bool

    @property
    def written_on(self) -> tuple[str, ...]:
        """What is written onto a number word: "and", and prepositions ("بثلاث قنابل", with three bombs)."""
        return (self.clitic, *self.prefixes) if self.clitic else self.prefixes

    def may_begin(self, word: str) -> bool:
        """Whether a number may begin with `word`; most words are sent away here."""
        if self.cardinals.begins(word) or self.multipliers.begins(word) or self.vague.begins(word):
            return True
        if word.startswith(self.written_on) or word in self.duals or self.repeated.begins(word):
            return True
        return self.glued is not None and len(word) > SHORTEST_GLUED and self.glued.match(word) is not None


def _glued(tables: Mapping[str, Any]) -> tuple[re.Pattern[str] | None, dict[str, float]]:
    if not tables["style"]["glued"]:
        return None, {}
    pieces: dict[str, float] = {}
    for section in ("cardinals", "fractions", "multipliers"):
        for value, forms in tables.get(section, {}).items():
            pieces.update({form: float(value) for form in forms if _is_one_word(form)})
    for link in ("und", "ën", "en", "in", "og") if tables["words"]["and"] else ():
        pieces.setdefault(link, 0.0)
    ordered = sorted(pieces, key=len, reverse=True)
    return re.compile(f"(?:(?>{'|'.join(map(re.escape, ordered))}))+"), pieces


def _is_one_word(form: str) -> bool:
    """Whether a form is of letters alone, with the signs of vowels and tones."""
    return all(ch.isalpha() or unicodedata.category(ch) in {"Mn", "Mc"} for ch in form)


def _joined(tables: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The tens with the units written onto them, "and" between: "بیست‌وسه" is one word of Persian."""
    link, cardinals = tables["style"].get("joined", ""), tables["cardinals"]
    tens = [(form, float(value)) for value, forms in cardinals.items() if value[1:] == "0" for form in forms]
    units = [(form, float(value)) for value, forms in cardinals.items() if value in "123456789" for form in forms]
    for ten, high in tens if link else ():
        yield from ((f"{ten}{link}{unit}", high + low) for unit, low in units if high > TEN)


def _valued(tables: Mapping[str, Any], *sections: str) -> Iterator[tuple[str, float]]:
    """The forms of some sections, each with the number that it stands for."""
    for section in sections:
        for value, forms in tables.get(section, {}).items():
            yield from ((form, float(value)) for form in forms)


@functools.cache
def number_words(language: str) -> NumberWords | None:
    """The number words of `language`, or None where there is no lexicon: then only digits are read."""
    code = primary(language)
    if code not in lexicon.languages("numbers"):
        return None
    tables = lexicon.load("numbers", code).tables
    words, style = tables["words"], tables["style"]
    glued, pieces = _glued(tables)
    return NumberWords(
        cardinals=PhraseTable(
            [
                *_valued(tables, "cardinals", "fractions"),
                *_joined(tables),
                *((f, 1.0) for f in words.get("alone", ())),
            ]
        ),
        multipliers=PhraseTable(_valued(tables, "multipliers")),
        vague=PhraseTable((f, (float(e["low"]), e.get("high"))) for e in tables["vague"] for f in e["forms"]),
        bounds=grouped(tables["bounds"]),
        bounds_after=grouped(tables["bounds_after"]),
        between=word_set(words["between"]),
        to=word_set(words["to"]),
        or_=word_set(words["or"]),
        and_=word_set(words["and"]),
        half=word_set(words.get("half", ())),
        people=word_set(words.get("people", ())),
        none=word_set(words["none"]),
        none_after=word_set(words.get("none_after", ())),
        more=word_set(words.get("more", ())),
        labels=word_set(words["labels"]),
        fillers=word_set(words["fillers"]),
        stops=word_set(words["stops"]),
        change=word_set(words["change"]),
        classifiers=word_set(words.get("classifiers", ())),
        ambiguous=word_set(words.get("ambiguous", ())),
        repeated=PhraseTable(_valued(tables, "repeated")),
        ordinals=PhraseTable(_valued(tables, "ordinals")),
        duals={fold(f): singular for singular, forms in tables.get("duals", {}).items() for f in forms},
        articles=frozenset(style["articles"]),
        thousands=frozenset(style["thousands"]),
        decimal=style["decimal"],
        clitic=style["clitic"],
        prefixes=tuple(style.get("prefixes", ())),
        endings=frozenset(style.get("endings", ())),
        glued=glued,
        pieces=pieces,
        is_han=code in {"zh", "ja"},
        has_teens="13" in tables["cardinals"],
    )


def read_digits(digits: str, thousands: frozenset[str], decimal: str) -> float | None:
    """The value of a number written with separators ("1,200", "1.200", "7,8"), None if it is not one number."""
    parts = re.split(r"([.,٫٬])", digits)
    if sum(map(len, parts[::2])) > MAX_DIGITS:
        return None
    if len(parts) == 1:
        return float(int(digits))
    marks, groups = parts[1::2], parts[2::2]
    grouped_by_three = all(len(g) == 3 for g in groups) and 1 <= len(parts[0]) <= 3 and not parts[0].startswith("0")
    if len(set(marks)) == 1 and grouped_by_three and (marks[0] in thousands or len(marks) > 1):
        return float(int(parts[0] + "".join(groups)))
    if len(marks) == 1 and (marks[0] == decimal or len(groups[0]) != 3 or decimal in "٫"):
        return float(f"{int(parts[0])}.{''.join(str(int(c)) for c in groups[0])}")
    if len(marks) == 2 and marks[0] != marks[1] and len(groups[0]) == 3:
        return float(f"{int(parts[0] + groups[0])}.{''.join(str(int(c)) for c in groups[1])}")
    return None
