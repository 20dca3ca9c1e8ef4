import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from capture.builders import LIMITS, PAGE, read, reasons, record
from sayso.capture.payloads import PayloadReader, open_payload, payloads
from sayso.errors import InputError
from sayso.ids import sha256
from sayso.settings import Limits

REPORT = {"id": "1", "url": "https://herald.example/ferry", "text": "The ferry ran aground."}
LINES = [json.dumps(REPORT | {"id": str(n), "text": "Паром сел на мель. " * n}, ensure_ascii=False) for n in range(9)]
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Ferry</title></item></channel></rss>'
FEED_JSON = b'{"version": "https://jsonfeed.org/version/1", "items": []}'


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PAGE, "text/html"),
        (b"# Ferry\n\nIt ran aground.", "text/markdown"),
        (b"It ran aground.", "text/plain"),
        (json.dumps(REPORT, indent=1).encode(), "application/json"),
        (json.dumps([REPORT]).encode(), "application/json"),
        (json.dumps({"reports": [REPORT]}).encode(), "application/json"),
        (FEED, "application/rss+xml"),
        (FEED_JSON, "application/feed+json"),
    ],
)
def test_a_file_and_the_same_gzipped(tmp_path: Path, body: bytes, media_type: str) -> None:
    for packed, locator in ((body, ""), (gzip.compress(body), "gzip")):
        (page,), skips = read(tmp_path, packed)
        assert not skips
        assert page.body == body
        assert page.capture.media_type == media_type
        assert page.capture.locator == locator
        assert page.capture.payload_digest == sha256(body)
        assert page.capture.source_digest == sha256(packed)
        assert open_payload(tmp_path / "given", locator, LIMITS) == body


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_json_lines_are_a_payload_each(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    body = b"\xef\xbb\xbf" + "\r\n\n".join([*LINES[:4], "not an object", *LINES[4:]]).encode()
    pages, skips = read(tmp_path, pack(body))
    assert [page.body.decode() for page in pages] == LINES
    assert reasons(skips) == ["malformed"]
    with PayloadReader(LIMITS) as reader:
        for page in reversed(pages):
            assert reader.open(tmp_path / "given", page.capture.locator) == page.body


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from([*LINES, "", "  ", "{broken", "[]"]), min_size=2, max_size=12), st.booleans())
def test_every_line_is_given_or_skipped(tmp_path: Path, lines: list[str], packed: bool) -> None:
    body = "\n".join([LINES[0], LINES[1], *lines]).encode()
    pages, skips = read(tmp_path, gzip.compress(body) if packed else body)
    assert len(pages) + len(skips) == 2 + sum(1 for line in lines if line.strip())


def test_a_line_over_the_limit_costs_that_line(tmp_path: Path) -> None:
    long = json.dumps(REPORT | {"text": "x" * 5000})
    pages, skips = read(tmp_path, "\n".join([LINES[0], long, LINES[1]]).encode(), Limits(payload_bytes=2000))
    assert len(pages) == 2
    assert reasons(skips) == ["too_large"]


def test_lines_longer_than_what_is_looked_at_first(tmp_path: Path) -> None:
    lines = [json.dumps(REPORT | {"id": str(n), "text": "word " * 20_000}) for n in range(3)]
    pages, _ = read(tmp_path, "\n".join(lines).encode())
    assert len(pages) == 3


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 \xe2\xe3", "unknown_type"),
        (os.urandom(5000), "unknown_type"),
        (gzip.compress(b""), "empty"),
        (gzip.compress(b"%PDF-1.7"), "unknown_type"),
        (gzip.compress(gzip.compress(PAGE)), "bomb"),
        (b"\x1f\x8b", "truncated"),
        (b"\x1f\x8b\x07\x00broken bits", "malformed"),
        (b"\x1f\x8b\x08", "truncated"),
        (gzip.compress(os.urandom(300_000).hex().encode()), "too_large"),
        (b"It ran aground. " * 20_000, "too_large"),
    ],
)
def test_what_is_not_read_has_a_reason(tmp_path: Path, body: bytes, reason: str) -> None:
    pages, skips = read(tmp_path, body, Limits(payload_bytes=200_000))
    assert not pages
    assert reasons(skips) == [reason]
    assert skips[0].detail
    assert skips[0].subject.startswith(sha256(body))


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    _, skips = read(tmp_path, PAGE, Limits(source_bytes=50))
    assert reasons(skips) == ["too_large"]


def test_a_cut_gzip_gives_what_is_there_and_says_so(tmp_path: Path) -> None:
    text = b"# Ferry\n\n" + os.urandom(2000).hex().encode()
    (page,), skips = read(tmp_path, gzip.compress(text)[:-200])
    assert text.startswith(page.body)
    assert reasons(skips) == ["truncated"]
    assert open_payload(tmp_path / "given", "gzip", LIMITS) == page.body


def test_a_gzip_with_a_wrong_checksum_is_not_used(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(PAGE))
    packed[-7] ^= 1
    pages, skips = read(tmp_path, bytes(packed))
    assert not pages
    assert reasons(skips) == ["malformed"]


@pytest.mark.parametrize(
    "locator",
    [
        "zip:x", "warc:5", "warc:x", "bytes:1", "bytes:0:99999999999", "bytes:90:90", "gzip", "gzip:9/warc:0",
        "gzip/gzip/gzip", "nonsense", "/", "warc:0/warc:0",
    ],
)  # fmt: skip
def test_a_locator_that_leads_nowhere_is_an_input_error(tmp_path: Path, locator: str) -> None:
    (tmp_path / "given").write_bytes(PAGE)
    with pytest.raises(InputError):
        open_payload(tmp_path / "given", locator, LIMITS)


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_payloads_or_reasons(tmp_path: Path, body: bytes) -> None:
    pages, skips = read(tmp_path, body)
    assert pages or skips


MEASURED = """
import resource, sys
from pathlib import Path
from sayso.capture.payloads import payloads
from sayso.settings import Limits
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = list(payloads(Path(sys.argv[1]), "0" * 64, Limits()))
print(*(type(f).__name__ + ":" + getattr(f, "reason", "") for f in found))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def measured(path: Path) -> tuple[list[str], int]:
    """What capture gives for a file, in a process of its own, and by how many MiB the process grew."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    found, grown = done.stdout.splitlines()
    return found.split(), int(grown)


BLANKS = gzip.compress(b" " * 20_000_000)
SMALL = gzip.compress(b" " * 1_000_000)
BOMBS = {  # each would unpack to 200 MB or more
    "one page": (gzip.compress(b"<html>") + BLANKS * 10, "bomb"),
    "many small members": (gzip.compress(b"<html>") + SMALL * 200, "bomb"),
    "one line": (gzip.compress(b'{"a": 1}\n{"a": "') + BLANKS * 10, "bomb"),
    "the block of a record": (gzip.compress(record(b"", length=200_000_000)[:-4]) + BLANKS * 10, "bomb"),
    "the header of a record": (gzip.compress(b"WARC/1.0\r\nX: ") + BLANKS * 10, "malformed"),
    "zeroes": (gzip.compress(bytes(2_000_000)) + BLANKS * 10, "bomb"),
    "gzip in gzip": (gzip.compress(gzip.compress(BLANKS * 10)), "bomb"),
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_bombs_are_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    body, reason = BOMBS[name]
    (tmp_path / "bomb").write_bytes(body)
    found, grown = measured(tmp_path / "bomb")
    assert f"Skip:{reason}" in found
    assert grown < 60, "MiB"


def test_a_large_archive_is_streamed(tmp_path: Path) -> None:
    video = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + os.urandom(20_000_000)
    with (tmp_path / "given").open("wb") as file:
        for n in range(5):
            file.write(record(video, f"https://herald.example/{n}.mp4"))
    found, grown = measured(tmp_path / "given")
    assert found == ["Skip:not_a_page"]
    assert grown < 60, "MiB"


def test_payloads_do_not_depend_on_the_name(tmp_path: Path) -> None:
    for name in ("page.pdf", "page", "page.html.gz"):
        (tmp_path / name).write_bytes(PAGE)
        assert len(list(payloads(tmp_path / name, sha256(PAGE), LIMITS))) == 1
