"""Parts that were read apart, made one text with one map."""

from collections.abc import Sequence

from sayso.spans import OffsetMap, Run, merged

GAP = "\n\n"


def joined(parts: Sequence[tuple[str, OffsetMap]]) -> tuple[str, OffsetMap, list[tuple[int, int]]]:
    """The parts with an empty line between them, the map of the whole, and (start, end) of each part."""
    pieces: list[str] = []
    runs: list[Run] = []
    places: list[tuple[int, int]] = []
    length = 0
    for text, part_map in parts:
        if pieces:
            at = runs[-1].source_end if runs else 0
            runs.append(Run(length, length + len(GAP), at, at, "break"))
            pieces.append(GAP)
            length += len(GAP)
        runs += [Run(start + length, end + length, low, high, how) for start, end, low, high, how in part_map.runs]
        pieces.append(text)
        places.append((length, length + len(text)))
        length += len(text)
    return "".join(pieces), OffsetMap(merged(runs)), places
