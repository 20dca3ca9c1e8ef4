"""The words that say how certain something is put, compiled per language from `certainty.<language>.toml`."""

import functools
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, primary, word_set

CUE_PREFIX = "cue_"
_POSITIONS = ("stative", "that", "opener", "contrast", "anaphoric")


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """One language's words: `groups` say what they do to a clause, `cues` what a reporting cue says."""

    language: str
    groups: PhraseTable[frozenset[str]]
    cues: PhraseTable[frozenset[str]]
    stative: PhraseTable[bool]
    that: PhraseTable[bool]
    opener: PhraseTable[bool]
    contrast: PhraseTable[bool]
    anaphoric: PhraseTable[bool]


def _by_phrase(groups: dict[str, list[str]]) -> PhraseTable[frozenset[str]]:
    """A table from each phrase to all the groups that list it."""
    found: dict[str, set[str]] = {}
    for name, phrases in groups.items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(name)
    return PhraseTable((phrase, frozenset(names)) for phrase, names in found.items())


@functools.cache
def certainty_words(language: str) -> CertaintyWords | None:
    """The words of `language`, or None where there is no lexicon for it."""
    code = primary(language)
    if code not in lexicon.languages("certainty"):
        return None
    groups = lexicon.load("certainty", code).tables["groups"]
    spoken = {name: phrases for name, phrases in groups.items() if name.startswith(CUE_PREFIX)}
    in_clause = {n: phrases for n, phrases in groups.items() if n not in spoken and n not in _POSITIONS}
    return CertaintyWords(
        language=code,
        groups=_by_phrase(in_clause),
        cues=_by_phrase(spoken),
        stative=word_set(groups.get("stative", ())),
        that=word_set(groups.get("that", ())),
        opener=word_set(groups.get("opener", ())),
        contrast=word_set(groups.get("contrast", ())),
        anaphoric=word_set(groups.get("anaphoric", ())),
    )
