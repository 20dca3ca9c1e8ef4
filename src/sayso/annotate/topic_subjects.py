"""Japanese subjects, which a particle ends: S は C と V · 「C」と S は V.

What is spoken of has the same particle (大橋は古いと述べた): only a pronoun or what ends in a noun or title for
somebody who speaks is taken for the source.
"""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase
from sayso.annotate.reading import AHEAD, Reading
from sayso.annotate.unspaced_subjects import ends_as_speaker


def topic_subject(passage: Passage, first: int, end: int) -> Phrase | None:
    """The subject that opens a clause, or the part of it behind the comma of an adverbial: 一方、| 市長 | は."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    begins = first
    for k in range(first, min(end, first + 2 * AHEAD)):
        if raw[k] in STOPS:
            begins = k + 1
        elif of.is_in(lows[k], "topic_particles") and k > begins and is_speaker(passage, (begins, k)):
            return (begins, k)
    return None


def is_speaker(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun or ends as somebody who speaks does."""
    alone = phrase[1] - phrase[0] == 1 and passage.grammar.is_in(passage.tokens.low[phrase[0]], "pronouns")
    return alone or ends_as_speaker(passage, phrase)


def read_between(reading: Reading, cue: Cue, first: int) -> bool:
    """「C」とSはV, where the subject stands between what is said and its verb."""
    that = next((k for k in range(cue.first - 1, first, -1) if reading.is_in(k, "that") and reading.outside(k)), None)
    topic = cue.first - 1
    if that is None or reading.outside(that - 1) or topic - that < 2 or not reading.is_in(topic, "topic_particles"):
        return False
    if any(reading.is_mark(k, STOPS) or not reading.outside(k) for k in range(that, topic)):
        return False
    opened = reading.passage.quotations[reading.passage.quoted[that - 1]].first
    reading.relation((that + 1, topic), (cue.first, cue.end), [(opened, that)], "quote-subject-verb")
    return True
