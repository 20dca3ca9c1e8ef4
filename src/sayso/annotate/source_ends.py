"""Where the source of an opening "according to S" ends that no comma parts from its clause.

Enligt geologen Tyra Lindh | sipprade vattnet, Enligt polisen | greps tre, Podle geoložky Jany Dubské | voda: what
follows a name or, where nouns carry their article, a noun for somebody in small letters goes on with the clause.
"""

from sayso.annotate.counted import measure_words
from sayso.annotate.noun_phrases import Phrase, is_name
from sayso.annotate.phrases import tokenise
from sayso.annotate.reading import Reading

FULL_NAME = 2  # names in a row that are a person's


def next_begins(reading: Reading, source: Phrase) -> int | None:
    """The token at which the clause goes on within what was taken for the source; None where nothing shows it."""
    if not reading.has("cased") or reading.has("nouns_capitalised"):
        return None
    first, end = source
    for k in range(first + 1, end):
        person = _is_person(reading, first, k - 1)
        new_phrase = person and reading.is_in(k, "determiners") and not reading.is_in(k, "linkers", "prepositions")
        if new_phrase or (_goes_on(reading, k) and (person or _is_closed(reading, k - 1))):
            return k
    return None


def opens_with_count(reading: Reading, first: int, end: int) -> bool:
    """Whether a number of something opens a phrase, and no age: 23 kilómetros, not 58 años."""
    if first + 1 >= end or not reading.word(first).isdecimal() or not reading.word(first + 1).isalpha():
        return False
    noun = tokenise(reading.word(first + 1))
    measure = measure_words(reading.passage.grammar.language).concepts.match(noun, 0)
    return measure is None or measure[1].name != "year"


def _goes_on(reading: Reading, k: int) -> bool:
    """Whether a token is a word in small letters that leads no phrase on."""
    held = reading.is_in(k, "prepositions", "linkers", "coordinators", "determiners", "relatives", "adverbs", "times")
    noun = reading.passage.grammar.is_noun(reading.word(k))
    return reading.word(k).isalpha() and not is_name(reading.passage, k) and not held and not noun


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Whether the words up to one are an office and a person's whole name: la geóloga Marta Quiroga."""
    k = last
    while k >= first and is_name(reading.passage, k) and not reading.passage.grammar.is_noun(reading.word(k)):
        k -= 1
    office = k >= first and not is_name(reading.passage, k) and reading.word(k).isalpha()
    return last - k >= FULL_NAME and office and not reading.is_in(k, "determiners", "prepositions", "linkers")


def _is_closed(reading: Reading, last: int) -> bool:
    """Whether a verb follows a word at once that ends a source: a name that owns nothing, or a noun for somebody."""
    if not reading.has("verb_after_source"):
        return False
    if is_name(reading.passage, last):
        return not reading.word(last).endswith("s")  # Lunds | polischef
    return reading.passage.grammar.is_noun(reading.word(last))
