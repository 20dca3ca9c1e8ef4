"""Parts of a corpus with their documents, by the numbers that these have in the whole."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sayso.lineage.candidates import Indexes
from sayso.lineage.documents import Document
from sayso.lineage.findings import Finding
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import Pair
from sayso.settings import LineageSettings


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Pairs of one block by number, and the documents in them."""

    pairs: list[Pair]
    documents: dict[int, Document]

    @classmethod
    def of(cls, pairs: list[Pair], documents: Mapping[int, Document]) -> "Part":
        """The pairs with those of the documents that are in them."""
        return cls(pairs, {number: documents[number] for pair in pairs for number in (pair.left, pair.right)})


class View(NamedTuple):
    """Some documents of the corpus made ready, in its order: place `n` here has the number `numbers[n]`."""

    numbers: Indexes
    prepared: Prepared

    @classmethod
    def of(cls, documents: Mapping[int, Document], settings: LineageSettings) -> "View":
        """A view of these documents."""
        numbers = np.array(sorted(documents), np.int64)
        return cls(numbers, Prepared([documents[number] for number in numbers.tolist()], settings))

    def inside(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs by place."""
        left, right = (np.searchsorted(self.numbers, side).tolist() for side in numbers_of(pairs))
        return [dataclasses.replace(pair, left=i, right=j) for pair, i, j in zip(pairs, left, right, strict=True)]

    def outside(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs by number."""
        numbers = self.numbers.tolist()
        return [dataclasses.replace(pair, left=numbers[pair.left], right=numbers[pair.right]) for pair in pairs]


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A finding by numbers, with what its two documents are called."""

    finding: Finding
    derived: Document
    origin: Document

    @classmethod
    def of(cls, finding: Finding, derived: Document, origin: Document) -> "Told":
        """The finding with its documents, less their texts."""
        return cls(finding, _light(derived), _light(origin))


def _light(document: Document) -> Document:
    return dataclasses.replace(document, text="", credits=(), links=(), left_out=())


def numbers_of(pairs: Sequence[Pair]) -> tuple[Indexes, Indexes]:
    """The numbers of the documents of the pairs."""
    return np.array([pair.left for pair in pairs], np.int64), np.array([pair.right for pair in pairs], np.int64)
