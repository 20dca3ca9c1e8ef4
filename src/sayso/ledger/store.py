"""The one file a case is kept in: put records in, get them out, know what is up to date.

Everything in a ledger follows from the preserved sources and the version of Sayso, so it can always be built
again. Writers hand over the whole outcome of one (stage, key) at a time; what the stage gave before for
that key and gives no longer is removed, and with it, by foreign keys, whatever was built on it.
"""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, Engine, select, text

from sayso.codec import TYPE_BY_NAME
from sayso.errors import MissingInputError
from sayso.ledger.connection import engine_for, settle, told
from sayso.ledger.migrations import check, migrate
from sayso.ledger.tables import TABLES, from_row, to_row
from sayso.model import PERSISTED, Activity, Record


class Outcome(NamedTuple):
    """What one stage made of one key, and a digest of what it was given."""

    key: str
    input_digest: str
    records: list[Record]


class BadRow(NamedTuple):
    """A row that is not, or no longer, a record: its table, its id and what is wrong."""

    table: str
    id: str
    detail: str


class Ledger:
    """An open ledger; use as a context manager. Every method raises LedgerError where the file does not serve."""

    def __init__(self, engine: Engine, path: Path, *, read_only: bool) -> None:
        self._engine = engine
        self._path = path
        self._read_only = read_only

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Self:
        """The ledger in the SQLite file `path`; raises MissingInputError or LedgerError.

        With `read_only` nothing is written, neither in the file nor beside it.
        """
        if not create and not path.is_file():
            raise MissingInputError(f"no ledger at {path.name}", "Run `sayso build` on the case first")
        engine = engine_for(path, read_only=read_only)
        try:
            with told(path), engine.connect() as connection:
                (check if read_only else migrate)(connection)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path, read_only=read_only)

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections, and leave one plain file."""
        self._engine.dispose()
        if not self._read_only:
            settle(self._path)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._path), self._engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for those who look at the tables themselves."""
        with told(self._path), self._engine.connect() as connection:
            yield connection

    def up_to_date(self, activity: Activity) -> dict[str, str]:
        """Key → input digest of what this very activity has done."""
        query = text("SELECT key, input_digest FROM _done WHERE stage = :stage AND activity_id = :activity")
        with self.reading() as connection:
            rows = connection.execute(query, {"stage": activity.stage, "activity": activity.id})
            return {row.key: row.input_digest for row in rows}

    def put(self, activity: Activity, outcomes: Iterable[Outcome]) -> None:
        """Keep the outcomes, in one transaction, in place of what the stage gave for the same keys before."""
        with self._writing() as connection:
            _insert(connection, [activity.stamped(activity.id)])
            for outcome in outcomes:
                _replace(connection, activity, outcome)

    def forget(self, stage: str, keys: Iterable[str]) -> None:
        """Remove what a stage gave for keys that no longer exist."""
        with self._writing() as connection:
            for key in keys:
                _drop(connection, stage, key, keep=set())
                connection.execute(text("DELETE FROM _done WHERE stage = :s AND key = :k"), {"s": stage, "k": key})

    def keys(self, stage: str) -> set[str]:
        """All keys a stage has an outcome for, in whatever version."""
        with self.reading() as connection:
            return set(connection.execute(text("SELECT key FROM _done WHERE stage = :s"), {"s": stage}).scalars())

    def forget_other_activities(self, current: Iterable[Activity]) -> None:
        """Remove activities, with all they made, that are not of the current pipeline."""
        kept = {activity.id for activity in current}
        with self._writing() as connection:
            for kind_id in set(connection.execute(select(TABLES[Activity].c.id)).scalars()) - kept:
                connection.execute(TABLES[Activity].delete().where(TABLES[Activity].c.id == kind_id))

    def records(self, *kinds: type[Record]) -> Iterator[Record]:
        """All records of the given types (of every type if none is given), by type and then by id."""
        with self.reading() as connection:
            for kind in kinds or PERSISTED:
                table = TABLES[kind]
                for row in connection.execute(select(table).order_by(table.c.id)).mappings():
                    yield from_row(kind, dict(row))

    def decoded(self, *kinds: type[Record]) -> Iterator[Record | BadRow]:
        """Records as `records` gives them, but in the place of a row that no longer gives its record what is wrong."""
        with self.reading() as connection:
            for kind in kinds or PERSISTED:
                table = TABLES[kind]
                for row in connection.execute(select(table).order_by(table.c.id)).mappings():
                    try:
                        yield from_row(kind, dict(row))
                    except Exception as error:  # whatever an edited row breaks, it is the row that does not fit
                        yield BadRow(table.name, str(row["id"]), str(error))


def _replace(connection: Connection, activity: Activity, outcome: Outcome) -> None:
    stage, key = activity.stage, outcome.key
    records = {(type(r).__name__, r.id): r.stamped(activity.id) for r in outcome.records}
    _drop(connection, stage, key, keep=set(records))
    _insert(connection, records.values())
    made = [{"s": stage, "k": key, "t": kind, "r": record_id} for kind, record_id in records]
    if made:
        connection.execute(text("INSERT OR IGNORE INTO _produced VALUES (:s, :k, :t, :r)"), made)
    done = {"s": stage, "k": key, "a": activity.id, "d": outcome.input_digest}
    connection.execute(text("INSERT OR REPLACE INTO _done VALUES (:s, :k, :a, :d)"), done)


def _drop(connection: Connection, stage: str, key: str, keep: set[tuple[str, str]]) -> None:
    """Remove what (stage, key) produced before, but for `keep` and what another key or stage gives too."""
    query = text("SELECT kind, record_id FROM _produced WHERE stage = :s AND key = :k")
    before = {(row.kind, row.record_id) for row in connection.execute(query, {"s": stage, "k": key})}
    for kind, record_id in sorted(before - keep):
        connection.execute(
            text("DELETE FROM _produced WHERE stage = :s AND key = :k AND kind = :t AND record_id = :r"),
            {"s": stage, "k": key, "t": kind, "r": record_id},
        )
        others = text("SELECT 1 FROM _produced WHERE kind = :t AND record_id = :r LIMIT 1")
        if connection.execute(others, {"t": kind, "r": record_id}).first() is None:
            table = TABLES[TYPE_BY_NAME[kind]]
            connection.execute(table.delete().where(table.c.id == record_id))


def _insert(connection: Connection, records: Iterable[Record]) -> None:
    by_kind: dict[type[Record], list[dict[str, Any]]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(to_row(record))
    for kind in filter(by_kind.__contains__, PERSISTED):
        names = [column.name for column in TABLES[kind].columns]
        quoted, values = ", ".join(f'"{n}"' for n in names), ", ".join(f":{n}" for n in names)
        updates = ", ".join(f'"{n}" = excluded."{n}"' for n in names if n != "id")
        # Two stages may give one record (an agency, say). The rule that picks must not depend on which ran last.
        statement = (
            f"INSERT INTO {TABLES[kind].name} ({quoted}) VALUES ({values}) "  # noqa: S608 (the names are our own)
            f"ON CONFLICT (id) DO UPDATE SET {updates} WHERE excluded.made_by <= {TABLES[kind].name}.made_by"
        )
        connection.execute(text(statement), by_kind[kind])
