"""What a speaker says in a relative clause set behind him: C, a annoncé S, qui accuse l'armée d'avoir C2.

The pronoun stands for the phrase right before its comma, where that can speak. What S is said to claim with "that" is
read elsewhere; here it is what S accuses, blames, denies or speaks of.
"""

from bisect import bisect_left

from sayso.annotate.cues import Cue, CueKind, find
from sayso.annotate.noun_phrases import STOPS, Phrase, subject_before
from sayso.annotate.reading import COMMAS, Reading, group_start, next_mark
from sayso.annotate.subjects import is_somebody

SHORTEST = 3  # tokens of what is said: "une attaque délibérée"
CONSTRUCTION = "verb-object"


def read_relative_clauses(reading: Reading) -> None:
    """Read the verbs of judging in relative clauses whose words nobody has yet."""
    if not reading.has("guarded") or reading.has("verb_second") or reading.has("verb_final"):
        return
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for cue in find(lows[reading.low : reading.stop], of):
        placed = Cue(cue.first + reading.low, cue.end + reading.low, cue.kind)
        if not placed.kind & CueKind.JUDGE or not reading.outside(placed.first):
            continue
        edge, first = group_start(reading, placed)
        relative = edge - 1
        if not (reading.is_in(relative, "relatives") and reading.is_mark(relative - 1, COMMAS)):
            continue
        source = _stands_for(reading, relative - 1)
        end = next_mark(reading, placed.end, reading.stop, STOPS)
        if source is None or end - placed.end < SHORTEST or reading.is_in(placed.end, "that"):
            continue
        if any(reading.is_in(k, "negations") for k in range(edge, placed.end)):
            continue
        _free(reading, relative)
        if not reading.is_read((relative, end)):
            reading.relation(source, (first, placed.end), [(placed.end, end)], CONSTRUCTION)


def _free(reading: Reading, relative: int) -> None:
    """Take back what has the pronoun alone for its source, and end a source that has swallowed the clause."""
    start, end = reading.passage.offsets((relative, relative + 1))
    reading.found = [r for r in reading.found if r.source != [(start, end)]]
    comma = reading.passage.tokens.end[relative - 2]
    for relation in reading.found:
        relation.source = [(low, comma if low < start < high else high) for low, high in relation.source]


def _stands_for(reading: Reading, comma: int) -> Phrase | None:
    """The speaker whom a relative clause follows: one found already who ends there, or the phrase before."""
    starts, ends = reading.passage.tokens.start, reading.passage.tokens.end
    place = ends[comma - 1]
    for relation in reading.found:
        for low, high in relation.source:
            if low < place <= high:  # further where the clause was swallowed
                return bisect_left(starts, low), comma
    phrase = subject_before(reading.passage, comma, reading.low, reading.statement.level)
    return phrase if phrase and is_somebody(reading, phrase) else None
