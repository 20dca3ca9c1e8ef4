"""Against a real server on this machine: nothing is mocked, nothing leaves."""

import http.server
import io
import threading
from collections.abc import Iterator

import pytest
from fastwarc.warc import ArchiveIterator

from sayso.capture.fetch import fetch
from sayso.errors import FetchError
from sayso.settings import Limits

PAGE = b"<!doctype html><h1>Blast at Halden</h1>"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self.answer(200, PAGE)
        elif self.path == "/moved":
            self.answer(301, b"", ("Location", "/page"))
        elif self.path == "/circle":
            self.answer(302, b"", ("Location", "/circle"))
        elif self.path == "/file":
            self.answer(302, b"", ("Location", "file:///etc/passwd"))
        elif self.path == "/large":
            self.answer(200, b"x" * 5000)
        else:
            self.answer(404, b"gone")

    def answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


def test_the_answer_is_a_warc_record_with_its_clock_and_headers(server: str) -> None:
    record = next(iter(ArchiveIterator(io.BytesIO(fetch(f"{server}/page", Limits())), parse_http=True)))
    assert record.headers["WARC-Target-URI"] == f"{server}/page"
    assert record.record_date.tzinfo is not None
    assert record.http_headers.status_code == 200
    assert record.http_headers["Content-Type"] == "text/html; charset=utf-8"
    assert record.reader.read() == PAGE


def test_redirects_are_followed_and_the_final_address_kept(server: str) -> None:
    (record,) = ArchiveIterator(io.BytesIO(fetch(f"{server}/moved", Limits())), parse_http=True)
    assert record.headers["WARC-Target-URI"] == f"{server}/page"


def test_an_error_page_is_kept_with_its_status(server: str) -> None:
    (record,) = ArchiveIterator(io.BytesIO(fetch(f"{server}/none", Limits())), parse_http=True)
    assert record.http_headers.status_code == 404


@pytest.mark.parametrize(
    ("path", "says"),
    [("/circle", "redirects"), ("/file", "Only http"), ("/large", "larger than")],
)
def test_what_should_not_be_kept_is_refused(server: str, path: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        fetch(server + path, Limits(payload_bytes=4000))


@pytest.mark.parametrize("url", ["http://", "http://no-such-host.invalid/"])
def test_an_address_without_a_host_says_what_to_try(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, Limits(fetch_seconds=2))


def test_a_server_that_is_not_there(server: str) -> None:
    with pytest.raises(FetchError, match="could not fetch"):
        fetch("http://127.0.0.1:9/", Limits(fetch_seconds=2))
