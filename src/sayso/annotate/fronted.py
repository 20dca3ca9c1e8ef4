"""Objects that stand before their verb, where subjects do."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import is_name
from sayso.annotate.reading import Reading


def is_fronted(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether the object stands before the verb, taken up by a pronoun: Ese extremo | lo desmiente el alcalde."""
    if not any(reading.is_in(k, "resuming") for k in range(start, cue.first)) or cue.end >= reading.stop:
        return False
    named = is_name(reading.passage, cue.end) or reading.is_in(cue.end, "determiners", "nobodies")
    return named and not reading.is_in(cue.end, "times")
