"""Whom the mentions of a value go back to, in words: what its claims' counts of origins say."""

from collections.abc import Iterable, Sequence

from sayso.model import Article, OriginGroup
from sayso.report import quoting, wording
from sayso.report.records import CaseRecords

_MOST_NAMED = 3
NOBODY = "no named source"
"""What a count calls the origin of texts that name none."""


def origins_of(records: CaseRecords, mention_ids: Sequence[str]) -> frozenset[str]:
    """The named origins that mentions certainly go back to, as their claims' counts call them."""
    found = set()
    for mention_id in mention_ids:
        mention, claim = records.mention_by_id.get(mention_id), records.claim_by_mention.get(mention_id)
        count = records.corroboration_by_claim.get(claim.id) if claim else None
        groups = count.groups if mention and count else ()
        found |= {g.origin for g in groups if g.certain and mention and mention.article_id in g.article_ids}
    return frozenset(found - {NOBODY})


def behind(records: CaseRecords, mention_ids: Sequence[str]) -> str:
    """As in "1–2 origins: the Interior Ministry, perhaps …"; empty where no claim counts them.

    Of several claims the names are given and no number: each counts for itself, and one origin may bear a name in each.
    """
    certain: dict[str, str] = {}
    perhaps: dict[str, str] = {}
    claims = set()
    for mention_id in mention_ids:
        mention, claim = records.mention_by_id.get(mention_id), records.claim_by_mention.get(mention_id)
        count = records.corroboration_by_claim.get(claim.id) if claim else None
        claims |= {claim.id} if claim and count else set()
        for group in count.groups if mention and count else ():
            if mention and mention.article_id in group.article_ids:
                (certain if group.certain else perhaps)[group.origin] = origin_name(records, group)
    if not certain and not perhaps:
        return ""
    if len(claims) > 1:
        return _named({**certain, **perhaps}.values())
    if not certain:  # beside no other it is no further origin, but the one there is
        first = next(iter(perhaps))
        certain[first] = perhaps.pop(first)
    open_ones = [name for origin, name in perhaps.items() if origin not in certain]
    low, high = len(certain), len(certain) + len(open_ones)
    number = wording.counted(low, "origin") if low == high else f"{low}–{wording.counted(high, 'origin')}"
    return f"{number}: {_listed([*certain.values(), *(f'perhaps {name}' for name in open_ones)])}"


def _named(names: Iterable[str]) -> str:
    told = [name for name in dict.fromkeys(names) if name != NOBODY]
    return f"named behind it: {_listed(told)}" if told else NOBODY


def _listed(names: Sequence[str]) -> str:
    more = f"; {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"


def _outlet(article: Article) -> str:
    return quoting.one_line(article.publisher or quoting.host(article.url) or article.headline or "one article")


def origin_name(records: CaseRecords, group: OriginGroup) -> str:
    """The name of an origin: an article's label, an agent's name, or the words that stand for it.

    Texts that name no source are told by where they stand: "Lundhavn Post, naming no source".
    """
    article = records.article_by_id.get(group.origin)
    if article:
        return _outlet(article)
    if group.origin == NOBODY:
        outlets = dict.fromkeys(_outlet(records.article_by_id[key]) for key in group.article_ids)
        more = f" and {len(outlets) - 1} more" if len(outlets) > 1 else ""
        return f"{next(iter(outlets))}{more}, naming no source"
    agent = records.agent_by_id.get(group.origin)
    return quoting.one_line(agent.name if agent else group.origin) or "origin not told"
