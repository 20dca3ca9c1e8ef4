"""What a page says about itself: titles, author, publisher, dates, language, address; JSON-LD before meta elements."""

import datetime
import re
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import htmldate

from sayso.extract import linked_data
from sayso.extract.bylines import cleaned
from sayso.extract.dates import LAST_YEAR, clock
from sayso.extract.page import Page
from sayso.model import Clock

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published",
    "parsely-pub-date", "publish-date", "publishdate", "publish_date", "publication_date", "pubdate", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date",
    "cxenseparse:recs:publishtime", "rnews:datepublished", "article.published", "article_date_original",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "article:updated_time", "revised",
)  # fmt: skip
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "og:author",
    "article:author_name",
)
_PUBLISHER = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:app:name:iphone",
)
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title", "title")
_DAY_IN_URL = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_MARKUP = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about itself; `titles` in the order of trust, without the <title> element."""

    titles: tuple[str, ...]
    author: str | None
    publisher: str | None
    published: Clock | None
    modified: Clock | None
    url: str | None
    language: str | None
    description: str
    is_article: bool


def read_facts(page: Page, source: str, *, url: str | None, captured_at: datetime.datetime | None) -> Facts:
    """The facts of a page; `url` is where it was captured, `captured_at` when, if known."""
    node = linked_data.article_node(page.linked_data)
    language = page.language or page.first("og:locale", "content-language", "language", "dc.language")
    said = language or linked_data.text(node, "inLanguage")
    titles = [linked_data.text(node, "headline"), *(page.first(name) for name in _TITLE)]
    publishers = [page.first("og:site_name"), *linked_data.names(node.get("publisher")), page.first(*_PUBLISHER)]
    own_url = _own_url(page, url)
    return Facts(
        titles=tuple(dict.fromkeys(" ".join(_MARKUP.sub("", title).split()) for title in titles if title)),
        author=_author(page, node),
        publisher=next((name.strip() for name in publishers if name and name.strip()), None),
        published=_published(page, node, said or "und") or _searched(source, own_url, captured_at),
        modified=_modified(page, node, said or "und"),
        url=own_url,
        language=said,
        description=page.first("og:description", "description", "twitter:description") or "",
        is_article=bool(node) or page.first("og:type") in ("article", "news", "newsarticle"),
    )


def _author(page: Page, node: linked_data.Node) -> str | None:
    given = [cleaned(name) for name in linked_data.names(node.get("author"))]
    named = list(dict.fromkeys(name for name in given if name))
    if named:
        return ", ".join(named)
    said = [content for key, content in page.meta if key in _AUTHOR]
    return next((name for name in map(cleaned, said) if name), None)


def _published(page: Page, node: linked_data.Node, language: str) -> Clock | None:
    marked = [
        t
        for t in page.times
        if t.attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in t.attributes
    ]
    tried: Iterator[tuple[str | None, str]] = iter(
        [
            (linked_data.text(node, "datePublished"), "json-ld datePublished"),
            *((page.first(name), f"meta {name}") for name in _PUBLISHED),
            *((time.attributes.get("datetime"), "time datePublished") for time in marked[:1]),
            (linked_data.text(node, "dateCreated"), "json-ld dateCreated"),
            *((time.attributes.get("datetime"), "time") for time in page.times[:1]),
        ]
    )
    return _first_clock(tried, language)


def _modified(page: Page, node: linked_data.Node, language: str) -> Clock | None:
    tried = [
        (linked_data.text(node, "dateModified"), "json-ld dateModified"),
        *((page.first(name), f"meta {name}") for name in _MODIFIED),
    ]
    return _first_clock(tried, language)


def _first_clock(tried: Iterable[tuple[str | None, str]], language: str) -> Clock | None:
    for text, basis in tried:
        found = clock(text, basis, language)
        if found:
            return found
    return None


def _searched(source: str, url: str | None, captured_at: datetime.datetime | None) -> Clock | None:
    """A date found by htmldate, which knows the markup of many publishing systems, or in the address."""
    day = _DAY_IN_URL.search(url or "")
    if day:
        return clock("-".join(day.groups()), "url")
    latest = captured_at.date().isoformat() if captured_at else f"{LAST_YEAR}-12-31"  # its own default is the clock
    try:
        found = htmldate.find_date(source, extensive_search=False, original_date=True, max_date=latest)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None
    return clock(found, "htmldate")


def _own_url(page: Page, url: str | None) -> str | None:
    """The canonical address, made absolute; the captured one where none is given."""
    given = page.canonical or page.first("og:url")
    if not given:
        return url
    try:
        absolute = urllib.parse.urljoin(page.base or url or "", given.strip())
    except ValueError:
        return url
    return absolute if absolute.startswith(("http://", "https://")) else url
