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
    """Path of every string value → (start, end) between its quotes. A repeated key counts the last time, as in `json`."""
    places: dict[Path, tuple[int, int]] = {}
    path: list[str | int] = []
    key: str | None = None
    kinds: list[str] = []  # the open brackets
    for match in _TOKEN.finditer(source):
        token = match.group()
        if token in "{[":
            kinds.append(token)
            path.append(0 if token == "[" else "")
        elif token in "}]":
            kinds.pop()
            path.pop()
        elif token == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
            key = None
        elif token == ":":
            path[-1] = key or ""
        elif token.startswith('"'):
            if kinds and kinds[-1] == "{" and path[-1] == "" and key is None:
                key = unescaped(source, match.start() + 1, match.end() - 1)[0]
                continue
            places[tuple(path)] = (match.start() + 1, match.end() - 1)
        if token in "{[":
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
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "surrogatepass")
