"""Things that cannot speak though their verb may be one of saying: las sirenas | avisaron, מטוסי חיל האוויר | תקפו.

What such a thing warns of or attacks is nobody's claim, and the sentence is the writer's.
"""

import functools
from collections.abc import Sequence

from sayso import lexicon
from sayso.annotate import source_kinds
from sayso.annotate.cues import Grammar
from sayso.annotate.phrases import primary

_HEAD_FIRST = frozenset({"he", "ar", "fa"})  # whose noun stands before what it belongs to, with no preposition
_NEAR = 2  # words in which the noun of other languages stands: les | anciennes sirènes, военные | самолёты


@functools.cache
def _things(language: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("mute_things").tables["nouns"].get(primary(language), "")).split("|")) - {""}


def is_mute_thing(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the head noun of a source, its words in small letters, is such a thing; "sirens company" is none."""
    things = _things(grammar.language)
    said = [word for word in words if not grammar.is_in(word, "determiners") and word[:1].isalpha()]
    end = next((k for k, w in enumerate(said) if k and grammar.is_in(w, "prepositions", "linkers")), len(said))
    head = said[:end]
    if not things or not head:
        return False
    code = primary(grammar.language)
    if code in _HEAD_FIRST:
        return head[0] in things
    if code in source_kinds.HEAD_LAST:
        return head[-1] in things
    return any(word in things for word in head[:_NEAR]) and not any(map(grammar.is_noun, head))
