"""A verb of saying alone between commas: L'altra notte, racconta, ha sentito dei passi.

Its subject is in its ending: somebody says what stands on both sides of it, and the writer does not.
"""

from collections.abc import Sequence

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end
from sayso.annotate.relations import Relation

CONSTRUCTION = "said-aside"
SHORTEST = 2  # tokens of what goes on behind the verb


def read_said_aside(reading: Reading, found: Sequence[Cue]) -> None:
    """C1, V, C2, where nobody else has been found to speak."""
    if not reading.has("held_quotes") or not reading.has("elisions") or reading.statement.level >= 0:
        return
    if any(not r.unclear or r.construction == CONSTRUCTION for r in reading.found):
        return
    for cue in found:
        if cue.kind & (CueKind.SAY | CueKind.JUDGE | CueKind.QUOTE) and _read(reading, cue):
            return


def _read(reading: Reading, cue: Cue) -> bool:
    of = reading.passage.grammar
    start = cue.first
    while reading.is_in(start - 1, "auxiliaries"):
        start -= 1
    if start == cue.first and reading.word(cue.first).endswith(tuple(of.words["participle_tails"]) or ("\0",)):
        return False  # il paese, | detto, | il borgo
    if not (reading.is_mark(start - 1, COMMAS) and reading.is_mark(cue.end, COMMAS)):
        return False
    noun = of.is_noun(reading.word(cue.first)) and not cue.kind & CueKind.JUDGE
    if noun or any(reading.is_in(k, "negations") for k in range(start, cue.first)):
        return False
    if start - 1 <= reading.low:
        return False
    first = next((k + 1 for k in range(start - 2, reading.low, -1) if reading.is_mark(k, COLONS)), reading.low)
    listed = (
        of.is_verb(reading.word(start - 2))
        or of.starts(reading.passage.tokens.low, cue.end + 1, cue.kind) > cue.end + 1
    )
    rest = (cue.end + 1, content_end(reading, cue.end + 1))
    if listed or rest[1] - rest[0] < SHORTEST or reading.is_in(cue.end + 1, "coordinators", "relatives"):
        return False  # parla, spiega, racconta
    made: Relation = reading.relation(None, (start, cue.end), [(first, start - 1), rest], CONSTRUCTION)
    made.unclear = True
    return True
