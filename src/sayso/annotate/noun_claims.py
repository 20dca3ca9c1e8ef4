"""Whose claim it is that C: S's claim that C · the claim by S that C · the claim by S: C."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import Phrase, phrase_after, subject_before
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end, is_initial
from sayso.annotate.subjects import names_speaker


def read_noun(reading: Reading, cue: Cue) -> bool:
    """S's N that C · N by S that C · N by S: C."""
    source, span, j = _noun_source(reading, cue)
    if reading.is_in(j, "be"):
        j += 1
    colon = source is not None and reading.is_mark(j, COLONS) and j + 2 < reading.stop
    if colon:
        reading.relation(source, span, [(j + 1, content_end(reading, j + 1))], "noun-colon")
        return True
    if reading.has("comma_that") and reading.is_mark(j, COMMAS):
        j += 1
    if source is None and j > cue.end and reading.is_in(j, "distancing") and j + 2 < reading.stop:
        reading.relation(None, span, [(j + 1, content_end(reading, j + 1))], "noun-that")  # сообщения, будто C
        return True
    led = reading.is_in(j, "by") and reading.is_in(j + 1, "bare_that")  # la promesa del ministro de | que C
    j += led
    if source is None or j + 1 >= reading.stop or not reading.is_in(j, "bare_that") or not reading.outside(j):
        return False
    if led and not names_speaker(reading, source):
        return False
    if not led and reading.passage.grammar.is_verb(reading.word(j + 1)):
        return False  # "the claims that were made"
    end = _end_of_named(reading, cue, j) if led else reading.stop
    if end is None:
        return False
    reading.relation(source, span, [(j, end)], "noun-that")
    return True


def _end_of_named(reading: Reading, cue: Cue, that: int) -> int | None:
    """Where "la promesa de S de que C" ends: at a comma or another verb; None where a verdict on it may follow.

    What opens its sentence is what the sentence is about: La promesa de S de que C | se rompió.
    """
    if is_initial(reading, cue.first - reading.is_in(cue.first - 1, "determiners")):
        return None
    of, ahead = reading.passage.grammar, range(that + 2, reading.stop - 1)
    for k in ahead:
        joins = reading.is_in(k, "coordinators") and of.is_verb(reading.word(k + 1))
        if reading.outside(k) and (joins or reading.is_mark(k, COMMAS)):
            return k
    return reading.stop


def _noun_source(reading: Reading, cue: Cue) -> tuple[Phrase | None, Phrase, int]:
    """Source, cue and the token after them in "claims made by S", "S's claim", "his claim" and "the claim"."""
    passage, level = reading.passage, reading.statement.level
    j = cue.end
    if reading.is_in(j, "made"):
        j += 1
    if reading.is_in(j, "by"):
        source = phrase_after(passage, j + 1, reading.stop, level, apposed=False)
        if source is not None:
            return source, (cue.first, j + 1), source[1]
    if reading.is_in(cue.first - 1, "possessive"):
        return _possessor(reading, cue.first), (cue.first, cue.end), cue.end
    if reading.is_in(cue.first - 1, "possessors"):
        return (cue.first - 1, cue.first), (cue.first, cue.end), cue.end
    return None, (cue.first, cue.end), cue.end


def _possessor(reading: Reading, end: int) -> Phrase | None:
    """S in "a check on S's claim": the phrase before the possessive, what it depends on left out."""
    phrase = subject_before(reading.passage, end, reading.low, reading.statement.level)
    if phrase is None:
        return None
    inner = [k + 1 for k in range(*phrase) if reading.is_in(k, "prepositions", "linkers")]
    return (max(inner, default=phrase[0]), phrase[1])
