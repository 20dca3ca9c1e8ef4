"""What the user gave, one input at a time: files, folders, addresses, standard input."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sayso.capture.web_address import check_address
from sayso.errors import FetchError, InputError, MissingInputError, RefusedError, UsageError
from sayso.settings import Limits

STANDARD_INPUT = "-"
_CHUNK = 1024 * 1024
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Given:
    """One input: the name to keep it under, and its bytes.

    The name is the address, or the file's name without the folders before it (within a given folder, the
    path from there): where it lay on this machine is nobody's business. `chunks` can be called once.
    """

    name: str
    chunks: Callable[[], Iterator[bytes]]


def discover(given: Sequence[str], limits: Limits, stdin: BinaryIO | None = None) -> Iterator[Given]:
    """Every input behind `given`, folders from the top down and in the order of their names.

    Raises UsageError and MissingInputError before the first is given, where one of `given` makes no sense or is
    not there. Addresses that cannot be fetched are told at the end, in one FetchError, so that they cost no other.
    """
    if not given:
        raise UsageError("there is nothing to read", "Give files, folders, addresses, or - for standard input")
    if list(given).count(STANDARD_INPUT) > 1:
        raise UsageError("standard input can be read only once", "Give - once")
    for name in given:
        _check(name)
    failures: list[FetchError] = []
    for name in given:
        if name == STANDARD_INPUT:
            yield _from_stream(name, stdin or sys.stdin.buffer, limits)
        elif _SCHEME.match(name):
            from sayso.capture.fetch import fetch  # noqa: PLC0415 - httpx takes 0.15 s to load, most runs fetch nothing

            try:
                warc = fetch(name, limits)
            except FetchError as error:
                failures.append(error)
                continue
            yield Given(name, partial(iter, (warc,)))
        else:
            yield from _from_path(Path(name), limits)
    if failures:
        raise _together(failures)


def _check(name: str) -> None:
    if name == STANDARD_INPUT:
        return
    if _SCHEME.match(name):
        check_address(name)
        return
    if not name or "\0" in name:
        raise UsageError("an input has no name", "Give files, folders, addresses, or - for standard input")
    path = Path(name)
    try:
        there = path.exists()
    except OSError as error:
        raise MissingInputError(f"{name[:200]} cannot be looked at ({error.strerror})") from error
    if not there:
        hint = f"For a page on the web write https://{name}" if re.match(r"www\.|[\w-]+\.\w{2,6}/", name) else ""
        raise MissingInputError(f"there is no file or folder {name[:200]}", hint or "Check the name and the folder")
    if path.is_dir() and next(_files_in(path), None) is None:
        raise MissingInputError(f"the folder {name} holds no files", "Hidden files and links are left out")


def _from_path(path: Path, limits: Limits) -> Iterator[Given]:
    if not path.is_dir():
        yield _from_file(path, path.resolve().name if path.name in ("", "..") else path.name, limits)
        return
    for file in _files_in(path):
        yield _from_file(file, file.relative_to(path).as_posix(), limits)


def _files_in(folder: Path) -> Iterator[Path]:
    """Regular files below `folder`; what is hidden, and links, which could lead out of it, are left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                yield file


def _from_file(path: Path, name: str, limits: Limits) -> Given:
    shown = os.fsencode(name).decode("utf-8", "replace")

    def chunks() -> Iterator[bytes]:
        try:
            with path.open("rb") as file:
                endless = not path.is_file()  # a pipe or a device
                yield from _read(file, shown, limits.source_bytes if endless else None)
        except OSError as error:
            raise InputError(f"{shown} cannot be read ({error.strerror})", "Check its permissions") from error

    return Given(shown, chunks)


def _from_stream(name: str, stream: BinaryIO, limits: Limits) -> Given:
    def chunks() -> Iterator[bytes]:
        empty = True
        for chunk in _read(stream, "standard input", limits.source_bytes):
            empty = False
            yield chunk
        if empty:
            raise InputError("nothing came on standard input", "Pipe a page into it: sayso read - < page.html")

    return Given(name, chunks)


def _read(file: BinaryIO, name: str, limit: int | None) -> Iterator[bytes]:
    read = 0
    while chunk := file.read(_CHUNK):
        read += len(chunk)
        if limit is not None and read > limit:
            raise RefusedError(f"{name} has more than {limit} bytes", "Give it in parts")
        yield chunk


def _together(failures: Iterable[FetchError]) -> FetchError:
    told = list(failures)
    if len(told) == 1:
        return told[0]
    messages = "; ".join(error.message for error in told[:5])
    more = f"; and {len(told) - 5} more" if len(told) > 5 else ""
    return FetchError(f"{len(told)} addresses could not be fetched: {messages}{more}", "All other inputs were taken")
