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
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import getproxies

import httpx
from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.errors import FetchError, UsageError
from sayso.settings import Limits

USER_AGENT = f"sayso/{importlib.metadata.version('sayso')} (evidence ledger; fetched by hand)"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",  # what capture can unpack; httpx would add zstd where it is installed
}
_TRY = "Check the address in a browser, or save the page and name the file"


def fetch(url: str, limits: Limits) -> bytes:
    """The answer to `url` as WARC bytes, after redirects; raises FetchError when there is none worth keeping."""
    deadline = time.monotonic() + limits.fetch_seconds
    check_address(url)
    url = urldefrag(url).url
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
                    if not private_allowed:
                        _refuse_private_peer(url, response)
                    body = _body(response, limits, deadline)
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                raise FetchError(f"could not fetch {url}: {error or type(error).__name__}", _TRY) from error
            if not response.has_redirect_location:
                return _as_warc(url, response, body, started)
            url = _target(url, response.headers["location"])
    raise FetchError(f"more than {limits.redirects} redirects, the last to {url}", _TRY)


def check_address(url: str) -> None:
    """Raise UsageError for an address whose password would be kept in the case, FetchError for one that is none."""
    try:
        parts = urlsplit(url)
        named, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{url[:200]} is no address ({error})", "Write it as in https://example.org/page") from error
    if parts.username or parts.password:
        raise UsageError("an address with a user name or password is not fetched", "It would be kept in the case")
    if not named:
        raise FetchError(f"{url[:200]} names no host", "Write the whole address, as in https://example.org/page")


def _target(url: str, location: str) -> str:
    """The address that a redirect names; raises FetchError for one that must not be followed."""
    try:
        target = urldefrag(urljoin(url, location)).url
        scheme = urlsplit(target).scheme
    except ValueError as error:
        raise FetchError(f"{url} redirects to what is no address", _TRY) from error
    if scheme not in ("http", "https"):
        raise FetchError(f"the address redirects to {target[:200]}", "Only http and https addresses are fetched")
    try:
        check_address(target)
    except UsageError as error:
        raise FetchError(f"{url} redirects to an address with a password in it", _TRY) from error
    return target


def _refuse_private_peer(url: str, response: httpx.Response) -> None:
    """Raise FetchError if a private machine answered: a name can resolve otherwise the second time it is asked.

    Behind a proxy the peer is the proxy, and says nothing about the host.
    """
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None and not getproxies() else None
    if peer and not ipaddress.ip_address(str(peer[0]).partition("%")[0]).is_global:
        raise FetchError(f"{url} leads into a private network from outside", "Name that address itself if meant")


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
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError) as error:
        if getproxies():  # behind a proxy, names of the outside need not resolve in here
            return False
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
