"""Direct speech set with dashes, a paragraph to each speaker: — C1, — V S. — C2.

All between the dash that opens the paragraph and the frame is speech, as many sentences as it may be, and what
another dash resumes after the frame. What follows the frame without a dash is the writer's. A paragraph of dialogue
without a frame is spoken all the same; who speaks is left open, for turns are lost as easily as kept.
"""

from collections.abc import Sequence

from sayso.annotate.cues import Cue
from sayso.annotate.frames import frames_within
from sayso.annotate.noun_phrases import DASHES, ENDS, STOPS, Passage, Phrase
from sayso.annotate.reading import COLONS, COMMAS, Reading, Statement
from sayso.annotate.relations import Relation
from sayso.annotate.subjects import subject_after, with_name_apposed

LONG_DASHES = frozenset("—–―")
CONSTRUCTION = "dialogue-dash"
TAIL = 10  # tokens of what is added to a speaker before the dash
LIST_MARKS = frozenset(";:")  # "— хлеб;" is an item of a list


def is_line(passage: Passage) -> bool:
    """Whether a paragraph opens with a dash and a space, in a language that sets speech so."""
    tokens = passage.tokens
    if "dialogue_dash" not in passage.grammar.flags or len(tokens) < 3 or tokens.raw[0] not in LONG_DASHES:
        return False
    return tokens.end[0] < tokens.start[1] and tokens.raw[-1] not in LIST_MARKS


def is_framed(passage: Passage) -> bool:
    """Whether a line of dialogue says who speaks in it."""
    return is_line(passage) and _frames(passage) != []


def read_line(passage: Passage) -> list[Relation]:
    """The words of one line of dialogue, with the speaker its frame names."""
    frames = _frames(passage)
    pieces = _spoken(passage, frames)
    if not pieces:
        return []
    relation = Relation(
        source=[], cue=[], content=[passage.offsets(piece) for piece in pieces], construction=CONSTRUCTION, quoted=True
    )
    reading = Reading(passage, Statement(0, len(passage.tokens), -1), False, len(passage.tokens))
    for cue in frames:
        source = subject_after(
            reading, cue.end, reading.words(cue.first, cue.end), _frame_end(passage, cue.end), strict=False
        )
        if source is not None:
            relation.source = [passage.offsets(with_name_apposed(reading, source))]
            relation.cue = [passage.offsets((cue.first, cue.end))]
            return [relation]
    relation.unclear = True
    relation.cue = [passage.offsets((frames[0].first, frames[0].end) if frames else (0, 1))]
    return [relation]


def _frames(passage: Passage) -> list[Cue]:
    return list(frames_within(passage, 0, len(passage.tokens), -1))


def _frame_end(passage: Passage, i: int) -> int:
    """The token that ends a frame: a full stop, or the comma or colon before the dash that resumes the speech."""
    raw, n = passage.tokens.raw, len(passage.tokens)
    for k in range(i, n):
        if raw[k] in ENDS and passage.quoted[k] < 0 and not _is_initial(passage, k):
            return k
        if raw[k] in COMMAS | COLONS and k + 1 < n and raw[k + 1] in DASHES:
            return k
    return n


def _is_initial(passage: Passage, stop: int) -> bool:
    raw = passage.tokens.raw
    return raw[stop] == "." and len(raw[stop - 1]) == 1 and raw[stop - 1].isupper() and stop + 1 < len(raw)


def _spoken(passage: Passage, frames: Sequence[Cue]) -> list[Phrase]:
    """The stretches between the frames that a dash opens."""
    raw, n = passage.tokens.raw, len(passage.tokens)
    pieces: list[Phrase] = []
    begin: int | None = 1
    for cue in frames:
        dash = next(k for k in range(cue.first - 1, 0, -1) if raw[k] in DASHES)
        if begin is None or dash < begin:
            continue
        end = dash - 1 if raw[dash - 1] in COMMAS else dash
        if end > begin:
            pieces.append((begin, end))
        begin = _resumed(passage, _frame_end(passage, cue.end))
    if begin is not None and begin < n:
        pieces.append((begin, n))
    return pieces


def _resumed(passage: Passage, end: int) -> int | None:
    """The token where speech goes on after the frame that ends at `end`; None where the writer has the word."""
    raw = passage.tokens.raw
    for k in range(end, len(raw) - 1):
        if raw[k] in DASHES and raw[k - 1] in ENDS | COMMAS | COLONS:
            return k + 1
    return None


def up_to_dash(reading: Reading, phrase: Phrase) -> Phrase:
    """A source in a turn of dialogue with what a comma adds before the closing dash: lamenta Prado, | soldador—."""
    if not (reading.is_mark(phrase[1], COMMAS) and reading.is_mark(reading.low, DASHES)):
        return phrase
    ahead = range(phrase[1] + 1, min(reading.stop, phrase[1] + 1 + TAIL))
    end = next((k for k in ahead if reading.is_mark(k, STOPS)), phrase[1])
    verb = any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(phrase[1] + 1, end))
    return (phrase[0], end) if reading.is_mark(end, DASHES) and not verb else phrase
