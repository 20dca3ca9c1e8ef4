"""A verb that opens its clause, its subject behind it: Сообщил министр, что C · Ricorda il macchinista che C."""

from sayso.annotate.ahead import opens_that
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end
from sayso.annotate.subjects import names_speaker, subject_after

APPOSED = 8  # tokens of a name or office between commas


def read_clause_initial(reading: Reading, cue: Cue, start: int) -> bool:
    """V S that C, at the start of a clause: Сообщил министр, что C."""
    if reading.has("held_quotes") and reading.has("elisions"):
        return _read_verb_first(reading, cue, start)
    if reading.has("late_that"):
        return _read_late_that(reading, cue, start)
    if not reading.has("comma_that") or not (start == reading.low or reading.is_mark(start - 1, COMMAS)):
        return False
    if not cue.kind & CueKind.SAY:
        return False
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level, apposed=False)
    if source is None or reading.is_in(source[0], "addressed") or not reading.is_mark(source[1], COMMAS | COLONS):
        return False
    if reading.has("indefinite_plural") and not names_speaker(reading, source):
        return False  # Пише | книжку: «C»
    at = source[1] + 1
    if not (reading.is_in(at, "that") or reading.is_mark(source[1], COLONS)):
        return False
    reading.relation(source, (start, cue.end), [(at, content_end(reading, at))], "verb-subject-that")
    return True


def _read_late_that(reading: Reading, cue: Cue, start: int) -> bool:
    """V S that C, where no comma parts S from "that": הודתה אתמול קרן הסעד כי C."""
    opens = start == reading.low or reading.is_mark(start - 1, COMMAS) or reading.is_in(start - 1, "coordinators")
    opens = opens or all(reading.is_in(k, "times", "adverbs", "openers") for k in range(reading.low, start))
    opens = opens or reading.is_in(reading.low, "prepositions")  # בעקבות הפיצוץ | אמר השר כי C
    if not opens or not cue.kind & (CueKind.SAY | CueKind.THINK):
        return False
    first = cue.end
    while reading.is_in(first, "times", "adverbs"):
        first += 1
    source = phrase_after(reading.passage, first, reading.stop, reading.statement.level, apposed=False)
    if source is None or not names_speaker(reading, source):
        return False
    comma = reading.is_mark(source[1], COMMAS)  # אמר השר, אריה לוין, | כי
    close = next((k for k in range(source[1] + 1, reading.stop) if reading.is_mark(k, COMMAS)), source[1])
    at = close + 1 if comma and close - source[1] < APPOSED else source[1]
    if at >= reading.stop or not (reading.is_in(at, "bare_that") or opens_that(reading, at)):
        return False
    whole = (source[0], close) if at > source[1] else source
    reading.relation(whole, (start, cue.end), [(at, content_end(reading, at))], "verb-subject-that")
    return True


def _read_verb_first(reading: Reading, cue: Cue, start: int) -> bool:
    """V S that C · V S: C, at the start of a clause: Ricorda il macchinista che C. Falso, replica il sindaco: C."""
    opens = start == reading.low or reading.is_mark(start - 1, COMMAS) or reading.is_in(start - 1, "coordinators")
    if not opens or not cue.kind & CueKind.SAY or reading.is_in(cue.first, "clausal_only"):
        return False
    source = subject_after(reading, cue.end, reading.words(cue.first, cue.end), apposed=False)
    if source is None:
        return False
    colon = reading.is_mark(source[1], COLONS)
    at = source[1] + colon
    if at >= reading.stop or not (colon or reading.is_in(at, "bare_that")):
        return False
    reading.relation(source, (start, cue.end), [(at, content_end(reading, at))], "verb-subject-that")
    return True
