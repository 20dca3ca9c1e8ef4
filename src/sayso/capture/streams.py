"""Bytes read forwards with look-ahead, plain or gzipped, within limits on what they may unpack to.

Both kinds serve the archive reader, which needs three things that `gzip` and `io` do not give together:
where in the file a gzip member starts, what went wrong without losing what was read before it, and a bound
on memory whatever the input is. No call holds more than it returns plus 128 KiB.
"""

import io
import zlib
from abc import ABC, abstractmethod
from typing import BinaryIO

from sayso.errors import RefusedError, SaysoError
from sayso.settings import Limits
from sayso.vocab import SkipReason

CHUNK = 64 * 1024
FREE_EXPANSION = 1024 * 1024
"""A ratio says nothing about a small page of blanks: the first MiB that comes out is never held against it."""

RESUME_TRIALS = 1000
"""Chance puts a gzip signature into one of 2^24 places, so more than a few false ones are there on purpose."""

GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib's number for "a gzip header, a window of 2^15"


class PayloadRefusedError(RefusedError):
    """Something in the input cannot or must not be read; `reason` is what its `Skip` says."""

    def __init__(self, reason: SkipReason, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    def __reduce__(self) -> tuple[type[SaysoError], tuple[str, str]]:
        """Survive the trip between worker processes with the reason intact."""
        return (type(self), (self.reason, self.message))


class ByteStream(ABC):
    """Bytes read once, from front to back.

    `fault_ahead` is why they end too early, as soon as that is known: bytes before that place may still be unread.
    """

    def __init__(self) -> None:
        self.fault_ahead: PayloadRefusedError | None = None
        self._buffer = bytearray()
        self._position = 0

    @abstractmethod
    def _more(self) -> bytes:
        """The next bytes, at most `CHUNK`; none at the end."""

    @abstractmethod
    def locator(self) -> str:
        """The steps that lead back to the record that starts here."""

    @abstractmethod
    def resume(self, marks: tuple[bytes, ...]) -> bool:
        """Go on at the next place, after the record begun last, where one of `marks` stands; False if none does."""

    @property
    def fault(self) -> PayloadRefusedError | None:
        """Why there are no more bytes, None while there are some or if they came to their proper end."""
        return None if self._buffer else self.fault_ahead

    def tell(self) -> int:
        """How many bytes lie before the next one."""
        return self._position

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end, left where they are."""
        while len(self._buffer) < size and (more := self._more()):
            self._buffer += more
        return bytes(self._buffer[:size])

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end."""
        taken = self.peek(size)
        self._drop(len(taken))
        return taken

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; how many there were."""
        passed = 0
        while passed < size and self.peek(1):
            step = min(size - passed, len(self._buffer))
            self._drop(step)
            passed += step
        return passed

    def read_line(self, limit: int) -> bytes:
        """The next bytes up to and with the line feed, at most `limit` of them."""
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0 and len(self._buffer) < limit:
            searched = len(self._buffer)
            more = self._more()
            if not more:
                break
            self._buffer += more
        return self.read(min(end + 1 if end >= 0 else limit, limit))

    def _drop(self, size: int) -> None:
        del self._buffer[:size]
        self._position += size


class PlainStream(ByteStream):
    """The bytes of a file as they are, from `offset` on."""

    def __init__(self, file: BinaryIO, offset: int = 0) -> None:
        super().__init__()
        self._file = file
        self._position = offset
        self._begun = offset
        file.seek(offset)

    def _more(self) -> bytes:
        return self._file.read(CHUNK)

    def locator(self) -> str:
        """`warc:<offset>`, the offset counted from the start of the file."""
        self._begun = self._position
        return f"warc:{self._position}"

    def resume(self, marks: tuple[bytes, ...]) -> bool:
        """See `ByteStream.resume`; a mark counts at the start of a line only."""
        self._move(self._begun)
        self.skip(1)
        while ahead := self.peek(CHUNK):
            found = [at for mark in marks if (at := ahead.find(b"\n" + mark)) >= 0]
            if found:
                self.skip(min(found) + 1)
                return True
            self.skip(max(1, len(ahead) - max(map(len, marks))))
        return False

    def _move(self, offset: int) -> None:
        self._file.seek(offset)
        self._buffer.clear()
        self._position = offset


class GzipStream(ByteStream):
    """What the gzip members of a file unpack to, from the member at `offset` on.

    `tell` counts unpacked bytes. Damage ends the stream and is told by `fault`; a member whose checksum does not
    fit is damaged, and its last 64 KiB are not given; unpacking to more than
    `limits.expansion_ratio` times what was packed raises `PayloadRefusedError`.
    """

    def __init__(self, file: BinaryIO, limits: Limits, offset: int = 0) -> None:
        super().__init__()
        self._file = file
        self._limits = limits
        self._inflater: zlib._Decompress | None = None
        self._more_inside = False
        self._packed = b""
        self._packed_end = offset
        self._begun = offset  # the member in which the record begun last starts
        self._member_packed = 0
        self._member_unpacked = 0
        self._packed_so_far = 0  # since the start, or since damage was passed
        self._unpacked_so_far = 0
        self._unpacked = 0
        self._members: dict[int, int] = {}  # where each starts: unpacked, in the file
        file.seek(offset)

    def _more(self) -> bytes:
        while self.fault_ahead is None:
            if not self._packed and not self._more_inside and not self._read_packed():
                return b""
            if self._inflater is None and not self._begin_member():
                return b""
            unpacked = self._inflate()
            if unpacked:
                return unpacked
        return b""

    def _read_packed(self) -> bool:
        self._packed = self._file.read(CHUNK)
        self._packed_end += len(self._packed)
        if not self._packed and self._inflater is not None:
            self.fault_ahead = PayloadRefusedError(SkipReason.TRUNCATED, "the gzip data ends too early")
        return bool(self._packed)

    def _begin_member(self) -> bool:
        self._packed = self._packed.lstrip(b"\0")  # tapes and some tools pad with zeroes between members
        while len(self._packed) < len(GZIP_MAGIC) and (more := self._file.read(CHUNK)):
            self._packed = (self._packed + more).lstrip(b"\0")
            self._packed_end += len(more)
        if not self._packed:
            return False
        if not self._packed.startswith(GZIP_MAGIC):
            detail = "bytes that are not gzip follow the gzip data"  # which itself is whole
            self.fault_ahead = PayloadRefusedError(SkipReason.UNKNOWN_TYPE, detail)
            return False
        self._inflater = zlib.decompressobj(_GZIP_WINDOW)
        self._member_packed = self._member_unpacked = 0
        passed = [at for at in self._members if at <= self._position]
        for at in passed[:-1]:
            del self._members[at]
        self._members[self._unpacked] = self._packed_end - len(self._packed)
        return True

    def _inflate(self) -> bytes:
        inflater = self._inflater
        assert inflater is not None
        before = len(self._packed)
        try:
            unpacked = inflater.decompress(self._packed, CHUNK)
        except zlib.error as error:
            self.fault_ahead = PayloadRefusedError(SkipReason.MALFORMED, f"the gzip data is damaged ({error})")
            return b""
        self._packed = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        self._more_inside = len(unpacked) == CHUNK and not inflater.eof
        if inflater.eof:
            self._inflater = None
        self._count(before - len(self._packed), len(unpacked))
        return unpacked

    def _count(self, packed: int, unpacked: int) -> None:
        self._unpacked += unpacked
        self._member_packed += packed
        self._member_unpacked += unpacked
        self._packed_so_far += packed
        self._unpacked_so_far += unpacked
        check_expansion(self._member_unpacked, self._member_packed, self._limits)
        check_expansion(self._unpacked_so_far, self._packed_so_far, self._limits)  # a bomb of many small members

    def locator(self) -> str:
        """`warc:<offset of the member>`; within a member, `gzip:<offset of the member>/warc:<offset unpacked>`."""
        self.peek(1)
        start = max((at for at in self._members if at <= self._position), default=0)
        offset = self._members.get(start, 0)
        inside = self._position - start
        self._begun = offset
        return f"gzip:{offset}/warc:{inside}" if inside else f"warc:{offset}"

    def resume(self, marks: tuple[bytes, ...]) -> bool:
        """See `ByteStream.resume`; a mark counts at the start of a member only."""
        offset = self._begun
        for _ in range(RESUME_TRIALS):
            offset = _find(self._file, GZIP_MAGIC + b"\x08", offset + 1)
            if offset < 0:
                return False
            trial = GzipStream(self._file, self._limits, offset)
            ahead = trial.peek(max(map(len, marks)))
            if ahead.startswith(marks) and trial.fault_ahead is None:
                self._restart(offset)
                return True
        return False

    def _restart(self, offset: int) -> None:
        self._file.seek(offset)
        self._packed, self._packed_end = b"", offset
        self._inflater, self._more_inside, self.fault_ahead = None, False, None
        self._packed_so_far = self._unpacked_so_far = 0
        self._buffer.clear()
        self._position = self._unpacked
        self._members = {}


def check_expansion(unpacked: int, packed: int, limits: Limits) -> None:
    """Raise `PayloadRefusedError` (bomb) once what came out is out of proportion to what went in."""
    if unpacked > FREE_EXPANSION and unpacked > limits.expansion_ratio * max(packed, 1):
        raise PayloadRefusedError(
            SkipReason.BOMB,
            f"{packed} bytes unpack to more than {unpacked}; more than {limits.expansion_ratio} to 1 is refused",
        )


def _find(file: BinaryIO, what: bytes, offset: int) -> int:
    """Where `what` next stands in `file` from `offset` on, -1 if nowhere."""
    file.seek(offset)
    kept = b""
    while chunk := file.read(CHUNK):
        ahead = kept + chunk
        at = ahead.find(what)
        if at >= 0:
            return offset - len(kept) + at
        offset += len(chunk)
        kept = ahead[-len(what) + 1 :]
    return -1


class Window(io.RawIOBase):
    """`length` bytes of a file from `start` on, as a file of their own: a member that a zip holds unpacked."""

    def __init__(self, file: BinaryIO, start: int, length: int) -> None:
        super().__init__()
        self._file = file
        self._start = start
        self._length = length
        self._at = 0

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True."""
        return True

    def tell(self) -> int:
        """How many bytes of the window lie before the next one."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to `offset` of the window."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, fewer at the end of the window."""
        left = max(0, self._length - self._at)
        self._file.seek(self._start + self._at)
        taken = self._file.read(left if size < 0 else min(size, left))
        self._at += len(taken)
        return taken
