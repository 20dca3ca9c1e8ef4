"""The lexicon of loaded expressions, made ready to be read: word classes and the forms built of them.

A form is a row of slots parted by blanks: "owner* ^regime !change". A slot names one class or word, or several parted
by "|"; "^" marks the anchor, "?" may be missing, "+" comes once or more, "*" any number of times, "!" must not
follow. NAME, GEO and ANY stand for a capitalised word, a country or its people, and any word. In a class, "word*"
stands for every word that begins so and "*word" for every one that ends so.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate import tokens
from sayso.vocab import Technique

NAME, GEO, ANY = "NAME", "GEO", "ANY"
MAX_REPEATS = 3  # words that one repeated slot takes: "NATO-backed Ukrainian nationalist terrorism"
_SHORTEST_BEGINNING = 4  # letters; shorter entries of the gazetteer are whole words
_COUNTS = {"?": (0, 1), "+": (1, MAX_REPEATS), "*": (0, MAX_REPEATS)}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a form: which classes fit, how many words it takes, or that none may stand there."""

    names: frozenset[str]
    least: int = 1
    most: int = 1
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What stands left and right of an anchor, from the anchor outwards."""

    technique: Technique
    left: tuple[Slot, ...]
    right: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """One language's list. `forms` are by the class of their anchor."""

    label: str
    pattern: re.Pattern[str]
    forms: Mapping[str, tuple[Form, ...]]
    exact: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    not_names: frozenset[str]
    naming: frozenset[str]
    has_capitals: bool

    def classes_of(self, word: str) -> frozenset[str]:
        """Every class the lower-case `word` is in."""
        known = set(self.exact.get(word, ()))
        for cut in range(2, min(len(word), 24) + 1):
            known |= self.beginnings.get(word[:cut], frozenset())
            known |= self.endings.get(word[-cut:], frozenset())
        return frozenset(known)


def loaded_words(language: str) -> LoadedWords | None:
    """The list of a language given as BCP 47, None where there is none."""
    base = language.partition("-")[0].lower()
    return _load(base) if base in lexicon.languages("loaded") else None


@functools.cache
def _load(language: str) -> LoadedWords:
    source = lexicon.load("loaded", language)
    classes: dict[str, list[str]] = dict(source.tables["classes"])
    forms: dict[str, list[Form]] = defaultdict(list)
    for technique, lines in source.tables["forms"].items():
        for line in lines:
            anchor, form = _form(Technique(technique), line, classes)
            for name in anchor:
                forms[name].append(form)
    exact: dict[str, set[str]] = defaultdict(set)
    beginnings: dict[str, set[str]] = defaultdict(set)
    endings: dict[str, set[str]] = defaultdict(set)
    for name, entries in classes.items():
        for entry in entries:
            if entry.endswith("*"):
                beginnings[entry[:-1]].add(name)
            elif entry.startswith("*"):
                endings[entry[1:]].add(name)
            else:
                exact[entry].add(name)
    for place in _gazetteer():
        (beginnings if len(place) >= _SHORTEST_BEGINNING else exact)[place].add(GEO)
    order = source.tables.get("order", {})
    spelt = [entry for entries in classes.values() for entry in entries] if order.get("unspaced") else ()
    return LoadedWords(
        label=source.label,
        pattern=tokens.pattern(clitics=order.get("clitics", False), elisions=order.get("elisions", False), words=spelt),
        forms={name: tuple(rows) for name, rows in forms.items()},
        exact=_frozen(exact),
        beginnings=_frozen(beginnings),
        endings=_frozen(endings),
        not_names=frozenset(order.get("not_names", ())),
        naming=frozenset(order.get("naming", ())),
        has_capitals=order.get("capitals", True),
    )


def _frozen(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in table.items()}


def _form(technique: Technique, line: str, classes: dict[str, list[str]]) -> tuple[frozenset[str], Form]:
    """The anchor's classes and the form that `line` writes; words that are no class become one."""
    left: list[Slot] = []
    right: list[Slot] = []
    anchor: frozenset[str] = frozenset()
    for written in line.split():
        mark = written[0] if written[0] in "^!" else ""
        count = _COUNTS.get(written[-1], (1, 1))
        names = frozenset(written.strip("^!?+*").split("|"))
        for name in names - classes.keys() - {NAME, GEO, ANY}:
            classes[name] = [name]
        if mark == "^":
            anchor = names
        else:
            (right if anchor else left).append(Slot(names, *count, refuses=mark == "!"))
    if not anchor:
        raise ValueError(f"a form without an anchor: {line!r}")
    return anchor, Form(technique, tuple(reversed(left)), tuple(right))


@functools.cache
def _gazetteer() -> frozenset[str]:
    tables = lexicon.load("countries").tables
    places = (
        place for table in ("countries", "capitals") for row in tables[table].values() for place in row.split("|")
    )
    return frozenset(place for place in places if " " not in place)
