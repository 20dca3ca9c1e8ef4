"""Same claim: mentions become one when all that both state agrees, whatever their wording or language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.corroborate.agreement import Rarity, Veto, substitutions, vetoes
from sayso.corroborate.by_hand import ByHand
from sayso.corroborate.candidates import candidates
from sayso.corroborate.cluster import Cluster, stars
from sayso.corroborate.explain import barest, why_one
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.same_statement import Sharing, chances, plain
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import Article, Attribution, Certainty, Claim, ClaimMention, Mention, Quantity, Reason, Record, Skip
from sayso.settings import MatchSettings
from sayso.vocab import Aspect, SkipReason

NESTED = 0.5  # what a sentence and a part of it share says less than what two articles do
_ALARM_SIZE = 6  # smaller claims are read at a glance


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


class _Comparisons:
    """Vetoes and links of one case, each pair compared at most once.

    A link needs that two are likely to state the same; no two members of a claim may be kept apart by a hard veto.
    """

    def __init__(self, profiles: Sequence[Profile], settings: MatchSettings) -> None:
        self.profiles = {p.id: p for p in profiles}
        self.rarity = Rarity(profiles)
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        self.by_hand = ByHand(settings, self.profiles)
        self._by_hand_apart = {_in_order(*pair) for pair in self.by_hand.apart}
        self.chances: dict[tuple[str, str], float] = {}  # of the pairs that were read and found one
        self._vetoed: dict[tuple[str, str], tuple[Veto, ...]] = {}
        pairs, self.hot = candidates(profiles, self.rarity, settings)
        texts = {p.id: plain(p.mention.span.exact) for p in profiles}
        printed = {texts[p.id]: p.mention.span.exact for p in reversed(profiles)}
        shared: dict[tuple[str, str], Sharing] = {}
        behind: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for left, right in pairs:
            sharing = Sharing.of(left, right, self.rarity)
            if left.mention.span.overlaps(right.mention.span):
                if sharing.wording >= settings.min_wording_nested:
                    self._link(left.id, right.id, sharing.wording * NESTED)
            elif texts[left.id] == texts[right.id]:
                self._link(left.id, right.id, 1.0)
            else:
                one, other = sorted((texts[left.id], texts[right.id]))
                behind[one, other].append((left.id, right.id))
                shared[one, other] = max(shared.get((one, other), sharing), sharing, key=lambda s: s.values)

        def apart(pair: tuple[str, str]) -> bool:
            return all(self._doubted(*ids) for ids in behind[pair])

        for pair, chance in chances(shared, printed, apart, settings).items():
            if chance >= settings.min_chance:
                for left_id, right_id in behind[pair]:
                    self.chances[_in_order(left_id, right_id)] = chance
                    self._link(left_id, right_id, chance)

    def _link(self, one: str, other: str, strength: float) -> None:
        if not self._doubted(one, other):
            self.links[one][other] = self.links[other][one] = strength

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether a hard veto, or a hand, stands between two mentions."""
        pair = _in_order(one, other)
        return pair in self._by_hand_apart or any(veto.hard for veto in self._vetoes(pair))

    def _doubted(self, one: str, other: str) -> bool:
        """Whether two mentions are not to be linked themselves, though a third may hold them together.

        Whom else one names tells little: a soft veto for it stands between 8 % of what readers found one, and 12 % of
        the rest.
        """
        pair = _in_order(one, other)
        soft = any(veto.aspect is not Aspect.ACTOR for veto in self._vetoes(pair))
        return soft or self.kept_apart(one, other)

    def _vetoes(self, pair: tuple[str, str]) -> tuple[Veto, ...]:
        if pair not in self._vetoed:
            both = self.profiles[pair[0]], self.profiles[pair[1]]
            self._vetoed[pair] = (*vetoes(*both), *substitutions(*both))
        return self._vetoed[pair]

    def clusters(self) -> list[Cluster]:
        """All mentions in clusters; words that two are named for, a paper and its source, are gathered once."""
        twins = {group[0]: group for group in self._twins()}
        first = {one: leader for leader, group in twins.items() for one in group}
        links: dict[str, dict[str, float]] = defaultdict(dict)
        for one, linked in self.links.items():
            for other, strength in linked.items():
                if first[one] != first[other]:
                    known = links[first[one]].get(first[other], 0.0)
                    links[first[one]][first[other]] = max(strength, known)

        def apart(one: str, other: str) -> bool:
            return any(self.kept_apart(left, right) for left in twins[one] for right in twins[other])

        return [
            Cluster(found.centre, tuple(one for leader in found.members for one in twins[leader]), found.cohesion)
            for found in stars(sorted(twins), links, apart)
        ]

    def _twins(self) -> list[list[str]]:
        """Mentions by the words they stand on, those together that no veto keeps apart; the first of each leads."""
        groups: dict[tuple[str, int, int], list[list[str]]] = defaultdict(list)
        for one in sorted(self.profiles):
            span = self.profiles[one].mention.span
            held = groups[self.profiles[one].mention.article_id, span.start, span.end]
            group = next((g for g in held if not any(self.kept_apart(one, other) for other in g)), None)
            if group is None:
                held.append([one])
            else:
                group.append(one)
        return [group for held in groups.values() for group in held]


def _reasons(cluster: Cluster, compared: _Comparisons, settings: MatchSettings) -> tuple[Reason, ...]:
    """Why the members are one claim, and an alarm where they may be several."""
    told = tuple(compared.by_hand.reasons(cluster.members))
    if len(cluster.members) == 1:
        return told
    centre, *others = (compared.profiles[member] for member in cluster.members)
    reasons = [*told, *_read(centre, others, compared), *why_one(centre, others, compared.rarity)]
    if len(cluster.members) >= _ALARM_SIZE and cluster.cohesion < settings.min_cohesion:
        detail = f"only {cluster.cohesion:.0%} of its pairs match directly: it may hold more than one claim"
        reasons.append(Reason(code="low_cohesion", detail=detail, evidence=(centre.id,)))
    return tuple(reasons)


def _read(centre: Profile, others: Sequence[Profile], compared: _Comparisons) -> Iterator[Reason]:
    """The members that are one with the centre because a network that read both finds them so, and how surely."""
    found = {other.id: chance for other in others if (chance := compared.chances.get(_in_order(centre.id, other.id)))}
    if found:
        low, high = f"{min(found.values()):.0%}", f"{max(found.values()):.0%}"
        how = f"at {low}" if low == high else f"at {low} to {high}"
        many = f"{len(found) + 1} mentions were read as stating the same, {how}"
        yield Reason(code="read_alike", detail=many, evidence=(centre.id, *sorted(found)))


class MatchStage(WholeCaseStage):
    """ClaimMention → Claim: every mention in exactly one claim, alone where nothing matches."""

    name = "match"
    version = "4"
    reads = (Article, Attribution, ClaimMention, Certainty, Quantity, Mention)
    writes = (Claim,)

    def __init__(self, settings: MatchSettings | None = None) -> None:
        self.settings = settings or MatchSettings()
        super().__init__(self.settings)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """The claims of the case; a Skip for each hot key, whose mentions were compared by their other keys.

        And one for each mention that a hand spoke of and the case does not have.
        """
        profiles = Profiles(group).ordered()
        compared = _Comparisons(profiles, self.settings)
        for hot in compared.hot:
            detail = f"more than {self.settings.max_posting} mentions share it"
            yield Skip(stage=self.name, subject=hot, reason=SkipReason.HOT_KEY, detail=detail)
        yield from compared.by_hand.skips(self.name)
        for cluster in compared.by_hand.joined(compared.clusters()):
            members = sorted((compared.profiles[m] for m in cluster.members), key=lambda p: p.order)
            yield Claim(
                first_mention_id=members[0].id,
                text=barest(members, compared.rarity).mention.span.exact,
                mention_ids=tuple(m.id for m in members),
                reasons=_reasons(cluster, compared, self.settings),
            )
