"""A speaker named within the marks of a quotation: «C1, — V S, — C2», « C1, V S, C2 »."""

from sayso.annotate import cues
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.frames import frames_within
from sayso.annotate.noun_phrases import DASHES, ENDS
from sayso.annotate.quotations import Quotation
from sayso.annotate.reading import COMMAS, Reading, Statement
from sayso.annotate.subjects import names_speaker, subject_after, with_name_apposed

WHERE = 7  # tokens after a speaker: where, when and to whom
SPEAKING = CueKind.SAY | CueKind.QUOTE


def read_interrupted(reading: Reading) -> None:
    """Read each quotation of a statement for a speaker set into it, between dashes, or commas where that is usual."""
    if not (reading.has("interrupted_dash") or reading.has("interrupted_comma")) or reading.statement.level >= 0:
        return
    numbers = {reading.passage.quoted[i] for i in range(reading.low, reading.stop)} - {-1}
    for number in sorted(numbers):
        _read_quotation(reading, number, reading.passage.quotations[number])


def _read_quotation(reading: Reading, number: int, quotation: Quotation) -> None:
    passage = reading.passage
    inner = Reading(passage, Statement(quotation.first + 1, quotation.last, number), False, quotation.last)
    lows = passage.tokens.low[quotation.first + 1 : quotation.last]
    for found in cues.find(lows, passage.grammar):
        cue = Cue(found.first + quotation.first + 1, found.end + quotation.first + 1, found.kind)
        if cue.kind & SPEAKING and _read_insertion(reading, inner, cue, quotation):
            return
    if passage.grammar.framing_endings:
        for cue in frames_within(passage, inner.low, inner.stop, number):
            if _read_insertion(reading, inner, cue, quotation):
                return


def _read_insertion(reading: Reading, inner: Reading, cue: Cue, quotation: Quotation) -> bool:
    start = cue.first
    while start > inner.low and inner.is_in(start - 1, "auxiliaries"):
        start -= 1
    dash = inner.is_mark(start - 1, DASHES)
    if not (dash if reading.has("interrupted_dash") else inner.is_mark(start - 1, COMMAS)):
        return False
    opened = start - 2 if dash and inner.is_mark(start - 2, COMMAS | ENDS) else start - 1
    framing = bool(inner.passage.grammar.framing_endings)  # there one bare noun is enough: шепчет ткачиха
    source = subject_after(inner, cue.end, inner.words(cue.first, cue.end), strict=not framing)
    if source is None or not (framing or names_speaker(inner, source)) or opened <= inner.low:
        return False
    source = with_name_apposed(inner, source) if framing else source
    closing = source[1]
    if framing and inner.is_mark(closing, COMMAS) and not inner.is_mark(closing + 1, DASHES):
        ends = (k for k in range(closing, inner.stop - 1) if inner.is_mark(k, ENDS) and inner.is_mark(k + 1, DASHES))
        closing = next(ends, closing)  # сказала она, выходя из зала. — C2
    if framing and not inner.is_mark(closing, COMMAS | ENDS | DASHES):
        where = range(closing, min(inner.stop - 1, closing + WHERE))
        last = next((k for k in where if inner.is_mark(k, COMMAS | ENDS | DASHES)), closing)
        closing = last if inner.is_mark(last + 1, DASHES) else closing  # написав він | у соцмережі. — C2
    if not inner.is_mark(closing, COMMAS | ENDS | DASHES):
        return False
    after = closing + 1
    while inner.is_mark(after, DASHES | COMMAS):
        after += 1
    if dash and after == closing + 1 and not inner.is_mark(closing, DASHES):
        return False
    pieces = [(quotation.first, opened), (after, quotation.last + 1)]
    relation = reading.relation(source, (start, cue.end), pieces, "quote-interrupted")
    relation.quoted = True
    return True
