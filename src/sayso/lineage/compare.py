"""Which documents share text to a degree that copying explains, and where.

Sketch → candidate pairs → alignment → a decision in two steps. Pairs that share half of one text are copies and
form families. What is left shares less: a few paragraphs lifted into a report of one's own, or else a quotation,
a motto, a sign-up box: `sayso.lineage.worth` tells these apart, given the families.
"""

import contextlib
import dataclasses
import gc
from collections.abc import Iterator, Sequence
from operator import attrgetter

import numpy as np

from sayso.lineage.candidates import Candidates, Index, Indexes, Spread
from sayso.lineage.families import families
from sayso.lineage.kinship import Kinship
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import MIN_DENSITY, SHORT_SHARED, Pair, is_solid, is_strong, of_worth, without_quotations
from sayso.settings import LineageSettings

# Two reports reworded from one third look like each other too. Of 1 pair in 100 that lies between 0.5 and this bar
# hardly any holds a family together: seeds 1 and 3 gain 0.2 and 0.6 of ARI without them, nothing at 0.65.
JOINING_DENSITY = 0.6
_LOOSE = 0.05  # estimated coverage below which a pair is not aligned: a third of the least that is ever kept
_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")


@dataclasses.dataclass(frozen=True, slots=True)
class Compared:
    """The pairs that share text, sorted, and the documents that were compared with representatives only."""

    pairs: tuple[Pair, ...]
    hot: tuple[int, ...]


def compare(prepared: Prepared, *, quotations: bool = True) -> Compared:
    """All pairs that copying explains, and, if `quotations`, those that only quote the same words."""
    with _no_collector():
        return _compared(prepared, quotations)


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """No search for dead cycles: there are none, and to look for them among all pairs takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compared(prepared: Prepared, quotations: bool) -> Compared:
    settings = prepared.settings
    index = prepared.means.index(prepared.sketches)
    found = prepared.means.candidates(index, least=2)
    solid: list[Pair] = []
    rest: list[Pair] = []
    quoted: list[Pair] = []
    lefts, rights = _in_good_order(found, prepared, quotations)
    for pair in map(Pair, lefts.tolist(), rights.tolist(), prepared.means.alignments(lefts, rights)):
        if is_strong(pair.alignment, settings):
            told = without_quotations(pair, prepared)
            (quoted if told.quotation else solid if is_solid(pair.alignment) else rest).append(told)
        elif pair.alignment.shared >= SHORT_SHARED and pair.alignment.density >= MIN_DENSITY:
            rest.append(pair)
    every = (*solid, *quoted, *_beyond_families(solid, rest, prepared, index))
    kept = [pair for pair in every if quotations or not pair.quotation]
    kept.sort(key=lambda pair: (pair.left, pair.right))
    return Compared(tuple(kept), tuple(np.flatnonzero(found.hot).tolist()))


def _beyond_families(solid: Sequence[Pair], rest: Sequence[Pair], prepared: Prepared, index: Index) -> Iterator[Pair]:
    """Of `rest`, the copies and quotations, given the families that `solid` pairs make."""
    tied = families(len(prepared.documents), ((pair.left, pair.right) for pair in solid))
    known = prepared.means.spread(index, tied.labels())
    judged = list(_judged(rest, prepared, known))
    copies = [pair for pair in judged if not pair.quotation]
    kinship = Kinship(prepared.means, len(prepared.documents), solid, copies)
    for pair in judged:
        if (
            pair.quotation
            or (pair.is_scattered and pair.agency)
            or not (
                _is_vague(pair, kinship, prepared.settings)
                or kinship.is_insertion(pair, prepared.settings.min_shared_words)
            )
        ):
            yield pair


def _judged(rest: Sequence[Pair], prepared: Prepared, known: Spread) -> Iterator[Pair]:
    lefts, rights = (np.array([side(pair) for pair in rest], np.int64) for side in (_LEFT, _RIGHT))
    spreads = prepared.means.spreads(lefts, rights, [pair.alignment.passages for pair in rest], known)
    for pair, families_with in zip(rest, spreads, strict=True):
        told = of_worth(pair, prepared, dict(zip(pair.alignment.passages, families_with, strict=True)))
        if told:
            yield told


def _is_vague(pair: Pair, kinship: Kinship, settings: LineageSettings) -> bool:
    """Whether a pair between two families shares neither much of a text nor its very words."""
    loose = pair.alignment.density < JOINING_DENSITY and not is_strong(pair.alignment, settings)
    return loose and bool(kinship.labels[pair.left] != kinship.labels[pair.right])


def _in_good_order(found: Candidates, prepared: Prepared, quotations: bool) -> tuple[Indexes, Indexes]:
    """Candidates that may share enough, likely families together, so that few texts are read twice."""
    sizes, rates = prepared.sketches.sizes, prepared.rates
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
    return left[order], right[order]
