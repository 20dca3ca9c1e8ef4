"""What is claimed, by how many articles, and by how many independent origins."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model import Claim, Corroboration, OriginGroup, Reason
from sayso.report import quoting, wording
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.report.sayings import Appearance, ArticleRef, appearances, in_english

_MOST_TITLE = 180  # characters of a claim's first words: three lines at 65 characters
_ARTICLE_ID = re.compile(r"\bart_[0-9a-f]{32}\b")
_ELSEWHERE = ("rank", "held_back", "difference")  # of questions: their order, and what the conflict itself says
_MOST_BEHIND = 4  # origins in one line
_MOST_SHORT = 110  # the same, on the first screen


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One origin of a claim, why its articles were folded into it, and the appearances there.

    `certain` is False where it may or may not be an origin of its own.
    """

    label: str
    name: str
    certain: bool
    articles: str
    reasons: tuple[str, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """An origin in a list of them: `lead` stands before its name, `note` (how many articles) after it."""

    lead: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim: the first words of its first appearance, how far it is spread, and its origins.

    `english` is an appearance in English of a claim that first appears in another language: somebody's own
    words, not a translation of ours. `again` are further appearances of a claim that only one article makes.
    """

    id: str
    number: int
    anchor: str
    first: Appearance
    title: Quote
    short: Quote
    english: Appearance | None
    articles: int
    spread: str
    publishers: str
    languages: str
    behind: tuple[Behind, ...]
    origins: tuple[OriginView, ...]
    again: tuple[Appearance, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleView:
    """The claims that one article alone makes, in the order of its text."""

    article: ArticleRef
    claims: tuple[ClaimView, ...]


def claim_views(records: CaseRecords) -> list[ClaimView]:
    """All claims, the most repeated first, then in the order of articles and their text; numbered from 1."""
    seen = [(claim, found) for claim in records.claims if (found := appearances(records, claim.mention_ids))]
    place = {mention.id: mention.span.start for mention in records.claim_mentions}

    def rank(item: tuple[Claim, list[Appearance]]) -> tuple[int, int, int, int, str]:
        claim, found = item
        spread = _articles(records.corroboration_by_claim.get(claim.id), found)
        return -spread if spread > 1 else 0, found[0].article.number, _start(place, claim), len(found), claim.id

    return [
        _claim_view(records, number, claim, found)
        for number, (claim, found) in enumerate(sorted(seen, key=rank), start=1)
    ]


def singles(views: Iterable[ClaimView]) -> list[SingleView]:
    """Claims made by one article only, gathered under it; `views` must come from `claim_views`."""
    gathered: dict[str, list[ClaimView]] = {}
    refs: dict[str, ArticleRef] = {}
    for view in views:
        if view.articles == 1:
            gathered.setdefault(view.first.article.anchor, []).append(view)
            refs[view.first.article.anchor] = view.first.article
    return [SingleView(article=refs[anchor], claims=tuple(found)) for anchor, found in gathered.items()]


def reason_words(records: CaseRecords, reasons: Sequence[Reason]) -> tuple[str, ...]:
    """The reasons' own words, each once, in their order; ids of articles become their numbers on the page."""

    def number(found: re.Match[str]) -> str:
        known = records.number_by_article.get(found.group())
        return f"article {known}" if known else found.group()

    told = (quoting.one_line(reason.detail) for reason in reasons if reason.code not in _ELSEWHERE)
    return tuple(dict.fromkeys(_ARTICLE_ID.sub(number, detail) for detail in told if detail))


def _start(place: dict[str, int], claim: Claim) -> int:
    return min((place[mention_id] for mention_id in claim.mention_ids if mention_id in place), default=0)


def _articles(corroboration: Corroboration | None, found: Sequence[Appearance]) -> int:
    return corroboration.articles if corroboration else len({view.article.anchor for view in found})


def _claim_view(records: CaseRecords, number: int, claim: Claim, found: list[Appearance]) -> ClaimView:
    corroboration = records.corroboration_by_claim.get(claim.id)
    articles = _articles(corroboration, found)
    first = next((view for view in found if view.anchor == quoting.anchor(claim.first_mention_id)), found[0])
    languages = sorted({records.articles[view.article.number - 1].language for view in found if view.article.number})
    return ClaimView(
        id=claim.id,
        number=number,
        anchor=quoting.anchor(claim.id),
        first=first,
        title=quoting.quote(claim.text, first.quote.language, _MOST_TITLE),
        short=quoting.quote(claim.text, first.quote.language, _MOST_SHORT),
        english=None if first.quote.language.startswith("en") else in_english(found),
        articles=articles,
        spread=wording.spread(corroboration, len(records.articles))
        if corroboration
        else f"{wording.counted(articles, 'article')}, origins not counted",
        publishers=wording.counted(corroboration.publishers, "publisher") if corroboration else "",
        languages=wording.counted(len(languages), "language") if len(languages) > 1 else "",
        behind=_behind(records, corroboration) if corroboration else (),
        origins=_origins(records, corroboration, found) if articles > 1 else (),
        again=tuple(view for view in found if view is not first) if articles == 1 else (),
        reasons=reason_words(records, claim.reasons),
    )


def _origins(
    records: CaseRecords, corroboration: Corroboration | None, found: list[Appearance]
) -> tuple[OriginView, ...]:
    left = list(found)
    views = []
    groups = (
        sorted(corroboration.groups, key=lambda g: (not g.certain, -len(g.article_ids), g.origin))
        if corroboration
        else []
    )
    for group in groups:
        anchors = {quoting.anchor(article_id) for article_id in group.article_ids}
        here = [view for view in left if view.article.anchor in anchors]
        left = [view for view in left if view.article.anchor not in anchors]
        views.append(
            OriginView(
                label="Origin" if group.certain else "Perhaps a further origin",
                name=_origin_name(records, group),
                certain=group.certain,
                articles=wording.counted(len(group.article_ids), "article"),
                reasons=reason_words(records, group.reasons),
                appearances=tuple(here),
            )
        )
    if left:
        articles = wording.counted(len({view.article.anchor for view in left}), "article")
        views.append(
            OriginView(
                label="Origin not counted",
                name="",
                certain=False,
                articles=articles,
                reasons=(),
                appearances=tuple(left),
            )
        )
    return tuple(views)


def _behind(records: CaseRecords, corroboration: Corroboration) -> tuple[Behind, ...]:
    groups = sorted(corroboration.groups, key=lambda group: (not group.certain, -len(group.article_ids)))
    shown = []
    for place, group in enumerate(groups[:_MOST_BEHIND]):
        turn = not group.certain and (place == 0 or groups[place - 1].certain)
        lead = "; perhaps also " if turn and place else "perhaps " if turn else ", " if place else ""
        note = f" ({len(group.article_ids)})" if len(groups) > 1 else ""
        shown.append(Behind(lead=lead, name=_origin_name(records, group), note=note))
    if len(groups) > _MOST_BEHIND:
        shown.append(Behind(lead="; ", name="", note=f"{len(groups) - _MOST_BEHIND} more"))
    return tuple(shown)


def _origin_name(records: CaseRecords, group: OriginGroup) -> str:
    article = records.article_by_id.get(group.origin)
    if article:
        return quoting.one_line(article.publisher or quoting.host(article.url) or article.headline or "one article")
    agent = records.agent_by_id.get(group.origin)
    return quoting.one_line(agent.name if agent else group.origin) or "origin not told"
