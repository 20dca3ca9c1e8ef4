"""Files of rows: JSON Lines, gzipped or not, read and written a line at a time."""

import contextlib
import dataclasses
import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sayso.errors import InputError, MissingInputError

if TYPE_CHECKING:
    import io

LONGEST_LINE = 64 * 2**20  # bytes; a longer line is passed over in pieces, rather than fill memory
MOST_NESTED = 100  # how deep a row may be; `json` would refuse it where the stack ends, which is not always the same
UNREAD_AT_FIRST = 1_000  # a file is refused if as many lines have passed and none is a row: it is another kind of file
_PIECE = 2**20
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|[\[\]{}]', re.DOTALL)


@dataclasses.dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands in place of a row that cannot be read: why."""

    detail: str


def read_lines(given: str) -> Iterator[bytes]:
    """The lines of a JSON Lines file, gzipped or not, - for standard input; empty ones too.

    Of a line longer than `LONGEST_LINE` only so much that this shows. Raises InputError if the file is damaged.
    """
    with opened(given) as (lines, _):
        number = 1
        while line := _next_line(lines, f"{given}, line {number}"):
            yield line
            number += 1


def rows_of(lines: Iterable[bytes], *, is_exact: bool = True) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """The objects that lines hold, or what is wrong with them, with the number of each line from 1 on.

    A line that is not UTF-8 is unreadable, or has U+FFFD for what cannot be read if it need not be exact.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text = _text_of(line, is_exact)
            if text:
                yield number, as_row(text)
        except ValueError as error:
            yield number, Unreadable(str(error))


def _text_of(line: bytes, is_exact: bool) -> str:
    """The line without its end and the mark that opens some files; raises ValueError."""
    line = line.rstrip(b"\r\n")
    if len(line) > LONGEST_LINE:
        raise ValueError(f"longer than {LONGEST_LINE // 2**20} MiB")
    try:
        return line.decode("utf-8", "strict" if is_exact else "replace").removeprefix(_MARK).strip()
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start + 1}") from error


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
        line = rest = lines.readline(LONGEST_LINE + 1)
        while len(line) > LONGEST_LINE and rest and not rest.endswith(b"\n"):
            rest = lines.readline(_PIECE)
    except (zlib.error, EOFError, OSError) as error:
        raise InputError(f"{where} cannot be read: {error}", "The file is damaged: get it again") from error
    return line


def as_row(text: str) -> dict[str, Any]:
    """The object that a line holds; raises ValueError, which says what it is instead."""
    if _is_too_deep(text):
        raise ValueError(f"nested more than {MOST_NESTED} deep")
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (character {error.pos + 1})") from error
    except ValueError as error:  # a number of too many digits
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    return row


def _is_too_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= MOST_NESTED:
        return False
    depth = 0
    for match in _NESTING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group()[:1], 0)
        if depth > MOST_NESTED:
            return True
    return False


def as_line(row: dict[str, Any]) -> bytes:
    """A row as JSON Lines has it, line feed included."""
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair has no UTF-8; escaped it stays what it was
        return json.dumps(row).encode("ascii") + b"\n"
