"""Same claim: mentions become one when all that both state agrees, whatever their wording or language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.corroborate.agreement import SENSES, TOLD, Agreement, Rarity, agreement, substitutions, vetoes
from sayso.corroborate.by_hand import ByHand
from sayso.corroborate.cluster import Cluster, stars
from sayso.corroborate.concepts import event_names, implications, known_events, thing_names
from sayso.corroborate.differences import is_count, is_tally
from sayso.corroborate.explain import barest, why_one
from sayso.corroborate.profile import MIN_TELLING_NUMBER, Figure, Profile, Profiles
from sayso.corroborate.similarity import alike_pairs, likeness
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import Article, Attribution, Certainty, Claim, ClaimMention, Mention, Quantity, Reason, Record, Skip
from sayso.settings import MatchSettings
from sayso.vocab import SkipReason

_MIN_SHARED_WORDS = 3  # two shared words are a topic, not a claim
_FEW_WORDS = 3  # content words; a mention of fewer is alike only where nearly all its words and the other's agree
_FEW_WORDING = 0.8
_LOPSIDED_WORDING = 0.75  # wording that joins a toll with a sentence that gives no number
_MIN_SHARED_CONCEPTS = 3
_NEARLY_ALIKE = 0.7  # likeness by meaning at which one event and two things are a claim: "the plane carried missiles"
ANCHOR_SHARE = 0.1  # how far anchors add to the likeness by which a mention chooses between claims
NESTED = 0.5  # what a sentence and a part of it share says less than what two articles do
_ALARM_SIZE = 6  # smaller claims are read at a glance


def links_up(left: Profile, right: Profile, shared: Agreement, settings: MatchSettings) -> float:
    """How strongly two mentions without a veto are linked; 0 if not enough is shared."""
    lopsided = _tally_in_one_only(left, right)
    by_words = _by_words(left, right, shared, settings) and (not lopsided or shared.wording >= _LOPSIDED_WORDING)
    besides = lopsided and _held_in(shared, settings) and not _counts_what_other_names(left, right)
    by_meaning = (besides or not lopsided) and _by_meaning(left, right, shared, settings)
    counted = any(concept.startswith("=") for concept in shared.concepts)
    by_anchors = len(shared.anchors) >= 2 and shared.weight >= settings.min_anchors and counted
    if not by_words and not by_anchors and not by_meaning:
        return 0.0
    strength = max(shared.wording, shared.meaning) + ANCHOR_SHARE * shared.weight
    return strength * NESTED if left.mention.span.overlaps(right.mention.span) else strength


def _by_words(left: Profile, right: Profile, shared: Agreement, settings: MatchSettings) -> bool:
    shorter = min(len(left.stem_set), len(right.stem_set))
    few = shorter < _FEW_WORDS
    if few and shared.wording < _FEW_WORDING:
        return False  # "it had come from the roof" and "the roof has come down" share all two words of one
    inside = left.mention.article_id == right.mention.article_id and not left.mention.span.overlaps(right.mention.span)
    if inside and shared.wording < settings.min_wording_inside:
        return False  # one article names its matter in many sentences that say different things of it
    needed = min(_MIN_SHARED_WORDS, max(1, shorter - 1))
    worded = shared.wording >= settings.min_wording and len(shared.words) >= needed
    return worded and shared.word_information >= settings.min_word_information


def _by_meaning(left: Profile, right: Profile, shared: Agreement, settings: MatchSettings) -> bool:
    """Whether two mentions speak of the same by what they name; in one language their words must agree as well.

    Needed are two things that happen or are counted; or one, what it happened to, and a name; or a number and two
    things: whoever names a country and a killing has not told which.
    """
    within = _held_in(shared, settings)
    if left.language == right.language and shared.wording < settings.min_wording_beside_meaning and not within:
        return False
    if (shared.meaning < settings.min_meaning and not within) or len(shared.concepts) < _MIN_SHARED_CONCEPTS:
        return False
    implied = {meant for event, meant in implications() if event in shared.concepts}
    telling = [c for c in shared.concepts if _happens(c) and c not in implied]
    figures = {c.split(":")[1] if c[0] == "=" else c[1:] for c in telling if c[0] in "=~"}
    told = len([c for c in telling if c[0] not in "=~"]) + len(figures)
    named = any(c[0] == "@" for c in shared.concepts)
    things = [c for c in shared.concepts if c in thing_names()]
    enough = told >= 2 or (told == 1 and named and bool(things)) or (bool(figures) and len(things) >= 2)
    parties = len({left.names[key] for key in left.names.keys() & right.names.keys()})
    enough = enough or (told == 1 and parties >= 2 and shared.meaning >= _NEARLY_ALIKE)
    named_by = len([c for c in shared.concepts if c[0] == "@"])
    enough = enough or (named and len(things) >= _MIN_SHARED_CONCEPTS)
    enough = enough or (named_by >= 2 and len(things) >= 2 and shared.meaning >= _NEARLY_ALIKE)
    many = any(_counts_many(figure) for figure in (*left.figures, *right.figures))
    bare = not many and shared.meaning >= _NEARLY_ALIKE
    enough = enough or (told == 1 and len(things) >= 2 and bare)
    return enough and shared.information >= settings.min_information


def _held_in(shared: Agreement, settings: MatchSettings) -> bool:
    """Whether the longer of two tells nearly all that the shorter does, three things at least, and more."""
    told = [concept for concept in shared.concepts if concept in known_events()]
    alike = shared.meaning >= settings.min_meaning_held
    return alike and shared.held >= settings.min_held and len(told) >= _MIN_SHARED_CONCEPTS


def _tally_in_one_only(left: Profile, right: Profile) -> bool:
    """Whether one counts the dead or hurt, or many of anything, and the other gives no number: it has not said it."""
    one, other = (any(is_tally(f.measure) or _counts_many(f) for f in p.figures) for p in (left, right))
    return (one and not right.figures) or (other and not left.figures)


def _counts_what_other_names(left: Profile, right: Profile) -> bool:
    """Whether the counted thing or state of one stands in the other without its number: there may be more of them."""
    pairs = ((left, right), (right, left))
    return any(set(figure.measure.split()) & other.told for one, other in pairs for figure in one.figures)


def _counts_many(figure: Figure) -> bool:
    return is_count(figure.measure) and (figure.low or figure.high or 0.0) >= MIN_TELLING_NUMBER


def _too_few_words(left: Profile, right: Profile, shared: Agreement, rarity: Rarity, settings: MatchSettings) -> bool:
    """Whether two mentions of one language share too little beside names.

    One language has words enough to tell apart two claims about the same people, however many names they share.
    """
    if left.language != right.language or not (left.plain_stems or right.plain_stems) or _held_in(shared, settings):
        return False
    stems = likeness(left.plain_stems, right.plain_stems, rarity.weights(left.language))
    senses = likeness(left.plain_senses, right.plain_senses, rarity.weights(left.language + SENSES))
    return max(stems, senses) < settings.min_beside_names


def _happens(concept: str) -> bool:
    """Whether a concept is an event, a figure or a type, not just somebody or somewhere."""
    return concept[0] in "=~#" or concept in event_names()


def worded_pairs(
    profiles: Sequence[Profile], rarity: Rarity, threshold: float, max_posting: int
) -> tuple[set[tuple[int, int]], list[str]]:
    """Places of mentions of one language whose words are alike, and the words too common to look by."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        by_language[profile.language].append(at)
    pairs: set[tuple[int, int]] = set()
    hot: list[str] = []
    for language, places in sorted(by_language.items()):
        for sets, kind in (
            ([profiles[at].stem_set for at in places], language),
            ([profiles[at].senses for at in places], language + SENSES),
        ):
            found, common = alike_pairs(sets, rarity.weights(kind), threshold, max_posting)
            pairs.update((places[one], places[other]) for one, other, _ in found)
            hot += [f"{language}:{word}" for word in common]
    return pairs, sorted(set(hot))


def _figured_pairs(profiles: Sequence[Profile], max_posting: int) -> tuple[set[tuple[int, int]], list[str]]:
    """Places of mentions that share a figure with what it counts and one thing more."""
    anchored = [frozenset(c for c in p.told if c[0] in "=@#") for p in profiles]
    postings: dict[str, list[int]] = defaultdict(list)
    for at, held in enumerate(anchored):
        for concept in held:
            if concept[0] == "=":
                postings[concept].append(at)
    hot = sorted(concept for concept, posting in postings.items() if len(posting) > max_posting)
    pairs = {
        (one, other)
        for concept, posting in postings.items()
        if len(posting) <= max_posting
        for one, other in combinations(posting, 2)
        if len(anchored[one] & anchored[other]) >= 2
    }
    return pairs, hot


def _candidates(
    profiles: Sequence[Profile], rarity: Rarity, settings: MatchSettings
) -> tuple[list[tuple[Profile, Profile]], list[str]]:
    """Pairs worth comparing, and the keys left out because too many mentions share them."""
    worded, hot_words = worded_pairs(profiles, rarity, settings.min_wording, settings.max_posting)
    weights = rarity.weights(TOLD)
    meant, hot_concepts = alike_pairs(
        [p.told for p in profiles], weights, settings.min_meaning_held, settings.max_posting
    )
    figured, hot_figures = _figured_pairs(profiles, settings.max_posting)
    pairs = worded | figured | {(one, other) for one, other, _ in meant}
    return [(profiles[a], profiles[b]) for a, b in sorted(pairs)], sorted({*hot_words, *hot_concepts, *hot_figures})


class _Comparisons:
    """Vetoes and links of one case, each pair compared at most once.

    A link needs that no veto stands between the two; members that are not linked need that no hard one does.
    """

    def __init__(self, profiles: Sequence[Profile], settings: MatchSettings) -> None:
        self.profiles = {p.id: p for p in profiles}
        self.rarity = Rarity(profiles)
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        self.by_hand = ByHand(settings, self.profiles)
        self._apart = {(min(pair), max(pair)): True for pair in self.by_hand.apart}
        pairs, self.hot = _candidates(profiles, self.rarity, settings)
        for left, right in pairs:
            shared = agreement(left, right, self.rarity)
            if _too_few_words(left, right, shared, self.rarity, settings):
                continue
            strength = links_up(left, right, shared, settings)
            if strength and not vetoes(left, right) and not any(substitutions(left, right)):
                self.links[left.id][right.id] = strength
                self.links[right.id][left.id] = strength

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether a hard veto, or a hand, stands between two mentions."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._apart:
            both = self.profiles[one], self.profiles[other]
            self._apart[pair] = any(veto.hard for veto in (*vetoes(*both), *substitutions(*both)))
        return self._apart[pair]

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
    reasons = [*told, *why_one(centre, others, compared.rarity, settings)]
    if len(cluster.members) >= _ALARM_SIZE and cluster.cohesion < settings.min_cohesion:
        detail = f"only {cluster.cohesion:.0%} of its pairs match directly: it may hold more than one claim"
        reasons.append(Reason(code="low_cohesion", detail=detail, evidence=(centre.id,)))
    return tuple(reasons)


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
