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
# Of two families of which one is larger than this, half of each must share text with the other. By one pair alone 77
# such joins of 200,000 documents (seed 3) were right and 393 wrong, among them twelve families of thirteen of which one
# text each has the same paragraph; by half of each 25 and 10. Families ARI is 97.0 with a fifth, 97.1 with half.
LARGE, BORNE = 10, 0.5
_AT_ONCE = 1 << 16
_BARS = ((0.0, 0.0, 0.0), JOINING_SOLID, JOINING_STRONG, JOINING_AGENCY, JOINING)


@dataclasses.dataclass(frozen=True, slots=True)
class Joins:
    """Pairs by number, how much of each is word for word and shared, and which bars it must pass.

    `kind`: a row of the bars; those of the first join whatever they find. `at_home`: its text is at home in the family
    of one of the two, so that the other need not be like that family to join it.
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
        """These places in the order in which their pairs join: the most words shared word for word first."""
        keys = (self.right, self.left, -self.shared * self.density)
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
        return 2 if not is_solid(pair.alignment) else 0 if _is_firm(pair.alignment) else 1
    if is_settled(pair):
        return 1
    return 3 if pair.agency else 4


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
    firm = joins.kind == 0
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


def _joined_late(late: Indexes, ends: Indexes, families: _Growing, settings: LineageSettings) -> Indexes:
    """The families of both documents of every pair, once those that a `late` pair lies between have joined if they may.

    What has joined is asked again with its neighbours, and nothing else: a chain of families takes a round a link.
    """
    own = families.labels()[ends]
    is_late = np.zeros(own.shape[1], bool)
    is_late[late] = True
    renamed = np.arange(own.max(initial=0) + 1)
    asked = np.flatnonzero(own[0] != own[1])
    while len(ready := asked[_borne(ends[:, asked], own[:, asked], families, settings) & is_late[asked]]):
        for left, right in own[:, ready].T.tolist():
            families.join(left, right)
        before = np.unique(own[:, ready])
        renamed[before] = now = [families.root(label) for label in before.tolist()]
        own = renamed[own]
        renamed[before] = before
        asked = np.flatnonzero((own[0] != own[1]) & np.isin(own, now).any(axis=0))
    return own


def _borne(ends: Indexes, own: Indexes, families: _Growing, settings: LineageSettings) -> Mask:
    """Which pairs lie between two families of which each has enough documents in such pairs.

    `ends` are the documents of the pairs, `own` their families. What more than `df_cap` documents share is found in
    pairs with its representatives alone.
    """
    both_ways = np.concatenate([own, own[::-1]], axis=1)  # the families of the left documents, then of the right ones
    between, places = np.unique(both_ways, axis=1, return_inverse=True)
    bearers = np.unique(np.stack([places.ravel(), ends.ravel()]), axis=1)
    sizes = np.array([families.members[label] for label in between.ravel().tolist()], np.int64).reshape(between.shape)
    seen = np.where(sizes.sum(axis=0) > settings.df_cap, np.minimum(sizes[0], settings.representatives), sizes[0])
    enough = np.bincount(bearers[0], minlength=between.shape[1]) >= BORNE * seen
    return np.asarray(enough[places].reshape(2, -1).all(axis=0))
