"""What shared text is worth: a copy, a quotation that both print, or nothing that shows anything.

Told apart by how much it is in sentences and in coverage, by whether it stands in quotation marks on either side,
and by how many unrelated families print the same words.
"""

import math
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from sayso.lineage.align import Alignment, Indexes, Passage
from sayso.lineage.declared import agencies_in, credited_agencies
from sayso.lineage.prepared import Prepared
from sayso.lineage.quotation import quoted_share
from sayso.settings import LineageSettings

# The thresholds were chosen on shared/eval/copies.py (20,000 documents, seed 1); see docs/measured.md.
MIN_DENSITY = 0.5  # of 2,458 true rewritings with a word in seven changed 99 % have more, chance resemblance less
# For half of a text: one word in five left out leaves 0.33. At 0.28 in place of 0.35 all 286 such copies of
# `eval/lineage_editors.py` are found (260), and 20,000 made documents keep their families (200,000 lose 0.2 of ARI).
STRONG_DENSITY = 0.28
SENTENCES_BY_COVERAGE = 0.75  # 5 sentences at 15 % of the shorter text, 3 at 25 %, 1 at 75 %
SHORT_TEXT = 120  # words; in a text so short one shared sentence is a good part of it
SHORT_SHARED, SHORT_COVERAGE = 14, 0.2
# Where one agency is known to stand behind both, its sentences count wherever they stand: a later version of a report
# has them scattered. On eval/lineage_helsinki.py recall over all pairs rises with that from 46 to 79 %, precision from
# 96.5 to 98.0; of 36 of the pairs found anew, read one by one, 3 were boxes and captions.
OF_AN_AGENCY = 0.5  # sentences by coverage
LEAST_SENTENCE = 8  # words, on average over a passage: menus, scripts and weather boxes have 2 to 5 a line
OWN_COVERAGE = 0.25  # of one outlet's two texts of one agency; less can be captions and boxes of its pages
SPREAD_LIMIT, SHORT_SPREAD_LIMIT = 3, 12  # families; beyond, the words are common property
# Of one agency's text. Recall on Helsinki, weighed, at 3, 6, 9 and 12: 54, 69, 72 and 78 %; but from 9 on a credit
# line set at random (shared/eval/copies.py) ties unrelated texts. With what pairs between families must show since
# (`sayso.lineage.joining`), 12 costs 0.05 of ARI of seed 1.
AGENCY_SPREAD_LIMIT = 12
# The same bars for text that is word for word and at home in the family of one of the two (`sayso.lineage.kinship`):
# each report that a paragraph was set into counts as a family of its own. Seeds 1 and 2 have 662 and 676 right pairs by
# these and 29 and 16 wrong ones; 12 families in place of 5 add about 100 and 200 wrong ones, 0.2 for 0.3 adds 12 and 6.
HOME_DENSITY = 0.9
HOME_SPREAD_LIMIT = 5
SENTENCES_AT_HOME = 0.3  # by coverage
# Coverage from which two texts that run on word for word over a paragraph's end are a copy with fewer sentences. Of
# 20,000 made documents (seeds 1 and 3) that found 110 right pairs more and 24 wrong ones, when any line end did; at no
# bar at all boxes that one outlet sets into its reports come in: 165 right, 69 wrong ones on seed 1.
RUNNING_ON = 0.15
WITHIN = 40  # characters of the passage on either side of that end
FEEBLE_SPREAD = 4  # for half of a short text: of 1,985 such pairs of seed 2, 10 right and 52 wrong ones have more
QUOTED = 0.7  # share of a passage in quotation marks; the rest is "he said" and the like
MOST = 0.5
NEARLY_ALL = 0.85  # coverage from which a text is a copy even if all of it is a quotation
# The same for a text that is not short: of 150 pairs of AllSides that only quote the same the highest is at 0.61.
MADE_OF = 0.7
# What ends a sentence, or a line and the blanks after it: it begins with one set of marks, which `re` looks for fast.
_SENTENCE_END = re.compile(r"[.!?。！？؟…\n](?:(?<=\n)\s*+|(?<!\n)(?:[\"”’»)\]]*+(?:\s|$)|(?<=[。！？])))")


class Pair(NamedTuple):
    """Two documents by number, `left < right`, and the text they share.

    `quotation` where that is all quoted; `agency` where one agency is known to stand behind both; `needs_home` where
    it is a copy only if the shared text is at home in the family of one of them.
    """

    left: int
    right: int
    alignment: Alignment
    quotation: bool = False
    agency: bool = False
    needs_home: bool = False

    @property
    def is_scattered(self) -> bool:
        """Whether several passages are shared: what was set into a text from elsewhere is mostly one."""
        return sum(p.shared * self.alignment.worth >= SHORT_SHARED for p in self.alignment.passages) > 1


def numbers_of(pairs: Sequence[Pair]) -> tuple[Indexes, Indexes]:
    """The numbers of the documents of the pairs."""
    return np.array([pair.left for pair in pairs], np.int64), np.array([pair.right for pair in pairs], np.int64)


def is_strong(alignment: Alignment, settings: LineageSettings) -> bool:
    """Whether one of the two stands for the most part in the other."""
    bar = settings.min_coverage
    if alignment.density < STRONG_DENSITY or (alignment.left_coverage < bar and alignment.right_coverage < bar):
        return False
    return alignment.shared >= (settings.min_shared_words if _shorter(alignment) >= SHORT_TEXT else SHORT_SHARED)


def is_solid(alignment: Alignment) -> bool:
    """Whether a strong pair is beyond doubt: most of both texts is shared, or nearly all of one.

    Half of a brief can be a box or a sentence that reports on anything carry; it must not make a family.
    """
    covered = sorted((alignment.left_coverage, alignment.right_coverage))
    return covered[0] >= MOST or covered[1] >= NEARLY_ALL


def _shorter(alignment: Alignment) -> float:
    return min(alignment.left_length, alignment.right_length) * alignment.worth


def of_worth(pair: Pair, prepared: Prepared, families_with: Sequence[float]) -> Pair | None:
    """The pair if it is still strong without what many families print; else what can be said of the rest.

    `families_with` says of each of its passages how many families print it. A pair that only quotes the same words may
    be None where none such is wanted.
    """
    pair = _with_agency(pair, prepared)
    if is_strong(pair.alignment, prepared.settings):
        own = _within(FEEBLE_SPREAD, pair, families_with)
        if is_strong(pair.alignment.only(own), prepared.settings):
            return pair
    return _judged(pair, prepared, families_with)


def _within(limit: float, pair: Pair, families_with: Sequence[float]) -> list[Passage]:
    """The passages that stand in so many families at most."""
    return [p for p, families in zip(pair.alignment.passages, families_with, strict=True) if families <= limit]


def _judged(pair: Pair, prepared: Prepared, families_with: Sequence[float]) -> Pair | None:
    """A pair with little in common as a copy or a shared quotation, reduced to what is its own; None if neither.

    Passages that many families print are set aside, then quotations; what is left must be enough for a copy.
    """
    brief = pair.alignment.longer < SHORT_TEXT
    limit = SHORT_SPREAD_LIMIT if brief else AGENCY_SPREAD_LIMIT if pair.agency else SPREAD_LIMIT
    own = _within(limit, pair, families_with)
    at_home = not brief and not pair.agency and pair.alignment.density >= HOME_DENSITY
    wide = _within(HOME_SPREAD_LIMIT, pair, families_with) if at_home else own
    if not prepared.quotations and not _is_enough(pair._replace(needs_home=at_home), wide, prepared):
        return None  # by the lowest bar, with all quotations: so a quotation at most, and where these are costs time
    told = _reduced(pair, prepared, own)
    if told or not at_home:
        return told
    enough = prepared.settings.min_shared_words
    if len(wide) > len(own) and _words(pair, wide) >= enough:
        told = _reduced(pair, prepared, wide)
    if (not told or told.quotation) and _words(pair, own) >= enough:
        told = _reduced(pair._replace(needs_home=True), prepared, own)
    return told._replace(needs_home=True) if told and not told.quotation else None


def _reduced(pair: Pair, prepared: Prepared, own: Sequence[Passage]) -> Pair | None:
    """The pair with its `own` passages, or those of them that are no quotation or else are; None if that is nothing."""
    brief = pair.alignment.longer < SHORT_TEXT
    alignment = pair.alignment.only(own)
    if alignment.shared < min(SHORT_SHARED, prepared.settings.min_shared_words):
        return None
    is_own = not brief and _one_outlet(pair, prepared)  # its galleries and background paragraphs, used again
    if is_own and not pair.agency:
        return None
    unquoted = [p for p in own if not _is_quoted(pair, p, prepared)]
    if is_own and _coverage(pair, unquoted) < OWN_COVERAGE:
        return None
    if _is_enough(pair, unquoted, prepared):
        return pair if alignment is pair.alignment else pair._replace(alignment=alignment)
    quoted = tuple(p for p in own if p not in unquoted)
    if sum(p.shared for p in quoted) * alignment.worth >= SHORT_SHARED:
        return pair._replace(quotation=True, alignment=alignment.only(quoted))
    return None


def _is_enough(pair: Pair, passages: Sequence[Passage], prepared: Prepared) -> bool:
    """Whether `passages`, of which none is quoted, make a copy of a pair that has little else in common.

    Sentences count where they stand together; scattered ones too where one agency stands behind both texts, for its
    own later version has them so.
    """
    if pair.agency:  # names and titles recur in all it sends
        passages = [p for p in passages if p.shared * pair.alignment.worth >= SHORT_SHARED]
    coverage = _coverage(pair, passages)
    shared = coverage * _shorter(pair.alignment)
    if pair.alignment.longer < SHORT_TEXT:
        return shared >= SHORT_SHARED and coverage >= SHORT_COVERAGE
    if shared < prepared.settings.min_shared_words:
        return False
    if pair.agency:
        counts = [_sentences(pair.left, p, prepared) for p in passages]
        fit = [max(1.0, p.shared * pair.alignment.worth / LEAST_SENTENCE) for p in passages]
        return sum(map(min, counts, fit)) * coverage >= OF_AN_AGENCY
    least = math.ceil((SENTENCES_AT_HOME if pair.needs_home else SENTENCES_BY_COVERAGE) / coverage)
    if any(_sentences(pair.left, p, prepared, least) >= least for p in passages):
        return True
    is_word_for_word = pair.alignment.density >= HOME_DENSITY and not pair.needs_home
    return is_word_for_word and any(
        _coverage(pair, [p]) >= RUNNING_ON and _runs_on(pair, p, prepared) for p in passages
    )


def _runs_on(pair: Pair, passage: Passage, prepared: Prepared) -> bool:
    """Whether the passage runs over the end of a paragraph in both texts; a box or a quotation is mostly one."""
    places = (pair.left, passage.left, passage.left_end), (pair.right, passage.right, passage.right_end)
    for number, first, last in places:
        start, end = prepared.cut(number, first, last)
        if prepared.documents[number].text.find("\n\n", start + WITHIN, max(start, end - WITHIN)) < 0:
            return False
    return True


def _words(pair: Pair, passages: Sequence[Passage]) -> float:
    return sum(p.shared for p in passages) * pair.alignment.worth


def _coverage(pair: Pair, passages: Sequence[Passage]) -> float:
    """The share of the shorter text that `passages` make."""
    return _words(pair, passages) / max(1.0, _shorter(pair.alignment))


def without_quotations(pair: Pair, prepared: Prepared) -> Pair:
    """A strong pair, marked as a quotation if all it shares but a scrap is quoted: a short report may be little else.

    A text of which nearly all stands in the other was made from it, whoever spoke the words: an interview.
    """
    coverage = max(pair.alignment.left_coverage, pair.alignment.right_coverage)
    made_of = coverage >= MADE_OF
    if coverage >= NEARLY_ALL or (made_of and _shorter(pair.alignment) >= SHORT_TEXT):
        return pair
    any_will_do = made_of or is_solid(pair.alignment)
    scrap = (1 - QUOTED) * sum(p.shared for p in pair.alignment.passages)
    rest: list[Passage] = []
    words = 0
    for passage in pair.alignment.passages:
        if not _is_quoted(pair, passage, prepared):
            rest.append(passage)
            words += passage.shared
            if any_will_do or words > scrap:  # mostly so after a few passages
                return pair
    return pair if rest and _is_enough(pair, rest, prepared) else pair._replace(quotation=True)


def _with_agency(pair: Pair, prepared: Prepared) -> Pair:
    """The pair, marked if one of the two credits an agency that the other credits or names."""
    left, right = prepared.documents[pair.left], prepared.documents[pair.right]
    credited = credited_agencies(left), credited_agencies(right)
    is_one = (
        bool(credited[0] & credited[1])
        or (bool(credited[0]) and not credited[0].isdisjoint(agencies_in(right.text)))
        or (bool(credited[1]) and not credited[1].isdisjoint(agencies_in(left.text)))
    )
    return pair._replace(agency=True) if is_one else pair


def _one_outlet(pair: Pair, prepared: Prepared) -> bool:
    left, right = prepared.documents[pair.left].outlet, prepared.documents[pair.right].outlet
    return left is not None and left == right


def _sentences(number: int, passage: Passage, prepared: Prepared, most: int | None = None) -> int:
    """How many sentences or paragraphs of the left text the passage touches; no more than `most` are counted."""
    if most is not None and most <= 1:
        return 1
    start, end = prepared.cut(number, passage.left, passage.left_end)
    ends = _SENTENCE_END.finditer(prepared.documents[number].text, start, end)
    return len(list(islice(ends, None if most is None else most - 1))) + 1


def _is_quoted(pair: Pair, passage: Passage, prepared: Prepared) -> bool:
    """Whether one of the two sets the passage in quotation marks; the other may be the speech or post itself."""
    ours = prepared.quoted(pair.left)
    if ours and quoted_share(ours, *prepared.cut(pair.left, passage.left, passage.left_end)) >= QUOTED:
        return True
    theirs = prepared.quoted(pair.right)
    return bool(theirs) and quoted_share(theirs, *prepared.cut(pair.right, passage.right, passage.right_end)) >= QUOTED
