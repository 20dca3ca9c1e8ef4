"""Which reader reads what: from a decoded payload to its articles, by media type."""

from collections.abc import Iterator

from sayso.errors import RefusedError
from sayso.extract.labels import Place, labelled
from sayso.extract.markdown import read_markdown
from sayso.extract.plain import paragraphs
from sayso.model import Article, Capture, Skip
from sayso.settings import Limits
from sayso.spans import OffsetMap
from sayso.vocab import SkipReason


def articles(capture: Capture, text: str, limits: Limits) -> Iterator[Article | Skip]:
    """Every article in the decoded payload `text`, offsets counted in its code points; or a Skip that says why not."""
    if len(text) > limits.text_chars:
        detail = f"{len(text):,} characters, the most that is read is {limits.text_chars:,}"
        yield _skip(capture, SkipReason.TOO_LARGE, detail)
        return
    try:
        yield from _read(capture, text, limits)
    except RefusedError as error:
        yield _skip(capture, SkipReason.BOMB, str(error))


def _read(capture: Capture, text: str, limits: Limits) -> Iterator[Article | Skip]:
    match capture.media_type:
        case "text/html":
            from sayso.extract.html import read_html

            yield from read_html(capture, text, limits)
        case "application/json":
            from sayso.extract.json_articles import read_json

            yield from read_json(capture, text)
        case "application/rss+xml" | "application/atom+xml":
            from sayso.extract.feed import read_feed

            yield from read_feed(capture, text, limits)
        case "application/feed+json":
            from sayso.extract.feed import read_json_feed

            yield from read_json_feed(capture, text, limits)
        case "text/markdown":
            yield read_markdown(capture, text)
        case "text/plain":
            yield _read_plain(capture, text)
        case other:
            yield _skip(capture, SkipReason.UNKNOWN_TYPE, f"no reader for {other}")


def _read_plain(capture: Capture, text: str) -> Article | Skip:
    places = [Place(start, end) for start, end in paragraphs(text)]
    if not places:
        return _skip(capture, SkipReason.NO_TEXT, "a text without words")
    return labelled(capture, places, text=text, source_map=OffsetMap.identity(len(text)))


def _skip(capture: Capture, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage="extract", subject=capture.id, reason=reason, detail=detail)
