"""The pages in a WARC or ARC archive: which records are pages, and whether their digests bear them out."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from sayso.capture.detect import FEEDS, HEAD, PAYLOADS, Kind, detect
from sayso.capture.http_message import HttpMessage, dechunk, entity_of, media_type_of, parse_response
from sayso.capture.intake import Circumstances, Payload, Place, Tally
from sayso.capture.records import ArchiveRecord, Damage, read_record, records
from sayso.capture.streams import ByteStream, PayloadRefusedError
from sayso.model import Skip
from sayso.settings import Limits
from sayso.vocab import SkipReason

_ANSWERED = frozenset({200, 203})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNTYPED = frozenset({"", "application/octet-stream", "binary/octet-stream", "no-type", "unknown/unknown"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_PAGE_TYPES = _HTML_TYPES | _UNTYPED | {
    "text/plain", "text/markdown", "text/x-markdown", "text/xml", "application/xml", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "application/json", "text/json", "application/feed+json",
    "application/ld+json", "application/x-ndjson", "application/jsonl",
}  # fmt: skip
_ROBOTS = re.compile(r"/(?:robots|ads|app-ads|humans|llms|security)\.txt$|/\.well-known/")
_REPORT_FIELDS = re.compile(rb'"(?:text|articleBody|content_text|content_html)"\s{0,9}:')
_MAX_REVISITS = 200_000  # digests remembered; beyond it revisits count as pointing outside


class NotAPageError(Exception):
    """A record that is no page; `what` says what it is."""

    def __init__(self, what: str, reason: SkipReason = SkipReason.NOT_A_PAGE) -> None:
        super().__init__(what)
        self.what = what
        self.reason = reason


def entity_at(stream: ByteStream, limits: Limits) -> bytes:
    """The entity of the record that starts here; raises PayloadRefusedError."""
    record = read_record(stream, limits)
    if record is None or not record.is_whole:
        raise PayloadRefusedError(SkipReason.MALFORMED, "no record with a payload starts here")
    message = _message_of(record)
    if message is None:
        raise PayloadRefusedError(SkipReason.MALFORMED, "the record holds no HTTP response")
    return entity_of(message, limits)[0]


def archive_payloads(stream: ByteStream, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    """Every page of an archive, and skips: one for each damaged place, one for each kind of what is no page."""
    reading = _Reading(place, limits)
    for item in records(stream, limits):
        if isinstance(item, Damage):
            yield place.at(item.locator).refused(item.fault)
            continue
        try:
            yield from reading.read(item)
        except NotAPageError as no_page:
            reading.tally.add(no_page.reason, no_page.what, item.url or "")
        except PayloadRefusedError as fault:
            yield place.at(item.locator).skip(fault.reason, f"{item.url or 'a record'}: {fault.message}")
    reading.close()
    if not reading.found_content:
        yield place.skip(SkipReason.EMPTY, "the archive holds no response and no resource")
    yield from reading.tally.skips()


@dataclass(slots=True)
class _Hops:
    """The redirects that led to the next page: an archive keeps them as records of their own, before it."""

    first: str = ""
    target: str = ""
    statuses: list[int] = field(default_factory=list)


class _Reading:
    """One pass over an archive."""

    def __init__(self, place: Place, limits: Limits) -> None:
        self.tally = Tally(place)
        self._place = place
        self._limits = limits
        self.found_content = False
        self._hops = _Hops()
        self._pages: dict[str, bool] = {}  # payload digest → whether it was read as a page
        self._revisits: dict[str, tuple[str, int]] = {}

    def read(self, record: ArchiveRecord) -> Iterator[Payload | Skip]:
        """The page in `record`, if it is one; raises NotAPageError or PayloadRefusedError if it cannot be had."""
        self.found_content = self.found_content or record.kind not in ("warcinfo", "request", "metadata")
        if record.kind == "revisit":
            self._note_revisit(record)
        elif record.kind == "conversion":
            raise NotAPageError("converted from another record, not as served")
        elif record.kind == "continuation":
            raise NotAPageError("a piece of a record in several pieces", SkipReason.UNREADABLE)
        elif record.kind in ("response", "resource"):
            if len(self._pages) < _MAX_REVISITS:
                self._pages.setdefault(record.fields.get("warc-payload-digest", ""), False)
            yield from self._read_page(record)

    def _read_page(self, record: ArchiveRecord) -> Iterator[Payload | Skip]:
        if record.fault and not record.is_cut:
            raise record.fault
        scheme = urlsplit(record.url or "").scheme if _splits(record.url) else ""
        if record.url and scheme not in ("http", "https", "ftp", "file"):
            raise NotAPageError(f"a record of the capturing tool or the network ({scheme or 'no'} scheme)")
        message = _message_of(record)
        if message is None:
            raise PayloadRefusedError(SkipReason.MALFORMED, "the record holds no HTTP response")
        if self._is_redirect(record, message):
            return
        if message.media_type and "/" in message.media_type and message.media_type not in _PAGE_TYPES:
            raise NotAPageError(message.media_type)
        if _ROBOTS.search((record.url or "").partition("?")[0]):
            raise NotAPageError("a file for robots")
        if not record.is_whole:
            raise PayloadRefusedError(SkipReason.TOO_LARGE, f"{record.length} bytes")
        body, cut = entity_of(message, self._limits)
        if not record.is_cut:
            _check_digests(record, message, body)
        if len(body) > self._limits.payload_bytes:
            raise PayloadRefusedError(SkipReason.TOO_LARGE, f"{len(body)} bytes")
        kind = page_kind(body, message.media_type)
        place = self._place.at(record.locator)
        self._pages[record.fields.get("warc-payload-digest", "")] = True
        yield place.payload(body, kind, self._circumstances(record, message))
        for fault in filter(None, (record.fault, cut)):
            yield place.skip(fault.reason, f"{record.url}: {fault.message}")
        if record.fields.get("warc-truncated"):
            yield place.skip(SkipReason.TRUNCATED, f"{record.url}: cut short when it was captured")

    def _is_redirect(self, record: ArchiveRecord, message: HttpMessage) -> bool:
        """Note a redirect, forget those that led elsewhere; raises NotAPageError for an error page."""
        url = record.url or ""
        if not (self._hops.target and _same_page(self._hops.target, url)):
            self._drop_hops()
        if message.status in _REDIRECTS and message.fields.get("location"):
            self._hops.first = self._hops.first or url
            self._hops.target = _joined(url, message.fields["location"])
            self._hops.statuses.append(message.status)
            return True
        if message.status not in _ANSWERED:
            self._drop_hops()
            raise NotAPageError(f"answered {message.status}")
        return False

    def _drop_hops(self) -> None:
        for status in self._hops.statuses:
            self.tally.add(SkipReason.NOT_A_PAGE, f"answered {status}, a redirect", self._hops.first)
        self._hops = _Hops()

    def _circumstances(self, record: ArchiveRecord, message: HttpMessage) -> Circumstances:
        came_by = self._hops.first
        self._hops = _Hops()
        return Circumstances(
            url=came_by or record.url,
            final_url=record.url if came_by else None,
            captured_at=record.captured_at,
            status=message.status if record.kind == "response" else None,
            charset_label=message.charset,
        )

    def _note_revisit(self, record: ArchiveRecord) -> None:
        digest = record.fields.get("warc-payload-digest", "")
        if len(self._revisits) >= _MAX_REVISITS:
            digest = ""
        example, count = self._revisits.get(digest, (record.url or "", 0))
        self._revisits[digest] = (example, count + 1)

    def close(self) -> None:
        """Settle what only the end of the archive settles."""
        self._drop_hops()
        for digest, (url, count) in sorted(self._revisits.items()):
            reason, of = _REVISIT_OF[self._pages.get(digest) if digest else None]
            self.tally.add(reason, f"visited again, unchanged from {of}", url, count)


_REVISIT_OF = {
    True: (SkipReason.DUPLICATE, "a page read here"),
    False: (SkipReason.NOT_A_PAGE, "a record that is no page"),
    None: (SkipReason.UNREADABLE, "a record that is not in this archive"),
}


def _message_of(record: ArchiveRecord) -> HttpMessage | None:
    """The HTTP response in a record; a resource is taken for one that was answered."""
    content_type = record.fields.get("content-type", "")
    is_http = media_type_of(content_type) == "application/http" or record.block.startswith(b"HTTP/")
    if record.kind == "response" or is_http:
        return parse_response(record.block)
    return HttpMessage(200, {"content-type": content_type}, record.block)


def page_kind(body: bytes, declared: str) -> Kind:
    """What kind of page `body` is, by its bytes and then by what it was served as; raises NotAPageError."""
    kind, what = detect(body[:HEAD])
    if kind is Kind.EMPTY:
        raise NotAPageError("empty", SkipReason.EMPTY)
    if kind in FEEDS:
        return kind
    if kind not in PAYLOADS:
        raise NotAPageError(f"served as {declared or 'nothing'}, is {what}")
    if kind is Kind.JSON:
        if not _REPORT_FIELDS.search(body):
            raise NotAPageError("JSON without the text of a report")
        return kind
    if declared in _HTML_TYPES:
        return Kind.HTML
    if "xml" in declared and kind is not Kind.HTML:
        raise NotAPageError(declared)
    if "json" in declared:
        raise NotAPageError(f"served as {declared}, is {what}")
    return kind


def _check_digests(record: ArchiveRecord, message: HttpMessage, entity: bytes) -> None:
    """Raise PayloadRefusedError (bad_digest) if the record's own digests do not fit its bytes.

    The payload is the entity after transfer decoding, but tools differ: some hash it before, some after
    content decoding too. Any of the three that fits is accepted.
    """
    block = record.fields.get("warc-block-digest")
    if block and _fits(block, [record.block]) is False:
        raise PayloadRefusedError(SkipReason.BAD_DIGEST, f"the record's bytes do not have the digest {block}")
    payload = record.fields.get("warc-payload-digest")
    if payload and _fits(payload, _payload_readings(message, entity)) is False:
        raise PayloadRefusedError(SkipReason.BAD_DIGEST, f"the payload does not have the digest {payload}")


def _payload_readings(message: HttpMessage, entity: bytes) -> Iterator[bytes]:
    yield message.body
    yield entity
    yield dechunk(message.body)[0]


_DIGEST_BYTES = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}


def _fits(labelled: str, readings: Iterator[bytes] | list[bytes]) -> bool | None:
    """Whether one of the readings has the digest; None for a digest in a form that is not known."""
    algorithm, _, digest = labelled.strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    size = _DIGEST_BYTES.get(algorithm)
    expected = _digest_bytes(digest, size) if size else None
    if expected is None:
        return None
    return any(hashlib.new(algorithm, reading, usedforsecurity=False).digest() == expected for reading in readings)


def _digest_bytes(digest: str, size: int) -> bytes | None:
    try:
        if len(digest) == size * 2:
            return bytes.fromhex(digest)
        return base64.b32decode(digest.upper() + "=" * (-len(digest) % 8))
    except (ValueError, binascii.Error):
        return None


def _splits(url: str | None) -> bool:
    try:
        urlsplit(url or "")
    except ValueError:
        return False
    return True


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def _same_page(left: str, right: str) -> bool:
    try:
        return urldefrag(left).url.rstrip("/") == urldefrag(right).url.rstrip("/")
    except ValueError:
        return False
