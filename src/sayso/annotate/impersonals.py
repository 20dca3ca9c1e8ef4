"""Verbs without a subject of their own: it is said that C · C1 is believed to C2 · In S it is stated that C."""

from sayso.annotate.ahead import look_ahead
from sayso.annotate.cues import VERB, Cue
from sayso.annotate.noun_phrases import STOPS, skip_adverbs_back, subject_before
from sayso.annotate.reading import AHEAD, COLONS, COMMAS, Reading, content_before
from sayso.annotate.subjects import body_before
from sayso.annotate.verb_final import clause_ends, medium_source


def read_impersonal(reading: Reading, cue: Cue) -> bool:
    """It is V that C."""
    if reading.has("verb_final"):
        return _read_impersonal_final(reading, cue)
    if reading.has("impersonal_marked") and not _says_of_itself(reading, cue):
        return False
    j = cue.end
    if reading.is_mark(j, COMMAS):
        j += 1
    if reading.stop - j < 2 or not reading.outside(j):
        return False
    if reading.has("that_needed") and reading.has("guarded"):
        that = _that_after(reading, j)
        if that is None and any(reading.is_in(k, "with_that") for k in range(cue.first, cue.end)):
            return False  # il ponte sembra intatto: the writer's own
        j = j if that is None else that
    body = body_before(reading, reading.words(cue.first, cue.end), cue.first) if reading.has("late_subjects") else None
    if body is None and reading.is_in(cue.first, "bodied"):
        return False  # отсюда следует, что C
    reading.relation(body, (cue.first, cue.end), [(j, reading.stop)], "impersonal")
    return True


def _says_of_itself(reading: Reading, cue: Cue) -> bool:
    """Whether a verb without subject is followed by what is said, and is no verb of a subject: отмечается рост."""
    if reading.passage.grammar.starts(reading.passage.tokens.low, cue.first, VERB) > cue.first:
        opens = all(reading.is_in(k, "coordinators", "adverbs") for k in range(reading.low, cue.first))
        return reading.is_mark(cue.end, COMMAS) and (opens or reading.is_in(reading.low, "locatives"))
    if reading.is_mark(cue.end, COMMAS | COLONS) or reading.is_in(cue.end, "about", "that"):
        return True
    return look_ahead(reading, cue).what in ("that", "quote", "colon")


def _that_after(reading: Reading, j: int) -> int | None:
    """The "that" after an impersonal verb, with no more than adverbs, times and what hangs on prepositions between."""
    for k in range(j, min(reading.stop, j + AHEAD)):
        if reading.is_in(k, "bare_that"):
            return k
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return None
        if k == j and reading.is_in(k, "determiners") and not reading.is_in(k, "linkers", "prepositions"):
            return None
    return None


def _read_impersonal_final(reading: Reading, cue: Cue) -> bool:
    """C is V, in Turkish; with "in the statement made by S" before C the statement is the source."""
    content = content_before(reading, cue.first)
    if content is None:
        return False
    content = (max([content[0], *clause_ends(reading, content[0], cue.first)]), cue.first)
    source = medium_source(reading, cue.first, content[0])
    if source is not None:
        start = source[1] + 1 if reading.is_mark(source[1], COMMAS) else source[1]
        content = (start, cue.first)
        if content[1] - content[0] < 1:
            return False
    reading.relation(source, (cue.first, cue.end), [content], "impersonal")
    return True


def read_raised(reading: Reading, cue: Cue) -> bool:
    """C1 is believed to C2."""
    if not reading.is_in(cue.end, "infinitive") or cue.end >= reading.stop or cue.end - cue.first != 1:
        return False
    start = skip_adverbs_back(reading.passage, cue.first, reading.low)
    if not reading.is_in(start - 1, "be"):
        return False
    start -= 1
    if reading.is_in(start - 1, "auxiliaries"):
        start -= 1
    subject = subject_before(reading.passage, start, reading.low, reading.statement.level)
    if subject is None:
        return False
    reading.relation(None, (start, cue.end), [subject, (cue.end, reading.stop)], "raised")
    return True
