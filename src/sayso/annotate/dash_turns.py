"""Speech that dashes open within a paragraph, as Polish sets it: – C1. C2 – V S. – C3. What the writer tells.

The sentences from the dash that opens a turn to the frame that says who speaks are one statement; what another dash
opens behind the frame goes on with whoever spoke.
"""

from collections.abc import Sequence

from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import DASHES, ENDS, Passage, is_name

LONGEST = 9  # sentences of a turn
FARTHEST = 2  # adverbs before the verb of a frame
_SPEAKING = CueKind.SAY | CueKind.TELL | CueKind.QUOTE


def opens_turn(passage: Passage, i: int) -> bool:
    """Whether a spaced dash before a capital stands at a token, in a language that sets speech so."""
    tokens = passage.tokens
    if "dash_turns" not in passage.grammar.flags or i + 2 >= len(tokens) or tokens.raw[i] not in DASHES:
        return False
    spaced = tokens.end[i] < tokens.start[i + 1] and passage.quoted[i] < 0
    return spaced and not tokens.raw[i + 1][:1].islower()


def joined(passage: Passage, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a paragraph, those of one turn joined up to its frame."""
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(pieces):
        first, end = pieces[number]
        last = _framed(passage, pieces, number) if opens_turn(passage, first) else number
        found.append((first, pieces[last][1] if last > number else end))
        number = last + 1
    return found


def _framed(passage: Passage, pieces: Sequence[tuple[int, int]], number: int) -> int:
    """The sentence with the frame of the turn that begins with one; that one itself where there is none."""
    for later in range(number, min(len(pieces), number + LONGEST)):
        first, end = pieces[later]
        if later > number and opens_turn(passage, first):
            break
        if any(is_frame(passage, i, end) for i in range(first + (later == number), end)):
            return later
    return number


def spoken_end(passage: Passage, first: int, stop: int) -> int:
    """The token where the speech of a turn ends: before its frame; the dash itself if it is the writer who speaks."""
    frame = next((k for k in range(first + 1, stop) if is_frame(passage, k, stop)), stop)
    asked = frame < stop and passage.grammar.is_in(passage.tokens.low[frame + 1], "first_person")
    return first if asked else frame  # – C? – pytam


def is_frame(passage: Passage, dash: int, end: int) -> bool:
    """Whether a spaced dash before a verb in small letters stands at a token."""
    tokens, of = passage.tokens, passage.grammar
    if tokens.raw[dash] not in DASHES or passage.quoted[dash] >= 0 or dash < 1 or dash + 1 >= end:
        return False
    if not tokens.end[dash - 1] < tokens.start[dash] < tokens.end[dash] < tokens.start[dash + 1]:
        return False
    verb = dash + 1
    while verb < min(end - 1, dash + 1 + FARTHEST) and of.is_adverb(tokens.low[verb]):
        verb += 1
    word = tokens.low[verb]
    if is_name(passage, verb) or not word.isalpha() or of.is_in(word, "negations", "auxiliaries"):
        return of.starts(tokens.low, verb, _SPEAKING) > verb
    known = of.starts(tokens.low, verb, _SPEAKING) > verb or of.is_finite(word) or of.is_in(word, "first_person")
    after = verb + 1 + (verb + 1 < end and of.is_in(tokens.low[verb + 1], "reflexives"))
    noun = after < end and (tokens.low[after] in of.heads or is_name(passage, after))
    bare = after > verb + 1 and (after >= end or tokens.raw[after] in ENDS)
    return known or bare or (noun and not of.is_noun(word) and word.endswith(("a", "e", "i", "y", "ą")))
