"""The countries that a text names, by their names, their people or their seats of government, in any script."""

import functools
from collections.abc import Mapping

from sayso import lexicon
from sayso.corroborate.folding import folded, is_spaced


@functools.cache
def _stems() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """By their first two letters the beginnings that name a country or capital, longest first."""
    tables = lexicon.load("countries").tables
    kinds: dict[str, tuple[str, bool]] = {}
    for table, capital in (("countries", False), ("capitals", True)):
        for code, names in sorted(tables[table].items()):
            for name in names.split("|"):
                kinds.setdefault(folded(name), (code, capital))
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for stem in sorted(kinds, key=lambda stem: (-len(stem), stem)):
        index.setdefault(stem[:2], []).append((stem, *kinds[stem]))
    return {start: tuple(stems) for start, stems in index.items()}


@functools.lru_cache(maxsize=50_000)
def places(text: str) -> tuple[tuple[str, bool], ...]:
    """The countries that `text` names, in order, each with whether it was by a seat of government."""
    low, found, at = folded(text), list[tuple[str, bool]](), 0
    while at < len(low):
        starts = low[at].isalpha() and (at == 0 or not low[at - 1].isalpha() or not is_spaced(low[at]))
        hit = _longest_stem(low, at) if starts else None
        if hit:
            found.append(hit[1:])
        at += len(hit[0]) if hit else 1
    return tuple(found)


def _longest_stem(text: str, at: int) -> tuple[str, str, bool] | None:
    for stem, code, capital in _stems().get(text[at : at + 2], ()):
        if text.startswith(stem, at):
            end = at + len(stem)
            whole = end == len(text) or not text[end].isalpha()
            if whole or len(stem) > 3 or not is_spaced(stem):
                return stem, code, capital
    return None


@functools.cache
def _names() -> frozenset[str]:
    tables = lexicon.load("countries").tables
    return frozenset(
        folded(name)
        for kind in ("countries", "capitals")
        for names in tables[kind].values()
        for name in names.split("|")
    )


@functools.lru_cache(maxsize=50_000)
def is_country_name(word: str) -> bool:
    """Whether a word as it stands, without an ending, is listed as a country or a capital."""
    return folded(word) in _names()
