"""Whose word an outlet may pass on: "the agency quoted the coast guard: 17 dead", and the coast guard, may be one."""

from collections import defaultdict
from collections.abc import Iterable, Set

from sayso.corroborate.named_in_text import bodies_in
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.origins import Standing
from sayso.corroborate.source_keys import SourceKeys


def named_by_all(standings: Iterable[Standing], keys: SourceKeys) -> Set[Key]:
    """The bodies that each article of some appearances names in one of them."""
    by_article: dict[str, set[Key]] = defaultdict(set)
    for standing in standings:
        here = by_article[standing.mention.article_id]
        here.update(keys.key_in(standing.mention.article_id, body) for body in bodies_in(standing.mention.span.exact))
    return set.intersection(*by_article.values()) if by_article else set()
