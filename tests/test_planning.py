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
from sayso.row_files import as_line
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


def invented(families: int) -> list[dict[str, object]]:
    return [row for again in range(2) for row in lineage_corpus.rows(hot=0, families=families)[again::2]]


def test_pairs_that_share_documents_make_the_number_less_sure() -> None:
    alone, joined = planning._deviation(100, 0, 4.0), planning._deviation(100, 900, 4.0)
    assert alone == pytest.approx((101 * 15 / 16) ** 0.5)
    assert joined > 3 * alone
    assert planning._deviation(100, 900, 1.0) == 0.0  # all were counted


def test_output_and_files_are_foretold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = [as_line(row) for row in invented(12)]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(lines))
    with verbs.lineage_file(str(path)) as (pairs, _):
        output = sum(len(as_line(pair)) for pair in pairs)
    for held, blocks in ((1 << 30, 0.0), (1 << 10, 1.0)):
        monkeypatch.setattr(planning, "HELD_BYTES", held)
        plan = planning.plan_rows(lines, None, 100)
        cost = plan.cost_here(plan.loads[1])
        assert plan.blocks == blocks
        assert output / 1.25 < cost.output < output * 1.25
        assert (cost.files >= 2 * sum(map(len, lines))) == bool(blocks)
        assert cost.memory > plan.base
        told = " ".join(planning.told_rows(plan, 10, 4))
        assert ("temporary files" in told, "in memory" in told) == (bool(blocks), not blocks)


def test_those_that_seem_copies_are_found_family_by_family() -> None:
    rows = invented(3)
    kin = measuring.related(rows, 30)
    assert len(kin) == 30
    assert measuring.load_of(kin).close > 2 * measuring.load_of(rows[:30]).close
