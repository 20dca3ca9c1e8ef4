"""Records to bytes and back: canonical JSON for hashing and JSON Lines, JSON Schema for other people."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from sayso.errors import InputError
from sayso.model import PERSISTED, Record

SCHEMA_VERSION = 1

R = TypeVar("R", bound=Record)

TYPE_BY_NAME: Mapping[str, type[Record]] = {cls.__name__: cls for cls in PERSISTED}
_EDITED = "It was edited, or made by another version of Sayso"
_ENCODER = msgspec.json.Encoder(order="sorted")


def to_json(record: Record) -> bytes:
    """`record` as canonical JSON: keys sorted, UTF-8, no white space."""
    return _ENCODER.encode(record)


def to_plain(value: object) -> Any:
    """`value` (a record or part of one) as dicts, lists, strings and numbers."""
    return msgspec.to_builtins(value)


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """The record in a plain mapping; raises InputError if it is none, or its id does not fit its fields."""
    try:
        return msgspec.convert(plain, type=kind, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise InputError(f"not a {kind.__name__}: {error}", _EDITED) from error


def from_json(kind: type[R], encoded: bytes) -> R:
    """The record that `to_json` gave these bytes for; raises InputError as `from_plain` does."""
    try:
        return msgspec.json.decode(encoded, type=kind)
    except (msgspec.MsgspecError, ValueError) as error:
        raise InputError(f"not a {kind.__name__}: {error}", _EDITED) from error


def hash_records(records: Iterable[Record]) -> str:
    """The ledger hash: sha256 over canonical JSON, for records given by type (in the model's order) and id."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(type(record).__name__.encode() + b"\0" + to_json(record) + b"\n")
    return digest.hexdigest()


def json_schema() -> dict[str, Any]:
    """JSON Schema of every persisted record type."""
    schemas, components = msgspec.json.schema_components(PERSISTED, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Sayso records, version {SCHEMA_VERSION}",
        "anyOf": list(schemas),
        "$defs": components,
    }
