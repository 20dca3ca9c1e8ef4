"""What goes on behind a semicolon by its mood alone: C, teilte S mit; 14 Menschen | habe | die Küstenwache gerettet."""

from sayso.annotate.reading import Reading, Statement, content_end
from sayso.annotate.reported_speech import is_reported

SEMICOLONS = frozenset(";；")
SHORTEST = 3  # tokens


def read_after_semicolons(reading: Reading) -> None:
    """Add a clause in the mood of reported speech, which nothing has read, to who spoke before its semicolon."""
    if not reading.passage.grammar.words["reported"] or reading.statement.level >= 0:
        return
    starts, ends = reading.passage.tokens.start, reading.passage.tokens.end
    for mark in range(reading.low + 1, reading.stop - SHORTEST):
        if not (reading.is_mark(mark, SEMICOLONS) and reading.outside(mark)):
            continue
        end = content_end(reading, mark + 1)
        if end - mark <= SHORTEST or not is_reported(
            reading.passage, Statement(mark + 1, end, reading.statement.level), goes_on=True
        ):
            continue
        low, high = starts[mark + 1], ends[end - 1]
        pieces = [piece for r in reading.found for piece in (*r.source, *r.cue, *r.content)]
        before = [r for r in reading.found if r.within is None and r.content and r.cue and r.cue[0][0] < low]
        if before and not any(start < high and stop > low for start, stop in pieces):
            before[-1].content.append((low, high))
