"""Families grow by the pairs that share most first, and a pair is judged by what it would join when its turn comes.

A report that a paragraph was set into stands alone before its pairs are looked at, so two feeble pairs, one to each of
two families, may both join it, each by the bar for a text that stands alone, and make one family of the two. In order
of the words shared word for word (after Kruskal 1956) the second finds it in a family and must show more. On
shared/eval/copies.py, 200,000 documents of seed 1, families ARI rises by that and the rules below from 95.7 to 97.2.
"""

import dataclasses
import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from sayso.lineage.align import Alignment
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import gathered
from sayso.lineage.families import Families, labels_of
from sayso.lineage.joining import JOINING, JOINING_AGENCY, JOINING_STRONG, Mask, is_settled
from sayso.lineage.worth import Pair, is_solid, is_strong, numbers_of
from sayso.settings import LineageSettings

# Density, and coverage of both texts or else of one and words shared, from which a pair joins whatever it finds.
FIRM, FIRM_BOTH, FIRM_ONE, FIRM_WORDS = 0.6, 0.8, 0.9, 100
# Density from which a pair of which most of a text is shared joins two documents that stand alone, one with a family,
# two families. Between two, 12 right pairs and 74 wrong ones have less than 0.5; a copy with one word in five left out
# has 0.3.
JOINING_SOLID = (0.0, 0.0, 0.5)
# Of two families of which one is larger than this, half of one must share text with the other, and in the other as many
# as there are representatives of a text printed everywhere, which alone its copies are compared with: or half of it, if
# that is less. By one pair 77 such joins of 200,000 documents (seed 3) were right and 393 wrong, among them twelve
# families of thirteen of which one text each has the same paragraph: ARI 96.1, and 97.0 by this rule. Half of both
# gives 97.1, and parts copies of one half of a story from those of the other.
LARGE, BORNE = 10, 0.5
_AT_ONCE = 1 << 16


class Standing(enum.IntEnum):
    """What is shared by a pair: what makes it join whatever it finds, or which bars it must pass."""

    FIRM = 0
    MOST = 1
    HALF = 2
    AGENCY = 3
    LITTLE = 4


_BARS = {
    Standing.MOST: JOINING_SOLID,
    Standing.HALF: JOINING_STRONG,
    Standing.AGENCY: JOINING_AGENCY,
    Standing.LITTLE: JOINING,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Joins:
    """Pairs by number, how much of each is word for word and shared, and which bars it must pass.

    `standing`: of each, as a number. `at_home`: its text is at home in the family of one of the two, so that the other
    need not be like that family to join it.
    """

    left: Indexes
    right: Indexes
    density: npt.NDArray[np.float64]
    shared: npt.NDArray[np.float64]
    standing: npt.NDArray[np.int8]
    at_home: Mask

    @classmethod
    def of(cls, pairs: Sequence[Pair], settings: LineageSettings) -> "Joins":
        """The same of `pairs`."""
        return cls(
            *numbers_of(pairs),
            np.array([pair.alignment.density for pair in pairs], np.float64),
            np.array([pair.alignment.shared for pair in pairs], np.float64),
            np.array([standing(pair, settings) for pair in pairs], np.int8),
            np.array([pair.needs_home for pair in pairs], bool),
        )

    def in_turn(self, places: Indexes) -> Indexes:
        """These places in the order in which their pairs join: the most words shared word for word first."""
        keys = (self.right, self.left, -self.shared * self.density)
        return places[np.lexsort([key[places] for key in keys])]

    def bar(self, at: int, sizes: Sequence[int]) -> float:
        """The density from which the pair at this place may join two families of these sizes, the smaller first."""
        established = (sizes[0] > 1) + (sizes[1] > 1)
        if established == 1 and self.at_home[at]:
            established = 0
        return _BARS[Standing(self.standing[at])][established]

    @classmethod
    def joined(cls, parts: Iterable["Joins"]) -> "Joins":
        """Those of all parts."""
        kinds = (np.int64, np.int64, np.float64, np.float64, np.int8, bool)
        rows = [tuple(getattr(part, field.name) for field in dataclasses.fields(cls)) for part in parts]
        return cls(*gathered(rows, *kinds))


def standing(pair: Pair, settings: LineageSettings) -> Standing:
    """By how much of the texts is shared, and whether one agency stands behind both."""
    if is_strong(pair.alignment, settings):
        if not is_solid(pair.alignment):
            return Standing.HALF
        return Standing.FIRM if _is_firm(pair.alignment) else Standing.MOST
    if is_settled(pair):
        return Standing.MOST
    return Standing.AGENCY if pair.agency else Standing.LITTLE


def _is_firm(alignment: Alignment) -> bool:
    covered = alignment.left_coverage, alignment.right_coverage
    of_one = max(covered) >= FIRM_ONE and alignment.shared >= FIRM_WORDS
    return alignment.density >= FIRM and (of_one or min(covered) >= FIRM_BOTH)


class _Growing(Families):
    """Families given by the label of every document, its least, with how many documents each has under its root."""

    def __init__(self, labels: Indexes) -> None:
        super().__init__(len(labels))
        self._parent = labels.tolist()
        self.members: list[int] = np.bincount(labels, minlength=len(labels)).tolist()

    def join(self, left: int, right: int) -> None:
        one, other = self.root(left), self.root(right)
        if one != other:
            super().join(one, other)
            self.members[self.root(one)] = self.members[one] + self.members[other]


def grown(joins: Joins, settings: LineageSettings) -> Mask:
    """Which of the pairs stand: those within a family once all have joined what they may."""
    touched, flat = np.unique(np.stack([joins.left, joins.right]), return_inverse=True)
    ends = flat.reshape(2, -1)
    firm = joins.standing == Standing.FIRM
    families = _Growing(labels_of(len(touched), *ends[:, firm]))
    late = _join(joins, np.flatnonzero(~firm), ends, families)
    own = _joined_late(late, ends, families, settings)
    stands: Mask = own[0] == own[1]
    return stands


def _join(joins: Joins, rest: Indexes, ends: Indexes, families: _Growing) -> Indexes:
    """Let the `rest` of the pairs join in turn; those between two families of which one is large are given back."""
    late = []
    turns = joins.in_turn(rest)
    for some in np.split(turns, range(_AT_ONCE, len(turns), _AT_ONCE)):  # as lists they take five times the memory
        for at, left, right in zip(some.tolist(), *ends[:, some].tolist(), strict=True):
            one, other = families.root(left), families.root(right)
            if one == other:
                continue
            sizes = sorted((families.members[one], families.members[other]))
            if joins.density[at] < joins.bar(at, sizes):
                continue
            if sizes[0] > 1 and sizes[1] > LARGE:
                late.append(at)
            else:
                families.join(one, other)
    return np.array(late, np.int64)


class _Between:
    """Which documents of each family have pairs with which other family, as families join."""

    def __init__(self, ends: Indexes, own: Indexes, members: Sequence[int]) -> None:
        self._bearers: dict[int, dict[int, set[int]]] = defaultdict(dict)
        self._members = members
        self._joined: dict[int, int] = {}  # a family to the one that its documents are counted under now
        self._sizes: dict[int, int] = {}
        for left, right, one, other in np.concatenate([ends, own])[:, own[0] != own[1]].T.tolist():
            self._bearers[one].setdefault(other, set()).add(left)
            self._bearers[other].setdefault(one, set()).add(right)

    def now(self, family: int) -> int:
        """Under what a family is counted by now."""
        while family in self._joined:
            family = self._joined[family]
        return family

    def is_enough(self, one: int, other: int, representatives: int) -> bool:
        """Whether so many of both have pairs with the other that the two may be one family."""
        counts = len(self._bearers[one][other]), len(self._bearers[other][one])
        halves = [BORNE * self._size(family) for family in (one, other)]
        least = [min(half, representatives) for half in halves]
        return any(n >= half for n, half in zip(counts, halves, strict=True)) and all(
            n >= few for n, few in zip(counts, least, strict=True)
        )

    def join(self, one: int, other: int) -> int:
        """Count two families as one from now on; under what."""
        kept, gone = sorted((one, other), key=lambda family: (-len(self._bearers[family]), family))
        self._sizes[kept] = self._size(one) + self._size(other)
        self._joined[gone] = kept
        self._bearers[kept].pop(gone, None)
        for third, documents in self._bearers.pop(gone).items():
            if third != kept:
                self._bearers[kept].setdefault(third, set()).update(documents)
                self._bearers[third].setdefault(kept, set()).update(self._bearers[third].pop(gone))
        return kept

    def _size(self, family: int) -> int:
        return self._sizes.get(family, self._members[family])


def _joined_late(late: Indexes, ends: Indexes, families: _Growing, settings: LineageSettings) -> Indexes:
    """The families of both documents of every pair, once those that a `late` pair lies between have joined if they may.

    All that may join at once, then what has joined is asked again with its neighbours: what two families share with a
    third counts once they are one.
    """
    own = families.labels()[ends]
    if not len(late):
        return own
    between = _Between(ends, own, families.members)
    may: dict[int, set[int]] = defaultdict(set)
    for one, other in own[:, late].T.tolist():
        may[one].add(other)
        may[other].add(one)
    asked = {(one, other) for one in may for other in may[one] if one < other}
    while ready := sorted(pair for pair in asked if between.is_enough(*pair, settings.representatives)):
        grew = set()
        for one, other in (map(between.now, pair) for pair in ready):
            if one != other:
                families.join(one, other)
                kept = between.join(one, other)
                may[kept] |= may.pop(other if kept == one else one)
                grew.add(kept)
        asked = set()
        for one in {between.now(family) for family in grew}:
            may[one] = {between.now(family) for family in may[one]} - {one}
            asked |= {(min(one, other), max(one, other)) for other in may[one]}
    return families.labels()[ends]
