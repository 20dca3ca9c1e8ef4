"""One statement read: every cue in it tried against the constructions its kind allows."""

from collections.abc import Callable

from sayso.annotate import cues, markers
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import ENDS, Passage, phrase_after
from sayso.annotate.reading import COLONS, Reading, Statement, trim_contents
from sayso.annotate.relations import Relation
from sayso.annotate.verb_clauses import read_verb

MAX_CUES = 25  # in one statement, outside quotations; in PolNeAR (training split) no sentence has more than 8
HEADLINE_SOURCE = 8  # tokens before the colon of a headline: "Defence ministry of Norland: plane was hit"


def read_statement(passage: Passage, statement: Statement, *, headline: bool) -> list[Relation]:
    """The relations of one statement."""
    tokens = passage.tokens
    stop = statement.end
    while stop > statement.first and tokens.raw[stop - 1] in ENDS and passage.is_outside(stop - 1, statement.level):
        stop -= 1
    reading = Reading(passage, statement, headline, stop)
    if headline and statement.level < 0:
        _read_headline(reading)
    found = cues.find(tokens.low[statement.first : statement.end], passage.grammar)
    placed = [Cue(cue.first + statement.first, cue.end + statement.first, cue.kind) for cue in found]
    outside = [cue for cue in placed if reading.outside(cue.first) and reading.outside(cue.end - 1)]
    if len(outside) > MAX_CUES:
        return []
    for cue in outside:
        _read_cue(reading, cue)
    markers.link_relayed(reading)
    trim_contents(reading)
    markers.read_hearsay(reading)
    return reading.found


def _read_cue(reading: Reading, cue: Cue) -> None:
    """Read a cue by the first construction that fits; a form of several kinds may fit several."""
    if cue.kind & CueKind.HEARSAY:
        reading.hearsay.append(cue)
        return
    for kinds, read in _CONSTRUCTIONS:
        if cue.kind & kinds and read(reading, cue):
            return


_CONSTRUCTIONS: tuple[tuple[CueKind, Callable[[Reading, Cue], bool]], ...] = (
    (CueKind.CITING | CueKind.CITED, markers.note_relayed),
    (CueKind.IMPERSONAL, markers.read_impersonal),
    (CueKind.RAISED, markers.read_raised),
    (CueKind.CLOSING, markers.read_closing),
    (VERB, read_verb),
    (CueKind.NOUN, markers.read_noun),
    (CueKind.BEFORE | CueKind.AFTER | CueKind.OWN, markers.read_marker),
)


def _read_headline(reading: Reading) -> None:
    """The speaker before a colon: Ministry: plane was hit."""
    first = reading.low
    for i in range(first + 1, min(reading.stop - 2, first + HEADLINE_SOURCE)):
        if reading.is_mark(i, COLONS) and reading.outside(i):
            source = phrase_after(reading.passage, first, i)
            heads = {reading.word(k) for k in range(first, i)}
            if source == (first, i) and not heads & reading.passage.grammar.words["labels"]:
                reading.relation(source, (i, i + 1), [(i + 1, reading.stop)], "headline-colon")
            return
