"""Articles out of JSON: one report an object, or a list of them, under the names that exporters use.

The words are cut from the JSON text itself, escapes mapped, so a quote leads back to the file.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.extract.assembly import joined
from sayso.extract.credits import credits_in
from sayso.extract.dates import clock
from sayso.extract.furniture import is_furniture
from sayso.extract.json_strings import Path, string_places, unescaped
from sayso.extract.language import identify
from sayso.extract.plain import paragraphs, sentences_of
from sayso.extract.sign_offs import set_sign_offs_apart
from sayso.ids import sha256
from sayso.model import Article, Block, Capture, Clock, Skip
from sayso.vocab import BlockRole, SkipReason

TEXT = ("text", "content", "content_text", "body", "articleBody", "maintext", "full_text", "summary", "description")
HEADLINE = ("headline", "title", "name")
AUTHOR = ("author", "byline", "creator", "authors")
PUBLISHER = ("publisher", "outlet", "source", "site_name", "domain", "site", "feed")
URL = ("url", "link", "canonical_url", "external_url", "uri")
PUBLISHED = ("published", "published_at", "date_published", "datePublished", "date", "pubDate", "publish_date")
MODIFIED = ("modified", "updated", "date_modified", "dateModified", "updated_at")
LANGUAGE = ("language", "lang", "inLanguage")
LISTS = ("articles", "reports", "items", "entries", "results")


def read_json(capture: Capture, source: str) -> Iterator[Article | Skip]:
    """Every report in the document `source`; what is no report is a Skip."""
    try:
        document = json.loads(source)
    except (ValueError, RecursionError) as error:
        yield _skip(capture, SkipReason.MALFORMED, f"not readable as JSON: {error}")
        return
    places = string_places(source)
    reports = list(_reports(document))
    if not reports:
        yield _skip(capture, SkipReason.NO_TEXT, "no report in this JSON: an object with a text is needed")
    for path, report in reports:
        yield _article(capture, source, places, (path, report))


def _reports(document: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if isinstance(document, dict):
        inner = next((name for name in LISTS if isinstance(document.get(name), list)), None)
        if inner is None or _first(document, TEXT[:4]):
            yield (), document
            return
        for number, row in enumerate(document[inner]):
            if isinstance(row, dict):
                yield (inner, number), row
    elif isinstance(document, list):
        for number, row in enumerate(document):
            if isinstance(row, dict):
                yield (number,), row


def _first(report: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of the fields that holds words, and them; a list or an object counts by its first name."""
    for name in names:
        value = report.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            # Half of a surrogate pair can be written in JSON and nowhere else.
            return name, value.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return None


def _said(report: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    found = _first(report, names)
    return found[1] if found else None


def _clock(report: Mapping[str, Any], names: tuple[str, ...]) -> Clock | None:
    found = _first(report, names)
    return clock(found[1], f"field {found[0]}") if found else None


def _article(
    capture: Capture, source: str, places: Mapping[Path, tuple[int, int]], found: tuple[Path, Mapping[str, Any]]
) -> Article | Skip:
    path, report = found
    part = "/".join(map(str, path))
    body = next((name for name in TEXT if (*path, name) in places and report[name].strip()), None)
    headline = next((name for name in HEADLINE if (*path, name) in places and report[name].strip()), None)
    if body is None and headline is None:
        return _skip(capture, SkipReason.NO_TEXT, f"{part or 'the object'} has neither a text nor a headline")
    fields = [name for name in (headline, body) if name]
    if headline and body and report[body].lstrip().startswith(report[headline].strip()):
        fields = [body]  # the headline opens the text already
    text, source_map, _ = joined([unescaped(source, *places[(*path, name)]) for name in fields])
    if any("\ud800" <= ch <= "\udfff" for ch in text):
        return _skip(capture, SkipReason.BAD_CHARSET, f"{part or 'the object'} holds half of a surrogate pair")
    title = report[headline].strip() if headline else None
    declared = credits_in(text)
    blocks = set_sign_offs_apart(text, tuple(_blocks(text, title, {(c.start, c.end) for c in declared})), declared)
    language = identify(text, _said(report, LANGUAGE))
    return Article(
        capture_id=capture.id,
        part=part,
        url=_said(report, URL) or capture.url,
        headline=title,
        author=_said(report, AUTHOR),
        publisher=_said(report, PUBLISHER),
        credits=declared,
        language=language,
        published=_clock(report, PUBLISHED),
        modified=_clock(report, MODIFIED),
        text=text,
        text_digest=sha256(text.encode("utf-8")),
        blocks=blocks,
        sentences=tuple(sentences_of(text, blocks, language)),
        source_map=source_map,
    )


def _blocks(text: str, headline: str | None, credit_lines: set[tuple[int, int]]) -> Iterator[Block]:
    for number, (start, end) in enumerate(paragraphs(text)):
        if number == 0 and headline and text[start:end] == headline:
            role = BlockRole.HEADLINE
        elif (start, end) in credit_lines:
            role = BlockRole.CREDIT
        else:
            role = BlockRole.FURNITURE if is_furniture(text[start:end]) else BlockRole.BODY
        yield Block(start=start, end=end, role=role)


def _skip(capture: Capture, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage="extract", subject=capture.id, reason=reason, detail=detail)
