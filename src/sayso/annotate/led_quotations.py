"""A quotation that a whole clause leads to, whatever its verb: Le ministre a balayé ces critiques : « C »."""

from sayso.annotate.noun_phrases import is_name, phrase_after
from sayso.annotate.reading import COLONS, Reading
from sayso.annotate.subjects import is_somebody

SHORTEST = 5  # tokens of a quotation, marks included
LEAD = 24  # tokens before the colon


def read_led(reading: Reading) -> None:
    """S …: "C", where nobody else is named before the colon and nothing else has been read.

    With another name or office before the colon the words may be theirs: "The mayor read out Lund's letter: …".
    """
    if reading.passage.grammar.words["led_nouns"]:
        _read_renewed(reading)
        return
    if not reading.has("topic_first") or reading.headline or reading.found or reading.statement.level >= 0:
        return
    first = reading.low
    while reading.is_in(first, "coordinators") or reading.passage.grammar.is_adverb(reading.word(first)):
        first += 1
    ceiling = min(reading.stop - 2, first + LEAD)
    colon = next((k for k in range(first + 2, ceiling) if reading.is_mark(k, COLONS) and reading.outside(k)), None)
    if colon is None or reading.outside(colon + 1) or reading.outside(reading.stop - 1):
        return
    quotation = reading.passage.quotations[reading.passage.quoted[colon + 1]]
    if quotation.last != reading.stop - 1 or quotation.last - quotation.first < SHORTEST - 1:
        return
    source = phrase_after(reading.passage, first, colon)
    if source is None or source[1] >= colon or not is_somebody(reading, source):
        return
    of = reading.passage.grammar
    between = range(source[1], colon)
    others = any(of.is_noun(reading.word(k)) or is_name(reading.passage, k) for k in between)
    if others or not all(reading.outside(k) for k in between):
        return
    reading.relation(source, (colon, colon + 1), [(colon + 1, reading.stop)], "led-quotation")


def _read_renewed(reading: Reading) -> None:
    """S erneuert seine Forderung: "C", whatever the verb: whose demand or plea it is opens the sentence."""
    first, ceiling = reading.low, min(reading.stop - 2, reading.low + LEAD)
    colon = next((k for k in range(first + 2, ceiling) if reading.is_mark(k, COLONS) and reading.outside(k)), None)
    if colon is None or reading.headline or reading.found or reading.outside(colon + 1):
        return
    own = reading.is_in(colon - 2, "possessors") and reading.is_in(colon - 1, "led_nouns")
    quotation = reading.passage.quotations[reading.passage.quoted[colon + 1]]
    if not own or quotation.last < reading.stop - 2 or quotation.last - quotation.first < SHORTEST - 1:
        return
    source = phrase_after(reading.passage, first, colon - 2)
    if source is None or source[0] != first or source[1] > colon - 3:
        return
    between = range(source[1], colon - 2)
    if any(is_name(reading.passage, k) or reading.is_in(k, "negations") for k in between):
        return
    if is_somebody(reading, source) or all(is_name(reading.passage, k) for k in range(*source)):
        reading.relation(source, (source[1], colon), [(colon + 1, reading.stop)], "led-quotation")
