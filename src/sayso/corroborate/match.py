"""Same claim: mentions become one when all that both state agrees, whatever their wording or language."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.corroborate.agreement import Agreement, Rarity, agreement, vetoes
from sayso.corroborate.cluster import Cluster, stars
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import Article, Attribution, Certainty, Claim, ClaimMention, Mention, Quantity, Reason, Record, Skip
from sayso.settings import MatchSettings
from sayso.vocab import SkipReason

_MIN_SHARED_WORDS = 3  # two shared words are a topic, not a claim
_FEW_WORDS = 4  # of a mention as short as this, all but one
_MIN_SHARED_CONCEPTS = 3
ANCHOR_SHARE = 0.1  # how far anchors add to the likeness by which a mention chooses between claims
_TELLING = frozenset("=~@#")  # figures, numbers, names and types, as against concepts like "aircraft"
_SHOWN_WORDS = 6
_ALARM_SIZE = 6  # smaller claims are read at a glance


def links_up(left: Profile, right: Profile, shared: Agreement, settings: MatchSettings) -> float:
    """How strongly two mentions without a veto are linked; 0 if not enough is shared."""
    needed = min(_MIN_SHARED_WORDS, max(1, min(len(left.stem_set), len(right.stem_set)) - 1))
    by_words = shared.wording >= settings.min_wording and len(shared.words) >= needed
    telling = sum(concept.startswith(("=", "@", "#")) for concept in shared.concepts)
    by_meaning = (
        shared.meaning >= settings.min_meaning and len(shared.concepts) >= _MIN_SHARED_CONCEPTS and telling >= 1
    )
    counted = any(concept.startswith("=") for concept in shared.concepts)
    by_anchors = len(shared.anchors) >= 2 and shared.weight >= settings.min_anchors and counted
    if not by_words and not by_anchors and not by_meaning:
        return 0.0
    return max(shared.wording, shared.meaning) + ANCHOR_SHARE * shared.weight


def _blocking_keys(profile: Profile) -> Iterator[tuple[str, str, float]]:
    """Keys under which mentions are compared, and how far a shared one goes towards a comparison."""
    for figure in profile.figures:
        if figure.low is not None and figure.low == figure.high and figure.low >= 13:
            yield "number", str(figure.low), 1.0
        elif figure.measure:
            yield "figure", f"{figure.measure}:{figure.low}:{figure.high}", 0.5
    for key in profile.systems:
        yield "system", key, 0.5
    for key in profile.names:
        yield "name", key, 0.5
    for stem in profile.stem_set:
        yield profile.language, stem, 0.5
    for concept in profile.neutral:
        if concept[0] not in _TELLING:
            yield "concept", concept, 0.25


def candidates(profiles: Sequence[Profile], max_posting: int) -> tuple[list[tuple[Profile, Profile]], list[str]]:
    """Pairs worth comparing, and the keys left out because too many mentions share them."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    weight: dict[tuple[str, str], float] = {}
    for at, profile in enumerate(profiles):
        for kind, key, far in sorted(set(_blocking_keys(profile))):
            postings[kind, key].append(at)
            weight[kind, key] = far
    near: dict[tuple[int, int], float] = defaultdict(float)
    hot = []
    for posting_key, posting in postings.items():
        if len(posting) > max_posting:
            hot.append(":".join(posting_key))
            continue
        for pair in combinations(posting, 2):
            near[pair] += weight[posting_key]
    pairs = sorted(pair for pair, far in near.items() if far >= 1.0)
    return [(profiles[a], profiles[b]) for a, b in pairs], sorted(hot)


class _Comparisons:
    """Vetoes and links of one case, each pair compared at most once.

    A link needs that no veto stands between the two; members that are not linked need that no hard one does.
    """

    def __init__(self, profiles: Sequence[Profile], settings: MatchSettings) -> None:
        self.profiles = {p.id: p for p in profiles}
        self.rarity = Rarity(profiles)
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        self._apart: dict[tuple[str, str], bool] = {}
        pairs, self.hot = candidates(profiles, settings.max_posting)
        for left, right in pairs:
            strength = links_up(left, right, agreement(left, right, self.rarity), settings)
            if strength and not vetoes(left, right):
                self.links[left.id][right.id] = strength
                self.links[right.id][left.id] = strength

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether a hard veto stands between two mentions."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._apart:
            self._apart[pair] = any(veto.hard for veto in vetoes(self.profiles[one], self.profiles[other]))
        return self._apart[pair]


def _reasons(cluster: Cluster, compared: _Comparisons, settings: MatchSettings) -> tuple[Reason, ...]:
    """What the members share with the mention they were gathered around, most shared first."""
    if len(cluster.members) == 1:
        return ()
    centre = compared.profiles[cluster.centre]
    sharing: dict[str, set[str]] = defaultdict(set)
    words: Counter[str] = Counter()
    worded: set[str] = set()
    for other_id in cluster.members[1:]:
        shared = agreement(centre, compared.profiles[other_id], compared.rarity)
        for label, _ in shared.anchors:
            sharing[label].add(other_id)
        if shared.wording >= settings.min_wording:
            worded.add(other_id)
            words.update(shared.words)
    reasons = [
        Reason(code="same_anchor", detail=f"{len(ids) + 1} mentions state: {label}", evidence=(centre.id, *sorted(ids)))
        for label, ids in sorted(sharing.items(), key=lambda item: (-len(item[1]), item[0]))[:_SHOWN_WORDS]
    ]
    if worded:
        shown = sorted(words, key=lambda w: (-words[w], -len(w), w))[:_SHOWN_WORDS]
        detail = f"{len(worded) + 1} mentions share most of their words, among them: {', '.join(shown)}"
        reasons.append(Reason(code="same_words", detail=detail, evidence=(centre.id, *sorted(worded))))
    if len(cluster.members) >= _ALARM_SIZE and cluster.cohesion < settings.min_cohesion:
        detail = f"only {cluster.cohesion:.0%} of its pairs match directly: it may hold more than one claim"
        reasons.append(Reason(code="low_cohesion", detail=detail, evidence=(centre.id,)))
    return tuple(reasons)


class MatchStage(WholeCaseStage):
    """ClaimMention → Claim: every mention in exactly one claim, alone where nothing matches."""

    name = "match"
    version = "1"
    reads = (Article, Attribution, ClaimMention, Certainty, Quantity, Mention)
    writes = (Claim,)

    def __init__(self, settings: MatchSettings | None = None) -> None:
        self.settings = settings or MatchSettings()
        super().__init__(self.settings)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """The claims of the case; a Skip for each hot key, whose mentions were compared by their other keys."""
        profiles = Profiles(group).ordered()
        compared = _Comparisons(profiles, self.settings)
        for hot in compared.hot:
            detail = f"more than {self.settings.max_posting} mentions share it"
            yield Skip(stage=self.name, subject=hot, reason=SkipReason.HOT_KEY, detail=detail)
        for cluster in stars(sorted(compared.profiles), compared.links, compared.kept_apart):
            members = sorted((compared.profiles[m] for m in cluster.members), key=lambda p: p.order)
            yield Claim(
                first_mention_id=members[0].id,
                text=members[0].mention.span.exact,
                mention_ids=tuple(m.id for m in members),
                reasons=_reasons(cluster, compared, self.settings),
            )
