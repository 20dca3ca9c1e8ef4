"""German verbs that part with their particle: S teilte am Dienstag mit, dass C · C, teilte S mit · S wies C zurück."""

from sayso.annotate.as_clauses import add_carried
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, subject_before
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_before, content_end, group_start, left_edge
from sayso.annotate.relations import Relation
from sayso.annotate.subjects import subject_after

BRACKET = 30  # tokens between a verb and its particle


def find_split(reading: Reading) -> list[tuple[Cue, int]]:
    """The verbs of a statement that have left their particle at the end of the clause, with its token."""
    split = reading.passage.grammar.split
    found: list[tuple[Cue, int]] = []
    if not split:
        return found
    for i in range(reading.low, reading.stop):
        for particle, kind in split.get(reading.word(i), ()) if reading.outside(i) else ():
            at = _particle(reading, i, particle)
            if at is not None:
                found.append((Cue(i, i + 1, kind), at))
                break
    return found


def _particle(reading: Reading, i: int, particle: str) -> int | None:
    for k in range(i + 1, min(reading.stop, i + BRACKET)):
        if reading.outside(k) and reading.word(k) == particle:
            if k + 1 >= reading.stop or reading.is_mark(k + 1, STOPS) or reading.is_in(k + 1, "coordinators"):
                return k
        elif reading.is_mark(k, COLONS | frozenset(";")):
            return None
    return None


def read_split(reading: Reading, cue: Cue, particle: int) -> bool:
    """Read what a parted verb says."""
    start, first = group_start(reading, cue)
    if any(reading.is_in(i, "negations") for i in range(cue.end, particle)):
        return True
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    verb, group = reading.word(cue.first), (first, cue.end)
    carried = of.after("carried", lows, reading.low)
    if carried == cue.first and carried > reading.low:
        source = subject_after(reading, cue.end, verb, particle)
        if source is not None:
            add_carried(reading, source, group)
            _close(reading, particle)
        return True
    subject = subject_before(reading.passage, start, reading.low, reading.statement.level)
    edge = left_edge(reading, start)
    later = subject_after(reading, cue.end, verb, particle)
    content = content_before(reading, edge) if edge is not None else None
    if later is not None and content is not None and content[1] - content[0] > 1 and cue.kind & CueKind.SAY:
        _add(reading, later, group, content, particle, "clause-verb-subject")
        return True
    after = _content_after(reading, particle)
    source = subject or later
    if source is not None and cue.kind & CueKind.SAY and after is not None:
        _add(reading, source, group, after, particle, "verb-that")
    elif subject is not None and particle - cue.end > 1:
        _add(reading, subject, group, (cue.end, particle), particle, "verb-object")
        if cue.kind & CueKind.JUDGE and after is not None:
            reading.found[-1].content.append(reading.passage.offsets(after))
    return True


def _content_after(reading: Reading, particle: int) -> Phrase | None:
    at = particle + 1
    if not reading.is_mark(at, COMMAS | COLONS) or at + 2 >= reading.statement.end:
        return None
    return (at + 1, content_end(reading, at + 1))


def _add(reading: Reading, source: Phrase, group: Phrase, content: Phrase, particle: int, name: str) -> Relation:
    relation = reading.relation(source, group, [content], name)
    _close(reading, particle)
    return relation


def _close(reading: Reading, particle: int) -> None:
    """The particle belongs to the cue."""
    if reading.found:
        reading.found[-1].cue.append(reading.passage.offsets((particle, particle + 1)))
