"""Content ids: what a record *is* decides its name, so a re-run gives the same ids.

Every field is written with a type tag and its length before it is hashed, as in DSSE's
pre-authentication encoding. Joining fields with a separator is not enough: ("gov.uk", "x1") and
("gov", "uk.x1") would share an id.
"""

import dataclasses
import datetime
import enum
import functools
import hashlib
from collections.abc import Iterable
from typing import Any

ID_HEX_DIGITS = 32  # 128 bits: 10^9 records collide with probability below 10^-20


def sha256(payload: bytes) -> str:
    """The lower-case hexadecimal SHA-256 of `payload`."""
    return hashlib.sha256(payload).hexdigest()


def _text(value: str) -> bytes:
    body = value.encode("utf-8", "surrogatepass")
    return b"s%d:%b" % (len(body), body)


def _tagged(tag: str, body: bytes) -> bytes:
    return f"{tag}{len(body)}:".encode("ascii") + body


def encode(value: object) -> bytes:
    """`value` as bytes that no other value shares; raises TypeError for a type without an encoding."""
    if type(value) is str:  # nine of ten values
        return _text(value)
    match value:
        case None:
            return b"n0:"
        case bool():
            return _tagged("b", b"1" if value else b"0")
        case enum.Enum():
            return encode(value.value)
        case str():
            return _text(value)
        case int():
            return _tagged("i", str(value).encode("ascii"))
        case float():
            return _tagged("f", repr(value).encode("ascii"))
        case datetime.datetime():
            return _tagged("t", value.astimezone(datetime.UTC).isoformat().encode("ascii"))
        case tuple() | list():
            return _tagged("l", b"".join(map(encode, value)))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _tagged("l", b"".join([encode(getattr(value, name)) for name in _compared(type(value))]))
    raise TypeError(f"no id encoding for {type(value).__name__}")


@functools.cache
def _compared(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that take part in its identity."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.compare)


def content_id(prefix: str, fields: Iterable[object]) -> str:
    """`prefix_` and 32 hexadecimal digits, from the identity fields alone."""
    digest = hashlib.sha256(encode(tuple(fields))).hexdigest()
    return f"{prefix}_{digest[:ID_HEX_DIGITS]}"
