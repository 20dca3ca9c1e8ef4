"""One flipped byte in any source, one edited offset in the ledger: both are caught."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coverage_sample
from sayso import verbs
from sayso.case import Case
from sayso.codec import hash_records
from sayso.ids import sha256
from sayso.ledger.store import Ledger


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    verbs.add(folder / "case", str(coverage_sample.write(folder / "given")))
    verbs.build(folder / "case", workers=1)
    return folder / "case"


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def edit(case: Path, statement: str) -> int:
    raw = sqlite3.connect(case / "ledger.sqlite")
    changed = raw.execute(statement).rowcount
    raw.commit()
    raw.close()
    return changed


def test_an_untouched_case_fits(built: Path) -> None:
    found = verbs.verify(built)
    assert found.misfits == []
    assert found.sources == found.articles == len(coverage_sample.REPORTS)
    assert found.quotes > 30


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.integers(0, len(coverage_sample.REPORTS) - 1), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_one_flipped_bit_in_any_source_is_caught(copy: Path, which: int, at: int, bit: int) -> None:
    source = sorted((copy / "sources").iterdir())[which]
    whole = source.read_bytes()
    flipped = bytearray(whole)
    flipped[at % len(whole)] ^= 1 << bit
    source.chmod(0o644)
    source.write_bytes(flipped)
    try:
        found = verbs.verify(copy)
        assert any(misfit.kind == "source" and source.name in misfit.subject for misfit in found.misfits)
    finally:
        source.write_bytes(whole)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim_mentions SET span_start = span_start + 1 WHERE id = (SELECT min(id) FROM claim_mentions)",
        "UPDATE claim_mentions SET quote = 'nobody said this' WHERE id = (SELECT max(id) FROM claim_mentions)",
        "UPDATE attributions SET source_name = 'Somebody Else' WHERE id = (SELECT min(id) FROM attributions)",
        "UPDATE articles SET text = replace(text, '12', '21')",
        "UPDATE corroborations SET low = low + 1 WHERE id = (SELECT min(id) FROM corroborations)",
        "DELETE FROM certainties WHERE id = (SELECT min(id) FROM certainties)",
    ],
)
def test_an_edited_ledger_is_caught(copy: Path, statement: str) -> None:
    assert edit(copy, statement) > 0
    assert verbs.verify(copy).misfits


def test_a_source_taken_away_is_caught(copy: Path) -> None:
    source = min((copy / "sources").iterdir())
    source.unlink()
    assert source.name in {misfit.subject for misfit in verbs.verify(copy).misfits}


def test_quotes_are_cut_from_bytes_not_from_the_ledger(copy: Path) -> None:
    """Even a consistent forgery (text, digest and ledger hash all redone) does not fit the sources."""
    raw = sqlite3.connect(copy / "ledger.sqlite")
    article_id, text = raw.execute("SELECT id, text FROM articles ORDER BY id LIMIT 1").fetchone()
    forged = text.replace("a", "e", 1)
    raw.execute(
        "UPDATE articles SET text = ?, text_digest = ? WHERE id = ?", (forged, sha256(forged.encode()), article_id)
    )
    raw.commit()
    raw.close()
    case = Case.open(copy)
    with Ledger.open(case.ledger_path) as ledger:
        case.manifest_path.write_text(
            case.manifest_path.read_text().replace(case.manifest()["ledger_hash"], hash_records(ledger.records()))
        )
    assert "article" in {misfit.kind for misfit in verbs.verify(copy).misfits}
