import os
import struct
from pathlib import Path

import pytest

from capture.builders import LIMITS, PAGE, http, members, read, reasons, record, wacz, zipped
from sayso.capture.payloads import PayloadReader
from sayso.settings import Limits

NAME = "archive/data.warc.gz"
WARC = members(record(http()))


@pytest.mark.parametrize("stored", [True, False])
def test_pages_come_out_of_the_archives_within(tmp_path: Path, stored: bool) -> None:
    pages, skips = read(tmp_path, wacz({NAME: WARC, "archive/more.warc": record(http())}, stored=stored))
    assert not skips
    assert [page.body for page in pages] == [PAGE, PAGE]
    assert pages[0].capture.locator == "zip:archive%2Fdata.warc.gz/warc:0"
    with PayloadReader(LIMITS) as reader:
        for page in pages:
            assert reader.open(tmp_path / "given", page.capture.locator) == page.body


def test_an_archive_with_another_hash_than_stated_is_not_read(tmp_path: Path) -> None:
    pages, skips = read(tmp_path, wacz({NAME: WARC}, hashes={NAME: "sha256:" + "0" * 64}))
    assert not pages
    assert reasons(skips) == ["bad_digest"]
    assert "0000" in skips[0].detail


def test_a_changed_datapackage_keeps_everything_out(tmp_path: Path) -> None:
    pages, skips = read(tmp_path, wacz({NAME: WARC}, digest="sha256:" + "1" * 64))
    assert not pages
    assert reasons(skips) == ["bad_digest"]


def test_a_missing_archive_is_told_and_the_others_read(tmp_path: Path) -> None:
    pages, skips = read(tmp_path, wacz({NAME: WARC, "archive/gone.warc.gz": WARC}, without="archive/gone.warc.gz"))
    assert [page.body for page in pages] == [PAGE]
    assert reasons(skips) == ["truncated"]
    assert "archive/gone.warc.gz" in skips[0].detail


def test_without_a_datapackage_it_is_read_and_that_is_said(tmp_path: Path) -> None:
    pages, skips = read(tmp_path, zipped({NAME: WARC}))
    assert len(pages) == 1
    assert reasons(skips) == ["malformed"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"word/document.xml": b"<w/>"}, "unknown_type"),
        ({}, "unknown_type"),
        ({"datapackage.json": b"{}"}, "malformed"),
        ({"datapackage.json": b"[" * 100_000}, "malformed"),
        ({"datapackage.json": b'{"resources": []}'}, "empty"),
        ({"../archive/x.warc": WARC}, "malformed"),
        ({"/etc/x": b"x"}, "malformed"),
        ({"C:/x": b"x"}, "malformed"),
        ({"datapackage.json": b'{"resources": []}', NAME: b"no archive"}, "unknown_type"),
    ],
)
def test_other_zips_are_skipped_with_a_reason(tmp_path: Path, content: dict[str, bytes], reason: str) -> None:
    pages, skips = read(tmp_path, zipped(content))
    assert not pages
    assert reasons(skips) == [reason]


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    bomb = zipped({"datapackage.json": b'{"resources": []}', NAME: bytes(60_000_000)})
    _, skips = read(tmp_path, bomb)
    assert reasons(skips) == ["bomb"]
    assert "more than 200 to 1" in skips[0].detail


def test_members_that_overlap_are_refused(tmp_path: Path) -> None:
    noise = os.urandom(20_000)
    body = zipped({NAME: noise, "b": b"b"}, stored=True)
    entry = body.rindex(b"PK\x01\x02", 0, body.rindex(b"PK\x05\x06"))
    doubled = body[: entry + 20] + struct.pack("<II", 20_000, 20_000) + body[entry + 28 :]
    _, skips = read(tmp_path, doubled)
    assert reasons(skips) == ["bomb"]


def test_a_directory_of_many_members_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    body = zipped({f"{n:0200d}": b"" for n in range(40_000)})
    _, skips = read(tmp_path, body)
    assert reasons(skips) == ["bomb"]


def test_limits_hold_for_members(tmp_path: Path) -> None:
    _, skips = read(tmp_path, wacz({NAME: WARC}), Limits(archive_members=2))
    assert reasons(skips) == ["too_large"]


def test_no_cut_raises(tmp_path: Path) -> None:
    body = wacz({NAME: WARC}, stored=False)
    for size in range(4, len(body), 37):
        pages, skips = read(tmp_path, body[:size])
        assert skips
        assert not pages


def test_no_flipped_bit_raises_or_slips_through(tmp_path: Path) -> None:
    body = wacz({NAME: WARC}, stored=False)
    for at in range(0, len(body), 11):
        pages, skips = read(tmp_path, body[:at] + bytes((body[at] ^ 4,)) + body[at + 1 :])
        assert all(page.body == PAGE for page in pages) or skips
