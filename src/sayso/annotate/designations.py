"""Digits that count nothing: parts of names ("Il-76", "A320") and ordinals ("3rd", "11-й")."""

import re
from collections.abc import Sequence

from sayso.annotate.phrases import HAN, Token

_HAN = re.compile(f"[{HAN}]")
_KANA_END = re.compile("[\u3040-\u309f]$")  # "が19人": a particle, no type name
_HEBREW_PREFIXES = frozenset("והבכלמש")
_BEFORE_DIGITS = frozenset("وبلובלכמ") | {"us"}  # "and", "in", "to" are written onto digits too: و41
_ORDINAL = frozenset((
    "st", "nd", "rd", "th", "º", "ª", "er", "ère", "re", "e", "ème", "eme", "nde", "ste", "de",
    "й", "я", "е", "го", "му", "м", "х", "ый", "ий", "ой", "ая", "ое", "ые", "та", "ту", "ої", "ою", "ша", "га", "ма",
))  # fmt: skip

_OF_PEOPLE = frozenset(("ма", "мата", "има", "имата"))


def is_designation(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits at `at` are glued to letters or a path: "Il-76", "MIM-104A", "A320", "24/7"."""
    token = tokens[at]
    if at:
        before = tokens[at - 1]
        if before.end == token.start:
            if (
                before.is_word
                and not _HAN.match(before.word)
                and before.word not in _BEFORE_DIGITS
                and not _KANA_END.search(before.word)
            ):
                return True
            if before.word in "/_@:." and before.start and at > 1 and tokens[at - 2].end == before.start:
                return True
            if before.word in "-–‑־" and at > 1 and tokens[at - 2].end == before.start and tokens[at - 2].is_word:
                return not _is_hebrew_prefix(tokens[at - 2])
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if (
            after.start == token.end
            and after.word in "/_@"
            and at + 2 < len(tokens)
            and tokens[at + 2].start == after.end
        ):
            return not tokens[at + 2].is_word
    return False


def _is_hebrew_prefix(token: Token) -> bool:
    """Whether a word is the one letter that Hebrew ties to digits with a hyphen: "and", "to", "in", "about"."""
    return token.end - token.start == 1 and token.word in _HEBREW_PREFIXES


def is_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows the number makes it an ordinal: "3rd", "11-й", "24-та"."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.start != tokens[at - 1].end or not tokens[at - 1].is_number:
        return False
    if token.word in _ORDINAL:
        return True
    if token.word == "-" and at + 1 < len(tokens) and tokens[at + 1].start == token.end:
        word = tokens[at + 1].word
        return word in _ORDINAL and not word.isascii() and not people_end(tokens, at)
    return False


def people_end(tokens: Sequence[Token], at: int) -> int:
    """The index after "-ма" or "-мата", which in Bulgarian makes digits a count of people: "204-ма"; else 0.

    The seventh and the eighth end so too.
    """
    if at + 1 >= len(tokens) or tokens[at].word != "-" or tokens[at + 1].word not in _OF_PEOPLE:
        return 0
    written = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return at + 2 if written and tokens[at - 1].word[-1:].isdecimal() and tokens[at - 1].word[-1] not in "78" else 0


def ordinal_end(tokens: Sequence[Token], at: int) -> int:
    """The index after what makes the number before `at` an ordinal, 0 where nothing does."""
    if not is_ordinal(tokens, at):
        return 0
    return at + 1 if tokens[at].word in _ORDINAL else at + 2
