"""The tables of a ledger, generated from the record types: one table a type, one column a field.

Scalars and closed-vocabulary terms are plain columns. A `Span` becomes `span_start`, `span_end`, `quote`,
`prefix` and `suffix` (and `article_id` where the record has none of its own). Times are ISO 8601 text in
UTC. Everything else (tuples, credits, offset maps) is JSON text, which SQLite's json functions read.
"""

import dataclasses
import datetime
import enum
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Table, Text

from sayso.codec import from_plain, to_plain
from sayso.model import (
    PERSISTED,
    Activity,
    Agent,
    Article,
    Attribution,
    Capture,
    Certainty,
    Claim,
    ClaimMention,
    Contradiction,
    Corroboration,
    Derivation,
    Drift,
    Mention,
    Quantity,
    Question,
    Record,
    RhetoricalDevice,
    Skip,
)
from sayso.spans import Span

NAMES: Mapping[type[Record], str] = {
    Activity: "activities",
    Agent: "agents",
    Capture: "captures",
    Article: "articles",
    Skip: "skips",
    Mention: "mentions",
    Attribution: "attributions",
    ClaimMention: "claim_mentions",
    Certainty: "certainties",
    Quantity: "quantities",
    RhetoricalDevice: "rhetorical_devices",
    Derivation: "derivations",
    Claim: "claims",
    Corroboration: "corroborations",
    Contradiction: "contradictions",
    Drift: "drifts",
    Question: "questions",
}

PARENTS = {
    "made_by": "activities",
    "capture_id": "captures",
    "article_id": "articles",
    "derived_id": "articles",
    "attribution_id": "attributions",
    "carried_over_id": "attributions",
    "within_id": "attributions",
    "claim_mention_id": "claim_mentions",
    "first_mention_id": "claim_mentions",
    "from_mention_id": "claim_mentions",
    "to_mention_id": "claim_mentions",
    "claim_id": "claims",
}

SPAN_COLUMNS = {"span_start": "start", "span_end": "end", "quote": "exact", "prefix": "prefix", "suffix": "suffix"}

METADATA = MetaData()


def _field_types(kind: type[Record]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}


_HINTS: Mapping[type[Record], Mapping[str, Any]] = {kind: _field_types(kind) for kind in PERSISTED}


def _core(hint: Any) -> Any:
    """The type itself of `X` or `X | None`."""
    if isinstance(hint, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def _sql_type(hint: Any) -> type[Any] | None:
    core = _core(hint)
    if core in (int, bool):
        return Integer
    if core is float:
        return Float
    if core in (str, datetime.datetime) or (isinstance(core, type) and issubclass(core, enum.Enum)):
        return Text
    return None


def _columns(kind: type[Record]) -> list[Column[Any]]:
    columns: list[Column[Any]] = []
    hints = _HINTS[kind]
    for name, hint in hints.items():
        if hint is Span:
            columns += [] if "article_id" in hints else [_column("article_id", Text, required=True)]
            columns += [Column(c, Integer if c.startswith("span") else Text, nullable=False) for c in SPAN_COLUMNS]
        elif name == "id":
            columns.append(Column("id", Text, primary_key=True))
        else:
            columns.append(_column(name, _sql_type(hint) or Text, required=not isinstance(hint, types.UnionType)))
    return columns


def _column(name: str, sql_type: type[Any], *, required: bool) -> Column[Any]:
    parent = PARENTS.get(name)
    if parent is None:
        return Column(name, sql_type, nullable=not required)
    key = ForeignKey(f"{parent}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name, sql_type, key, nullable=not required, index=name != "made_by")


TABLES: Mapping[type[Record], Table] = {kind: Table(NAMES[kind], METADATA, *_columns(kind)) for kind in PERSISTED}


def with_dependents(kinds: Iterable[type[Record]]) -> set[type[Record]]:
    """`kinds`, and all that refer to them, however far: what goes when records of these kinds go."""
    found = set(kinds)
    while True:
        names = {NAMES[kind] for kind in found}
        more = {kind for kind, table in TABLES.items() if {key.column.table.name for key in table.foreign_keys} & names}
        if more <= found:
            return found
        found |= more


class _Form(enum.Enum):
    """How a field is kept: in a column as it is, in the columns of a span, as JSON."""

    PLAIN = enum.auto()
    SPAN = enum.auto()
    JSON = enum.auto()


def _form(hint: Any) -> _Form:
    if hint is Span:
        return _Form.SPAN
    return _Form.PLAIN if _sql_type(hint) else _Form.JSON


_FORMS: Mapping[type[Record], tuple[tuple[str, _Form], ...]] = {
    kind: tuple((name, _form(hint)) for name, hint in hints.items()) for kind, hints in _HINTS.items()
}


def to_row(record: Record) -> dict[str, Any]:
    """The column values of one record."""
    plain: dict[str, Any] = to_plain(record)
    row: dict[str, Any] = {}
    for name, form in _FORMS[type(record)]:
        value = plain[name]
        if form is _Form.SPAN:
            row.setdefault("article_id", value["article_id"])
            row.update({column: value[part] for column, part in SPAN_COLUMNS.items()})
        elif value is None or form is _Form.PLAIN:
            row[name] = value
        else:
            row[name] = msgspec.json.encode(value).decode()
    return row


def from_row(kind: type[Record], row: Mapping[str, Any]) -> Record:
    """The record in one row; raises InputError if its id no longer fits its columns."""
    plain: dict[str, Any] = {}
    for name, form in _FORMS[kind]:
        if form is _Form.SPAN:
            plain[name] = {part: row[column] for column, part in SPAN_COLUMNS.items()}
            plain[name]["article_id"] = row["article_id"]
        elif form is _Form.PLAIN or row[name] is None:
            plain[name] = row[name]
        else:
            plain[name] = msgspec.json.decode(row[name])
    return from_plain(kind, plain)
