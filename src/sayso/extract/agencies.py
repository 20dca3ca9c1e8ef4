"""News agencies, told by the names they sign with."""

import functools
import re

from sayso import lexicon

CONNECTORS = frozenset(
    {"and", "und", "et", "y", "e", "и", "та", "i", "og", "och", "en", "with", "the", "news", "wires", "staff"}
)

_WORDS = re.compile(r"[^\W_]+")


@functools.cache
def pattern() -> str:
    """A regular expression, without groups, for any form of any agency as a word of its own."""
    listed = lexicon.load("agencies").tables["agencies"]
    forms = {form for name, others in listed.items() for form in (name, *others)}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    alternatives = "|".join(_bounded(form) for form in longest_first)
    return f"(?:{alternatives})"


def _bounded(form: str) -> str:
    """`form`, which may not stand inside a longer word; scripts without spaces set no such bound."""
    spaced = not ("\u2e80" <= form[0] <= "\u9fff" or "\uac00" <= form[0] <= "\ud7af")
    left, right = (r"(?<![^\W_])", r"(?![^\W_])") if spaced else ("", "")
    return f"{left if form[0].isalnum() else ''}{re.escape(form)}{right if form[-1].isalnum() else ''}"


@functools.cache
def _finder() -> re.Pattern[str]:
    return re.compile(pattern())


def find(text: str) -> list[tuple[int, int]]:
    """(start, end) of each agency's name in `text`."""
    return [match.span() for match in _finder().finditer(text)]


def only_agencies(text: str) -> list[str]:
    """The agencies named, if `text` names one or more and nothing else."""
    found = find(text)
    rest = _finder().sub(" ", text)
    others = [word for word in _WORDS.findall(rest) if word.casefold() not in CONNECTORS]
    return [text[start:end] for start, end in found] if found and not others else []


def is_ambiguous(name: str) -> bool:
    """Whether the form is a word or another abbreviation too."""
    return name in lexicon.load("agencies").tables["ambiguous"]["forms"]


@functools.cache
def _press_wires() -> re.Pattern[str]:
    listed = lexicon.load("agencies").tables["press_release_wires"]
    forms = sorted({form for name, others in listed.items() for form in (name, *others)}, key=len, reverse=True)
    return re.compile("|".join(_bounded(form) for form in forms))


def press_wire(text: str) -> str | None:
    """The press-release wire that `text` names, if it names one."""
    match = _press_wires().search(text)
    return match.group() if match else None
