"""What shows something without being anybody's word: the shape of a crater, three of the cars.

"Their shape indicated fire from the north", "three of them show burns": whoever says so is not the shape, nor the cars.
"""

from sayso.annotate import source_kinds
from sayso.annotate.cues import Grammar
from sayso.annotate.mute_things import is_mute_thing
from sayso.annotate.phrases import primary
from sayso.annotate.tokens import tokenise

_UNSPACED = "pro_drop"
_NOUNS_IN_CAPITALS = "de"


def is_mere_sign(source: str, cue: str, grammar: Grammar) -> bool:
    """Whether a source is a thing or a trait of one that cannot speak, by its head noun."""
    low = tokenise(source, 0, len(source), grammar.tokens).low
    signs = source_kinds.words_of(grammar.language, "sign")
    if low and is_mute_thing(low, grammar) and not _is_named(source, grammar):
        return True
    if not low or not signs:
        return False
    if _UNSPACED in grammar.flags:
        return source.endswith(tuple(signs))
    held = next((k for k, word in enumerate(low) if k and grammar.is_in(word, "linkers")), len(low))
    if low[held - 1] in signs and source[:1] + source[1:].lower() == source:
        return True
    shows = any(word in source_kinds.words_of(grammar.language, "showing") for word in cue.lower().split())
    things = held < len(low) - 1 and low[-1] in source_kinds.words_of(grammar.language, "pronoun_other")
    return shows and things


def _is_named(source: str, grammar: Grammar) -> bool:
    """Whether a source may be somebody's name: "David Tanks", "Siren Media"; in German whatever has no article."""
    first, *others = source.split()
    if primary(grammar.language) == _NOUNS_IN_CAPITALS:
        return bool(others) and not grammar.is_in(first.lower(), "determiners")
    return any(word[:1].isupper() for word in others)
