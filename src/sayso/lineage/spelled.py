"""An agency's name in the letters of another script, as a text signs with it at its foot: "(Норлекс)" for Norlex.

Only what sounds is compared, by classes of consonants that transcriptions confuse, and only a name with enough of them:
scripts differ in vowels, and two short names sound alike too easily.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii

ENOUGH = 4  # consonants
LONGEST = 40  # code points of a name

_LATIN = re.compile(r"[A-Za-z]")
_SOUNDS = (
    (re.compile("x"), "ks"), (re.compile("[sck]h|tch|ts|tz|dz|zh|[zs]+"), "S"), (re.compile("ph|f|v"), "V"),
    (re.compile("c(?=[eiy])"), "S"), (re.compile("ck|q|[ckg]"), "K"), (re.compile("th|t|d"), "T"),
    (re.compile("b|p"), "P"), (re.compile("s"), "S"), (re.compile("m"), "M"), (re.compile("n"), "N"),
    (re.compile("l"), "L"), (re.compile("r"), "R"),
)  # fmt: skip
_NOT_HEARD = re.compile("[^A-Z]")
_TWICE = re.compile(r"(.)\1+")


@functools.lru_cache(1 << 14)
def heard(name: str) -> frozenset[str]:
    """The consonants of a name, its "w" said as in "wire" and as a vowel; none where too few sound."""
    plain = anyascii(name[:LONGEST]).casefold()
    ways = {_consonants(plain.replace("w", sound)) for sound in ("v", "")}
    return frozenset(way for way in ways if len(way) >= ENOUGH)


def _consonants(plain: str) -> str:
    for letters, sound in _SOUNDS:
        plain = letters.sub(sound, plain)
    return _TWICE.sub(r"\1", _NOT_HEARD.sub("", plain))


@functools.lru_cache(8)
def _by_sound(names: frozenset[str]) -> dict[str, str]:
    """For each sound the one of `names` that has it; a sound of two names tells neither."""
    found: dict[str, set[str]] = {}
    for name in names:
        for sound in heard(name):
            found.setdefault(sound, set()).add(name)
    return {sound: next(iter(those)) for sound, those in found.items() if len(those) == 1}


def spelled(printed: str, names: frozenset[str]) -> str | None:
    """The one of `names` that `printed` spells in another script."""
    if len(printed) > LONGEST or _LATIN.search(printed):
        return None
    sounding = _by_sound(frozenset(names))
    told = {sounding[sound] for sound in heard(printed) if sound in sounding}
    return told.pop() if len(told) == 1 else None


_IN_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,40})[)\]）】]\s*$")


def signatures(lines: Iterable[tuple[str, int]], names: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of what stands in brackets at the end of one of the lines and spells one of `names`."""
    for line, start in lines:
        found = _IN_BRACKETS.search(line)
        name = spelled(found.group(1).strip(), names) if found else None
        if found and name:
            yield name, start + found.start(), start + found.end()
