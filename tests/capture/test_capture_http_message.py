import gzip
import os
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture.http_message import HttpMessage, charset_of, dechunk, entity_of, parse_fields, parse_response
from sayso.capture.streams import PayloadRefusedError
from sayso.settings import Limits
from sayso.vocab import SkipReason

LIMITS = Limits()
PAGE = b"<p>The ferry ran aground.</p>" * 40


def chunked(body: bytes, size: int) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def entity(body: bytes, limits: Limits = LIMITS, **fields: str) -> tuple[bytes, PayloadRefusedError | None]:
    return entity_of(HttpMessage(200, {name.replace("_", "-"): value for name, value in fields.items()}, body), limits)


def test_head_and_body_are_told_apart() -> None:
    message = parse_response(
        b"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML;\r\n  charset=koi8-r\r\nX: 1\r\nX: 2\r\n\r\nbody"
    )
    assert message is not None
    assert (message.status, message.media_type, message.charset, message.body) == (200, "text/html", "koi8-r", b"body")
    assert message.fields["x"] == "1"


@pytest.mark.parametrize("head", [b"HTTP/1.0 302 \r\r\n\r\r\n", b"HTTP/1.0 302\n\n", b"HTTP/2 302\r\n\r\n"])
def test_sloppy_heads_are_read(head: bytes) -> None:
    message = parse_response(head + b"x")
    assert message is not None
    assert (message.status, message.body) == (302, b"x")


def test_what_is_no_response_is_none() -> None:
    assert parse_response(b"<html>") is None


def test_an_empty_line_does_not_fold() -> None:
    assert parse_fields(b"Content-Length: 107\r\r\nServer: x\r\r\n") == {"content-length": "107", "server": "x"}


@given(st.binary(max_size=300), st.integers(1, 90))
def test_chunks_come_together(body: bytes, size: int) -> None:
    assert dechunk(chunked(body, size)) == (body, True)


def test_a_missing_last_chunk_is_told() -> None:
    body, fault = entity(chunked(PAGE, 300)[:-400], transfer_encoding="chunked")
    assert PAGE.startswith(body)
    assert fault is not None
    assert fault.reason is SkipReason.TRUNCATED


def test_chunking_already_undone_is_left_alone() -> None:
    assert entity(PAGE, transfer_encoding="chunked") == (PAGE, None)


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("br", brotli.compress),
    ],
)
def test_content_codings_are_undone(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert entity(pack(PAGE), content_encoding=coding) == (PAGE, None)
    assert entity(PAGE, content_encoding=coding) == (PAGE, None), "the tool that wrote it unpacked it already"
    assert entity(chunked(pack(PAGE), 20), content_encoding=coding, transfer_encoding="chunked") == (PAGE, None)
    noise = os.urandom(4000)
    cut, fault = entity(pack(noise)[:-2000], content_encoding=coding)
    assert noise.startswith(cut)
    assert fault is not None
    assert fault.reason is SkipReason.TRUNCATED


def test_codings_are_undone_in_reverse_order() -> None:
    assert entity(brotli.compress(gzip.compress(PAGE)), content_encoding="gzip, br") == (PAGE, None)


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [
        (gzip.compress(bytes(20_000_000)), "gzip", SkipReason.BOMB),
        (zlib.compress(bytes(20_000_000)), "deflate", SkipReason.BOMB),
        (brotli.compress(bytes(20_000_000), quality=5), "br", SkipReason.BOMB),
        (gzip.compress(gzip.compress(gzip.compress(PAGE))), "gzip, gzip, gzip", SkipReason.BOMB),
        (gzip.compress(os.urandom(60_000)), "gzip", SkipReason.TOO_LARGE),
        (PAGE, "zstd", SkipReason.UNREADABLE),
        (gzip.compress(PAGE)[:30] + bytes(9), "gzip", SkipReason.MALFORMED),
    ],
)
def test_what_must_not_be_unpacked_is_refused(body: bytes, coding: str, reason: SkipReason) -> None:
    with pytest.raises(PayloadRefusedError) as refused:
        entity(
            body, Limits(payload_bytes=50_000) if reason is SkipReason.TOO_LARGE else Limits(), content_encoding=coding
        )
    assert refused.value.reason is reason


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br"]))
def test_no_bytes_do_more_than_be_refused(body: bytes, coding: str) -> None:
    with suppress(PayloadRefusedError):
        assert isinstance(entity(body, content_encoding=coding)[0], bytes)


@pytest.mark.parametrize(
    ("field", "charset"),
    [('text/html; charset="UTF-8"', "UTF-8"), ("text/html;CHARSET = big5", "big5"), ("text/html", None)],
)
def test_charset_of_a_header(field: str, charset: str | None) -> None:
    assert charset_of(field) == charset
