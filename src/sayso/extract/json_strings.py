"""Where the strings of a JSON document stand, and how their escapes map back: `json` itself does not say.

The document is known to be valid (it went through `json.loads`), so a token scan is enough. Strings inside
other strings' places are found by path: ("reports", 3, "text").
"""

import re

from sayso.spans import MappedText, OffsetMap

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_SURROGATE_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_PIECE = re.compile(rf"{_SURROGATE_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|[^\\]+", re.DOTALL)


def string_places(source: str) -> dict[Path, tuple[int, int]]:
    """Path → (start, end) between the quotes, of every string value; the last of repeated keys counts."""
    places: dict[Path, tuple[int, int]] = {}
    path: list[str | int] = []
    key: str | None = None
    kinds: list[str] = []  # the open brackets
    for match in _TOKEN.finditer(source):
        mark = match.group()
        if mark in "{[":
            kinds.append(mark)
            path.append(0 if mark == "[" else "")
        elif mark in "}]":
            kinds.pop()
            path.pop()
        elif mark == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
            key = None
        elif mark == ":":
            path[-1] = key or ""
        elif mark.startswith('"'):
            if kinds and kinds[-1] == "{" and path[-1] == "" and key is None:
                key = unescaped(source, match.start() + 1, match.end() - 1)[0]
                continue
            places[tuple(path)] = (match.start() + 1, match.end() - 1)
        if mark in "{[":
            key = None
    return places


def unescaped(source: str, start: int, end: int) -> tuple[str, OffsetMap]:
    """The string between the quotes at `source[start:end]`, and the map from it into `source`."""
    mapped = MappedText()
    for piece in _PIECE.finditer(source, start, end):
        raw = piece.group()
        if raw.startswith("\\"):
            mapped.append(_value(raw), piece.start(), piece.end(), "json")
        else:
            mapped.append(raw, piece.start(), piece.end())
    return mapped.build()


_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _value(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    if len(escape) == 6:
        return chr(int(escape[2:], 16))
    return chr(0x10000 + ((int(escape[2:6], 16) & 0x3FF) << 10) + (int(escape[8:], 16) & 0x3FF))
