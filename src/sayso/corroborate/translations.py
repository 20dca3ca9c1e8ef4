"""Whether two sources may be one by a name that each language puts into words of its own.

"Clean Air Foundation", "Fundacja Czyste Powietrze", "清洁空气基金会": no list and no sound brings them
together, but they point the same way. Nearness joins nothing: it is a reason to count two as perhaps one, where no
language has both.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from sayso.corroborate.folding import WORD
from sayso.corroborate.naming import given_names
from sayso.networks.statements import directions

# Cosine from which two phrases may be one source. Of 4,560 pairs of phrases of one invented origin that no rule joins
# half are as near, of 148,379 pairs of two origins 6 of 100. At 0.5 it is a third, and 2 of 100, and of the claims of
# two origins in `eval/sources.py` 1 to 3 of 100 fewer have the right range.
MIN_NEAR = 0.4
_MOST_PHRASES = 6  # of each source that are compared

Key = tuple[str, ...]


@functools.lru_cache(maxsize=20_000)
def _vector(phrase: str) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = directions([phrase]).meaning[0].astype(np.float64)
    return found


class Translations:
    """The words that the sources of a case go by, by origin."""

    def __init__(self) -> None:
        self._phrases: dict[Key, dict[str, None]] = defaultdict(dict)
        self._languages: dict[Key, set[str]] = defaultdict(set)

    def note(self, key: Key, phrase: str, language: str) -> None:
        """Take in that an origin is called so in a language."""
        self._languages[key].add(language)
        if len(self._phrases[key]) < _MOST_PHRASES:
            self._phrases[key][phrase] = None

    def languages(self, key: Key) -> frozenset[str]:
        """The languages in which an origin is called by a phrase of its own."""
        return frozenset(self._languages.get(key, ()))

    def phrases(self, key: Key) -> list[str]:
        """What an origin is called, the first few."""
        return list(self._phrases.get(key, ()))

    def may_be_one(self, one: Key, other: Key) -> bool:
        """Whether no language has both, and a phrase for the one is near a phrase for the other."""
        here, there = self._languages.get(one, set()), self._languages.get(other, set())
        if not here or not there or not here.isdisjoint(there) or (self._is_person(one) and self._is_person(other)):
            return False
        return any(
            _nearness(phrase, phrase_) >= MIN_NEAR for phrase in self._phrases[one] for phrase_ in self._phrases[other]
        )

    def _is_person(self, key: Key) -> bool:
        return is_person(self._phrases[key])


def is_person(phrases: Iterable[str]) -> bool:
    """Whether what goes by some phrases has a given name that is known: two such are told apart by their names."""
    return any(word in given_names() for phrase in phrases for word in WORD.findall(phrase))


def _nearness(one: str, other: str) -> float:
    return round(float(np.dot(_vector(one), _vector(other))), 2)
