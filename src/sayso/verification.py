"""Does every quote still stand in the preserved bytes? Re-cuts each one, and trusts nothing in between.

Four questions, each answered from the bytes up: does every source file still have the sha256 that is its
name; does every capture's payload still come out of its file with its digest; can every article's text be
cut again from its payload by its offset map; does every span of every record cut exactly its quote. Then:
do all record ids fit their fields, and does the whole ledger have the hash in the manifest.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from sayso.capture.charset import decode
from sayso.capture.payloads import PayloadReader
from sayso.case import Case
from sayso.codec import hash_records
from sayso.errors import SaysoError
from sayso.ids import sha256
from sayso.ledger.store import Ledger
from sayso.model import Article, Capture, Record
from sayso.spans import Span


@dataclasses.dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit: which kind of thing, its id or name, what is wrong, and the sha256 of its source."""

    kind: str
    subject: str
    detail: str
    source: str = ""


@dataclasses.dataclass(slots=True)
class Verification:
    """The outcome: what was checked, what does not fit."""

    sources: int = 0
    articles: int = 0
    quotes: int = 0
    misfits: list[Misfit] = dataclasses.field(default_factory=list)
    given: dict[str, str] = dataclasses.field(default_factory=dict)

    def told(self) -> Iterator[str]:
        """What does not fit, a line for each source and kind of thing: one changed file can cost 500 quotes."""
        gathered: dict[tuple[str, str], list[Misfit]] = {}
        for misfit in self.misfits:
            alone = "" if misfit.source else misfit.subject
            gathered.setdefault((misfit.source or alone, misfit.kind), []).append(misfit)
        for (source, kind), found in gathered.items():
            first, name = found[0], self.given.get(source, source)
            if kind == "source":
                yield (
                    f"source {name} (sha256 {source}): {first.detail}"
                    if name != source
                    else f"source {name}: {first.detail}"
                )
            elif len(found) == 1:
                yield f"{kind} {first.subject}{f' of {name}' if first.source else ''}: {first.detail}"
            else:
                yield f"{len(found)} {kind}s of {name}; the first, {first.subject}: {first.detail}"


def verify(case: Case) -> Verification:
    """Check the whole case; an empty `misfits` means that everything fits."""
    found = Verification()
    manifest = case.manifest()
    found.given = case.sources.given()
    for name, problem in case.sources.check():
        found.misfits.append(Misfit("source", name, problem, name))
    found.sources = len(case.sources.files())
    if missing := set(manifest["sources"]) - case.sources.files().keys():
        found.misfits += [Misfit("source", name, "was there at the last build and is gone") for name in sorted(missing)]
    with Ledger.open(case.ledger_path) as ledger:
        edited = list(ledger.misfits())
        found.misfits += [Misfit(f"record in {table}", name, detail) for table, name, detail in edited]
        if edited:  # rows that do not decode cannot be checked further
            return found
        records = list(ledger.records())
    if hash_records(records) != manifest["ledger_hash"]:
        detail = "the ledger does not have the hash in the manifest: a record was edited, added or removed"
        found.misfits.append(Misfit("ledger", case.ledger_path.name, detail))
    with PayloadReader(case.settings.limits) as reader:
        _check_quotes(case, reader, records, found)
    return found


def _check_quotes(case: Case, reader: PayloadReader, records: list[Record], found: Verification) -> None:
    captures = {r.id: r for r in records if isinstance(r, Capture)}
    spans: dict[str, dict[Span, str]] = {}
    for record in records:
        for span in spans_in(record):
            spans.setdefault(span.article_id, {}).setdefault(span, record.id)
    payload_of = ("", "")  # articles come by capture, and a payload can hold many articles
    for article in sorted((r for r in records if isinstance(r, Article)), key=_by_source(captures)):
        found.articles += 1
        source = captures[article.capture_id].source_digest
        if payload_of[0] != article.capture_id:
            try:
                payload_of = (article.capture_id, _payload(case, reader, captures[article.capture_id]))
            except (SaysoError, OSError, ValueError) as error:
                found.misfits.append(Misfit("payload", article.capture_id, str(error), source))
                payload_of = (article.capture_id, "")
        found.misfits += [
            Misfit("article", article.id, what, source) for what in _article_misfits(article, payload_of[1])
        ]
        for span, record_id in spans.pop(article.id, {}).items():
            found.quotes += 1
            if detail := _misfit_of(span, article, payload_of[1]):
                found.misfits.append(Misfit("quote", record_id, detail, source))
    found.misfits += [
        Misfit("quote", name, "belongs to no article") for left in spans.values() for name in left.values()
    ]


def _by_source(captures: Mapping[str, Capture]) -> Callable[[Article], tuple[str, str, str, str]]:
    """Order articles so that each source file, and each payload in it, is opened once."""

    def place(article: Article) -> tuple[str, str, str, str]:
        capture = captures[article.capture_id]
        return capture.source_digest, capture.locator, capture.id, article.part

    return place


def _payload(case: Case, reader: PayloadReader, capture: Capture) -> str:
    body = reader.open(case.sources.path(capture.source_digest), capture.locator)
    if sha256(body) != capture.payload_digest:
        raise ValueError(f"payload {capture.locator or 'of ' + capture.source_digest} has another sha256 than recorded")
    return decode(body, capture.charset)


def _article_misfits(article: Article, payload: str) -> Iterator[str]:
    if sha256(article.text.encode("utf-8", "surrogatepass")) != article.text_digest:
        yield "its text has another sha256 than recorded"
    try:
        if article.source_map.recut(0, len(article.text), payload) != article.text:
            yield "its text cannot be cut again from the preserved bytes"
    except ValueError as error:
        yield str(error)


def _misfit_of(span: Span, article: Article, payload: str) -> str | None:
    if article.text[span.start : span.end] != span.exact:
        return f"the article does not read “{span.exact[:60]}” at {span.start}:{span.end}"
    try:
        again = article.source_map.recut(span.start, span.end, payload)
    except ValueError as error:
        return str(error)
    return None if again == span.exact else f"the preserved bytes do not read “{span.exact[:60]}”"


def spans_in(value: object) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))
