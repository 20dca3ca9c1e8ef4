"""Packs the archives of the bundled example case out of the pages in scripts/example_pages/.

    python scripts/make_example_archives.py            # writes 20-… and 22-… into src/sayso/examples/case/
    python scripts/make_example_archives.py --whole F  # writes the page behind 22-… to F, undamaged

`20-northern-examiner.warc.gz` holds two captures of one address whose headline was changed in between, and a
photo that the server no longer had. `22-morning-gazette.html.gz` is a page whose download broke off: reading
it must not pass in silence, a skip has to say that the end is missing. Record ids and times are fixed, so a
second run packs the same records.
"""

import argparse
import base64
import gzip
import hashlib
import uuid
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "scripts" / "example_pages"
CASE = ROOT / "src" / "sayso" / "examples" / "case"

EXAMINER = "https://www.northernexaminer.example/world/2025/mar/11/velin-brod-market-karvenia"
PHOTO = "https://www.northernexaminer.example/img/velin-brod-hall.jpg"
SOFTWARE = b"software: Sayso example\r\nformat: WARC File Format 1.1\r\n"
KEPT_SHARE = 0.6  # of the packed page: the headline and the first paragraphs still unpack, the rest is gone


def digest(payload: bytes) -> str:
    """The digest of a payload as WARC writers label it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


def record(kind: str, date: str, media_type: str, block: bytes, **fields: str) -> bytes:
    """One WARC 1.1 record, packed as its own gzip member."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {date} {fields.get('WARC_Target_URI', '')}")
    headers = {
        "WARC-Type": kind,
        "WARC-Date": date,
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        **{key.replace("_", "-"): value for key, value in fields.items()},
        "WARC-Block-Digest": digest(block),
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    return gzip.compress(b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n", mtime=0)


def response(url: str, date: str, status: str, payload: bytes) -> bytes:
    """A WARC response record: the HTTP answer as it came."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(payload)}\r\n\r\n"
    fields = {"WARC_Target_URI": url, "WARC_Payload_Digest": digest(payload)}
    return record("response", date, "application/http; msgtype=response", http.encode() + payload, **fields)


def warc() -> bytes:
    """The two captures of the Northern Examiner's page, and the missing photo."""
    gone = b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
    first, revised = ((PAGES / f"examiner-{name}.html").read_bytes() for name in ("first", "revised"))
    return b"".join(
        (
            record("warcinfo", "2025-03-11T14:12:00Z", "application/warc-fields", SOFTWARE),
            response(EXAMINER, "2025-03-11T14:12:07Z", "200 OK", first),
            response(PHOTO, "2025-03-11T14:12:09Z", "404 Not Found", gone),
            response(EXAMINER, "2025-03-11T17:40:31Z", "200 OK", revised),
        )
    )


def broken_page() -> bytes:
    """The Morning Gazette's page, gzipped, as far as the download got."""
    packed = gzip.compress((PAGES / "morning-gazette.html").read_bytes(), mtime=0)
    return packed[: int(len(packed) * KEPT_SHARE)]


def main() -> None:
    """Write the archives, or the whole page with --whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", type=Path, metavar="F", help="write the page behind 22-…, gzipped, undamaged")
    asked = parser.parse_args()
    if asked.whole:
        asked.whole.write_bytes(gzip.compress((PAGES / "morning-gazette.html").read_bytes(), mtime=0))
        return
    (CASE / "20-northern-examiner.warc.gz").write_bytes(warc())
    (CASE / "22-morning-gazette.html.gz").write_bytes(broken_page())


if __name__ == "__main__":
    main()
