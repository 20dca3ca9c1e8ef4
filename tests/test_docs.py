"""The documentation cannot drift from the code."""

import re
import runpy
from pathlib import Path

import pytest

import sayso
from sayso.cli import cli

ROOT = Path(__file__).parent.parent
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))


def test_reference_pages_are_up_to_date() -> None:
    generated = runpy.run_path(str(ROOT / "docs" / "reference" / "generate.py"))["pages"]()
    for name, content in generated.items():
        assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == content, f"{name}: run `make docs`"


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in cli.commands:
        assert f"sayso {name}" in readme, name


def test_readme_gives_the_test_command_that_ci_runs() -> None:
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_public_names() -> None:
    assert sorted(sayso.__all__) == sayso.__all__
    for name in sayso.__all__:
        assert getattr(sayso, name).__doc__, name
