"""Statements that give one figure in answer to one question, whatever their words and languages.

"96 quelle tratte in salvo", "96 kişi kurtarıldı": the figures are equal, and a network that is not shown them says that
both answer one question (`sayso.corroborate.asked_odds`). Of 294 such pairs in small cases 287 were of one fact, and
the networks that read whole statements had joined a third of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from sayso.corroborate.asked import Answer, answers
from sayso.corroborate.asked_groups import MOST
from sayso.corroborate.asked_odds import known_as_others, odds
from sayso.corroborate.counted_states import states_of
from sayso.corroborate.differences import Key, size
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.same_statement import Pair

SAME_ANSWER: Final = 0.65  # the chance that two such statements are one; from 0.7 on more of held events is wrong
BARE: Final = 6  # stems of the shorter up to which it states little else; with 10 reach grows, and origins are lost
MORE: Final = 4  # stems that each further figure may bring
# Log-odds, in hundredths, from which on two equal figures answer one question. Two larger numbers of a case are seldom
# equal by chance: of 28 cases that the first network has not learnt from, of pairs from MANY on of which gold knows
# both, 247 of 247 between -200 and 100 are of one question where both say what they count, 40 of 42 between 0 and 100
# where one does not. Of 2 and 3 it is 82 in 100 from 0 on, and in cases of fifty reports half.
NEAR: Final = 100
NEAR_IF_MANY: Final = -200
NEAR_IF_BARE: Final = 0
MANY: Final = 10
LEAST: Final = 2  # that nobody was killed, or one, is said of much else
MOST_ANSWERS: Final = 60  # others that a figure counts with, the nearest


def same_answers(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of mentions of two articles that give the same figures for the same questions, and one of them little else.

    All figures of either: of "three more bodies were found and 41 people hurt" neither is what it states.
    """
    told = answers(profiles)[:MOST]
    holders, held = _holders(profiles), {profile.id: profile for profile in profiles}
    met: dict[Pair, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    telling = {one.key for one in told if size(one.figure) >= LEAST or one.dimension != COUNT}
    for pair in _nearest(told):
        one, other = (told[at] for at in pair)
        for left, right in product(holders[one.key], holders[other.key]):
            found = met[left, right] if left < right else met[right, left][::-1]
            found[0].add(one.figure.start)
            found[1].add(other.figure.start)
    for (left, right), (ours, theirs) in met.items():
        both = held[left], held[right]
        whole = len(ours) == len(both[0].figures) and len(theirs) == len(both[1].figures)
        tells = any((both[0].mention.article_id, start) in telling for start in ours)
        if whole and tells and min(len(one.stem_set) for one in both) <= BARE + MORE * (len(ours) - 1):
            yield left, right


def _nearest(told: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """The answers, by place, that are equal and of one question, the nearest first, each with so many others."""
    if not told:
        return
    near = odds(told, known_as_others(told))
    pairs = (
        (-int(near[one, other]), one, other)
        for equal in _by_value(told)
        for one, other in combinations(equal, 2)
        if near[one, other] >= _least_odds(told[one].figure, told[other].figure) and _comparable(told[one], told[other])
    )
    times = Counter[int]()
    for _, one, other in sorted(pairs):
        if max(times[one], times[other]) < MOST_ANSWERS:
            times.update((one, other))
            yield one, other


def _least_odds(one: Figure, other: Figure) -> int:
    """The log-odds from which on two equal figures answer one question."""
    if size(one) < MANY:
        return NEAR
    return NEAR_IF_MANY if one.measure and other.measure else NEAR_IF_BARE


def _holders(profiles: Sequence[Profile]) -> Mapping[Key, Sequence[str]]:
    """For each figure, by its article and place, the mentions that give it."""
    held: dict[Key, list[str]] = defaultdict(list)
    for profile in profiles:
        for figure in profile.figures:
            held[profile.mention.article_id, figure.start].append(profile.id)
    return held


def _by_value(told: Sequence[Answer]) -> list[list[int]]:
    """The places of answers of equal value."""
    held: dict[tuple[float | None, float | None], list[int]] = defaultdict(list)
    for at, answer in enumerate(told):
        held[answer.figure.low, answer.figure.high].append(at)
    return list(held.values())


def _comparable(one: Answer, other: Answer) -> bool:
    """Whether two stand in two articles, and are of one dimension and state as far as both say."""
    dimensions = {one.dimension, other.dimension}
    same = one.key[0] != other.key[0] and (len(dimensions) == 1 or COUNT in dimensions)
    return same and not _is_of_either(one, other) and not _is_of_either(other, one)


def _is_of_either(one: Answer, other: Answer) -> bool:
    """Whether the figure of one is of people in more states than it has figures, and the other's is of fewer.

    "17 killed or wounded" says of nobody that all were killed; "killed 17 and wounded 5" does.
    """
    ours, theirs = (states_of(a.profile, a.figure) for a in (one, other))
    return bool(theirs) and len(ours - theirs) > 0 and len(ours) > len(one.profile.figures)
