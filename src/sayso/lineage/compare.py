"""Which documents share text to a degree that copying explains, and where.

Sketch → candidate pairs → alignment → a decision in two steps. Pairs that share half of one text are copies and
form families. What is left shares less: a few paragraphs lifted into a report of one's own, or else a quotation,
a motto, a sign-up box: `sayso.lineage.worth` tells these apart, given the families.
"""

import contextlib
import dataclasses
import gc
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Candidates, Index, Indexes, Spread
from sayso.lineage.families import families
from sayso.lineage.growing import Joins, grown
from sayso.lineage.joining import Doubtful, Ties, established, is_refused, of_common_property
from sayso.lineage.kinship import Kinship
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import (
    MIN_DENSITY,
    SHORT_SHARED,
    Pair,
    is_solid,
    is_strong,
    numbers_of,
    of_worth,
    without_quotations,
)
from sayso.settings import LineageSettings

LIKELY = 0.3  # estimated coverage from which a pair is likely of one family
_LOOSE = 0.05  # estimated coverage below which a pair is not aligned: a third of the least that is ever kept


@dataclasses.dataclass(frozen=True, slots=True)
class Compared:
    """The pairs that share text, sorted, and the documents that were compared with representatives only."""

    pairs: tuple[Pair, ...]
    hot: tuple[int, ...]


def compare(prepared: Prepared) -> Compared:
    """All pairs that copying explains, and, if they are wanted, those that only quote the same words."""
    with no_collector():
        return _compared(prepared)


@contextlib.contextmanager
def no_collector() -> Iterator[None]:
    """No search for dead cycles: there are none, and to look for them among all pairs takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compared(prepared: Prepared) -> Compared:
    index = prepared.means.index(prepared.sketches)
    found = prepared.means.candidates(index, least=2)
    strong, rest, quoted = sorted_out(*_in_good_order(found, prepared), prepared)
    further = Ties.of([pair for pair in rest if is_strong(pair.alignment, prepared.settings)])
    common = of_common_property(len(prepared.documents), Ties.of(strong), further).tolist()
    solid = [pair for pair, is_common in zip(strong, common, strict=True) if not is_common]
    rest += itertools.compress(strong, common)
    judged = list(_beyond_families(solid, rest, prepared, index))
    copies = [*solid, *(pair for pair in judged if not pair.quotation)]
    stand = grown(Joins.of(copies, prepared.settings), prepared.settings)
    kept = list(itertools.compress(copies, stand.tolist()))
    if prepared.quotations:
        kept += [*quoted, *(pair for pair in judged if pair.quotation)]
    kept.sort(key=lambda pair: (pair.left, pair.right))
    return Compared(tuple(kept), tuple(np.flatnonzero(found.hot).tolist()))


def sorted_out(lefts: Indexes, rights: Indexes, prepared: Prepared) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Pairs beyond doubt, pairs to be judged once the families are known, and pairs that share quotations only."""
    solid: list[Pair] = []
    rest: list[Pair] = []
    quoted: list[Pair] = []
    for pair in map(Pair, lefts.tolist(), rights.tolist(), prepared.means.alignments(lefts, rights)):
        if is_strong(pair.alignment, prepared.settings):
            told = without_quotations(pair, prepared)
            (quoted if told.quotation else solid if is_solid(pair.alignment) else rest).append(told)
        elif pair.alignment.shared >= SHORT_SHARED and pair.alignment.density >= MIN_DENSITY:
            rest.append(pair)
    return solid, rest, quoted


def _beyond_families(solid: Sequence[Pair], rest: Sequence[Pair], prepared: Prepared, index: Index) -> Iterator[Pair]:
    """Of `rest`, the copies and quotations, given the families that `solid` pairs make."""
    labels = families(len(prepared.documents), ((pair.left, pair.right) for pair in solid)).labels()
    known = prepared.means.spread(index, labels)
    judged = list(judged_by_spread(rest, prepared, known))
    copies = [pair for pair in judged if not pair.quotation]
    kinship = Kinship(prepared.means, len(prepared.documents), solid, copies)
    doubtful = Doubtful.of(judged, prepared.settings)
    yield from itertools.compress(judged, doubtful.kept(labels))
    for pair in doubtful.asked(labels, established(labels)).of(judged):
        if not is_refused(pair, kinship, prepared.settings):
            yield pair


def judged_by_spread(rest: Sequence[Pair], prepared: Prepared, known: Spread) -> Iterator[Pair]:
    """Of `rest`, the copies and quotations, given in how many families each shingle of their left texts stands."""
    spreads = prepared.means.spreads(*numbers_of(rest), [pair.alignment.passages for pair in rest], known)
    for pair, families_with in zip(rest, spreads, strict=True):
        told = of_worth(pair, prepared, families_with)
        if told:
            yield told


def _in_good_order(found: Candidates, prepared: Prepared) -> tuple[Indexes, Indexes]:
    """Candidates that may share enough, likely families together, so that few texts are read twice."""
    sizes, rates = prepared.sketches.sizes, prepared.rates
    left, right = (Sketched(sizes[side], rates[side]) for side in (found.left, found.right))
    share, hopeful = hopes(found.shared, left, right, prepared.settings, prepared.quotations)
    return in_family_order(len(sizes), found.left[hopeful], found.right[hopeful], share[hopeful] >= LIKELY)


class Sketched(NamedTuple):
    """How many hashes the sketches of documents hold, and one in how many shingles of theirs that is."""

    size: Indexes
    rate: Indexes


def hopes(
    shared: Indexes, left: Sketched, right: Sketched, settings: LineageSettings, quotations: bool
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """What share of the smaller sketch each pair may share, and whether that is worth an alignment."""
    words = shared * np.maximum(left.rate, right.rate)
    share = words / np.maximum(1, np.minimum(left.size * left.rate, right.size * right.rate))
    hopeful = (share >= _LOOSE) & (words >= SHORT_SHARED - settings.shingle_words + 1)
    if quotations:
        hopeful |= words >= settings.min_shared_words // 2
    return share, hopeful


def in_family_order(size: int, left: Indexes, right: Indexes, likely: npt.NDArray[np.bool_]) -> tuple[Indexes, Indexes]:
    """The pairs, likely families together, so that few texts are read twice."""
    tied = families(size, zip(left[likely].tolist(), right[likely].tolist(), strict=True)).labels()
    order = np.lexsort((right, left, tied[left]))
    return left[order], right[order]
