"""The preserved bytes of a case: each source once, named by its sha256, read-only, never edited.

`sources.jsonl` beside them is the custody list: one line for every time something was given, with its
sha256, size, name as given and the time of adding. It is only ever appended to.
"""

import dataclasses
import datetime
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from sayso.capture.discover import Given
from sayso.errors import InputError, VerificationError

CHUNK = 1 << 20
UNFINISHED = ".new-"  # what a copy is called until it is whole

_DIGEST = re.compile("[0-9a-f]{64}")


@dataclasses.dataclass(frozen=True, slots=True)
class Sources:
    """The sources of the case in `folder`, which need not exist yet."""

    folder: Path

    @property
    def index(self) -> Path:
        """The custody list."""
        return self.folder / "sources.jsonl"

    def path(self, digest: str) -> Path:
        """Where the source with this sha256 is kept."""
        return self.folder / "sources" / digest

    def add(self, item: Given, now: datetime.datetime) -> tuple[str, bool]:
        """Keep the bytes of `item`; gives their sha256 and whether they are new. On return they are on disk.

        Raises VerificationError where the file of their name has other bytes, and what reading `item` raises.
        """
        self.path("").mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path(""), prefix=UNFINISHED)
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as part, item.open() as stream:
                digest, size = _copy(stream, part)
                part.flush()
                os.fsync(part.fileno())
            kept = self.path(digest)
            new = not kept.exists()
            if new:
                written.chmod(0o444)
                written.replace(kept)
                _sync_folder(kept.parent)
            elif not _is_intact(kept):
                raise VerificationError(f"sources/{digest} was changed", "Put back a copy of it before adding")
        finally:
            written.unlink(missing_ok=True)
        row = {"sha256": digest, "size": size, "given": item.name, "added_at": now.isoformat()}
        self._append(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        return digest, new

    def _append(self, row: bytes) -> None:
        """Write a line at the end of the custody list; on return it is on disk."""
        with self.index.open("a+b") as index:
            if index.seek(0, os.SEEK_END):
                index.seek(-1, os.SEEK_END)
                if index.read(1) != b"\n":  # a line that a power cut left short must not take this one with it
                    row = b"\n" + row
            index.write(row + b"\n")
            index.flush()
            os.fsync(index.fileno())
        _sync_folder(self.folder)

    def files(self) -> dict[str, Path]:
        """sha256 → file, of every source kept, sorted; unfinished copies, folders and links are not sources."""
        return {path.name: path for path in self._entries() if _is_source(path)}

    def _entries(self) -> list[Path]:
        folder = self.path("")
        return sorted(folder.iterdir()) if folder.is_dir() else []

    def given(self) -> dict[str, str]:
        """sha256 → the name each source was first given under."""
        names: dict[str, str] = {}
        for row in self._rows():
            names.setdefault(row["sha256"], row["given"])
        return names

    def check(self) -> Iterator[tuple[str, str]]:
        """(name, what is wrong) for every source that is missing or no longer has its sha256, and what is none."""
        files = self.files()
        for path in self._entries():
            if path.name not in files and not path.name.startswith(UNFINISHED):
                yield path.name, "it is in the folder of the sources and is none: no file named by its sha256"
        for digest, path in files.items():
            if not _is_intact(path):
                yield digest, "its bytes have another sha256 than its name: they were changed"
        listed = {row["sha256"] for row in self._rows()}
        for digest in sorted(listed - files.keys()):
            yield digest, "it is in the custody list and not in the folder: it was taken away"
        for digest in sorted(files.keys() - listed):
            yield digest, "it is in the folder and not in the custody list: nobody is on record as having given it"

    def _rows(self) -> Iterator[dict[str, str]]:
        lines = self.index.read_text("utf-8", "replace").splitlines() if self.index.is_file() else []
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                yield {"sha256": str(row["sha256"]), "given": str(row["given"])}
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                what = f"line {number} of the custody list sources.jsonl is damaged: {error}"
                raise InputError(
                    what, "Mend or remove that line; the sources themselves are named by their sha256"
                ) from error


def _copy(stream: IO[bytes], into: IO[bytes] | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if into is not None:
            into.write(chunk)
    return digest.hexdigest(), size


def _is_source(path: Path) -> bool:
    return bool(_DIGEST.fullmatch(path.name)) and path.is_file() and not path.is_symlink()


def _is_intact(kept: Path) -> bool:
    with kept.open("rb") as stream:
        return _copy(stream, None)[0] == kept.name


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
