"""Whether shared text belongs to the two texts that have it, or was set into both from elsewhere.

A single false pair makes one family of two. What makes such pairs is nearly always a passage that was added to a
text: a quotation, a box, a caption, a sentence of a third report. It shows: the texts that are evidently of one
family with its bearer do not have it. So a pair that would join two families is measured against their kin.

Measured on shared/eval/copies.py (20,000 documents), families ARI without and with this: seed 1 97.0 and 97.9,
seed 2 95.8 and 97.2, seed 3 95.6 and 96.7; of 1,000 pairs one is given up for it.
"""

import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Protocol

from sayso.lineage.align import Alignment, Passage
from sayso.lineage.families import families

KIN_ASKED = 12  # a family's closest dozen; in a larger one the next have the same text
KIN_SHARE = 0.3  # of a passage's shingles in a kin's text; at one word in eight changed half of them are left
# Words; a longer passage that one side's kin lack may be a part that all of them cut. Of 200,000 made documents 790
# true pairs and 50 wrong ones that were refused for it have 50 words or more; at 40 seed 1 loses 1.0 of ARI.
INSERTION = 80
_LENGTH = operator.attrgetter("shared")


class Tie(Protocol):
    """Two documents by number and the text they share."""

    @property
    def left(self) -> int:
        """One document."""

    @property
    def right(self) -> int:
        """The other."""

    @property
    def alignment(self) -> Alignment:
        """What they share."""


class Texts(Protocol):
    """Where it is looked up what stands in which text."""

    def found_in(self, number: int, start: int, end: int, other: int) -> tuple[int, int]:
        """How many of the shingles of a passage another document has, and how many there are."""


class Standing(Enum):
    """What the kin of a document say of a passage: they have it, they lack it, or there are none to ask."""

    SHARED = "shared"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


class Kinship:
    """The families that `solid` ties make, and what a text is related to by other ties only."""

    def __init__(self, texts: Texts, size: int, solid: Iterable[Tie], others: Iterable[Tie]) -> None:
        self._texts = texts
        solid = list(solid)
        self.labels = families(size, ((tie.left, tie.right) for tie in solid)).labels()
        self._near = _partners(solid)
        self._loose = _partners(others)

    def is_insertion(self, tie: Tie, enough: int) -> bool:
        """Whether `tie` would join two families by text that was set into them, and by less than `enough` beside.

        Text that the kin of both lack came to both from a third. Text that the kin of one lack, where the other
        has none, counts as such while it is short.
        """
        if self.labels[tie.left] == self.labels[tie.right]:
            return False
        worth = tie.alignment.worth
        foreign = doubly = own = 0
        for passage in sorted(tie.alignment.passages, key=_LENGTH, reverse=True):
            lacking = self._lacking(tie, passage)
            foreign += passage.shared * (lacking > 0)
            doubly += passage.shared * (lacking == 2 and tie.left in self._near and tie.right in self._near)
            own += passage.shared * (lacking == 0)
            if own * worth >= enough:
                return False
        return foreign > 0 and (foreign * worth < INSERTION or 2 * doubly >= foreign)

    def is_at_home(self, tie: Tie, enough: int) -> bool:
        """Whether the kin of one of the two have `enough` words of it, and the other has no kin that lack it.

        A report that somebody else's paragraphs were set into stands alone at first. What the kin of both have, as an
        outlet's box in all copies of its articles, is common property.
        """
        shared = 0
        for passage in sorted(tie.alignment.passages, key=_LENGTH, reverse=True):
            if shared * tie.alignment.worth >= enough:
                break
            shared += passage.shared * self._is_at_home(tie, passage)
        return shared * tie.alignment.worth >= enough

    def _is_at_home(self, tie: Tie, passage: Passage) -> bool:
        left = self._standing(tie.left, tie.right, passage.left, passage.left_end)
        right = self._standing(tie.right, tie.left, passage.right, passage.right_end)
        return {left, right} == {Standing.SHARED, Standing.UNKNOWN}

    def _lacking(self, tie: Tie, passage: Passage) -> int:
        """On how many sides the passage is foreign; 0 where the kin of one side have it."""
        left = self._standing(tie.left, tie.right, passage.left, passage.left_end)
        if left is Standing.SHARED:
            return 0
        right = self._standing(tie.right, tie.left, passage.right, passage.right_end)
        if right is Standing.SHARED:
            return 0
        return (left is Standing.FOREIGN) + (right is Standing.FOREIGN)

    def _standing(self, number: int, other: int, start: int, end: int) -> Standing:
        kin = self._near.get(number)
        if kin:
            has = any(self._stands_in(number, start, end, one) for one in kin[:KIN_ASKED])
            return Standing.SHARED if has else Standing.FOREIGN
        # Kin by lesser ties can show that a passage is not theirs; that they have it may be the same accident.
        loose = [one for one in self._loose.get(number, ()) if one != other][:KIN_ASKED]
        has = not loose or any(self._stands_in(number, start, end, one) for one in loose)
        return Standing.UNKNOWN if has else Standing.FOREIGN

    def _stands_in(self, number: int, start: int, end: int, kin: int) -> bool:
        has, of = self._texts.found_in(number, start, end, kin)
        return has >= KIN_SHARE * of and has > 0


def _partners(ties: Iterable[Tie]) -> Mapping[int, list[int]]:
    partners: dict[int, list[int]] = defaultdict(list)
    for tie in ties:
        partners[tie.left].append(tie.right)
        partners[tie.right].append(tie.left)
    return {number: sorted(others) for number, others in partners.items()}
