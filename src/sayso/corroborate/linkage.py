"""What lies near to one another gathered into groups by average linkage (Sokal & Michener 1958).

No chain of near ones grows into a giant. Each group follows the one nearest to it until two are nearest to each other,
and these are joined (nearest-neighbour chains, Murtagh 1983): the groups are those of joining the nearest two of all
each time, but 4,000 that are all alike take two seconds, not a minute.
"""

import numpy as np
import numpy.typing as npt

Hundredths = npt.NDArray[np.int32]
"""How alike each two are, in hundredths: whole numbers, of which a mean does not depend on the order of joining."""
Steps = npt.NDArray[np.float64]
"""Directions in whole steps, whose sums and products do not hang on the order or the machine."""
_FINE = 1 << 12  # steps of a direction


def in_steps(vectors: npt.NDArray[np.float32]) -> Steps:
    """Directions of length 1 (things, directions), in whole steps."""
    steps: Steps = np.rint(vectors.astype(np.float64) * _FINE)
    return steps


def cosines(steps: Steps) -> Hundredths:
    """The cosines of each two of some directions in steps, or of means of such (things, things)."""
    alike: Hundredths = np.rint(steps @ steps.T * (100 / _FINE**2)).astype(np.int32)
    return alike


def mean_cosine(ours: Steps, theirs: Steps) -> int:
    """The mean cosine of each of some directions in steps with each of others, in hundredths."""
    product = float(ours.sum(0) @ theirs.sum(0))
    return round(product * 100 / (_FINE**2 * len(ours) * len(theirs)))


def average_linkage(alike: Hundredths, least: float) -> list[list[int]]:
    """Groups of which no two have a mean likeness of `least` hundredths or more; of two as near the first is taken."""
    sums = alike.astype(np.int64)  # of 4,000 that are told apart no sum of two halves is too large
    sizes = np.ones(len(sums))
    growing = np.ones(len(sums), bool)
    members = {at: [at] for at in range(len(sums))}
    chain: list[int] = []
    while growing.any():
        chain = chain or [int(growing.argmax())]
        at = chain[-1]
        means = np.where(growing, sums[at] / (sizes[at] * sizes), -np.inf)
        means[at] = -np.inf
        nearest = int(means.argmax())
        if means[nearest] < least:
            growing[at] = False  # nothing that others become comes nearer than the nearest of them
            chain.pop()
        elif len(chain) > 1 and means[chain[-2]] == means[nearest]:
            one, other = sorted(chain[-2:])
            sums[one] += sums[other]
            sums[:, one] = sums[one]
            sizes[one] += sizes[other]
            growing[other] = False
            members[one] += members.pop(other)
            del chain[-2:]
        else:
            chain.append(nearest)
    return sorted(sorted(group) for group in members.values())
