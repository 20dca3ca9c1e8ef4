"""Opening a ledger: odd paths, other programs, damaged files, archives that may only be read."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import DamagedLedgerError, LedgerError
from sayso.ledger import connection, integrity, migrations
from sayso.ledger.store import Ledger, Outcome
from sayso.model import Activity, Skip
from sayso.vocab import SkipReason

READ = Activity(stage="intake", version="1", config_digest="")
OUTCOME = Outcome("k", "d", [Skip(stage="intake", subject="x", reason=SkipReason.EMPTY, detail="nothing")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        ledger.put(READ, [OUTCOME])
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_S", 0.01)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["q?x", "a#b", "50%20", "with blank", ":memory:", "file:x"])
def test_the_ledger_is_where_its_path_says(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    with Ledger.open(folder / "ledger.sqlite", create=True) as ledger:
        ledger.put(READ, [OUTCOME])
    assert [path.name for path in folder.iterdir()] == ["ledger.sqlite"]
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Ledger.open(folder / "ledger.sqlite", read_only=True) as ledger:
        assert ledger.keys("intake") == {"k"}


def test_reading_leaves_no_trace(path: Path) -> None:
    before = snapshot(path.parent)
    with Ledger.open(path, read_only=True) as ledger:
        assert len(list(ledger.records())) == 2
    assert snapshot(path.parent) == before


def test_reading_a_ledger_left_in_wal_mode_leaves_no_trace(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    before = snapshot(path.parent)
    with Ledger.open(path, read_only=True) as ledger:
        assert len(list(ledger.records())) == 2
    assert snapshot(path.parent) == before


def test_what_another_program_is_still_writing_is_read_too(path: Path) -> None:
    with Ledger.open(path) as writer:
        writer.put(READ, [OUTCOME._replace(key="other")])
        with Ledger.open(path, read_only=True) as ledger:
            assert ledger.keys("intake") == {"k", "other"}


@pytest.mark.usefixtures("impatient")
def test_a_ledger_in_use_is_an_error_that_says_so(path: Path) -> None:
    with Ledger.open(path) as ledger:
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="in use by another program"):
            ledger.put(READ, [OUTCOME])
        with pytest.raises(LedgerError, match="in use by another program"):
            Ledger.open(path)
        raw.close()


@pytest.fixture
def without_skips(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as ledger:
        raw = sqlite3.connect(path)
        raw.execute("DROP TABLE skips")
        raw.commit()
        raw.close()
        yield ledger


def test_a_dropped_table_is_a_damaged_ledger_in_every_method(without_skips: Ledger) -> None:
    for use in (
        lambda: list(without_skips.records()),
        lambda: list(without_skips.decoded()),
        lambda: without_skips.put(READ, [OUTCOME]),
        lambda: without_skips.forget("intake", ["k"]),
    ):
        with pytest.raises(DamagedLedgerError, match="build again"):
            use()


@pytest.mark.parametrize("read_only", [True, False])
def test_an_emptied_list_of_steps_is_a_damaged_ledger(path: Path, read_only: bool) -> None:
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM _migrations")
    raw.commit()
    raw.close()
    with pytest.raises(DamagedLedgerError, match="build again"):
        Ledger.open(path, read_only=read_only)


def test_half_a_first_opening_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "ledger.sqlite"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS[:2], stopped))
        with pytest.raises(KeyboardInterrupt):
            Ledger.open(path, create=True)
    with Ledger.open(path, create=True) as ledger:
        assert list(ledger.records()) == []


def test_an_unreadable_copy_is_no_traceback(path: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.sqlite"
    shutil.copyfile(path, half)
    half.write_bytes(half.read_bytes()[:20_000])
    with pytest.raises(LedgerError), Ledger.open(half, read_only=True) as ledger:
        list(ledger.records())


def test_a_ledger_of_an_older_version_is_brought_up_to_date_by_writing_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.sqlite"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        Ledger.open(path, create=True).__exit__()
    with pytest.raises(LedgerError, match="older version"):
        Ledger.open(path, read_only=True)
    Ledger.open(path).__exit__()
    with Ledger.open(path, read_only=True) as ledger:
        assert list(integrity.structure(ledger)) == []
