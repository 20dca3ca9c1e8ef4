"""What one reads in, or what emerges from, a document: C, si legge nella nota · come emerge dal rapporto, C.

The verb has no speaker: what it is read in stands behind a preposition, before or after it.
"""

from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_before, content_end, left_edge

CONSTRUCTION = "documented"
AS = 3  # tokens of "as", "from what", before the verb
_NOTHING = (0, 0)


def read_documented(reading: Reading) -> Phrase:
    """Read a statement for such a verb; the tokens of the verb that was read, an empty stretch if none was."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if not of.lists["told_in"] or reading.statement.level >= 0:
        return _NOTHING
    for i in range(reading.low, reading.stop):
        end = of.after("told_in", lows, i) if reading.outside(i) else i
        if end > i and (_read_source_after(reading, (i, end)) or _read_source_before(reading, (i, end))):
            return (i, end)
    return _NOTHING


def _past_adverbs(reading: Reading, k: int) -> int:
    while k < reading.stop and reading.passage.grammar.is_adverb(reading.word(k)):
        k += 1
    return k


def _read_source_after(reading: Reading, verb: Phrase) -> bool:
    """C, V in S · as V in S, C · V in S that C."""
    at = _past_adverbs(reading, verb[1])
    if not reading.is_in(at, "issuing_from"):
        return False
    first = _as_first(reading, verb[0])
    source = phrase_after(reading.passage, at + 1, reading.stop, apposed=first > reading.low)
    if source is None:
        return False
    opening = range(reading.low, first)
    initial = all(reading.is_in(k, "coordinators", "adverbs") or reading.is_mark(k, COMMAS) for k in opening)
    after = source[1] + 1
    if initial:
        mark = reading.is_mark(source[1], COLONS) or (first < verb[0] and reading.is_mark(source[1], COMMAS))
        start = after if mark else source[1]
        told = mark or reading.is_in(start, "bare_that")
        return told and _relate(reading, source, (first, at), [(start, content_end(reading, start))])
    if not (reading.is_mark(first - 1, COMMAS | COLONS) or first < verb[0]):
        return False
    edge = first - 1 if reading.is_mark(first - 1, COLONS) else left_edge(reading, first)
    edge = first if edge is None and first < verb[0] else edge
    content = content_before(reading, edge) if edge is not None else None
    closed = source[1] >= reading.stop or reading.is_mark(source[1], STOPS) or not reading.outside(source[1])
    if content is None or not closed:
        return False
    rest = [(after, content_end(reading, after))] if reading.is_mark(source[1], COMMAS) else []
    rest = [] if reading.is_in(after, "openers", "relatives") else rest
    return _relate(reading, source, (first, at), [content, *rest])


def _as_first(reading: Reading, verb: int) -> int:
    """Where "as" or "from what" before a verb begins; the verb itself where there is none."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    return next((k for k in range(max(reading.low, verb - AS), verb) if of.after("as", lows, k) == verb), verb)


def _read_source_before(reading: Reading, verb: Phrase) -> bool:
    """In S V that C · From S V: «C»."""
    first = reading.low
    while reading.is_in(first, "coordinators", "adverbs"):
        first += 1
    if not reading.is_in(first, "issuing_from"):
        return False
    source = phrase_after(reading.passage, first + 1, verb[0], apposed=False)
    if source is None or _past_adverbs(reading, source[1]) != verb[0]:
        return False
    at = _past_adverbs(reading, verb[1])
    told = reading.is_in(at, "bare_that") or reading.is_mark(at, COLONS)
    start = at + reading.is_mark(at, COLONS)
    return told and _relate(reading, source, verb, [(start, content_end(reading, start))])


def _relate(reading: Reading, source: Phrase, cue: Phrase, content: list[Phrase]) -> bool:
    if sum(end - start for start, end in content) < AS - 1:
        return False
    reading.relation(source, cue, content, CONSTRUCTION)
    return True
