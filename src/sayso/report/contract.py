"""The export contract `sayso/1`: the shape that other programs read, as types; its JSON Schema follows from them.

Offsets are half-open and count Unicode code points of the article's `text`; `text[start:end] == quote`
always. `quote` is the document's own words and nothing else. A field that is not known is null.
A published field is never removed or given another meaning under the same version.
"""

from typing import Any, Literal

import msgspec

SCHEMA = "sayso/1"


class ArticleOut(msgspec.Struct, frozen=True, kw_only=True):
    """One article. `published` is ISO 8601, as precise as the source states it; `original_source` as declared."""

    id: str
    url: str | None
    headline: str | None
    author: str | None
    publisher: str | None
    published: str | None
    modified: str | None
    captured: str | None
    original_source: str | None
    language: str
    source_sha256: str
    text: str


class QuantityOut(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the appearance; an open end is null."""

    low: float | None
    high: float | None
    bound: str
    measure: str
    unit: str | None


class AppearanceOut(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a claim is made. `source` null is the writer's own voice, or a cue without a source."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    role: str
    source: str | None
    source_printed: str | None
    cue: str | None
    source_kind: str | None
    manner: str | None
    carried_over_from: str | None
    certainty: str
    mode: str
    polarity: str
    quantities: tuple[QuantityOut, ...]


class GroupOut(msgspec.Struct, frozen=True, kw_only=True):
    """Articles folded into one origin; `certain` false means that it may or may not be a further origin."""

    origin: str
    articles: tuple[str, ...]
    certain: bool
    reason: str


class ClaimOut(msgspec.Struct, frozen=True, kw_only=True):
    """One claim, its appearances, and how many independent origins stand behind it, as [low, high]."""

    id: str
    text: str
    independent: tuple[int, int]
    groups: tuple[GroupOut, ...]
    appearances: tuple[AppearanceOut, ...]


class PlaceOut(msgspec.Struct, frozen=True, kw_only=True):
    """A quote at its place, and who is given as its source."""

    article: str
    start: int
    end: int
    quote: str
    source: str | None


class ValueOut(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values that accounts differ in."""

    value: str
    appearances: tuple[PlaceOut, ...]


class ContradictionOut(msgspec.Struct, frozen=True, kw_only=True):
    """Accounts that differ; `verdict` says whether they conflict or why they only seem to."""

    id: str
    aspect: str
    topic: str
    verdict: str
    reason: str
    values: tuple[ValueOut, ...]


class DriftOut(msgspec.Struct, frozen=True, kw_only=True, rename={"origin": "from"}):
    """Say-so lost between two places."""

    id: str
    origin: PlaceOut
    to: PlaceOut
    lost: str
    where: str
    reason: str


class PassageOut(msgspec.Struct, frozen=True, kw_only=True):
    """Shared words, at their places in the derived text and in the origin."""

    derived: tuple[int, int]
    origin: tuple[int, int]


class DerivationOut(msgspec.Struct, frozen=True, kw_only=True):
    """One text from another. `hidden_origin` names an origin that no article here belongs to."""

    id: str
    derived: str
    origin: str | None
    hidden_origin: str | None
    kind: str
    directed: bool
    basis: str
    coverage: float
    origin_coverage: float
    passages: tuple[PassageOut, ...]
    reasons: tuple[str, ...]


class RhetoricOut(msgspec.Struct, frozen=True, kw_only=True):
    """A loaded expression, what it does, and whose word it is: the writer's or a quoted one."""

    article: str
    start: int
    end: int
    quote: str
    technique: str
    whose: str
    lexicon: str


class QuestionOut(msgspec.Struct, frozen=True, kw_only=True):
    """Something the coverage leaves open."""

    id: str
    kind: str
    text: str
    about: tuple[str, ...]
    closes_with: str
    reasons: tuple[str, ...]


class SkipOut(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not read, and why."""

    stage: str
    subject: str
    reason: str
    detail: str


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A whole case."""

    schema: Literal["sayso/1"] = "sayso/1"
    case: str
    sayso_version: str
    ledger_hash: str
    articles: tuple[ArticleOut, ...]
    claims: tuple[ClaimOut, ...]
    contradictions: tuple[ContradictionOut, ...]
    drift: tuple[DriftOut, ...]
    derivations: tuple[DerivationOut, ...]
    rhetoric: tuple[RhetoricOut, ...]
    questions: tuple[QuestionOut, ...]
    skips: tuple[SkipOut, ...]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an export."""
    schema = msgspec.json.schema(Export, ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://sayso.dev/schema/1", **schema}
