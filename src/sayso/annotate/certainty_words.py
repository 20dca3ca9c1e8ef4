"""The words that say how certain something is put, compiled per language from `certainty.<language>.toml`."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.judging import JudgingWords, judging_words
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set

CUE_PREFIX = "cue_"
_LONGEST_ENDING = 24  # letters of a word that its ending is looked for in
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
    cardinals: PhraseTable[bool]
    judging: JudgingWords | None
    endings: tuple[tuple[re.Pattern[str], frozenset[str]], ...]

    def endings_of(self, text: str, tokens: Sequence[Token], at: int) -> frozenset[str]:
        """The groups that the ending of a lower-case word puts it in, where a language marks them so."""
        token = tokens[at]
        if not self.endings or not token.is_word or not text[token.start].islower():
            return frozenset()
        fitting = (groups for pattern, groups in self.endings if pattern.search(token.word[-_LONGEST_ENDING:]))
        return frozenset[str]().union(*fitting)


def _by_phrase(groups: dict[str, list[str]]) -> PhraseTable[frozenset[str]]:
    """A table from each phrase to all the groups that list it."""
    found: dict[str, set[str]] = {}
    for name, phrases in groups.items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(name)
    return PhraseTable((phrase, frozenset(names)) for phrase, names in found.items())


def _with_prefixes(groups: dict[str, list[str]], prefixes: Sequence[str]) -> dict[str, list[str]]:
    """Each phrase also with the particles that a language writes onto its first word: Arabic "and", "so"."""
    every = ("", *prefixes)
    return {name: [prefix + phrase for phrase in phrases for prefix in every] for name, phrases in groups.items()}


def _cardinals(language: str) -> list[str]:
    """The number words of `language` from two up: "one" is also an article or a pronoun in too many languages."""
    if language not in lexicon.languages("numbers"):
        return []
    cardinals = lexicon.load("numbers", language).tables.get("cardinals", {})
    return [word for value, spellings in cardinals.items() if value not in ("0", "1") for word in spellings]


@functools.cache
def certainty_words(language: str) -> CertaintyWords | None:
    """The words of `language`, or None where there is no lexicon for it."""
    code = primary(language)
    if code not in lexicon.languages("certainty"):
        return None
    tables = lexicon.load("certainty", code).tables
    groups = _with_prefixes(tables["groups"], tables.get("forms", {}).get("prefixes", ()))
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
        cardinals=word_set(_cardinals(code)),
        judging=judging_words(code),
        endings=tuple((re.compile(e["pattern"]), frozenset(e["groups"])) for e in tables.get("endings", ())),
    )
