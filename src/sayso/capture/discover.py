"""What the user named, as named streams of bytes: files, folders, standard input, URLs.

Nothing is guessed from names. A folder gives every file in it, in the order of their paths; hidden files
and links that lead out of the folder are left alone. The network is used for a URL and for nothing else.
"""

import dataclasses
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from sayso.capture.fetch import fetch
from sayso.errors import InputError, MissingInputError, UsageError
from sayso.settings import Limits


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """One input: the name to remember it by (never a path of this machine), and how to open its bytes."""

    name: str
    open: Callable[[], BinaryIO]


def discover(given: Sequence[str], limits: Limits) -> Iterator[Given]:
    """Every input behind the names; raises a SaysoError that says what to try at the first that cannot be had."""
    for name in given:
        if name == "-":
            yield Given("standard input", lambda: sys.stdin.buffer)
        elif "://" in name[:12]:
            yield _from_network(name, limits)
        else:
            yield from _from_disk(Path(name))


def _from_network(url: str, limits: Limits) -> Given:
    if urlsplit(url).scheme.casefold() not in ("http", "https"):
        raise UsageError(f"cannot fetch {url}", "Only http and https addresses are fetched")
    record = fetch(url, limits)
    return Given(url, lambda: io.BytesIO(record))


def _from_disk(path: Path) -> Iterator[Given]:
    if path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if _is_input(file, path)]
        if not found:
            raise InputError(f"{path} holds no files", "Name a folder with articles, feeds or archives in it")
        for file in found:
            yield Given(file.relative_to(path).as_posix(), _opener(file))
    elif path.is_file():
        yield Given(path.name, _opener(path))
    elif path.exists():
        raise UsageError(f"{path} is not a file or a folder", "Name a file, a folder, a URL or - for standard input")
    else:
        raise MissingInputError(f"no file or folder {path}", "Check the name; a URL starts with https://")


def _is_input(file: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in file.relative_to(folder).parts):
        return False
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")
