"""HTTP responses as archives keep them: head and entity, transfer and content codings undone within limits."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import brotli

from sayso.capture.streams import CHUNK, PayloadRefusedError, check_expansion
from sayso.settings import Limits
from sayso.vocab import SkipReason

MAX_HEAD = 64 * 1024
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_END_OF_HEAD = re.compile(rb"\r?\r?\n[ \t\r]*\n")
_MAX_CODINGS = 2  # more than one is a mistake of a server, more than two a bomb

_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15  # zlib's numbers for the wrappings that "gzip" and "deflate" stand for


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A response: status, header fields (names in lower case, the first of each), and the body as sent."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type of the header, lower case, without parameters; empty if there is none."""
        return media_type_of(self.fields.get("content-type", ""))

    @property
    def charset(self) -> str | None:
        """The charset of the header."""
        return charset_of(self.fields.get("content-type", ""))


def media_type_of(content_type: str) -> str:
    """`text/html` of `Text/HTML; charset=utf-8`."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """`utf-8` of `text/html; charset="utf-8"`."""
    found = re.search(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", content_type[:1000], re.IGNORECASE)
    return found.group(1) if found else None


def parse_fields(lines: bytes) -> dict[str, str]:
    """Header fields by lower-case name; folded lines are joined, lines that are none are passed over."""
    fields: dict[str, str] = {}
    name = ""
    for line in lines.splitlines():
        text = line.decode("utf-8", "replace")
        if text.startswith((" ", "\t")) and name:
            fields[name] += " " + text.strip()
            continue
        name, colon, field = text.partition(":")
        name = name.strip().lower() if colon else ""
        if name and name not in fields:
            fields[name] = field.strip()
        else:
            name = ""
    return fields


def parse_response(block: bytes) -> HttpMessage | None:
    """The response in `block`, None if it does not begin like one."""
    line = _STATUS_LINE.match(block)
    if line is None:
        return None
    end = _END_OF_HEAD.search(block, 0, MAX_HEAD)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:MAX_HEAD], b"")
    return HttpMessage(int(line.group(1)), parse_fields(head.partition(b"\n")[2]), body)


def dechunk(body: bytes) -> tuple[bytes, bool]:
    """The entity of a chunked body, and whether its last chunk was reached. Not chunked after all: as it is."""
    parts: list[bytes] = []
    at = 0
    size_line = re.compile(rb"[ \t]{0,16}([0-9A-Fa-f]{1,8})[ \t]{0,16}(?:;[^\r\n]{0,1000})?\r?\n")
    while found := size_line.match(body, at):
        size = int(found.group(1), 16)
        at = found.end()
        if size == 0:
            return b"".join(parts), True
        parts.append(body[at : at + size])
        at += size
        if body.startswith(b"\r\n", at):
            at += 2
        elif body.startswith(b"\n", at):
            at += 1
        elif at < len(body) and len(parts) == 1:
            return body, True  # the tool that wrote the record undid the chunks and left the header
    return (b"".join(parts), False) if parts else (body, True)


def entity_of(message: HttpMessage, limits: Limits) -> tuple[bytes, PayloadRefusedError | None]:
    """The document itself, and what is wrong with it if it is cut short.

    Raises PayloadRefusedError where it unpacks to too much, or is coded in a way that cannot be undone.
    """
    body, fault = message.body, None
    if "chunked" in message.fields.get("transfer-encoding", "").lower():
        body, whole = dechunk(body)
        if not whole:
            fault = PayloadRefusedError(SkipReason.TRUNCATED, "the last chunks of the response are missing")
    codings = [c.strip().lower() for c in message.fields.get("content-encoding", "").split(",")]
    codings = [c for c in codings if c not in ("", "identity", "none", "utf-8")]
    if len(codings) > _MAX_CODINGS:
        raise PayloadRefusedError(SkipReason.BOMB, f"packed {len(codings)} times over")
    for coding in reversed(codings):
        body, cut = _decode_content(body, coding, limits)
        fault = fault or cut
    return body, fault


def _decode_content(body: bytes, coding: str, limits: Limits) -> tuple[bytes, PayloadRefusedError | None]:
    if coding in ("gzip", "x-gzip"):
        if not body.startswith(b"\x1f\x8b"):
            return body, None  # the tool that wrote the record unpacked it and left the header
        return _collect(_inflated(body, _GZIP), body, limits)
    if coding == "deflate":
        is_zlib = len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
        return _collect(_inflated(body, _ZLIB if is_zlib else _RAW_DEFLATE), body, limits)
    if coding == "br":
        return _collect(_unbrotlied(body), body, limits)
    raise PayloadRefusedError(SkipReason.UNREADABLE, f"packed as “{coding[:40]}”, which cannot be unpacked")


def _inflated(body: bytes, window: int) -> Iterator[bytes]:
    """Pieces of at most `CHUNK` bytes; EOFError where the packed bytes end too early."""
    inflater = zlib.decompressobj(window)
    left, begun = body, False
    while not inflater.eof:
        try:
            piece = inflater.decompress(left, CHUNK)
        except zlib.error as error:
            if begun or window != _RAW_DEFLATE:
                raise PayloadRefusedError(SkipReason.MALFORMED, f"the packed response is damaged ({error})") from error
            yield body  # "deflate" over what was never packed
            return
        left = inflater.unconsumed_tail
        begun = True
        yield piece
        if not piece and not left and not inflater.eof:
            raise EOFError


def _unbrotlied(body: bytes) -> Iterator[bytes]:
    """Pieces of about `CHUNK` bytes; EOFError where the packed bytes end too early."""
    unpacker = brotli.Decompressor()
    at, begun = 0, False
    while not unpacker.is_finished():
        given = body[at : at + CHUNK] if unpacker.can_accept_more_data() else b""
        at += len(given)
        try:
            piece = unpacker.process(given, output_buffer_limit=CHUNK)
        except brotli.error as error:
            if begun:
                raise PayloadRefusedError(SkipReason.MALFORMED, "the packed response is damaged") from error
            yield body  # "br" over what was never packed, or was unpacked by the tool that wrote the record
            return
        begun = begun or bool(piece)
        yield piece
        if not piece and not given and at >= len(body) and not unpacker.is_finished():
            raise EOFError


def _collect(pieces: Iterator[bytes], packed: bytes, limits: Limits) -> tuple[bytes, PayloadRefusedError | None]:
    unpacked = bytearray()
    try:
        for piece in pieces:
            unpacked += piece
            check_expansion(len(unpacked), len(packed), limits)
            if len(unpacked) > limits.payload_bytes:
                raise PayloadRefusedError(SkipReason.TOO_LARGE, f"unpacks to more than {limits.payload_bytes} bytes")
    except EOFError:
        return bytes(unpacked), PayloadRefusedError(SkipReason.TRUNCATED, "the packed response ends too early")
    return bytes(unpacked), None
