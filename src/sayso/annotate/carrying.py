"""Whether a sentence that names no source goes on from the attributed one before it.

News does: "The ministry said the dam held. Two villages were cut off." It ends where the writer speaks as the writer
(weighs, doubts, says "I"), where the source is spoken of ("the ministry gave no evidence"), and where the sentence
before was only in part the source's. Once ended in a paragraph it does not begin again by itself.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.cues import Grammar
from sayso.annotate.phrases import primary
from sayso.annotate.tokens import Tokens, tokenise

HEAD = 4  # tokens at the start of a sentence in which its subject is named again
BACK_WORDS = 16  # of a sentence that only says whose the last one was
_UNSPACED = frozenset({"zh", "ja"})
_LETTERS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class CarryingWords:
    """The phrases of one language: see `carrying.toml`."""

    ends: re.Pattern[str] | None
    own: frozenset[str]
    about: tuple[str, ...]
    backs: re.Pattern[str] | None


@functools.cache
def carrying_words(language: str) -> CarryingWords:
    """The words of `language`; none where there is no list for it."""
    code = primary(language)
    table = lexicon.load("carrying").tables.get(code, {})
    after = "" if code in _UNSPACED else r"(?!\w)"
    return CarryingWords(
        _opening(table.get("ends", ()), after),
        frozenset(table.get("own", ())),
        tuple(table.get("about", ())),
        _opening(table.get("backs", ()), after if code in _UNSPACED else ""),
    )


def _opening(phrases: Sequence[str], after: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\W*(?:" + "|".join(map(re.escape, longest)) + ")" + after)


def _lowered(text: str, start: int, end: int) -> str:
    return text[start:end].lower().replace("’", "'")


def goes_on(text: str, sentence: tuple[int, int], source: str | None, grammar: Grammar) -> bool:
    """Whether the sentence can be the source's own words still."""
    words = carrying_words(grammar.language)
    said = _lowered(text, *sentence)
    if words.ends and words.ends.match(said):
        return False
    if any(phrase in said for phrase in words.about):
        return False
    tokens = tokenise(text, *sentence, grammar.tokens)
    if not words.own.isdisjoint(tokens.low):
        return False
    return not _names_again(tokens, source, grammar)


def _names_again(tokens: Tokens, source: str | None, grammar: Grammar) -> bool:
    """Whether the sentence opens with the source by name: the writer is speaking about it."""
    named = tokenise(source or "", 0, len(source or ""), grammar.tokens)
    if len(named) < 1 or (len(named) == 1 and grammar.is_in(named.low[0], "pronouns")):
        return False
    heads = [word for word in named.low if _LETTERS.match(word) and not grammar.is_in(word, "determiners")]
    ends = {heads[-1], heads[0]} if heads and named.raw[0][:1].isupper() and len(heads) > 1 else set(heads[-1:])
    return not ends.isdisjoint(tokens.low[:HEAD])


def points_back(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch only says whose the sentence before was: "Das teilte das Ministerium mit."."""
    words = carrying_words(language)
    if not words.backs or len(text[start:end].split()) > BACK_WORDS:
        return False
    return words.backs.match(_lowered(text, start, end)) is not None
