"""A speaker set with commas into what is said, right behind its opening: Міст, кажуть експерти, старий.

The verb stands before its subject, and both between commas, so that nothing but a clause of saying fits; what stands
before may be too short for a statement of its own.
"""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.reading import COMMAS, Reading, content_end
from sayso.annotate.subjects import names_speaker, subject_after

OPENING = 5  # tokens before the tag: "До 2030 року"; what is longer is read as a statement
SAYING = CueKind.SAY | CueKind.THINK | CueKind.QUOTE


def read_set_in(reading: Reading, cue: Cue, start: int) -> bool:
    """C1, V S, C2 · Те, що C, V S."""
    if _read_fronted(reading, cue, start):
        return True
    comma = start - 1
    if not (reading.has("indefinite_plural") and cue.kind & SAYING and reading.is_mark(comma, COMMAS)):
        return False
    if not 0 < comma - reading.low <= OPENING or reading.is_in(cue.first, "unspeaking", "gerunds"):
        return False
    opening = range(reading.low, comma)
    if any(not reading.outside(k) or reading.is_mark(k, COMMAS) for k in opening) or _is_question(reading, opening[0]):
        return False
    if cue.kind & CueKind.IMPERSONAL and reading.is_mark(cue.end, COMMAS):
        rest = (cue.end + 1, content_end(reading, cue.end + 1))
        if rest[1] <= rest[0] or _goes_on(reading, rest[0]):
            return False
        reading.relation(None, (cue.first, cue.end), [(reading.low, comma), rest], "impersonal").unclear = True
        return True
    source = subject_after(reading, cue.end, reading.words(cue.first, cue.end), apposed=False)
    if source is None or not names_speaker(reading, source) or not reading.is_mark(source[1], COMMAS):
        return False
    rest = (source[1] + 1, content_end(reading, source[1] + 1))
    if rest[1] <= rest[0] or _goes_on(reading, rest[0]):
        return False
    reading.relation(source, (start, cue.end), [(reading.low, comma), rest], "clause-verb-subject")
    return True


def _read_fronted(reading: Reading, cue: Cue, start: int) -> bool:
    """Те, що C, V S: what is said stands before the verb as its object."""
    first, comma = reading.low, start - 1
    if not (reading.has("indefinite_plural") and cue.kind & CueKind.SAY and reading.is_mark(comma, COMMAS)):
        return False
    fronted = reading.is_in(first, "free_relatives") and reading.is_mark(first + 1, COMMAS)
    if not fronted or not reading.is_in(first + 2, "that") or comma - first < OPENING:
        return False
    after = cue.end + reading.is_in(cue.end, "coordinators")
    source = subject_after(reading, after, reading.words(cue.first, cue.end), apposed=False)
    if source is None or not names_speaker(reading, source):
        return False
    reading.relation(source, (start, cue.end), [(first + 2, comma)], "object-verb-subject")
    return True


def _is_question(reading: Reading, first: int) -> bool:
    """Whether the opening is a question that the verb answers: Хто стріляв, розповів S."""
    return reading.is_in(first, "that", "questions")


def _goes_on(reading: Reading, first: int) -> bool:
    """Whether what follows the comma says more of the speaker or of the saying: сказав мер, який C; додав він, що C."""
    if reading.is_in(first, "that", "relatives", "coordinators", "gerunds"):
        return True
    of = reading.passage.grammar
    gerund = reading.word(first).endswith(of.gerund_endings or ("\0",))
    return gerund or (reading.is_in(first, "prepositions") and reading.is_in(first + 1, "relatives"))
