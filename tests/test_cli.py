"""The command line as a user meets it: what is printed, what the exit codes say."""

import gzip
import json
import re
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


def test_show_leads_from_the_summary_to_an_article_to_a_tie(reports: Path, tmp_path: Path) -> None:
    case = tmp_path / "a case"
    sayso("add", case, reports)
    sayso("build", case)
    summary = sayso("show", case).stdout.decode()
    number = re.search(r"^ *(\d+) .*shares text with", summary, re.MULTILINE)
    assert number, summary
    of_article = sayso("show", case, number.group(1))
    assert of_article.returncode == 0, of_article.stderr.decode()
    told = " ".join(of_article.stdout.decode().split())
    tie = re.search(r"Its \d+ passages?: sayso show '[^']*a case' (drv-\w+)", told)
    assert tie, told
    passages = sayso("show", case, tie.group(1))
    assert passages.returncode == 0
    assert "Side by side: " in passages.stdout.decode()
    lost = sayso("show", case, "nobody")
    assert (lost.returncode, lost.stdout) == (64, b"")
    assert "nothing in this case is called nobody" in lost.stderr.decode()


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
        (["show", "."], 66, ". holds no case. Make one"),
        (["dossier", "absent", "-o", "x.html"], 66, "absent"),
        (["dossier", "absent"], 64, "-o"),
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
    assert done.returncode == 3
    assert "skipped row number 2: not JSON: Expecting value (character 1)" in done.stderr.decode()
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, None]


@pytest.mark.parametrize("command", ["annotate", "lineage"])
def test_a_file_without_a_row_is_refused_and_the_old_output_kept(tmp_path: Path, command: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"%PDF-1.7\n\xff\xfe\n[1]\n" * 1_000)
    (tmp_path / "out.jsonl").write_text("before")
    done = sayso(command, tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 65
    assert b"has no row that can be read: line 1: not JSON" in done.stderr
    assert (tmp_path / "out.jsonl").read_text() == "before"


def test_of_many_lines_that_cannot_be_read_some_are_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"id": 1, "text": "x"}\n' + b"[]\n" * 30)
    done = sayso("lineage", tmp_path / "in.jsonl")
    assert done.returncode == 3
    assert done.stderr.decode().count("not read (malformed): line ") == 20
    assert done.stderr.decode().endswith("and 10 more lines\n")
    (tmp_path / "in.jsonl").write_bytes(b'{"id": 1, "text": "x"}\n' + b"[]\n" * 3_000)
    assert sayso("lineage", tmp_path / "in.jsonl").stderr.decode().endswith("and more than 980 more lines\n")


@pytest.fixture
def changed(reports: Path, tmp_path: Path) -> Path:
    """A built case one source of which was changed afterwards."""
    case = tmp_path / "changed"
    sayso("add", case, reports)
    sayso("build", case)
    listed = [json.loads(line) for line in (case / "sources.jsonl").read_text("utf-8").splitlines()]
    source = case / "sources" / next(row["sha256"] for row in listed if row["given"] == "wire.json")
    source.chmod(0o644)
    source.write_bytes(source.read_bytes().replace(b"people", b"poople"))
    return case


def test_a_changed_source_is_told_by_every_command_that_reads_the_case(changed: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for command in (["build", changed], ["show", changed], ["dossier", changed, "-o", page], ["export", changed]):
        done = sayso(*command)
        assert done.returncode == 2, command
        assert "does not fit: source wire.json" in done.stderr.decode(), command
    assert "wire.json" in page.read_text("utf-8").partition("</header>")[0]


def test_verify_sums_up_what_does_not_fit_of_one_source(changed: Path) -> None:
    found = sayso("verify", changed)
    lines = [line for line in found.stdout.decode().splitlines() if line.startswith("does not fit")]
    assert found.returncode == 2
    assert 2 <= len(lines) <= 4
    assert any("quotes of wire.json" in line for line in lines)


def test_skips_name_the_file_that_was_given(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (given / "murmurs.txt").write_text("Zzq vrrn plikt. Oont brzzt kwel. " * 8)
    sayso("add", tmp_path / "case", given)
    sayso("build", tmp_path / "case")
    for command in (["read", given], ["dossier", tmp_path / "case", "-o", tmp_path / "page.html"]):
        errors = sayso(*command).stderr.decode()
        assert "picture.html: a PNG image" in errors, errors
        assert "murmurs.txt: no attribution cues" in errors, errors
        assert not re.search("[0-9a-f]{32}", errors)


def test_the_bare_command_shows_its_help_once() -> None:
    done = sayso()
    assert done.returncode == 64
    assert done.stderr.decode().count("Usage:") == 1
    assert not done.stderr.startswith(b"sayso:")


def test_the_list_of_commands_cuts_none_of_its_sentences() -> None:
    assert "..." not in sayso("-h").stdout.decode().partition("Commands:")[2]


def test_a_reader_that_goes_away_is_no_error(reports: Path) -> None:
    command = [sys.executable, "-m", "sayso", "read", str(reports)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        errors = done.stderr.read()
    assert (done.returncode, errors) == (0, b"")


def test_articles_of_a_folder_are_told_apart(reports: Path) -> None:
    shown = sayso("read", reports).stdout.decode()
    assert [f"─── {number} of 5 ──" in shown for number in range(1, 6)] == [True] * 5
