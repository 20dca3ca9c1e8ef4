"""Does every quote still stand in the preserved bytes? Re-cuts each one, and trusts nothing in between.

Four questions, each answered from the bytes up: does every source file still have the sha256 that is its
name; does every capture's payload still come out of its file with its digest; can every article's text be
cut again from its payload by its offset map; does every span of every record cut exactly its quote. Then:
do all record ids fit their fields, does the whole ledger have the hash in the manifest, does the rest of the
manifest fit, and are the tables, views and search of the ledger as they were made. What does not fit is noted,
and all that can still be checked is. A forger who can redo every digest, this folder's manifest among them, is
not found so: keep the ledger hash somewhere else as well.
"""

import contextlib
import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from sayso.capture.charset import decode
from sayso.capture.payloads import PayloadReader
from sayso.case import Case, StoredManifest
from sayso.codec import hash_records
from sayso.errors import DamagedLedgerError, InputError, SaysoError
from sayso.ids import sha256
from sayso.ledger import integrity
from sayso.ledger.store import BadRow, Ledger
from sayso.model import Activity, Article, Capture, Record
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
    with contextlib.suppress(InputError):  # a damaged list is told below
        found.given = case.sources.given()
    found.sources = len(case.sources.files())
    found.misfits += _source_misfits(case, manifest)
    try:
        records = _read_ledger(case, found)
    except DamagedLedgerError as error:
        found.misfits.append(Misfit("ledger", case.ledger_path.name, error.message))
        return found
    found.misfits += _manifest_misfits(manifest, records)
    if hash_records(records) != manifest["ledger_hash"]:
        detail = "the ledger does not have the hash in the manifest: a record was edited, added or removed"
        found.misfits.append(Misfit("ledger", case.ledger_path.name, detail))
    with PayloadReader(case.settings.limits) as reader:
        _check_quotes(case, reader, records, found)
    return found


def _source_misfits(case: Case, manifest: StoredManifest) -> Iterator[Misfit]:
    try:
        yield from (Misfit("source", name, problem, name) for name, problem in case.sources.check())
    except InputError as error:
        yield Misfit("custody", case.sources.index.name, error.message)
    for name in sorted(set(manifest["sources"]) - case.sources.files().keys()):
        yield Misfit("source", name, "was there at the last build and is gone")
    if custody := manifest.get("custody"):  # what was added since stands behind
        then = case.sources.index.read_bytes()[: custody["size"]]
        if sha256(then) != custody["sha256"]:
            yield Misfit("custody", case.sources.index.name, "its lines are not those of the last build")


def _read_ledger(case: Case, found: Verification) -> list[Record]:
    """The records that can be read; what of the ledger does not fit goes to `found`."""
    with Ledger.open(case.ledger_path, read_only=True) as ledger:
        changed = list(integrity.structure(ledger))
        found.misfits += [Misfit("ledger", name, detail) for name, detail in changed]
        records = []
        kinds = integrity.readable(ledger)
        for record in ledger.decoded(*kinds) if kinds else ():
            if isinstance(record, BadRow):
                found.misfits.append(Misfit(f"record in {record.table}", record.id, record.detail))
            else:
                records.append(record)
        found.misfits += [Misfit("ledger", *finding) for finding in integrity.references(ledger)]
        if not any(name.startswith(integrity.SEARCH_TABLES) for name, _ in changed):
            found.misfits += [Misfit("ledger", *finding) for finding in integrity.search(ledger)]
    return records


def _manifest_misfits(manifest: StoredManifest, records: Sequence[Record]) -> Iterator[Misfit]:
    """What the manifest says that the ledger does not."""
    name = "manifest.json"
    counts = Counter(type(record).__name__ for record in records)
    for kind in sorted(counts.keys() | manifest["counts"].keys()):
        if counts[kind] != manifest["counts"].get(kind, 0):
            stated = manifest["counts"].get(kind, 0)
            yield Misfit("manifest", name, f"it states {stated} records {kind}, and the ledger has {counts[kind]}")
    activities = {(r.id, r.stage, r.version, r.config_digest) for r in records if isinstance(r, Activity)}
    if activities != {(a["id"], a["stage"], a["version"], a["config_digest"]) for a in manifest["activities"]}:
        yield Misfit("manifest", name, "its activities are not those of the ledger")
    sources = {r.source_digest for r in records if isinstance(r, Capture)}
    for digest in sorted(sources - set(manifest["sources"])):
        yield Misfit("manifest", name, f"it does not name the source {digest}, from which the ledger has records")


def _check_quotes(case: Case, reader: PayloadReader, records: list[Record], found: Verification) -> None:
    files = case.sources.files()
    captures = {r.id: r for r in records if isinstance(r, Capture)}
    spans: dict[str, dict[Span, str]] = {}
    for record in records:
        for span in spans_in(record):
            spans.setdefault(span.article_id, {}).setdefault(span, record.id)
    payload_of = ("", "")  # articles come by capture, and a payload can hold many articles
    for article in sorted((r for r in records if isinstance(r, Article)), key=_by_source(captures)):
        found.articles += 1
        capture = captures.get(article.capture_id)
        source = capture.source_digest if capture else ""
        if payload_of[0] != article.capture_id:
            try:
                payload_of = (article.capture_id, _payload(files, reader, captures.get(article.capture_id)))
            except (SaysoError, OSError, ValueError, LookupError) as error:
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
        capture = captures.get(article.capture_id)
        if capture is None:
            return "", "", article.capture_id, article.part
        return capture.source_digest, capture.locator, capture.id, article.part

    return place


def _payload(files: Mapping[str, Path], reader: PayloadReader, capture: Capture | None) -> str:
    if capture is None:
        raise ValueError("the capture that says where the article stands is not there")
    if capture.source_digest not in files:  # an edited ledger must not lead to other files of the machine
        raise ValueError(f"the source {capture.source_digest} is not there")
    body = reader.open(files[capture.source_digest], capture.locator)
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
