"""What stands around a mention: the sentence before it, and the head of its article, which says what event it is about.

"The blast had all the signs of a gas explosion" names no place; the headline above it does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.corroborate.concepts import concepts
from sayso.corroborate.in_place import sentence_before, sentences_over
from sayso.corroborate.profile import Profile
from sayso.vocab import BlockRole

_HEADS = frozenset({BlockRole.HEADLINE, BlockRole.DECK})
_LEAD = 2  # sentences of a text without a headline that say what it is about


def around(profile: Profile) -> frozenset[str]:
    """What a mention, its sentence and the one before it speak of."""
    article, span = profile.article, profile.mention.span
    sentences = [sentence_before(article, span.start), *sentences_over(article, span.start, span.end)]
    return frozenset().union(*(concepts(part, profile.language) for part in sentences), profile.neutral)


def heads(profiles: Sequence[Profile]) -> Mapping[str, frozenset[str]]:
    """For each article what its headline, deck and first sentences speak of."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for profile in profiles:
        lead = profile.article.sentences[:_LEAD]
        in_lead = bool(lead) and profile.mention.span.start < lead[-1][1]
        if profile.mention.role in _HEADS or in_lead:
            found[profile.article.id] |= profile.neutral
    return found
