"""The glossary names every record, every part of one and every word of the closed vocabularies, with its term."""

import dataclasses
import re
from enum import StrEnum
from pathlib import Path

import pytest

from sayso import model, spans, vocab
from sayso.vocab import Term

GLOSSARY = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text("utf-8")
PREFIXES = {"prov:": vocab.PROV, "oa:": vocab.OA, "schema:": vocab.SCHEMA}
VOCABULARIES = [kind for kind in vars(vocab).values() if isinstance(kind, type) and issubclass(kind, Term)]


def rows(section: str) -> list[tuple[str, str]]:
    """(our word, standard term) of every row of the tables under a heading, up to the next heading of its rank."""
    rank = section.split(" ", maxsplit=1)[0]
    body = re.split(rf"^{rank} |^## ", GLOSSARY.split(f"\n{section}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    table = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", body, re.MULTILINE)
    return [(word, term) for word, term, _ in table if word not in ("our word", "value")]


def expected_term(member: Term) -> str:
    for prefix, base in PREFIXES.items():
        if member.iri.startswith(base):
            return f"`{prefix}{member.iri.removeprefix(base)}`"
    return "–"


def test_every_record_is_there() -> None:
    assert [word for word, _ in rows("## Records")] == [kind.__name__ for kind in model.PERSISTED]


def test_every_part_of_a_record_is_there() -> None:
    own = {name for name, kind in vars(model).items() if dataclasses.is_dataclass(kind) and kind not in model.PERSISTED}
    parts = (own - {"Record"}) | {spans.Span.__name__, spans.OffsetMap.__name__, spans.Run.__name__}
    assert {word for word, _ in rows("## Parts of records")} == parts


def test_every_vocabulary_is_there() -> None:
    named = re.findall(r"^### (\w+)$", GLOSSARY, re.MULTILINE)
    assert named == [kind.__name__ for kind in VOCABULARIES if kind is not Term]


@pytest.mark.parametrize("kind", [kind for kind in VOCABULARIES if kind is not Term], ids=lambda kind: kind.__name__)
def test_every_value_is_there_with_its_term(kind: type[Term]) -> None:
    assert issubclass(kind, StrEnum)
    assert rows(f"### {kind.__name__}") == [(f"`{member.value}`", expected_term(member)) for member in kind]
