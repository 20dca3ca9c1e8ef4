"""Chinese frames of speech without a verb of saying: 在S看来，C · 正如S所言，C · 从S获悉，C · …：“C”.

A quotation that nothing else has read is somebody's, and never the writer's.
"""

from sayso.annotate.noun_phrases import ENDS, STOPS, Phrase
from sayso.annotate.quotations import Quotation
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end
from sayso.annotate.unspaced_subjects import ends_as_speaker

FRAME = 20  # tokens of 在…看来
SHORTEST = 2  # tokens of a content
LEARNT = 4  # tokens of what is learnt
SENTENCE = 5  # tokens of a quotation, marks left out; what is shorter is a name or a word held at arm's length
TITLES = frozenset("《〈")


def read_unspaced(reading: Reading) -> None:
    """Read the frames of a statement."""
    if not reading.has("pro_drop") or reading.statement.level >= 0:
        return
    _read_frame(reading, "viewing", "view_ends")
    _read_frame(reading, "as_opens", "as_ends")
    _read_learnt(reading)


def _read_frame(reading: Reading, opens: str, ends: str) -> None:
    """在S看来，C · 正如S所言：C."""
    first = reading.low
    while reading.is_in(first, "openers", "coordinators"):
        first += 1
    if not reading.is_in(first, opens):
        return
    end = _closing(reading, first + 1, ends)
    if end is None or end - first < SHORTEST or reading.is_in(first + 1, "demonstratives"):
        return
    at = end + 1 + reading.is_mark(end + 1, COMMAS | COLONS)
    stop = content_end(reading, at)
    source = (first + 1, end)
    somebody = reading.is_in(first + 1, "pronouns") or ends_as_speaker(reading.passage, source)
    if at == end + 1 and (opens == "as_opens" or not somebody):
        return
    if stop - at >= SHORTEST and not _is_given(reading, (at, stop)):
        reading.relation(source, (end, end + 1), [(at, stop)], "marker-initial")


def _closing(reading: Reading, first: int, table: str) -> int | None:
    """The word that closes a frame which opens before token `first`, no mark between."""
    for k in range(first, min(reading.stop, first + FRAME)):
        if reading.is_in(k, table) and reading.outside(k):
            return k
        if reading.is_mark(k, STOPS) and reading.outside(k):
            return None
    return None


def _read_learnt(reading: Reading) -> None:
    """记者从S获悉，C."""
    verb = next((k for k in range(reading.low, reading.stop) if reading.is_in(k, "learning")), None)
    if verb is None or not reading.outside(verb) or reading.found:
        return
    begins = next((k + 1 for k in range(verb, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
    place = next((k for k in range(begins, verb) if reading.is_in(k, "learnt_from")), None)
    at = verb + 2
    stop = content_end(reading, at)
    if place is None or not reading.is_mark(verb + 1, COMMAS | COLONS) or stop - at < LEARNT:
        return
    source = (place + 1, verb)
    known = source[1] > source[0] and ends_as_speaker(reading.passage, source)
    made = reading.relation(source if known else None, (verb, verb + 1), [(at, stop)], "marker-initial")
    made.unclear = not known


def read_unowned(reading: Reading) -> None:
    """S：“C” and “C”, where nothing tells who speaks."""
    if not reading.has("pro_drop") or reading.statement.level >= 0 or reading.headline:
        return
    passage = reading.passage
    for number in sorted({passage.quoted[k] for k in range(reading.low, reading.stop)} - {-1}):
        quotation = passage.quotations[number]
        inner = (quotation.first, quotation.last + 1)
        if quotation.first < reading.low or _is_given(reading, inner) or not _is_speech(reading, quotation):
            continue
        colon = quotation.first - 1
        source = _named_before(reading, colon) if reading.is_mark(colon, COLONS) else None
        made = reading.relation(source, (colon, colon + 1) if source else inner, [inner], "colon-quote")
        made.unclear = source is None


def _is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence set apart: behind a colon, last behind a comma, or with its own full stop."""
    raw = reading.passage.tokens.raw
    if quotation.last - quotation.first - 1 < SENTENCE or raw[quotation.first] in TITLES:
        return False
    if reading.is_mark(quotation.first - 1, COLONS):
        return True
    ends = quotation.last + 1 >= reading.stop
    closed = raw[quotation.last - 1] in ENDS
    return (ends and reading.is_mark(quotation.first - 1, COMMAS)) or (quotation.first == reading.low and closed)


def _named_before(reading: Reading, colon: int) -> Phrase | None:
    """Who stands alone before a colon."""
    first = next((k + 1 for k in range(colon - 1, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
    while reading.is_in(first, "openers", "coordinators"):
        first += 1
    alone = all(reading.outside(k) for k in range(first, colon)) and colon > first
    return (first, colon) if alone and ends_as_speaker(reading.passage, (first, colon)) else None


def _is_given(reading: Reading, piece: Phrase) -> bool:
    low, high = reading.passage.offsets((piece[0], min(piece[1], len(reading.passage.tokens))))
    return any(start < high and end > low for r in reading.found for start, end in (*r.content, *r.source))
