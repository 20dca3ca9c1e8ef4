"""A case as the export contract has it. Nothing is computed here: every figure stands in the ledger."""

from collections.abc import Mapping, Sequence

import msgspec

from sayso.model import Article, ClaimMention, Clock, Quantity, Reason
from sayso.report.contract import (
    AppearanceOut,
    ArticleOut,
    ClaimOut,
    ContradictionOut,
    DerivationOut,
    DriftOut,
    Export,
    GroupOut,
    PassageOut,
    PlaceOut,
    QuantityOut,
    QuestionOut,
    RhetoricOut,
    SkipOut,
    ValueOut,
)
from sayso.report.records import CaseRecords

Numbers = Mapping[str, Sequence[Quantity]]
"""The quantities of each article."""

_LENGTH_BY_PRECISION = {"year": 4, "month": 7, "day": 10}


def export(records: CaseRecords) -> Export:
    """Everything in the case, for other programs."""
    return Export(
        case=records.name,
        sayso_version=records.manifest.sayso_version,
        ledger_hash=records.manifest.ledger_hash,
        articles=tuple(_article(records, article) for article in records.articles),
        claims=tuple(_claims(records)),
        contradictions=tuple(_contradictions(records)),
        drift=tuple(_drift(records)),
        derivations=tuple(_derivations(records)),
        rhetoric=tuple(
            RhetoricOut(
                article=r.article_id,
                start=r.span.start,
                end=r.span.end,
                quote=r.span.exact,
                technique=r.technique,
                whose=r.whose,
                lexicon=r.lexicon,
            )
            for r in records.rhetoric
        ),
        questions=tuple(
            QuestionOut(
                id=q.id,
                kind=q.kind,
                text=q.text,
                about=q.about_ids,
                closes_with=q.closes_with,
                reasons=_details(q.reasons),
            )
            for q in records.questions
        ),
        skips=tuple(SkipOut(stage=s.stage, subject=s.subject, reason=s.reason, detail=s.detail) for s in records.skips),
    )


def to_bytes(document: Export) -> bytes:
    """The export as JSON, indented, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _details(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(reason.detail for reason in reasons)


def written(clock: Clock | None) -> str | None:
    """A clock as ISO 8601, no more precise than its source."""
    if clock is None:
        return None
    whole = clock.value.isoformat()
    return whole[: _LENGTH_BY_PRECISION.get(clock.precision, len(whole))]


def _article(records: CaseRecords, article: Article) -> ArticleOut:
    capture = records.capture_by_id.get(article.capture_id)
    return ArticleOut(
        id=article.id,
        url=article.url,
        headline=article.headline,
        author=article.author,
        publisher=article.publisher,
        published=written(article.published),
        modified=written(article.modified),
        captured=capture.captured_at.isoformat() if capture and capture.captured_at else None,
        original_source=article.original_source,
        language=article.language,
        source_sha256=capture.source_digest if capture else "",
        text=article.text,
    )


def _appearance(records: CaseRecords, mention: ClaimMention, numbers: Numbers) -> AppearanceOut:
    attribution = records.attribution_by_id.get(mention.attribution_id or "")
    certainty = next(iter(records.certainties_by_mention.get(mention.id, ())), None)
    inside = [q for q in numbers.get(mention.article_id, ()) if mention.span.contains(q.span)]
    return AppearanceOut(
        id=mention.id,
        article=mention.article_id,
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.exact,
        role=mention.role,
        source=(attribution.resolved_name or attribution.source_name) if attribution else None,
        source_printed=attribution.source_name if attribution else None,
        cue=" … ".join(cue.exact for cue in attribution.cue) or None if attribution else None,
        source_kind=attribution.source_kind if attribution else None,
        manner=attribution.manner if attribution else None,
        carried_over_from=mention.carried_over_id,
        certainty=certainty.value if certainty else "underspecified",
        mode=certainty.mode if certainty else "statement",
        polarity=certainty.polarity if certainty else "+",
        quantities=tuple(
            QuantityOut(low=q.low, high=q.high, bound=q.bound, measure=q.measure, unit=q.unit) for q in inside
        ),
    )


def _claims(records: CaseRecords) -> list[ClaimOut]:
    claims = []
    numbers: dict[str, list[Quantity]] = {}
    for quantity in records.quantities:
        numbers.setdefault(quantity.article_id, []).append(quantity)
    for claim in records.claims:
        found = records.corroboration_by_claim.get(claim.id)
        mentions = [records.mention_by_id[i] for i in claim.mention_ids if i in records.mention_by_id]
        claims.append(
            ClaimOut(
                id=claim.id,
                text=claim.text,
                independent=(found.low, found.high) if found else (1, len(mentions)),
                groups=tuple(
                    GroupOut(
                        origin=group.origin,
                        articles=group.article_ids,
                        certain=group.certain,
                        reason=" ".join(_details(group.reasons)),
                    )
                    for group in (found.groups if found else ())
                ),
                appearances=tuple(_appearance(records, mention, numbers) for mention in mentions),
            )
        )
    return sorted(claims, key=lambda c: (-len({a.article for a in c.appearances}), c.id))


def _place(records: CaseRecords, mention_id: str) -> PlaceOut:
    mention = records.mention_by_id[mention_id]
    attribution = records.attribution_by_id.get(mention.attribution_id or "")
    return PlaceOut(
        article=mention.article_id,
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.exact,
        source=(attribution.resolved_name or attribution.source_name) if attribution else None,
    )


def _contradictions(records: CaseRecords) -> list[ContradictionOut]:
    return [
        ContradictionOut(
            id=found.id,
            aspect=found.aspect,
            topic=found.topic,
            verdict=found.verdict,
            reason=found.explanation,
            values=tuple(
                ValueOut(value=account.value, appearances=tuple(_place(records, i) for i in account.mention_ids))
                for account in found.values
            ),
        )
        for found in records.contradictions
    ]


def _drift(records: CaseRecords) -> list[DriftOut]:
    return [
        DriftOut(
            id=drift.id,
            origin=_place(records, drift.from_mention_id),
            to=_place(records, drift.to_mention_id),
            lost=drift.lost,
            where=drift.where,
            reason=" ".join(_details(drift.reasons)),
        )
        for drift in records.drifts
    ]


def _derivations(records: CaseRecords) -> list[DerivationOut]:
    rows = []
    for d in records.derivations:
        hidden = records.agent_by_id.get(d.origin_id)
        rows.append(
            DerivationOut(
                id=d.id,
                derived=d.derived_id,
                origin=None if hidden else d.origin_id,
                hidden_origin=hidden.name if hidden else None,
                kind=d.kind,
                directed=d.directed,
                basis=d.basis,
                coverage=d.coverage,
                origin_coverage=d.origin_coverage,
                passages=tuple(
                    PassageOut(derived=(m.left_start, m.left_end), origin=(m.right_start, m.right_end))
                    for m in d.matches
                ),
                reasons=_details(d.reasons),
            )
        )
    return rows
