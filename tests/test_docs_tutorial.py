"""The tutorial's commands exist, and its output is of the files that are shipped; docs/run_tutorial.py renews it."""

import re
import runpy
from importlib import resources
from pathlib import Path

import pytest

from sayso.cli import cli
from sayso.ids import sha256

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "tutorial.md").read_text("utf-8")
CASE = Path(str(resources.files("sayso"))) / "examples" / "case"
MAKER = runpy.run_path(str(DOCS / "run_tutorial.py"))


def blocks() -> list[str]:
    return [found["body"] for found in MAKER["BLOCK"].finditer(PAGE)]


def test_every_command_exists() -> None:
    used = {name for body in blocks() for name in re.findall(r"(?:^\$ |\| )sayso (\w+)", body, re.MULTILINE)}
    assert used <= set(cli.commands)
    assert {"read", "add", "build", "show", "dossier", "export", "verify", "annotate"} <= used


def test_every_file_named_exists() -> None:
    for name in re.findall(r"\$EXAMPLES/(\S+)", "".join(blocks())):
        assert (CASE.parent / name).exists(), name


def test_digests_are_those_of_the_shipped_files() -> None:
    shown = re.findall(r"^kept  (\w{12})  (\d\d-\S+)$", PAGE, re.MULTILINE)
    assert shown
    for digest, name in shown:
        assert sha256((CASE / name).read_bytes()).startswith(digest), "run docs/run_tutorial.py"


def test_no_fault_of_ours_is_pasted() -> None:
    assert not re.search(r"Traceback|stage_failed|a step failed", PAGE)


def test_commands_are_found_with_the_lines_that_continue_them() -> None:
    body = '$ one\nout\n$ two "a\n> b"\n> c\nout\n'
    assert MAKER["commands"](body) == ["one", 'two "a\n> b"\n> c']


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        (None, ["a", "b", "c", "d"]),
        ("1-2", ["a", "b", "    […2 lines]"]),
        ("2, 4", ["    […1 lines]", "b", "    […1 lines]", "d"]),
    ],
)
def test_what_is_left_out_is_counted(keep: str | None, expected: list[str]) -> None:
    assert MAKER["shortened"](["a", "b", "c", "d"], keep) == expected


def test_exit_code_stays_when_the_rest_is_left_out() -> None:
    assert MAKER["shortened"](["a", "b", "[exit code 2]"], "1") == ["a", "    […1 lines]", "[exit code 2]"]
