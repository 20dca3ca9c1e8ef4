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
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.lineage.candidates import Candidates, Index, Indexes, Spread
from sayso.lineage.families import families
from sayso.lineage.kinship import Kinship
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import MIN_DENSITY, SHORT_SHARED, Pair, is_solid, is_strong, of_worth, without_quotations
from sayso.settings import LineageSettings

# Two reports reworded from one third look like each other too. Of 1 pair in 100 that lies between 0.5 and this bar
# hardly any holds a family together: seeds 1 and 3 gain 0.2 and 0.6 of ARI without them, nothing at 0.65.
JOINING_DENSITY = 0.6
LIKELY = 0.3  # estimated coverage from which a pair is likely of one family
_LOOSE = 0.05  # estimated coverage below which a pair is not aligned: a third of the least that is ever kept
_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")


@dataclasses.dataclass(frozen=True, slots=True)
class Compared:
    """The pairs that share text, sorted, and the documents that were compared with representatives only."""

    pairs: tuple[Pair, ...]
    hot: tuple[int, ...]


def compare(prepared: Prepared, *, quotations: bool = True) -> Compared:
    """All pairs that copying explains, and, if `quotations`, those that only quote the same words."""
    with no_collector():
        return _compared(prepared, quotations)


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


def _compared(prepared: Prepared, quotations: bool) -> Compared:
    index = prepared.means.index(prepared.sketches)
    found = prepared.means.candidates(index, least=2)
    solid, rest, quoted = sorted_out(*_in_good_order(found, prepared, quotations), prepared)
    every = (*solid, *quoted, *_beyond_families(solid, rest, prepared, index))
    kept = [pair for pair in every if quotations or not pair.quotation]
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
    tied = families(len(prepared.documents), ((pair.left, pair.right) for pair in solid))
    known = prepared.means.spread(index, tied.labels())
    judged = list(judged_by_spread(rest, prepared, known))
    copies = [pair for pair in judged if not pair.quotation]
    kinship = Kinship(prepared.means, len(prepared.documents), solid, copies)
    for pair in judged:
        if is_settled(pair) or not (
            _is_vague(pair, kinship, prepared.settings)
            or kinship.is_insertion(pair, prepared.settings.min_shared_words)
        ):
            yield pair


def judged_by_spread(rest: Sequence[Pair], prepared: Prepared, known: Spread) -> Iterator[Pair]:
    """Of `rest`, the copies and quotations, given in how many families each shingle of their left texts stands."""
    lefts, rights = (np.array([side(pair) for pair in rest], np.int64) for side in (_LEFT, _RIGHT))
    spreads = prepared.means.spreads(lefts, rights, [pair.alignment.passages for pair in rest], known)
    for pair, families_with in zip(rest, spreads, strict=True):
        told = of_worth(pair, prepared, dict(zip(pair.alignment.passages, families_with, strict=True)))
        if told:
            yield told


def is_settled(pair: Pair) -> bool:
    """Whether nobody need be asked about a pair that was found of worth."""
    return pair.quotation or (pair.is_scattered and pair.agency)


def _is_vague(pair: Pair, kinship: Kinship, settings: LineageSettings) -> bool:
    """Whether a pair between two families shares neither much of a text nor its very words."""
    return is_loose(pair, settings) and bool(kinship.labels[pair.left] != kinship.labels[pair.right])


def is_loose(pair: Pair, settings: LineageSettings) -> bool:
    """Whether a pair shares neither much of a text nor its very words: too little to join two families."""
    return pair.alignment.density < JOINING_DENSITY and not is_strong(pair.alignment, settings)


def _in_good_order(found: Candidates, prepared: Prepared, quotations: bool) -> tuple[Indexes, Indexes]:
    """Candidates that may share enough, likely families together, so that few texts are read twice."""
    sizes, rates = prepared.sketches.sizes, prepared.rates
    left, right = (Sketched(sizes[side], rates[side]) for side in (found.left, found.right))
    share, hopeful = hopes(found.shared, left, right, prepared.settings, quotations)
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
