"""Agencies that no list knows: one credit line shows that a name is an agency's, and others sign with the bare name.

"LUNDHAVN (Norlex) –" is an agency's line whoever Norlex is; "(Norlex)" or "By Ana Lenz, Norlex" may be a writer's, a
section's, another outlet's. Once the first stands over one text of a case or batch, the second is a credit in another,
and so is "(Норлекс)" at its foot.
"""

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from sayso import lexicon
from sayso.lineage.declared import agency, key, outlet_keys
from sayso.lineage.documents import Document
from sayso.lineage.spelled import signatures
from sayso.model import Credit
from sayso.vocab import CreditKind

EDGE = 4  # lines at the head and at the foot of a text among which a signature is looked for
LONGEST = 120  # code points of a line that signs
SHORTEST, MOST_WORDS = 3, 6  # code points and words of a name

_LINE = re.compile(r"\S[^\n]*")
_MARKS = " \t()[]（）【】/|•·*_<>.,;:=-–—©ⓒ"
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:copyright|\(c\))?\s*\b(?:19|20)\d\d\b|^copyright\b", re.IGNORECASE)
_WRITER = re.compile(r"^[^\W\d_][^\d.!?:;]{2,60}$")


def shown(documents: Iterable[Document]) -> frozenset[str]:
    """The names, as printed, that a line of one of `documents` shows to be an agency's and that the list lacks."""
    named = (credit.name for document in documents for credit in document.credits if credit.kind is CreditKind.WIRE)
    return frozenset(name for name in named if _may_be_known(name) and agency(name) is None)


def _may_be_known(name: str) -> bool:
    return len(name) >= SHORTEST and name[0].isupper() and len(_WORD.findall(name)) <= MOST_WORDS


def signed(documents: Iterable[Document], names: frozenset[str]) -> list[Document]:
    """`documents` with the lines as credits in which one of `names` signs a text that credits it nowhere else."""
    if not names:
        return list(documents)
    first = frozenset(word for name in names for word in _WORD.findall(name)[:1])
    return [_signed(document, names, first) for document in documents]


def _signed(document: Document, names: frozenset[str], first: frozenset[str]) -> Document:
    lines = _edges(document.text)
    there = {name for line, _ in lines for name in _words_in_a_row(line, first) if name in names}
    other = [] if document.text.isascii() else list(signatures(lines[-1:], names))
    if not there and not other:
        return document
    known = outlet_keys(document) | {key(credit.name) for credit in document.credits}
    new = sorted((name for name in there if key(name) not in known), key=lambda name: (-len(name), name))
    found = [credit for name in new for credit in _signatures(lines, name)]
    found += [Credit(kind=CreditKind.WIRE, name=n, start=a, end=z) for n, a, z in other if key(n) not in known]
    if not found:
        return document
    given = tuple(sorted((*document.credits, *found), key=lambda credit: (credit.start, credit.end, credit.name)))
    left_out = (*document.left_out, *((credit.start, credit.end) for credit in found))
    return dataclasses.replace(document, credits=given, left_out=left_out)


def _words_in_a_row(line: str, first: frozenset[str]) -> Iterator[str]:
    """What may be a name that begins with one of the `first` words.

    A batch may show thousands of names: to ask each text about each would take hours.
    """
    if first.isdisjoint(_WORD.findall(line)):
        return
    words = list(_WORD.finditer(line))
    for at, word in enumerate(words):
        for last in words[at : at + MOST_WORDS] if word.group() in first else ():
            yield line[word.start() : last.end()]


def _edges(text: str) -> list[tuple[str, int]]:
    """The lines at the head and foot of the text with where they stand; of a long last one its end."""
    lines = [(line.group(), line.start()) for line in _LINE.finditer(text)]
    edges = [*lines[:EDGE], *lines[EDGE:][-EDGE:]]
    if edges:
        last, start = edges[-1]
        cut = max(0, len(last) - LONGEST)
        edges[-1] = (last[cut:], start + cut)
    return [(line, start) for line, start in edges if len(line) <= LONGEST]


def _signatures(lines: Sequence[tuple[str, int]], name: str) -> Iterator[Credit]:
    """The first of the lines in which the name signs the text."""
    for number, (line, start) in enumerate(lines, 1):
        is_whole = len(line) < LONGEST
        place = (0, len(line)) if is_whole and name in line and _is_signature(line, name) else None
        if place is None and number == len(lines):
            place = _at_end(line, name)
        if place:
            yield Credit(kind=CreditKind.WIRE, name=name, start=start + place[0], end=start + place[1])
            return


def _is_signature(line: str, name: str) -> bool:
    """Whether a line is the name alone, bare or marked; behind "By" and a writer; or in the form of a credit."""
    rest = _YEAR.sub("", line).strip(_MARKS)
    if rest == name:
        return True
    before, after, by = _forms()
    lower = rest.casefold()
    if rest.startswith(name) and lower[len(name) :].strip() in after:
        return True
    if not rest.endswith(name):
        return False
    ahead = rest[: -len(name)].rstrip()
    opening = ahead.casefold().strip(_MARKS)
    if opening in before or opening in by:
        return True
    word = next((word for word in by if opening.startswith((f"{word} ", f"{word}:"))), None)
    return word is not None and ahead.endswith((",", "/", "|", "–", "—", "-")) and bool(_WRITER.match(opening))


def _at_end(line: str, name: str) -> tuple[int, int] | None:
    """Where the name signs the end of a last paragraph: "… he said. (Norlex)", "… he said. – Norlex"."""
    stripped = line.rstrip(" \t.)]）】")
    if not stripped.endswith(name):
        return None
    ahead = stripped[: -len(name)]
    marked = ahead.rstrip(" ")
    if not marked.endswith(("(", "[", "（", "–", "—", "-")):
        return None
    sentence = marked[:-1].rstrip(" -")
    return (len(sentence), len(line)) if sentence.endswith((".", "!", "?", "…", "”", "»", '"', "。")) else None


@functools.cache
def _forms() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """What stands before and after the name in a credit line, and "By" in any of our languages."""
    wire = lexicon.load("credits").tables["wire"]
    by = lexicon.load("bylines").tables["bylines"]["before"]
    words = {word.casefold().strip(_MARKS) for word in by}
    return (
        frozenset(form.casefold() for form in wire["before"]),
        frozenset(form.casefold() for form in wire["after"]),
        tuple(sorted(words - {""}, key=lambda word: (-len(word), word))),
    )
