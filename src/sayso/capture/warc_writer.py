"""WARC 1.1 records of what was fetched (ISO 28500), each with its digests, ungzipped so that any tool shows them."""

import base64
import datetime
import hashlib
import uuid
from collections.abc import Sequence


def _digest(content: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(content).digest()).decode("ascii").rstrip("=")


def _record(kind: str, when: datetime.datetime, block: bytes, fields: Sequence[tuple[str, str]]) -> bytes:
    head = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<{uuid.uuid4().urn}>"),
        ("WARC-Date", when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
        *fields,
        ("WARC-Block-Digest", _digest(block)),
        ("Content-Length", str(len(block))),
    ]
    lines = ["WARC/1.1", *(f"{name}: {_on_one_line(field)}" for name, field in head), "", ""]
    return "\r\n".join(lines).encode("utf-8") + block + b"\r\n\r\n"


def _on_one_line(field: str) -> str:
    return " ".join(field.split())


def warcinfo(when: datetime.datetime, software: str) -> bytes:
    """The record that says which software wrote the file."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _record("warcinfo", when, block, [("Content-Type", "application/warc-fields")])


def response(when: datetime.datetime, url: str, head: bytes, body: bytes, address: str | None) -> bytes:
    """The record of one HTTP response: `head` ends with its empty line, `address` is the server's IP address."""
    fields = [
        ("WARC-Target-URI", url),
        *([("WARC-IP-Address", address)] if address else []),
        ("Content-Type", "application/http; msgtype=response"),
        ("WARC-Payload-Digest", _digest(body)),
    ]
    return _record("response", when, head + body, fields)
