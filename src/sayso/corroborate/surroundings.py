"""What stands around a mention: the sentence before it, and the head of its article, which says what event it is about.

"The blast had all the signs of a gas explosion" names no place; the headline above it does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.corroborate.concepts import concepts
from sayso.corroborate.profile import Profile
from sayso.model import Article
from sayso.vocab import BlockRole

_HEADS = frozenset({BlockRole.HEADLINE, BlockRole.DECK})
_LEAD = 2  # sentences of a text without a headline that say what it is about


def sentences_of(article: Article, at: int) -> tuple[str, str]:
    """The sentence in which a place of an article lies, and the one before it; "" where there is none."""
    own = next(((low, high) for low, high in article.sentences if low <= at < high), None)
    if own is None:
        return "", ""
    before = max((s for s in article.sentences if s[1] <= own[0]), default=None)
    return article.text[own[0] : own[1]], article.text[before[0] : before[1]] if before else ""


def around(profile: Profile) -> frozenset[str]:
    """What a mention, its sentence and the one before it speak of."""
    text, span = profile.article.text, profile.mention.span
    before = [s for s in profile.article.sentences if s[1] <= span.start]
    sentences = [text[low:high] for low, high in before[-1:]]
    sentences += [text[low:high] for low, high in profile.article.sentences if low < span.end and span.start < high]
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
