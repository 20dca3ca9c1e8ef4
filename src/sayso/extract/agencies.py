"""News agencies, told by the names they sign with."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso import lexicon

CONNECTORS = frozenset(
    {"and", "und", "et", "y", "e", "и", "та", "i", "og", "och", "en", "with", "the", "news", "wires", "staff"}
)

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")


@functools.cache
def _forms() -> frozenset[str]:
    listed = lexicon.load("agencies").tables["agencies"]
    return frozenset(form for name, others in listed.items() for form in (name, *others))


@functools.cache
def _by_first_word() -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """Forms by their first word, longest first; and those in scripts that set no spaces."""
    spaced: dict[str, list[str]] = defaultdict(list)
    unspaced = []
    for form in sorted(_forms(), key=lambda form: (-len(form), form)):
        first = _WORD.search(form)
        if _UNSPACED.match(form):
            unspaced.append(form)
        elif first and first.start() == 0:
            spaced[first.group()].append(form)
    return {word: tuple(forms) for word, forms in spaced.items()}, tuple(unspaced)


def is_agency(name: str) -> bool:
    """Whether an agency signs with just these words."""
    return name in _forms()


def any_agency(names: Iterable[str]) -> bool:
    """Whether an agency signs with any of these."""
    return not _forms().isdisjoint(names)


def is_ambiguous(name: str) -> bool:
    """Whether the form is a word or another abbreviation too."""
    return name in lexicon.load("agencies").tables["ambiguous"]["forms"]


def find(text: str) -> list[tuple[int, int]]:
    """(start, end) of each agency's name in `text`, in order."""
    found = [*_spaced(text), *(_unspaced(text) if _UNSPACED.search(text) else ())]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _spaced(text: str) -> Iterator[tuple[int, int]]:
    by_word = _by_first_word()[0]
    if by_word.keys().isdisjoint(_WORD.findall(text)):  # most texts: one look, not one for each word
        return
    for word in _WORD.finditer(text):
        for form in by_word.get(word.group(), ()):
            end = word.start() + len(form)
            if text.startswith(form, word.start()) and not (form[-1].isalnum() and text[end : end + 1].isalnum()):
                yield word.start(), end
                break


def _unspaced(text: str) -> Iterator[tuple[int, int]]:
    for form in _by_first_word()[1]:
        at = text.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = text.find(form, at + len(form))


def only_agencies(text: str) -> list[str]:
    """The agencies named, if `text` names one or more and nothing else."""
    found = find(text)
    if not found:
        return []
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(text)]
    rest = " ".join(text[low:high] for low, high in zip(ends, starts, strict=True))
    others = [word for word in _WORD.findall(rest) if word.casefold() not in CONNECTORS]
    return [] if others else [text[start:end] for start, end in found]
