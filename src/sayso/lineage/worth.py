"""What shared text is worth: a copy, a quotation that both print, or nothing that shows anything.

Told apart by how much it is in sentences and in coverage, by whether it stands in quotation marks on either side,
and by how many unrelated families print the same words.
"""

import dataclasses
import re
from collections.abc import Mapping

from sayso.lineage.align import Alignment, Passage
from sayso.lineage.prepared import Prepared
from sayso.lineage.quotation import quoted_share
from sayso.settings import LineageSettings

# The thresholds were chosen on shared/eval/copies.py (20,000 documents, seed 1); see docs/measured.md.
MIN_DENSITY = 0.5  # of 2,458 true rewritings with a word in seven changed 99 % have more, chance resemblance less
STRONG_DENSITY = 0.35
SENTENCES_BY_COVERAGE = 0.75  # 5 sentences at 15 % of the shorter text, 3 at 25 %, 1 at 75 %
SHORT_TEXT = 120  # words; in a text so short one shared sentence is a good part of it
SHORT_SHARED, SHORT_COVERAGE = 14, 0.2
SPREAD_LIMIT, SHORT_SPREAD_LIMIT = 3, 12  # families; beyond, the words are common property
FEEBLE_SPREAD = 4  # for half of a short text: of 1,985 such pairs of seed 2, 10 right and 52 wrong ones have more
QUOTED = 0.7  # share of a passage in quotation marks; the rest is "he said" and the like
MOST = 0.5
NEARLY_ALL = 0.85  # coverage from which a text is a copy even if all of it is a quotation
_SENTENCE_END = re.compile(r"[.!?。！？؟…][\"”’»)\]]*+(?:\s|$)|[。！？]|\n\s*+")


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """Two documents by number, `left < right`, and the text they share; `quotation` where that is all quoted."""

    left: int
    right: int
    alignment: Alignment
    quotation: bool = False


def is_strong(alignment: Alignment, settings: LineageSettings) -> bool:
    """Whether one of the two stands for the most part in the other."""
    coverage = max(alignment.left_coverage, alignment.right_coverage)
    enough = settings.min_shared_words if _shorter(alignment) >= SHORT_TEXT else SHORT_SHARED
    return coverage >= settings.min_coverage and alignment.shared >= enough and alignment.density >= STRONG_DENSITY


def is_solid(alignment: Alignment) -> bool:
    """Whether a strong pair is beyond doubt: most of both texts is shared, or nearly all of one.

    Half of a brief can be a box or a sentence that reports on anything carry; it must not make a family.
    """
    covered = sorted((alignment.left_coverage, alignment.right_coverage))
    return covered[0] >= MOST or covered[1] >= NEARLY_ALL


def _shorter(alignment: Alignment) -> float:
    return min(alignment.left_length, alignment.right_length) * alignment.worth


def _longer(alignment: Alignment) -> float:
    return max(alignment.left_length, alignment.right_length) * alignment.worth


def of_worth(pair: Pair, prepared: Prepared, families_with: Mapping[Passage, float]) -> Pair | None:
    """The pair if it is still strong without what many families print; else what can be said of the rest.

    `families_with` says of each of its passages how many families print it.
    """
    if is_strong(pair.alignment, prepared.settings):
        own = tuple(p for p in pair.alignment.passages if families_with[p] <= FEEBLE_SPREAD)
        if is_strong(pair.alignment.only(own), prepared.settings):
            return pair
    return _judged(pair, prepared, families_with)


def _judged(pair: Pair, prepared: Prepared, families_with: Mapping[Passage, float]) -> Pair | None:
    """A pair with little in common as a copy or a shared quotation, reduced to what is its own; None if neither.

    Passages that many families print are set aside, then quotations; what is left must be enough for a copy.
    """
    brief = _longer(pair.alignment) < SHORT_TEXT
    if not brief and _one_outlet(pair, prepared):
        return None  # an outlet's own galleries and background paragraphs, used again
    limit = SHORT_SPREAD_LIMIT if brief else SPREAD_LIMIT
    own = [p for p in pair.alignment.passages if families_with[p] <= limit]
    alignment = pair.alignment.only(own)
    if alignment.shared < min(SHORT_SHARED, prepared.settings.min_shared_words):
        return None
    unquoted = [p for p in own if not _is_quoted(pair, p, prepared)]
    copied = alignment.only(unquoted)
    coverage = copied.shared / max(1.0, _shorter(copied))
    if brief:
        enough = copied.shared >= SHORT_SHARED and coverage >= SHORT_COVERAGE
    elif enough := copied.shared >= prepared.settings.min_shared_words:
        sentences = max((_sentences(pair.left, p, prepared) for p in unquoted), default=0)
        enough = sentences * coverage >= SENTENCES_BY_COVERAGE
    if enough:
        return pair if alignment is pair.alignment else Pair(pair.left, pair.right, alignment)
    if len(unquoted) < len(own) and alignment.shared - copied.shared >= SHORT_SHARED:
        quoted = tuple(p for p in own if p not in unquoted)
        return Pair(pair.left, pair.right, alignment.only(quoted), quotation=True)
    return None


def without_quotations(pair: Pair, prepared: Prepared) -> Pair:
    """A strong pair, marked as a quotation if all it shares is quoted: a short report may be little else."""
    coverage = max(pair.alignment.left_coverage, pair.alignment.right_coverage)
    if coverage >= NEARLY_ALL or not all(_is_quoted(pair, p, prepared) for p in pair.alignment.passages):
        return pair
    return dataclasses.replace(pair, quotation=True)


def _one_outlet(pair: Pair, prepared: Prepared) -> bool:
    left, right = prepared.documents[pair.left].outlet, prepared.documents[pair.right].outlet
    return left is not None and left == right


def _sentences(number: int, passage: Passage, prepared: Prepared) -> int:
    """How many sentences or paragraphs of the left text the passage touches."""
    start, end = prepared.cut(number, passage.left, passage.left_end)
    return len(_SENTENCE_END.findall(prepared.documents[number].text, start, end)) + 1


def _is_quoted(pair: Pair, passage: Passage, prepared: Prepared) -> bool:
    """Whether one of the two sets the passage in quotation marks; the other may be the speech or post itself."""
    left = prepared.cut(pair.left, passage.left, passage.left_end)
    right = prepared.cut(pair.right, passage.right, passage.right_end)
    return (
        quoted_share(prepared.quoted(pair.left), *left) >= QUOTED
        or quoted_share(prepared.quoted(pair.right), *right) >= QUOTED
    )
