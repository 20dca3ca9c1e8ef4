"""From one preserved file to its payloads, and from a payload's locator to the very same bytes again.

Everything is streamed: the most that is held at a time is one payload, at most `limits.payload_bytes`, and
what unpacking it needs. A file is never refused for its name, and never read on past a limit.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import BinaryIO, Self, cast

from sayso.capture import locator
from sayso.capture.archive import archive_payloads, entity_at
from sayso.capture.detect import HEAD, PAYLOADS, Detected, Kind, detect
from sayso.capture.intake import Payload, Place
from sayso.capture.json_lines import line_payloads
from sayso.capture.streams import (
    CHUNK,
    FREE_EXPANSION,
    GZIP_MAGIC,
    ByteStream,
    GzipStream,
    PayloadRefusedError,
    PlainStream,
)
from sayso.capture.wacz import open_member, open_zip, wacz_payloads
from sayso.errors import InputError
from sayso.model import Skip
from sayso.settings import Limits
from sayso.vocab import SkipReason

__all__ = ["Payload", "PayloadReader", "open_payload", "payloads"]


def payloads(path: Path, source_digest: str, limits: Limits) -> Iterator[Payload | Skip]:
    """Every payload of a file, in the order of the file, and a skip for each part that was not read and why."""
    place = Place(source_digest)
    size = path.stat().st_size
    if size > limits.source_bytes:
        yield place.skip(SkipReason.TOO_LARGE, f"{size} bytes; at most {limits.source_bytes} are read")
        return
    with path.open("rb") as file:
        try:
            yield from _file_payloads(file, place, limits)
        except PayloadRefusedError as fault:
            yield place.refused(fault)


def _file_payloads(file: BinaryIO, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    found = detect(file.read(HEAD))
    if found.kind is Kind.ZIP:
        yield from wacz_payloads(file, place, limits)
    elif found.kind is Kind.GZIP:
        yield from _unpacked_payloads(file, place, limits)
    else:
        yield from _stream_payloads(PlainStream(file), place, limits)


def _unpacked_payloads(file: BinaryIO, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    stream = GzipStream(file, limits)
    found = detect(stream.peek(HEAD))
    if found.kind in (Kind.WARC, Kind.ARC):
        yield from archive_payloads(stream, place, limits)
    elif found.kind is Kind.GZIP:
        yield place.skip(SkipReason.BOMB, "gzip within gzip is not unpacked")
    elif found.kind is Kind.ZIP:
        yield place.skip(SkipReason.UNKNOWN_TYPE, "a zip archive within gzip is not unpacked")
    elif found.kind is Kind.EMPTY and stream.fault is not None:
        yield place.refused(stream.fault)
    else:
        if found.kind not in PAYLOADS:
            stream.peek(FREE_EXPANSION + CHUNK)  # if it is a bomb, say so, rather than that it holds zeroes
        yield from _stream_payloads(stream, place.at(locator.GZIP), limits)


def _stream_payloads(stream: ByteStream, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    found = _look_far(stream, limits)
    if found.kind in (Kind.WARC, Kind.ARC):
        yield from archive_payloads(stream, place, limits)
    elif found.kind is Kind.JSON_LINES:
        yield from line_payloads(stream, place, limits)
    elif found.kind is Kind.EMPTY:
        yield place.skip(SkipReason.EMPTY, "there is nothing in it")
    elif found.kind not in PAYLOADS:
        yield place.skip(SkipReason.UNKNOWN_TYPE, f"{found.what}; {_READABLE}")
    else:
        yield from _whole_payload(stream, found.kind, place, limits)


_READABLE = "Markdown, text, HTML, JSON, feeds, WARC and WACZ can be read"


def _look_far(stream: ByteStream, limits: Limits) -> Detected:
    """What the stream holds; for JSON whose first line is long, by all of it."""
    head = stream.peek(HEAD)
    found = detect(head)
    if found.kind is Kind.JSON and len(head) == HEAD and b"\n" not in head.strip():
        return detect(stream.peek(limits.payload_bytes))
    return found


def _whole_payload(stream: ByteStream, kind: Kind, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    body = _read_whole(stream, limits)
    fault = stream.fault
    if fault is None or fault.reason is not SkipReason.MALFORMED:
        yield place.payload(body, kind)
    if fault is not None:
        yield place.refused(fault)


def _read_whole(stream: ByteStream, limits: Limits) -> bytes:
    body = stream.read(limits.payload_bytes + 1)
    if len(body) > limits.payload_bytes:
        detail = f"more than {limits.payload_bytes} bytes in one piece; reports in JSON Lines are read one by one"
        raise PayloadRefusedError(SkipReason.TOO_LARGE, detail)
    return body


def _read_unpacked(stream: GzipStream, limits: Limits) -> bytes:
    body = _read_whole(stream, limits)
    if stream.fault is not None and (not body or stream.fault.reason is SkipReason.MALFORMED):
        raise stream.fault
    return body


def _read_exactly(stream: ByteStream, length: int) -> bytes:
    body = stream.read(length)
    if len(body) < length:
        raise PayloadRefusedError(SkipReason.TRUNCATED, f"{length} bytes should be there and {len(body)} are")
    return body


def open_payload(path: Path, place: str, limits: Limits) -> bytes:
    """The bytes of the payload at the locator `place` of a file; raises InputError if there is none.

    For many payloads of one file use `PayloadReader`, which unpacks once.
    """
    with PayloadReader(limits) as reader:
        return reader.open(path, place)


class PayloadReader:
    """Opens payloads in any order. What has to be unpacked to reach them is unpacked once, to a temporary file."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._key: tuple[Path, str] | None = None
        self._unpacked: BinaryIO | None = None

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the temporary file."""
        self._forget()

    def open(self, path: Path, place: str) -> bytes:
        """See `open_payload`."""
        steps = locator.parse(place)
        with path.open("rb") as file:
            if steps and steps[0].kind == locator.ZIP:
                with open_zip(file, self._limits) as members:
                    inside = open_member(members, steps[0].member, self._limits)
                    return self._walk(inside, steps[1:])
            if len(steps) > 1 and steps[0].kind == locator.GZIP:
                return self._walk(self._unpack(path, file, steps[0]), steps[1:])
            return self._walk(file, steps)

    def _walk(self, file: BinaryIO, steps: list[locator.Step]) -> bytes:
        match steps:
            case []:
                return _read_whole(PlainStream(file), self._limits)
            case [locator.Step(locator.GZIP, numbers)]:
                return _read_unpacked(GzipStream(file, self._limits, *numbers), self._limits)
            case [locator.Step(locator.BYTES, (offset, length))] if length <= self._limits.payload_bytes:
                return _read_exactly(PlainStream(file, offset), length)
            case [locator.Step(locator.WARC, (offset,))]:
                file.seek(offset)
                is_gzip = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
                stream = GzipStream(file, self._limits, offset) if is_gzip else PlainStream(file, offset)
                return entity_at(stream, self._limits)
            case [locator.Step(locator.GZIP) as step, *rest]:
                with self._unpacked_copy(file, step) as unpacked:
                    return self._walk(unpacked, rest)
        raise InputError("a locator leads nowhere", "It was edited, or made by another version of Sayso")

    def _unpack(self, path: Path, file: BinaryIO, step: locator.Step) -> BinaryIO:
        key = (path, repr(step))
        if self._key != key or self._unpacked is None:
            self._forget()
            self._unpacked = self._unpacked_copy(file, step)
            self._key = key
        return self._unpacked

    def _unpacked_copy(self, file: BinaryIO, step: locator.Step) -> BinaryIO:
        unpacked = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 - kept open; `_forget` closes it
        try:
            stream = GzipStream(file, self._limits, *step.numbers)
            while chunk := stream.read(CHUNK):
                unpacked.write(chunk)
            if stream.fault is not None and unpacked.tell() == 0:
                raise stream.fault
        except BaseException:
            unpacked.close()
            raise
        return unpacked

    def _forget(self) -> None:
        if self._unpacked is not None:
            self._unpacked.close()
        self._key = self._unpacked = None
