"""The scripts that measure are still able to: each is loaded, with the names it takes from the package.

Those that train need torch, which the tests do without: of them the names are looked up.
"""

import ast
import importlib
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(path for folder in ("eval", "bench") for path in (ROOT / folder).glob("*.py"))
TRAINING = sorted((ROOT / "train").glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_a_script_loads(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(script.parent))
    assert runpy.run_path(str(script))["__doc__"]


@pytest.mark.parametrize("script", TRAINING, ids=[path.stem for path in TRAINING])
def test_what_a_training_script_takes_from_the_package_is_there(script: Path) -> None:
    for node in ast.walk(ast.parse(script.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "sayso":
            assert node.module
            module = importlib.import_module(node.module)
            assert not [one.name for one in node.names if not hasattr(module, one.name)], node.module
