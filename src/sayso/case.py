"""A case: one folder with the sources of one event, the ledger made from them, and a manifest.

case/
  sources/<sha256>   the bytes as given, read-only, never edited
  sources.jsonl      what was given, when, under which name (append-only)
  ledger.sqlite      everything that follows from the sources; may be removed and built again
  links.jsonl        what a hand has said about two appearances: one claim, or not (append-only, absent at first)
  manifest.json      versions, activities and their clocks, counts, the ledger hash
"""

import dataclasses
import datetime
import importlib.metadata
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

import msgspec

from sayso.building import Progress, build
from sayso.capture.discover import discover
from sayso.capture.sources import Sources
from sayso.codec import SCHEMA_VERSION, hash_records
from sayso.engine.local import Engine
from sayso.errors import InputError, MissingInputError, UsageError
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.model import PERSISTED, Claim, ClaimMention, Record
from sayso.settings import Settings

SHORTEST_ID = 8  # characters; "cla_" and four more


class StoredActivity(TypedDict):
    """An activity as the manifest names it."""

    id: str
    stage: str
    version: str
    config_digest: str


class Clocks(TypedDict):
    """When a build began and ended, ISO 8601."""

    started_at: str
    ended_at: str


class Custody(TypedDict):
    """The custody list as it was when a build began: so many bytes, and their sha256."""

    size: int
    sha256: str


class StoredManifest(TypedDict):
    """What manifest.json holds. `custody` is absent from those of earlier versions."""

    schema: str
    sayso: str
    ledger_hash: str
    sources: list[str]
    counts: dict[str, int]
    activities: list[StoredActivity]
    built: Clocks
    custody: NotRequired[Custody]


LinkKind = Literal["same", "apart", "undo"]


class Link(TypedDict):
    """What a hand has said about two appearances, and when; the last word about a pair counts."""

    link: LinkKind
    mentions: tuple[str, str]
    at: str


@dataclasses.dataclass(frozen=True, slots=True)
class Added:
    """One source kept: its sha256, the name it was given under, and whether it was new."""

    digest: str
    given: str
    new: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """An open case folder."""

    folder: Path
    settings: Settings = Settings()

    @classmethod
    def open(cls, folder: Path) -> "Case":
        """The case in `folder`; raises MissingInputError if there is none."""
        case = cls(folder)
        if not case.sources.index.is_file():
            raise MissingInputError(f"{folder} holds no case", f"Make one: sayso add {folder} INPUT")
        return case

    @classmethod
    def create(cls, folder: Path) -> "Case":
        """The case in `folder`, made when absent; raises UsageError rather than settle in a folder of other things."""
        case = cls(folder)
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file, and a case is a folder", "Name the case first, then the inputs")
        if folder.is_dir() and not case.sources.index.is_file() and any(folder.iterdir()):
            raise UsageError(f"{folder} holds other files", "Name a new or empty folder for the case")
        return case

    @property
    def sources(self) -> Sources:
        """The preserved bytes."""
        return Sources(self.folder)

    @property
    def ledger_path(self) -> Path:
        """The SQLite file."""
        return self.folder / "ledger.sqlite"

    @property
    def manifest_path(self) -> Path:
        """The manifest of the last finished build."""
        return self.folder / "manifest.json"

    @property
    def links_path(self) -> Path:
        """The links by hand."""
        return self.folder / "links.jsonl"

    def links(self) -> dict[tuple[str, str], LinkKind]:
        """For each pair of appearances that a hand has spoken of the last word about it; raises InputError."""
        if not self.links_path.is_file():
            return {}
        said: dict[tuple[str, str], LinkKind] = {}
        for number, line in enumerate(self.links_path.read_bytes().splitlines(), start=1):
            try:
                link = msgspec.json.decode(line, type=Link)
            except (ValueError, RecursionError) as error:
                detail = f"{self.links_path.name}, line {number} is no link: {error}"
                raise InputError(detail, "Remove the line, or the file, and link again") from error
            one, other = sorted(link["mentions"])
            said[one, other] = link["link"]
        return said

    def link(self, kind: LinkKind, ids: tuple[str, str], now: datetime.datetime) -> tuple[str, str]:
        """Keep what a hand says about two appearances, each given by its id, its claim's, or how one of them begins.

        Gives the two appearances; of a claim it is its first. Raises UsageError where an id names none, or several.
        """
        known: dict[str, str] = {}
        for record in self.records():
            if isinstance(record, Claim):
                known[record.id] = record.first_mention_id
            elif isinstance(record, ClaimMention):
                known[record.id] = record.id
        one, other = sorted(_named(given, known) for given in ids)
        if one == other:
            raise UsageError(f"{ids[0]} and {ids[1]} are one appearance", "Name two")
        line = Link(link=kind, mentions=(one, other), at=now.isoformat(timespec="seconds"))
        with self.links_path.open("ab") as file:
            file.write(msgspec.json.encode(line) + b"\n")
        return one, other

    def _settings(self) -> Settings:
        """The settings with what a hand has said: whoever changes that re-runs the matching, and what follows."""
        links = self.links()
        same, apart = (
            tuple(sorted(pair for pair, said in links.items() if said == kind)) for kind in ("same", "apart")
        )
        return dataclasses.replace(
            self.settings, match=dataclasses.replace(self.settings.match, same=same, apart=apart)
        )

    def custody(self) -> tuple[dict[str, str], dict[str, str]]:
        """The name each source was given under, and what is wrong with those that no longer have their bytes.

        Both by sha256. Every file is read through. A damaged custody list is told as what is wrong with it.
        """
        try:
            return self.sources.given(), dict(self.sources.check())
        except InputError as error:
            return {}, {self.sources.index.name: str(error)}

    def add(self, given: Sequence[str], now: datetime.datetime) -> Iterator[Added]:
        """Keep the inputs byte for byte; each is reported once it is safely on disk."""
        for item in discover(given, self.settings.limits):
            digest, new = self.sources.add(item, now)
            yield Added(digest, item.name, new)

    def build(self, engine: Engine, progress: Progress) -> StoredManifest:
        """Bring the ledger up to date and write the manifest, which is returned."""
        started = datetime.datetime.now(datetime.UTC)
        custody = self.sources.index.read_bytes()
        files, settings = self.sources.files(), self._settings()
        if not files:
            raise InputError(f"{self.folder} has no sources", f"Add some: sayso add {self.folder} INPUT")
        with Ledger.open(self.ledger_path, create=True) as ledger:
            self.manifest_path.unlink(missing_ok=True)  # it speaks of the last finished build, and this one begins
            activities = build(ledger, files, settings, engine, progress)
            kept = list(ledger.records())
        counts = Counter(type(record).__name__ for record in kept)
        manifest: StoredManifest = {
            "schema": f"sayso-ledger/{SCHEMA_VERSION}",
            "sayso": importlib.metadata.version("sayso"),
            "ledger_hash": hash_records(kept),
            "sources": sorted(files),
            "custody": {"size": len(custody), "sha256": sha256(custody)},
            "counts": {kind.__name__: counts[kind.__name__] for kind in PERSISTED},
            "activities": [
                {"id": a.id, "stage": a.stage, "version": a.version, "config_digest": a.config_digest}
                for a in activities
            ],
            "built": {"started_at": started.isoformat(), "ended_at": datetime.datetime.now(datetime.UTC).isoformat()},
        }
        _write_whole(self.manifest_path, json.dumps(manifest, indent=1, ensure_ascii=False))
        return manifest

    def manifest(self) -> StoredManifest:
        """The manifest of the last build; raises MissingInputError or InputError."""
        if not self.manifest_path.is_file():
            raise MissingInputError(f"{self.folder} has no finished build", f"Run: sayso build {self.folder}")
        try:
            manifest = msgspec.json.decode(self.manifest_path.read_bytes(), type=StoredManifest)
            datetime.datetime.fromisoformat(manifest["built"]["ended_at"])
            return manifest
        except (ValueError, RecursionError) as error:
            raise InputError(f"manifest.json is damaged: {error}", f"Run: sayso build {self.folder}") from error

    def records(self) -> list[Record]:
        """Everything in the ledger."""
        self.manifest()
        with Ledger.open(self.ledger_path, read_only=True) as ledger:
            return list(ledger.records())


def _named(given: str, known: dict[str, str]) -> str:
    """The appearance that an id, or the beginning of one, names."""
    found = {mention for name, mention in known.items() if name == given} or {
        mention for name, mention in known.items() if name.startswith(given) and len(given) >= SHORTEST_ID
    }
    if len(found) != 1:
        said = f"several appearances begin with {given}" if found else f"no claim or appearance has the id {given}"
        raise UsageError(said, "Take an id, of 8 characters at least, from: sayso export CASE --format json -o -")
    return found.pop()


def _write_whole(path: Path, content: str) -> None:
    """Write a file so that a reader sees the old one or the new one, never half."""
    part = path.with_suffix(".part")
    part.write_text(content, "utf-8")
    part.replace(path)
