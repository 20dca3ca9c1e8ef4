"""WACZ: a zip with WARC files, an index, and a datapackage.json that lists the sha256 of each.

specs.webrecorder.net/wacz/1.1.1. Nothing is ever unpacked to disk. A signature is not checked: it says who
captured, not what is true, and the hashes are checked without it.
"""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from sayso.capture.archive import archive_payloads
from sayso.capture.detect import Kind, detect
from sayso.capture.intake import Payload, Place
from sayso.capture.locator import zip_step
from sayso.capture.streams import (
    CHUNK,
    ByteStream,
    GzipStream,
    PayloadRefusedError,
    PlainStream,
    Window,
    check_expansion,
)
from sayso.model import Skip
from sayso.settings import Limits
from sayso.vocab import SkipReason

DATAPACKAGE = "datapackage.json"
_DIGEST = "datapackage-digest.json"
_MAX_DIRECTORY = 8 * 2**20  # of the zip; zipfile needs about 10 times as much memory to hold it
_END = b"PK\x05\x06"
_END_SIZE = 22
_END64_LOCATOR = b"PK\x06\x07"
_END64_SIZE = 56
_LOCATOR64 = struct.Struct("<4sIQI")
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)


def wacz_payloads(file: BinaryIO, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    """Every page of the archives in a WACZ; a skip for a zip that is none, and for what its hashes refuse."""
    try:
        members = open_zip(file, limits)
        names = [name for name in members.namelist() if _is_archive(name)]
        if DATAPACKAGE not in members.namelist() and not names:
            yield place.skip(SkipReason.UNKNOWN_TYPE, f"a zip archive, but no WACZ: it has no {DATAPACKAGE}")
            return
        hashes = stated_hashes(members, limits)
    except PayloadRefusedError as fault:
        yield place.refused(fault)
        return
    if DATAPACKAGE not in members.namelist():
        yield place.skip(SkipReason.MALFORMED, f"the WACZ has no {DATAPACKAGE}, so its hashes were not checked")
    if not names:
        yield place.skip(SkipReason.EMPTY, "the WACZ has no WARC file in its folder archive/")
    for name in names:
        yield from _member_payloads(members, name, hashes.get(name), place, limits)
    for name in sorted(hashes.keys() - set(members.namelist())):
        yield place.at(zip_step(name)).skip(SkipReason.TRUNCATED, f"{name} is listed in {DATAPACKAGE} and missing")


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and not name.endswith("/")


def _member_payloads(
    members: zipfile.ZipFile, name: str, stated: str | None, place: Place, limits: Limits
) -> Iterator[Payload | Skip]:
    inside = place.at(zip_step(name))
    try:
        if stated and (found := _hash_of(members, name, stated.partition(":")[0])) != stated:
            detail = f"{name} has not the digest in {DATAPACKAGE}: stated {stated}, found {found}"
            raise PayloadRefusedError(SkipReason.BAD_DIGEST, detail)
        with open_member(members, name, limits) as file:
            stream = archive_stream(file, limits)
            if stream is None:
                raise PayloadRefusedError(SkipReason.UNKNOWN_TYPE, f"{name} is no WARC archive")
            yield from archive_payloads(stream, inside, limits)
    except PayloadRefusedError as fault:
        yield inside.refused(fault)
    except _DAMAGED as error:
        yield inside.skip(SkipReason.MALFORMED, f"{name} cannot be unpacked ({error})")


def archive_stream(file: BinaryIO, limits: Limits) -> ByteStream | None:
    """A stream over a WARC or ARC file, gzipped or not; None if it is neither."""
    head = file.read(CHUNK)
    kind = detect(head).kind
    if kind is Kind.GZIP:
        inner = detect(GzipStream(file, limits).peek(CHUNK)).kind
        return GzipStream(file, limits) if inner in (Kind.WARC, Kind.ARC) else None
    return PlainStream(file) if kind in (Kind.WARC, Kind.ARC) else None


def open_zip(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """The zip in `file`, once its directory has been found harmless; raises PayloadRefusedError."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE - 2**16))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        raise PayloadRefusedError(SkipReason.TRUNCATED, "the zip archive has no directory: its end is missing")
    if (directory := _directory_size(file, tail, end)) > _MAX_DIRECTORY:
        raise PayloadRefusedError(SkipReason.BOMB, f"the zip's directory alone has {directory} bytes")
    try:
        members = zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise PayloadRefusedError(SkipReason.MALFORMED, f"the zip archive is damaged ({error})") from error
    _check_directory(members, size, limits)
    return members


def _directory_size(file: BinaryIO, tail: bytes, end: int) -> int:
    """What the zip says of its directory; a ZIP64 record, where there is one, goes before the old one."""
    (size,) = struct.unpack_from("<I", tail, end + 12)
    if end >= _LOCATOR64.size and tail.startswith(_END64_LOCATOR, end - _LOCATOR64.size):
        file.seek(_LOCATOR64.unpack_from(tail, end - _LOCATOR64.size)[2])
        record = file.read(_END64_SIZE)
        if len(record) == _END64_SIZE:
            (size,) = struct.unpack_from("<Q", record, 40)
    return int(size)


def _check_directory(members: zipfile.ZipFile, size: int, limits: Limits) -> None:
    infos = members.infolist()
    if len(infos) > limits.archive_members:
        raise PayloadRefusedError(SkipReason.TOO_LARGE, f"the zip has {len(infos)} members")
    names = [info.filename for info in infos]
    if len(set(names)) < len(names):
        raise PayloadRefusedError(SkipReason.MALFORMED, "the zip has two members of one name")
    for name in names:
        if name.startswith("/") or "\\" in name or ":" in name.split("/")[0] or ".." in PurePosixPath(name).parts:
            raise PayloadRefusedError(SkipReason.MALFORMED, f"the zip has a member that leads out of it: {name[:100]}")
    if sum(info.compress_size for info in infos) > size:
        raise PayloadRefusedError(SkipReason.BOMB, "the zip's members overlap")
    check_expansion(sum(info.file_size for info in infos), size, limits)


def open_member(members: zipfile.ZipFile, name: str, limits: Limits) -> BinaryIO:
    """A member as a file that can seek: directly where it lies unpacked in the zip, by unpacking otherwise.

    Raises PayloadRefusedError for one that cannot be opened.
    """
    try:
        info = members.getinfo(name)
    except KeyError as error:
        raise PayloadRefusedError(SkipReason.MALFORMED, f"the zip has no member {name[:100]}") from error
    if info.flag_bits & 0x1:
        raise PayloadRefusedError(SkipReason.UNREADABLE, f"{name} is encrypted")
    if info.file_size > limits.source_bytes:
        raise PayloadRefusedError(SkipReason.TOO_LARGE, f"{name} has {info.file_size} bytes")
    try:
        unpacked = members.open(info)
    except _DAMAGED as error:
        raise PayloadRefusedError(SkipReason.MALFORMED, f"{name} cannot be unpacked ({error})") from error
    if info.compress_type != zipfile.ZIP_STORED or members.fp is None:
        return cast(BinaryIO, unpacked)
    file = cast(BinaryIO, members.fp)
    file.seek(info.header_offset)
    header = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    return cast(
        BinaryIO, Window(file, info.header_offset + _LOCAL_HEADER.size + header[-2] + header[-1], info.file_size)
    )


def _hash_of(members: zipfile.ZipFile, name: str, algorithm: str) -> str:
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with members.open(name) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return f"{algorithm}:{digest.hexdigest()}"


def stated_hashes(members: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """Member name → `sha256:<hex>` as datapackage.json states it; raises PayloadRefusedError if it was changed."""
    if DATAPACKAGE not in members.namelist():
        return {}
    package = _read_small(members, DATAPACKAGE, limits)
    if _DIGEST in members.namelist():
        digest = _as_object(_read_small(members, _DIGEST, limits), _DIGEST).get("hash")
        own = "sha256:" + hashlib.sha256(package).hexdigest()
        if isinstance(digest, str) and digest.startswith("sha256:") and digest.lower() != own:
            detail = f"{DATAPACKAGE} has not the digest in {_DIGEST}: stated {digest[:80]}, found {own}"
            raise PayloadRefusedError(SkipReason.BAD_DIGEST, detail)
    resources = _as_object(package, DATAPACKAGE).get("resources")
    if not isinstance(resources, list):
        raise PayloadRefusedError(SkipReason.MALFORMED, f"{DATAPACKAGE} lists no resources")
    stated = (_stated_hash(resource) for resource in resources if isinstance(resource, dict))
    return {path: digest for path, digest in stated if digest.partition(":")[0] in hashlib.algorithms_guaranteed}


def _stated_hash(resource: dict[str, object]) -> tuple[str, str]:
    """Path and hash of one resource; before WACZ 1.1 they stood apart: {"stats": {"hash": …}, "hashing": "sha256"}."""
    digest = resource.get("hash")
    stats = resource.get("stats")
    if digest is None and isinstance(stats, dict):
        digest = f"{resource.get('hashing', 'sha256')}:{stats.get('hash')}"
    if isinstance(digest, str) and ":" not in digest:
        digest = f"sha256:{digest}"
    return str(resource.get("path", "")), str(digest or "").lower()


def _read_small(members: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    if members.getinfo(name).file_size > limits.payload_bytes:
        raise PayloadRefusedError(SkipReason.TOO_LARGE, f"{name} has {members.getinfo(name).file_size} bytes")
    try:
        with members.open(name) as file:
            return file.read(limits.payload_bytes)
    except _DAMAGED as error:
        raise PayloadRefusedError(SkipReason.MALFORMED, f"{name} cannot be unpacked ({error})") from error


def _as_object(text: bytes, name: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PayloadRefusedError(SkipReason.MALFORMED, f"{name} is not JSON") from error
    if not isinstance(found, dict):
        raise PayloadRefusedError(SkipReason.MALFORMED, f"{name} is not a JSON object")
    return found
