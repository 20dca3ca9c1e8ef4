"""What parts a place from another of its name: "Upper Dresna" and "Lower Dresna" are two, in whatever language."""

import functools
import itertools
from collections.abc import Iterator

from sayso import lexicon
from sayso.corroborate.folding import folded

_LONG = 4  # letters of a beginning that may have an ending
_SHORTEST_HAN = 2  # characters of a name behind a sign for a direction

Name = tuple[str, ...]


@functools.cache
def _listed(table: str) -> tuple[tuple[str, str], ...]:
    """(beginning, direction), the longest first."""
    tables = lexicon.load("directions").tables[table]
    ways = ((folded(way), direction) for direction, listed in tables.items() for way in listed.split("|"))
    return tuple(sorted(set(ways), key=lambda item: (-len(item[0]), item)))


@functools.lru_cache(maxsize=20_000)
def direction_of(word: str) -> str | None:
    """Which direction a word of a name is; None of any other word."""
    low = folded(word)
    ways = _listed("words")
    return next((to for way, to in ways if low == way or (len(way) >= _LONG and _is_form(low, way))), None)


def _is_form(low: str, way: str) -> bool:
    return low.startswith(way) and low[len(way) :] in _endings()


@functools.cache
def _endings() -> frozenset[str]:
    """What a case, a gender or an adjective adds to a direction; "Nordheim" is a town."""
    return frozenset(folded(ending) for ending in lexicon.load("directions").tables["forms"]["endings"].split("|"))


@functools.lru_cache(maxsize=20_000)
def readings(name: Name) -> tuple[tuple[frozenset[str], Name], ...]:
    """The ways to part a name into its directions and the rest: "Ober-Dresna" is upper, and Dresna.

    A name of nothing but directions has none; a Chinese one may begin with a direction or only with its sound.
    """
    words = tuple(itertools.chain.from_iterable(word.split("-") for word in name))
    rest = tuple(word for word in words if direction_of(word) is None)
    plain = (frozenset(to for word in words if (to := direction_of(word))), rest)
    if not rest or not plain[0]:
        plain = (frozenset(), name)
    return (plain, *_in_han(name))


def _in_han(name: Name) -> Iterator[tuple[frozenset[str], Name]]:
    first, *others = name or ("",)
    for sign, direction in _listed("before"):
        if first.startswith(sign) and len(first) > _SHORTEST_HAN:
            yield frozenset({direction}), (first[1:], *others)
