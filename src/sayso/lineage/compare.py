"""Which documents share text to a degree that copying explains, and where.

Sketch → candidate pairs → alignment → a decision in two steps. Pairs that share half of one text are copies and
form families. What is left shares less: a few paragraphs lifted into a report of one's own, or else a quotation,
a motto, a sign-up box. These are told apart by how much it is in sentences and in coverage, by whether it stands
in quotation marks on both sides, and by how many unrelated families print the same words.
"""

import dataclasses
import functools
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.lineage.align import Alignment, Passage, Profile, align, profile
from sayso.lineage.candidates import Candidates, Spread, candidate_pairs, spread
from sayso.lineage.documents import Document
from sayso.lineage.families import families
from sayso.lineage.kinship import Kinship
from sayso.lineage.quotation import quoted_ranges, quoted_share
from sayso.lineage.shingles import Hashes, Words, sampled, shingles, words_of
from sayso.settings import LineageSettings

# The thresholds below were chosen on shared/eval/copies.py (20,000 documents, seed 1); see docs/measured.md.
MIN_DENSITY = 0.5  # of 2,458 true rewritings with a word in seven changed 99 % have more, chance resemblance less
STRONG_DENSITY = 0.35
# Two reports reworded from one third look like each other too. Of 1 pair in 100 that lies between 0.5 and this bar
# hardly any holds a family together: seeds 1 and 3 gain 0.2 and 0.6 of ARI without them, nothing at 0.65.
JOINING_DENSITY = 0.6
SENTENCES_BY_COVERAGE = 0.75  # 5 sentences at 15 % of the shorter text, 3 at 25 %, 1 at 75 %
SHORT_TEXT = 120  # words; in a text so short one shared sentence is a good part of it
SHORT_SHARED, SHORT_COVERAGE = 14, 0.2
SPREAD_LIMIT, SHORT_SPREAD_LIMIT = 3, 12  # families; beyond, the words are common property
FEEBLE_SPREAD = 4  # for half of a short text: of 1,985 such pairs of seed 2, 10 right and 52 wrong ones have more
QUOTED = 0.7  # share of a passage in quotation marks; the rest is "he said" and the like
MOST = 0.5
NEARLY_ALL = 0.85  # coverage from which a text is a copy even if all of it is a quotation
_LOOSE = 0.05  # estimated coverage below which a pair is not aligned: a third of the least that is ever kept
_PROFILES_KEPT = 4096
_TOKENS_KEPT = 1 << 24  # 16 bytes each: 256 MB
_SENTENCE_END = re.compile(r"[.!?。！？؟…][\"”’»)\]]*+(?:\s|$)|[。！？]|\n\s*+")


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """Two documents by number, `left < right`, and the text they share; `quotation` where that is all quoted."""

    left: int
    right: int
    alignment: Alignment
    quotation: bool = False


class Prepared:
    """Documents ready to be compared.

    Words are kept up to a fixed number of tokens and read anew beyond; profiles are made when asked for, and the
    last few thousand kept. So memory beyond the texts themselves is bounded.
    """

    def __init__(self, documents: Sequence[Document], settings: LineageSettings) -> None:
        self.documents = documents
        self.settings = settings
        self.lengths: list[int] = []
        self.worths: list[float] = []
        self._words: dict[int, Words] = {}
        self.sketches: list[Hashes] = list(self._sketches())
        self._profiles: OrderedDict[int, Profile] = OrderedDict()
        self.quoted = functools.lru_cache(_PROFILES_KEPT)(lambda number: quoted_ranges(documents[number].text))

    def _sketches(self) -> Iterator[Hashes]:
        texts = (document.text for document in self.documents)
        kept = 0
        for number, words in enumerate(words_of(texts, [document.left_out for document in self.documents])):
            kept += len(words)
            if kept <= _TOKENS_KEPT:
                self._words[number] = words
            self.lengths.append(len(words))
            self.worths.append(words.worth)
            length = words.shingle_length(self.settings.shingle_words)
            yield sampled(shingles(words.hashes, length), self.rate(number))

    def rate(self, number: int) -> int:
        """One in how many of this document's shingles is in the index."""
        short = self.lengths[number] * self.worths[number] < self.settings.short_words
        return 1 if short else self.settings.sample_one_in

    def words_in(self, number: int) -> float:
        """How many words the document has."""
        return self.lengths[number] * self.worths[number]

    def profile(self, number: int) -> Profile:
        """The document made ready for alignment."""
        known = self._profiles.get(number)
        if known is None:
            words = self._words.get(number) or self._read(number)
            known = self._profiles[number] = profile(words, self.settings.shingle_words)
            if len(self._profiles) > _PROFILES_KEPT:
                self._profiles.popitem(last=False)
        else:
            self._profiles.move_to_end(number)
        return known

    def _read(self, number: int) -> Words:
        document = self.documents[number]
        return next(words_of([document.text], [document.left_out]))

    def align(self, left: int, right: int) -> Alignment:
        """The passages two documents share."""
        return align(self.profile(left), self.profile(right))

    def cut(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `[start, end)` stand in the text."""
        words = self.profile(number).words
        return int(words.starts[start]), int(words.ends[end - 1])


@dataclasses.dataclass(frozen=True, slots=True)
class Compared:
    """The pairs that share text, sorted, and the documents that were compared with representatives only."""

    pairs: tuple[Pair, ...]
    hot: tuple[int, ...]


def compare(prepared: Prepared, *, quotations: bool = True) -> Compared:
    """All pairs that copying explains, and, if `quotations`, those that only quote the same words."""
    settings = prepared.settings
    found = candidate_pairs(
        prepared.sketches, df_cap=settings.df_cap, representatives=settings.representatives, least=2
    )
    solid: list[Pair] = []
    rest: list[Pair] = []
    quoted: list[Pair] = []
    for left, right in _in_good_order(found, prepared, quotations):
        pair = Pair(left, right, prepared.align(left, right))
        if is_strong(pair.alignment, settings):
            pair = _without_quotations(pair, prepared)
            (quoted if pair.quotation else solid if is_solid(pair.alignment) else rest).append(pair)
        elif pair.alignment.shared >= SHORT_SHARED and pair.alignment.density >= MIN_DENSITY:
            rest.append(pair)
    told = (*solid, *quoted, *_beyond_families(solid, rest, prepared))
    kept = [pair for pair in told if quotations or not pair.quotation]
    kept.sort(key=lambda pair: (pair.left, pair.right))
    return Compared(tuple(kept), tuple(np.flatnonzero(found.hot).tolist()))


def _beyond_families(solid: Sequence[Pair], rest: Sequence[Pair], prepared: Prepared) -> Iterator[Pair]:
    """Of `rest`, the copies and quotations, given the families that `solid` pairs make."""
    tied = families(len(prepared.documents), ((pair.left, pair.right) for pair in solid))
    known = spread(prepared.sketches, tied.labels())
    judged = [pair for pair in (_of_worth(pair, prepared, known) for pair in rest) if pair]
    copies = [pair for pair in judged if not pair.quotation]
    kinship = Kinship(prepared, len(prepared.documents), solid, copies)
    for pair in judged:
        if pair.quotation or not (
            _is_vague(pair, kinship, prepared.settings)
            or kinship.is_insertion(pair, prepared.settings.min_shared_words)
        ):
            yield pair


def _is_vague(pair: Pair, kinship: Kinship, settings: LineageSettings) -> bool:
    """Whether a pair between two families shares neither much of a text nor its very words."""
    loose = pair.alignment.density < JOINING_DENSITY and not is_strong(pair.alignment, settings)
    return loose and bool(kinship.labels[pair.left] != kinship.labels[pair.right])


def _in_good_order(found: Candidates, prepared: Prepared, quotations: bool) -> list[tuple[int, int]]:
    """Candidates that may share enough, likely families together, so that few profiles are made twice."""
    sizes = np.array([len(sketch) for sketch in prepared.sketches] or [0])
    rates = np.array([prepared.rate(number) for number in range(len(sizes))] if prepared.lengths else [1])
    rate = np.maximum(rates[found.left], rates[found.right])
    words = found.shared * rate
    least = np.minimum(sizes[found.left] * rates[found.left], sizes[found.right] * rates[found.right])
    share = words / np.maximum(1, least)
    hopeful = (share >= _LOOSE) & (words >= SHORT_SHARED - prepared.settings.shingle_words + 1)
    if quotations:
        hopeful |= words >= prepared.settings.min_shared_words // 2
    left, right, likely = found.left[hopeful], found.right[hopeful], share[hopeful] >= 0.3
    tied = families(len(sizes), zip(left[likely].tolist(), right[likely].tolist(), strict=True)).labels()
    order = np.lexsort((right, left, tied[left]))
    return list(zip(left[order].tolist(), right[order].tolist(), strict=True))


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


def _of_worth(pair: Pair, prepared: Prepared, known: Spread) -> Pair | None:
    """The pair if it is still strong without what many families print; else what can be said of the rest."""
    if is_strong(pair.alignment, prepared.settings):
        own = tuple(
            p for p in pair.alignment.passages if _families_with(pair.left, p, prepared, known) <= FEEBLE_SPREAD
        )
        if is_strong(dataclasses.replace(pair.alignment, passages=own), prepared.settings):
            return pair
    return _judged(pair, prepared, known)


def _judged(pair: Pair, prepared: Prepared, known: Spread) -> Pair | None:
    """A pair with little in common as a copy or a shared quotation, reduced to what is its own; None if neither.

    Passages that many families print are set aside, then quotations; what is left must be enough for a copy.
    """
    brief = _longer(pair.alignment) < SHORT_TEXT
    limit = SHORT_SPREAD_LIMIT if brief else SPREAD_LIMIT
    own = [p for p in pair.alignment.passages if _families_with(pair.left, p, prepared, known) <= limit]
    unquoted = [p for p in own if not _is_quoted(pair, p, prepared)]
    copied = dataclasses.replace(pair.alignment, passages=tuple(unquoted))
    coverage = copied.shared / max(1.0, _shorter(copied))
    if not brief and _one_outlet(pair, prepared):
        return None  # an outlet's own galleries and background paragraphs, used again
    if brief:
        enough = copied.shared >= SHORT_SHARED and coverage >= SHORT_COVERAGE
    else:
        sentences = max((_sentences(pair.left, p, prepared) for p in unquoted), default=0)
        enough = copied.shared >= prepared.settings.min_shared_words and sentences * coverage >= SENTENCES_BY_COVERAGE
    alignment = dataclasses.replace(pair.alignment, passages=tuple(own))
    if enough:
        return dataclasses.replace(pair, alignment=alignment)
    if len(unquoted) < len(own) and alignment.shared - copied.shared >= SHORT_SHARED:
        quoted = tuple(p for p in own if p not in unquoted)
        return dataclasses.replace(pair, quotation=True, alignment=dataclasses.replace(alignment, passages=quoted))
    return None


def _without_quotations(pair: Pair, prepared: Prepared) -> Pair:
    """A strong pair, marked as a quotation if all it shares is quoted: a short report may be little else."""
    coverage = max(pair.alignment.left_coverage, pair.alignment.right_coverage)
    if coverage >= NEARLY_ALL or not all(_is_quoted(pair, p, prepared) for p in pair.alignment.passages):
        return pair
    return dataclasses.replace(pair, quotation=True)


def _one_outlet(pair: Pair, prepared: Prepared) -> bool:
    left, right = prepared.documents[pair.left].outlet, prepared.documents[pair.right].outlet
    return left is not None and left == right


def _families_with(number: int, passage: Passage, prepared: Prepared, known: Spread) -> float:
    """How many families print the passage: the median over its sampled shingles."""
    ready = prepared.profile(number)
    length = ready.shingle_tokens
    hashes = shingles(ready.words.hashes[passage.left : passage.left_end], length)
    hashes = sampled(hashes, prepared.settings.sample_one_in)
    return float(np.median(known.of(hashes))) if len(hashes) else 1.0


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
