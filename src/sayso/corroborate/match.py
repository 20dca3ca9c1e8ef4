"""Same claim: mentions become one when all that both state agrees, whatever their wording or language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.corroborate.agreement import NEVER, Rarity, Veto, substitutions, vetoes
from sayso.corroborate.by_hand import ByHand
from sayso.corroborate.candidates import candidates
from sayso.corroborate.cluster import Cluster, stars, with_parts
from sayso.corroborate.explain import barest, why_one
from sayso.corroborate.links_abroad import outvoted, overruled
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.same_answer import SAME_ANSWER, same_answers
from sayso.corroborate.same_statement import Sharing, chances, chances_of, plain
from sayso.corroborate.speaking import speaking
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import Article, Attribution, Certainty, Claim, ClaimMention, Mention, Quantity, Reason, Record, Skip
from sayso.networks.statements import ENGLISH
from sayso.parts import whole_of
from sayso.settings import MatchSettings
from sayso.vocab import Aspect, Mode, SkipReason

NESTED = 0.5  # what a sentence and a part of it share says less than what two articles do
# The chance below which equal figures do not make two statements in one language one. Without it 81 of 700 distortions
# in English are merged, not 59, and 336 of 420 paraphrases, not 333; across languages it only costs reach.
READ_AS_TWO = 0.3
# The chance from which on two are linked of which each names another: one mayor and another are sentenced alike.
OTHERS_NAMED = 0.6
_ALARM_SIZE = 6  # smaller claims are read at a glance


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


class _Comparisons:
    """Vetoes and links of one case, each pair compared at most once.

    Mentions of the very same words are compared as one, by the first of them: a sentence that a thousand reports print
    costs what one costs. A link needs that two are likely to state the same; no two members of a claim may be kept
    apart by a hard veto.
    """

    def __init__(self, profiles: Sequence[Profile], settings: MatchSettings) -> None:
        self._settings = settings
        self.profiles = {p.id: p for p in profiles}
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        self.chances: dict[tuple[str, str], float] = {}  # of the pairs that were read and are linked
        self.by_hand = ByHand(settings, self.profiles)
        self._read: dict[tuple[str, str], float] = {}  # chances of all pairs that were read
        self._by_hand_apart = {_in_order(*pair) for pair in self.by_hand.apart}
        self._vetoed: dict[tuple[str, str], tuple[Veto, ...]] = {}
        self._wholes = {part: whole.id for part, whole in whole_of(p.mention for p in profiles).items()}
        self._twins = self._gathered()
        self._parts = {first for first, twins in self._twins.items() if all(one in self._wholes for one in twins)}
        self.rarity = Rarity(p for p in profiles if p.id not in self._wholes)
        self.leader = {one: first for first, twins in self._twins.items() for one in twins}
        first = [p for p in profiles if p.id in self._twins]
        self.nearness = Nearness(first)
        self._printed = {p.id: (p.mention.span.exact, p.language) for p in first}
        wholes = [p for p in first if p.id not in self._parts]
        pairs, self.hot = candidates(wholes, self.rarity, self.nearness.among(wholes), settings)
        self._take(chances(self._likely(pairs), self._sharing, self._printed, self._unread, settings))
        self.answered = self._of_one_answer()
        self._take(self.answered)
        if self._parts:
            pairs, _ = candidates(first, self.rarity, self.nearness, settings)
            of_parts = ((one, other) for one, other in pairs if not self._parts.isdisjoint((one.id, other.id)))
            self._take(chances(self._likely(of_parts), self._sharing, self._printed, self._of_no_part, settings))

    def _of_one_answer(self) -> dict[tuple[str, str], float]:
        """The pairs that give one figure for one question and that no reading makes likelier, with the chance."""
        pairs = {
            _in_order(self.leader[one], self.leader[other]) for one, other in same_answers(list(self.profiles.values()))
        }
        return {
            pair: SAME_ANSWER
            for pair in sorted(pairs)
            if pair[0] != pair[1]
            and self._read.get(pair, 0.0) < SAME_ANSWER
            and not self._read_as_two(pair)
            and not self._unread(pair)
            # What yields does so to what was read whole alone: "he denies a toll of 96"
            and not any(veto.yields < NEVER for veto in self._vetoes(pair))
        }

    def _read_as_two(self, pair: tuple[str, str]) -> bool:
        """Whether two in one language were read, and found hardly likely to be one: who did it may differ."""
        one, other = (self.profiles[mention].language for mention in pair)
        return one == other and self._read.get(pair, 1.0) < READ_AS_TWO

    def _of_no_part(self, pair: tuple[str, str]) -> bool:
        """Whether a pair is not to be read while parts are sought a place: what holds wholes together is known."""
        unsaid = any(self.profiles[one].mode is not Mode.STATEMENT for one in pair)  # "nine would have died"
        return unsaid or pair in self.answered or self._parts.isdisjoint(pair) or self._unread(pair)

    def _likely(self, pairs: Iterable[tuple[Profile, Profile]]) -> dict[tuple[str, str], Sharing]:
        """What the pairs share that are worth reading; what stands inside another is linked to it by its words."""
        likely: dict[tuple[str, str], Sharing] = {}
        for left, right in pairs:
            pair = _in_order(left.id, right.id)
            sharing = self._sharing(pair)
            if not self._nested(pair):
                likely[pair] = sharing
            elif sharing.wording >= self._settings.min_wording_nested and not self._stands(pair, 0.0):
                self._link(left.id, right.id, sharing.wording * NESTED)
        return likely

    def is_part(self, one: str) -> bool:
        """Whether a mention is a part of another: a claim is known by whole statements, where it has any."""
        return one in self._wholes

    def _gathered(self) -> dict[str, list[str]]:
        """Mentions of the same words, those together that no veto keeps apart, by the first of each."""
        by_hand = {one for pair in self._by_hand_apart for one in pair}
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        gathered: dict[str, list[str]] = {}
        for one in sorted(self.profiles):
            words = plain(self.profiles[one].mention.span.exact)
            firsts = groups[self.profiles[one].language, words if words and one not in by_hand else one]
            first = next((first for first in firsts if not self.kept_apart(first, one)), None)
            if first is None:
                firsts.append(one)
            gathered.setdefault(first or one, []).append(one)
        return gathered

    def _take(self, read: Mapping[tuple[str, str], float]) -> None:
        """Keeps the chances of pairs, and links those that are likely one."""
        self._read.update(read)
        for pair, chance in read.items():
            if chance >= self._least(pair) and not self._stands(pair, chance):
                self.chances[pair] = chance
                self._link(*pair, chance)

    def _least(self, pair: tuple[str, str]) -> float:
        """The chance from which on two are linked: a little more where each names somebody whom the other does not."""
        others = any(veto.aspect is Aspect.ACTOR for veto in self._vetoes(pair))
        return max(self._settings.min_chance, OTHERS_NAMED) if others else self._settings.min_chance

    def _link(self, one: str, other: str, strength: float) -> None:
        self.links[one][other] = self.links[other][one] = strength

    def _sharing(self, pair: tuple[str, str]) -> Sharing:
        return Sharing.of(self.profiles[pair[0]], self.profiles[pair[1]], self.rarity, self.nearness)

    def _nested(self, pair: tuple[str, str]) -> bool:
        """Whether one stands inside the other."""
        one, other = (self.profiles[one].mention.span for one in pair)
        return one.overlaps(other)

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether a hard veto, or a hand, stands between two mentions."""
        pair = _in_order(one, other)
        read_as_one = pair in self.chances
        return pair in self._by_hand_apart or (not read_as_one and any(veto.hard for veto in self._vetoes(pair)))

    def _stands(self, pair: tuple[str, str], chance: float) -> bool:
        """Whether two mentions are not to be linked themselves for that chance; a third may hold them together.

        Whom else one names tells little: a soft veto for it stands between 8 % of what readers found one, and 12 % of
        the rest.
        """
        standing = [veto for veto in self._vetoes(pair) if veto.hard or veto.aspect is not Aspect.ACTOR]
        return pair in self._by_hand_apart or any(veto.yields > chance for veto in standing)

    def _doubted(self, pair: tuple[str, str]) -> bool:
        """Whether two mentions are not to be linked whatever a reading finds."""
        return self._stands(pair, 1.0)

    def _unread(self, pair: tuple[str, str]) -> bool:
        """Whether two mentions are not to be read together."""
        return self._nested(pair) or self._doubted(pair)

    def _chance(self, one: str, other: str) -> float | None:
        """The chance that two mentions are one; None where nobody compared them."""
        pair = _in_order(one, other)
        linked = self.links.get(one, {}).get(other, self._read.get(pair))
        return 0.0 if linked is None and self._stands(pair, 0.0) else linked

    def _vetoes(self, pair: tuple[str, str]) -> tuple[Veto, ...]:
        if pair not in self._vetoed:
            both = self.profiles[pair[0]], self.profiles[pair[1]]
            self._vetoed[pair] = (*vetoes(*both), *substitutions(*both), *self._around(pair))
        return self._vetoed[pair]

    def _around(self, pair: tuple[str, str]) -> Iterator[Veto]:
        """What the statements around two say of when and where: a part has it of its whole."""
        one, other = (self._wholes.get(mention, mention) for mention in pair)
        if (one, other) != pair and one != other:
            around = self._vetoes(_in_order(one, other))
            yield from (veto for veto in around if veto.aspect in (Aspect.TIME, Aspect.PLACE))

    def chance(self, one: str, other: str) -> float | None:
        """How likely two mentions state the same; None where nobody read both."""
        return self._read.get(_in_order(self.leader[one], self.leader[other]))

    def clusters(self) -> list[Cluster]:
        """All mentions in clusters: gathered once, then once more when the members of each are all read together."""
        found = self._stars()
        self._take(chances_of(self._unread_within(found), self._sharing, self._printed))
        for one, other in self._spoken_against(found):
            del self.links[one][other], self.links[other][one]
        return [
            Cluster(found.centre, tuple(one for first in found.members for one in self._twins[first]), found.cohesion)
            for found in self._stars()
        ]

    def _stars(self) -> list[Cluster]:
        wholes = [one for one in sorted(self._twins) if one not in self._parts]
        found = stars(wholes, self.links, self.kept_apart, self._chance)
        return with_parts(found, sorted(self._parts), self.links, self.kept_apart, self._chance)

    def _spoken_against(self, clusters: Sequence[Cluster]) -> list[tuple[str, str]]:
        """The links across languages that do not hold against what was read in one."""
        spoken = {one: self.profiles[one].language for one in self._twins}
        wholes = dict.fromkeys(one for one in self._twins if one not in self._parts)
        gathered = [[one for one in cluster.members if one in wholes] for cluster in clusters]
        lost = set(outvoted(gathered, self.links, spoken, self._chance, self._settings.min_chance))
        return sorted(lost.union(overruled(wholes, self.links, spoken, self._chance)))

    def _unread_within(self, clusters: Sequence[Cluster]) -> set[tuple[str, str]]:
        """Pairs of one cluster that nobody has read yet, of each mention with so many others at most.

        Of two in English with fewer: what was read tells as much of a large claim, at half the time.
        """
        pairs: set[tuple[str, str]] = set()
        for cluster in clusters:
            members = sorted(cluster.members)
            english = [one for one in members if self.profiles[one].language == ENGLISH]
            near = _neighbours(members, self._settings.most_read)
            pairs.update(pair for pair in near if not set(english).issuperset(pair))
            pairs.update(_neighbours(english, self._settings.most_read_within))
        return {pair for pair in pairs if pair not in self._read and not self._unread(pair)}


def _neighbours(ids: Sequence[str], most: int) -> Iterator[tuple[str, str]]:
    """The pairs of each id with so many behind it."""
    for at, one in enumerate(ids):
        yield from ((one, other) for other in ids[at + 1 : at + 1 + most])


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
    """Which members are one with the centre because a network that read both finds them so, and how surely.

    And how many are not one with it themselves, but with others of the claim.
    """
    first = compared.leader[centre.id]
    found = {
        other.id: compared.chances[pair]
        for other in others
        if (pair := _in_order(first, compared.leader[other.id])) in compared.chances
    }
    answered = sorted(other for other in found if _in_order(first, compared.leader[other]) in compared.answered)
    found = {other: chance for other, chance in found.items() if other not in answered}
    if answered:
        detail = f"{len(answered) + 1} mentions give the same figure in answer to the same question"
        yield Reason(code="same_answer", detail=detail, evidence=(centre.id, *answered))
    if found:
        low, high = f"{min(found.values()):.0%}", f"{max(found.values()):.0%}"
        how = f"at {low}" if low == high else f"at {low} to {high}"
        many = f"{len(found) + 1} mentions were read as stating the same, {how}"
        yield Reason(code="read_alike", detail=many, evidence=(centre.id, *sorted(found)))
    linked = compared.links.get(first, {}).keys() | {first}
    through = sorted(other.id for other in others if compared.leader[other.id] not in linked)
    if through:
        many = "1 mention is" if len(through) == 1 else f"{len(through)} mentions are"
        detail = f"{many} one with others of these, not with the first itself"
        yield Reason(code="joined_through", detail=detail, evidence=tuple(through))


class MatchStage(WholeCaseStage):
    """ClaimMention → Claim: every mention in exactly one claim, alone where nothing matches."""

    name = "match"
    version = "23"
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
            wholes = [member for member in members if not compared.is_part(member.id)] or members
            named = barest(wholes, compared.rarity, speaking(wholes, compared.chance))
            yield Claim(
                first_mention_id=members[0].id,
                text=named.mention.span.exact,
                mention_ids=tuple(m.id for m in members),
                reasons=_reasons(cluster, compared, self.settings),
            )
