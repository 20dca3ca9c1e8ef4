"""Whether a clause without "that" follows a verb: "officials said the dam held", not "a thing he found"."""

from sayso.annotate.ahead import is_gap
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, is_name
from sayso.annotate.reading import AHEAD, Reading


def takes_bare_clause(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether a clause without "that" may follow: after verbs of thinking only what has a finite verb is one."""
    if not cue.kind & (CueKind.SAY | CueKind.THINK) or is_gap(reading, at):
        return False
    of = reading.passage.grammar
    if reading.is_in(cue.first, "clausal_only"):
        return bool(of.verb_endings) and _has_verb_early(reading, at)
    return bool(cue.kind & CueKind.SAY) or not of.verb_endings or _has_verb_early(reading, at)


def _has_verb_early(reading: Reading, at: int) -> bool:
    """Whether a finite verb follows within the length of a subject."""
    of = reading.passage.grammar
    if reading.is_in(at, "relatives", "prepositions", "openers"):
        return False
    for i in range(at + 1, min(reading.stop, at + AHEAD)):
        if not reading.outside(i) or reading.is_mark(i, STOPS):
            return False
        if of.is_verb(reading.word(i)) and not is_name(reading.passage, i) and not reading.is_in(i, "infinitive"):
            return True
    return False
