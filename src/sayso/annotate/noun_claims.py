"""Whose claim it is that C: S's claim that C · the claim by S that C · the claim by S: C."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after, subject_before
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end, is_initial
from sayso.annotate.subjects import names_speaker

MADE = "noun-made"


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
    if source is None and j == cue.end and reading.is_in(j, "bare_that") and _read_made(reading, cue, j):
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


def _read_made(reading: Reading, cue: Cue, that: int) -> bool:
    """N that C was made by S · N that C comes from S: whose claim it is stands behind it.

    The noun has to be what was made: C has a verb of its own, and none follows S. In "the claim that the wall was made
    by the Romans is false" the wall was.
    """
    of = reading.passage.grammar
    if not of.words["originating"] or _acts(reading, reading.low, cue.first):
        return False
    for k in range(that + 3, reading.stop - 1):
        if not reading.outside(k):
            return False
        start = k
        while reading.is_in(k - 1, "be", "auxiliaries", "adverbs") and not reading.is_in(k - 1, "negations", "modals"):
            k -= 1  # noqa: PLW2901 the verb group begins before its participle
        made = k < start and reading.is_in(start, "made", "claim_made") and reading.is_in(start + 1, "made_by")
        comes = reading.is_in(start, "originating") and reading.is_in(start + 1, "origin_prepositions")
        if not (made or comes) or reading.is_in(k - 1, "negations", "modals") or k - that < 3:
            continue
        source = phrase_after(reading.passage, start + 2, reading.stop, reading.statement.level, apposed=False)
        if source is None or source[0] != start + 2 or not names_speaker(reading, source):
            return False
        behind = next((i for i in range(source[1], reading.stop) if reading.is_mark(i, STOPS)), reading.stop)
        if not _acts(reading, that + 1, k) or _acts(reading, source[1], behind):
            return False
        source = _without_time(reading, source)
        reading.relation(source, (cue.first, cue.end), [(that, k)], MADE)
        return True
    return False


def _acts(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb stands between two tokens."""
    of = reading.passage.grammar
    raw = reading.passage.tokens.raw
    within = (k for k in range(start, end) if raw[k].islower())  # "May" is a month
    return any(of.is_verb(raw[k]) or reading.is_in(k, "be", "auxiliaries") for k in within)


def _without_time(reading: Reading, source: Phrase) -> Phrase:
    """A source without when it spoke: the army's media wing | on 18 September."""
    cuts = (k for k in range(source[0] + 1, source[1]) if reading.is_in(k, "time_prepositions"))
    timed = (k for k in cuts if reading.word(k + 1)[:1].isdigit() or reading.is_in(k + 1, "times"))
    return (source[0], next(timed, source[1]))


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
    first = max(inner, default=phrase[0])
    of = reading.passage.grammar
    acts = of.is_verb(reading.word(first)) and reading.passage.tokens.raw[first].islower()
    if acts and first + 2 < phrase[1] and not reading.is_in(first, "determiners") and of.verb_endings:
        first += 1  # also | repeated | the minister's charge
    return (first, phrase[1])
