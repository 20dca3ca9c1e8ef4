"""How near in meaning two statements are, whatever their words and their languages, and in what they answer.

Nearness finds what shares no words ("the levee gave way", "the dam burst") and rules out what shares many and means
something else. It joins nothing by itself: two near ones are read together.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from sayso.corroborate.profile import Profile
from sayso.networks.loading import Scores
from sayso.networks.statements import directions

_BLOCK = 1024  # statements compared with all others at once
_SLACK = 0.01  # a block of products differs from one by itself in the last digits


class Nearness:
    """Where the statements of a case point, by mention."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._ids = [profile.id for profile in profiles]
        self._places = {one: place for place, one in enumerate(self._ids)}
        pointing = directions([profile.mention.span.exact for profile in profiles])
        self._vectors: Scores = pointing.meaning
        self._questions: Scores = pointing.question

    def among(self, profiles: Sequence[Profile]) -> "Nearness":
        """The same of some of the statements."""
        kept = Nearness([])
        kept._ids = [profile.id for profile in profiles]
        kept._places = {one: place for place, one in enumerate(kept._ids)}
        rows = [self._places[one] for one in kept._ids]
        kept._vectors, kept._questions = self._vectors[rows], self._questions[rows]
        return kept

    def of(self, left: Profile, right: Profile) -> float:
        """The cosine of two statements, to two digits."""
        return _cosine(self._vectors, self._places[left.id], self._places[right.id])

    def of_questions(self, left: Profile, right: Profile) -> float:
        """The cosine of the questions that two statements answer, to two digits."""
        return _cosine(self._questions, self._places[left.id], self._places[right.id])

    def pairs(self, least: float, most: int) -> Iterator[tuple[str, str]]:
        """Pairs of mentions that are `least` near, of each mention with the `most` nearest of those behind it."""
        for start in range(0, len(self._ids), _BLOCK):
            block = self._vectors[start : start + _BLOCK] @ self._vectors[start:].T
            for row, found in enumerate(block):
                behind = found[row + 1 :]
                near = np.flatnonzero(behind >= least - _SLACK)
                near = near[np.argsort(-behind[near], kind="stable")][:most]
                for place in (start + row + 1 + near).tolist():
                    if _cosine(self._vectors, start + row, place) >= least:
                        yield self._ids[start + row], self._ids[place]


def _cosine(vectors: Scores, one: int, other: int) -> float:
    # Summed in one order whatever stands beside it, so that a case in other blocks gives the same
    return round(float(np.sum(vectors[one].astype(np.float64) * vectors[other])), 2)
