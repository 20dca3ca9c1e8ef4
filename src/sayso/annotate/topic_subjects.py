"""Whose words a Japanese sentence gives: the topic that can speak, not the first one: 事故で、| 外務省 | は….

A particle marks the topic, and a clause before it has one of its own. Only a pronoun or a phrase with an office, a
body or a title in it is taken to speak; where no topic can, the speaker is left out, and somebody says it.
"""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase
from sayso.annotate.reading import Reading

REACH = 90  # tokens, each one sign in Japanese, in which a topic stands
LONGEST = 40  # tokens of who speaks
_CLOSING = frozenset("】\uff09)")
SINGLE = 2  # signs of a noun that may stand anywhere in a name; a single sign must end it: 省, 軍


def topic_subject(passage: Passage, first: int, end: int, level: int) -> Phrase | None:
    """The first topic between two tokens that can speak; None where none can."""
    for k in range(first + 1, min(end, first + REACH)):
        if passage.is_outside(k, level) and _is_topic(passage, k):
            start = _start(passage, first, k, level)
            if 0 < k - start <= LONGEST and _speaks(passage, (start, k)):
                return (start, k)
    return None


def read_quoted_first(reading: Reading, cue: Cue, first: int) -> bool:
    """Read "C" と S は V: a quotation, then who says it, right before the verb."""
    passage = reading.passage
    topic = cue.first - 1
    if not reading.has("topic") or topic <= first or not _is_topic(passage, topic):
        return False
    start = _start(passage, first, topic, reading.statement.level)
    quoting = start - 1 - reading.is_in(start - 1, "bare_that")
    number = passage.quoted[quoting] if quoting >= reading.low else -1
    if number < 0 or number == reading.statement.level or not _speaks(passage, (start, topic)):
        return False
    quotation = passage.quotations[number]
    reading.relation(
        (start, topic), (cue.first, cue.end), [(quotation.first, quotation.last + 1)], "subject-quote-verb"
    )
    return True


def _start(passage: Passage, first: int, topic: int, level: int) -> int:
    """Where the phrase before a topic's particle begins: behind the last mark or quotation, and the と of one."""
    of, tokens = passage.grammar, passage.tokens
    for k in range(topic - 1, first - 1, -1):
        if not passage.is_outside(k, level):
            return k + 1 + of.is_in(tokens.low[k + 1], "bare_that")
        if tokens.raw[k] in STOPS or tokens.raw[k] in _CLOSING or (k > first and _is_topic(passage, k)):
            return k + 1
    return first


def _is_topic(passage: Passage, k: int) -> bool:
    """Whether a particle of the subject stands at a token."""
    return passage.grammar.is_in(passage.tokens.low[k], "topic_particles")


def _speaks(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun, or an office, a body or a title stands in it."""
    nouns = passage.grammar.nouns
    if phrase[1] - phrase[0] == 1 and passage.grammar.is_in(passage.tokens.low[phrase[0]], "pronouns"):
        return True
    low, high = passage.offsets(phrase)
    name = "".join(passage.tokens.low[phrase[0] : phrase[1]])
    return high > low and (name.endswith(tuple(nouns)) or any(len(noun) >= SINGLE and noun in name for noun in nouns))
