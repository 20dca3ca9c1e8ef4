"""Which kin are to be asked about which pairs, from the numbers of all pairs: what the driver does for `kinship`."""

import dataclasses
from collections.abc import Sequence

import numpy as np

from sayso.lineage.align import Alignment
from sayso.lineage.candidates import Indexes
from sayso.lineage.documents import Document
from sayso.lineage.joining import Doubtful, Mask, Questions, established, is_refused
from sayso.lineage.kinship import KIN_ASKED, Kinship
from sayso.lineage.views import View
from sayso.lineage.worth import Pair
from sayso.settings import LineageSettings

Links = tuple[Indexes, Indexes]
_NOTHING = Alignment.of((), 0, 0, 1.0)


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """Which of the pairs of a block are kept as they are and which are to be asked about, and ties of these to kin."""

    kept: Mask
    questions: Questions
    near: Links
    loose: Links

    def numbers(self) -> Indexes:
        """All documents in the ties."""
        return np.unique(np.concatenate([*self.near, *self.loose]))


class _Neighbours:
    """For each document the others it is tied to, in order."""

    def __init__(self, left: Indexes, right: Indexes) -> None:
        nodes, others = np.concatenate([left, right]), np.concatenate([right, left])
        order = np.lexsort((others, nodes))
        self._nodes, self._others = nodes[order], others[order]

    def of(self, number: int) -> list[int]:
        """The first of them, as many as are ever asked."""
        start, end = np.searchsorted(self._nodes, [number, number + 1]).tolist()
        return [int(other) for other in self._others[start : min(end, start + KIN_ASKED + 1)]]


def kin_asked(blocks: Sequence[Doubtful], labels: Indexes, solid: Links) -> list[Asked]:
    """For each block what becomes of its weighed pairs, given the family of every document and the solid pairs."""
    near = _Neighbours(*solid)
    lefts, rights = ([*(getattr(block, side) for block in blocks), np.zeros(0, np.int64)] for side in ("left", "right"))
    loose = _Neighbours(np.concatenate(lefts), np.concatenate(rights))
    has_kin = established(labels)
    return [_asked(block, labels, has_kin, (near, loose)) for block in blocks]


def _asked(block: Doubtful, labels: Indexes, has_kin: Mask, ties: tuple[_Neighbours, _Neighbours]) -> Asked:
    near, loose = ties
    kept, questions = block.kept(labels), block.asked(labels, has_kin)
    asked = questions.asked
    ends = np.unique(np.concatenate([block.left[asked], block.right[asked]])).tolist()
    close: list[tuple[int, int]] = []
    far: list[tuple[int, int]] = []
    for end in ends:
        kin = near.of(end)
        close += [(end, one) for one in kin]
        far += [] if kin else [(end, one) for one in loose.of(end)]
    return Asked(kept, questions, _links(close), _links(far))


def _links(pairs: Sequence[tuple[int, int]]) -> Links:
    columns = np.array(pairs, np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def refused(
    pairs: Sequence[Pair], asked: Asked, documents: dict[int, Document], settings: LineageSettings
) -> list[bool]:
    """Whether kin refuse each of the pairs, which would join two families."""
    view = View.of(documents, settings)
    kinship = Kinship(view.prepared.means, len(view.numbers), _ties(view, asked.near), _ties(view, asked.loose))
    return [is_refused(pair, kinship, settings) for pair in view.inside(pairs)]


def _ties(view: View, links: Links) -> list[Pair]:
    left, right = (np.searchsorted(view.numbers, side).tolist() for side in links)
    return [Pair(i, j, _NOTHING) for i, j in zip(left, right, strict=True)]
