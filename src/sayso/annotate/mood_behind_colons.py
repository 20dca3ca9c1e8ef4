"""What a colon leads to in the mood of reported speech: Die Behörde hat sich festgelegt: Der Wall sei trocken.

No verb before the colon need be one of saying: the mood says that it is somebody's word, the subject whose.
"""

from sayso.annotate.accounts import may_tell
from sayso.annotate.body_figures import is_counting_body
from sayso.annotate.noun_phrases import phrase_after
from sayso.annotate.reading import COLONS, Reading, Statement, content_end, next_mark
from sayso.annotate.reported_speech import is_reported

CONSTRUCTION = "reported-mood"
LONGEST = 20  # tokens before the colon
SHORTEST = 3  # tokens of what is told


def read_mood_behind_colon(reading: Reading) -> None:
    """Read what stands in that mood behind a colon, where nothing else has been found in the statement."""
    of, low = reading.passage.grammar, reading.low
    if not of.words["reported"] or reading.found or reading.headline or reading.statement.level >= 0:
        return
    ceiling = min(reading.stop - SHORTEST, low + LONGEST)
    colon = next_mark(reading, low + 1, ceiling, COLONS)
    source = phrase_after(reading.passage, low, colon, apposed=True) if colon != ceiling else None
    if source is None or source[0] != low or source[1] >= colon:
        return
    finite = reading.is_in(source[1], "auxiliaries") or of.is_verb(reading.word(source[1]))
    named = may_tell(reading, source) or is_counting_body(reading, source)
    behind = Statement(colon + 1, reading.statement.end, reading.statement.level)
    if finite and named and is_reported(reading.passage, behind, goes_on=False):
        reading.relation(source, (source[1], colon + 1), [(colon + 1, content_end(reading, colon + 1))], CONSTRUCTION)
