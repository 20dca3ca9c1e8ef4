"""Which claims give different answers to one question, as a network finds that reads both."""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np

from sayso.corroborate.linkage import Hundredths
from sayso.corroborate.profile import Profile
from sayso.networks.statements import Pair, read_answers

READ_FROM: Final = 60  # hundredths of a cosine of two questions from which on two claims are read together
# Log-odds of other answers from which on two claims are rivals. Of pairs of statements of 18 held cases whose questions
# lie so near and that are found so, 93 in 100 give other answers to one question in their gold, from 1 on 86, from 0.5
# on 79. Of claims it is fewer, as what was found to say the same stands in one claim: of seven at 1 or more in twelve
# held cases three were right; of the four wrong ones two were clock times, both above 1.5.
SURE: Final = 1.5
# Log-odds of other answers and of the same from which on two are taken to answer one question: of five groups that are
# below in those cases, one did.
OF_ONE: Final = (-1.0, -0.5)
READ: Final = 2  # mentions of either claim that are read
MOST_READ: Final = 150  # pairs of claims that are read, those of most articles and then the nearest

Answer = list[Profile]
"""What one claim states, by its mentions."""


def articles(answer: Answer) -> int:
    """How many articles state it."""
    return len({one.mention.article_id for one in answer})


class Rivals:
    """Of some answers the pairs that give one question another answer, and those that may."""

    def __init__(self, answers: Sequence[Answer], near: Hundredths) -> None:
        found = np.argwhere(np.triu(near >= READ_FROM, 1)).tolist()
        weight = [articles(answer) for answer in answers]
        ranked = sorted(found, key=lambda pair: (-min(weight[at] for at in pair), -near[pair[0], pair[1]], pair))
        asked = [(one, other) for one, other in ranked if _of_two_reports(answers[one], answers[other])][:MOST_READ]
        readings = {pair: _pairs(answers[pair[0]], answers[pair[1]]) for pair in asked}
        read = read_answers(sorted({one for pairs in readings.values() for one in pairs}))
        self._told = {
            pair: tuple(math.fsum(odds) / len(own) for odds in zip(*(read[one][1].values for one in own), strict=True))
            for pair, own in readings.items()
        }
        self._odds = {
            (one, other): rival
            for (one, other), (_, rival) in self._told.items()
            if rival >= SURE and not (_has_figures(answers[one]) and _has_figures(answers[other]))
        }

    def of_one_question(self, sides: Sequence[Sequence[int]]) -> bool:
        """Whether answers of two sides are likely enough to answer one question; so they are where none was read."""
        pairs = [
            (min(one, other), max(one, other))
            for ours, theirs in combinations(sides, 2)
            for one in ours
            for other in theirs
        ]
        told = [self._told[pair] for pair in pairs if pair in self._told]
        return not told or any(rival >= OF_ONE[0] or same >= OF_ONE[1] for same, rival in told)

    def are(self, one: int, other: int) -> bool:
        """Whether two answers, by their places, are rivals."""
        return (min(one, other), max(one, other)) in self._odds

    def groups(self, most: int) -> list[list[int]]:
        """Answers to one question, so many at the most, each a rival of another of them; the surest come first."""
        home: dict[int, list[int]] = {}
        for one, other in sorted(self._odds, key=lambda pair: (-self._odds[pair], pair)):
            ours, theirs = home.get(one, [one]), home.get(other, [other])
            if ours is not theirs and len(ours) + len(theirs) <= most:
                joined = [*ours, *theirs]
                home.update(dict.fromkeys(joined, joined))
        kept: dict[int, list[int]] = {}
        for group in home.values():
            kept.setdefault(min(group), sorted(group))
        return list(kept.values())


def _of_two_reports(one: Answer, other: Answer) -> bool:
    return len({profile.mention.article_id for profile in (*one, *other)}) > 1


def _has_figures(answer: Answer) -> bool:
    """Whether it is told by figures: two that are have records of their own, of counts and of times."""
    return any(sign.isdigit() for profile in answer[:READ] for sign in profile.mention.span.exact)


def _pairs(one: Answer, other: Answer) -> list[Pair]:
    """The mentions of two answers that are read, as they are read."""
    both = [[(profile.mention.span.exact, profile.language) for profile in answer[:READ]] for answer in (one, other)]
    return sorted({(min(ours, theirs), max(ours, theirs)) for ours in both[0] for theirs in both[1]})
