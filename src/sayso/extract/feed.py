"""Feeds: every item an article, its words cut from the feed through whatever they are wrapped in.

RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287) and JSON Feed 1.1, read leniently by element name whatever the namespace.
Item text is often HTML escaped once more; the map then leads through both wrappings.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.extract.assembly import joined
from sayso.extract.credits import credits_in
from sayso.extract.dates import clock
from sayso.extract.folding import Folder
from sayso.extract.furniture import is_furniture
from sayso.extract.json_strings import string_places, unescaped
from sayso.extract.language import identify
from sayso.extract.markup import attributes
from sayso.extract.page import read_page
from sayso.extract.plain import sentences_of
from sayso.extract.sign_offs import set_sign_offs_apart
from sayso.extract.xml_text import Part, characters, parts
from sayso.ids import sha256
from sayso.model import Article, Block, Capture, Skip
from sayso.settings import Limits
from sayso.spans import MappedText, OffsetMap
from sayso.vocab import BlockRole, SkipReason

ITEMS = frozenset({"item", "entry"})
HEADS = frozenset({"channel", "feed"})
BODY = ("encoded", "content", "body", "fullitem", "description", "summary", "abstract", "subtitle")  # the fullest first
MARKED_UP = frozenset({"title", *BODY})  # elements whose own elements are markup of the words, not data
PUBLISHED = ("pubdate", "published", "date", "issued", "created")
MODIFIED = ("updated", "modified")

_LOOKS_HTML = re.compile(r"<(?:/?[A-Za-z]|!--)|&(?:#\d|#x|[A-Za-z]{2,31};)")

Words = tuple[str, OffsetMap]


@dataclass(slots=True)
class Item:
    """The elements right inside an item or a feed: name → character data, first one kept; and its links."""

    fields: dict[str, Words] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    source_url: str | None = None
    language: str | None = None

    def said(self, *names: str) -> str | None:
        """The first of the fields that holds words, trimmed."""
        found = (self.fields[name][0].strip() for name in names if name in self.fields)
        return next((words for words in found if words), None)

    @property
    def link(self) -> str | None:
        """The address of the article itself."""
        ranked = sorted(self.links, key=lambda link: link[0] not in ("", "alternate"))
        return next((href for _, href in ranked if href.startswith(("http://", "https://"))), None)


def read_feed(capture: Capture, source: str, limits: Limits) -> Iterator[Article | Skip]:
    """Every item of an RSS or Atom feed; raises RefusedError for a bomb."""
    outline = _Outline(source)
    head = outline.head
    if not outline.items:
        yield _skip(capture, SkipReason.NO_TEXT, "a feed without items")
    for number, item in enumerate(outline.items):
        body = next((item.fields[name] for name in BODY if name in item.fields and item.fields[name][0].strip()), None)
        item.language = item.language or head.said("language") or head.language
        yield _article(capture, limits, head, (f"item/{number}", item, body))


def read_json_feed(capture: Capture, source: str, limits: Limits) -> Iterator[Article | Skip]:
    """Every item of a JSON Feed."""
    try:
        document = json.loads(source)
        rows = [row for row in document["items"] if isinstance(row, dict)]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        yield _skip(capture, SkipReason.MALFORMED, f"not readable as JSON Feed: {type(error).__name__}: {error}")
        return
    places = string_places(source)
    head = Item({"title": (str(document.get("title") or ""), OffsetMap(()))}, language=document.get("language"))
    if not rows:
        yield _skip(capture, SkipReason.NO_TEXT, "a feed without items")
    for number, row in enumerate(document["items"]):
        if isinstance(row, dict):
            strings = {k: unescaped(source, *places["items", number, k]) for k in row if ("items", number, k) in places}
            yield _article(capture, limits, head, (f"items/{number}", *_json_item(row, strings)))


def _json_item(row: Mapping[str, object], strings: dict[str, Words]) -> tuple[Item, Words | None]:
    item = Item(dict(strings))
    for theirs, ours in (("date_published", "published"), ("date_modified", "modified")):
        if theirs in strings:
            item.fields[ours] = strings[theirs]
    item.links = [("", strings[name][0]) for name in ("url", "external_url") if name in strings]
    authors = row.get("authors")
    named = row.get("author") or (authors[0] if isinstance(authors, list) and authors else None)
    if isinstance(named, dict) and isinstance(named.get("name"), str):
        item.fields["author"] = (named["name"], OffsetMap(()))
    item.language = strings["language"][0] if "language" in strings else None
    names = ("content_html", "content_text", "summary")
    return item, next((strings[name] for name in names if name in strings and strings[name][0].strip()), None)


class _Outline:
    """What a feed says of itself, and its items, each with the elements right inside it."""

    def __init__(self, source: str) -> None:
        self.head = Item()
        self.items: list[Item] = []
        self._source = source
        self._owner = self.head
        self._path: list[str] = []  # the elements open inside the owner
        self._texts: list[Part] = []
        self._content_from = 0
        self._markup_from = 0  # where an element that holds markup of its own began, 0 outside one
        for part in parts(source):
            if not part.name:
                self._texts.append(part)
            elif part.mark == "/":
                self._end(part)
            else:
                self._begin(part)

    def _begin(self, part: Part) -> None:
        if self._markup_from:
            return
        self._texts = []
        if part.name in ITEMS:
            self._owner, self._path = Item(language=_language(part)), []
            self.items.append(self._owner)
        elif part.name in HEADS:
            self.head.language, self._path = self.head.language or _language(part), []
        else:
            _note(part, self._owner)
            if len(self._path) == 1 and self._path[0] in MARKED_UP:
                self._markup_from = self._content_from
            elif part.mark != "/>":
                self._path.append(part.name)
                self._content_from = part.end

    def _end(self, part: Part) -> None:
        if part.name in ITEMS:
            self._owner, self._path, self._markup_from = self.head, [], 0
            return
        if part.name not in self._path or (self._markup_from and part.name != self._path[0]):
            return
        if self._markup_from:
            self._texts, self._markup_from = [Part(self._markup_from, part.start, is_cdata=True)], 0
        while self._path.pop() != part.name:
            pass
        name = "author" if self._path == ["author"] and part.name == "name" else part.name
        if (not self._path or name == "author") and not self._owner.said(name):
            self._owner.fields[name] = characters(self._source, self._texts)
            if name == "link":
                self._owner.links.append(("", self._owner.fields[name][0].strip()))
        self._texts = []


def _language(part: Part) -> str | None:
    return attributes(part.attributes).get("xml:lang")


def _note(part: Part, owner: Item) -> None:
    if part.name == "link" and "href" in part.attributes:
        said = attributes(part.attributes.rstrip("/"))
        owner.links.append((said.get("rel", ""), said.get("href", "")))
    elif part.name == "source" and "url" in part.attributes:
        owner.source_url = attributes(part.attributes.rstrip("/")).get("url")


def _article(capture: Capture, limits: Limits, head: Item, found: tuple[str, Item, Words | None]) -> Article | Skip:
    part, item, body = found
    written: list[tuple[Words, BlockRole]] = []
    if "title" in item.fields:
        written += [(words, BlockRole.HEADLINE) for words in _readable(item.fields["title"], limits)[:1]]
    if body is not None:
        for words in _readable(body, limits):
            written.append((words, BlockRole.FURNITURE if is_furniture(words[0]) else BlockRole.BODY))
    if not written:
        return _skip(capture, SkipReason.NO_TEXT, f"{part} has neither a title nor a text")
    text, source_map, places = joined([words for words, _ in written])
    declared = credits_in(text)
    found_blocks = [Block(start=s, end=e, role=role) for (s, e), (_, role) in zip(places, written, strict=True)]
    blocks = set_sign_offs_apart(text, found_blocks, declared)
    language = identify(text, item.language)
    return Article(
        capture_id=capture.id,
        part=part,
        url=item.link or item.said("guid", "id") or capture.url,
        headline=written[0][0][0] if written[0][1] is BlockRole.HEADLINE else None,
        author=item.said("creator", "author", "name"),
        publisher=item.said("source") or head.said("title"),
        credits=declared,
        language=language,
        published=clock(item.said(*PUBLISHED), "feed item"),
        modified=clock(item.said(*MODIFIED), "feed item"),
        text=text,
        text_digest=sha256(text.encode("utf-8")),
        blocks=blocks,
        sentences=tuple(sentences_of(text, blocks, language)),
        source_map=source_map,
    )


def _readable(words: Words, limits: Limits) -> list[Words]:
    """The blocks of some character data, which may be HTML, each mapped to the feed itself."""
    text, outer = words
    if _LOOKS_HTML.search(text):
        return [(block.text, block.source_map.through(outer)) for block in read_page(text, limits).blocks]
    mapped = MappedText()
    Folder(text, mapped).piece(0, len(text), references=False)
    folded, inner = mapped.build()
    return [(folded, inner.through(outer))] if folded else []


def _skip(capture: Capture, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage="extract", subject=capture.id, reason=reason, detail=detail)
