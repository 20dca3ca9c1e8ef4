"""The same bytes and version give the same ledger hash, on any number of workers, in any order."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coverage_sample
from sayso import verbs
from sayso.codec import hash_records
from sayso.ids import sha256
from sayso.model import Record
from sayso.pipeline import read_source, run_in_memory, stages
from sayso.settings import Limits, Settings


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More reports than the engine would do without starting processes."""
    folder = coverage_sample.write(tmp_path_factory.mktemp("many"))
    for number in range(6):
        (folder / f"extra{number}.txt").write_text(f"Police in Halden said on Monday that {number + 2} boats sank.\n")
    return folder


@pytest.fixture(scope="module")
def expected(many: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    case = tmp_path_factory.mktemp("one") / "case"
    verbs.add(case, *sorted(str(path) for path in many.iterdir()))
    return verbs.build(case, workers=1).manifest.ledger_hash


@pytest.mark.parametrize("workers", [3, 7])
def test_workers_and_order_of_adding_do_not_matter(many: Path, expected: str, tmp_path: Path, workers: int) -> None:
    given_order = sorted((str(path) for path in many.iterdir()), key=lambda name: sha256(f"{workers}{name}".encode()))
    verbs.add(tmp_path / "case", *given_order)
    assert verbs.build(tmp_path / "case", workers=workers).manifest.ledger_hash == expected


@settings(max_examples=8, deadline=None)
@given(seed=st.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(many: Path, expected: str, seed: Random) -> None:
    taken_in: list[Record] = []
    for path in many.iterdir():
        taken_in += read_source(Limits(), sha256(path.read_bytes()), path)
    seed.shuffle(taken_in)
    pipeline = stages(Settings())
    assert hash_records(run_in_memory(taken_in, Settings(), pipeline)) == expected
