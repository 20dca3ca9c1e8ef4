"""Speech that no marks of quotation show: a paragraph that opens with a dash, and the answers of an interview.

—C1 —V S—. C2: what follows the closing dash goes on from S. A paragraph of speech that names nobody is somebody's, and
never the writer's.
"""

from collections.abc import Sequence

from sayso.annotate.cues import Grammar
from sayso.annotate.noun_phrases import DASHES, ENDS, Passage
from sayso.annotate.relations import Relation
from sayso.annotate.tokens import Tokens, tokenise
from sayso.model import Article, Block

_AFTER_LABEL = frozenset(".:)") | DASHES
_LABELLED = 40  # code points in which the label of an answer and its mark stand
_SHORTEST = 3  # tokens of an answer
_LONG = 6  # tokens of a turn with a tag and more behind it


def is_interview(article: Article, blocks: Sequence[Block], grammar: Grammar) -> bool:
    """Whether paragraphs of an article are labelled as questions."""
    if not grammar.words["question_labels"]:
        return False
    heads = (tokenise(article.text, b.start, min(b.end, b.start + _LABELLED), grammar.tokens) for b in blocks)
    return any(_is_labelled(head, "question_labels", grammar) for head in heads)


def _is_labelled(tokens: Tokens, table: str, grammar: Grammar) -> bool:
    return len(tokens) > 1 and grammar.is_in(tokens.low[0], table) and tokens.raw[1] in _AFTER_LABEL


def read_speech(passage: Passage, found: Sequence[Relation], *, interview: bool) -> list[Relation]:
    """What a paragraph adds to the relations found in it, if it is all speech."""
    tokens = passage.tokens
    if interview and _is_labelled(tokens, "answer_labels", passage.grammar):
        return [_unclear(passage, 2)] if len(tokens) > _SHORTEST + 1 else []
    if _is_tagged_turn(passage, found):
        _go_on_behind_dash(passage, found[0], found)
        return []
    if not _opens_dialogue(passage):
        return []
    if not found:
        return [_unclear(passage, 1)] if len(tokens) > _SHORTEST and tokens.raw[-1] not in ":?" else []
    speaker = min(found, key=lambda r: min((start for start, _ in r.content), default=r.cue[0][0]))
    _go_on_behind_dash(passage, speaker, found)
    return []


def _is_tagged_turn(passage: Passage, found: Sequence[Relation]) -> bool:
    """Whether a paragraph is – C – V S –. C2, with spaces about its dashes: who speaks in it is told by the tag."""
    tokens = passage.tokens
    if "dash_speech" not in passage.grammar.flags or "elisions" not in passage.grammar.flags or len(tokens) < _LONG:
        return False
    spaced = tokens.raw[0] in DASHES and tokens.end[0] < tokens.start[1]
    return spaced and bool(found) and bool(found[0].content) and found[0].content[0][0] == tokens.start[1]


def _opens_dialogue(passage: Passage) -> bool:
    tokens = passage.tokens
    dash = "dash_speech" in passage.grammar.flags and len(tokens) > 1 and tokens.raw[0] in DASHES - {"-"}
    return dash and tokens.end[0] == tokens.start[1]


def _unclear(passage: Passage, first: int) -> Relation:
    """The paragraph from a token on, as somebody's words."""
    stop = len(passage.tokens)
    while stop > first + 1 and passage.tokens.raw[stop - 1] in ENDS:
        stop -= 1
    dashes = [k for k in range(first, stop) if passage.tokens.raw[k] in DASHES - {"-"}] if first == 1 else []
    edges = [first - 1, *dashes, stop]
    spoken = [(a + 1, b) for a, b in zip(edges[0::2], edges[1::2], strict=False)]  # between the dashes is narration
    content = [passage.offsets(piece) for piece in spoken if piece[1] > piece[0]]
    label = [passage.offsets((0, first))]
    return Relation(source=[], cue=label, content=content, construction="speech", quoted=True, unclear=True)


def _go_on_behind_dash(passage: Passage, speaker: Relation, found: Sequence[Relation]) -> None:
    """Give a speaker what follows the dash that closes "—V S—." up to the next dash or somebody else's words."""
    tokens = passage.tokens
    spoken = max(end for _, end in [*speaker.source, *speaker.cue])
    marks = DASHES if tokens.raw[0] == "-" else DASHES - {"-"}
    closing = next((k for k in range(1, len(tokens) - 2) if tokens.start[k] >= spoken and tokens.raw[k] in marks), None)
    if closing is None or tokens.raw[closing + 1] not in ENDS:
        return
    first = closing + 2
    others = [tokens.start[k] for k in range(first, len(tokens)) if tokens.raw[k] in DASHES - {"-"}]
    others += [start for r in found if r is not speaker for start, _ in [*r.source, *r.cue, *r.content]]
    end = min([start for start in others if start >= tokens.start[first]], default=tokens.end[-1])
    last = max((k for k in range(first, len(tokens)) if tokens.end[k] <= end), default=first)
    while last > first and tokens.raw[last] in ENDS | DASHES:
        last -= 1
    if not any(low <= tokens.start[first] < high for low, high in speaker.content):
        speaker.content.append(passage.offsets((first, last + 1)))
