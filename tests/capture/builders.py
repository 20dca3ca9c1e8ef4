"""Archives for tests, built record by record so that each can be broken in one place."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sayso.capture.payloads import Payload, payloads
from sayso.ids import sha256
from sayso.model import Skip
from sayso.settings import Limits

PAGE = b"<!doctype html><html><body><p>The ferry from Norhaven ran aground, the harbour office said.</p></body></html>"
LIMITS = Limits()


def http(
    body: bytes = PAGE, status: str = "200 OK", media_type: str | None = "text/html; charset=utf-8", **fields: str
) -> bytes:
    """An HTTP response; `content_encoding="gzip"` gives `Content-Encoding: gzip`."""
    given = ({"Content-Type": media_type} if media_type else {}) | {
        name.replace("_", "-").title(): value for name, value in fields.items()
    }
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def record(
    block: bytes,
    url: str | None = "https://herald.example/ferry",
    kind: str = "response",
    date: str = "2024-03-05T09:17:22Z",
    fields: Mapping[str, str] | None = None,
    length: int | None = None,
) -> bytes:
    """A WARC record with the blank lines after it; `length` overrides the true one."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Date: {date}"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    content_type = "application/http; msgtype=response" if kind in ("response", "revisit") else "text/html"
    stated = {"Content-Type": content_type} | dict(fields or {})
    lines += [f"{name}: {value}" for name, value in stated.items()]
    lines += [f"Content-Length: {len(block) if length is None else length}", "", ""]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def warcinfo() -> bytes:
    return record(b"software: by hand\r\n", None, "warcinfo", fields={"Content-Type": "application/warc-fields"})


def members(*parts: bytes) -> bytes:
    """Each part gzipped on its own, as .warc.gz files are."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def arc(*entries: tuple[str, str, str, bytes]) -> bytes:
    """An ARC file, version 1, of (URL, date, media type, block)."""
    about = b"1 0 Made by hand\nURL IP-address Archive-date Content-type Archive-length\n"
    parts = [b"filedesc://made.arc 127.0.0.1 20240305091722 text/plain %d\n" % len(about) + about]
    for url, date, media_type, block in entries:
        parts.append(f"{url} 192.0.2.7 {date} {media_type} {len(block)}\n".encode() + block)
    return b"\n".join(parts) + b"\n"


def wacz(
    archives: Mapping[str, bytes],
    *,
    hashes: Mapping[str, str] | None = None,
    digest: str | None = None,
    without: str = "",
    stored: bool = True,
) -> bytes:
    """A WACZ; `hashes` and `digest` override the true ones, the member `without` is listed and not there."""
    resources = [
        {
            "name": Path(name).name,
            "path": name,
            "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
            "bytes": len(body),
        }
        for name, body in archives.items()
    ]
    for resource in resources:
        resource["hash"] = (hashes or {}).get(str(resource["path"]), str(resource["hash"]))
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    stated = {"path": "datapackage.json", "hash": digest or f"sha256:{hashlib.sha256(package).hexdigest()}"}
    members_of = {**archives, "datapackage.json": package, "datapackage-digest.json": json.dumps(stated).encode()}
    return zipped({name: body for name, body in members_of.items() if name != without}, stored=stored)


def zipped(content: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """A zip of names and bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as file:
        for name, body in content.items():
            file.writestr(name, body)
    return made.getvalue()


def read(folder: Path, body: bytes, limits: Limits = LIMITS) -> tuple[list[Payload], list[Skip]]:
    """What capture gives for a file of these bytes, whose name says nothing."""
    path = folder / "given"
    path.write_bytes(body)
    found = list(payloads(path, sha256(body), limits))
    return [f for f in found if isinstance(f, Payload)], [f for f in found if isinstance(f, Skip)]


def reasons(skips: Sequence[Skip]) -> list[str]:
    """The reasons of skips, sorted."""
    return sorted(skip.reason.value for skip in skips)


def flips(body: bytes, step: int) -> Iterator[bytes]:
    """`body` with one bit flipped, every `step` bytes."""
    for at in range(0, len(body), step):
        yield body[:at] + bytes((body[at] ^ 0x10,)) + body[at + 1 :]
