"""The words that say how certain something is put, compiled per language from `certainty.<language>.toml`."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.judging import JudgingWords, judging_words
from sayso.annotate.phrases import PhraseTable, Token, fold, primary, tokenise, word_set

CUE_PREFIX = "cue_"
_LONGEST_ENDING = 24  # letters of a word that its ending is looked for in
_RUN_ON = frozenset({"ja", "th"})  # words written as one; Chinese needs no cutting, its tokens are characters
_ONE_LETTER = re.compile(
    "([\u09a1\u09a2\u09af])\u09bc"
)  # Bengali letters with a dot below, which are written both ways
_DOTTED = {"\u09a1": "\u09dc", "\u09a2": "\u09dd", "\u09af": "\u09df"}
_POSITIONS = (
    "stative",
    "stative_last",
    "that",
    "opener",
    "adjunct",
    "opening_no",
    "aside",
    "lead",
    "contrast",
    "anaphoric",
    "relative",
    "then",
    "article",
)


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """One language's words: `groups` say what they do to a clause, `cues` what a reporting cue says."""

    language: str
    groups: PhraseTable[frozenset[str]]
    cues: PhraseTable[frozenset[str]]
    stative: PhraseTable[bool]
    stative_last: PhraseTable[bool]
    that: PhraseTable[bool]
    opener: PhraseTable[bool]
    adjunct: PhraseTable[bool]
    opening_no: PhraseTable[bool]
    aside: PhraseTable[bool]
    lead: PhraseTable[bool]
    contrast: PhraseTable[bool]
    anaphoric: PhraseTable[bool]
    relative: PhraseTable[bool]
    then: PhraseTable[bool]
    cardinals: PhraseTable[bool]
    articles: frozenset[str]
    judging: JudgingWords | None
    endings: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    written_together: re.Pattern[str] | None

    def tokens(self, text: str, edges: Iterable[int]) -> list[Token]:
        """The tokens of `text`; where words are written together, cut at the `edges` given and around known phrases."""
        tokens = tokenise(text)
        if self.written_together is None:
            return tokens
        known = (edge for found in self.written_together.finditer(text) for edge in found.span())
        return list(_cut(text, tokens, sorted({*edges, *known})))

    def endings_of(self, text: str, tokens: Sequence[Token], at: int) -> frozenset[str]:
        """The groups that the ending of a word puts it in, where a language marks them so; a capital is of a name."""
        token = tokens[at]
        if not self.endings or not token.is_word or text[token.start].isupper():
            return frozenset()
        fitting = (groups for pattern, groups in self.endings if pattern.search(token.word[-_LONGEST_ENDING:]))
        return frozenset[str]().union(*fitting)


def _cut(text: str, tokens: Iterable[Token], places: Sequence[int]) -> Iterator[Token]:
    """`tokens` with each word parted at those of `places` (in order) that lie inside it."""
    for token in tokens:
        inside = places[bisect_right(places, token.start) : bisect_left(places, token.end)] if token.is_word else ()
        ends = (*inside, token.end)
        for start, end in zip((token.start, *inside), ends, strict=True):
            yield Token(start, end, fold(text[start:end])) if inside else token


def _written_together(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of `phrases` in running text, the longest first, and no Thai syllable cut from its vowels or tone."""
    ways = "|".join(sorted({re.escape(p.rstrip("*")) for p in phrases}, key=lambda way: (-len(way), way)))
    return re.compile(f"(?<![\u0e40-\u0e44])(?:{ways})(?![\u0e30-\u0e3a\u0e47-\u0e4e])")


def _by_phrase(groups: dict[str, list[str]]) -> PhraseTable[frozenset[str]]:
    """A table from each phrase to all the groups that list it."""
    found: dict[str, set[str]] = {}
    for name, phrases in groups.items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(name)
    return PhraseTable((phrase, frozenset(names)) for phrase, names in found.items())


def _spelt(groups: dict[str, list[str]], prefixes: Sequence[str]) -> dict[str, list[str]]:
    """Each phrase also with the particles that a language writes onto its first word, and with letters of one sign.

    Particles: Arabic "and", "so". One sign: Bengali য় is a letter and a dot, or one sign for both.
    """
    every = ("", *prefixes)
    spelt = {name: [prefix + phrase for phrase in phrases for prefix in every] for name, phrases in groups.items()}
    return {name: [*dict.fromkeys((*phrases, *map(_dotted, phrases)))] for name, phrases in spelt.items()}


def _dotted(phrase: str) -> str:
    return _ONE_LETTER.sub(lambda found: _DOTTED[found.group(1)], phrase)


def _code(language: str) -> str | None:
    """The code of the list that `language` is read with: its own, else that of the language it is folded into."""
    known = lexicon.languages("certainty")
    own = language.lower().replace("_", "-").split("-")[0]
    return next((code for code in (own, primary(language)) if code in known), None)


def _cardinals(language: str) -> list[str]:
    """The number words of `language` from two up: "one" is also an article or a pronoun in too many languages."""
    if language not in lexicon.languages("numbers"):
        return []
    cardinals = lexicon.load("numbers", language).tables.get("cardinals", {})
    return [word for value, spellings in cardinals.items() if value not in ("0", "1") for word in spellings]


@functools.cache
def certainty_words(language: str) -> CertaintyWords | None:
    """The words of `language`, or None where there is no lexicon for it."""
    code = _code(language)
    if code is None:
        return None
    tables = lexicon.load("certainty", code).tables
    groups = _spelt(tables["groups"], tables.get("forms", {}).get("prefixes", ()))
    spoken = {name: phrases for name, phrases in groups.items() if name.startswith(CUE_PREFIX)}
    in_clause = {n: phrases for n, phrases in groups.items() if n not in spoken and n not in _POSITIONS}
    return CertaintyWords(
        language=code,
        groups=_by_phrase(in_clause),
        cues=_by_phrase(spoken),
        stative=word_set(groups.get("stative", ())),
        stative_last=word_set(groups.get("stative_last", ())),
        that=word_set(groups.get("that", ())),
        opener=word_set(groups.get("opener", ())),
        adjunct=word_set(groups.get("adjunct", ())),
        opening_no=word_set(groups.get("opening_no", ())),
        aside=word_set(groups.get("aside", ())),
        lead=word_set(groups.get("lead", ())),
        contrast=word_set(groups.get("contrast", ())),
        anaphoric=word_set(groups.get("anaphoric", ())),
        relative=word_set(groups.get("relative", ())),
        then=word_set(groups.get("then", ())),
        cardinals=word_set(_cardinals(primary(language))),
        articles=frozenset(map(fold, groups.get("article", ()))),
        judging=judging_words(code),
        endings=tuple((re.compile(e["pattern"]), frozenset(e["groups"])) for e in tables.get("endings", ())),
        written_together=_written_together(p for many in groups.values() for p in many) if code in _RUN_ON else None,
    )
