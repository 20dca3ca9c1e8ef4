"""Locators: the steps from a preserved file to one payload in it, written as one string.

    ""                      the whole file
    gzip                    what the file unpacks to; `gzip:<offset>` from the gzip member at that offset on
    bytes:<offset>:<length> so many bytes of it: a line of JSON Lines
    warc:<offset>           the entity of the WARC or ARC record that starts there, decoded as HTTP says
    zip:<member>            a member of a zip, its name percent-encoded

Steps are joined by "/" and taken from left to right: `zip:archive%2Fdata.warc.gz/warc:1234`.
"""

from typing import NamedTuple
from urllib.parse import quote, unquote

from sayso.errors import InputError

GZIP = "gzip"
BYTES = "bytes"
WARC = "warc"
ZIP = "zip"


class Step(NamedTuple):
    """One step: its kind, and what it is given."""

    kind: str
    numbers: tuple[int, ...] = ()
    member: str = ""


def join(*steps: str) -> str:
    """A locator of steps that may be empty."""
    return "/".join(step for step in steps if step)


def zip_step(member: str) -> str:
    """The step into a member of a zip."""
    return f"{ZIP}:{quote(member, safe='')}"


def bytes_step(offset: int, length: int) -> str:
    """The step to `length` bytes from `offset` on."""
    return f"{BYTES}:{offset}:{length}"


def parse(locator: str) -> list[Step]:
    """The steps of a locator; raises InputError for one that Sayso did not write."""
    return [_parse_step(step) for step in locator.split("/")] if locator else []


def _parse_step(text: str) -> Step:
    kind, *arguments = text.split(":")
    if kind == ZIP and len(arguments) == 1:
        return Step(kind, member=unquote(arguments[0]))
    wanted = {GZIP: (0, 1), BYTES: (2,), WARC: (1,)}.get(kind, ())
    if len(arguments) in wanted and all(argument.isascii() and argument.isdigit() for argument in arguments):
        return Step(kind, tuple(map(int, arguments)))
    raise InputError(f"“{text[:80]}” is no step of a locator", "It was edited, or made by another version of Sayso")
