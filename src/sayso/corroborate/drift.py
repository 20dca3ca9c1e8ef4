"""Where say-so was lost: attributed in one place, the writer's own word in another; hedged here, certain there.

Looked for inside one article, between headline and body, and from an article to one that was made of it. Two
mentions are compared by how much of the shorter one's words the longer holds: a headline says less than a body.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from sayso.corroborate.agreement import Rarity, vetoes
from sayso.corroborate.hardening import Hardened, hardened
from sayso.corroborate.profile import Figure, Profile, Profiles
from sayso.corroborate.similarity import weight_of
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    ClaimMention,
    Derivation,
    Drift,
    Mention,
    Quantity,
    Reason,
    Record,
)
from sayso.stage import of
from sayso.vocab import BlockRole, Bound, CertaintyLevel, DriftWhere, Lost, Mode, SourceKind

MIN_HELD = 0.5  # share of the shorter mention's weighted words that the longer holds
MIN_SHARED = 2
MAX_PER_ARTICLE = 6
MAX_HARDENED = 6
MAX_MENTIONS = 400  # of one article; a longer one is compared up to there
_HEADS = frozenset({BlockRole.HEADLINE, BlockRole.DECK})
_HEDGED = frozenset({CertaintyLevel.POSSIBLE, CertaintyLevel.PROBABLE})
_LOOSE = frozenset({Mode.HYPOTHESIS, Mode.QUESTION, Mode.PREDICTION})
_WEIGHT = {Lost.ATTRIBUTION: 1.0, Lost.HEDGE: 0.9, Lost.BOUND: 0.8, Lost.SCOPE: 0.5}


@dataclass(frozen=True, slots=True)
class _Loss:
    """Something lost from one mention to another, and how surely both say the same."""

    held: float
    before: Profile
    after: Profile
    lost: Lost
    detail: str

    @property
    def rank(self) -> tuple[float, str, str]:
        return (-self.held * _WEIGHT[self.lost], self.before.id, self.after.id)


class DriftStage(WholeCaseStage):
    """ClaimMention × ClaimMention → Drift."""

    name = "drift"
    version = "1"
    reads = (Article, Attribution, ClaimMention, Certainty, Quantity, Mention, Claim, Derivation)
    writes = (Drift,)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """At most `MAX_PER_ARTICLE` drifts inside each article and as many into it, the surest first."""
        profiles = Profiles(group).ordered()
        rarity = Rarity(profiles)
        claim_of = {m: claim.id for claim in of(group, Claim) for m in claim.mention_ids}
        by_article: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            if len(by_article[profile.mention.article_id]) < MAX_MENTIONS:
                by_article[profile.mention.article_id].append(profile)
        for _, members in sorted(by_article.items()):
            pairs = [(a, b) for a, b in permutations(members, 2) if not a.mention.span.overlaps(b.mention.span)]
            for pair in hardened(members)[:MAX_HARDENED]:
                yield _hardening(pair)
            for loss in _surest(_losses(pairs, rarity, claim_of)):
                heads = {loss.before.mention.role, loss.after.mention.role} & _HEADS
                yield _drift(loss, DriftWhere.HEADLINE_BODY if heads else DriftWhere.WITHIN_ARTICLE)
        for derived, origin in _hops(of(group, Derivation)):
            pairs = [(a, b) for a in by_article.get(origin, ()) for b in by_article.get(derived, ())]
            for loss in _surest(_losses(pairs, rarity, claim_of)):
                yield _drift(loss, DriftWhere.BETWEEN_OUTLETS)


def _hops(derivations: Sequence[Derivation]) -> list[tuple[str, str]]:
    """The directed steps from a derived article to its origin."""
    return sorted({(d.derived_id, d.origin_id) for d in derivations if d.directed})


def _drift(loss: _Loss, where: DriftWhere) -> Drift:
    ids = (loss.before.id, loss.after.id)
    return Drift(
        from_mention_id=loss.before.id,
        to_mention_id=loss.after.id,
        lost=loss.lost,
        where=where,
        reasons=(
            Reason(code=loss.lost.value, detail=loss.detail, evidence=ids),
            Reason(code="same_words", detail=f"{loss.held:.0%} of the shorter one's telling words stand in both"),
        ),
    )


def _hardening(pair: Hardened) -> Drift:
    ids = (pair.before.id, pair.after.id)
    detail = f"blame or intent is a hypothesis in one place; in the other the writer says “{pair.marker}”"
    return Drift(
        from_mention_id=pair.before.id,
        to_mention_id=pair.after.id,
        lost=Lost.HEDGE,
        where=DriftWhere.WITHIN_ARTICLE,
        reasons=(Reason(code="hardened", detail=detail, evidence=ids),),
    )


def _surest(losses: Sequence[_Loss]) -> Iterator[_Loss]:
    """The surest losses, each mention that lost something once."""
    seen: set[str] = set()
    for loss in sorted(losses, key=lambda loss: loss.rank):
        if loss.after.id not in seen and len(seen) < MAX_PER_ARTICLE:
            seen.add(loss.after.id)
            yield loss


def _losses(pairs: Sequence[tuple[Profile, Profile]], rarity: Rarity, claim_of: Mapping[str, str]) -> list[_Loss]:
    found = []
    for before, after in pairs:
        what = _lost(before, after)
        if what is None:
            continue
        held = _held(before, after, rarity)
        same_claim = claim_of.get(before.id, before.id) == claim_of.get(after.id, after.id)
        if (held >= MIN_HELD or (same_claim and held > 0)) and not vetoes(before, after):
            found.append(_Loss(held, before, after, *what))
    return found


def _held(left: Profile, right: Profile, rarity: Rarity) -> float:
    """The share of the shorter mention's words, weighted by rarity, that stand in the longer."""
    shared = left.stem_set & right.stem_set
    if left.language != right.language or len(shared) < MIN_SHARED:
        return 0.0
    weights = rarity.weights(left.language)
    return weight_of(shared, weights) / min(weight_of(p.stem_set, weights) for p in (left, right))


def _lost(before: Profile, after: Profile) -> tuple[Lost, str] | None:
    """What the second mention no longer has; None if it has kept everything."""
    if after.mode is not Mode.STATEMENT or after.certainty in _HEDGED:
        return None
    if before.attribution and before.attribution.source_kind is not SourceKind.NONE and _is_own_voice(after):
        source = before.attribution.resolved_name or before.attribution.source_name
        said = f"attributed to {source}" if source else "attributed"
        return Lost.ATTRIBUTION, f"{said} in one place, in the writer's own voice in the other"
    hedged = before.certainty in _HEDGED or before.mode in _LOOSE
    if hedged and _voice(before) == _voice(after):
        kind = before.mode.value if before.mode in _LOOSE else before.certainty.value
        return Lost.HEDGE, f"{kind} in one place, certain in the other"
    bound = _lost_bound(before.figures, after.figures)
    return (Lost.BOUND, bound) if bound else None


def _is_own_voice(profile: Profile) -> bool:
    return profile.mention.attribution_id is None and profile.mention.carried_over_id is None


def _voice(profile: Profile) -> str | None:
    if profile.attribution is None:
        return None
    return profile.attribution.resolved_name or profile.attribution.source_name or ""


def _lost_bound(before: Sequence[Figure], after: Sequence[Figure]) -> str | None:
    for loose in before:
        if loose.bound not in {Bound.AT_LEAST, Bound.AT_MOST}:
            continue
        edge = loose.low if loose.bound is Bound.AT_LEAST else loose.high
        for exact in after:
            same = exact.measure == loose.measure and exact.bound is Bound.EXACT and exact.low == edge
            if same and exact.measure:
                return f"{loose.label} in one place, {exact.label} in the other"
    return None
