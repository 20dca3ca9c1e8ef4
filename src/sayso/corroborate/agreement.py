"""Whether two mentions say the same: what they share, and what keeps them apart whatever they share.

Inside one language the evidence is shared words, weighted by rarity in the case. Across languages it is
anchors that no language changes: a number with what it counts, a type designation, a name by its sound.
A veto holds against any likeness: measured elsewhere, a headline matcher without one took 4 of 6 distorted
claims ("strengthening" for "weakening") for support.
"""

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.corroborate.profile import LONG_MENTION, MIN_TELLING_NUMBER, Figure, Profile, shown
from sayso.corroborate.similarity import Weights, likeness, weight_of
from sayso.model import Interval
from sayso.vocab import Aspect, Polarity

FIGURE_WEIGHT = 1.0  # "65 prisoners" in both
NUMBER_WEIGHT = 0.75  # 116 in both, what it counts unknown in one
NAME_WEIGHT = 0.75
SYSTEM_WEIGHT = 0.5  # "Il-76" stands in nearly every report of a case on one aircraft
NAME_SHARE = 0.6  # of a name's parts each is a concept: "Ana Maria Lenz" is not three things in common
NEUTRAL = "*"  # the "language" of concepts, figures, names and types
_ASIDE = 3  # a denied clause that holds a third of the words at most is not what a sentence says
_ANY_STATE = frozenset({"person", "killed", "injured", "rescued"})  # "none survived" and "all were killed" agree
_PASSIVE = frozenset({"by", "von", "durch", "par", "por", "dal", "da", "przez", "av", "af", "door"})


@dataclass(frozen=True, slots=True)
class Veto:
    """Something that keeps two mentions apart, in plain words.

    A hard one holds between any two members of a claim, a soft one only against the mention it gathers around:
    two tellings may each name another place in passing.
    """

    aspect: Aspect
    detail: str
    hard: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two mentions have in common. `wording` and `meaning` are in [0, 1]; `wording` is 0 across languages.

    `word_information` and `information` are the weight of what is shared, 1 for what the rarest concept of the case
    weighs: names that stand in every second mention make two mentions alike, but tell little.
    """

    wording: float
    words: tuple[str, ...]
    word_information: float
    meaning: float
    concepts: tuple[str, ...]
    information: float
    anchors: tuple[tuple[str, float], ...]

    @property
    def weight(self) -> float:
        """The weight of all anchors together."""
        return sum(weight for _, weight in self.anchors)


class Rarity:
    """Inverse document frequency of stems and concepts over the mentions of a case: log(1 + N / n), never zero."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        total = 0
        for profile in profiles:
            total += 1
            counted[profile.language].update(profile.stem_set)
            counted[NEUTRAL].update(profile.neutral)
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
        return likeness(left, right, weights), tuple(sorted(shared, key=lambda s: (-weights[s], s)))


def wording_overlap(left: Profile, right: Profile, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """How far two mentions share their words; 0 across languages."""
    if left.language != right.language:
        return 0.0, ()
    return rarity.overlap(left.language, left.stem_set, right.stem_set)


def anchors(left: Profile, right: Profile) -> tuple[tuple[str, float], ...]:
    """Language-neutral things that both state, each with its weight; a number counts once."""
    found: list[tuple[str, float]] = []
    numbers: set[float] = set()
    right_figures = {(f.measure, f.low, f.high) for f in right.figures if f.measure}
    for figure in left.figures:
        value = figure.low if figure.low is not None else figure.high
        if value is None or value in numbers:
            continue
        if figure.measure and (figure.measure, figure.low, figure.high) in right_figures:
            numbers.add(value)
            found.append((figure.label, FIGURE_WEIGHT))
    bare = (n for n in sorted(left.numbers & right.numbers) if n >= MIN_TELLING_NUMBER and n not in numbers)
    found.extend((shown(number), NUMBER_WEIGHT) for number in bare)
    found.extend((left.systems[key], SYSTEM_WEIGHT) for key in sorted(left.systems.keys() & right.systems.keys()))
    named = dict.fromkeys(left.names[key] for key in sorted(left.names.keys() & right.names.keys()))
    found.extend((name, NAME_WEIGHT) for name in named)  # once, however many of its parts both have
    return tuple(found)


def agreement(left: Profile, right: Profile, rarity: Rarity) -> Agreement:
    """All that two mentions share."""
    overlap, shared = wording_overlap(left, right, rarity)
    meaning, concepts = rarity.overlap(NEUTRAL, left.neutral, right.neutral)
    told_words = weight_of(frozenset(shared), rarity.weights(left.language)) / rarity.most
    told = weight_of(frozenset(concepts), rarity.weights(NEUTRAL)) / rarity.most
    return Agreement(overlap, shared, told_words, meaning, concepts, told, anchors(left, right))


def vetoes(left: Profile, right: Profile) -> tuple[Veto, ...]:
    """All that keeps two mentions from being one claim; empty if nothing does, and between copies of one sentence."""
    if same_sentence(left, right):
        return ()
    found = (
        _polarity_veto(left, right),
        _number_veto(left.figures, right.figures),
        _opposite_veto(left, right),
        _name_veto(left, right),
        _system_veto(left, right),
        _order_veto(left, right),
        _time_veto(left, right),
    )
    return tuple(veto for veto in found if veto)


def same_sentence(left: Profile, right: Profile) -> bool:
    """Whether two mentions are the same words: a reprint a day later still says what the first print said."""
    return left.language == right.language and _plain(left.mention.span.exact) == _plain(right.mention.span.exact)


@functools.lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _polarity_veto(left: Profile, right: Profile) -> Veto | None:
    apart = not left.mention.span.overlaps(right.mention.span)
    if left.rejects != right.rejects and apart:
        return Veto(Aspect.POLARITY, "one tells of a denial, the other of what is denied")
    if apart and (_denies_of(left, right) or _denies_of(right, left)):
        return Veto(Aspect.POLARITY, "one denies a part of what the other affirms")
    if left.polarity is not right.polarity and not _denies_in_passing(left, right):
        return Veto(Aspect.POLARITY, "one affirms, the other denies")
    ours, theirs = (p.negated and not p.in_passing for p in (left, right))
    if ours != theirs and left.language == right.language and apart and not deny_alike(left, right):
        return Veto(Aspect.POLARITY, "a word of denial stands in one only")
    return None


def deny_alike(left: Profile, right: Profile) -> bool:
    """Whether both deny, and mostly the same: one of them may be too long for its denial to be all it says."""
    fewer = min(len(left.denied), len(right.denied))
    return fewer > 0 and 2 * len(left.denied & right.denied) >= fewer


def _denies_of(denying: Profile, other: Profile) -> bool:
    """Whether a thing or event that one mention names only to deny it is what another affirms.

    "The plane did not carry prisoners" against "the plane carried prisoners", in any two languages.
    """
    if denying.language == other.language or _same_figures(denying, other) >= 2:
        return False
    return bool(denying.denied_concepts & (other.neutral - other.denied_concepts) - _ANY_STATE)


def _denies_in_passing(left: Profile, right: Profile) -> bool:
    """Whether the denial of one stands in a side clause, as far as its form and the figures of both show.

    "…with 65 prisoners, six crew and three escorts, none of whom survived" does not deny that they were aboard.
    """
    denying = left if left.polarity is Polarity.NEGATIVE else right
    other = right if denying is left else left
    agreed = _same_figures(left, right) >= 2
    aside = agreed or len(denying.denied) * _ASIDE <= len(denying.stem_set)
    if aside and denying.negated and not denying.denied_concepts & other.neutral:
        return True  # "…65 prisoners, six crew and three escorts, and nobody survived"
    return denying.in_passing and (agreed or len(denying.stem_set) <= LONG_MENTION)


def _number_veto(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Veto | None:
    if not left or not right or _same_values(left, right):
        return None
    for measure in sorted({f.measure for f in left} & {f.measure for f in right} - {""}):
        ours = [f for f in left if f.measure == measure]
        theirs = [f for f in right if f.measure == measure]
        if not any(a.agrees(b) for a in ours for b in theirs):
            return Veto(Aspect.NUMBER, f"{ours[0].label} against {theirs[0].label}")
    told = [f for f in left if _tells(f)]
    tellings = [f for f in right if _tells(f)]
    comparable = [(a, b) for a in told for b in tellings if a.agrees(b)]
    if told and tellings and not comparable:
        # What they count may differ: "65 prisoners" and "74 on board" do not make a pair, but may meet in one claim.
        hard = not {f.measure for f in told}.isdisjoint(f.measure for f in tellings)
        return Veto(Aspect.NUMBER, f"{told[0].label} against {tellings[0].label}", hard=hard)
    return None


def _same_values(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    """Whether all exact numbers of one side, two at least, stand in the other.

    Then what differs is what they are said to count: the "three servicemen" of one are the "three escorts" of the
    other, and its "65 servicemen" are the other's prisoners.
    """
    ours, theirs = ({f.low for f in side if f.low is not None and f.low == f.high} for side in (left, right))
    return len(ours & theirs) >= 2 and (ours <= theirs or theirs <= ours)


def _tells(figure: Figure) -> bool:
    """Whether a figure is more than the "one" or "two" that any sentence may hold."""
    value = figure.low if figure.low is not None else figure.high
    return value is not None and value > 2


def _opposite_veto(left: Profile, right: Profile) -> Veto | None:
    opposed = sorted(axis for axis, side in left.opposites if (axis, 1 - side) in right.opposites)
    return Veto(Aspect.POLARITY, f"opposite words ({opposed[0]})") if opposed else None


def _name_veto(left: Profile, right: Profile) -> Veto | None:
    if left.language != right.language or not left.names or not right.names or _same_figures(left, right) >= 2:
        return None
    if left.names.keys() & right.names.keys():
        return None
    one, other = min(left.names.values()), min(right.names.values())
    where = left.names.keys() <= left.places and right.names.keys() <= right.places
    return Veto(Aspect.PLACE if where else Aspect.ACTOR, f"{one} against {other}", hard=False)


def _same_figures(left: Profile, right: Profile) -> int:
    """How many figures with a measure both state; two settle that they tell the same, whatever else is named."""
    return len({f for f in left.neutral if f.startswith("=")} & right.neutral)


def _system_veto(left: Profile, right: Profile) -> Veto | None:
    """Other types in any language: a plane that carried one missile is not one that was hit by another."""
    if not left.systems or not right.systems or left.systems.keys() & right.systems.keys():
        return None
    one, other = min(left.systems.values()), min(right.systems.values())
    return Veto(Aspect.CAUSE, f"{one} against {other}", hard=False)


def _order_veto(left: Profile, right: Profile) -> Veto | None:
    """The same names in turned order around the same words: who did it to whom is turned round."""
    if left.language != right.language or len(left.names.keys() & right.names.keys()) < 2:
        return None
    one, other = left.name_order, right.name_order
    shared = [name for name in one if name in other]
    if shared == [name for name in other if name in shared]:
        return None
    said, told = (set(p.mention.span.exact.casefold().split()) for p in (left, right))
    if bool(said & _PASSIVE) != bool(told & _PASSIVE):
        return None
    alike = len(left.stem_set & right.stem_set) / max(1, len(left.stem_set | right.stem_set))
    return Veto(Aspect.ACTOR, "the same names in turned order") if alike >= 0.6 else None


def _time_veto(left: Profile, right: Profile) -> Veto | None:
    """Times that cannot meet; "tonight" in a report and in its reprint of the next day is one time."""
    if not left.times or not right.times or left.time_words & right.time_words:
        return None
    if any(_meet(a, b) for a in left.times for b in right.times):
        return None
    return Veto(Aspect.TIME, "different times", hard=False)


def _meet(left: Interval, right: Interval) -> bool:
    later_start = max((i.earliest for i in (left, right) if i.earliest), default=None)
    earlier_end = min((i.latest for i in (left, right) if i.latest), default=None)
    return later_start is None or earlier_end is None or later_start <= earlier_end
