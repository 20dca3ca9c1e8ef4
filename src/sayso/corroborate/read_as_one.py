"""Which origins of a claim may be one by what reports call them, in any languages, as a network reads two names.

"Karsavia İçişleri Bakanlığı", "le ministre karsavien de l'Intérieur, Petar Hadar": no list need know the land, the
office or the man. Rules come first: it is asked of two that they leave apart though no language of the case has both,
or of which one has no name. What it finds likely makes the range: nothing is folded for good by it. Of a claim of
more than `MOST_ORIGINS` no names are read.
"""

import itertools
from collections.abc import Iterable, Sequence

from sayso.corroborate.origin_keys import Key
from sayso.networks.statements import read_sources

PERHAPS = 0.0  # log-odds from which on two may be one
MOST_NAMES = 2  # of each origin that are read
MOST_ORIGINS = 60  # each two of them take four readings, some 25 milliseconds
_READ = frozenset({"body", "person"})


class ReadNames:
    """The readings of one case, each pair of names once."""

    def __init__(self) -> None:
        self._odds: dict[tuple[str, str], float] = {}

    def may_be_one(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Whether two origins may be one, by the two of their names that are likest."""
        self.read_ahead([(ours, theirs)])
        return any(self._odds[pair] >= PERHAPS for pair in _pairs(ours, theirs))

    def read_ahead(self, named: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        """Read the names of several pairs of origins at once, on all cores."""
        asked = dict.fromkeys(pair for ours, theirs in named for pair in _pairs(ours, theirs))
        new = [pair for pair in asked if pair not in self._odds]
        self._odds.update(zip(new, read_sources(new), strict=True))


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    return [(min(pair), max(pair)) for pair in itertools.product(ours, theirs)]


def is_read(key: Key) -> bool:
    """Whether an origin is of a kind that goes by a name."""
    return key[0] in _READ
