"""The only network code: one page, fetched because the user named its address, given back as a WARC.

The WARC holds every response on the way, as it came over the wire but for chunking, so that the address that
answered, the time, the status and the header fields are later read from preserved bytes like everything else.

Nothing is fetched that the user did not name. A redirect from a public host into a private network is refused:
otherwise any page could make Sayso read, and a dossier show, what only this machine can reach.
"""

import datetime
import importlib.metadata
import time
import urllib.request
from urllib.parse import urldefrag, urljoin

import httpx

from sayso.capture import warc_writer
from sayso.capture.web_address import check_address, is_private, is_private_address
from sayso.errors import FetchError
from sayso.settings import Limits

SOFTWARE = f"Sayso/{importlib.metadata.version('sayso')}"
USER_AGENT = f"{SOFTWARE} (reads single news pages at the request of a person)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_SAVE_IT = "Save the page in a browser and give the file"


def fetch(url: str, limits: Limits, transport: httpx.BaseTransport | None = None) -> bytes:
    """A WARC with the response to `url` and the redirects before it, error pages included.

    Raises UsageError for an address that is not to be fetched, FetchError where no answer was had within
    `limits.fetch_seconds`, `limits.redirects` and `limits.payload_bytes`. `transport` stands in for the network.
    """
    check_address(url)
    started = datetime.datetime.now(datetime.UTC)
    deadline = time.monotonic() + limits.fetch_seconds
    parts = [warc_writer.warcinfo(started, SOFTWARE)]
    from_public = not is_private(url)
    asked = urldefrag(url).url
    with httpx.Client(headers=_HEADERS, timeout=limits.fetch_seconds, transport=transport) as client:
        for _ in range(limits.redirects + 1):
            record, onward = _exchange(client, asked, deadline, limits, from_public)
            parts.append(record)
            if onward is None:
                return b"".join(parts)
            check_address(onward)
            if from_public and is_private(onward):
                raise FetchError(f"{url} redirects into a private network ({onward})", _SAVE_IT)
            asked = onward
    raise FetchError(f"{url} redirects more than {limits.redirects} times", _SAVE_IT)


def _exchange(
    client: httpx.Client, url: str, deadline: float, limits: Limits, from_public: bool
) -> tuple[bytes, str | None]:
    """The WARC record of the response to `url`, and the address it redirects to."""
    when = datetime.datetime.now(datetime.UTC)
    try:
        with client.stream("GET", url) as response:
            address = _peer(response)
            if from_public and address and is_private_address(address):
                raise FetchError(f"{url} leads into a private network ({address})", _SAVE_IT)
            body = _read_body(response, deadline, limits)
            record = warc_writer.response(when, url, _head(response), body, address)
            location = response.headers.get("location")
            onward = urljoin(url, location) if response.status_code in _REDIRECTS and location else None
            return record, urldefrag(onward).url if onward else None
    except httpx.TimeoutException as error:
        raise FetchError(f"{url} did not answer within {limits.fetch_seconds:g} s", "Try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{url} could not be fetched: {error or type(error).__name__}", _SAVE_IT) from error


def _read_body(response: httpx.Response, deadline: float, limits: Limits) -> bytes:
    body = bytearray()
    for chunk in response.iter_raw(64 * 1024):
        body += chunk
        if len(body) > limits.payload_bytes:
            raise FetchError(f"{response.url} answers with more than {limits.payload_bytes} bytes", _SAVE_IT)
        if time.monotonic() > deadline:
            raise FetchError(f"{response.url} did not come to its end in time", "Try again later")
    return bytes(body)


def _head(response: httpx.Response) -> bytes:
    """Status line and header fields as sent; the chunking is undone, and its field renamed as is the custom."""
    lines = [f"HTTP/1.1 {response.status_code} {response.reason_phrase}".encode("latin-1", "replace")]
    for name, field in response.headers.raw:
        chunking = name.lower() == b"transfer-encoding"
        lines.append((b"X-Archive-Orig-Transfer-Encoding" if chunking else name) + b": " + field)
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _peer(response: httpx.Response) -> str | None:
    """The IP address that answered, None where a proxy stands between."""
    stream = response.extensions.get("network_stream")
    server = stream.get_extra_info("server_addr") if stream is not None and not urllib.request.getproxies() else None
    return str(server[0]) if server else None
