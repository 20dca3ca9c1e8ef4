"""Speakers with a relative clause: Hay testigos que aseguran que C · una mujer que vende leche dijo que C.

The first is read only where the verb of the sentence stands before the antecedent: else it follows what is said, and
would be taken for a part of it: Un testigo que dijo que vio humo | fue detenido.
"""

from sayso.annotate.ahead import Ahead
from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name
from sayso.annotate.reading import COMMAS, Reading
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody

REACH = 6  # tokens of an antecedent: "un informe interno de Halyard"
_INDEFINITE = "un"  # first letters of the article of a document; "el informe que dijo que leyó" is what somebody read


def antecedent(reading: Reading, start: int, ahead: Ahead) -> Phrase | None:
    """The noun phrase before "que" at token `start` - 1, if it can speak and the sentence has its verb before it."""
    relative = start - 1
    if not reading.has("late_subjects") or reading.has("elisions") or ahead.what != "that":
        return None
    if not (reading.is_in(relative, "relatives") and reading.is_in(relative, "bare_that")):
        return None
    phrase = _before(reading, relative)
    if phrase is None or not is_somebody(reading, phrase) or not _follows_verb(reading, phrase[0]):
        return None
    documents = words_of(reading.passage.grammar.language, "document")
    written = any(reading.word(k) in documents for k in range(*phrase))
    return None if written and not reading.word(phrase[0]).startswith(_INDEFINITE) else phrase


def with_relative(reading: Reading, end: int) -> Phrase | None:
    """The subject that opens a clause and has a relative clause of its own: una mujer que vende leche | dijo que C."""
    if not reading.has("late_subjects") or not reading.is_in(reading.low, "determiners"):
        return None
    at = next((k for k in range(reading.low + 1, end) if reading.is_in(k, "relatives")), end)
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if at - reading.low not in (2, 3) or end - at < 3 or not reading.is_in(at, "that"):
        return None
    if reading.is_in(reading.low + 1, "prepositions", "pronouns") or is_name(reading.passage, reading.low + 1):
        return None
    whole = range(reading.low, end)
    broken = any(reading.is_mark(k, STOPS) or not reading.outside(k) for k in whole)
    other = any(reading.is_in(k, "that") or of.starts(lows, k, ~CueKind.NOUN) > k for k in whole if k != at)
    verb = any(of.is_verb(lows[k]) for k in range(reading.low + 1, at))
    return None if broken or other or verb else (reading.low, end)


def _before(reading: Reading, end: int) -> Phrase | None:
    """The phrase from its article, or the bare noun, that ends before a token; None where it hangs on another."""
    of = reading.passage.grammar
    for k in range(end - 1, max(reading.low, end - REACH) - 1, -1):
        if reading.is_mark(k, STOPS) or not reading.outside(k) or reading.is_in(k, "relatives", "that", "pronouns"):
            return None
        if reading.is_in(k, "determiners"):
            held = of.is_in(reading.word(k - 1), "by")  # la madre de | un testigo
            return (k, end) if k < end - 1 and not held else None
        bare = k == end - 1 > reading.low and not is_name(reading.passage, k) and of.is_noun(reading.word(k))
        if bare and reading.is_in(k - 1, "auxiliaries") and not reading.is_in(k - 1, "determiners"):
            return (k, end)
    return None


def _follows_verb(reading: Reading, first: int) -> bool:
    """Whether a verb and no denial stands before the antecedent, or a word that opens its sentence as verbs do."""
    ahead, lows = range(reading.low, first), reading.passage.tokens.low
    if any(reading.passage.grammar.starts(lows, k, CueKind.SAY | CueKind.TELL) > k for k in ahead):
        return False  # dijo a un testigo | que C
    if any(reading.is_in(k, "negations", "nobodies", "that", "subordinators") for k in ahead):
        return False
    if any(reading.passage.grammar.is_verb(reading.word(k)) and not reading.is_in(k, "determiners") for k in ahead):
        return True
    opens = ("prepositions", "determiners", "openers", "adverbs", "pronouns", "times", "coordinators")
    low = reading.low
    verb_first = len(ahead) > 0 and not reading.is_in(low, *opens) and not reading.passage.grammar.is_noun(lows[low])
    return verb_first and (len(ahead) == 1 or reading.is_in(low + 1, "prepositions", "determiners", "adverbs"))


def is_described(reading: Reading, content: Phrase) -> bool:
    """Whether words before a verb are no clause but its subject with a relative clause: Ein Arzt, der anonym bleibt."""
    if not reading.has("verb_second") or not reading.is_in(content[0], "determiners"):
        return False
    of = reading.passage.grammar
    comma = next((k for k in range(*content) if reading.is_mark(k, COMMAS)), content[1])
    if comma + 2 >= content[1] or not reading.is_in(comma + 1, "relatives"):
        return False
    last = content[1] - 1
    closes = of.is_verb(reading.word(last)) or reading.is_in(last, "auxiliaries", "modals")
    alone = not any(of.is_verb(reading.word(k)) and not is_name(reading.passage, k) for k in range(content[0], comma))
    return closes and alone and not any(reading.is_mark(k, COMMAS) for k in range(comma + 1, content[1]))


def is_apposed_quotation(reading: Reading, edge: int) -> bool:
    """Whether a quotation that ends before a token only calls the subject before it by a name: S, "C", V O."""
    first = reading.passage.quotations[reading.passage.quoted[edge - 1]].first if not reading.outside(edge - 1) else 0
    ahead = range(reading.low, first - 1)
    if not ahead or not reading.is_mark(first - 1, COMMAS) or not reading.is_in(reading.low, "determiners"):
        return False
    return not any(reading.passage.grammar.is_verb(reading.word(k)) for k in ahead[1:])
