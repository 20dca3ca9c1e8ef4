"""Around "for S" and "according to S": whether it is an opinion, and whether the clause goes on behind it."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import AHEAD, COMMAS, Reading
from sayso.annotate.subjects import names_speaker


def awaits_predicate(reading: Reading, cue: Cue) -> bool:
    """Whether the clause waits for what follows the marker: Su sustituto sería, según Onda Norte, | el holandés."""
    return reading.is_mark(cue.first - 1, COMMAS) and reading.is_in(cue.first - 2, "copulas")


def is_opinion(reading: Reading, source: Phrase) -> bool:
    """Whether "for S," is "in S's opinion": somebody of whom the clause says what ought to be or what there is."""
    if not reading.is_mark(source[1], COMMAS) or not names_speaker(reading, source):
        return False
    ahead = range(source[1] + 1, min(reading.stop, source[1] + AHEAD))
    end = next((k for k in ahead if reading.is_mark(k, STOPS)), ahead.stop)
    judges = any(reading.is_in(k, "opinion_verbs") for k in range(source[1] + 1, end))
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    said = any(of.starts(lows, k, CueKind.SAY) > k for k in range(source[1] + 1, reading.stop) if reading.outside(k))
    return judges and not said
