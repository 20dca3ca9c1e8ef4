"""Every edit of a case that somebody may try: `verify` names it, and goes on to check the rest."""

import dataclasses
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coverage_sample
from sayso import verbs
from sayso.case import Case
from sayso.codec import hash_records
from sayso.errors import InputError, MissingInputError
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.model import Article, Capture


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tampering")
    verbs.add(folder / "case", str(coverage_sample.write(folder / "given")))
    verbs.build(folder / "case", workers=1)
    return folder / "case"


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def edit(case: Path, *statements: str) -> None:
    raw = sqlite3.connect(case / "ledger.sqlite")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def restate(case: Path, change: Callable[[dict[str, Any]], object]) -> None:
    manifest = json.loads((case / "manifest.json").read_text())
    change(manifest)
    (case / "manifest.json").write_text(json.dumps(manifest))


def kinds(case: Path) -> set[str]:
    return {misfit.kind for misfit in verbs.verify(case).misfits}


def test_verify_and_show_change_nothing(case: Path) -> None:
    def state() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (case, *case.rglob("*"))}

    before = state()
    verbs.verify(case)
    verbs.load(case)
    assert state() == before


@pytest.mark.parametrize(
    ("statements", "kind"),
    [
        (["DELETE FROM captures WHERE id = (SELECT min(id) FROM captures)"], "payload"),
        (["UPDATE captures SET charset = 'rot13' WHERE id = (SELECT min(id) FROM captures)"], "payload"),
        (["UPDATE captures SET charset = 'zip' WHERE id = (SELECT min(id) FROM captures)"], "payload"),
        (["UPDATE articles SET source_map = '{{' WHERE id = (SELECT min(id) FROM articles)"], "record in articles"),
        (["UPDATE claims SET text = x'ff00' WHERE id = (SELECT min(id) FROM claims)"], "record in claims"),
        (["UPDATE claims SET text = CAST(x'ff41' AS TEXT)"], "ledger"),
        (["DROP VIEW appearances", "CREATE VIEW appearances AS SELECT 'Somebody said so' AS claim"], "ledger"),
        (["DROP VIEW copies"], "ledger"),
        (["DROP TRIGGER claims_search_insert"], "ledger"),
        (["DROP TABLE drifts"], "ledger"),
        (["CREATE TABLE verdicts (claim_id TEXT)"], "ledger"),
        (["ALTER TABLE claims ADD COLUMN verdict TEXT", "UPDATE claims SET verdict = 'false'"], "ledger"),
        (["INSERT INTO claims_search (claims_search) VALUES ('delete-all')"], "ledger"),
        (["INSERT INTO claims_search (rowid, text) VALUES (99999, 'nobody said this')"], "ledger"),
        (["DELETE FROM _migrations"], "ledger"),
        (
            [
                "UPDATE claims SET made_by ="
                " (SELECT max(id) FROM activities WHERE id NOT IN (SELECT made_by FROM claims))"
            ],
            "ledger",
        ),
        (["ALTER TABLE claims RENAME COLUMN text TO words"], "ledger"),
        (["DROP TABLE captures", "CREATE VIEW captures AS SELECT 1 AS id"], "ledger"),
    ],
)
def test_an_edit_of_the_ledger_is_named(case: Path, statements: list[str], kind: str) -> None:
    edit(case, *statements)
    assert kind in kinds(case)


def test_one_edited_row_does_not_stop_the_check(case: Path) -> None:
    edit(case, "UPDATE attributions SET source_name = 5, id = 'x' WHERE id = (SELECT min(id) FROM attributions)")
    found = verbs.verify(case)
    assert "record in attributions" in {misfit.kind for misfit in found.misfits}
    assert found.articles == len(coverage_sample.REPORTS)
    assert found.quotes > 30


@pytest.mark.parametrize("statement", ["ALTER TABLE claims ADD COLUMN verdict TEXT", "DROP TABLE drifts"])
def test_one_edited_table_does_not_stop_the_check(case: Path, statement: str) -> None:
    edit(case, statement)
    assert verbs.verify(case).articles == len(coverage_sample.REPORTS)


def test_an_edited_ledger_does_not_lead_to_other_files(case: Path, tmp_path: Path) -> None:
    """Even where ids are forged to fit: a source is a file of the case, whatever its digest is made to say."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    with Ledger.open(case / "ledger.sqlite", read_only=True) as ledger:
        capture = next(r for r in ledger.records(Capture) if isinstance(r, Capture))
        article = next(r for r in ledger.records(Article) if isinstance(r, Article) and r.capture_id == capture.id)
    forged = dataclasses.replace(capture, id="", source_digest=str(secret))
    moved = dataclasses.replace(article, id="", capture_id=forged.id)
    edit(
        case,
        f"UPDATE captures SET id = '{forged.id}', source_digest = '{secret}' WHERE id = '{capture.id}'",
        f"UPDATE articles SET id = '{moved.id}', capture_id = '{forged.id}' WHERE id = '{article.id}'",
    )
    details = {misfit.detail for misfit in verbs.verify(case).misfits if misfit.kind == "payload"}
    assert details == {f"the source {secret} is not there"}


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest["counts"].update(Claim=1),
        lambda manifest: manifest["activities"][0].update(version="99"),
        lambda manifest: manifest["activities"].pop(),
        lambda manifest: manifest["sources"].pop(),
    ],
)
def test_an_edited_manifest_is_named(case: Path, change: Callable[[dict[str, Any]], object]) -> None:
    restate(case, change)
    assert kinds(case) == {"manifest"}


def test_an_edited_custody_list_is_named(case: Path) -> None:
    listed = (case / "sources.jsonl").read_text()
    (case / "sources.jsonl").write_text(listed.replace("wire.json", "evil.json"))
    assert kinds(case) == {"custody"}


@pytest.mark.parametrize("line", ["{bad\n", "[" * 100_000 + "\n", '{"sha256": 5}\n'])
def test_a_damaged_custody_list_is_named(case: Path, line: str) -> None:
    with (case / "sources.jsonl").open("a") as custody:
        custody.write(line)
    assert kinds(case) == {"custody"}


def test_sources_added_since_the_build_are_no_misfit(case: Path, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text("Ida Lund said on Monday that it was gas.")
    verbs.add(case, str(tmp_path / "late.txt"))
    assert verbs.verify(case).misfits == []


def test_what_is_no_source_is_named(case: Path) -> None:
    (case / "sources" / ("b" * 64)).mkdir()
    (case / "sources" / "evil.txt").write_text("x")
    (case / "sources" / ("z" * 64)).write_text("x")
    (case / "sources" / ".new-left-over").write_text("half")
    linked = min(path for path in (case / "sources").iterdir() if path.is_file() and len(path.name) == 64)
    shutil.move(linked, case / "elsewhere")
    linked.symlink_to(case / "elsewhere")
    named = {misfit.subject for misfit in verbs.verify(case).misfits if misfit.kind == "source"}
    assert named == {"b" * 64, "evil.txt", "z" * 64, linked.name}


def test_a_source_nobody_gave_is_named(case: Path) -> None:
    (case / "sources" / sha256(b"x")).write_bytes(b"x")
    assert [misfit.subject for misfit in verbs.verify(case).misfits] == [sha256(b"x")]


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest.pop("sources"),
        lambda manifest: manifest.update(sources=5),
        lambda manifest: manifest.pop("built"),
        lambda manifest: manifest["built"].update(ended_at="x"),
        lambda manifest: manifest.update(counts=[]),
    ],
)
def test_a_damaged_manifest_says_what_to_try(case: Path, change: Callable[[dict[str, Any]], object]) -> None:
    restate(case, change)
    for use in (verbs.verify, verbs.load):
        with pytest.raises(InputError, match="sayso build"):
            use(case)


@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff\xfe", b""])
def test_a_manifest_that_is_no_json_says_what_to_try(case: Path, content: bytes) -> None:
    (case / "manifest.json").write_bytes(content)
    with pytest.raises(InputError, match="sayso build"):
        verbs.load(case)


def test_no_manifest_stands_beside_a_half_new_ledger(case: Path, tmp_path: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "attribution":
            raise KeyboardInterrupt

    (tmp_path / "late.txt").write_text("Ida Lund said on Monday that it was gas. Nobody else spoke in Halden.")
    verbs.add(case, str(tmp_path / "late.txt"))
    with pytest.raises(KeyboardInterrupt):
        verbs.build(case, workers=1, progress=stop)
    with pytest.raises(MissingInputError, match="sayso build"):
        verbs.load(case)
    verbs.build(case, workers=1)
    assert verbs.verify(case).misfits == []


def test_verify_needs_no_more_than_to_read(case: Path) -> None:
    with Ledger.open(Case.open(case).ledger_path, read_only=True) as ledger:
        assert hash_records(ledger.records()) == verbs.load(case).manifest.ledger_hash
