"""What is claimed, by how many articles, and by how many independent origins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.lineage.documents import bounds, surely_before
from sayso.model import Claim, Clock, Corroboration
from sayso.report import quoting, wording
from sayso.report.origins import origin_name
from sayso.report.quoting import Quote
from sayso.report.reasons import reason_words
from sayso.report.records import CaseRecords
from sayso.report.reprints import reprint_of
from sayso.report.sayings import Appearance, ArticleRef, appearances, article_ref, best_told, says_least

_MOST_TITLE = 180  # characters of a claim's first words: three lines at 65 characters
_AT_EDGE = "joined_through"  # the code of the reason that a mention is one with others of a claim, not with its first
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
    """One claim: the appearance it is known by, how far it is spread, and its origins.

    It is known by the same words everywhere on the page: `title`, and `short` where there is little room. They
    are somebody's, in English if anybody put it in English, and never a translation of ours; `earliest` is the
    earliest appearance that has a date, if it surely came out before. `again` are further appearances of a claim
    that only one article makes. `reprint` is the first article of one text whose copies alone repeat it.
    """

    id: str
    number: int
    anchor: str
    lead: Appearance
    title: Quote
    short: Quote
    language: str
    earliest: Appearance | None
    articles: int
    spread: str
    publishers: str
    languages: str
    behind: tuple[Behind, ...]
    origins: tuple[OriginView, ...]
    again: tuple[Appearance, ...]
    reasons: tuple[str, ...]
    reprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprintView:
    """The claims that only one text and its reprints or versions make."""

    count: str
    articles: tuple[ArticleRef, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleView:
    """The claims that one article alone makes, in the order of its text."""

    article: ArticleRef
    claims: tuple[ClaimView, ...]


def claim_views(records: CaseRecords) -> list[ClaimView]:
    """All claims, numbered from 1: the most repeated first, then those of reprints, then those of one article.

    Each of these in the order of articles and their text.
    """
    reprints = reprint_of(records)
    seen = [(claim, found) for claim in records.claims if (found := appearances(records, claim.mention_ids))]
    place = {mention.id: mention.span.start for mention in records.claim_mentions}

    def rank(item: tuple[Claim, list[Appearance]]) -> tuple[bool, bool, int, int, int, int, str]:
        claim, found = item
        spread = _articles(records.corroboration_by_claim.get(claim.id), found)
        reprint = records.number_by_article.get(_reprint(records, reprints, claim), 0)
        place_in_text = found[0].article.number, _start(place, claim), len(found), claim.id
        return spread < 2, reprint > 0, reprint if reprint else -spread if spread > 1 else 0, *place_in_text

    return [
        _claim_view(records, number, claim, found, _reprint(records, reprints, claim))
        for number, (claim, found) in enumerate(sorted(seen, key=rank), start=1)
    ]


def told_once(records: CaseRecords, views: Iterable[ClaimView], most: int) -> tuple[ClaimView, ...]:
    """The first `most` of some claims, without those that mostly are parts, or wholes, of what stands before them."""
    beside: dict[str, set[str]] = defaultdict(set)  # what each mention is a part or a whole of
    for part, whole in records.whole_by_part.items():
        beside[part].add(whole.id)
        beside[whole.id].add(part)
    taken: set[str] = set()
    kept: list[ClaimView] = []
    for view in views:
        if len(kept) == most:
            break
        ids = records.claim_by_id[view.id].mention_ids
        told = sum(not taken.isdisjoint(beside[one]) for one in ids)
        if 2 * told < len(ids):
            kept.append(view)
            taken.update(ids)
    return tuple(kept)


def singles(views: Iterable[ClaimView]) -> list[SingleView]:
    """Claims made by one article only, gathered under it; `views` must come from `claim_views`."""
    gathered: dict[str, list[ClaimView]] = {}
    refs: dict[str, ArticleRef] = {}
    for view in views:
        if view.articles == 1:
            gathered.setdefault(view.lead.article.anchor, []).append(view)
            refs[view.lead.article.anchor] = view.lead.article
    return [SingleView(article=refs[anchor], claims=tuple(found)) for anchor, found in gathered.items()]


def reprinted(records: CaseRecords, views: Iterable[ClaimView]) -> list[ReprintView]:
    """Claims that stand in one text and its reprints only, gathered under it; `views` as for `singles`."""
    gathered: dict[str, list[ClaimView]] = {}
    for view in views:
        if view.reprint:
            gathered.setdefault(view.reprint, []).append(view)
    copies = reprint_of(records)
    return [
        ReprintView(
            count=wording.counted(len(found), "claim"),
            articles=tuple(
                article_ref(records, article) for article in records.articles if copies.get(article.id) == first
            ),
            claims=tuple(found),
        )
        for first, found in gathered.items()
    ]


def known_as(records: CaseRecords, claim: Claim) -> Quote | None:
    """The words that a claim is known by everywhere on the page; None where no article holds it any more."""
    found = appearances(records, claim.mention_ids)
    if not found:
        return None
    lead = _known_by(claim, found, _articles(records.corroboration_by_claim.get(claim.id), found))
    return quoting.quote(lead.quote.text, lead.quote.language, _MOST_SHORT)


def _start(place: dict[str, int], claim: Claim) -> int:
    return min((place[mention_id] for mention_id in claim.mention_ids if mention_id in place), default=0)


def _articles(corroboration: Corroboration | None, found: Sequence[Appearance]) -> int:
    return corroboration.articles if corroboration else len({view.article.anchor for view in found})


def _reprint(records: CaseRecords, reprints: Mapping[str, str], claim: Claim) -> str:
    """The first article of the text whose reprints alone make `claim`; "" if another text or only one article does."""
    articles = {records.mention_by_id[m].article_id for m in claim.mention_ids if m in records.mention_by_id}
    texts = {reprints.get(article_id, "") for article_id in articles}
    return texts.pop() if len(articles) > 1 and len(texts) == 1 else ""


def _known_by(claim: Claim, found: Sequence[Appearance], articles: int) -> Appearance:
    """The appearance that a claim is known by: that which it is named after in the records, else one in English.

    None in English that is one with some of the others only.
    """
    words = quoting.quote(claim.text, "").text
    first = next((view for view in found if view.anchor == quoting.anchor(claim.first_mention_id)), found[0])
    named = first if first.quote.text == words else next((view for view in found if view.quote.text == words), first)
    if articles == 1:
        return best_told(found)
    english = [view for view in found if view.quote.language.startswith("en")]
    aside = {quoting.anchor(one) for reason in claim.reasons if reason.code == _AT_EDGE for one in reason.evidence}
    english = [view for view in english if view.anchor not in aside] or english
    return named if named in english or not english else says_least(english)


def _earliest(records: CaseRecords, found: Sequence[Appearance], lead: Appearance) -> Appearance | None:
    """The earliest of the dated appearances, where that surely is earlier than the one the claim is known by."""
    clocks = {view.anchor: _published(records, view) for view in found}
    dated = [(bounds(clock)[1], view) for view in found if (clock := clocks[view.anchor])]
    first = min(dated, key=lambda told: told[0])[1] if dated else None
    return first if first and surely_before(clocks[first.anchor], clocks.get(lead.anchor)) else None


def _published(records: CaseRecords, view: Appearance) -> Clock | None:
    return records.articles[view.article.number - 1].published if view.article.number else None


def _claim_view(records: CaseRecords, number: int, claim: Claim, found: list[Appearance], reprint: str) -> ClaimView:
    corroboration = records.corroboration_by_claim.get(claim.id)
    articles = _articles(corroboration, found)
    lead = _known_by(claim, found, articles)
    languages = sorted({records.articles[view.article.number - 1].language for view in found if view.article.number})
    return ClaimView(
        id=claim.id,
        number=number,
        anchor=quoting.anchor(claim.id),
        lead=lead,
        title=quoting.quote(lead.quote.text, lead.quote.language, _MOST_TITLE),
        short=quoting.quote(lead.quote.text, lead.quote.language, _MOST_SHORT),
        language="" if lead.quote.language.startswith("en") else wording.language(lead.quote.language),
        earliest=_earliest(records, found, lead) if articles > 1 else None,
        articles=articles,
        spread=wording.spread(corroboration, len(records.articles))
        if corroboration
        else f"{wording.counted(articles, 'article')}, origins not counted",
        publishers=wording.counted(corroboration.publishers, "publisher") if corroboration else "",
        languages=wording.counted(len(languages), "language") if len(languages) > 1 else "",
        behind=_behind(records, corroboration) if corroboration else (),
        origins=_origins(records, corroboration, found) if articles > 1 else (),
        again=tuple(view for view in found if view is not lead) if articles == 1 else (),
        reasons=reason_words(records, claim.reasons),
        reprint=reprint if articles > 1 else "",
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
                name=origin_name(records, group),
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
        shown.append(Behind(lead=lead, name=origin_name(records, group), note=note))
    if len(groups) > _MOST_BEHIND:
        shown.append(Behind(lead="; ", name="", note=f"{len(groups) - _MOST_BEHIND} more"))
    return tuple(shown)
