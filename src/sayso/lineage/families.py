"""Sets of documents that hang together."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


class Families:
    """Disjoint sets over `0 … size - 1`, each known by its least member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, member: int) -> int:
        """The least member of the set that `member` is in."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, left: int, right: int) -> None:
        """Make one set of the two."""
        one, other = self.root(left), self.root(right)
        if one < other:
            self._parent[other] = one
        else:
            self._parent[one] = other

    def labels(self) -> npt.NDArray[np.int64]:
        """The root of every member."""
        return np.fromiter((self.root(member) for member in range(len(self._parent))), np.int64, len(self._parent))


def families(size: int, pairs: Iterable[tuple[int, int]]) -> Families:
    """The sets that `pairs` tie together."""
    tied = Families(size)
    for left, right in pairs:
        tied.join(left, right)
    return tied


def labels_of(size: int, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """What `families` of the pairs gives as labels, on arrays: for tens of millions of pairs, in a few rounds."""
    parent = np.arange(size)
    while True:
        low, high = np.minimum(parent[left], parent[right]), np.maximum(parent[left], parent[right])
        apart = low != high
        if not apart.any():
            return parent
        left, right = left[apart], right[apart]
        np.minimum.at(parent, high[apart], low[apart])
        while (parent[parent] != parent).any():
            parent = parent[parent]
