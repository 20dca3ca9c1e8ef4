"""The only network code: fetches a URL that the user named, and gives the answer back as a WARC record.

A WARC record keeps what was asked, when, and the answer with its headers, so that the capture's clock and
status are read from preserved bytes like everything else. The body is stored as it came over the wire
(content encoding and all), as WARC/1.1 (ISO 28500:2017) has it.
"""

import datetime
import importlib.metadata
import io
import ipaddress
import socket
import time
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import httpx
from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.errors import FetchError
from sayso.settings import Limits

USER_AGENT = f"sayso/{importlib.metadata.version('sayso')} (evidence ledger; fetched by hand)"
HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
_TRY = "Check the address in a browser, or save the page and name the file"


def fetch(url: str, limits: Limits) -> bytes:
    """The answer to `url` as WARC bytes, after redirects; raises FetchError when there is none worth keeping."""
    deadline = time.monotonic() + limits.fetch_seconds
    private_allowed = _is_private(url)  # the user named this machine or network: then it may be asked
    with httpx.Client(headers=HEADERS, timeout=limits.fetch_seconds, follow_redirects=False) as client:
        for _ in range(limits.redirects + 1):
            if _is_private(url) and not private_allowed:
                raise FetchError(
                    f"{url} leads into a private network from outside", "Name that address itself if meant"
                )
            started = datetime.datetime.now(datetime.UTC)
            try:
                with client.stream("GET", url) as response:
                    body = _body(response, limits, deadline)
            except httpx.HTTPError as error:
                raise FetchError(f"could not fetch {url}: {error or type(error).__name__}", _TRY) from error
            if not response.has_redirect_location:
                return _as_warc(url, response, body, started)
            url = urljoin(url, response.headers["location"])
            if urlsplit(url).scheme not in ("http", "https"):
                raise FetchError(f"the address redirects to {url}", "Only http and https addresses are fetched")
    raise FetchError(f"more than {limits.redirects} redirects, the last to {url}", _TRY)


def _body(response: httpx.Response, limits: Limits, deadline: float) -> bytes:
    whole = bytearray()
    for chunk in response.iter_raw():
        whole += chunk
        if len(whole) > limits.payload_bytes:
            raise FetchError(
                f"{response.url} is larger than {limits.payload_bytes >> 20} MiB", "Save it and name the file"
            )
        if time.monotonic() > deadline:
            raise FetchError(f"{response.url} took longer than {limits.fetch_seconds:.0f} s", _TRY)
    return bytes(whole)


def _is_private(url: str) -> bool:
    """Whether the host is, or resolves to, an address that is not on the public internet."""
    host = urlsplit(url).hostname
    if not host:
        raise FetchError(f"{url} names no host", "Write the whole address, as in https://example.org/page")
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no such host: {host}", "Check the address and the network") from error
    return any(not ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


def _as_warc(url: str, response: httpx.Response, body: bytes, started: datetime.datetime) -> bytes:
    status = HTTPStatus(response.status_code).phrase if response.status_code in set(HTTPStatus) else ""
    head = [f"HTTP/1.1 {response.status_code} {status}".encode("ascii")]
    skipped = {b"transfer-encoding", b"content-length", b"connection"}  # of the wire, undone by the client
    head += [name + b": " + value for name, value in response.headers.raw if name.lower() not in skipped]
    head.append(f"Content-Length: {len(body)}".encode("ascii"))
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = started.strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(b"\r\n".join(head) + b"\r\n\r\n" + body)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()
