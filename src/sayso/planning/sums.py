"""The sums of a plan: what there is to do, times what each of it costs."""

import itertools
import math
import operator
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

BASE_BYTES = 120e6  # of memory, of the program itself
# What a distant pair costs of what a close one does: it is aligned, but seldom told. A sample has too few to show it.
DISTANT_SECONDS, DISTANT_BYTES = 0.33, 0.1
COMPILED_BYTES = 90e6  # of memory, of numba and the compiled loops


class Load(NamedTuple):
    """What lineage has to do: documents to read, and pairs to align of which most and of which little seems shared."""

    documents: float
    close: float
    distant: float


class Cost(NamedTuple):
    """Seconds of a processor, and bytes of memory, of temporary files and of output."""

    seconds: float
    memory: float
    files: float
    output: float


class Rates(NamedTuple):
    """What one document, one close and one distant pair cost; `memory` has in place of the last what none costs."""

    seconds: Load
    memory: Load
    files: Load
    output: Load

    @classmethod
    def solved(cls, loads: Sequence[Load], costs: Sequence[Cost]) -> "Rates":
        """The rates but for memory that measured loads show; none is below nothing."""
        seconds = _rates(loads, [cost.seconds for cost in costs], DISTANT_SECONDS)
        files, output = (_rates(loads, [cost[place] for cost in costs], DISTANT_BYTES) for place in (2, 3))
        return cls(seconds, Load(0, 0, 0), files, output)

    def of(self, load: Load) -> Cost:
        """The cost of a load."""
        flat = (load.documents, load.close, 1.0)
        seconds, files, output = (_product(rate, load) for rate in (self.seconds, self.files, self.output))
        return Cost(seconds, _product(self.memory, flat), files, output)


def _rates(loads: Sequence[Load], costs: Sequence[float], distant: float) -> Load:
    """The rates of documents and close pairs, a distant one being so much of a close one."""
    document, close = solved([(load.documents, load.close + distant * load.distant) for load in loads], costs)
    return Load(document, close, distant * close)


def memory_solved(loads: Sequence[Load], most: Sequence[float]) -> Load:
    """What measured loads show of memory: that of a document, of a close pair, and of none."""
    return Load(*solved([(load.documents, load.close, 1.0) for load in loads], most))


def _product(rates: Sequence[float], load: Sequence[float]) -> float:
    return math.fsum(map(operator.mul, rates, load))


def solved(loads: Sequence[Sequence[float]], costs: Sequence[float]) -> list[float]:
    """What one unit of each costs: the non-negative solution with the least error, over all sets of units."""
    matrix, wanted = np.array(loads, float), np.array(costs, float)
    scale = np.maximum(matrix.max(axis=0), 1.0)
    units = matrix.shape[1]
    best, least = [0.0] * units, math.inf
    sets = (itertools.combinations(range(units), size) for size in range(units, 0, -1))
    for chosen in itertools.chain.from_iterable(sets):
        part = list(chosen)
        found = np.linalg.lstsq((matrix / scale)[:, part], wanted, rcond=None)[0]
        error = float(np.sum(((matrix / scale)[:, part] @ found - wanted) ** 2))
        if (found >= 0).all() and error < least * 0.999:
            least = error
            best = [0.0] * units
            for place, value in zip(part, found.tolist(), strict=True):
                best[place] = value / float(scale[place])
    return best
