import gzip
import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture.streams import ByteStream, GzipStream, PayloadRefusedError, PlainStream, Window
from sayso.settings import Limits
from sayso.vocab import SkipReason


def plain(body: bytes) -> ByteStream:
    return PlainStream(io.BytesIO(body))


def packed(*parts: bytes) -> GzipStream:
    return GzipStream(io.BytesIO(b"".join(gzip.compress(part) for part in parts)), Limits())


@given(st.lists(st.binary(max_size=50), max_size=6), st.lists(st.integers(0, 40), max_size=12))
def test_any_reads_give_the_bytes_in_order(parts: list[bytes], sizes: list[int]) -> None:
    whole = b"".join(parts)
    for stream in (plain(whole), packed(*parts)):
        taken = b""
        for size in sizes:
            assert stream.peek(size) == whole[len(taken) : len(taken) + size]
            taken += stream.read(size)
            assert stream.tell() == len(taken)
        assert taken + stream.read(len(whole) + 1) == whole
        assert stream.fault is None


@given(st.binary(max_size=80).map(lambda b: b.replace(b"a", b"\n")), st.integers(1, 30))
def test_lines_end_at_a_line_feed_or_the_limit(body: bytes, limit: int) -> None:
    stream = plain(body)
    lines = []
    while line := stream.read_line(limit):
        lines.append(line)
    assert b"".join(lines) == body
    assert all(len(line) <= limit and b"\n" not in line[:-1] for line in lines)


def test_members_know_where_they_start() -> None:
    first, second = gzip.compress(b"one"), gzip.compress(b"two")
    stream = GzipStream(io.BytesIO(first + b"\0" * 100 + second), Limits())
    assert stream.locator() == "warc:0"
    assert stream.read(2) == b"on"
    assert stream.locator() == "gzip:0/warc:2"
    stream.read(1)
    assert stream.locator() == f"warc:{len(first) + 100}"
    stream.read(1)
    assert stream.locator() == f"gzip:{len(first) + 100}/warc:1"


def test_damage_is_told_and_what_came_before_it_kept() -> None:
    text = os.urandom(500)
    whole = gzip.compress(text)
    for spoiled, reason, kept in (
        (whole[:-30], SkipReason.TRUNCATED, 400),
        (whole[:-6] + b"\0" + whole[-5:], SkipReason.MALFORMED, 0),
        (whole + b"not gzip", SkipReason.UNKNOWN_TYPE, 500),
    ):
        stream = GzipStream(io.BytesIO(spoiled), Limits())
        assert stream.peek(600) == stream.peek(500)
        assert (stream.fault is None) == (kept > 0), "told only when the bytes before it are used up"
        read = stream.read(1000)
        assert text.startswith(read)
        assert len(read) >= kept
        assert stream.fault is not None
        assert stream.fault.reason is reason


def test_endless_padding_is_no_recursion() -> None:
    stream = GzipStream(io.BytesIO(gzip.compress(b"one") + b"\0" * 70_000_000), Limits())
    assert stream.read(10) == b"one"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = packed(b"\0" * 30_000_000)
    with pytest.raises(PayloadRefusedError, match="more than 200 to 1") as refused:
        stream.skip(30_000_000)
    assert refused.value.reason is SkipReason.BOMB
    assert stream.tell() < 2_000_000


def test_a_small_page_of_blanks_is_no_bomb() -> None:
    assert len(packed(b" " * 1_000_000).read(2_000_000)) == 1_000_000


def test_reading_goes_on_after_damage() -> None:
    broken = bytearray(gzip.compress(b"WARC/1.0 first" + os.urandom(99)))
    broken[40] ^= 0xFF
    stream = GzipStream(io.BytesIO(bytes(broken) + gzip.compress(b"WARC/1.0 second")), Limits())
    stream.read(1000)
    assert stream.resume((b"WARC/",))
    assert stream.locator() == f"warc:{len(broken)}"
    assert stream.read(100) == b"WARC/1.0 second"
    assert not stream.resume((b"WARC/",))


@given(st.binary(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_window_is_a_file_of_its_own(body: bytes, start: int, length: int) -> None:
    window = Window(io.BytesIO(body), min(start, len(body)), min(length, max(0, len(body) - start)))
    inside = body[start : start + length]
    assert window.read() == inside
    window.seek(1)
    assert window.read(3) == inside[1:4]
    assert window.seek(-1, io.SEEK_END) == max(0, len(inside) - 1)
