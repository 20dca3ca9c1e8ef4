"""Lineage over files gives what it gives in memory, writes each text once, and leaves nothing behind."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import lineage_corpus
from sayso import row_files, verbs
from sayso.engine.disk import DiskCluster, Spool, spill_folder
from sayso.errors import InputError
from sayso.lineage import batch, numbering
from sayso.lineage.documents import Document

TEXT = "word " * 20_000


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    return lineage_corpus.lines(hot=70, families=3)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Sizes at which a small file goes through files, in several batches and blocks; where these lie."""
    monkeypatch.setattr(batch, "HELD_BYTES", 4_000)
    monkeypatch.setattr(verbs, "BATCH_BYTES", 60_000)
    monkeypatch.setattr(numbering, "BLOCK_CHARS", 50_000)
    folder = tmp_path / "spilled"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def found(path: Path, **given: Any) -> tuple[str, list[Any]]:
    with verbs.lineage_file(str(path), **given) as (pairs, skips):
        return json.dumps(list(pairs)), skips


def test_over_files_as_in_memory(lines: list[bytes], small: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(lines)))
    rows = [json.loads(line) for line in lines if line.strip()]
    heard: list[tuple[str, int, int]] = []

    def hear(what: str, done: int, total: int) -> None:
        assert list(small.iterdir()) == []  # files have no names, so that a killed run leaves none
        heard.append((what, done, total))

    told, skips = found(path, progress=hear)
    assert told == json.dumps(list(verbs.lineage_rows(rows)))
    assert skips == batch.read_lines(lines)[1]
    assert skips
    assert max(total for what, _, total in heard if what == "aligning") > 3
    assert {"reading", "sketching", "weighing", "putting pairs in order"} <= {what for what, _, _ in heard}
    assert all(0 <= done <= total for _, done, total in heard)


def test_a_small_file_is_compared_in_memory(lines: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(lines))
    rows = [json.loads(line) for line in lines if line.strip()]
    assert found(path) == (json.dumps(list(verbs.lineage_rows(rows))), batch.read_lines(lines)[1])


@pytest.mark.parametrize("at", [3, -1])
def test_a_broken_line_costs_itself_and_is_named(lines: list[bytes], small: Path, tmp_path: Path, at: int) -> None:
    path = tmp_path / "in.jsonl"
    place = at % len(lines)
    path.write_bytes(b"".join([*lines[:place], b"{broken\n", *lines[place:]]))
    told, skips = found(path)
    assert told == json.dumps(list(verbs.lineage_rows([json.loads(line) for line in lines if line.strip()])))
    assert [skip.detail.split(":")[0] for skip in skips if skip.subject == f"line {place + 1}"] == ["not JSON"]


@pytest.mark.parametrize("held", [4_000, 3])
def test_a_file_without_a_row_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(batch, "HELD_BYTES", held)
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"%PDF-1.7\n[1]\n" * 1_200)
    with pytest.raises(InputError, match=r"in\.jsonl has no row that can be read: line 1: not JSON"):
        found(path)


@pytest.mark.parametrize("held", [4_000_000, 3])
def test_of_a_line_too_long_nothing_is_read_and_the_next_keeps_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(row_files, "LONGEST_LINE", 300)
    monkeypatch.setattr(row_files, "_PIECE", 50)
    monkeypatch.setattr(batch, "HELD_BYTES", held)
    text = "the quay was closed on Monday " * 7
    row, ghost = (json.dumps({"id": key, "text": text}) for key in ("a", "ghost"))
    path = tmp_path / "in.jsonl"
    path.write_text(
        "\n".join([row, '{"x": "'.ljust(301) + ghost, '{"x": "' + "y" * 293, row.replace("a", "b", 1), "{"])
    )
    told, skips = found(path)
    assert "ghost" not in told
    assert [(skip.subject, skip.detail) for skip in skips] == [
        ("line 2", "longer than 0 MiB"),
        ("line 3", "not JSON: Unterminated string starting at (character 7)"),
        ("line 5", "not JSON: Expecting property name enclosed in double quotes (character 2)"),
    ]


def test_a_text_is_written_once_and_is_one_object_within_a_step(tmp_path: Path) -> None:
    with DiskCluster(tmp_path) as cluster:
        given = cluster.shards([[Document(id="a", text=TEXT)] * 2, [Document(id="b", text=TEXT)]])
        kept = given.each(lambda number, documents: [*documents, number]).kept("copying")
        sent = kept.each(lambda number, documents: {0: documents[0], 1: documents[:1]}).delivered(2)
        (one, other), others = sent.values()
        assert (one.id, other.id, [document.id for (document,) in others]) == ("a", "b", ["a", "b"])
        again = (
            given.beside(sent).each(lambda number, both: {number: both[0]}).delivered(2).kept("posting in the midst")
        )
        assert [[document.id for document in mail[0]] for mail in again.values()] == [["a", "a"], ["b"]]
        first, second, _ = kept.value(0)
        assert first is second
        assert cluster.texts.size < 2.1 * len(TEXT)


def test_what_was_written_is_read_wherever_it_stands(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    places = [spool.add(bytes([number]) * number) for number in range(200)]
    assert spool.read(places[7]) == b"\x07" * 7
    places.append(spool.add(b"later"))
    assert spool.read(places[-1]) == b"later"
    assert [len(spool.read(place)) for place in places[:200]] == list(range(200))


def test_temporary_files_go_to_a_disk_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert spill_folder() == tmp_path
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr("sayso.engine.disk._LARGE", tmp_path / "absent")
    assert spill_folder().is_dir()
    monkeypatch.setattr("sayso.engine.disk._LARGE", tmp_path)
    assert spill_folder() == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set as POSIX sets them")
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from sayso.engine.disk import Spool\n"
        "from sayso.errors import EngineError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))\n"
        "try:\n    Spool(Path(sys.argv[1])).add(bytes(1 << 22))\n"
        "except EngineError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert f"no room left in {tmp_path}" in done.stdout
    assert "TMPDIR" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent as POSIX sends them")
def test_an_interrupt_leaves_nothing_behind(lines: list[bytes], tmp_path: Path) -> None:
    spilled, path, output = tmp_path / "spilled", tmp_path / "in.jsonl", tmp_path / "out" / "pairs.jsonl"
    spilled.mkdir()
    output.parent.mkdir()
    with path.open("wb") as file:
        for again in range(20):
            rows = [json.loads(line) for line in lines if line.strip().startswith(b"{")]
            file.writelines(json.dumps({**row, "id": f"{row.get('id')}-{again}"}).encode() + b"\n" for row in rows)
    code = (
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may have had it ignored
        "from sayso import cli, verbs\nfrom sayso.lineage import batch, numbering\n"
        "batch.HELD_BYTES, verbs.BATCH_BYTES, numbering.BLOCK_CHARS = 4_000, 60_000, 50_000\n"
        "import sayso.engine.disk as disk\nkept = disk.DiskShards.kept\n"
        "def told(self, what):\n    print(what, flush=True)\n    return kept(self, what)\n"
        "disk.DiskShards.kept = told\ncli.main()"
    )
    command = [sys.executable, "-c", code, "lineage", str(path), "-o", str(output)]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(spilled)}
    )
    assert run.stdout is not None
    while "aligning" not in run.stdout.readline():
        assert run.poll() is None
    time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert said.strip().startswith("sayso: stopped")
    assert len(said.strip().splitlines()) == 1
    assert list(output.parent.iterdir()) == []
    assert not [path for path in spilled.iterdir() if path.name.startswith(("tmp", "sayso", ".sayso"))]
