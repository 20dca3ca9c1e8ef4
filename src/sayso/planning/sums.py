"""The sums of a plan: what there is to do, times what each of it costs."""

import itertools
import math
import operator
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

BASE_BYTES = 120e6  # of memory, of the program itself


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
        """The rates that three measured loads show; none is below nothing."""
        seconds, files, output = (Load(*solved(loads, [cost[place] for cost in costs])) for place in (0, 2, 3))
        flat = [(load.documents, load.close, 1.0) for load in loads]
        return cls(seconds, Load(*solved(flat, [cost.memory for cost in costs])), files, output)

    def of(self, load: Load) -> Cost:
        """The cost of a load."""
        flat = (load.documents, load.close, 1.0)
        seconds, files, output = (_product(rate, load) for rate in (self.seconds, self.files, self.output))
        return Cost(seconds, _product(self.memory, flat), files, output)


def _product(rates: Sequence[float], load: Sequence[float]) -> float:
    return math.fsum(map(operator.mul, rates, load))


def solved(loads: Sequence[Sequence[float]], costs: Sequence[float]) -> list[float]:
    """What one unit of each costs: the non-negative solution with the least error, over all sets of units."""
    matrix, wanted = np.array(loads, float), np.array(costs, float)
    scale = np.maximum(matrix.max(axis=0), 1.0)
    best, least = [0.0] * 3, math.inf
    for chosen in itertools.chain.from_iterable(itertools.combinations(range(3), size) for size in (3, 2, 1)):
        part = list(chosen)
        found = np.linalg.lstsq((matrix / scale)[:, part], wanted, rcond=None)[0]
        error = float(np.sum(((matrix / scale)[:, part] @ found - wanted) ** 2))
        if (found >= 0).all() and error < least * 0.999:
            least = error
            best = [0.0] * 3
            for place, value in zip(part, found.tolist(), strict=True):
                best[place] = value / float(scale[place])
    return best
