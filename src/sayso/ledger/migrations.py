"""How a ledger file comes to have its present shape: named functions, each committed with the row that records it.

A step is never edited once released; a new shape is a new step at the end. As in sqlite-utils' migrations,
the steps and their records are one transaction, so an interrupted upgrade is simply run again.
"""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text

from sayso.errors import DamagedLedgerError, LedgerError
from sayso.ledger import views
from sayso.ledger.tables import METADATA

MEMO = """
CREATE TABLE _done (stage TEXT NOT NULL, key TEXT NOT NULL, activity_id TEXT NOT NULL, input_digest TEXT NOT NULL,
                    PRIMARY KEY (stage, key)) WITHOUT ROWID;
CREATE TABLE _produced (stage TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL,
                        PRIMARY KEY (stage, key, kind, record_id)) WITHOUT ROWID;
CREATE INDEX _produced_by_record ON _produced (kind, record_id);
"""


def create_records(connection: Connection) -> None:
    """One table a record type."""
    METADATA.create_all(connection)


def create_memo(connection: Connection) -> None:
    """What each stage was run on and what came out: lets a build resume and redo only what changed."""
    for statement in filter(str.strip, MEMO.split(";")):
        connection.execute(text(statement))


def create_views(connection: Connection) -> None:
    """The views that people read, and full-text search."""
    for statement in (*views.VIEWS, *views.SEARCH):
        connection.exec_driver_sql(statement)


def create_member_views(connection: Connection) -> None:
    """Views that unfold the lists of ids."""
    for statement in views.MEMBERS:
        connection.exec_driver_sql(statement)


STEPS: tuple[Callable[[Connection], None], ...] = (create_records, create_memo, create_views, create_member_views)


def migrate(connection: Connection) -> None:
    """Bring the ledger up to date; raises LedgerError if a newer Sayso made it, or the list of steps was emptied."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver opens no transaction for DDL of its own accord
    connection.execute(text("CREATE TABLE IF NOT EXISTS _migrations (name TEXT PRIMARY KEY)"))
    applied = _applied(connection)
    if not applied and inspect(connection).has_table("_done"):
        raise _without_steps()
    for step in STEPS:
        if step.__name__ not in applied:
            step(connection)
            connection.execute(text("INSERT INTO _migrations VALUES (:name)"), {"name": step.__name__})
    connection.commit()


def check(connection: Connection) -> None:
    """Raise LedgerError unless the ledger has the present shape; nothing is written."""
    applied = _applied(connection)
    if not applied:
        raise _without_steps()
    if len(applied) < len(STEPS):
        raise LedgerError("this ledger was made by an older version of Sayso", "Build the case again: sayso build")


def _applied(connection: Connection) -> set[str]:
    applied = set(connection.execute(text("SELECT name FROM _migrations")).scalars())
    unknown = applied - {step.__name__ for step in STEPS}
    if unknown:
        raise LedgerError(f"this ledger has a shape we do not know: {', '.join(sorted(unknown))}", "Upgrade Sayso")
    return applied


def _without_steps() -> DamagedLedgerError:
    hint = "Remove it and build again: all in it follows from the sources"
    return DamagedLedgerError("the ledger no longer says which steps made it", hint)
