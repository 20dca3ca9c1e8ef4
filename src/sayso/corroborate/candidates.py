"""Pairs of mentions worth reading together: those that share words, or what they speak of, or a figure, or are near.

Of 404 pairs of statements in English of real reports that readers would file as one, words alone make 81 % candidates,
with those that are near 93 % (`train/statements_card.md`).
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sayso.corroborate.agreement import SENSES, TOLD, Rarity
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile
from sayso.corroborate.similarity import alike_pairs
from sayso.settings import MatchSettings

Places = tuple[int, int]


def candidates(
    profiles: Sequence[Profile], rarity: Rarity, nearness: Nearness, settings: MatchSettings
) -> tuple[list[tuple[Profile, Profile]], list[str]]:
    """Pairs worth comparing, and the keys left out because too many mentions share them.

    `nearness` is that of the same profiles, in the same order.
    """
    worded, hot_words = worded_pairs(profiles, rarity, settings.min_wording, settings.max_posting)
    weights = rarity.weights(TOLD)
    meant, hot_concepts = alike_pairs([p.told for p in profiles], weights, settings.min_meaning, settings.max_posting)
    figured, hot_figures = _figured_pairs(profiles, settings.max_posting)
    abroad = {
        (one, other)
        for one, other in figured | {(one, other) for one, other, _ in meant}
        if profiles[one].language != profiles[other].language
    }
    place = {profile.id: at for at, profile in enumerate(profiles)}
    near = {(place[one], place[other]) for one, other in nearness.pairs(settings.min_nearness, settings.most_near)}
    pairs = [(profiles[a], profiles[b]) for a, b in sorted(worded | abroad | near)]
    return pairs, sorted({*hot_words, *hot_concepts, *hot_figures})


def worded_pairs(
    profiles: Sequence[Profile], rarity: Rarity, threshold: float, max_posting: int
) -> tuple[set[Places], list[str]]:
    """Places of mentions of one language whose words are alike, and the words too common to look by."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        by_language[profile.language].append(at)
    pairs: set[Places] = set()
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


def _figured_pairs(profiles: Sequence[Profile], max_posting: int) -> tuple[set[Places], list[str]]:
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
