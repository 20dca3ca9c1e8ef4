"""Statements inside longer ones of the same voice: "killing at least 17" in "a convoy was hit, killing at least 17".

A part is a claim mention like any other where it is asked who says what it says. Where a text is read once through,
it says nothing that the whole does not say.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model import ClaimMention


def whole_of(mentions: Iterable[ClaimMention]) -> Mapping[str, ClaimMention]:
    """For the id of each mention that is a part, the mention that it is a part of: the longest around it."""
    voices: dict[tuple[str, str | None, str | None], list[ClaimMention]] = defaultdict(list)
    for mention in mentions:
        voices[mention.article_id, mention.attribution_id, mention.carried_over_id].append(mention)
    found: dict[str, ClaimMention] = {}
    for held in voices.values():
        around: ClaimMention | None = None
        for mention in sorted(held, key=lambda m: (m.span.start, -m.span.end, m.id)):
            if around and mention.span.end <= around.span.end:
                found[mention.id] = around
            else:
                around = mention
    return found
