"""The terms of a lexicon found in running text, many lists at once and each term wherever it stands.

A term is one or more words: a trailing `*` stands for any ending, a lone `*` for up to three words and `…` for up to
fifteen. Words are looked up one by one, whole and by their beginnings, so what a text costs does not grow with the
number of lists: one alternation of all of them took 4 ms a mention, and found of two terms in one place only the first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.letters import IN_WORD, UNSPACED
from sayso.phrases import folded

_WORD = re.compile(f"{IN_WORD}+")
_GAPS = {"*": 3, "…": 15}  # words; German verbs of two parts stand that far apart
_PARTICLES = {"ar": re.compile(r"^[وفبلك]?(?:ال|لل)?"), "he": re.compile(r"^[והבלכמש]{0,2}")}  # written onto the word


@dataclass(frozen=True, slots=True)
class _Term:
    """One way to name a concept, after its first word: words and gaps."""

    concept: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A concept and the words that name it, by place among the words of the text."""

    concept: str
    places: frozenset[int]


@dataclass(slots=True)
class Terms:
    """The terms of one language, ready to be looked up."""

    language: str
    _whole: dict[str, list[_Term]] = field(default_factory=lambda: defaultdict(list))
    _begun: dict[str, list[_Term]] = field(default_factory=lambda: defaultdict(list))
    _inside: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, language: str, entries: Iterable[tuple[str, str]]) -> "Terms":
        """The terms in `entries`, (concept, term) pairs."""
        terms = cls(language)
        for concept, form in entries:
            if language in UNSPACED:
                terms._inside.append((concept, folded(form).rstrip("*")))
                continue
            first, *rest = _pieces(form)
            index = terms._begun if first.endswith("*") else terms._whole
            index[first.rstrip("*")].append(_Term(concept, tuple(rest)))
        return terms

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every concept that some of `words`, as `words_of` gives them, name."""
        if self.language in UNSPACED:
            return [
                Found(concept, frozenset(at for at, word in enumerate(words) if form in word))
                for concept, form in self._inside
                if any(form in word for word in words)
            ]
        found = []
        for at in range(len(words)):
            for term in self._beginning(words[at]):
                places = _follow(words, at + 1, term.rest)
                if places is not None:
                    found.append(Found(term.concept, frozenset((at, *places))))
        long = [hit.places for hit in found if len(hit.places) > 1]
        return [hit for hit in found if not any(hit.places < places for places in long)]  # a "prisoner swap" is a swap

    def _beginning(self, word: str) -> Iterator[_Term]:
        for way in self._ways(word):
            yield from self._whole.get(way, ())
            for length in range(2, len(way) + 1):
                yield from self._begun.get(way[:length], ())

    def _ways(self, word: str) -> Iterable[str]:
        particles = _PARTICLES.get(self.language)
        if particles is None:
            return (word,)
        match = particles.match(word)
        longest = match.end() if match else 0
        return {word[cut:] for cut in range(longest + 1) if len(word) - cut >= 2} | {word}


def _pieces(form: str) -> list[str]:
    """The words and gaps of a term; what stands between its words does not count."""
    pieces: list[str] = []
    for part in folded(form).split():
        if part in _GAPS:
            pieces.append(part)
        else:
            cut = _WORD.findall(part)
            pieces += [*cut[:-1], cut[-1] + "*"] if part.endswith("*") else cut
    return pieces


def _fits(word: str, piece: str) -> bool:
    return word.startswith(piece[:-1]) if piece.endswith("*") else word == piece


def _follow(words: Sequence[str], at: int, rest: Sequence[str]) -> tuple[int, ...] | None:
    """The places of the words of `rest` from `at` on; None where they do not stand there."""
    if not rest:
        return ()
    gap, pieces = (_GAPS[rest[0]], rest[1:]) if rest[0] in _GAPS else (0, rest)
    for place in range(at, min(at + gap + 1, len(words))):
        if _fits(words[place], pieces[0]):
            after = _follow(words, place + 1, pieces[1:])
            if after is not None:
                return (place, *after)
    return None


def words_of(text: str) -> list[str]:
    """The words of `text` as terms are looked up by: case-folded, each run of letters and digits."""
    return _WORD.findall(folded(text))
