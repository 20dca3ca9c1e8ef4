"""Whether "C, said S" without marks is safe to read: what may stand before the verb and behind the speaker."""

from sayso.annotate.antecedents import is_described
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import COLONS, COMMAS, Reading, is_clause
from sayso.annotate.resumed import goes_on
from sayso.annotate.subjects import is_closed, is_somebody, is_turn

CLAUSAL = CueKind.SAY | CueKind.THINK | CueKind.TELL
SHORTEST = 3  # tokens of a statement before its speaker: "No survivors found"
LONG_ENOUGH = 4  # tokens that are more than an adverbial


def may_invert_unquoted(reading: Reading, cue: Cue, source: Phrase, content: Phrase) -> bool:
    """Whether "C, said S" without marks is safe to read: nothing but marks may follow S."""
    if reading.has("late_subjects"):
        return _may_invert_late(reading, cue, source, content)
    if reading.has("guarded"):
        return bool(cue.kind & CLAUSAL) and _is_followed(reading, source) and _is_told(reading, cue, source, content)
    closed = source[1] >= reading.stop or reading.is_mark(source[1], STOPS)
    has_verb = any(reading.passage.grammar.is_verb(reading.word(i)) for i in range(*content))
    return closed and has_verb and bool(cue.kind & CLAUSAL) and is_clause(reading, content)


def _is_followed(reading: Reading, source: Phrase) -> bool:
    """Whether nothing follows S before the next mark but when, or where: C, said S | on Tuesday, | at the port."""
    k = source[1]
    while k < reading.stop and (reading.is_in(k, "times") or reading.passage.grammar.is_adverb(reading.word(k))):
        k += 1
    return k >= reading.stop or reading.is_mark(k, STOPS) or reading.is_in(k, "prepositions", "openers")


def _is_told(reading: Reading, cue: Cue, source: Phrase, content: Phrase) -> bool:
    """Whether words can be what is said where not all verbs are known: they are long, or who speaks is known."""
    if any(reading.passage.grammar.is_verb(reading.word(i)) for i in range(*content)):
        return is_clause(reading, content)
    length = content[1] - content[0]
    if reading.is_in(content[1] - 1, "postpositions"):
        return False  # A hosszú ülés után: when it was said
    if reading.is_in(content[0], "prepositions", "openers", "relatives") and not reading.is_in(
        content[0], "determiners"
    ):
        return False
    said = bool(cue.kind & CueKind.SAY) and length > LONG_ENOUGH
    return said or (length >= SHORTEST and is_somebody(reading, source))


def _may_invert_late(reading: Reading, cue: Cue, source: Phrase, content: Phrase) -> bool:
    """The same where much may stand between V and S, and verbs are not all known."""
    if not cue.kind & (CLAUSAL | CueKind.QUOTE) or reading.is_in(cue.first, "unspeaking"):
        return False
    if cue.kind & CueKind.JUDGE and not cue.kind & CLAUSAL:
        return False  # Kelm, for its part, accuses | the army
    then = next((k for k in range(source[1], reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
    if not is_closed(reading, source) or reading.is_in(then + 1, "that") or reading.is_mark(then, COLONS):
        return False
    of = reading.passage.grammar
    if any(first == content[0] for first, _ in reading.asides):
        return False  # Dem Bericht zufolge, …, wusste das Amt Bescheid
    opens = reading.is_in(content[0], "openers", "relatives") and not reading.is_in(content[0], "determiners", "that")
    if opens or of.after("as", reading.passage.tokens.low, content[0]) > content[0]:
        return False
    if is_turn(reading, content) or is_described(reading, content):
        return False
    verb = any(of.is_verb(reading.word(i)) for i in range(*content))
    long = content[1] - content[0]
    if reading.has("elisions") and long < SHORTEST and reading.is_mark(source[1], COMMAS):
        return goes_on(reading, source)
    shortest = SHORTEST - 1 if reading.has("held_quotes") and reading.has("elisions") else SHORTEST
    return verb or (long >= shortest and (not reading.is_in(content[0], "prepositions") or long > LONG_ENOUGH))
