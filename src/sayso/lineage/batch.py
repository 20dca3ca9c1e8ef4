"""Rows in, pairs out: `sayso lineage IN.jsonl -o OUT.jsonl`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.documents import Document, from_row
from sayso.lineage.findings import Finding, Findings, find
from sayso.lineage.hidden import common_origin, hidden_origins
from sayso.model import Credit, Skip
from sayso.row_files import rows_of
from sayso.settings import LineageSettings
from sayso.vocab import SkipReason

HELD_BYTES = 32 * 2**20  # of lines; so many are compared in memory, in some 400 MB, more over files (`engine.disk`)

CreditsOf = Callable[[str], tuple[Credit, ...]]
"""The credit lines of a text, with offsets into it."""

Unread = tuple[SkipReason, str]
"""Why a row is not compared, and in words."""


def lineage_rows(
    rows: Iterable[Mapping[str, Any]], settings: LineageSettings | None = None, credits_of: CreditsOf | None = None
) -> Iterator[dict[str, Any]]:
    """Pairs of rows of which one has text of the other, sorted by id.

    A row has `id` and `text`, and may have `outlet`, `published`, `headline`, `url` and `language`. `published` is
    ISO 8601; a time without a zone is known to within a day. A pair has `derived`, `origin`, `kind`, `coverage` (the
    share of the derived text that stands in the origin), `origin_coverage` (the share of the origin that stands in the
    derived), `directed` (if false, the order of the two means nothing), `basis` of the direction, `common_origin` and
    `reasons` in words. `common_origin` is the name of an agency or outlet, of which no text here is
    shared, that credit lines name as where the text of both is from, else None: with `directed` false neither copied
    the other, with `directed` true the one copied a reprint.
    Texts that share only a quotation are no pair. Rows that cannot be read are passed over; `unread_rows` names them.
    """
    documents, _ = read(rows, credits_of)
    return pairs_of(documents, settings)


def unread_rows(rows: Iterable[Mapping[str, Any]]) -> list[Skip]:
    """Rows without an id or a text, and rows whose id was there before, by number from 1 on."""
    return read(rows)[1]


def pairs_of(documents: Iterable[Document], settings: LineageSettings | None = None) -> Iterator[dict[str, Any]]:
    """The pairs that `lineage_rows` gives, of rows that were read."""
    given = list(documents)
    yield from _pairs(find(signed(given, shown(given)), settings or LineageSettings(), quotations=False))


def read(rows: Iterable[Mapping[str, Any]], credits_of: CreditsOf | None = None) -> tuple[list[Document], list[Skip]]:
    """What `lineage_rows` compares, and what `unread_rows` names."""
    return _parted(documents_of(enumerate(rows, 1), credits_of), "row")


def read_lines(lines: Iterable[bytes], credits_of: CreditsOf | None = None) -> tuple[list[Document], list[Skip]]:
    """The same of the lines of a file: what cannot be read is named by its line."""
    return _parted(documents_of(rows_of(lines), credits_of), "line")


def documents_of(
    rows: Iterable[tuple[int, Mapping[str, Any] | str]], credits_of: CreditsOf | None
) -> Iterator[tuple[int, Document | Unread]]:
    """A document for each numbered row, or why there is none, or why it has no time.

    Words in place of a row say what is wrong with it.
    """
    seen: set[str] = set()
    for number, row in rows:
        try:
            document = _document_of(row, credits_of)
        except ValueError as error:
            yield number, (SkipReason.MALFORMED, str(error))
            continue
        if document.id in seen:
            yield number, repeated(document.id)
            continue
        seen.add(document.id)
        yield number, document
        if isinstance(row, Mapping) and row.get("published") is not None and document.published is None:
            told = f"published “{row['published']}” is no ISO 8601 time: the text is compared without it"
            yield number, (SkipReason.MALFORMED, told)


def repeated(key: str) -> Unread:
    """Why a row whose id was there before is not compared."""
    return SkipReason.DUPLICATE, f"id {key} was there before"


def unread(name: str, number: int, why: Unread) -> Skip:
    """The skip of the row or line, as `name` says, of this number."""
    return Skip(stage="lineage", subject=f"{name} {number}", reason=why[0], detail=why[1])


def _document_of(row: Mapping[str, Any] | str, credits_of: CreditsOf | None) -> Document:
    if isinstance(row, str):
        raise ValueError(row)
    if not isinstance(row, Mapping):
        raise ValueError("not an object")
    text = row.get("text")
    return from_row(row, credits_of(text) if credits_of and isinstance(text, str) else ())


def _parted(given: Iterable[tuple[int, Document | Unread]], name: str) -> tuple[list[Document], list[Skip]]:
    documents, skips = [], []
    for number, found in given:
        if isinstance(found, Document):
            documents.append(found)
        else:
            skips.append(unread(name, number, found))
    return documents, skips


def _pairs(findings: Findings) -> Iterator[dict[str, Any]]:
    documents = findings.documents
    hidden = {document.id: declared for document, declared in hidden_origins(findings.documents, findings)}
    keyed = sorted(findings.found, key=lambda found: (documents[found.derived].id, documents[found.origin].id))
    return (
        pair_row(
            finding,
            documents[finding.derived].id,
            documents[finding.origin].id,
            common_origin(finding, findings, hidden),
        )
        for finding in keyed
    )


def pair_row(finding: Finding, derived: str, origin: str, common: str | None) -> dict[str, Any]:
    """A finding in the form in which it is given out, by the ids of its documents and their common hidden origin."""
    return {
        "derived": derived,
        "origin": origin,
        "kind": finding.kind.value,
        "coverage": round(finding.alignment.left_coverage, 4),
        "origin_coverage": round(finding.alignment.right_coverage, 4),
        "directed": finding.directed,
        "basis": finding.basis.value,
        "common_origin": common,
        "reasons": [reason.detail for reason in finding.reasons],
    }
