"""Figures that one article gives twice: in a headline or in passing, and where it says whose figure it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.corroborate import wording
from sayso.corroborate.differences import is_count
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.origins import CREDITS, Standing
from sayso.corroborate.profile import MIN_TELLING_NUMBER
from sayso.model import Article, ClaimMention, Quantity

_MIN_TELLING = 3  # "one" and "two" of a thing stand in any text
_MIN_SHARED = 2  # words that must stand in both where one does not say what it counts: "the toll rose to 15"

_Count = tuple[str, float]
"""What is counted, "" if that is not said, and one edge of the count."""


class ToldFigures:
    """For each article the counts that it gives on somebody's word."""

    def __init__(
        self, mentions: Iterable[ClaimMention], quantities: Iterable[Quantity], articles: Mapping[str, Article]
    ) -> None:
        by_article: dict[str, list[Quantity]] = defaultdict(list)
        for quantity in quantities:
            by_article[quantity.article_id].append(quantity)
        self._articles = articles
        self._counts = {mention.id: _counts(mention, by_article[mention.article_id]) for mention in mentions}
        self._told: dict[tuple[str, float], list[tuple[str, Standing]]] = defaultdict(list)

    def note(self, standings: Sequence[Standing]) -> None:
        """Take in the appearances whose figures are somebody's."""
        for standing in standings:
            if standing.source and standing.key[0] not in {"family", "unsourced"} and standing.basis != CREDITS:
                for measure, edge in sorted(self._counts.get(standing.mention.id, ())):
                    self._told[standing.mention.article_id, edge].append((measure, standing))

    def told_by(self, mention: ClaimMention) -> Standing | None:
        """The appearance in the same article that says whose figures these are; None where it names two, or nobody."""
        found: dict[Key, Standing] = {}
        for measure, edge in sorted(self._counts.get(mention.id, ())):
            for counted, standing in self._told.get((mention.article_id, edge), ()):
                unsaid = not measure or not counted
                if counted == measure != "" or (unsaid and self._alike(mention, standing.mention)):
                    found.setdefault(standing.key, standing)
        return next(iter(found.values())) if len(found) == 1 else None

    def _alike(self, one: ClaimMention, other: ClaimMention) -> bool:
        article = self._articles.get(one.article_id)
        language = wording.primary(article.language) if article else ""
        stems, others = (frozenset(wording.content_stems(m.span.exact, language)) for m in (one, other))
        return len({stem for stem in stems & others if not stem.isdigit()}) >= _MIN_SHARED


def _counts(mention: ClaimMention, quantities: Sequence[Quantity]) -> frozenset[_Count]:
    return frozenset(
        (quantity.measure, edge)
        for quantity in quantities
        if quantity.span.overlaps(mention.span) and (is_count(quantity.measure) or not quantity.measure)
        for edge in (quantity.low, quantity.high)
        if edge is not None and edge >= (_MIN_TELLING if quantity.measure else MIN_TELLING_NUMBER)
    )
