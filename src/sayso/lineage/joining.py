"""What may make a family of two texts, and what may join two families that are there.

A pair that is wrong makes one family of two, and a few dozen such chain hundreds of texts together. Two things that a
pair cannot show by itself are looked at here, both on numbers alone: in how many families that have nothing else in
common a text lies, and how much of a family stands on either side of a pair.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from sayso.lineage.align import Alignment
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import gathered
from sayso.lineage.families import labels_of
from sayso.lineage.kinship import Kinship
from sayso.lineage.worth import MOST, Pair, is_strong, numbers_of
from sayso.settings import LineageSettings

# Density from which a pair joins two documents that stand alone, one with a family, two families. Reports reworded from
# one third look like each other, and a paragraph out of each of them ties families that are not one. Among 200,000 made
# documents (shared/eval/copies.py, seed 1) pairs would join families, each counted once, with a document that stands
# alone: from 0.6 on where half of a text is shared and 0.8 elsewhere 15,652 rightly and 185 wrongly, below 431 and
# 1,771; with each other: from 0.7 and 0.8 on 2,634 and 174, below 75 and 2,154.
JOINING, JOINING_STRONG = (0.6, 0.8, 0.85), (0.35, 0.6, 0.7)
JOINING_AGENCY = (0.6, 0.7, 0.7)  # the same where one agency stands behind both: its later versions are edited
# Families with nothing else in common that a text may lie in and still be an excerpt of one. Of the 200,000 this takes
# 359 wrong pairs and 109 right ones out of the making of families; at 4 it would be 390 and 1,184.
IN_FAMILIES = 6
# Coverage of one text from which the question whether a passage is at home in a family replaces the likeness to it. Of
# the pairs of 200,000 (seed 3) that it lets in 74 are right and 86 wrong above, 16 and 255 below.
PARTLY = 0.3
# Shingles of one passage, and density, from which scattered sentences show an agency's text without more ado. Chance
# resemblance to a reworded report has less in nine cases of ten, Helsinki's pairs in one of six.
LONG_PASSAGE, AGENCY_DENSITY = 30, 0.5
Mask = npt.NDArray[np.bool_]


@dataclasses.dataclass(frozen=True, slots=True)
class Ties:
    """Pairs by number; `inside` is 0 where each has most of the other, -1 where the left lies in the right, else 1."""

    left: Indexes
    right: Indexes
    inside: npt.NDArray[np.int8]

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> "Ties":
        """The numbers of `pairs`, in each of which one text has half of the other or more."""
        return cls(
            *numbers_of(pairs),
            np.array([_inside(pair.alignment) for pair in pairs], np.int8),
        )

    @classmethod
    def joined(cls, parts: Iterable["Ties"]) -> "Ties":
        """Those of all parts."""
        columns = gathered([(part.left, part.right, part.inside) for part in parts], np.int64, np.int64, np.int8)
        return cls(*columns)

    def ends(self) -> tuple[Indexes, Indexes]:
        """The text that lies in the other, and the other."""
        is_left = self.inside < 0
        return np.where(is_left, self.left, self.right), np.where(is_left, self.right, self.left)

    def only(self, kept: Mask) -> "Ties":
        """Some of them."""
        return Ties(self.left[kept], self.right[kept], self.inside[kept])


def _inside(alignment: Alignment) -> int:
    left, right = alignment.left_coverage, alignment.right_coverage
    return 0 if min(left, right) >= MOST else -1 if left > right else 1


def of_common_property(size: int, ties: Ties, further: Ties) -> Mask:
    """Which of the ties hold no family together, because what they tie is made of what many families print.

    A short text may be little but a box. It then lies in every text that has the box: of 200,000 documents seven such
    made six families of 30 to 62. What is truly an excerpt lies in texts that are copies of each other. `further` are
    pairs of which one text has half of the other, which is a sign though it makes no family.
    """
    mutual = ties.inside == 0
    labels = labels_of(size, ties.left[mutual], ties.right[mutual])
    ends = [np.concatenate(side) for side in zip(ties.only(~mutual).ends(), further.ends(), strict=True)]
    found = np.unique(np.stack([ends[0], labels[ends[1]]]), axis=1)
    common = np.bincount(found[0], minlength=size) > IN_FAMILIES
    return np.where(mutual, common[ties.left] & common[ties.right], common[ties.ends()[0]])


def _is_partly(pair: Pair, settings: LineageSettings) -> bool:
    covered = max(pair.alignment.left_coverage, pair.alignment.right_coverage)
    return covered >= PARTLY and not is_strong(pair.alignment, settings)


def reach(pair: Pair, settings: LineageSettings) -> int:
    """What a pair may join: 0 nothing, 1 two documents that stand alone, 2 one of them to a family, 3 two families."""
    bars = JOINING_STRONG if is_strong(pair.alignment, settings) else JOINING_AGENCY if pair.agency else JOINING
    return sum(pair.alignment.density >= bar for bar in bars)


@dataclasses.dataclass(frozen=True, slots=True)
class Doubtful:
    """Pairs found of worth, by number, with how far they reach and whether nobody need be asked about them.

    `partly`: less than half of either text is shared, and yet much of one.
    """

    left: Indexes
    right: Indexes
    reach: Indexes
    settled: Mask
    partly: Mask

    @classmethod
    def of(cls, pairs: Sequence[Pair], settings: LineageSettings) -> "Doubtful":
        """The same of `pairs`."""
        return cls(
            *numbers_of(pairs),
            np.array([reach(pair, settings) for pair in pairs], np.int64),
            np.array([is_settled(pair) for pair in pairs], bool),
            np.array([_is_partly(pair, settings) for pair in pairs], bool),
        )

    def kept(self, labels: Indexes) -> Mask:
        """Which are kept without more ado, given the family of every document."""
        return np.asarray(self.settled | (labels[self.left] == labels[self.right]))

    def asked(self, labels: Indexes, established: Mask) -> "Questions":
        """Which join two families, if their kin allow it, given which documents have kin."""
        touched = established[self.left].astype(np.int64) + established[self.right]
        between = ~self.kept(labels)
        home = between & self.partly & (self.reach == touched) & (touched == 1)
        return Questions(np.asarray(between & (self.reach > touched) | home), np.asarray(home))


@dataclasses.dataclass(frozen=True, slots=True)
class Questions:
    """About which pairs kin are `asked`, and about which of them whether the text is at `home` in a family.

    A reworded paragraph out of a report that has copies, in a report that stands alone, is alike enough for two that
    both stand alone; here the kin have to have it. Of 255 passages that `eval/lineage_editors.py` rewords and sets in
    246 are found in place of 232, and 250 if as little of the texts as they share would do.
    """

    asked: Mask
    home: Mask

    def of(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The pairs that kin are asked about, with what they are to be asked."""
        for pair, is_home in zip(compress(pairs, self.asked), self.home[self.asked].tolist(), strict=True):
            yield pair._replace(needs_home=True) if is_home else pair


def established(labels: Indexes) -> Mask:
    """Which documents have kin, given the family of each."""
    return np.asarray(np.bincount(labels, minlength=len(labels))[labels] > 1)


def is_settled(pair: Pair) -> bool:
    """Whether nobody need be asked about the pair: a quotation, or sentences of one agency that is behind both."""
    if pair.quotation:
        return True
    is_sent = pair.agency and pair.is_scattered and pair.alignment.density >= AGENCY_DENSITY
    return is_sent and any(p.seeded * pair.alignment.worth >= LONG_PASSAGE for p in pair.alignment.passages)


def is_refused(pair: Pair, kinship: Kinship, settings: LineageSettings) -> bool:
    """Whether the kin of its documents speak against `pair`, or do not speak for it where that is needed."""
    if pair.needs_home:
        return not kinship.is_at_home(pair, settings.min_shared_words)
    return kinship.is_insertion(pair, settings.min_shared_words)
