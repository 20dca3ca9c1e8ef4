"""Loaded words of a language, compiled from `loaded.<language>.toml`."""

import functools
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, primary

Groups = frozenset[str]


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """One table of all the words with the groups they are in, and what records cite for them."""

    language: str
    table: PhraseTable[Groups]
    label: str


@functools.cache
def loaded_words(language: str) -> LoadedWords | None:
    """The words of `language`, or None where there is no lexicon for it."""
    code = primary(language)
    if code not in lexicon.languages("loaded"):
        return None
    source = lexicon.load("loaded", code)
    found: dict[str, set[str]] = {}
    for group, phrases in source.tables["words"].items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(group)
    table = PhraseTable((phrase, frozenset(groups)) for phrase, groups in found.items())
    return LoadedWords(code, table, source.label)
