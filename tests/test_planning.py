"""What a plan says before a run: sums that can be followed, from a sample that is the same each time."""

import gzip
import json
from pathlib import Path

import pytest

import coverage_sample
import lineage_corpus
from sayso import verbs
from sayso.errors import InputError
from sayso.planning import measuring, sums
from sayso.planning import rows as planning
from sayso.settings import LineageSettings


def test_a_sample_is_the_same_each_time_and_prefers_no_place() -> None:
    lines = [f"{number}\n".encode() for number in range(1000)] + [b"  \n"]
    kept, count = planning.sampled_lines(lines, 100)
    assert count == 1000
    assert planning.sampled_lines(lines, 100)[0] == kept
    numbers = [int(line) for line in kept]
    assert numbers == sorted(numbers)
    assert 30 < sum(number < 500 for number in numbers) < 70


def test_rates_are_solved_from_three_loads() -> None:
    loads = [(50.0, 2.0, 10.0), (100.0, 8.0, 40.0), (200.0, 120.0, 60.0)]
    costs = [sum(x * y for x, y in zip(load, (0.3, 2.0, 0.5), strict=True)) for load in loads]
    assert sums.solved(loads, costs) == pytest.approx([0.3, 2.0, 0.5])


def test_a_rate_is_never_below_nothing() -> None:
    assert min(sums.solved([(50.0, 2.0, 10.0), (100.0, 8.0, 40.0), (200.0, 120.0, 60.0)], [5.0, 9.0, 11.0])) >= 0


def test_pairs_of_the_whole_are_foretold_from_a_part() -> None:
    rows = lineage_corpus.rows(hot=0)
    rows = [{**row, "id": f"{row['id']}-{again}"} for again in range(2) for row in rows]
    whole = measuring.counted(rows, LineageSettings()).load
    low, likely, high = planning.expected(rows[::2], len(rows), len(rows))
    assert low.close <= whole.close <= high.close
    assert low.close <= likely.close <= high.close


def test_a_plan_of_rows_shows_its_sums() -> None:
    plan = planning.plan_rows(lineage_corpus.lines(hot=20), 1_000_000, 100)
    assert plan.loads[1].documents == 1_000_000
    assert plan.loads[0].close < plan.loads[1].close < plan.loads[2].close  # of more than are there less is known
    few, many = (" ".join(planning.told_rows(plan, executors, 4)) for executors in (1, 100))
    assert "1,000,000 documents" in few
    assert "On Spark, 100 executors of 4 cores" in many
    assert few != many


@pytest.mark.parametrize("given", [b"", b'{"id": 1, "text": "a"}\n' * 5, b"not JSON\n" * 50])
def test_too_little_to_plan_by_is_said(given: bytes, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(given)
    with pytest.raises(InputError, match="too few to plan by"):
        verbs.plan(path)


def test_a_plan_of_a_case_names_every_stage(tmp_path: Path) -> None:
    verbs.add(tmp_path / "case", str(coverage_sample.write(tmp_path / "given")))
    told = "\n".join(verbs.plan(tmp_path / "case", documents=1000))
    assert "For 1,000 articles" in told
    for stage in ("intake", "names", "claims", "lineage", "match", "questions"):
        assert stage in told, stage
    assert not (tmp_path / "case" / "ledger.sqlite").exists()


def test_a_file_that_is_cut_short_is_told(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    packed = gzip.compress(json.dumps({"id": 1, "text": "a " * 5000}).encode() * 50)
    path.write_bytes(packed[:-20])
    with pytest.raises(InputError, match="damaged"):
        verbs.plan(path)
