"""Where a source in the genitive ends in Polish, and the subject of what is said begins without any mark."""

from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import Reading

VOWELS = "aeiouyęąó"
PLURAL = ("ych", "ich", "ów")  # genitives that no name stands in apposition to
NEVER = ("e", "ę", "ą", "o")  # last letters that no genitive has


def genitive_end(reading: Reading, source: Phrase) -> int:
    """The token after a source in the genitive: at a number, a word or a name in the nominative, śledczych | Adam."""
    raw = reading.passage.tokens.raw
    for k in range(source[0] + 1, source[1]):
        if raw[k - 1] in STOPS or raw[k - 1][:1].isupper() or reading.is_in(k - 1, "prepositions", "linkers"):
            continue
        if reading.is_in(k, "numerals") or (raw[k].islower() and raw[k].endswith(NEVER) and len(raw[k]) > 2):
            return k if not reading.is_in(k, "prepositions", "linkers") else source[1]
        named = raw[k][:1].isupper() and raw[k].isalpha() and not raw[k].isupper()
        if named and raw[k][-1] not in VOWELS and raw[k - 1].endswith(PLURAL):
            return k
    return source[1]
