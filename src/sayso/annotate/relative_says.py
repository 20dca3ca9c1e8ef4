"""What somebody says in a relative clause of their own: S, yang mencatat C, … · S, שלפי נתוניו C.

Read where a comma parts the clause from who it is said of, and the pronoun is the clause's own subject or stands in
its marker: what a narrower clause says of "the ministry that …" may be anybody's.
"""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import Phrase, subject_before
from sayso.annotate.placed_figures import tells_nothing
from sayso.annotate.reading import COMMAS, Reading, group_start, next_mark
from sayso.annotate.subjects import is_somebody

SHORTEST = 2  # tokens of what is said
SPEAKS = CueKind.SAY | CueKind.THINK | CueKind.TELL | CueKind.JUDGE


def read_relative_says(reading: Reading, cue: Cue) -> bool:
    """Read a verb with a relative pronoun for its subject: S, who V C, …."""
    if not reading.has("invariant_relative") or not cue.kind & SPEAKS:
        return False
    start, _ = group_start(reading, cue)
    if not reading.is_in(start - 1, "relatives"):
        return False
    source = _described(reading, start - 1)
    content = (cue.end, next_mark(reading, cue.end, reading.stop, COMMAS))
    if source is None or content[1] - content[0] < SHORTEST or tells_nothing(reading, cue, source, cue.end):
        return False
    name = "verb-that" if reading.is_in(cue.end, "that") else "verb-object"
    reading.relation(source, (start, cue.end), [content], name)
    return True


def read_relative_own(reading: Reading, cue: Cue) -> bool:
    """S, by whose account C, …; whose it is stays open where a clause stands before it and not S alone."""
    source = _described(reading, cue.first)
    content = (cue.end, next_mark(reading, cue.end, reading.stop, COMMAS))
    if content[1] - content[0] < SHORTEST:
        return False
    reading.asides.append((cue.first, cue.end))
    reading.relation(source, (cue.first, cue.end), [content], "marker-relative").unclear = source is None
    return True


def _described(reading: Reading, relative: int) -> Phrase | None:
    """Who stands alone before the comma of a relative clause and can speak."""
    comma = relative - 1
    if not reading.is_mark(comma, COMMAS) or not reading.outside(comma):
        return None
    source = subject_before(reading.passage, comma, reading.low, reading.statement.level)
    if source is None or not is_somebody(reading, source):
        return None
    of = reading.passage.grammar
    acts = any(reading.is_in(k, "negations", "auxiliaries") or of.is_verb(reading.word(k)) for k in range(*source))
    return None if acts or reading.is_in(source[0] - 1, "prepositions") else source
