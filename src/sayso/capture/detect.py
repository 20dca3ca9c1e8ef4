"""What a payload is, read from its bytes and never from its name.

Follows the MIME Sniffing Standard (mimesniff.spec.whatwg.org) for markup and binaries. Feeds are told by
their root element, JSON by its first bytes. Markdown has no signature; see `is_markdown`.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from sayso.capture import charset

HEAD = 64 * 1024
"""How many bytes a caller should show. More changes the answer only for JSON with very long lines."""


class Kind(StrEnum):
    """What was found: a media type that can be read, a container, or something that cannot be read."""

    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"
    JSON = "application/json"
    JSON_FEED = "application/feed+json"
    RSS = "application/rss+xml"
    ATOM = "application/atom+xml"
    JSON_LINES = "application/jsonl"
    GZIP = "application/gzip"
    ZIP = "application/zip"
    WARC = "application/warc"
    ARC = "application/x-ia-arc"
    EMPTY = "empty"
    OTHER = "other"


FEEDS = frozenset({Kind.RSS, Kind.ATOM, Kind.JSON_FEED})
PAYLOADS = FEEDS | {Kind.HTML, Kind.MARKDOWN, Kind.TEXT, Kind.JSON}
"""The kinds that hold articles themselves."""


class Detected(NamedTuple):
    """A kind, and in words what it is ("a PDF document")."""

    kind: Kind
    what: str


_BINARIES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (4, b"ftyp", "an MP4, HEIC or AVIF file"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"OggS", "Ogg sound or video"),
    (0, b"ID3", "MP3 sound"),
    (0, b"fLaC", "FLAC sound"),
    (0, b"RIFF", "RIFF sound or video"),
    (0, b"\x1aE\xdf\xa3", "Matroska or WebM video"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"\xfd7zXZ", "xz-packed data"),
    (0, b"BZh", "bzip2-packed data"),
    (0, b"\x28\xb5\x2f\xfd", "zstd-packed data"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3", "an SQLite file"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"\x7fELF", "a program"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b")
_MAX_CONTROLS = 0.02  # of the head; text in any charset has next to none, compressed data about 0.1


def detect(head: bytes) -> Detected:
    """What `head`, the first `HEAD` bytes or all there are, is the start of. Takes time linear in its length."""
    if not head.strip():
        return Detected(Kind.EMPTY, "empty")
    for offset, magic, what in _BINARIES:
        if head.startswith(magic, offset):
            return Detected(Kind.OTHER, what)
    if head.startswith(b"\x1f\x8b"):
        return Detected(Kind.GZIP, "gzip-packed data")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Detected(Kind.ZIP, "a zip archive")
    if re.match(rb"\s{0,16}WARC/\d\.\d", head):
        return Detected(Kind.WARC, "a WARC archive")
    if head.startswith(b"filedesc://"):
        return Detected(Kind.ARC, "an ARC archive")
    text = _as_text(head)
    if text is None:
        return Detected(Kind.OTHER, "binary data of an unknown kind")
    return _detect_text(text)


def _as_text(head: bytes) -> str | None:
    if form := charset.by_form(head):
        return charset.decode(head, form.name)
    if len(head.translate(None, _CONTROLS)) < len(head) * (1 - _MAX_CONTROLS):
        return None
    return head.decode("utf-8", "replace")


def _detect_text(text: str) -> Detected:
    text = text.lstrip("\ufeff \t\r\n\x0b\x0c\0")
    if text.startswith(("{", "[")) and (found := _detect_json(text)):
        return found
    if text.startswith("<"):
        return _detect_markup(text)
    if re.match(r"(?:[A-Za-z-]{1,40}:[^\n]{0,500}\r?\n(?:[ \t][^\n]{0,500}\n)?){0,30}MIME-Version:", text):
        return Detected(Kind.OTHER, "a mail or MHTML page")
    if re.search(r"<(?:!doctype\s+html|html|body)[\s>]", text[:4096], re.IGNORECASE):
        return Detected(Kind.HTML, "an HTML page")
    if is_markdown(text):
        return Detected(Kind.MARKDOWN, "Markdown")
    return Detected(Kind.TEXT, "plain text")


_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


def _detect_json(text: str) -> Detected | None:
    """JSON where the first bytes can be nothing else: `[link](…)` and `[[1]](…)` start Markdown, `[{` does not."""
    within = text.lstrip("[ \t\r\n")[:256] if text[0] == "[" else text[1:256].lstrip()
    if within[:1] not in ({'"', "}", ""} if text[0] == "{" else {"{", "]", ""}):
        return None
    first, _, rest = text.partition("\n")
    first = first.rstrip()
    if text[0] == "{" and rest.lstrip()[:1] == "{" and first[-1] not in ":,[{":
        return Detected(Kind.JSON_LINES, "JSON Lines")
    if text[0] == "{" and _JSON_FEED.search(text):
        return Detected(Kind.JSON_FEED, "a JSON feed")
    return Detected(Kind.JSON, "JSON")


_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<\s*([A-Za-z][\w.:-]{0,80})")
_FEED_ROOTS = {"rss": Kind.RSS, "rdf": Kind.RSS, "channel": Kind.RSS, "feed": Kind.ATOM}
_HTML_ROOTS = frozenset({
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "frameset", "noscript", "template",
})  # fmt: skip
_HTML_BLOCKS = re.compile(r"<(?:p|div|span|article|section|main|table|td|li|h[1-6]|br)[\s/>]", re.IGNORECASE)


def _detect_markup(text: str) -> Detected:
    start = 0
    while step := _BEFORE_ROOT.match(text, start):
        start = step.end()
    tag = _TAG.match(text, start)
    root = tag.group(1).lower().rpartition(":")[2] if tag else ""
    if root in _FEED_ROOTS:
        return Detected(_FEED_ROOTS[root], "a feed")
    if root in _HTML_ROOTS or re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        return Detected(Kind.HTML, "an HTML page")
    if late := re.search(r"<(rss|feed|(?:rdf:)?RDF)[\s>]", text[: 16 * 1024]):
        return Detected(_FEED_ROOTS[late.group(1).lower().rpartition(":")[2]], "a feed")
    if re.match(r"\s*<\?xml", text) and not re.search(r"<(?:html|body|p|div)[\s>]", text, re.IGNORECASE):
        return Detected(Kind.OTHER, f"XML with the root element <{root}>" if root else "XML without a root element")
    blocks = sum(1 for _ in _HTML_BLOCKS.finditer(text))
    if is_markdown(text) and blocks < 5:
        return Detected(Kind.MARKDOWN, "Markdown")
    return Detected(Kind.HTML, "an HTML fragment") if tag else Detected(Kind.TEXT, "plain text")


_CERTAIN_MARKDOWN = (
    # [words](address), brackets within the words included
    re.compile(r"!?\[(?:[^\[\]\n]|\[[^\[\]\n]{0,40}\]){1,300}\]\((?:https?://|/|#|mailto:|\.)[^()\s]{0,2000}"),
    re.compile(r"^#{1,6}[ \t]+[^\s#]", re.MULTILINE),  # # Heading
    re.compile(r"^\[[^\[\]\n]{1,80}\]:[ \t]+<?https?://", re.MULTILINE),  # [1]: https://…
    re.compile(r"^(?:```|~~~)[\w-]{0,20}[ \t]*$", re.MULTILINE),  # fenced code
    re.compile(r"\A---[ \t]*\r?\n[\w-]{1,40}:[^\n]{0,500}\n"),  # front matter
)
_POSSIBLE_MARKDOWN = (
    re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,600}(?<=[^\s*])\*\*(?![\w*])"),  # **strong**
    re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,600}(?<=[^\s*])\*(?![\w*])"),  # *emphasis*
    re.compile(r"(?<!\w)_(?=[^\s_])[^_\n]{1,600}(?<=[^\s_])_(?!\w)"),  # _emphasis_
    re.compile(r"\\[\\*_#\[\]()!.+>-]"),  # \*\*\*
    re.compile(r"^[^\s\n][^\n]{0,300}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),  # Heading over ===
    re.compile(r"^(?:>[ \t]+\S|[-*+][ \t]+\S|\d{1,3}\.[ \t]+\S|(?:\*[ \t]?){3,}[ \t]*$)", re.MULTILINE),  # layout
)


def is_markdown(text: str) -> bool:
    """Whether `text` is written in Markdown.

    One link, heading, fence or front matter settles it. Of emphasis, escapes, underlined headings and layout
    (lists, quotations, rules: dialogues and wire copy have dashes and asterisks too) it takes two kinds.
    """
    text = text.replace("\r\n", "\n")
    if any(sign.search(text) for sign in _CERTAIN_MARKDOWN):
        return True
    return sum(1 for sign in _POSSIBLE_MARKDOWN if sign.search(text)) >= 2
