"""Paragraphs that a dash opens, as Nordic papers set speech: – C1. C2, V S.

All from the dash to the tag that names the speaker is said, though the tag stands in a later sentence.
"""

from collections.abc import Sequence

from sayso.annotate.noun_phrases import DASHES, ENDS, Passage
from sayso.annotate.relations import Relation

LONGEST = 9  # sentences before the tag
SHORTEST = 4  # tokens of a paragraph of speech; a shorter one may be an item of a list
_TAGS = frozenset({"clause-verb-subject", "quote-verb-subject", "speech-tag", "clause-subject-verb"})


def opens_speech(passage: Passage) -> bool:
    """Whether a spaced dash before a capital opens a paragraph, in a language that sets speech so."""
    tokens = passage.tokens
    if "dash_opens" not in passage.grammar.flags or len(tokens) <= SHORTEST or tokens.raw[0] not in DASHES:
        return False
    return tokens.end[0] < tokens.start[1] and not tokens.raw[1][:1].islower() and tokens.raw[-1] in ENDS


def take_in_opening(passage: Passage, found: Sequence[Relation]) -> None:
    """Give the first tag of such a paragraph all that stands before it, where nobody else has a word in it."""
    tag = next((r for r in found if r.construction in _TAGS and r.content and r.within is None), None)
    if tag is None or not opens_speech(passage):
        return
    tokens = passage.tokens
    begins = min(low for low, _ in tag.content)
    tag.quoted = True
    ahead = [k for k in range(1, len(tokens)) if tokens.start[k] < begins and tokens.raw[k] in ENDS]
    if ahead and len(ahead) <= LONGEST and all(_place(r) >= begins for r in found):
        tag.content.insert(0, (tokens.start[1], tokens.end[ahead[-1]]))


def _place(relation: Relation) -> int:
    return min(low for low, _ in (*relation.source, *relation.cue, *relation.content))
