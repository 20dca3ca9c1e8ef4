"""Tables of words and phrases that are looked up in running text, in any script.

A phrase is written as it is read ("at least", "не менее чем", "至少"). A token that ends in `*` matches every word
that begins with what stands before it, which is how inflected languages are listed without a dictionary of their
forms: "полонен*" is полонених, полоненими, полонені. The longest phrase wins, an exact word before a stem.

Tokens here are finer than those of `sayso.annotate.tokens`: apostrophes, hyphens and marks stand alone, each Han
character is one token and a Japanese particle is parted from a word in katakana ("キロ|で"), so that "п'ять",
"vingt-cinq" and "六十五" need no rules of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from sayso.annotate.thai_counts import is_thai, parts_of
from sayso.letters import SIGNS

V = TypeVar("V")

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
_JOINED = rf"\u0300-\u036f\u0483-\u0487\u064b-\u0652\u0670\u200c\u200d{SIGNS}"  # accents, Arabic vowels, joiners
_LETTER = rf"[^\W\d_ʼ{HAN}{_KATAKANA}]"  # ʼ is an apostrophe that counts as a letter
_TOKEN = re.compile(
    rf"[{HAN}]|[{_KATAKANA}]+|\d+(?:[.,٫٬]\d+)*"
    rf"|{_LETTER}[^\W\d_ʼ{HAN}{_KATAKANA}{_JOINED}]*(?:[{_JOINED}]+{_LETTER}*)*|\S"
)
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-", "\u0640": None, "ё": "е"})
_SIGNS = re.compile("[\u0301\u0483-\u0487\u064b-\u0652\u0670\u200c\u200d]")
_NEEDS_CARE = re.compile("[\u0301\u0483-\u0487\u0640-\u0670\u200c\u200d\u0130’ʼ‘‐‑−ёЁ]")
_SHORTEST_STEM = 2


class Token(NamedTuple):
    """A word, a number, a Han character or a mark: its place, and the word folded for comparison."""

    start: int
    end: int
    word: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.word[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.word[0].isalpha()


def fold(word: str) -> str:
    """`word` in lower case, apostrophes and hyphens of one kind, without stress and vowel signs; ё as е."""
    low = word.lower()
    if low.isascii():
        return low
    if _NEEDS_CARE.search(low) or "i̇" in low:
        low = _SIGNS.sub("", low.translate(_FOLD)).replace("i̇", "i")
    return low or word


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into the whole text."""
    stop = len(text) if end is None else end
    found = [Token(m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text, start, stop)]
    if not any(is_thai(token.word) for token in found):
        return found
    return [part for token in found for part in (_cut(token) if is_thai(token.word) else (token,))]


def _cut(token: Token) -> Iterator[Token]:
    for low, high in parts_of(token.word):
        yield Token(token.start + low, token.start + high, token.word[low:high])


def _pieces(phrase: str) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    for token in tokenise(phrase):
        if token.word == "*" and pieces:
            pieces[-1] = (pieces[-1][0], True)
        else:
            pieces.append((token.word, False))
    return tuple(pieces)


class PhraseTable(Generic[V]):
    """Phrases and what each stands for. Look-up costs a few dictionary reads a token, whatever its size."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        exact: dict[str, list[tuple[tuple[tuple[str, bool], ...], V]]] = {}
        stems: dict[str, list[tuple[tuple[tuple[str, bool], ...], V]]] = {}
        for phrase, value in phrases:
            pieces = _pieces(phrase)
            if pieces:
                word, is_stem = pieces[0]
                (stems if is_stem else exact).setdefault(word, []).append((pieces[1:], value))
        for entries in (*exact.values(), *stems.values()):
            entries.sort(key=lambda entry: -len(entry[0]))
        self._exact = exact
        self._stems = stems
        self._stem_lengths = sorted({len(stem) for stem in stems}, reverse=True)
        self._stem_heads = frozenset(stem[:_SHORTEST_STEM] for stem in stems)

    def __bool__(self) -> bool:
        """Whether it holds anything."""
        return bool(self._exact or self._stems)

    def begins(self, word: str) -> bool:
        """Whether a phrase may begin with `word`; False is certain, and costs a tenth of a failed `match`."""
        return word in self._exact or word[:_SHORTEST_STEM] in self._stem_heads

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, V] | None:
        """(index after the phrase, its value) for the longest phrase that begins with token `at`, or None."""
        word = tokens[at].word
        entries = self._exact.get(word)
        best = _longest(entries, tokens, at + 1) if entries else None
        if word[:_SHORTEST_STEM] in self._stem_heads:
            for length in self._stem_lengths:
                if length > len(word) or (entries := self._stems.get(word[:length])) is None:
                    continue
                found = _longest(entries, tokens, at + 1)
                if found and (best is None or found[0] > best[0]):
                    best = found
        return best

    def ending_at(self, tokens: Sequence[Token], end: int, reach: int) -> tuple[int, V] | None:
        """(index of its first token, its value) for the longest phrase that ends before token `end`."""
        for at in range(max(0, end - reach), end):
            found = self.match(tokens, at)
            if found and found[0] == end:
                return at, found[1]
        return None


def _longest(
    entries: Sequence[tuple[tuple[tuple[str, bool], ...], V]], tokens: Sequence[Token], at: int
) -> tuple[int, V] | None:
    for rest, value in entries:
        end = at + len(rest)
        if end <= len(tokens) and all(
            tokens[at + i].word.startswith(word) if is_stem else tokens[at + i].word == word
            for i, (word, is_stem) in enumerate(rest)
        ):
            return end, value
    return None


def word_set(words: Iterable[str]) -> PhraseTable[bool]:
    """A table that only says whether a word or phrase is in it."""
    return PhraseTable((word, True) for word in words)


def grouped(groups: Mapping[str, Iterable[str]]) -> PhraseTable[str]:
    """A table that gives the name of the group a phrase is listed under."""
    return PhraseTable((word, name) for name, words in groups.items() for word in words)


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, with near-identical languages folded: "zh-Hant" is "zh", "bs" is "hr"."""
    code = language.lower().replace("_", "-").split("-")[0]
    return {"bs": "hr", "sh": "hr", "me": "hr", "nb": "no", "nn": "no", "iw": "he", "cmn": "zh", "yue": "zh"}.get(
        code, code
    )
