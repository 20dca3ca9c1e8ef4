"""Files of rows: JSON Lines, gzipped or not, read and written a line at a time."""

import contextlib
import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sayso.errors import InputError, MissingInputError

if TYPE_CHECKING:
    import io

LONGEST_LINE = 64 * 2**20  # bytes; a longer line is cut and then refused as broken JSON, rather than fill memory


def read_lines(given: str) -> Iterator[bytes]:
    """The lines of such a file, empty ones too, each cut at `LONGEST_LINE`; raises InputError if it is damaged."""
    with opened(given) as (lines, _):
        number = 1
        while line := _next_line(lines, f"{given}, line {number}"):
            yield line
            number += 1


def rows_of(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The objects that lines hold, or what is wrong with them, with the number of each line from 1 on."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, as_row(line)
            except ValueError as error:
                yield number, str(error)


def nothing_in(given: str, first: str) -> InputError:
    """The error for the file `given`, of which no line could be read; `first` says why the first was not."""
    advice = 'Give one JSON object a line: {"id": …, "text": …}'
    return InputError(f"{given} has no row that can be read: {first}", advice)


@contextlib.contextmanager
def opened(given: str) -> Iterator[tuple[BinaryIO | gzip.GzipFile, bool]]:
    """A file or, for -, standard input, unpacked if it is gzipped, and whether it is; raises InputError."""
    if given != "-" and not Path(given).is_file():
        raise MissingInputError(f"no file {given}", "Give a JSON Lines file, or - for standard input")
    with contextlib.ExitStack() as kept:
        stdin = cast("io.BufferedReader", sys.stdin.buffer)
        stream = stdin if given == "-" else kept.enter_context(Path(given).open("rb"))
        packed = stream.peek(2)[:2] == b"\x1f\x8b"
        try:
            yield (kept.enter_context(gzip.GzipFile(fileobj=stream)) if packed else stream), packed
        except (zlib.error, EOFError, gzip.BadGzipFile) as error:
            raise InputError(f"{given} cannot be read: {error}", "The file is damaged: get it again") from error


def _next_line(lines: BinaryIO | gzip.GzipFile, where: str) -> bytes:
    """The next line, empty at the end; raises InputError where a gzip stream is damaged or cut short."""
    try:
        return lines.readline(LONGEST_LINE)
    except (zlib.error, EOFError, OSError) as error:
        raise InputError(f"{where} cannot be read: {error}", "The file is damaged: get it again") from error


def as_row(line: bytes) -> dict[str, Any]:
    """The object that a line holds; raises ValueError, which says what it is instead."""
    if len(line) > LONGEST_LINE:
        raise ValueError("not JSON: the line is too long")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    return row


def as_line(row: dict[str, Any]) -> bytes:
    """A row as JSON Lines has it, line feed included."""
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair has no UTF-8; escaped it stays what it was
        return json.dumps(row).encode("ascii") + b"\n"
