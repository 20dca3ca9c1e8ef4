"""Rows in, pairs out: `sayso lineage IN.jsonl -o OUT.jsonl`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.documents import Document, from_row
from sayso.lineage.findings import Finding, Findings, find
from sayso.lineage.hidden import common_origin, hidden_origins
from sayso.model import Credit, Skip
from sayso.row_files import Unreadable, rows_of
from sayso.settings import LineageSettings
from sayso.vocab import SkipReason

HELD_BYTES = 32 * 2**20  # of lines; so many are compared in memory, in some 400 MB, more over files (`engine.disk`)

CreditsOf = Callable[[str], tuple[Credit, ...]]
"""The credit lines of a text, with offsets into it."""

Unread = tuple[SkipReason, str]
"""Why a row is not compared, or is compared without its time, and in words."""

MOST_TOLD = 1_000  # rows that are named one by one; the rest are counted
_SHOWN = 80  # characters of what a row has


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
    """What `lineage_rows` could not read, by the numbers of the rows from 1 on; of more than a thousand how many.

    Rows without an id or a text, rows whose id was there before, and times that cannot be read: a row with such a one
    is compared without it.
    """
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
    return _parted(documents_of(rows_of(lines, is_exact=False), credits_of), "line")


def documents_of(
    rows: Iterable[tuple[int, Mapping[str, Any] | Unreadable]], credits_of: CreditsOf | None
) -> Iterator[tuple[int, Document | Unread]]:
    """A document for each numbered row, or why there is none; behind one whose time cannot be read that it is so."""
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
        published = row.get("published") if isinstance(row, Mapping) else None
        if document.published is None and published is not None and str(published).strip():
            detail = f"published “{_shown(published)}” cannot be read as a time: the text is compared without it"
            yield number, (SkipReason.MALFORMED, detail)


def repeated(key: str) -> Unread:
    """Why a row whose id was there before is not compared."""
    return SkipReason.DUPLICATE, f"id {_shown(key)} was there before"


def told(name: str, unread: Iterable[tuple[int, Unread]], more: int = 0) -> list[Skip]:
    """The skips of rows or lines, as `name` says; beyond `MOST_TOLD`, and `more`, how many."""
    ordered = sorted(unread)
    skips = [_skip(f"{name} {number}", *why) for number, why in ordered[:MOST_TOLD]]
    more += len(ordered) - len(skips)
    return [*skips, _skip(f"{more} more {name}s", SkipReason.MALFORMED, "could not be read")] if more else skips


def _skip(subject: str, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage="lineage", subject=subject, reason=reason, detail=detail)


def _shown(value: object) -> str:
    words = value if isinstance(value, str) else type(value).__name__
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _document_of(row: Mapping[str, Any] | Unreadable, credits_of: CreditsOf | None) -> Document:
    if isinstance(row, Unreadable):
        raise ValueError(row.detail)
    if not isinstance(row, Mapping):
        raise ValueError("not an object")
    text = row.get("text")
    return from_row(row, credits_of(text) if credits_of and isinstance(text, str) else ())


def _parted(given: Iterable[tuple[int, Document | Unread]], name: str) -> tuple[list[Document], list[Skip]]:
    documents: list[Document] = []
    unread: list[tuple[int, Unread]] = []
    more = 0
    for number, found in given:
        if isinstance(found, Document):
            documents.append(found)
        elif len(unread) < MOST_TOLD:
            unread.append((number, found))
        else:
            more += 1
    return documents, told(name, unread, more)


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
