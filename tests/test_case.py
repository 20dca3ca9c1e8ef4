import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import coverage_sample
from sayso import verbs
from sayso.building import Progress
from sayso.case import Case
from sayso.errors import InputError, MissingInputError, UsageError
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.model import Record


def to_do(counts: dict[str, int]) -> Progress:
    """Note how many keys of each stage were stale when it began."""

    def note(stage: str, done: int, total: int) -> None:
        counts.setdefault(stage, total - done)

    return note


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    reports = coverage_sample.write(folder / "given")
    verbs.add(folder / "case", str(reports))
    verbs.build(folder / "case", workers=1)
    return folder / "case"


def test_sources_are_kept_byte_for_byte_under_their_digest(built: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (built / "sources").iterdir()}
    assert set(kept) == {sha256(text.encode()) for text in coverage_sample.REPORTS.values()}
    assert all(sha256(content) == name for name, content in kept.items())


def test_adding_again_keeps_one_copy(built: Path, tmp_path: Path) -> None:
    added = verbs.add(built, str(coverage_sample.write(tmp_path / "again")))
    assert [item.new for item in added] == [False] * len(coverage_sample.REPORTS)


def test_a_second_build_does_nothing(built: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    before = Case.open(built).manifest()["ledger_hash"]
    verbs.build(built, workers=1, progress=lambda stage, done, total: seen.append((stage, done, total)))
    assert all(done == total for _, done, total in seen)
    assert len(seen) == len({stage for stage, _, _ in seen})
    assert Case.open(built).manifest()["ledger_hash"] == before


def test_a_stopped_build_goes_on_to_the_same_ledger(built: Path, tmp_path: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "attribution" and done == 2:
            raise KeyboardInterrupt

    verbs.add(tmp_path / "case", str(coverage_sample.write(tmp_path / "given")))
    with pytest.raises(KeyboardInterrupt):
        verbs.build(tmp_path / "case", workers=1, progress=stop)
    redone: dict[str, int] = {}
    records = verbs.build(tmp_path / "case", workers=1, progress=to_do(redone))
    assert redone["intake"] == 0
    assert redone["attribution"] == len(coverage_sample.REPORTS) - 2
    assert records.manifest.ledger_hash == verbs.load(built).manifest.ledger_hash


def test_adding_one_report_reads_one_report(tmp_path: Path) -> None:
    reports = coverage_sample.write(tmp_path / "given")
    late = (reports / "own.md").rename(tmp_path / "own.md")
    verbs.add(tmp_path / "case", str(reports))
    verbs.build(tmp_path / "case", workers=1)
    verbs.add(tmp_path / "case", str(late))
    left: dict[str, int] = {}
    verbs.build(tmp_path / "case", workers=1, progress=to_do(left))
    assert left["intake"] == left["attribution"] == 1


def test_manifest_names_versions_counts_and_hash(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    assert manifest["schema"] == "sayso-ledger/1"
    assert manifest["counts"]["Article"] == len(coverage_sample.REPORTS)
    assert manifest["counts"]["Skip"] == 0
    assert len(manifest["ledger_hash"]) == 64
    assert {"intake", "attribution"} <= {activity["stage"] for activity in manifest["activities"]}


def test_custody_list_names_what_was_given_and_when(built: Path) -> None:
    rows = [json.loads(line) for line in (built / "sources.jsonl").read_text("utf-8").splitlines()]
    assert {Path(row["given"]).name for row in rows} == set(coverage_sample.REPORTS)
    assert all(datetime.datetime.fromisoformat(row["added_at"]).tzinfo for row in rows)


def test_no_case_no_build_no_sources_each_say_what_to_try(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="sayso add"):
        verbs.build(tmp_path / "none")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    with pytest.raises(UsageError, match="new or empty"):
        verbs.add(tmp_path / "other", "x")
    with pytest.raises(MissingInputError):
        verbs.add(tmp_path / "case", str(tmp_path / "absent.html"))


def test_a_damaged_manifest_is_an_input_error(built: Path, tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.manifest_path.write_text("{}")
    with pytest.raises(InputError, match="sayso build"):
        case.manifest()


def test_a_kind_of_record_is_read_once_while_nothing_changes(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[type[Record]] = []
    plain = Ledger.records

    def noted(self: Ledger, *kinds: type[Record]) -> Iterator[Record]:
        read.extend(kinds)
        return plain(self, *kinds)

    monkeypatch.setattr(Ledger, "records", noted)
    verbs.build(built, workers=1)
    assert read
    assert len(read) == len(set(read))


def test_a_link_by_hand_survives_builds_and_can_be_taken_back(tmp_path: Path) -> None:
    case = tmp_path / "case"
    verbs.add(case, str(coverage_sample.write(tmp_path / "given")))
    before = verbs.build(case, workers=1)
    one, other = sorted(before.claims, key=lambda claim: claim.id)[:2]
    verbs.link(case, "same", one.id, other.id[:16])
    for _ in range(2):  # the second build has nothing to do, and a third reads the matching again
        after = verbs.build(case, workers=1)
        (joined,) = [claim for claim in after.claims if one.first_mention_id in claim.mention_ids]
        assert other.first_mention_id in joined.mention_ids
        assert any(reason.code == "by_hand" for reason in joined.reasons)
    verbs.link(case, "undo", one.first_mention_id, other.first_mention_id)
    assert verbs.build(case, workers=1).manifest.ledger_hash == before.manifest.ledger_hash


def test_a_link_by_hand_names_two_appearances_of_the_case(built: Path, tmp_path: Path) -> None:
    claims = verbs.load(built).claims
    for wrong in ("cla_", "clm_0000000000", claims[0].first_mention_id):
        with pytest.raises(UsageError):
            verbs.link(built, "same", claims[0].id, wrong)
    damaged = Case.create(tmp_path / "case")
    damaged.folder.mkdir()
    damaged.links_path.write_text('{"link": "maybe"}\n', "utf-8")
    with pytest.raises(InputError, match="line 1"):
        damaged.links()
