"""A verb whose subject is in its ending: "C", ha gridato · Ha risposto: "C" · Añadió que C.

Somebody says it; who is not in the sentence.
"""

from sayso.annotate.ahead import Ahead
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase
from sayso.annotate.reading import COMMAS, Reading, content_before, content_end, is_clause, left_edge
from sayso.annotate.relations import Relation
from sayso.annotate.subjects import past_time

SAYING = CueKind.SAY | CueKind.TELL | CueKind.QUOTE
SHORTEST_CLAUSE = 4  # tokens
TAG = "clause-verb"
THAT = CueKind.SAY | CueKind.THINK


def read_subjectless(reading: Reading, cue: Cue, group: Phrase, start: int, ahead: Ahead) -> bool:
    """V that C · V: "C" · "C", V."""
    if not reading.has("subject_in_verb") or reading.is_in(cue.first, "subjectless"):
        return False
    if ahead.what == "that" and cue.kind & THAT and _opens(reading, start):
        _add(reading, group, [(ahead.at, content_end(reading, ahead.at))], "verb-that")
        return True
    named = reading.is_in(start, "determiners") and reading.is_in(cue.first, "clausal_only")  # La mostra, «C», apre
    if reading.has("elisions") and named:
        return False
    if ahead.what == "quote" and cue.kind & (SAYING | CueKind.JUDGE) and _opens_after_adjunct(reading, start):
        _add(reading, group, [(ahead.at, content_end(reading, ahead.at))], "verb-quote")
        return True
    turn = reading.has("dash_turns") and ahead.what == "colon" and reading.is_mark(ahead.at, DASHES)
    if turn and cue.kind & SAYING and _opens(reading, start):
        _add(reading, group, [(ahead.at + 1, content_end(reading, ahead.at + 1))], "verb-quote").quoted = True
        return True
    if cue.kind & SAYING == CueKind.NONE:
        return False
    return _read_after_quotation(reading, cue, group, start) or _read_after_clause(reading, cue, group, start)


def _add(reading: Reading, group: Phrase, content: list[Phrase], construction: str) -> Relation:
    made = reading.relation(None, group, content, construction)
    made.unclear = True
    return made


def _opens(reading: Reading, start: int) -> bool:
    between = range(reading.low, start)
    return start == reading.low or all(reading.is_in(k, "coordinators", "adverbs") for k in between)


def is_answer(reading: Reading, start: int) -> bool:
    """Whether a verb answers what its sentence opens with, no comma between: לשאלה מי אשם | השיבה: "C"."""
    between = range(reading.low, start)
    whole = all(reading.outside(k) and not reading.is_mark(k, COMMAS) for k in between)
    return reading.is_in(reading.low, "asked") and whole


def _opens_after_adjunct(reading: Reading, start: int) -> bool:
    """Whether nothing but when, or an aside that a comma closes, stands before a verb: A gennaio | ha scritto: "C"."""
    if _opens(reading, start) or past_time(reading, reading.low, start) == start:
        return True
    if is_answer(reading, start):
        return True
    of, first = reading.passage.grammar, reading.low
    if any(not reading.outside(k) for k in range(first, start)) or not reading.is_mark(start - 1, COMMAS):
        return False
    somebody = reading.is_in(first, "determiners", "pronouns") or of.is_noun(reading.word(first))
    aside = reading.is_in(first, "prepositions") or (reading.is_in(first + 1, "prepositions") and not somebody)
    return aside and sum(reading.is_mark(k, COMMAS) for k in range(first, start)) == 1


def _read_after_quotation(reading: Reading, cue: Cue, group: Phrase, start: int) -> bool:
    """Read "C", V, where no noun follows that might be the speaker."""
    edge = left_edge(reading, start) if reading.outside(start - 1) else start
    if edge is None or edge <= reading.low or reading.outside(edge - 1):
        return False
    after = cue.end
    while reading.is_in(after, "adverbs", "times") and not reading.is_in(after, "determiners", "prepositions"):
        after += 1
    ends = after >= reading.stop or reading.is_mark(after, STOPS)
    if not ends and not reading.is_in(after, "prepositions", "coordinators"):
        return False
    content = content_before(reading, edge)
    if content is None or reading.outside(content[0]):
        return False
    _add(reading, group, [content], "quote-verb")
    return True


def _read_after_clause(reading: Reading, cue: Cue, group: Phrase, start: int) -> bool:
    """Read C, V where it ends its sentence and the subject is in the verb: Seis son menores, | precisó."""
    closes = cue.end >= reading.stop and reading.is_mark(start - 1, COMMAS) and reading.outside(start - 1)
    if not closes or not reading.passage.grammar.words["plural_says"]:
        return False
    content = content_before(reading, start - 1)
    if content is None or content[0] != reading.low or not is_clause(reading, content):
        return False
    if reading.found or content[1] - content[0] < SHORTEST_CLAUSE:
        return False
    _add(reading, group, [content], TAG)
    return True
