"""What follows from a document: Z aktu oskarżenia wynika, że C · jak wynika z raportu, C · C, wynika z danych."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import COMMAS, Reading, content_before, content_end, left_edge

AS = 2  # tokens before the verb: "jak też wynika"


def read_issued(reading: Reading, cue: Cue) -> bool:
    """Read a verb of following from; what it follows from stands behind a preposition before or after it."""
    if not reading.is_in(cue.first, "issuing") or not reading.passage.grammar.words["issuing_from"]:
        return False
    level = reading.statement.level
    if reading.is_in(cue.end, "issuing_from"):
        source = phrase_after(reading.passage, cue.end + 1, reading.stop, level)
        return source is not None and _around(reading, cue, source)
    first = reading.low
    while reading.is_in(first, "coordinators", "adverbs") and first < cue.first:
        first += 1
    if not reading.is_in(first, "issuing_from"):
        return False
    source = phrase_after(reading.passage, first + 1, cue.first, level, apposed=False)
    aside = source is not None and reading.is_mark(source[1], COMMAS) and reading.is_mark(cue.first - 1, COMMAS)
    if source is None or not (source[1] == cue.first or aside):
        return False
    that = next((k for k in range(cue.end, reading.stop) if reading.is_mark(k, COMMAS)), reading.stop) + 1
    if not reading.is_in(that, "bare_that"):
        return False
    reading.relation(source, (cue.first, cue.end), [(that, content_end(reading, that))], "verb-that")
    return True


def _around(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """C, as follows from S · as follows from S, C."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    begins = next((k for k in range(cue.first - AS, cue.first) if of.after("as", lows, k) > k), cue.first)
    if begins <= reading.low and begins < cue.first:
        rest = (source[1] + 1, content_end(reading, source[1] + 1))
        if not reading.is_mark(source[1], COMMAS) or rest[1] - rest[0] < AS:
            return False
        reading.relation(source, (reading.low, cue.end), [rest], "as-initial")
        return True
    edge = left_edge(reading, begins)
    content = content_before(reading, edge) if edge is not None else None
    closed = source[1] >= reading.stop or reading.is_mark(source[1], STOPS)
    if content is None or not closed:
        return False
    reading.relation(source, (begins, cue.end), [content], "as-final")
    return True
