"""The countries that a text names, by their names, their people or their seats of government, in any script."""

import functools
import re
from collections.abc import Iterator, Mapping

from sayso import lexicon
from sayso.corroborate.folding import folded, is_spaced

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WRITTEN_ON = re.compile(r"[وفبل]{0,2}(?:ال|لل)?")  # not "like": no Andorra in "كاندورا"
_ENDINGS = {  # of a name in its other cases, where it has more letters than one ending
    "ия": ("ии", "ию", "иеи"), "ія": ("ії", "ію", "ією", "іі"),
    "ь": ("и", "ю", "ью"), "а": ("ы", "и", "у", "ои", "ою", "е", "і"), "ia": ("ii", "ie"), "ja": ("ji", "je"),
}  # fmt: skip
_NAMESAKES = frozenset({"georgia", "georgie", "georgii", "romania", "victoria"})  # these forms are people's names
_KANA = re.compile(r"[\u30a0-\u30ff]")  # runs of it are one name: no Mali in "マリナ"
_SHORTEST = 5  # letters of a name that is looked for in its other cases


def _oblique(name: str) -> Iterator[str]:
    """The other case forms of a folded Slavic name of a country: "Финляндию", "Boliwii"."""
    if len(name) < _SHORTEST or " " in name or name in _NAMESAKES:
        return
    for ending, forms in _ENDINGS.items():
        if name.endswith(ending):
            yield from (name.removesuffix(ending) + form for form in forms)
            return


@functools.cache
def _stems() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """By their first two letters the beginnings that name a country or capital, longest first."""
    tables = lexicon.load("countries").tables
    kinds: dict[str, tuple[str, bool]] = {}
    for table, capital in (("countries", False), ("capitals", True)):
        for code, names in sorted(tables[table].items()):
            for name in names.split("|"):
                kinds.setdefault(folded(name), (code, capital))
                for form in _oblique(folded(name)):
                    kinds.setdefault(form, (code, capital))
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for stem in sorted(kinds, key=lambda stem: (-len(stem), stem)):
        index.setdefault(stem[:2], []).append((stem, *kinds[stem]))
    return {start: tuple(stems) for start, stems in index.items()}


@functools.lru_cache(maxsize=50_000)
def places(text: str) -> tuple[tuple[str, bool], ...]:
    """The countries that `text` names, in order, each with whether it was by a seat of government."""
    low, found, at = folded(text), list[tuple[str, bool]](), 0
    while at < len(low):
        hit = _longest_stem(low, at) if low[at].isalpha() and _begins(low, at) else None
        if hit:
            found.append(hit[1:])
        at += len(hit[0]) if hit else 1
    return tuple(found)


def _begins(text: str, at: int) -> bool:
    """Whether a word may begin at a place: anywhere in Chinese, behind the particles written on in Arabic."""
    if at == 0 or not text[at - 1].isalpha():
        return True
    if is_spaced(text[at]):
        return False
    if not _ARABIC.match(text[at]):
        return True
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return bool(_WRITTEN_ON.fullmatch(text, start, at))  # "والأردن", but no Mali in "شمالي", "northern"


@functools.cache
def _strays() -> tuple[str, ...]:
    """Beginnings of words that only begin as a country does: "independent" as "Inde"."""
    return tuple(folded(word) for word in lexicon.load("countries").tables["strays"]["words"].split("|"))


def _longest_stem(text: str, at: int) -> tuple[str, str, bool] | None:
    if text.startswith(_strays(), at):
        return None
    for stem, code, capital in _stems().get(text[at : at + 2], ()):
        if text.startswith(stem, at):
            end = at + len(stem)
            whole = end == len(text) or not text[end].isalpha()
            if not whole and _KANA.match(stem) and _KANA.match(text[end]):
                continue
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
