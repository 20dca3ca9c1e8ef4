"""Verbs before "that" whatever they mean: sąsiedzi psioczą, że C. What an office or a person does so, is to say.

No list of such verbs is ever complete. Left out are verbs of causing, learning and happening. Where a verb that is
known to say has no subject that can be seen, somebody says it, and not the writer.
"""

from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, subject_before
from sayso.annotate.openings import before_objects, subject_past_opening
from sayso.annotate.reading import COMMAS, Reading, content_end
from sayso.annotate.subjects import is_somebody

CONSTRUCTION = "verb-that"
SHORTEST = 3  # letters that a verb has more of
PRESENT = ("a", "e", "i", "y", "ą")  # endings of the present, third person
_UNSAID = ("negations", "nobodies", "conditional", "whether", "relatives", "modals")


def read_unlisted(reading: Reading) -> None:
    """Read the clauses of a statement that "that" opens and nothing else has read."""
    if not reading.has("unlisted_verbs") or reading.statement.level >= 0:
        return
    for comma in range(reading.low + 2, reading.stop - 2):
        if not (
            reading.is_mark(comma, COMMAS) and reading.outside(comma) and reading.is_in(comma + 1, "claiming_that")
        ):
            continue
        if not _is_read(reading, comma + 1):
            _read_clause(reading, comma)


def _is_read(reading: Reading, at: int) -> bool:
    place = reading.passage.tokens.start[at]
    return any(low <= place < high for r in reading.found for low, high in r.content)


def _read_clause(reading: Reading, comma: int) -> None:
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    verb = comma - 2 if reading.is_in(comma - 1, "reflexives") else comma - 1
    first = next((k + 1 for k in range(verb, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
    if verb <= first - 1 or any(reading.is_in(k, *_UNSAID) or not reading.outside(k) for k in range(first, comma)):
        return
    known = of.starts(lows, verb, CueKind.SAY) >= comma
    if not known and not _may_say(reading, verb):
        return
    source = _subject(reading, first, verb)
    if source is None and (not known or reading.is_in(verb, "issuing", "subjectless", "impersonals")):
        return
    made = reading.relation(source, (verb, comma), [(comma + 1, content_end(reading, comma + 1))], CONSTRUCTION)
    made.unclear = source is None


def _may_say(reading: Reading, verb: int) -> bool:
    """Whether a word that no list has may be a finite verb, and none of causing, learning or happening."""
    of, word = reading.passage.grammar, reading.word(verb)
    if len(word) <= SHORTEST or not word.isalpha() or is_name(reading.passage, verb) or of.is_noun(word):
        return False
    if reading.is_in(verb, "pronouns", "demonstratives", "prepositions", "adverbs", "times", "auxiliaries", "openers"):
        return False
    if word.startswith(tuple(of.words["unsaying"]) or ("\0",)) or word in of.words["not_verbs"]:
        return False
    return of.is_finite(word) or word.endswith(PRESENT)


def _subject(reading: Reading, first: int, verb: int) -> Phrase | None:
    """Who is named for certain before the verb."""
    subject = subject_before(reading.passage, verb, first, reading.statement.level)
    subject = before_objects(reading, subject) if subject else subject_past_opening(reading, verb)
    if subject is None or not is_somebody(reading, subject):
        return None
    head = reading.word(subject[0]) in reading.passage.grammar.heads
    whole = head or is_name(reading.passage, subject[1] - 1) or subject[1] - subject[0] == 1
    return subject if whole else None
