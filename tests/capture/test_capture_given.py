"""What the intake withstands: names, streams and addresses that are not what they should be."""

import datetime
import http.server
import io
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.capture import fetch as fetching
from sayso.capture.discover import discover
from sayso.capture.fetch import fetch
from sayso.capture.payloads import Payload, payloads
from sayso.capture.sources import Sources
from sayso.errors import (
    FetchError,
    InputError,
    MissingInputError,
    RefusedError,
    SaysoError,
    UsageError,
    VerificationError,
)
from sayso.settings import Limits

NOW = datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC)
PAGE = "<!doctype html><p>Die Fähre lief auf Grund.</p>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = PAGE.encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield int(httpd.server_address[1])
    httpd.shutdown()
    httpd.server_close()


def test_a_fetched_page_is_read_from_its_preserved_bytes(server: int, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{server}/ferry#comments"
    (given,) = discover([url], Limits())
    sources = Sources(tmp_path)
    digest, _ = sources.add(given, NOW)
    (page,) = payloads(sources.path(digest), digest, Limits())
    assert isinstance(page, Payload)
    assert page.body.decode(page.capture.charset) == PAGE
    assert (page.capture.url, page.capture.status) == (url.partition("#")[0], 200)
    assert page.capture.captured_at is not None
    assert (given.name, page.capture.charset_basis) == (url, "http-header")


def test_an_address_that_fails_costs_no_other_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry ran aground.")
    got = []
    with pytest.raises(FetchError, match="2 addresses could not be had"):  # noqa: PT012
        for item in discover(["http://127.0.0.1:9/", "http://127.0.0.1:9/2", str(tmp_path)], Limits(fetch_seconds=2)):
            got.append(item.name)  # noqa: PERF401
    assert got == ["a.txt"]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ([], UsageError),
        (["-", "-"], UsageError),
        ([""], UsageError),
        (["a\0b"], UsageError),
        (["x" * 5000], MissingInputError),
    ],
)
def test_names_that_make_no_sense(given: list[str], error: type[SaysoError]) -> None:
    with pytest.raises(error) as raised:
        list(discover(given, Limits()))
    assert raised.value.hint


def test_nothing_is_taken_when_one_name_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry ran aground.")
    inputs = discover([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], Limits())
    with pytest.raises(MissingInputError):
        next(inputs)


def test_standard_input_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    (given,) = discover(["-"], Limits(source_bytes=300_000))
    with pytest.raises(RefusedError, match="300000"):
        Sources(tmp_path).add(given, NOW)
    assert list((tmp_path / "sources").iterdir()) == []


def test_standard_input_is_kept_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    body = PAGE.encode() * 9000
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
    (given,) = discover(["-"], Limits())
    digest, _ = Sources(tmp_path).add(given, NOW)
    assert Sources(tmp_path).path(digest).read_bytes() == body


def test_a_name_that_is_not_utf_8_is_kept_readable(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "f\udce4hre.txt").write_text("x")
    (given,) = discover([str(folder)], Limits())
    Sources(tmp_path).add(given, NOW)
    assert list(Sources(tmp_path).given().values()) == ["f\ufffdhre.txt"]


def test_a_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (given,) = discover([str(tmp_path / "a.txt")], Limits())
    (tmp_path / "a.txt").unlink()
    with pytest.raises(InputError, match=r"a\.txt"):
        given.open()


def test_a_changed_source_is_not_passed_off_as_the_one_given_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    sources = Sources(tmp_path / "case")
    (given,) = discover([str(tmp_path / "a.txt")], Limits())
    digest, _ = sources.add(given, NOW)
    sources.path(digest).chmod(0o644)
    sources.path(digest).write_text("two")
    with pytest.raises(VerificationError, match="was changed"):
        sources.add(given, NOW)


def test_a_line_cut_short_by_a_crash_takes_no_other_with_it(tmp_path: Path) -> None:
    sources = Sources(tmp_path / "case")
    (tmp_path / "a.txt").write_text("one")
    (given,) = discover([str(tmp_path / "a.txt")], Limits())
    sources.add(given, NOW)
    whole = sources.index.read_bytes()
    sources.index.write_bytes(whole + whole[:30])
    sources.add(given, NOW)
    assert sources.index.read_bytes() == whole + whole[:30] + b"\n" + whole


@pytest.mark.parametrize(
    "url",
    ["http://[::1", "http://host.example:99999/", "http://us er.example/", "http://a..b.example/", "http://\udcff/", "https:///x"],
)  # fmt: skip
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(SaysoError):
        fetch(url, Limits(fetch_seconds=2))


def test_a_password_is_not_kept() -> None:
    with pytest.raises(UsageError, match="password"):
        fetch("https://ana:secret@herald.example/", Limits())


def answer_as_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first name asked for look public, and every later one resolve as it does."""
    real, asked = socket.getaddrinfo, []

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        if len(asked) == 1:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
        return real(host, *rest, **more)

    monkeypatch.setattr("socket.getaddrinfo", resolve)


def test_a_name_that_turns_out_to_be_this_machine_is_refused(server: int, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_as_public(monkeypatch)
    with pytest.raises(FetchError, match="private network"):
        fetch(f"http://localhost:{server}/", Limits(fetch_seconds=5))


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/", "http://10.0.0.8/", "http://169.254.169.254/meta", "http://[::1]/", "http://[::ffff:127.0.0.1]/"]
)  # fmt: skip
def test_private_addresses_in_all_their_forms(location: str) -> None:
    assert fetching._is_private(location)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "http://u:p@h.example/", "http://["])
def test_redirects_that_are_not_followed(location: str) -> None:
    with pytest.raises(FetchError):
        fetching._target("https://herald.example/", location)
