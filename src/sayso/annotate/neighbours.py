"""What stands at a place of a text: of many relations the few that lie there, of many sentences the one around it.

A text of thousands of short sayings is read in time that grows with its length, not with its square.
"""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.annotate.relations import Relation, Stretch

_CELL = 64  # code points; a saying has a few


class Neighbours:
    """Relations by where some stretches of theirs lie. Who is given another stretch has to be noted again."""

    def __init__(self, relations: Sequence[Relation], stretches: Callable[[Relation], Sequence[Stretch]]) -> None:
        self._relations = relations
        self._stretches = stretches
        self._at: dict[int, set[int]] = defaultdict(set)
        self._number = {id(relation): number for number, relation in enumerate(relations)}
        for relation in relations:
            self.note(relation)

    def note(self, relation: Relation) -> None:
        """Take in where a relation lies now; where it lay before it is still looked for."""
        for cell in _cells(self._stretches(relation)):
            self._at[cell].add(self._number[id(relation)])

    def of(self, stretches: Iterable[Stretch]) -> list[Relation]:
        """The relations that may touch some stretches, in their order; those that do are among them."""
        found = {number for cell in _cells(stretches) for number in self._at.get(cell, ())}
        return [self._relations[number] for number in sorted(found)]


def _cells(stretches: Iterable[Stretch]) -> Iterator[int]:
    for start, end in stretches:
        yield from range(start // _CELL, end // _CELL + 1)


def sentences_in(sentences: Sequence[Stretch], low: int, high: int) -> Iterator[Stretch]:
    """Of sentences, or other stretches that do not overlap, in the order of the text those that overlap one."""
    at = max(0, bisect_right(sentences, (low, sys.maxsize)) - 1)
    while at < len(sentences) and sentences[at][0] < high:
        if sentences[at][1] > low:
            yield sentences[at]
        at += 1


def sentence_at(sentences: Sequence[Stretch], place: int) -> Stretch | None:
    """The sentence that holds a place."""
    return next(sentences_in(sentences, place, place + 1), None)


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in the order of the text, those that touch or overlap made one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
