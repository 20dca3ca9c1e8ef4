"""The light form in which lineage reads an article or a row of a batch: text, where it stood, what it declares."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.lineage.shingles import Ranges
from sayso.model import Article, Clock, Credit
from sayso.vocab import BlockRole

READ_ROLES = frozenset({BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
_WIDTH = {
    "year": datetime.timedelta(days=366),
    "month": datetime.timedelta(days=31),
    "day": datetime.timedelta(days=1),
}
_EAST, _WEST = datetime.timedelta(hours=14), datetime.timedelta(hours=12)  # zones run from UTC-12 to UTC+14
AT_ONCE = datetime.timedelta(minutes=5)  # nobody takes over a text in less; two readers of one service do
_NONE = datetime.timedelta(0)
_FIRST = datetime.datetime.min.replace(tzinfo=datetime.UTC)
_LAST = datetime.datetime.max.replace(tzinfo=datetime.UTC)
_TRACKING = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "cmpid", "ocid", "smid", "ito"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text to be compared; `left_out` are ranges of it that are not its own words (credits, furniture).

    `captured_at` is when it stood so at its address; `language` is BCP 47, or "und".
    """

    id: str
    text: str
    outlet: str | None = None
    headline: str | None = None
    url: str | None = None
    published: Clock | None = None
    modified: Clock | None = None
    captured_at: datetime.datetime | None = None
    language: str = "und"
    credits: tuple[Credit, ...] = ()
    links: tuple[str, ...] = ()
    left_out: Ranges = ()

    @property
    def name(self) -> str:
        """What a reader would call it: the outlet, else the site, else the id."""
        return self.outlet or host(self.url) or self.id


class Numbered(Protocol):
    """Documents by number."""

    def __getitem__(self, number: int, /) -> Document:
        """The document of that number."""


def from_article(article: Article, captured_at: datetime.datetime | None = None) -> Document:
    """`article` for comparison: its deck, body and captions; the headline is kept apart."""
    return Document(
        id=article.id,
        text=article.text,
        outlet=article.publisher,
        headline=article.headline,
        url=article.url,
        published=article.published,
        modified=article.modified,
        captured_at=captured_at,
        language=article.language,
        credits=article.credits,
        links=article.links,
        left_out=_without(article),
    )


def _without(article: Article) -> Ranges:
    """Every stretch of the text that no block to be read holds."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for block in article.blocks:
        if block.role in READ_ROLES:
            if at < block.start:
                ranges.append((at, block.start))
            at = block.end
    if at < len(article.text) and article.blocks:
        ranges.append((at, len(article.text)))
    return (*ranges, *((credit.start, credit.end) for credit in article.credits))


def from_row(row: Mapping[str, Any], credits_found: tuple[Credit, ...] = ()) -> Document:
    """A row of a batch; what is missing or of the wrong type is taken as not given. ValueError without id or text."""
    key, text = row.get("id"), row.get("text")
    if key is None or isinstance(key, (dict, list)) or not isinstance(text, str):
        raise ValueError("a row needs an id and a text")
    return Document(
        id=str(key),
        text=text,
        outlet=_string(row.get("outlet")),
        headline=_string(row.get("headline")),
        url=_string(row.get("url")),
        published=read_clock(_string(row.get("published"))),
        language=_string(row.get("language")) or "und",
        credits=credits_found,
        left_out=tuple((credit.start, credit.end) for credit in credits_found),
    )


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def read_clock(text: str | None) -> Clock | None:
    """An ISO 8601 time or date; None for anything else. Of a time without a zone only the day is claimed."""
    try:
        value = datetime.datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    is_exact = value.tzinfo is not None and ":" in (text or "")
    if value.tzinfo is None:
        value = value.replace(tzinfo=datetime.UTC)
    try:
        value = value.astimezone(datetime.UTC)
    except OverflowError:
        return None
    return Clock(value=value, precision="second" if is_exact else "day", text=text or "", basis="row")


def lacks_zone(clock: Clock) -> bool:
    """Whether it is a time of day of which nothing says in which zone: the day alone is claimed, the time was kept."""
    return clock.precision == "day" and clock.value.time() != datetime.time()


def bounds(clock: Clock) -> tuple[datetime.datetime, datetime.datetime]:
    """The earliest and the latest moment that it may stand for."""
    before, after = (_EAST, _WEST) if lacks_zone(clock) else (_NONE, _WIDTH.get(clock.precision, _NONE))
    try:
        return clock.value - before, clock.value + after
    except OverflowError:
        return _FIRST, _LAST


def surely_before(left: Clock | None, right: Clock | None) -> bool:
    """Whether `left` is earlier however the two are read: two times on one day given as a day are not ordered."""
    if left is None or right is None:
        return False
    (earliest, latest), (others, _) = bounds(left), bounds(right)
    return latest <= others and earliest < others


def well_before(left: Clock | None, right: Clock | None) -> bool:
    """Whether `left` is earlier however the two are read, and by long enough for a text to be taken over."""
    if left is None or right is None or not surely_before(left, right):
        return False
    return bounds(right)[0] - bounds(left)[0] >= AT_ONCE


def names(left: Document, right: Document) -> tuple[str, str]:
    """What to call the two so that a reader can tell them apart."""
    if left.name != right.name:
        return left.name, right.name
    if left.headline and right.headline and left.headline != right.headline:
        return f"{left.name} (“{left.headline}”)", f"{right.name} (“{right.headline}”)"
    return f"{left.name} ({left.id})", f"{right.name} ({right.id})"


def own_words(document: Document) -> str:
    """The text without what is left out."""
    parts, at = [], 0
    for start, end in sorted(document.left_out):
        parts.append(document.text[at : max(at, start)])
        at = max(at, end)
    return "".join([*parts, document.text[at:]])


def _parts(url: str | None) -> tuple[str, str, str]:
    try:
        parts = urlsplit((url or "").strip())
        name = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return "", "", ""
    return name, parts.path, parts.query


def host(url: str | None) -> str:
    """The host of an address without `www.`, or the empty string."""
    return _parts(url)[0]


def canonical_url(url: str | None) -> str | None:
    """The address of one page, the same for its tracked, mobile and http forms; None for a site's front page."""
    name, path, query = _parts(url)
    kept = [(key, value) for key, value in parse_qsl(query) if key not in _TRACKING and not key.startswith("utm_")]
    path = path.rstrip("/")
    if not name or not (path or kept):
        return None
    return f"{name}{path}" + (f"?{urlencode(sorted(kept))}" if kept else "")
