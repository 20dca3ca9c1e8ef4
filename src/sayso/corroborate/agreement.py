"""What two mentions share: words, what they speak of, figures, names.

Inside one language the evidence is shared words, weighted by rarity in the case, as they stand or by what they mean.
Across languages it is what no language changes: events and things that lists know, a number with what it counts, a
type designation, a name by its sound. What keeps two mentions apart, whatever they share, is in `vetoes`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.corroborate.concepts import known
from sayso.corroborate.profile import MIN_TELLING_NUMBER, Profile, shown
from sayso.corroborate.similarity import Weights, likeness
from sayso.corroborate.vetoes import NEVER, Veto, substitutions, vetoes

__all__ = [
    "NEUTRAL",
    "NEVER",
    "TOLD",
    "Agreement",
    "Rarity",
    "Veto",
    "agreement",
    "anchors",
    "comparable",
    "substitutions",
    "vetoes",
    "wording_overlap",
]

NAME_SHARE = 0.6  # of a name's parts each is a concept: "Ana Maria Lenz" is not three things in common
NEUTRAL = "*"  # the "language" of concepts, figures, names and types
TOLD = "**"  # the same with what the longer lists of fewer languages know
SENSES = "+"  # behind a language: its words by what they mean


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two mentions have in common, as a reader is shown it. `wording` is in [0, 1], and 0 across languages."""

    wording: float
    words: tuple[str, ...]
    concepts: tuple[str, ...]
    anchors: tuple[str, ...]


class Rarity:
    """Inverse document frequency of stems and concepts over the mentions of a case: log(1 + N / n), never zero."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        total = 0
        for profile in profiles:
            total += 1
            counted[profile.language].update(profile.stem_set)
            counted[profile.language + SENSES].update(profile.senses)
            counted[NEUTRAL].update(profile.neutral)
            counted[TOLD].update(profile.told)
        self.most = math.log(1 + max(1, total))
        self._weights = {
            language: {
                element: math.log(1 + total / n) * (NAME_SHARE if element[0] == "@" else 1.0)
                for element, n in counts.items()
            }
            for language, counts in counted.items()
        }

    def weights(self, language: str) -> Weights:
        """The weight of every stem of a language, or of every concept."""
        return self._weights.get(language, {})

    def overlap(self, language: str, left: frozenset[str], right: frozenset[str]) -> tuple[float, tuple[str, ...]]:
        """How alike two sets are, in [0, 1], and what they share, rarest first."""
        weights = self.weights(language)
        shared = left & right
        if not shared:
            return 0.0, ()
        return likeness(left, right, weights), tuple(sorted(shared, key=lambda s: (-weights.get(s, 0.0), s)))


def wording_overlap(left: Profile, right: Profile, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """How far two mentions share their words; 0 across languages."""
    if left.language != right.language:
        return 0.0, ()
    return rarity.overlap(left.language, left.stem_set, right.stem_set)


def comparable(left: Profile, right: Profile) -> tuple[frozenset[str], frozenset[str]]:
    """What each tells, as far as the lists of the other's language could have shown it."""
    if left.language == right.language:
        return left.told, right.told
    ours, theirs = known(left.language), known(right.language)
    return frozenset(c for c in left.told if _can_stand(c, theirs)), frozenset(
        c for c in right.told if _can_stand(c, ours)
    )


def _can_stand(concept: str, listed: frozenset[str]) -> bool:
    return not concept[0].islower() or concept in listed


def anchors(left: Profile, right: Profile) -> tuple[str, ...]:
    """Language-neutral things that both state; a number counts once."""
    found: list[str] = []
    numbers: set[float] = set()
    right_figures = {(f.measure, f.low, f.high) for f in right.figures if f.measure}
    for figure in left.figures:
        value = figure.low if figure.low is not None else figure.high
        if value is None or value in numbers:
            continue
        if figure.measure and (figure.measure, figure.low, figure.high) in right_figures:
            numbers.add(value)
            found.append(figure.label)
    bare = (n for n in sorted(left.numbers & right.numbers) if n >= MIN_TELLING_NUMBER and n not in numbers)
    found.extend(shown(number) for number in bare)
    found.extend(left.systems[key] for key in sorted(left.systems.keys() & right.systems.keys()))
    named = dict.fromkeys(left.names[key] for key in sorted(left.names.keys() & right.names.keys()))
    found.extend(named)  # once, however many of its parts both have
    return tuple(found)


def agreement(left: Profile, right: Profile, rarity: Rarity) -> Agreement:
    """All that two mentions share; their words as they stand or by what they mean, whichever is more alike."""
    overlap, shared = wording_overlap(left, right, rarity)
    if left.language == right.language:
        meant, senses = rarity.overlap(left.language + SENSES, left.senses, right.senses)
        if meant > overlap:
            overlap, shared = meant, senses
    _, concepts = rarity.overlap(TOLD, *comparable(left, right))
    return Agreement(overlap, shared, concepts, anchors(left, right))
