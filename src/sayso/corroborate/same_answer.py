"""Statements that give one figure in answer to one question, whatever their words and languages.

"96 quelle tratte in salvo", "96 kişi kurtarıldı": the figures are equal, and a network that is not shown them says that
both answer one question (`sayso.corroborate.asked_groups`). Of 294 such pairs in small cases 287 were of one fact, and
the networks that read whole statements had joined a third of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from sayso.corroborate.asked import Answer, answers
from sayso.corroborate.asked_groups import ALIKE, MOST, alike
from sayso.corroborate.differences import Key, size
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.profile import Profile
from sayso.corroborate.same_statement import Pair

SAME_ANSWER: Final = 0.65  # the chance that two such statements are one; from 0.7 on more of held events is wrong
BARE: Final = 6  # stems of the shorter up to which it states little else; with 10 reach grows, and origins are lost
LEAST: Final = 2  # that nobody was killed, or one, is said of much else
MOST_ANSWERS: Final = 60  # others that a figure counts with, the nearest


def same_answers(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of mentions of two articles that give one figure for one question, of which one states little else."""
    told = [answer for answer in answers(profiles) if size(answer.figure) >= LEAST or answer.dimension != COUNT][:MOST]
    holders = _holders(profiles)
    for one, other in _nearest(told):
        for left, right in product(holders[told[one].key], holders[told[other].key]):
            if min(len(left.stem_set), len(right.stem_set)) <= BARE:
                yield left.id, right.id


def _nearest(told: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """The answers, by place, that are equal and of one question, the nearest first, each with so many others."""
    if not told:
        return
    near = alike(told)
    pairs = (
        (-int(near[one, other]), one, other)
        for equal in _by_value(told)
        for one, other in combinations(equal, 2)
        if near[one, other] >= ALIKE and _comparable(told[one], told[other])
    )
    times = Counter[int]()
    for _, one, other in sorted(pairs):
        if max(times[one], times[other]) < MOST_ANSWERS:
            times.update((one, other))
            yield one, other


def _holders(profiles: Sequence[Profile]) -> Mapping[Key, Sequence[Profile]]:
    """For each figure, by its article and place, the mentions that give it and no other."""
    held: dict[Key, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if len(profile.figures) == 1:  # of "three more bodies were found and 41 people hurt" neither is what it states
            held[profile.mention.article_id, profile.figures[0].start].append(profile)
    return held


def _by_value(told: Sequence[Answer]) -> list[list[int]]:
    """The places of answers of equal value."""
    held: dict[tuple[float | None, float | None], list[int]] = defaultdict(list)
    for at, answer in enumerate(told):
        held[answer.figure.low, answer.figure.high].append(at)
    return list(held.values())


def _comparable(one: Answer, other: Answer) -> bool:
    """Whether two stand in two articles, and are of one dimension as far as both say."""
    dimensions = {one.dimension, other.dimension}
    return one.key[0] != other.key[0] and (len(dimensions) == 1 or COUNT in dimensions)
