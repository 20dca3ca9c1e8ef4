"""Parts of a corpus with their documents, by the numbers that these have in the whole."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from sayso.lineage.align import Alignment, Passage
from sayso.lineage.batch import pair_row
from sayso.lineage.candidates import Indexes
from sayso.lineage.documents import Document
from sayso.lineage.findings import Finding
from sayso.lineage.hidden import Named, name_in_common
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import Pair, numbers_of
from sayso.model import Reason
from sayso.settings import LineageSettings
from sayso.vocab import DerivationKind, DirectionBasis


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
        own = [documents[number] for number in numbers.tolist()]
        return cls(numbers, Prepared(own, settings, quotations=False))

    def inside(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs by place."""
        left, right = (np.searchsorted(self.numbers, side).tolist() for side in numbers_of(pairs))
        return [pair._replace(left=i, right=j) for pair, i, j in zip(pairs, left, right, strict=True)]

    def outside(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs by number."""
        numbers = self.numbers.tolist()
        return [pair._replace(left=numbers[pair.left], right=numbers[pair.right]) for pair in pairs]


class Told(NamedTuple):
    """A finding as it is given out, with what its siblings are told by, in plain values: these travel fast.

    `credited` are the origins that its two texts name, `met` says of each whether the other text stood there.
    """

    derived: int
    origin: int
    row: dict[str, Any]
    shared: int
    length: int
    names: tuple[str, str]
    credited: tuple[Named | None, Named | None] = (None, None)
    met: tuple[bool, bool] = (False, False)
    articles: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, finding: Finding, derived: Document, origin: Document, numbers: tuple[int, int]) -> "Told":
        """The finding, its documents, and their numbers."""
        alignment = finding.alignment
        shared = sum(passage.shared for passage in alignment.passages)
        row = pair_row(finding, derived.id, origin.id, None)
        named_as = (derived.name, origin.name)
        told = cls(*numbers, row, shared, alignment.left_length, named_as)
        return told._replace(articles=finding.articles) if any(finding.articles) else told

    def finding(self) -> Finding:
        """As much of the finding as `findings.apart` looks at."""
        passage = Passage(0, 0, 0, 0, self.shared, 0, 0)
        return Finding(
            derived=self.derived,
            origin=self.origin,
            kind=DerivationKind(self.row["kind"]),
            alignment=Alignment.of((passage,), self.length, self.length, 1.0),
            directed=self.row["directed"],
            basis=DirectionBasis(self.row["basis"]),
            reasons=tuple(Reason(code="", detail=detail) for detail in self.row["reasons"]),
            articles=self.articles,
        )

    def turned(self, finding: Finding) -> "Told":
        """The same documents with another finding, or the same one where more is known of what they credit."""
        common = name_in_common(finding, *self.credited)
        row = pair_row(finding, self.row["derived"], self.row["origin"], common)
        return self._replace(row={**row, "origin_coverage": self.row["origin_coverage"]})

    def hiding(self, credited: tuple[Named | None, Named | None]) -> "Told":
        """The same with what is known of the origins of its texts that are not here."""
        told = self._replace(credited=credited)
        return told._replace(row={**self.row, "common_origin": name_in_common(self.finding(), *credited)})

    def documents(self) -> Iterator[tuple[int, Document]]:
        """The two documents by number, with their ids and names only."""
        yield self.derived, Document(id=self.row["derived"], text="", outlet=self.names[0])
        yield self.origin, Document(id=self.row["origin"], text="", outlet=self.names[1])
