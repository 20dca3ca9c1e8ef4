"""Connections to a ledger file: for writing, or for reading without leaving a trace; and what its errors mean.

While a ledger is written it is in WAL mode, so that others can read it; at rest it is one plain file again, which a
read-only archive can hold. Reading opens it with `mode=ro`: nothing is migrated, no file appears beside it.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from sayso.errors import DamagedLedgerError, LedgerError

BUSY_S = 10.0  # how long to wait for another program that is writing
_WRITING = ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL")
_READING = ("foreign_keys = ON", "query_only = ON", "trusted_schema = OFF")
_WRITE_AHEAD = 2  # byte 18 of a database file in WAL mode


def engine_for(path: Path, *, read_only: bool) -> Engine:
    """The engine for the SQLite file `path`, whatever characters its name has."""
    uri = path.resolve().as_uri()
    mode = f"{uri}?{_reading_mode(path)}" if read_only else f"{uri}?mode=rwc"

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(mode, uri=True, timeout=BUSY_S, check_same_thread=False)
        if read_only:  # an edited ledger may hold bytes that are no text: they are to be found, not to stop the search
            raw.text_factory = lambda text: text.decode("utf-8", "replace")
        for pragma in _READING if read_only else _WRITING:
            raw.execute(f"PRAGMA {pragma}")
        return raw

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool)


def _reading_mode(path: Path) -> str:
    """`immutable` for a ledger that was left in WAL mode and has no log: to read it otherwise would make one."""
    with path.open("rb") as file:
        header = file.read(20)
    log = path.with_name(path.name + "-wal")
    at_rest = len(header) == 20 and header[18] == _WRITE_AHEAD and not log.exists()
    return "immutable=1" if at_rest else "mode=ro"


def settle(path: Path) -> None:
    """Make a written ledger one plain file again, unless another program is still using it."""
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=0)
    with contextlib.suppress(sqlite3.Error):
        raw.execute("PRAGMA journal_mode = DELETE")
    raw.close()


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Give errors of the database as a LedgerError that says what to try."""
    try:
        yield
    except SQLAlchemyError as error:
        original = error.orig if isinstance(error, DBAPIError) else None
        reason = getattr(original, "sqlite_errorname", "")
        if reason.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            what, hint = f"{path.name} is in use by another program", "Wait for it or close it, then try again"
            raise LedgerError(what, hint) from error
        if reason.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
            what = f"{path.name} cannot be used: {original}"
            raise LedgerError(what, "Check its permissions and the space on the disk") from error
        what = f"{path.name} is not a readable ledger: {original or error}"
        raise DamagedLedgerError(what, "Remove it and build again: all in it follows from the sources") from error
