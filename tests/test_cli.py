"""The command line as a user meets it: what is printed, what the exit codes say."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

import coverage_sample


def sayso(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return coverage_sample.write(tmp_path_factory.mktemp("given"))


def test_from_coverage_to_dossier(reports: Path, tmp_path: Path) -> None:
    case = tmp_path / "halden"
    assert sayso("add", case, reports).returncode == 0
    built = sayso("build", case)
    assert built.returncode == 0, built.stderr.decode()
    shown = sayso("show", case).stdout.decode()
    assert "5 articles" in shown
    assert "2 languages" in shown
    assert sayso("dossier", case, "-o", tmp_path / "halden.html").returncode == 0
    page = (tmp_path / "halden.html").read_text("utf-8")
    assert "We heard two detonations" in page
    assert sayso("export", case, "--format", "json", "-o", tmp_path / "halden.json").returncode == 0
    export = json.loads((tmp_path / "halden.json").read_text("utf-8"))
    texts = {article["id"]: article["text"] for article in export["articles"]}
    for claim in export["claims"]:
        low, high = claim["independent"]
        assert 1 <= low <= high
        for place in claim["appearances"]:
            assert texts[place["article"]][place["start"] : place["end"]] == place["quote"]
    verified = sayso("verify", case)
    assert verified.returncode == 0, verified.stdout.decode()


def test_verify_says_which_byte_file_does_not_fit(reports: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    sayso("add", case, reports)
    sayso("build", case)
    source = min((case / "sources").iterdir())
    source.chmod(0o644)
    source.write_bytes(source.read_bytes().replace(b"e", b"E", 1))
    found = sayso("verify", case)
    assert found.returncode == 2
    assert source.name in found.stdout.decode()


def test_read_shows_each_claim_and_whose_say_so(reports: Path) -> None:
    shown = sayso("read", reports / "wire.json")
    assert shown.returncode == 0, shown.stderr.decode()
    text = " ".join(shown.stdout.decode().split())
    assert "At least 12 people were killed" in text
    assert "Port Authority" in text


def test_read_takes_standard_input(reports: Path) -> None:
    shown = sayso("read", "-", stdin=(reports / "own.md").read_bytes())
    assert shown.returncode == 0
    assert "17 bodies" in shown.stdout.decode()


def test_something_skipped_is_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    shown = sayso("read", tmp_path / "picture.html")
    assert shown.returncode == 3
    assert "skipped" in shown.stderr.decode()


@pytest.mark.parametrize("packed", [False, True])
def test_annotate_keeps_rows_and_offsets(tmp_path: Path, packed: bool) -> None:
    rows = [{"id": n, "text": "“It was gas,” Ida Lund said.\n\n😀 Nobody else spoke."} for n in range(3)]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    (tmp_path / "in.jsonl").write_bytes(gzip.compress(lines) if packed else lines)
    done = sayso("annotate", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr.decode()
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in out] == [0, 1, 2]
    first = out[0]["attributions"][0]
    text = str(rows[0]["text"])
    assert ["".join(text[s:e] for s, e in first[role]) for role in ("source", "cue")] == ["Ida Lund", "said"]


def test_lineage_pairs_a_copy_with_its_origin(tmp_path: Path) -> None:
    story = " ".join(
        f"Sentence number {n} tells of the pier, the store and the {n * 7} boats in it." for n in range(20)
    )
    rows = [
        {"id": "a", "outlet": "a.example", "published": "2031-05-04T09:00:00Z", "headline": "Pier", "text": story},
        {
            "id": "b",
            "outlet": "b.example",
            "published": "2031-05-04T12:00:00Z",
            "headline": "Pier",
            "text": story[:700],
        },
        {
            "id": "c",
            "outlet": "c.example",
            "published": None,
            "headline": "Rain",
            "text": "It rained on the hills. " * 20,
        },
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = sayso("lineage", tmp_path / "in.jsonl", "-o", "-")
    assert done.returncode == 0, done.stderr.decode()
    (pair,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (pair["derived"], pair["origin"], pair["directed"]) == ("b", "a", True)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["read", "absent.html"], 66, "absent.html"),
        (["build", "absent"], 66, "sayso add"),
        (["show", "absent"], 66, "sayso add"),
        (["annotate", "absent.jsonl"], 66, "JSON Lines"),
        (["dossier", "absent", "-o", "x.html"], 66, "absent"),
        (["export"], 64, "Usage"),
        (["frobnicate"], 64, "frobnicate"),
        (["build", ".", "--workers", "0"], 64, "workers"),
    ],
)
def test_errors_are_one_line_that_says_what_to_try(arguments: list[str], code: int, says: str) -> None:
    done = sayso(*arguments)
    error = done.stderr.decode()
    assert (done.returncode, done.stdout) == (code, b"")
    assert says in error
    assert error.startswith("sayso: ")
    assert error.count("\n") == 1


def test_broken_rows_are_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "x"}\nnot json\n')
    done = sayso("annotate", tmp_path / "in.jsonl")
    assert done.returncode == 65
    assert "line 2" in done.stderr.decode()
