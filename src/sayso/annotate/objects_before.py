"""S O V: what is denied, demanded or blamed stands before its verb, and is no clause.

In Hindi a particle closes the subject (S ने O V). Persian marks none: there the subject is a noun for a source with
what depends on it, up to a word that cannot belong to it.
"""

from sayso.annotate import cues
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import Reading
from sayso.annotate.relations import Relation

CONSTRUCTION = "object-verb"
LONGEST = 6  # tokens of a subject
UNENDED = 2  # tokens of a subject whose end nothing shows: وزارت راه
SHORTEST = 2  # tokens of an object


def read_object_before(reading: Reading, cue: Cue) -> Relation | None:
    """The relation of a verb that judges and closes its clause, where somebody opens that clause.

    None where another says something in it: who of the two is meant is not told by the order of words.
    """
    ends = cue.end >= reading.stop or reading.is_mark(cue.end, STOPS) or reading.is_in(cue.end, "coordinators")
    if not reading.has("objects_before") or not cue.kind & CueKind.JUDGE or not ends:
        return None
    first = next((k + 1 for k in range(cue.first - 1, reading.low - 1, -1) if _parts(reading, k)), reading.low)
    while first < cue.first and (reading.is_in(first, "openers", "coordinators", "adverbs", "times")):
        first += 1
    source = _subject(reading, first, cue.first)
    if source is None or reading.is_in(cue.first - 1, "negations"):
        return None
    start = source[1] + reading.is_in(source[1], "speaker_particles")
    while start < cue.first and reading.passage.grammar.is_adverb(reading.word(start)):
        start += 1
    if cue.first - start < SHORTEST or reading.is_in(start, "auxiliaries"):
        return None  # سخنگوی دولت را: what is blamed, or who blames and what
    if cues.kinds_among(reading.passage.tokens.low[start : cue.first], reading.passage.grammar) & (
        VERB | CueKind.JUDGE
    ):
        return None
    return reading.relation(source, (cue.first, cue.end), [(start, cue.first)], CONSTRUCTION)


def _parts(reading: Reading, k: int) -> bool:
    """Whether a token parts clauses: a mark, or the word that opens what somebody else says."""
    return (reading.is_mark(k, STOPS) or reading.is_in(k, "bare_that")) and reading.outside(k)


def _subject(reading: Reading, first: int, end: int) -> Phrase | None:
    """Who opens a clause, without the particle that closes a subject."""
    of = reading.passage.grammar
    if of.words["speaker_particles"]:
        close = next((k for k in range(first, min(end, first + LONGEST + 1)) if _closes(reading, k)), None)
        named = close is not None and any(of.is_noun(reading.word(k)) for k in range(first, close))
        pronoun = close == first + 1 and reading.is_in(first, "pronouns")
        return (first, close) if close is not None and close > first and (named or pronoun) else None
    if reading.is_in(first, "pronouns"):
        return (first, first + 1)
    if not of.is_noun(reading.word(first)) or not reading.outside(first):
        return None
    held = ("determiners", "adverbs", "times", "prepositions", "coordinators", "auxiliaries")
    reach = range(first + 1, min(end, first + LONGEST))
    close = next((k for k in reach if reading.is_in(k, *held) or not reading.outside(k)), first + UNENDED)
    if reading.is_in(close, "auxiliaries"):
        close = first + UNENDED  # ارتش تاوور شمار کشته‌ها را: the object is in it
    if close < end and reading.is_in(close, "determiners") and reading.is_in(close, "demonstratives"):
        close += 2  # سخنگوی این گروه
    return (first, min(close, end))


def _closes(reading: Reading, k: int) -> bool:
    return reading.is_in(k, "speaker_particles") and reading.outside(k)
