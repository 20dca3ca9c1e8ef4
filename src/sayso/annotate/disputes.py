"""What somebody says who disagrees, behind a colon: S sees that differently: C · That is disputed by S: C.

The lexicons give the verb with the pronoun for what was said before (`disputes`), so that no object is taken for the
subject: "dem Minister widersprechen | Anwohner". Who is not known to be somebody is not named: figures contradict too.
"""

from sayso.annotate.cues import VERB, CueKind, kinds_among
from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import COLONS, Reading, content_end
from sayso.annotate.subjects import is_somebody

LONGEST = 20  # tokens before the colon
SHORTEST = 2  # tokens of what is said
_OWNED = VERB | CueKind.BEFORE | CueKind.AFTER | CueKind.OWN
CONSTRUCTION = "verb-colon"


def read_dispute(reading: Reading) -> int:
    """Read S V: C and V S: C; the colon, before which no other cue is to be read, or the first token."""
    phrases = reading.passage.grammar.lists["disputes"]
    low = reading.low
    places = range(low + 1, min(reading.stop - SHORTEST, low + LONGEST)) if phrases else range(0)
    colon = next((k for k in places if reading.is_mark(k, COLONS) and reading.outside(k)), None)
    if colon is None or any(reading.is_mark(k, STOPS - {","}) or not reading.outside(k) for k in range(low, colon)):
        return low
    after = reading.passage.grammar.after
    verb = next(
        ((k, end) for k in range(low, colon) if (end := after("disputes", reading.passage.tokens.low, k)) > k), None
    )
    if verb is None or verb[1] > colon:
        return low
    first = low
    while first < verb[0] and reading.is_in(first, "openers", "coordinators", "adverbs"):
        first += 1
    source = (verb[1], colon) if first == verb[0] else _before_complement(reading, (first, verb[0]))
    known = source is not None and _is_known(reading, source)
    if (
        not known
        and kinds_among(reading.passage.tokens.low[colon + 1 : reading.stop], reading.passage.grammar) & _OWNED
    ):
        return low  # В штабе это отрицают: как заявил S, C
    made = reading.relation(
        source if known else None, verb, [(colon + 1, content_end(reading, colon + 1))], CONSTRUCTION
    )
    made.unclear = not known
    return colon


def _before_complement(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The subject without the phrase that stands between it and the verb: Жители | с министром | не согласны."""
    first, end = phrase
    if reading.is_in(first, "prepositions"):
        return None
    cuts = (k for k in range(first + 1, end) if reading.is_in(k, "prepositions", "auxiliaries", "negations"))
    return (first, next(cuts, end))


def _is_known(reading: Reading, source: Phrase) -> bool:
    """Whether a whole phrase is somebody: a noun for one, a name that stands not first, a person's name."""
    of = reading.passage.grammar
    whole = source[1] - source[0] <= LONGEST // 2 and not reading.is_in(source[0], "prepositions", "that")
    noun = any(of.is_noun(reading.word(k)) for k in range(*source))
    held = [reading.word(k) for k in range(*source) if not reading.is_in(k, "determiners")]
    acts = any(of.is_verb(word) and not of.is_noun(word) for word in held)
    return whole and not acts and (noun or is_somebody(reading, source))
