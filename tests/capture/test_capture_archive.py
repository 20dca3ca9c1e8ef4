import base64
import datetime
import gzip
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from capture.builders import PAGE, arc, flips, http, members, read, reasons, record, warcinfo
from sayso.capture.payloads import PayloadReader
from sayso.capture.records import ArchiveRecord, parse_date, records
from sayso.capture.streams import GzipStream, PlainStream
from sayso.settings import Limits

OTHER = b"<html><body><p>No one was hurt, said Ana Lenz.</p></body></html>"


Pack = Callable[..., bytes]


def joined(*parts: bytes) -> bytes:
    return b"".join(parts)


def one_member(*parts: bytes) -> bytes:
    return gzip.compress(b"".join(parts))


FORMS: dict[str, Pack] = {"plain": joined, "members": members, "one member": one_member}


def sha1(body: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()


def opens_again(folder: Path, captures: list[tuple[str, bytes]]) -> bool:
    with PayloadReader(Limits()) as reader:
        return all(reader.open(folder / "given", locator) == body for locator, body in captures)


@pytest.mark.parametrize("pack", FORMS.values(), ids=FORMS)
def test_pages_come_with_their_clock_address_and_way_back(tmp_path: Path, pack: Pack) -> None:
    body = pack(
        warcinfo(), record(http()), record(http(OTHER), "https://tide.example/lenz", date="2024-03-06T01:02:03.5Z")
    )
    pages, skips = read(tmp_path, body)
    first, second = (page.capture for page in pages)
    assert not skips
    assert [page.body for page in pages] == [PAGE, OTHER]
    assert (first.url, first.status, first.media_type) == ("https://herald.example/ferry", 200, "text/html")
    assert first.captured_at == datetime.datetime(2024, 3, 5, 9, 17, 22, tzinfo=datetime.UTC)
    assert (first.charset, first.charset_basis) == ("utf-8", "http-header")
    assert second.captured_at == datetime.datetime(2024, 3, 6, 1, 2, 3, tzinfo=datetime.UTC)
    assert first.locator != second.locator
    assert opens_again(tmp_path, [(page.capture.locator, page.body) for page in pages])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.binary(max_size=200), max_size=6), st.sampled_from(sorted(FORMS)))
def test_records_are_those_that_fastwarc_finds(blocks: list[bytes], form: str) -> None:
    parts = [warcinfo(), *(record(block, f"https://herald.example/{n}", "resource") for n, block in enumerate(blocks))]
    body = FORMS[form](*parts)
    stream = PlainStream(io.BytesIO(body)) if form == "plain" else GzipStream(io.BytesIO(body), Limits())
    own = [(r.url, r.block) for r in records(stream, Limits()) if isinstance(r, ArchiveRecord)]
    theirs = [
        (r.headers.get("WARC-Target-URI"), r.reader.read()) for r in ArchiveIterator(io.BytesIO(body), parse_http=False)
    ]
    assert own == theirs
    assert [block for _, block in own[1:]] == blocks


def test_arc_is_read_too(tmp_path: Path) -> None:
    entry = ("http://herald.example/a page with spaces", "20240305091722", "text/html", http())
    for body in (arc(entry), gzip.compress(arc(entry))):
        (page,), skips = read(tmp_path, body)
        assert not skips
        assert page.body == PAGE
        assert page.capture.url == "http://herald.example/a page with spaces"
        assert page.capture.captured_at == datetime.datetime(2024, 3, 5, 9, 17, 22, tzinfo=datetime.UTC)
        assert opens_again(tmp_path, [(page.capture.locator, page.body)])


def test_arc_of_version_2_is_read_too(tmp_path: Path) -> None:
    block = http()
    line = f"http://herald.example/ 192.0.2.7 20240305091722 text/html 200 - - 0 made.arc {len(block)}\n".encode()
    (page,), _ = read(tmp_path, arc() + line + block + b"\n")
    assert page.body == PAGE


def test_what_is_no_page_is_counted_and_not_listed_one_by_one(tmp_path: Path) -> None:
    images = [
        record(http(b"\x89PNG\r\n", media_type="image/png"), f"https://herald.example/{n}.png") for n in range(50)
    ]
    gone = [record(http(OTHER, "404 Not Found"), f"https://herald.example/gone/{n}") for n in range(2)]
    others = [
        record(http(b"User-agent: *", media_type="text/plain"), "https://herald.example/robots.txt"),
        record(http(b'{"ok": true}', media_type="application/json"), "https://herald.example/api"),
        record(http(b"%PDF-1.7", media_type="text/html"), "https://herald.example/report"),
        record(b"log", "urn:tool:log", "resource", fields={"Content-Type": "text/plain"}),
        record(b"1.2.3.4", "dns:herald.example", fields={"Content-Type": "text/dns"}),
        record(b"made of it", kind="conversion"),
    ]
    pages, skips = read(tmp_path, b"".join([record(http()), *images, *gone, *others]))
    assert len(pages) == 1
    assert reasons(skips) == ["not_a_page"] * 8
    told = {skip.detail for skip in skips}
    assert any(detail.startswith("50 records: image/png (https://herald.example/0.png, ") for detail in told)
    assert "2 records: answered 404 (https://herald.example/gone/0, https://herald.example/gone/1)" in told
    assert "1 record: served as text/html, is a PDF document (https://herald.example/report)" in told


def test_a_redirect_is_part_of_the_capture_it_led_to(tmp_path: Path) -> None:
    hops = [
        record(http(b"", "301 Moved", location="/2"), "http://sho.rt.example/1"),
        record(http(b"", "302 Found", location="https://herald.example/ferry"), "http://sho.rt.example/2"),
    ]
    (page,), skips = read(tmp_path, b"".join([*hops, record(http())]))
    assert not skips
    assert (page.capture.url, page.capture.final_url) == ("http://sho.rt.example/1", "https://herald.example/ferry")
    (page,), skips = read(tmp_path, b"".join([hops[0], record(http())]))
    assert (page.capture.url, page.capture.final_url) == ("https://herald.example/ferry", None)
    assert [skip.detail for skip in skips] == ["1 record: answered 301, a redirect (http://sho.rt.example/1)"]


def test_revisits_say_whether_the_page_is_here(tmp_path: Path) -> None:
    digest = {"WARC-Payload-Digest": sha1(PAGE)}
    elsewhere = {"WARC-Payload-Digest": sha1(OTHER)}
    revisits = record(http(b""), kind="revisit", fields=digest) * 2 + record(
        http(b""), kind="revisit", fields=elsewhere
    )
    pages, skips = read(tmp_path, record(http(), fields=digest) + revisits)
    assert len(pages) == 1
    assert reasons(skips) == ["duplicate", "unreadable"]
    assert any(skip.detail.startswith("2 records: visited again") for skip in skips)


@pytest.mark.parametrize("label", [sha1(PAGE), f"sha256:{hashlib.sha256(PAGE).hexdigest()}", "blake9:abc", "sha1:%%%"])
def test_a_digest_that_fits_or_is_of_an_unknown_form_is_no_fault(tmp_path: Path, label: str) -> None:
    pages, skips = read(tmp_path, record(http(), fields={"WARC-Payload-Digest": label}))
    assert len(pages) == 1
    assert not skips


@pytest.mark.parametrize("field", ["WARC-Payload-Digest", "WARC-Block-Digest"])
def test_a_digest_that_does_not_fit_keeps_the_page_out_and_says_so(tmp_path: Path, field: str) -> None:
    pages, skips = read(tmp_path, record(http(), fields={field: sha1(OTHER)}))
    assert not pages
    assert reasons(skips) == ["bad_digest"]
    assert sha1(OTHER) in skips[0].detail
    assert "https://herald.example/ferry" in skips[0].detail


def test_digests_of_packed_and_chunked_responses(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE, mtime=0)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    block = http(chunked, content_encoding="gzip", transfer_encoding="chunked")
    for hashed in (chunked, packed, PAGE):
        (page,), skips = read(tmp_path, record(block, fields={"WARC-Payload-Digest": sha1(hashed)}))
        assert not skips
        assert page.body == PAGE


@pytest.mark.parametrize("pack", [joined, members])
def test_one_broken_record_costs_one_record(tmp_path: Path, pack: Pack) -> None:
    good = [record(http(), f"https://herald.example/{n}") for n in range(3)]
    for broken in (
        record(http(OTHER), length=-1),
        record(http(OTHER), length=99_999_999),
        record(http(OTHER), length=20),
        b"WARC/1.0\r\nContent-Length: many\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    ):
        pages, skips = read(tmp_path, pack(good[0], broken, good[1], good[2]))
        urls = [page.capture.url for page in pages]
        assert urls == [f"https://herald.example/{n}" for n in range(3)]
        assert skips
        assert set(reasons(skips)) <= {"malformed", "truncated"}
        assert opens_again(tmp_path, [(page.capture.locator, page.body) for page in pages])


def test_a_packed_bomb_costs_one_record(tmp_path: Path) -> None:
    bomb = record(http(b" " * 9_000_000), "https://herald.example/bomb")
    pages, skips = read(tmp_path, members(record(http()), bomb, record(http(OTHER))))
    assert [page.body for page in pages] == [PAGE, OTHER]
    assert reasons(skips) == ["bomb"]


def test_a_cut_archive_gives_what_is_there(tmp_path: Path) -> None:
    whole = record(http()) + record(http(OTHER), "https://tide.example/lenz")
    pages, skips = read(tmp_path, whole[:-20])
    assert [page.body for page in pages] == [PAGE, OTHER[:-16]]
    assert reasons(skips) == ["truncated"]
    assert opens_again(tmp_path, [(page.capture.locator, page.body) for page in pages])
    packed = members(record(http()), record(http(OTHER)))
    pages, skips = read(tmp_path, packed[:-40])
    assert pages[0].body == PAGE
    assert "truncated" in reasons(skips)


def test_a_page_over_the_limit_is_skipped_and_the_next_read(tmp_path: Path) -> None:
    large = record(http(b"<html>" + b"x y z " * 30_000), "https://herald.example/large")
    pages, skips = read(tmp_path, large + record(http()), Limits(payload_bytes=50_000))
    assert [page.body for page in pages] == [PAGE]
    assert reasons(skips) == ["too_large"]


def test_an_archive_without_responses_says_so(tmp_path: Path) -> None:
    _, skips = read(tmp_path, warcinfo())
    assert reasons(skips) == ["empty"]


def test_too_many_damaged_places_end_the_reading(tmp_path: Path) -> None:
    _, skips = read(tmp_path, record(b"", length=10**9) * 2000)
    assert 50 < len(skips) < 120
    assert any("not read on" in skip.detail for skip in skips)


@pytest.mark.parametrize("form", ["plain", "members"])
def test_no_flipped_bit_raises_or_slips_through(tmp_path: Path, form: str) -> None:
    fields = {"WARC-Payload-Digest": sha1(PAGE)}
    original = record(http(), fields=fields)
    body = original if form == "plain" else members(original)
    for spoiled in flips(body, 7):
        if not spoiled.startswith(body[:8]):
            continue  # then it is no archive at all
        pages, skips = read(tmp_path, spoiled)
        for page in pages:
            assert page.body == PAGE or skips, "changed bytes came through without a word"


@pytest.mark.parametrize(
    ("text", "year"),
    [("20240305091722", 2024), ("2024-03-05", 2024), ("2024-13-05T00:00:00Z", None), ("", None), ("x" * 99, None)],
)
def test_dates(text: str, year: int | None) -> None:
    found = parse_date(text)
    assert (found.year if found else None) == year
