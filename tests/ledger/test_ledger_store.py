import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from factory import article, span
from sayso.codec import hash_records
from sayso.errors import LedgerError, MissingInputError
from sayso.ledger.store import BadRow, Ledger, Outcome
from sayso.model import PERSISTED, Activity, Capture, Claim, ClaimMention, Mention, Record
from sayso.vocab import BlockRole, MentionKind

READ = Activity(stage="intake", version="1", config_digest="")
NAME = Activity(stage="names", version="1", config_digest="")


def capture() -> Capture:
    return Capture(
        source_digest="0" * 64, locator="", payload_digest="1" * 64, media_type="text/plain", charset="utf-8",
        charset_basis="valid",
    )  # fmt: skip


def some_records() -> list[Record]:
    page = capture()
    words = "At least 12 people died, the Port Authority of Halden said. It denied a leak."
    text = article(words, headline="Blast", capture_id=page.id)
    mention = ClaimMention(article_id=text.id, span=span(text, "At least 12 people died"), role=BlockRole.BODY)
    claim = Claim(first_mention_id=mention.id, text=mention.span.exact, mention_ids=(mention.id,))
    name = Mention(span=span(text, "Port Authority of Halden"), kind=MentionKind.ORGANIZATION, name="Port Authority")
    return [page, text, mention, claim, name]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as opened:
        yield opened


def test_records_come_back_as_they_went_in(ledger: Ledger) -> None:
    records = some_records()
    ledger.put(READ, [Outcome("k", "d", records)])
    back = {r.id: r for r in ledger.records()}
    assert back == {r.id: r.stamped(READ.id) for r in [READ, *records]}
    assert hash_records(ledger.records()) == hash_records(ledger.records(*PERSISTED))


def test_what_a_stage_no_longer_gives_is_removed_with_what_was_built_on_it(ledger: Ledger) -> None:
    page, text, mention, claim, name = some_records()
    ledger.put(READ, [Outcome("k", "d", [page, text, mention])])
    ledger.put(NAME, [Outcome("k", "d", [claim, name])])
    ledger.put(READ, [Outcome("k", "e", [page, text])])
    assert {type(r) for r in ledger.records()} == {Activity, Capture, type(text), Mention}


def test_keys_that_are_gone_are_forgotten(ledger: Ledger) -> None:
    ledger.put(READ, [Outcome("k", "d", some_records())])
    ledger.forget("intake", ["k"])
    assert [type(r) for r in ledger.records()] == [Activity]
    assert ledger.keys("intake") == set()


def test_an_old_version_of_a_stage_is_replaced_whole(ledger: Ledger) -> None:
    newer = Activity(stage="intake", version="2", config_digest="")
    ledger.put(READ, [Outcome("k", "d", some_records())])
    ledger.forget_other_activities([newer])
    assert list(ledger.records()) == []
    assert ledger.up_to_date(newer) == {}


def test_an_edited_offset_is_noticed(ledger: Ledger, tmp_path: Path) -> None:
    ledger.put(READ, [Outcome("k", "d", some_records())])
    assert not any(isinstance(found, BadRow) for found in ledger.decoded())
    with sqlite3.connect(tmp_path / "ledger.sqlite") as raw:
        raw.execute("UPDATE claim_mentions SET span_start = span_start + 1")
    raw.close()
    assert [found.table for found in ledger.decoded() if isinstance(found, BadRow)] == ["claim_mentions"]


def test_plain_sqlite_reads_tables_views_and_search(ledger: Ledger, tmp_path: Path) -> None:
    ledger.put(READ, [Outcome("k", "d", some_records())])
    raw = sqlite3.connect(tmp_path / "ledger.sqlite")
    views = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    for view in views:
        raw.execute(f"SELECT * FROM {view}").fetchall()
    assert raw.execute("SELECT quote, claim FROM appearances").fetchall() == [("At least 12 people died",) * 2]
    found = raw.execute("SELECT count(*) FROM articles_search WHERE articles_search MATCH 'halden'").fetchone()
    assert found == (1,)
    members = raw.execute("SELECT place, quote FROM claim_members JOIN claim_mentions ON claim_mention_id = id")
    assert members.fetchall() == [(1, "At least 12 people died")]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert json.loads(raw.execute("SELECT blocks FROM articles").fetchone()[0])[0]["role"] == "headline"
    raw.close()


def test_search_follows_removal(ledger: Ledger, tmp_path: Path) -> None:
    ledger.put(READ, [Outcome("k", "d", some_records())])
    ledger.forget("intake", ["k"])
    raw = sqlite3.connect(tmp_path / "ledger.sqlite")
    assert raw.execute("SELECT count(*) FROM articles_search WHERE articles_search MATCH 'halden'").fetchone() == (0,)
    raw.close()


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(LedgerError, match="build again"):
        Ledger.open(tmp_path / "ledger.sqlite")
    with pytest.raises(MissingInputError):
        Ledger.open(tmp_path / "other.sqlite")


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite", create=True):
        pass
    with sqlite3.connect(tmp_path / "ledger.sqlite") as raw:
        raw.execute("INSERT INTO _migrations VALUES ('from_the_future')")
    raw.close()
    with pytest.raises(LedgerError, match="Upgrade"):
        Ledger.open(tmp_path / "ledger.sqlite")
