"""Records of WARC and ARC archives, one after the other, however damaged the archive.

Written for Sayso because exact places and damage are the point here. FastWARC 2.0.1 refuses ARC, gives every
record of a one-member gzip the same offset, and ends in silence at the first damaged record; warcio 1.8.1
reads a header line of any length into memory. What this reader finds is tested against FastWARC.

WARC: ISO 28500, iipc.github.io/warc-specifications. ARC: archive.org/web/researcher/ArcFileFormat.php.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.capture.http_message import MAX_HEAD, parse_fields
from sayso.capture.streams import ByteStream, PayloadRefusedError
from sayso.settings import Limits
from sayso.vocab import SkipReason

MARKS = (b"WARC/", b"http://", b"https://", b"filedesc://", b"dns:")
_WARC_MARK = re.compile(rb"WARC/\d+\.\d+\s*$")
_ARC_LINE = re.compile(rb"(?:https?|filedesc|dns|ftp|gopher|news|mailto):")
_SWALLOWED = re.compile(rb"\nWARC/\d\.\d\r?\n")  # a record that states too much runs on over those after it
_MAX_FAULTS = 100  # each costs a search through the rest of the file: more, and the time would be quadratic
_BETWEEN = b"\r\n"


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """One record. `block` is cut to its first 64 KiB if `length`, what the record says it has, is over the limit.

    `fault` is what is wrong with it: it is cut short by the end of the archive, or does not end where it says.
    """

    locator: str
    kind: str
    fields: dict[str, str]
    block: bytes
    length: int
    fault: PayloadRefusedError | None = None

    @property
    def url(self) -> str | None:
        """The target URI, without the angle brackets that some tools put around it."""
        return self.fields.get("warc-target-uri", "").strip().removeprefix("<").removesuffix(">") or None

    @property
    def captured_at(self) -> datetime.datetime | None:
        """WARC-Date, or the date of an ARC line, in UTC; None if it is not a date."""
        return parse_date(self.fields.get("warc-date", ""))

    @property
    def is_whole(self) -> bool:
        """Whether `block` is all of it, or all that the archive has of it."""
        return len(self.block) == self.length or self.is_cut

    @property
    def is_cut(self) -> bool:
        """Whether the archive ends within it."""
        return self.fault is not None and self.fault.reason is SkipReason.TRUNCATED


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in an archive that could not be read; reading went on after it if it could."""

    locator: str
    fault: PayloadRefusedError


def parse_date(text: str) -> datetime.datetime | None:
    """A time of WARC ("2024-01-24T09:17:22Z", fractions allowed) or ARC ("20240124091722"), in UTC."""
    digits = re.sub(r"\D", "", text.partition(".")[0])
    if len(digits) not in (8, 12, 14):
        return None
    try:
        return datetime.datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=datetime.UTC)
    except ValueError:
        return None


def records(stream: ByteStream, limits: Limits) -> Iterator[ArchiveRecord | Damage]:
    """Every record and every damaged place, in the order of the file."""
    faults = count = 0
    while True:
        place = ""
        try:
            _pass_blank_lines(stream)
            if not stream.peek(1) and stream.fault is None:
                return
            place = stream.locator()
            record = read_record(stream, limits, place)
            if record is not None:
                yield record
                count += 1
                if record.is_cut:
                    return
        except PayloadRefusedError as fault:
            yield Damage(place, fault)
            faults += 1
            if faults > _MAX_FAULTS:
                detail = f"more than {_MAX_FAULTS} damaged places; the archive was not read on"
                yield Damage(place, PayloadRefusedError(SkipReason.MALFORMED, detail))
                return
            if not stream.resume(MARKS):
                return
        if count > limits.archive_members:
            detail = f"more than {limits.archive_members} records"
            yield Damage(place, PayloadRefusedError(SkipReason.TOO_LARGE, detail))
            return


def _pass_blank_lines(stream: ByteStream) -> None:
    while stream.peek(1) in (b"\r", b"\n"):
        stream.skip(1)


def read_record(stream: ByteStream, limits: Limits, place: str = "") -> ArchiveRecord | None:
    """The record that starts here, None for the end or an ARC file's own first record.

    Raises PayloadRefusedError for what is no record, for one that ends too early, and for a bomb.
    """
    if stream.fault is not None:
        raise stream.fault
    first = stream.read_line(MAX_HEAD)
    if not first:
        raise stream.fault or PayloadRefusedError(SkipReason.TRUNCATED, "the archive ends before this record")
    if _WARC_MARK.match(first):
        fields = parse_fields(_read_head(stream))
    elif _ARC_LINE.match(first):
        fields = _arc_fields(first)
    else:
        raise stream.fault or PayloadRefusedError(SkipReason.MALFORMED, "no WARC or ARC record starts here")
    stated = fields.get("content-length", "")
    if not (stated.isascii() and stated.isdigit() and len(stated) < 16):
        raise PayloadRefusedError(SkipReason.MALFORMED, f"the record states “{stated[:40]}” as its length")
    return _with_block(stream, limits, place, fields)


def _with_block(stream: ByteStream, limits: Limits, place: str, fields: dict[str, str]) -> ArchiveRecord | None:
    length = int(fields["content-length"])
    kept = length if length <= limits.payload_bytes + MAX_HEAD else MAX_HEAD
    block = stream.read(kept)
    read = len(block) + stream.skip(length - kept)
    fault = stream.fault
    if read < length:
        detail = f"the record states {length} bytes and {read} are there"
        fault = fault or PayloadRefusedError(SkipReason.TRUNCATED, detail)
        if fault.reason is not SkipReason.TRUNCATED or read > len(block) or _SWALLOWED.search(block):
            raise fault
    elif fault is None:
        fault = _misalignment(stream)
    if fields.get("warc-type") == "filedesc":
        return None
    return ArchiveRecord(place, fields.get("warc-type", "").lower(), fields, block, length, fault)


def _read_head(stream: ByteStream) -> bytes:
    head = b""
    while line := stream.read_line(MAX_HEAD):
        if not line.strip():
            return head
        head += line
        if len(head) > MAX_HEAD:
            raise PayloadRefusedError(SkipReason.MALFORMED, f"the record's header is longer than {MAX_HEAD} bytes")
    raise stream.fault or PayloadRefusedError(SkipReason.TRUNCATED, "the archive ends within a record's header")


def _arc_fields(line: bytes) -> dict[str, str]:
    """An ARC line as WARC fields: URL, IP address, date, type, length; version 2 has five more before the length."""
    text = line.decode("utf-8", "replace").strip()
    parts = text.rsplit(" ", 4)
    longer = text.rsplit(" ", 9)
    if len(longer) == 10 and parse_date(longer[2]) and re.fullmatch(r"\d{3}", longer[4]):
        parts = [*longer[:4], longer[9]]
    if len(parts) != 5:
        raise PayloadRefusedError(SkipReason.MALFORMED, "no WARC or ARC record starts here")
    url, _, date, media_type, length = parts
    own = url.startswith("filedesc:")
    kind = "filedesc" if own else "response"
    return {
        "warc-type": kind,
        "warc-target-uri": url,
        "warc-date": date,
        "content-type": media_type,
        "content-length": length,
    }


def _misalignment(stream: ByteStream) -> PayloadRefusedError | None:
    """What is wrong if the record does not end where it says: the next one, or the end, should follow blank lines.

    Looking on also lets a gzip member come to its end, where its checksum is.
    """
    ahead = stream.peek(len(_BETWEEN) * 2 + max(map(len, MARKS)))
    damage = stream.fault_ahead
    if damage is not None and damage.reason is SkipReason.MALFORMED and not ahead.strip():
        return damage
    rest = ahead.lstrip(b"\r\n")
    if not rest or (rest.startswith(MARKS) and len(rest) < len(ahead)) or _ARC_LINE.match(rest):
        return None
    return PayloadRefusedError(SkipReason.MALFORMED, "the record does not end where its header says")
