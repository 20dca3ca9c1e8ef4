"""Every word table that the rules ask for stands in some lexicon: a slip in a name would read nothing, silently."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sayso.annotate
from sayso import lexicon

MODULES = sorted(Path(sayso.annotate.__file__).parent.glob("*.py"))
MADE = {"made", "by", "possessive"}  # put together in `cues.grammar`


def asked(tree: ast.AST) -> Iterator[str]:
    """The names in `is_in(word, "table", …)` and `words["table"]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "is_in":
            yield from (str(a.value) for a in node.args[1:] if isinstance(a, ast.Constant) and isinstance(a.value, str))
            continue
        match node:
            case ast.Subscript(value=ast.Attribute(attr="words"), slice=ast.Constant(value=str(name))):
                yield name


def test_a_table_that_is_asked_for_stands_in_some_lexicon() -> None:
    known = {key for code in lexicon.languages("cues") for key in lexicon.load("cues", code).tables["words"]}
    names = {(path.name, name) for path in MODULES for name in asked(ast.parse(path.read_text("utf-8")))}
    assert len(names) > 100
    assert sorted(pair for pair in names if pair[1] not in known | MADE) == []
