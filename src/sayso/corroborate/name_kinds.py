"""Whether the name a body goes by tells it from others in every language, or is translated, or hardly heard."""

from enum import IntEnum

from sayso.corroborate import bodies, sounding
from sayso.corroborate.folding import folded
from sayso.corroborate.source_names import Source

_LONG = 6  # characters; what is spelled by its sound has fewer


class Naming(IntEnum):
    """How a name stands to its forms in other languages, the most telling first."""

    HEARD = 0  # a town or a word of its own: "Halden", "Norvolt"
    UNHEARD = 1  # too short to be known by its sound in a script that writes no vowels or only syllables
    TRANSLATED = 2  # a saint's, or of words: "Santa Barbara", "Clear Way", "Independent"


def naming_of(source: Source) -> Naming:
    """How the place or name of a source stands to its forms in other languages."""
    if source.sainted or len(source.place) > 1 or bodies.is_adjective(folded(" ".join(source.place))):
        return Naming.TRANSLATED
    word = source.place[0]
    if sounding.is_chinese(word) and len(word) >= _LONG:
        return Naming.TRANSLATED
    spelled = sounding.is_voweled(word) or any(way.isupper() for way in sounding.readings(word))
    return Naming.HEARD if spelled else Naming.UNHEARD
