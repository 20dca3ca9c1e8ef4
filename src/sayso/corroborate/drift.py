"""Where say-so was lost: attributed in one place, the writer's own word in another; hedged here, certain there.

Looked for inside one article, between headline and body, from an article to one that was made of it, between two
versions of one article, and between mentions of one claim or of one toll in any two. Two mentions are compared by
how much of the shorter one's words the longer holds: a headline says less than a body. That they share the name of a
place or a ministry does not make them one statement.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from sayso.corroborate import wording
from sayso.corroborate.agreement import Rarity, vetoes
from sayso.corroborate.bodies import institutions
from sayso.corroborate.concepts import event_names, implications, thing_names
from sayso.corroborate.differences import is_tally
from sayso.corroborate.hardening import Hardened, hardened
from sayso.corroborate.profile import Figure, Profile, Profiles
from sayso.corroborate.saying_whose import says_whose
from sayso.corroborate.similarity import weight_of
from sayso.corroborate.source_names import issuing_body
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.corroborate.wholes import without_parts
from sayso.model import (
    Article,
    Attribution,
    Capture,
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
from sayso.vocab import (
    Aspect,
    BlockRole,
    Bound,
    CertaintyLevel,
    CreditKind,
    DerivationKind,
    DriftWhere,
    Lost,
    Mode,
    SourceKind,
)

MIN_HELD = 0.5  # share of the shorter mention's weighted words that the longer holds
MIN_HELD_IN_CLAIM = 0.25  # the same where both are mentions of one claim, or give one toll
MIN_SHARED = 3
MIN_MEANT = 0.7  # share of the names, events and things of a hedged statement that a certain one holds
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{3,}[”“»\"]")
_LABELLED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}: ")  # "Lenz: two bridges closed"
_ROOT = 4  # consonants that the name of a place and the adjective of it share
MAX_PER_ARTICLE = 6
MAX_HARDENED = 6
MAX_MENTIONS = 400  # of one article; a longer one is compared up to there
_WORDED = "the shorter one's telling words"
_MEANT = "the first one's names, events and things, in other words,"
_SAME_WORDS = frozenset(DerivationKind) - {DerivationKind.SHARED_QUOTATION, DerivationKind.TRANSLATION}
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
    shared: str

    @property
    def rank(self) -> tuple[float, str, str]:
        return (-self.held * _WEIGHT[self.lost], self.before.id, self.after.id)


class DriftStage(WholeCaseStage):
    """ClaimMention × ClaimMention → Drift."""

    name = "drift"
    version = "10"
    reads = (Article, Attribution, ClaimMention, Certainty, Quantity, Mention, Claim, Derivation, Capture)
    writes = (Drift,)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """At most `MAX_PER_ARTICLE` drifts inside each article and as many into it, the surest first.

        What a mention has lost already against its own article is not told again against another.
        """
        group = without_parts(group)
        profiles = Profiles(group).ordered()
        rarity = Rarity(profiles)
        claim_of = {m: claim.id for claim in of(group, Claim) for m in claim.mention_ids}
        by_article: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            if len(by_article[profile.mention.article_id]) < MAX_MENTIONS:
                by_article[profile.mention.article_id].append(profile)
        released = _released(_self_published(profiles), of(group, Derivation))
        within: list[Drift] = []
        for _, members in sorted(by_article.items()):
            pairs = [(a, b) for a, b in permutations(members, 2) if not a.mention.span.overlaps(b.mention.span)]
            within += map(_hardening, hardened(members)[:MAX_HARDENED])
            for loss in _surest(_own(_losses(pairs, rarity, claim_of), released)):
                heads = {loss.before.mention.role, loss.after.mention.role} & _HEADS
                within.append(_drift(loss, DriftWhere.HEADLINE_BODY if heads else DriftWhere.WITHIN_ARTICLE))
        yield from within
        articles = {article.id: article for article in of(group, Article)}
        hops = _hops(of(group, Derivation), articles, {capture.id: capture for capture in of(group, Capture)})
        pairs = [(a, b) for derived, origin in sorted(hops) for a in by_article[origin] for b in by_article[derived]]
        pairs += [
            (before, after)
            for before, after in _apart(profiles, claim_of)
            if (before.article.id, after.article.id) not in hops or (after.article.id, before.article.id) in hops
        ]
        lost = {(drift.to_mention_id, drift.lost) for drift in within}
        into: dict[str, list[_Loss]] = defaultdict(list)
        for loss in _not_told_again(_losses(pairs, rarity, claim_of), profiles, claim_of):
            if (loss.after.id, loss.lost) not in lost:
                into[loss.after.mention.article_id].append(loss)
        for _, losses in sorted(into.items()):
            for loss in _surest(_own(losses, released)):
                yield _drift(loss, DriftWhere.BETWEEN_OUTLETS)


def _hops(
    derivations: Sequence[Derivation], articles: Mapping[str, Article], captures: Mapping[str, Capture]
) -> set[tuple[str, str]]:
    """The steps from a derived article to its origin; both ways between versions of which none is known to be first.

    A page that was taken at two times shows which of its versions is older, whatever dates it prints.
    """
    directed = {(d.derived_id, d.origin_id) for d in derivations if d.directed}
    undated = {(d.derived_id, d.origin_id) for d in derivations if d.kind is DerivationKind.REVISION and not d.directed}
    for one, other in undated:
        taken, before = (_taken(articles.get(article_id), captures) for article_id in (one, other))
        if taken and before and taken[0] == before[0] and taken[1] != before[1]:
            directed.add((one, other) if taken[1] > before[1] else (other, one))
        else:
            directed |= {(one, other), (other, one)}
    return directed


def _taken(article: Article | None, captures: Mapping[str, Capture]) -> tuple[str, datetime.datetime] | None:
    """The address of an article and when its payload was taken there, if both are known."""
    capture = captures.get(article.capture_id) if article else None
    address = (capture.url or (article.url if article else None)) if capture else None
    return (address, capture.captured_at) if capture and address and capture.captured_at else None


def _apart(profiles: Sequence[Profile], claim_of: Mapping[str, str]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs from two articles that are mentions of one claim, give one toll, or speak of one event.

    Only where the second surely came out later: of two of one day nobody can say which lost what the other has.
    """
    alike: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        keys = {claim_of.get(profile.id, profile.id)}
        edges = {edge for f in profile.figures if is_tally(f.measure) for edge in (f.low, f.high) if edge}
        keys |= {f"toll {profile.language} {edge}" for edge in edges}
        keys |= {f"event {profile.language} {c}" for c in profile.neutral if c in event_names()}
        for key in keys:
            if len(alike[key]) < MAX_MENTIONS:
                alike[key].append(profile)
    seen: set[tuple[str, str]] = set()
    for _, members in sorted(alike.items()):
        for before, after in permutations(members, 2):
            other = before.mention.article_id != after.mention.article_id
            if other and _is_own_voice(after) and _surely_before(before, after) and (before.id, after.id) not in seen:
                seen.add((before.id, after.id))
                yield before, after


def _surely_before(before: Profile, after: Profile) -> bool:
    """Whether the first article was out before the second; a mere day counts as its end."""
    ends = (_end(before), _end(after))
    return ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _end(profile: Profile) -> datetime.datetime | None:
    clock = profile.article.published
    whole_day = clock is not None and clock.precision == "day"
    return profile.published + datetime.timedelta(days=whole_day) if profile.published else None


def _not_told_again(losses: Sequence[_Loss], profiles: Sequence[Profile], claim_of: Mapping[str, str]) -> list[_Loss]:
    """The losses without those of an attribution into an article that attributes the same claim in another place."""
    told = {(p.mention.article_id, claim_of.get(p.id, p.id)) for p in profiles if _is_attributed(p)}

    def kept(loss: _Loss) -> bool:
        after = loss.after
        return loss.lost is not Lost.ATTRIBUTION or (after.article.id, claim_of.get(after.id, after.id)) not in told

    return [loss for loss in losses if kept(loss)]


def _self_published(profiles: Sequence[Profile]) -> set[str]:
    """The articles that a public body publishes itself, or that declare to be its press release."""
    found = set()
    for article in {p.article.id: p.article for p in profiles}.values():
        declared = any(credit.kind is CreditKind.PRESS_RELEASE for credit in article.credits)
        found |= {article.id} if declared or issuing_body(article.publisher) else set()
    return found


def _released(issued: set[str], derivations: Sequence[Derivation]) -> set[str]:
    """Those and their copies: their own voice is the body's, so that nobody's say-so is lost on the way to them."""
    return issued | {d.derived_id for d in derivations if d.origin_id in issued and d.kind in _SAME_WORDS}


def _own(losses: Sequence[_Loss], released: set[str]) -> list[_Loss]:
    """The losses without those into the words of the body itself."""
    return [loss for loss in losses if loss.lost is Lost.BOUND or loss.after.mention.article_id not in released]


def _drift(loss: _Loss, where: DriftWhere) -> Drift:
    ids = (loss.before.id, loss.after.id)
    return Drift(
        from_mention_id=loss.before.id,
        to_mention_id=loss.after.id,
        lost=loss.lost,
        where=where,
        reasons=(
            Reason(code=loss.lost.value, detail=loss.detail, evidence=ids),
            Reason(code="same_words", detail=f"{loss.held:.0%} of {loss.shared} stand in both"),
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
    """The surest losses, each kind of loss of a mention once."""
    seen: set[tuple[str, Lost]] = set()
    for loss in sorted(losses, key=lambda loss: loss.rank):
        if (loss.after.id, loss.lost) not in seen and len(seen) < MAX_PER_ARTICLE:
            seen.add((loss.after.id, loss.lost))
            yield loss


def _losses(pairs: Sequence[tuple[Profile, Profile]], rarity: Rarity, claim_of: Mapping[str, str]) -> list[_Loss]:
    found = []
    for before, after in pairs:
        what = _lost(before, after)
        if not what:
            continue
        same_claim = claim_of.get(before.id, before.id) == claim_of.get(after.id, after.id)
        tolls = any(is_tally(figure.measure) for figure in after.figures)
        told_alike = _one_toll(before, after) or (same_claim and not tolls)
        held = _held(before, after, rarity, told_alike)
        meant = 0.0 if held else _meant(before, after)
        if (held or meant) and not any(v.aspect is not Aspect.ACTOR or v.hard for v in vetoes(before, after)):
            found += [
                _Loss(held or meant, before, after, lost, detail, _WORDED if held else _MEANT)
                for lost, detail in what
                if held or lost is Lost.HEDGE
            ]
    return found


def _held(left: Profile, right: Profile, rarity: Rarity, told_alike: bool) -> float:
    """The share of the shorter mention's words, weighted by rarity, that stand in the longer; 0 where not enough do.

    Most telling words must be shared, and one of them at least must be no name. Two words in common are a statement
    only where neither has more.
    """
    shorter, longer = sorted((len(left.stem_set), len(right.stem_set)))
    if shorter < MIN_SHARED <= longer:
        return 0.0
    shared = (left.stem_set & right.stem_set) - _numbers_of_other_things(left, right)
    if left.language != right.language or not left.plain_stems & right.plain_stems:
        return 0.0
    weights = rarity.weights(left.language)
    held = weight_of(shared, weights) / min(weight_of(p.stem_set, weights) for p in (left, right))
    if told_alike:
        return held if held >= MIN_HELD_IN_CLAIM and len(shared) >= MIN_SHARED - 1 else 0.0
    return held if held >= MIN_HELD and len(shared) >= MIN_SHARED else 0.0


def _numbers_of_other_things(left: Profile, right: Profile) -> frozenset[str]:
    """The words of numbers that both hold, but each of another thing: "two people" and "two days"."""
    words: list[frozenset[str]] = []
    for profile, other in ((left, right), (right, left)):
        counted = {figure.measure for figure in other.figures}
        apart = (figure.printed for figure in profile.figures if figure.measure and figure.measure not in counted)
        words.append(frozenset(stem for text in apart for stem in wording.content_stems(text, profile.language)))
    return words[0] & words[1]


def _one_toll(left: Profile, right: Profile) -> bool:
    """Whether both give one number of dead or hurt, bounded or not, and the second none that the first does not.

    "Three more bodies, 41 injured" is not what "17 dead and 41 injured" was made of.
    """
    ours, theirs = ([f for f in profile.figures if is_tally(f.measure)] for profile in (left, right))
    return bool(theirs) and all(
        any(one.measure == other.measure and {one.low, one.high} & {other.low, other.high} - {None} for one in ours)
        for other in theirs
    )


def _meant(before: Profile, after: Profile) -> float:
    """The share of the names, events and things of a hedged statement that a certain one in other words holds."""
    if before.language != after.language:
        return 0.0
    implied = {other for event, other in implications() if event in before.neutral}
    told = {c for c in before.neutral - implied if c[0] == "@" or c in event_names() or c in thing_names()}
    kept = {c[: _ROOT + 1] for c in after.neutral if c[0] == "@"}
    both = (told & after.neutral) | {c for c in told if c[0] == "@" and c[: _ROOT + 1] in kept}
    enough = any(c[0] == "@" for c in both) and sum(c[0] != "@" for c in both) >= MIN_SHARED - 1
    share = len(both) / len(told) if told else 0.0
    return share if enough and share >= MIN_MEANT else 0.0


def _lost(before: Profile, after: Profile) -> list[tuple[Lost, str]]:
    """What the second mention no longer has; nothing if it has kept everything."""
    if after.mode is not Mode.STATEMENT or after.certainty in _HEDGED:
        return []
    found = []
    if _is_attributed(before) and _is_own_voice(after) and not _names_its_source(before, after):
        source = (before.attribution.resolved_name or before.attribution.source_name) if before.attribution else None
        said = f"attributed to {source}" if source else "attributed"
        found.append((Lost.ATTRIBUTION, f"{said} in one place, in the writer's own voice in the other"))
    hedged = before.certainty in _HEDGED or before.mode in _LOOSE
    if (
        hedged
        and not _QUOTED.search(after.mention.span.exact)
        and (_voice(before) == _voice(after) or _is_own_voice(after))
    ):
        kind = before.mode.value if before.mode in _LOOSE else before.certainty.value
        found.append((Lost.HEDGE, f"{kind} in one place, certain in the other"))
    bound = _lost_bound(before.figures, after.figures)
    return [*found, (Lost.BOUND, bound)] if bound else found


def _is_attributed(profile: Profile) -> bool:
    return profile.attribution is not None and profile.attribution.source_kind is not SourceKind.NONE


def _names_its_source(before: Profile, after: Profile) -> bool:
    """Whether the words in the writer's own voice show whose they are: "…, ministry says", "Lenz: …", a quotation."""
    attribution, text = before.attribution, after.mention.span.exact
    name = " ".join(filter(None, (attribution.resolved_name, attribution.source_name))) if attribution else ""
    if _QUOTED.search(text):
        return True
    if after.mention.role is BlockRole.HEADLINE and _LABELLED.match(text):
        return True
    if says_whose(text, after.language):
        return True
    heard = institutions(text)
    if heard & institutions(name) or not heard <= institutions(before.mention.span.exact):
        return True
    told = frozenset(wording.content_stems(name, before.language)) - before.stem_set
    return bool(told & after.stem_set)


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
