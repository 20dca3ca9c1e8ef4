"""The house stays habitable: sizes, and what must not be in it."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 500, 60, 8


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_file_is_habitable(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= MOST_LINES
    assert path.name != "utils.py"
    assert not re.search(r"TODO|FIXME|XXX|NotImplementedError|\.\./shared", text)
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "every file says what it is"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MOST_FUNCTION_LINES, node.name
            names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
            assert len([n for n in names if n not in ("self", "cls")]) <= MOST_PARAMETERS, node.name


def test_folders_are_one_level_deep() -> None:
    deepest = {len(path.relative_to(ROOT / "src" / "sayso").parts) for path in SOURCES}
    assert max(deepest) <= 2


def test_every_word_list_says_where_it_comes_from() -> None:
    lexicons = sorted((ROOT / "src" / "sayso" / "lexicons").glob("*.toml"))
    assert lexicons
    for path in lexicons:
        about = tomllib.loads(path.read_text("utf-8"))["about"]
        assert all(about[key] for key in ("name", "version", "source", "licence")), path.name
        assert not re.search(r"GPL|NC", about["licence"]), path.name
