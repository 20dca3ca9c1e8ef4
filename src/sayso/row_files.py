"""Files of rows: JSON Lines, gzipped or not, read and written a line at a time."""

import contextlib
import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import InputError, MissingInputError

LONGEST_LINE = 64 * 2**20  # bytes; a longer line is cut and then refused as broken JSON, rather than fill memory


def read_rows(given: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not; - is standard input."""
    path = Path(given)
    if given != "-" and not path.is_file():
        raise MissingInputError(f"no file {given}", "Give a JSON Lines file, or - for standard input")
    with contextlib.ExitStack() as opened:
        stream = opened.enter_context(sys.stdin.buffer if given == "-" else path.open("rb"))
        packed = stream.peek(2)[:2] == b"\x1f\x8b"
        lines = opened.enter_context(gzip.GzipFile(fileobj=stream)) if packed else stream
        number = 1
        while line := _next_line(lines, f"{given}, line {number}"):
            if line.strip():
                yield _row(line, f"{given}, line {number}")
            number += 1


def _next_line(lines: BinaryIO | gzip.GzipFile, where: str) -> bytes:
    """The next line, empty at the end; raises InputError where a gzip stream is damaged or cut short."""
    try:
        return lines.readline(LONGEST_LINE)
    except (zlib.error, EOFError, OSError) as error:
        raise InputError(f"{where} cannot be read: {error}", "The file is damaged: get it again") from error


def _row(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where} is not JSON: {error}", "Give one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError(f"{where} is not a JSON object", "Give one JSON object a line")
    return row


def as_line(row: dict[str, Any]) -> bytes:
    """A row as JSON Lines has it, line feed included."""
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair has no UTF-8; escaped it stays what it was
        return json.dumps(row).encode("ascii") + b"\n"
