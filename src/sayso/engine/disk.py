"""Shards in files of this machine, worked on one at a time: lineage over texts that do not fit into memory.

What is in memory at once is one shard with what a step makes of it, and what the driver gathers: numbers. Everything
else lies in files without a name in the folder for temporary files, which the system takes back as soon as they are
closed or the process ends, however it ends. A text is written once: where a shard holds a document, its file has the
place at which the document stands.
"""

import contextlib
import errno
import io
import os
import pickle
import tempfile
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

from sayso.errors import EngineError
from sayso.lineage.compare import no_collector
from sayso.lineage.documents import Document
from sayso.lineage.shards import Shards

T = TypeVar("T")
U = TypeVar("U")
Progress = Callable[[str, int, int], None]
Place = tuple[int, int]
"""Where something stands in a file, and how many bytes it takes."""

_Known = tuple[dict[Place, Document], dict[int, Place]]
_LARGE = Path("/var/tmp")  # noqa: S108 (files without a name); on a disk where /tmp may lie in memory
_BUFFER = 1 << 20


def spill_folder() -> Path:
    """Where files go: TMPDIR, else the folder that systems keep on a disk for large temporary files."""
    if not os.environ.get("TMPDIR") and os.access(_LARGE, os.W_OK | os.X_OK):
        return _LARGE
    return Path(tempfile.gettempdir())


class Spool:
    """A file without a name to which byte strings are appended and from which they are read again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 (closed with the last reader)
        weakref.finalize(self, self._file.close)
        self._waiting = bytearray()
        self._written = 0

    def add(self, content: bytes) -> Place:
        """Keep `content`; raises EngineError where the disk is full."""
        start = len(self)
        self._waiting += content
        if len(self._waiting) >= _BUFFER:
            self._write()
        return start, len(content)

    def __len__(self) -> int:
        """The bytes kept."""
        return self._written + len(self._waiting)

    def read(self, place: Place) -> bytes:
        """What was kept there; raises EngineError where the disk is full."""
        start, size = place
        if start + size > self._written:
            self._write()
        parts = []
        while size > 0:  # the system gives 2 GB at a time at the most
            parts.append(os.pread(self._file.fileno(), size, start))
            start, size = start + len(parts[-1]), size - len(parts[-1])
            assert parts[-1]
        return b"".join(parts)

    def _write(self) -> None:
        left = memoryview(bytes(self._waiting))
        self._waiting.clear()
        try:
            while left:
                done = self._file.write(left)
                self._written += done
                left = left[done:]
        except OSError as error:
            raise self._in_words(error) from error

    def _in_words(self, error: OSError) -> EngineError | OSError:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return error
        return EngineError(f"no room left in {self._folder} for what does not fit into memory",
                           "Name a folder with more room in TMPDIR; `sayso plan` says how much is needed")  # fmt: skip


class _Texts:
    """Documents, each written once; those that the step at work has read or written are known by their place."""

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder)
        self._known: _Known = {}, {}

    def place(self, document: Document) -> Place:
        """Where the document stands."""
        known = self._known[1].get(id(document))
        if known is None:
            known = self._spool.add(pickle.dumps(document, pickle.HIGHEST_PROTOCOL))
            self._know(known, document)
        return known

    def at(self, place: Place) -> Document:
        """The document that stands there."""
        known = self._known[0].get(place)
        if known is None:
            known = pickle.loads(self._spool.read(place))  # noqa: S301 (our own bytes)
            assert isinstance(known, Document)
            self._know(place, known)
        return known

    @property
    def size(self) -> int:
        """The bytes that all documents take."""
        return len(self._spool)

    def forget(self) -> None:
        """The step is done."""
        for known in self._known:
            known.clear()

    @contextlib.contextmanager
    def apart(self) -> Iterator[None]:
        """What other steps read and write, in the midst of one, is not mixed up with its own."""
        outer, self._known = self._known, ({}, {})
        try:
            yield
        finally:
            self._known = outer

    def _know(self, place: Place, document: Document) -> None:
        self._known[0][place] = document  # held, so that no other object gets its id
        self._known[1][id(document)] = place


class _Pickler(pickle.Pickler):
    def __init__(self, into: io.BytesIO, texts: _Texts) -> None:
        super().__init__(into, pickle.HIGHEST_PROTOCOL)
        self._texts = texts

    def persistent_id(self, item: Any) -> Place | None:
        return self._texts.place(item) if type(item) is Document else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, given: io.BytesIO, texts: _Texts) -> None:
        super().__init__(given)
        self._texts = texts

    def persistent_load(self, place: Place) -> Document:
        return self._texts.at(place)


class DiskCluster:
    """Where the shards lie: files in `folder`, steps in this process; use as a context manager.

    `progress` hears of each step's shards. Raises EngineError where the disk is full.
    """

    parallelism = 1

    def __init__(self, folder: Path | None = None, progress: Progress | None = None) -> None:
        self.folder = folder or spill_folder()
        self.texts = _Texts(self.folder)
        self.what = ""
        self.kept_bytes = 0  # in files, when the last step ended
        self._progress = progress
        self._spools: weakref.WeakSet[Spool] = weakref.WeakSet()
        self._held = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """The cluster; objects are read and dropped by the million and make no cycles, so none are looked for."""
        self._held.enter_context(no_collector())
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it."""
        self._held.close()

    def spool(self) -> Spool:
        """A new file."""
        made = Spool(self.folder)
        self._spools.add(made)
        return made

    def shards(self, values: Iterable[T]) -> "DiskShards[T]":
        """A shard for each value; the values are taken one by one."""
        spool, places = self.spool(), []
        for value in values:
            places.append(spool.add(self.packed(value)))
            self.texts.forget()
        return self._stored(spool, places)

    def _stored(self, spool: Spool, places: list[Place]) -> "DiskShards[Any]":
        return DiskShards(self, len(places), lambda number: self.unpacked(spool.read(places[number])))

    def packed(self, value: Any) -> bytes:
        """The value as bytes."""
        into = io.BytesIO()
        _Pickler(into, self.texts).dump(value)
        return into.getvalue()

    def unpacked(self, content: bytes) -> Any:
        """The value that the bytes are."""
        return _Unpickler(io.BytesIO(content), self.texts).load()

    def each_of(self, shards: "DiskShards[T]") -> Iterator[tuple[int, T]]:
        """Number and value of every shard, worked out one by one and counted aloud."""
        with self.texts.apart():
            for number in range(len(shards)):
                self._tell(number, len(shards))
                yield number, shards.value(number)
                self.texts.forget()
        self.kept_bytes = self.texts.size + sum(map(len, self._spools))
        self._tell(len(shards), len(shards))

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None and self.what:
            self._progress(self.what, done, total)


class DiskShards(Shards[T]):
    """Shards of which each is worked out when it is asked for; post and what is kept lies in files."""

    def __init__(self, cluster: DiskCluster, count: int, value: Callable[[int], T]) -> None:
        self._cluster = cluster
        self._count = count
        self.value = value

    def __len__(self) -> int:
        """The number of shards."""
        return self._count

    def each(self, step: Callable[[int, T], U]) -> "DiskShards[U]":
        """`step(number, value)` for every shard."""
        value = self.value
        return DiskShards(self._cluster, self._count, lambda number: step(number, value(number)))

    def beside(self, other: Shards[U]) -> "DiskShards[tuple[T, U]]":
        """The values of two collections side by side."""
        assert isinstance(other, DiskShards)
        assert len(other) == len(self)
        mine, others = self.value, other.value
        return DiskShards(self._cluster, self._count, lambda number: (mine(number), others(number)))

    def delivered(self, count: int) -> "DiskShards[list[Any]]":
        """The post, as `count` shards receive it; sent when the first of them asks."""
        return DiskShards(self._cluster, count, _Post(self._cluster, self, count).received)

    def kept(self, what: str) -> Self:
        """The same, worked out now."""
        self._cluster.what = what
        spool, places = self._cluster.spool(), []
        for _, value in self._cluster.each_of(self):
            places.append(spool.add(self._cluster.packed(value)))
        cluster = self._cluster
        self.value = lambda number: cluster.unpacked(spool.read(places[number]))
        return self

    def values(self) -> list[T]:
        """The values in their order."""
        return list(self.streamed())

    def streamed(self) -> Iterator[T]:
        """The values in their order, one by one."""
        for _, value in self._cluster.each_of(self):
            yield value


class _Post:
    """Messages in one file, and for each receiver where those for it stand, in the order of the senders."""

    def __init__(self, cluster: DiskCluster, senders: DiskShards[Any], count: int) -> None:
        self._cluster = cluster
        self._senders: DiskShards[Any] | None = senders
        self._boxes = [array("q") for _ in range(count)]
        self._spool = cluster.spool()

    def received(self, number: int) -> list[Any]:
        """All that was sent to a shard."""
        if self._senders is not None:
            senders, self._senders = self._senders, None
            for _, value in self._cluster.each_of(senders):
                assert isinstance(value, Mapping)
                for receiver, message in value.items():
                    self._boxes[receiver].extend(self._spool.add(self._cluster.packed(message)))
        box = self._boxes[number]
        return [self._cluster.unpacked(self._spool.read((box[at], box[at + 1]))) for at in range(0, len(box), 2)]
