"""What is denied or condemned, before who does it: Zarzutom obrona zaprzecza · Обвинения он назвал вымыслом.

Polish puts the subject anywhere. An office or a body in the form of a subject right before the verb, or behind it where
the object is a dative, speaks; a name may as well be the object, and is left alone.
"""

from sayso.annotate.ahead import look_ahead
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name
from sayso.annotate.reading import Reading, content_end, group_start
from sayso.annotate.subjects import is_closed, subject_after

CONSTRUCTION = "object-verb-subject"
SHORTEST = 2  # tokens of an object that is no dative
_NO_OBJECT = ("prepositions", "adverbs", "times", "openers", "that", "relatives", "coordinators", "conditional")


def read_object_first(reading: Reading, cue: Cue) -> bool:
    """Read C S V and C V S, where V judges what is said or done."""
    if not cue.kind & CueKind.JUDGE or _read_by_pronoun(reading, cue):
        return bool(cue.kind & CueKind.JUDGE)
    if not reading.has("object_first"):
        return False
    start, _ = group_start(reading, cue)
    if not _opens_with_object(reading, start) or any(reading.is_in(k, "negations") for k in range(start, cue.first)):
        return False
    dative = any(_is_dative(reading, k) for k in (reading.low, reading.low + 1))
    source = _subject_before(reading, start)
    if source is None and dative:
        source = subject_after(reading, cue.end, reading.words(cue.first, cue.end), apposed=False)
        closed = source is not None and is_closed(reading, source)
        source = source if closed else None
        end = start
    elif source is not None and (look_ahead(reading, cue).what == "end"):
        end = source[0]
    else:
        return False
    if source is None or end - reading.low < (1 if dative else SHORTEST):
        return False
    reading.relation(source, (cue.first, cue.end), [(reading.low, end)], CONSTRUCTION)
    return True


def _read_by_pronoun(reading: Reading, cue: Cue) -> bool:
    """C S V C, where S is "he", "she" or "they": Обвинения | он | назвал | вымыслом."""
    start, _ = group_start(reading, cue)
    pronoun = start - 1
    end = content_end(reading, cue.end)
    if not reading.is_in(pronoun, "personal") or pronoun - reading.low < 1 or end <= cue.end:
        return False
    if not _opens_with_object(reading, pronoun) or any(reading.is_in(k, "negations") for k in range(start, cue.first)):
        return False
    if not reading.outside(cue.end) or reading.is_mark(cue.end, STOPS):
        return False  # Эту книгу она назвала «Зимой»
    if reading.is_in(cue.end, "that", "prepositions"):
        return False
    reading.relation((pronoun, start), (cue.first, cue.end), [(reading.low, pronoun), (cue.end, end)], CONSTRUCTION)
    return True


def _opens_with_object(reading: Reading, end: int) -> bool:
    """Whether a noun phrase that is no office stands between the start of the statement and a token."""
    of, first = reading.passage.grammar, reading.low
    if reading.is_in(first, *_NO_OBJECT) or reading.word(first) in of.heads or end <= first:
        return False
    inside = range(first, end)
    return all(reading.outside(k) and not reading.is_mark(k, STOPS) for k in inside) and not any(
        of.is_verb(reading.word(k)) and not is_name(reading.passage, k) for k in inside
    )


def _is_dative(reading: Reading, k: int) -> bool:
    return reading.word(k).endswith(reading.passage.grammar.dative_endings or ("\0",))


def _subject_before(reading: Reading, end: int) -> Phrase | None:
    """The office or body that ends right before a verb, with the adjective behind or before its noun."""
    heads = reading.passage.grammar.heads
    for k in (end - 1, end - 2):
        held = reading.is_in(k - 1, "prepositions", "linkers", "coordinators")
        if k > reading.low and reading.word(k) in heads and not is_name(reading.passage, k) and not held:
            tail = k == end - 1 or reading.word(k + 1).endswith(("ski", "ska", "skie", "owy", "owa", "owe", "ny", "na"))
            return (k, end) if tail else None
    return None
