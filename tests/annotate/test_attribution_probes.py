"""What is read of the usual constructions of news prose, a table a language (`attribution/<language>.toml`).

Every table holds sentences with a speaker and sentences without one. What is listed in `missed` is known to go
unread, or in part; there nothing may be read that the table does not have: a miss is allowed, a wrong mouth is not.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Attribution

TABLES = sorted((Path(__file__).parent / "attribution").glob("*.toml"))
ENOUGH = 0.75  # share of words that two contents have in common; conjunctions and marks do not matter
FEWEST_SAID, FEWEST_SILENT = 25, 6
Pair = tuple[str, str]
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def wanted(row: list[str]) -> list[Pair]:
    return list(zip(row[1::2], row[2::2], strict=True))


def read(text: str, language: str) -> list[Pair]:
    """Source and content of all that is read."""
    headline, _, body = text.removeprefix("# ").partition("\n") if text.startswith("# ") else ("", "", text)
    of = article(body, headline=headline or None, language=language)
    found = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    return [(a.source_name or "", " ".join(span.exact for span in a.content)) for a in found]


def is_same(a: Pair, b: Pair) -> bool:
    """Whether two are the same source with, but for a word, the same content."""
    one, two = (set(_WORD.findall(pair[1].lower())) for pair in (a, b))
    return a[0].strip('“”«»„"') == b[0].strip('“”«»„"') and len(one & two) >= ENOUGH * len(one | two)


def weigh(row: list[str], language: str) -> tuple[list[Pair], list[Pair]]:
    """What of a row is not read, and what is read that it does not have."""
    found, due = read(row[0], language), wanted(row)
    missing = [pair for pair in due if not any(is_same(pair, other) for other in found)]
    wrong = [pair for pair in found if not any(is_same(pair, other) for other in due)]
    return missing, wrong


ROWS = [(path.stem, row) for path in TABLES for row in load(path)["said"]]
MISSED = [(path.stem, row) for path in TABLES for row in load(path).get("missed", [])]
SILENT = [(path.stem, text) for path in TABLES for text in load(path)["silent"]]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{lang}-{row[0][:40]}" for lang, row in ROWS])
def test_reads_who_says_what(language: str, row: list[str]) -> None:
    assert weigh(row, language) == ([], [])


@pytest.mark.parametrize(("language", "row"), MISSED, ids=[f"{lang}-{row[0][:40]}" for lang, row in MISSED])
def test_a_construction_that_is_missed_puts_no_word_in_a_wrong_mouth(language: str, row: list[str]) -> None:
    missing, wrong = weigh(row, language)
    assert missing, "read by now: move it to `said`"
    assert wrong == []


@pytest.mark.parametrize(("language", "text"), SILENT, ids=[f"{lang}-{text[:40]}" for lang, text in SILENT])
def test_gives_no_speaker_to_a_sentence_without_one(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_is_long_enough(path: Path) -> None:
    table = load(path)
    assert len(table["said"]) + len(table.get("missed", [])) >= FEWEST_SAID
    assert len(table["silent"]) >= FEWEST_SILENT
