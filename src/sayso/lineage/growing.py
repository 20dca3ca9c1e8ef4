"""Families grow by their likest pairs first, and a pair is judged by what it would join when its turn comes.

A report that a paragraph was set into stands alone before its pairs are looked at, so two feeble pairs, one to each of
two families, may both join it, each by the bar for a text that stands alone, and make one family of the two. In order
of likeness (Kruskal 1956) the second finds it in a family and must show more. On shared/eval/copies.py, 200,000
documents of seed 1, families ARI rises by that and by the two rules below from 95.7 to 97.1: 2,274 wrong pairs less
and 521 right ones.
"""

import dataclasses
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import gathered
from sayso.lineage.families import Families, labels_of
from sayso.lineage.joining import JOINING, JOINING_AGENCY, JOINING_STRONG, Mask, is_settled
from sayso.lineage.worth import Pair, is_solid, is_strong, numbers_of
from sayso.settings import LineageSettings

FIRM = 0.6  # density from which most of a text shared is beyond doubt
# Density from which such a pair of less joins two documents that stand alone, one with a family, two families. Between
# two, 12 right pairs and 74 wrong ones have less than 0.5; a copy with one word in five left out has 0.3.
JOINING_SOLID = (0.0, 0.0, 0.5)
# Of two families of which one is larger than this, a fifth of the large one must have such pairs with the other. Where
# less than a tenth had, 1 pair of families was one by the making and 45 were not, among them the largest; a fifth gives
# an ARI of 97.1 as a tenth does, and 98.0 in place of 97.6 of 20,000 (seed 3).
LARGE, BORNE = 10, 0.2
_BARS = ((0.0, 0.0, 0.0), JOINING_SOLID, JOINING_STRONG, JOINING_AGENCY, JOINING)


@dataclasses.dataclass(frozen=True, slots=True)
class Joins:
    """Pairs by number, how much of each is word for word and shared, and which bars it must pass.

    `kind`: a row of the bars; those of the first two rows join before the others. `at_home`: its text is at home in the
    family of one of the two, so that the other need not be like that family to join it.
    """

    left: Indexes
    right: Indexes
    density: npt.NDArray[np.float64]
    shared: npt.NDArray[np.float64]
    kind: npt.NDArray[np.int8]
    at_home: Mask

    @classmethod
    def of(cls, pairs: Sequence[Pair], settings: LineageSettings) -> "Joins":
        """The same of `pairs`."""
        return cls(
            *numbers_of(pairs),
            np.array([pair.alignment.density for pair in pairs], np.float64),
            np.array([pair.alignment.shared for pair in pairs], np.float64),
            np.array([_kind(pair, settings) for pair in pairs], np.int8),
            np.array([pair.needs_home for pair in pairs], bool),
        )

    def ends(self, places: Indexes) -> Indexes:
        """The left and the right documents of the pairs at these places."""
        return np.stack([self.left[places], self.right[places]])

    def in_turn(self, places: Indexes) -> Indexes:
        """These places in the order in which their pairs join: most of a text before less, the likest first."""
        keys = (self.right, self.left, -self.shared, -self.density, np.minimum(self.kind, 2))
        return places[np.lexsort([key[places] for key in keys])]

    def bar(self, at: int, sizes: Sequence[int]) -> float:
        """The density from which the pair at this place may join two families of these sizes, the smaller first."""
        established = (sizes[0] > 1) + (sizes[1] > 1)
        if established == 1 and self.at_home[at]:
            established = 0
        return _BARS[self.kind[at]][established]

    @classmethod
    def joined(cls, parts: Iterable["Joins"]) -> "Joins":
        """Those of all parts."""
        kinds = (np.int64, np.int64, np.float64, np.float64, np.int8, bool)
        rows = [tuple(getattr(part, field.name) for field in dataclasses.fields(cls)) for part in parts]
        return cls(*gathered(rows, *kinds))


def _kind(pair: Pair, settings: LineageSettings) -> int:
    if is_strong(pair.alignment, settings):
        if not is_solid(pair.alignment):
            return 2
        return 0 if pair.alignment.density >= FIRM else 1
    if is_settled(pair):
        return 1
    return 3 if pair.agency else 4


class _Growing(Families):
    """Families of families, with how many documents each has under its root."""

    def __init__(self, members: Indexes) -> None:
        super().__init__(len(members))
        self.members: list[int] = members.tolist()

    def join(self, left: int, right: int) -> None:
        one, other = self.root(left), self.root(right)
        if one != other:
            super().join(one, other)
            self.members[self.root(one)] = self.members[one] + self.members[other]


def grown(size: int, joins: Joins) -> Mask:
    """Which of the pairs stand: those within a family once all have joined what they may."""
    firm = joins.kind == 0
    labels = labels_of(size, joins.left[firm], joins.right[firm])
    rest = joins.in_turn(np.flatnonzero(~firm))
    touched, places = np.unique(labels[joins.ends(rest)], return_inverse=True)  # a corpus has far more families
    places = places.reshape(2, -1)
    families = _Growing(np.bincount(labels, minlength=size)[touched])
    late = _join(joins, rest, places, families)
    own = families.labels()[places[:, late]]
    for left, right in own[:, _borne(joins.ends(rest[late]), own, families.members)].T.tolist():
        families.join(left, right)
    own = families.labels()[places]
    stands: Mask = firm.copy()
    stands[rest] = own[0] == own[1]
    return stands


def _join(joins: Joins, rest: Indexes, places: Indexes, families: _Growing) -> list[int]:
    """Let the pairs join their families in turn; those between two of which one is large are given back."""
    late = []
    for turn, (at, left, right) in enumerate(zip(rest.tolist(), *places.tolist(), strict=True)):
        one, other = families.root(left), families.root(right)
        sizes = sorted((families.members[one], families.members[other]))
        if one == other or joins.density[at] < joins.bar(at, sizes):
            continue
        if sizes[0] > 1 and sizes[1] > LARGE:
            late.append(turn)
        else:
            families.join(one, other)
    return late


def _borne(ends: Indexes, own: Indexes, members: Sequence[int]) -> Mask:
    """Which pairs between two families, of which one is large, are not alone: enough of the large one has some.

    `ends` are the documents of the pairs and `own` their families, of so many `members`.
    """
    sizes = np.array(members, np.int64)[own]
    bearers = np.unique(np.concatenate([np.stack([*own, ends[0]]), np.stack([*own[::-1], ends[1]])], axis=1), axis=1)
    between, counts = np.unique(bearers[:2], axis=1, return_counts=True)
    borne = dict(zip(zip(*between.tolist(), strict=True), counts.tolist(), strict=True))
    count = np.array([[borne[a, b], borne[b, a]] for a, b in own.T.tolist()], np.int64).reshape(-1, 2).T
    count = np.where(sizes == sizes.max(axis=0, initial=0), count, 0)  # of the large one; of two as large the more
    return np.asarray(count.max(axis=0, initial=0) >= BORNE * sizes.max(axis=0, initial=0))
