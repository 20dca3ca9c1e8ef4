"""What hostile rows, names and outputs meet at the command line: one line each, an exit code, nothing destroyed."""

import gzip
import json
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso import cli, verbs

ROW = {"id": 1, "text": "“It was gas,” Ida Lund said on Monday."}
STORY = " ".join(f"Sentence number {n} tells of the pier \ud800, the store and its {n * 7} boats." for n in range(20))


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: object
) -> tuple[object, str, str]:
    """(exit code, standard output, standard error) of the command, run in this process."""
    monkeypatch.setattr("sys.argv", ["sayso", *map(str, arguments)])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    for command in (cli.cli, *cli.cli.commands.values()):
        command._help_option = None  # click keeps it on the command, where docs/reference/generate.py would find it
    shown = capfd.readouterr()
    return stop.value.code, shown.out, shown.err


Command = Callable[..., tuple[object, str, str]]


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    return lambda *arguments: run(monkeypatch, capfd, *arguments)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_bytes(lines(ROW))
    return tmp_path / "in.jsonl"


def test_a_pipe_is_written_to_and_stays_a_pipe(sayso: Command, rows: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert sayso("annotate", rows, "-o", pipe)[0] == 0
    reader.join(timeout=10)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert json.loads(got[0])["id"] == 1


def test_a_link_stays_a_link_and_its_target_is_written(sayso: Command, rows: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "out.jsonl", tmp_path / "out.jsonl"
    link.symlink_to(target)
    assert sayso("annotate", rows, "-o", link)[0] == 0
    assert link.is_symlink()
    assert json.loads(target.read_bytes())["id"] == 1


def test_a_failed_write_leaves_the_old_file_and_nothing_else(sayso: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(gzip.compress(lines(*[ROW] * 500))[:-40])
    (tmp_path / "out.jsonl").write_text("before")
    assert sayso("annotate", tmp_path / "bad.jsonl", "-o", tmp_path / "out.jsonl")[0] == 65
    assert {path.name for path in tmp_path.iterdir()} == {"bad.jsonl", "out.jsonl"}
    assert (tmp_path / "out.jsonl").read_text() == "before"


def test_an_output_that_cannot_be_written_is_named(sayso: Command, rows: Path, tmp_path: Path) -> None:
    code, _, errors = sayso("annotate", rows, "-o", tmp_path / ("x" * 300))
    assert code == 64
    assert errors.startswith("sayso: cannot write")


def test_escapes_in_names_and_pages_do_not_reach_the_terminal(sayso: Command, tmp_path: Path) -> None:
    name = "x\x1b]0;owned\x07\x1b[31m.txt"
    (tmp_path / name).write_text("Ida Lund said on Monday that it was gas.")
    (tmp_path / "login.html").write_text("<!doctype html><title>404 \x1b[2J not found</title><body><p>Nothing.</p>")
    for arguments in (
        ("add", tmp_path / "case", tmp_path / name),
        ("read", tmp_path / "login.html"),
        ("read", tmp_path / "absent\x1b[31m"),
        ("frob\x1b[31m",),
    ):
        _, _, errors = sayso(*arguments)
        assert errors
        assert "\x1b" not in errors
        assert errors.count("\n") <= 2


def test_verify_shows_an_edited_locator_without_its_escapes(sayso: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ida Lund said on Monday that it was gas. Nobody else spoke in Halden that day.")
    verbs.add(tmp_path / "case", str(tmp_path / "a.txt"))
    verbs.build(tmp_path / "case", workers=1)
    stray = tmp_path / "case" / "sources" / ("\x1b[31m" + "a" * 59)
    stray.write_text("x")
    code, out, _ = sayso("verify", tmp_path / "case")
    assert code == 2
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(lines(*[ROW] * 500))[:-40],
        gzip.compress(lines(ROW))[:12] + b"\xff\xff\xff" + gzip.compress(lines(ROW))[15:],
    ],
    ids=["cut short", "a flipped byte"],
)
@pytest.mark.parametrize("command", ["annotate", "lineage"])
def test_a_damaged_file_is_an_input_error(sayso: Command, tmp_path: Path, command: str, content: bytes) -> None:
    (tmp_path / "in.jsonl").write_bytes(content)
    code, _, errors = sayso(command, tmp_path / "in.jsonl")
    assert code == 65
    assert "line " in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"id": 1, "text": ' + b"[" * 200_000], ids=["deep", "within"])
@pytest.mark.parametrize("command", ["annotate", "lineage"])
def test_a_line_too_deep_to_be_read_costs_itself(sayso: Command, tmp_path: Path, command: str, content: bytes) -> None:
    (tmp_path / "in.jsonl").write_bytes(content + b"\n" + lines(ROW))
    code, _, errors = sayso(command, tmp_path / "in.jsonl")
    assert code == 3
    assert "nested more than 100 deep" in errors


@pytest.mark.parametrize(
    "broken",
    [
        {"id": 1, "text": "“It was gas \ud800,” Ida Lund said on Monday evening to all of us."},
        {"id": "\ud800", "text": "."},
        {"id": 1, "text": ".", "language": "xx"},
    ],
)
def test_a_row_that_breaks_costs_itself_and_is_told(sayso: Command, tmp_path: Path, broken: dict[str, object]) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(broken, {**ROW, "id": 2}))
    code, out, errors = sayso("annotate", tmp_path / "in.jsonl")
    first, second = map(json.loads, out.splitlines())
    assert code == 3
    assert errors.startswith("skipped row")
    assert first["id"] == broken["id"]
    assert first["skipped"]
    assert second["attributions"]


@pytest.mark.parametrize("language", [5, {}, ["en"], None])
def test_a_language_that_is_no_string_counts_as_not_given(sayso: Command, tmp_path: Path, language: object) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines({**ROW, "language": language}))
    code, out, _ = sayso("annotate", tmp_path / "in.jsonl")
    assert code == 0
    assert json.loads(out)["attributions"]


def test_lineage_bears_half_surrogates(sayso: Command, tmp_path: Path) -> None:
    given = [{"id": f"{name}\ud800", "outlet": "\udc00", "headline": "\ud800", "text": STORY} for name in "ab"]
    (tmp_path / "in.jsonl").write_bytes(lines(*given))
    code, out, _ = sayso("lineage", tmp_path / "in.jsonl")
    assert code == 0
    assert {json.loads(out)["derived"], json.loads(out)["origin"]} == {"a\ud800", "b\ud800"}


def test_a_fault_of_our_own_is_one_line(sayso: Command, rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LookupError("nobody\nthought of this")

    monkeypatch.setattr(verbs, "annotate_lines", broken)
    code, _, errors = sayso("annotate", rows)
    assert code == 70
    assert "LookupError: nobody thought of this" in errors
    assert errors.count("\n") == 1
