"""What verb-second languages have: German "äußerte sich nicht zu C", "C, hieß es weiter"."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS
from sayso.annotate.reading import Reading, content_before, group_start, left_edge

SHORTEST = 3  # tokens of what is said


def read_said_by_none(reading: Reading, cue: Cue) -> bool:
    """C, hieß es weiter: a verb without person closes the sentence and nobody is named."""
    if not reading.has("verb_second") or not any(reading.is_in(k, "subjectless") for k in range(cue.first, cue.end)):
        return False
    start, _ = group_start(reading, cue)
    edge = left_edge(reading, start)
    content = content_before(reading, edge) if edge is not None else None
    closed = all(reading.passage.grammar.is_adverb(reading.word(k)) for k in range(cue.end, reading.stop))
    if content is None or not closed or content[1] - content[0] < SHORTEST:
        return False
    reading.relation(None, (cue.first, cue.end), [content], "impersonal")
    return True


def is_negated_after(reading: Reading, cue: Cue) -> bool:
    """Whether a "not" follows a verb in its own clause: äußerte sich nicht zu C; not "warnt nicht nur vor C"."""
    if not reading.has("verb_second"):
        return _is_negated_at_once(reading, cue)
    for k in range(cue.end, reading.stop):
        if not reading.outside(k) or reading.is_mark(k, STOPS):
            return False
        if reading.is_in(k, "negating") and not reading.is_in(k + 1, "unnegating"):
            return not reading.is_in(k - 1, "determiners")
    return False


def _is_negated_at_once(reading: Reading, cue: Cue) -> bool:
    """Whether a "not" stands between verb and "that": Ministern sade inte att C; De minister zei niet dat C."""
    k = cue.end + reading.is_in(cue.end, "pronouns")
    return reading.is_in(k, "negating") and reading.is_in(k + 1 + reading.is_mark(k + 1, STOPS), "that", "whether")
