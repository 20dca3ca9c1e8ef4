"""What of a ledger's file is no longer as Sayso made it, beside and beneath the records.

The record hash speaks of rows. Whoever opens the ledger in another program reads views, searches an index, follows
keys and trusts columns that no record has: an edit of those is looked for here. The search index is checked by SQLite
itself, on a copy, since the check counts as writing.
"""

import contextlib
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from sayso.ledger.migrations import migrate
from sayso.ledger.store import Ledger
from sayso.ledger.tables import TABLES
from sayso.model import PERSISTED, Record

SEARCH_TABLES = ("articles_search", "claims_search")
_OF_SEARCH = re.compile(rf"(?:{'|'.join(SEARCH_TABLES)})_(?:data|idx|docsize|config|content)")

Finding = tuple[str, str]
"""(name of the table, view or trigger; what is wrong)"""


def structure(ledger: Ledger) -> Iterator[Finding]:
    """Every table, column, view, trigger and index that is not as a new ledger has it."""
    with create_engine("sqlite://").connect() as new:
        migrate(new)
        made = _schema(new)
    with ledger.reading() as connection:
        there = _schema(connection)
    for name in sorted(made.keys() | there.keys()):
        if name not in there:
            yield name, "it was removed"
        elif name not in made:
            yield name, "it is none of ours: it was added"
        elif made[name] != there[name]:
            yield name, "it is not as it was made"


def readable(ledger: Ledger) -> tuple[type[Record], ...]:
    """The kinds of record whose table, whatever was added to it, is still a plain table with all of its columns."""
    with ledger.reading() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        plain = {name for name, sql in rows if " ".join(str(sql).split()).upper().startswith("CREATE TABLE ")}
        columns = {
            kind: {row.name for row in connection.execute(text(f"PRAGMA table_info({table.name})"))}  # our own names
            for kind, table in TABLES.items()
            if table.name in plain
        }
    return tuple(kind for kind in PERSISTED if columns.get(kind, set()) >= set(TABLES[kind].columns.keys()))


def references(ledger: Ledger) -> Iterator[Finding]:
    """References that lead nowhere, and what SQLite finds damaged in the file."""
    with ledger.reading() as connection:
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield row[0], f"row {row[1]} refers to a row of {row[2]} that is not there"
        for (said,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if said != "ok":
                yield "the file", str(said)


def search(ledger: Ledger) -> Iterator[Finding]:
    """Search indexes that do not fit the words they index; to be asked only where `structure` finds them as made."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder, ledger.reading() as connection:
        copy = sqlite3.connect(Path(folder) / "copy.sqlite")
        with contextlib.closing(copy):
            original = connection.connection.driver_connection
            assert isinstance(original, sqlite3.Connection)
            original.backup(copy)
            for name in SEARCH_TABLES:
                try:
                    copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
                except sqlite3.DatabaseError:
                    yield name, "the search index does not fit the words it indexes"


def _schema(connection: Connection) -> dict[str, str]:
    """Name → statement that made it, white space folded. What search keeps for itself differs between versions."""
    rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master"))
    found = {str(name): (str(kind), str(sql)) for kind, name, sql in rows if not str(name).startswith("sqlite_stat")}
    return {
        name: kind if _OF_SEARCH.fullmatch(name) else f"{kind} {' '.join(sql.split())}"
        for name, (kind, sql) in found.items()
    }
