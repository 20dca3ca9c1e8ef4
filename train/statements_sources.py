"""What the reports of one event call whom they quote, in pairs: of one origin, or of two.

Two kinds of gold: tables of invented sources (`eval/sources.py`), and cases whose attributions readers have marked with
the origin of each source (`origin` in attributions.jsonl): `side/body`, or `side/body/person` for one who speaks for
himself; "?" where nobody could tell. A body's head, its spokesman and its papers are that body.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import sources as tables

from sayso.corroborate.source_names import is_pronoun
from sayso.networks.statements import as_source

GOLD = Path(__file__).parent.parent / "eval" / "gold"
UNSURE = frozenset({"loose", "?"})
GENERAL = "government"  # of a state: may be any of its bodies, and is not one of them

Told = tuple[str, str]
"""Words and their language."""


@dataclass(frozen=True, slots=True)
class Event:
    """The sources of an event with the origin of each."""

    named: Sequence[tuple[Told, str]]
    held: bool


def events() -> Iterator[Event]:
    """All of them."""
    for table in sorted(GOLD.glob("sources.*.tsv")):
        yield from _of_table(table)
    for marked in sorted(GOLD.glob("*/*/*/attributions.jsonl")):
        yield _of_case(marked)


def pairs(event: Event) -> Iterator[tuple[Told, Told, bool]]:
    """Each two wordings of an event, and whether they are of one origin; none of a land's government and its bodies."""
    for (one, origin), (other, other_origin) in combinations(sorted(set(event.named)), 2):
        if one != other and not _may_be_either(origin, other_origin):
            yield one, other, origin == other_origin


def _may_be_either(one: str, other: str) -> bool:
    (side, _, body), (other_side, _, other_body) = one.partition("/"), other.partition("/")
    return bool(body) and side == other_side and one != other and GENERAL in (body, other_body)


def _of_table(table: Path) -> Iterator[Event]:
    for _, phrases in sorted(tables.events(table).items()):
        sure = (one for one in phrases if one.naming not in UNSURE)
        named = [((as_source(one.attribution.source_name), one.article.language), one.origin) for one in sure]
        yield Event(named, tables.HELD in table.name)


def _of_case(marked: Path) -> Event:
    reports = {one["id"]: one for one in _rows(marked.parent / "reports.jsonl")}
    named = []
    for row in _rows(marked):
        report = reports[row["id"]]
        for one in row["attributions"]:
            if one["source"] and one.get("origin", "?") not in UNSURE:
                words = " ".join(" ".join(report["text"][start:end] for start, end in one["source"]).split())
                if not is_pronoun(words):
                    named.append(((as_source(words), report["language"]), one["origin"]))
    return Event(named, held=False)


def _rows(file: Path) -> list[Mapping[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
