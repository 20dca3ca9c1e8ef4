"""What somebody calls something, in marks: S calls O by the name of "C" · S "C" V O · S O "C" V.

The verbs are those that judge. Who calls is taken only where a noun for somebody, a name or a pronoun stands first.
"""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name
from sayso.annotate.reading import Reading

LONGEST = 8  # tokens of what is called so, and of who calls it
CONSTRUCTION = "verb-object"


def read_called(reading: Reading, cue: Cue) -> bool:
    """Read S V O "C", where a preposition leads to the name, and S "C" V and S O "C" V."""
    if not cue.kind & CueKind.JUDGE or not reading.outside(cue.first) or cue.first <= reading.low:
        return False
    ahead = _named_ahead(reading, cue.end)
    before = reading.has("called_before") and not reading.outside(cue.first - 1)
    if ahead is None and not before:
        return False
    number = reading.passage.quoted[cue.first - 1 if ahead is None else ahead]
    quotation = reading.passage.quotations[number]
    content = (quotation.first, quotation.last + 1)
    source = _opening(reading, cue.first if ahead is not None else quotation.first)
    if source is None or (ahead is not None and source[1] != cue.first):
        return False
    reading.relation(source, (cue.first, cue.end), [content], CONSTRUCTION)
    return True


def _named_ahead(reading: Reading, at: int) -> int | None:
    """The quotation behind the preposition that leads to a name: označili zprávu za | „výsměch“."""
    for k in range(at, min(reading.stop, at + LONGEST)):
        if not reading.outside(k):
            return k if k > at and reading.is_in(k - 1, "naming_by") else None
        if reading.is_mark(k, STOPS):
            return None
    return None


def _opening(reading: Reading, end: int) -> Phrase | None:
    """Who opens a statement, up to the object or the mark that follows; None unless it is surely somebody."""
    of, first = reading.passage.grammar, reading.low
    while first < end and reading.is_in(first, "openers", "coordinators", "adverbs", "times"):
        first += 1
    head = first + 1 if reading.is_in(first, "determiners") else first
    stop = next((k for k in range(head, end) if _closes(reading, k)), end)
    if not 0 < stop - head <= LONGEST:
        return None
    inside = range(head, stop)
    somebody = any(of.is_noun(reading.word(k)) for k in inside) or reading.is_in(head, "pronouns")
    named = len(inside) > 1 and all(is_name(reading.passage, k) for k in inside)
    return (first, stop) if somebody or named else None


def _closes(reading: Reading, k: int) -> bool:
    """Whether a token cannot go on with who speaks."""
    other = reading.is_in(k, "determiners", "prepositions", "demonstratives", "auxiliaries", "adverbs", "times")
    return other or not reading.outside(k) or reading.is_mark(k, STOPS)
