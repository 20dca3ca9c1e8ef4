"""Loaded words of a language, compiled from `loaded.<language>.toml`."""

import functools
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, primary, word_set

Groups = frozenset[str]


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """One table of all the words with the groups they are in, and what records cite for them.

    `claimed`: nouns for what a side claims to have or to be, which quotation marks put in doubt. `targets`: people
    and forces. `function_words`: what no phrase goes on with. The endings show an adjective or a noun by its form.
    """

    language: str
    table: PhraseTable[Groups]
    label: str
    claimed: PhraseTable[bool]
    targets: PhraseTable[bool]
    function_words: frozenset[str]
    adjective_ends: tuple[str, ...]
    noun_ends: tuple[str, ...]


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
    nouns, ends = source.tables["nouns"], source.tables["endings"]
    return LoadedWords(
        language=code,
        table=table,
        label=source.label,
        claimed=word_set(nouns["claimed"]),
        targets=word_set(nouns["targets"]),
        function_words=frozenset(lexicon.load("function_words").tables["words"].get(code, "").split()),
        adjective_ends=tuple(ends["adjective"]),
        noun_ends=tuple(ends.get("noun", ())),
    )
