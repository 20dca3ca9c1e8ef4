"""Words without a verb that lead to who is quoted: Di parere diverso il sindaco: «C» · Lund furioso: «C».

Only what a lexicon lists as such a lead is one: a verb before a name may have it for its object, and the words would
go to whom they were said of.
"""

from sayso.annotate.noun_phrases import Phrase, is_name, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading
from sayso.annotate.subjects import is_somebody, names_speaker

LEAD = 24  # tokens before the colon
SHORTEST = 3  # tokens of a quotation, marks included
CONSTRUCTION = "lead-in"


def read_lead_in(reading: Reading) -> None:
    """Read the quotation behind the colon of a statement in which nothing else has been found."""
    if not reading.passage.grammar.lists["leads"] or reading.found or reading.statement.level >= 0:
        return
    ceiling = min(reading.stop - 1, reading.low + LEAD)
    colon = next((k for k in range(reading.low + 1, ceiling) if reading.is_mark(k, COLONS) and reading.outside(k)), 0)
    if not colon or reading.outside(colon + 1):
        return
    quotation = reading.passage.quotations[reading.passage.quoted[colon + 1]]
    if quotation.first != colon + 1 or quotation.last - quotation.first + 1 < SHORTEST:
        return
    commas = [k + 1 for k in range(reading.low, colon) if reading.is_mark(k, COMMAS) and reading.outside(k)]
    for first in (commas[-1] if commas else reading.low, reading.low):
        source = _led(reading, first, colon) or _described(reading, first, colon)
        if source is not None:
            cue = (source[1] if source[1] < colon else colon, colon + 1)
            reading.relation(source, cue, [(colon + 1, quotation.last + 1)], CONSTRUCTION)
            return


def _past_adverbs(reading: Reading, k: int) -> int:
    while reading.is_in(k, "coordinators") or reading.passage.grammar.is_adverb(reading.word(k)):
        k += 1
    return k


def _led(reading: Reading, first: int, colon: int) -> Phrase | None:
    """S behind a lead, up to the colon."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    lead = _past_adverbs(reading, first)
    start = of.after("leads", lows, lead)
    if start == lead:
        return None
    start = _past_adverbs(reading, start)
    source = phrase_after(reading.passage, start, colon, apposed=False)
    if source is None or source[0] != start or not names_speaker(reading, source):
        return None
    if not (reading.is_in(start, "determiners") or is_name(reading.passage, start) or of.is_noun(lows[start])):
        return None
    rest = range(source[1], colon)
    verbs = any(of.is_verb(lows[k]) and not reading.is_in(k, "determiners", "prepositions") for k in rest)
    return None if verbs or not all(reading.outside(k) for k in rest) else (start, colon)


def _described(reading: Reading, first: int, colon: int) -> Phrase | None:
    """S before a lead: the mayor | angry:, the mayor, | of another mind:."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    start = _past_adverbs(reading, first)
    source = phrase_after(reading.passage, start, colon, apposed=False)
    if source is None or source[0] != start:
        return None
    lead = next((k for k in range(start + 1, colon) if of.after("leads", lows, k) == colon), None)
    if lead is None or lead > source[1] + 2:
        return None
    end = lead
    while end > start and (reading.is_mark(end - 1, COMMAS) or of.is_adverb(lows[end - 1])):
        end -= 1
    named = is_somebody(reading, (start, end)) or (end - start == 1 and is_name(reading.passage, start))
    return (start, end) if end > start and named else None
