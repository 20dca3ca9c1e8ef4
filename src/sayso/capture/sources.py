"""The preserved sources of a case: bytes named by their sha256, never edited, and the list of how they came.

`sources/<sha256>` holds the bytes as given, read-only. `sources.jsonl` has a line for each time something was
given: {"sha256", "size", "given", "added_at"}; it is only ever appended to. Both can be checked without
Sayso: `cd sources && sha256sum *` prints each name twice.
"""

import datetime
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.capture.discover import Given
from sayso.errors import VerificationError

_NAME = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Custody:
    """One line of the list: what came, how much, under which name, when."""

    sha256: str
    size: int
    given: str
    added_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of the case in `case_folder`."""

    case_folder: Path

    @property
    def folder(self) -> Path:
        """Where the bytes lie."""
        return self.case_folder / "sources"

    @property
    def index(self) -> Path:
        """The custody list."""
        return self.case_folder / "sources.jsonl"

    def path(self, digest: str) -> Path:
        """Where the source with this sha256 lies; raises ValueError for what is no sha256."""
        if not _NAME.fullmatch(digest):
            raise ValueError(f"{digest[:80]} is no sha256")
        return self.folder / digest

    def add(self, item: Given, added_at: datetime.datetime) -> tuple[str, bool]:
        """Keep the bytes of `item`; their sha256, and whether they are new here.

        When it returns they are on disk, whole. Raises VerificationError where the file that already has their
        name has other bytes, and whatever reading `item` raises; then nothing is kept.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        part, digest, size = self._copy(item)
        try:
            target = self.path(digest)
            new = not target.exists()
            if new:
                part.chmod(0o444)
                part.replace(target)
                _sync_folder(self.folder)
            elif _digest_of(target) != digest:
                raise VerificationError(f"sources/{digest} has been changed", "Restore it from a copy before adding")
        finally:
            part.unlink(missing_ok=True)
        self._append(Custody(digest, size, item.name, added_at))
        return digest, new

    def _copy(self, item: Given) -> tuple[Path, str, int]:
        """A part file with the bytes of `item`, synced; their sha256 and number."""
        descriptor, name = tempfile.mkstemp(suffix=".part", dir=self.folder)
        part = Path(name)
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in item.chunks():
                    file.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return part, digest.hexdigest(), size

    def _append(self, custody: Custody) -> None:
        line = json.dumps({
            "sha256": custody.sha256,
            "size": custody.size,
            "given": custody.given,
            "added_at": custody.added_at.astimezone(datetime.UTC).isoformat(),
        })  # fmt: skip
        with self.index.open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else "\n" + line  # after a line that a crash cut short
            file.write(line.encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(self.case_folder)

    def custody(self) -> Iterator[Custody]:
        """The list, in the order of adding; lines that are damaged are passed over, and told by `check`."""
        return (entry for entry in self._lines() if isinstance(entry, Custody))

    def _lines(self) -> Iterator[Custody | int]:
        """Each line of the list, or its number if it is damaged."""
        if not self.index.is_file():
            return
        with self.index.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _custody(line) or number

    def files(self) -> dict[str, Path]:
        """sha256 → file of every source that is listed and there."""
        listed = dict.fromkeys(entry.sha256 for entry in self.custody())
        return {digest: path for digest in listed if (path := self.path(digest)).is_file()}

    def check(self) -> Iterator[tuple[str, str]]:
        """What does not fit, as (name, problem): every source is read and hashed again. Nothing if all is well."""
        listed: dict[str, int] = {}
        for entry in self._lines():
            if isinstance(entry, int):
                yield self.index.name, f"line {entry} is damaged"
            elif listed.setdefault(entry.sha256, entry.size) != entry.size:
                yield entry.sha256, f"is listed with {entry.size} bytes and with {listed[entry.sha256]}"
        for digest, size in listed.items():
            path = self.path(digest)
            if not path.is_file():
                yield digest, "is missing"
            elif (found := _digest_of(path)) != digest:
                yield digest, f"has been changed: its sha256 is now {found}"
            elif path.stat().st_size != size:
                yield digest, f"has {path.stat().st_size} bytes and is listed with {size}"
        for path in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            if path.name not in listed and path.suffix != ".part":
                yield path.name, f"lies in sources/ and is not in {self.index.name}"


def _custody(line: bytes) -> Custody | None:
    try:
        fields = json.loads(line)
        when = datetime.datetime.fromisoformat(fields["added_at"])
        entry = Custody(str(fields["sha256"]), int(fields["size"]), str(fields["given"]), when)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return entry if _NAME.fullmatch(entry.sha256) else None


def _digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut; where folders cannot be opened (Windows) the system sees to it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
