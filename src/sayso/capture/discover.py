"""What the user named, as named streams of bytes: files, folders, standard input, URLs.

Nothing is guessed from names. A folder gives every file in it, in the order of their paths; hidden files
and links that lead out of the folder are left alone. The network is used for a URL and for nothing else.
"""

import dataclasses
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from sayso.errors import FetchError, InputError, MissingInputError, RefusedError, UsageError
from sayso.settings import Limits


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """One input: the name to remember it by (never a path of this machine), and how to open its bytes."""

    name: str
    open: Callable[[], BinaryIO]


def discover(given: Sequence[str], limits: Limits) -> Iterator[Given]:
    """Every input behind the names; raises a SaysoError that says what to try where one cannot be had.

    Names that make no sense or are not there are told before the first input is given. Addresses that cannot be
    fetched are told after the last, so that they cost no other.
    """
    if not given:
        raise UsageError("there is nothing to read", "Name files, folders, URLs, or - for standard input")
    if list(given).count("-") > 1:
        raise UsageError("standard input can be read only once", "Name - once")
    for name in given:
        _check(name)
    failures: list[FetchError] = []
    for name in given:
        if name == "-":
            yield Given("standard input", lambda: cast(BinaryIO, io.BufferedReader(_Bounded(sys.stdin.buffer, limits))))
        elif _is_address(name):
            try:
                yield _from_network(name, limits)
            except FetchError as error:
                failures.append(error)
        else:
            yield from _from_disk(Path(name))
    if failures:
        raise _together(failures)


def _is_address(name: str) -> bool:
    return "://" in name[:12]


def _check(name: str) -> None:
    """Raise what is wrong with a name as far as can be told without the network."""
    if name == "-":
        return
    if _is_address(name):
        if name.partition(":")[0].casefold() not in ("http", "https"):
            raise UsageError(f"cannot fetch {name}", "Only http and https addresses are fetched")
        return
    if not name or "\0" in name:
        raise UsageError("an input has no name", "Name a file, a folder, a URL or - for standard input")
    path = Path(name)
    try:
        there = path.exists()
    except OSError as error:
        raise MissingInputError(f"cannot look at {name[:200]} ({error.strerror})", "Check the name") from error
    if not there:
        raise MissingInputError(f"no file or folder {name[:200]}", "Check the name; a URL starts with https://")
    if not path.is_dir() and not path.is_file():
        raise UsageError(f"{path} is not a file or a folder", "Name a file, a folder, a URL or - for standard input")


def _together(failures: Sequence[FetchError]) -> FetchError:
    if len(failures) == 1:
        return failures[0]
    messages = "; ".join(failure.message for failure in failures[:5])
    more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
    return FetchError(f"{len(failures)} addresses could not be had: {messages}{more}", "All other inputs were read")


class _Bounded(io.RawIOBase):
    """Standard input, up to the size of the largest source: a pipe can go on for ever."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        super().__init__()
        self._stream = stream
        self._limit = limits.source_bytes
        self._read = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """See `io.RawIOBase`; raises RefusedError beyond the limit."""
        chunk = self._stream.read(len(buffer))
        self._read += len(chunk)
        if self._read > self._limit:
            raise RefusedError(f"standard input has more than {self._limit} bytes", "Give it in parts")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _from_network(url: str, limits: Limits) -> Given:
    from sayso.capture.fetch import fetch

    record = fetch(url, limits)
    return Given(url, lambda: io.BytesIO(record))


def _from_disk(path: Path) -> Iterator[Given]:
    if not path.is_dir():
        yield Given(_shown(path.name), _opener(path))
        return
    found = [file for file in sorted(path.rglob("*")) if _is_input(file, path)]
    if not found:
        raise InputError(f"{path} holds no files", "Name a folder with articles, feeds or archives in it")
    for file in found:
        yield Given(_shown(file.relative_to(path).as_posix()), _opener(file))


def _shown(name: str) -> str:
    """A file name as text: on Unix it can hold bytes that are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _is_input(file: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in file.relative_to(folder).parts):
        return False
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _opener(path: Path) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        try:
            return path.open("rb")
        except OSError as error:
            raise InputError(f"cannot read {_shown(path.name)} ({error.strerror})", "Check its permissions") from error

    return opened
