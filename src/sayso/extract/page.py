"""An HTML page as the blocks a reader sees, in order, each with its place in the source; and what its head says."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.errors import RefusedError
from sayso.extract.folding import Folder
from sayso.extract.markup import Token, attributes, tokens
from sayso.settings import Limits
from sayso.spans import MappedText, OffsetMap

INLINE_DEPTH = 64  # open inline elements that are kept track of; unclosed <font> tags run to hundreds
ELEMENTS = 60_000  # the largest page of our measuring set has 3,129

_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr", "label", "img", "picture", "output",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "keygen", "command", "frame", "basefont", "bgsound",
    }
)  # fmt: skip
_UNREAD = frozenset(
    {
        "script", "style", "svg", "template", "select", "datalist", "noscript", "textarea", "iframe", "xmp", "noembed",
        "noframes", "object", "canvas", "math", "title", "head", "audio", "video",
    }
)  # fmt: skip
_PARAGRAPH_STAYS = _INLINE | _VOID - {"hr"} | _UNREAD | {"br"}
_ENDED_BY = {  # an open element, what a start tag of the key ends it, and what stops the search
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAY_HIDE = re.compile(r"hidden|display|visibility|aria-hidden", re.IGNORECASE)


class Element:
    """An open or closed element; `parent` is None for the root."""

    __slots__ = ("__dict__", "name", "parent", "raw")

    def __init__(self, name: str, raw: str, parent: "Element | None") -> None:
        self.name = name
        self.raw = raw
        self.parent = parent

    @functools.cached_property
    def attributes(self) -> dict[str, str]:
        """Its attributes, names in lower case."""
        return attributes(self.raw) if self.raw else {}

    @functools.cached_property
    def label(self) -> str:
        """What its class, id and the like call it, lower case."""
        if not self.raw:
            return ""
        named = ("class", "id", "itemprop", "role", "data-testid", "data-component", "rel")
        return " ".join(self.attributes.get(name, "") for name in named).lower().strip()

    @functools.cached_property
    def hidden(self) -> bool:
        """Whether it or an element around it is not shown."""
        own = bool(self.raw) and bool(_MAY_HIDE.search(self.raw)) and self._hides()
        return own or (self.parent is not None and self.parent.hidden)

    def _hides(self) -> bool:
        said = self.attributes
        return "hidden" in said or bool(_HIDING.search(said.get("style", "")))

    def lineage(self) -> Iterator["Element"]:
        """The element and those around it, innermost first."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent


@dataclass(slots=True)
class PageBlock:
    """Text that one block-level element holds without another one between.

    `pieces` are (start, end, is a line break) in the source. `inline` are the elements of the text pieces.
    """

    element: Element
    pieces: list[tuple[int, int, bool]] = field(default_factory=list)
    inline: list[Element] = field(default_factory=list)
    linked: int = 0
    text: str = ""
    source_map: OffsetMap = OffsetMap(())

    @property
    def start(self) -> int:
        """Where its first character stands in the source."""
        return self.pieces[0][0]

    def within(self, names: frozenset[str]) -> bool:
        """Whether it stands in an element of one of `names`."""
        return any(at.name in names for at in self.element.lineage())


@dataclass(slots=True)
class Page:
    """What is read of a page before anything is decided about it."""

    blocks: list[PageBlock] = field(default_factory=list)
    title: tuple[int, int] | None = None
    language: str | None = None
    meta: list[tuple[str, str]] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    canonical: str | None = None
    base: str | None = None
    times: list[Element] = field(default_factory=list)
    anchors: list[tuple[int, str]] = field(default_factory=list)
    elements: int = 0

    def first(self, *names: str) -> str | None:
        """The content of the first of the meta elements `names` that says anything."""
        for name in names:
            for said, content in self.meta:
                if said == name and content:
                    return content
        return None


def read_page(source: str, limits: Limits) -> Page:
    """The blocks and the head of the page `source`.

    Raises RefusedError where elements nest deeper than `limits.markup_depth` or are beyond all number.
    """
    reader = _Reader(source, limits.markup_depth)
    for token in tokens(source):
        if token.is_end:
            reader.end(token)
        elif token.name:
            reader.begin(token)
        else:
            reader.text(token)
    return reader.finished()


class _Reader:
    """The tree construction of WHATWG HTML, section 13.2.6, as far as text and its blocks need it."""

    def __init__(self, source: str, depth: int) -> None:
        self.source = source
        self.depth = depth
        self.page = Page()
        self.stack: list[Element] = [Element("#root", "", None)]
        self.open: Counter[str] = Counter()
        self.inline_open = 0
        self.unread_open = 0
        self.block: PageBlock | None = None
        self.breaks = 0

    def finished(self) -> Page:
        """The page, all of its blocks folded."""
        self._cut()
        for block in self.page.blocks:
            mapped = MappedText()
            folder = Folder(self.source, mapped)
            for start, end, is_line in block.pieces:
                (folder.line if is_line else folder.piece)(start, end)
            block.text, block.source_map = mapped.build()
        self.page.blocks = [block for block in self.page.blocks if block.text]
        return self.page

    def begin(self, token: Token) -> None:
        """A start tag."""
        name = token.name
        self.page.elements += 1
        if self.page.elements > ELEMENTS:
            raise RefusedError(f"more than {ELEMENTS} elements")
        if name == "br":
            self._line(token)
            return
        if name == "body" and self.open["head"]:
            self._pop("head")
        self._note(token)
        if name in _VOID:
            if name == "hr":
                self._cut()
            return
        inline = name in _INLINE
        if inline and self.inline_open >= INLINE_DEPTH:
            return
        if not inline:
            self._cut()
            self._end_implied(name)
        self._push(name, token.attributes, inline)

    def _note(self, token: Token) -> None:
        """What the head, or a head's element anywhere, says."""
        name, page = token.name, self.page
        if name == "meta":
            said = attributes(token.attributes)
            key = said.get("property") or said.get("name") or said.get("itemprop") or said.get("http-equiv") or ""
            page.meta.append((key.lower(), said.get("content", "")))
        elif name == "link" and not page.canonical and "canonical" in token.attributes.lower():
            said = attributes(token.attributes)
            if said.get("rel", "").lower() == "canonical":
                page.canonical = said.get("href") or None
        elif name == "base" and not page.base:
            page.base = attributes(token.attributes).get("href")
        elif name == "html" and not page.language:
            said = attributes(token.attributes)
            page.language = said.get("lang") or said.get("xml:lang")
        elif name == "a" and not self.unread_open and "href" in token.attributes:
            page.anchors.append((token.start, token.attributes))

    def _push(self, name: str, raw: str, inline: bool) -> None:
        element = Element(name, raw, self.stack[-1])
        self.stack.append(element)
        self.open[name] += 1
        self.inline_open += inline
        self.unread_open += name in _UNREAD
        if len(self.stack) - self.inline_open > self.depth:
            raise RefusedError(f"elements nested deeper than {self.depth}")
        if name == "time":
            self.page.times.append(element)

    def _end_implied(self, name: str) -> None:
        if self.open["p"] and name not in _PARAGRAPH_STAYS:
            for element in reversed(self.stack):
                if element.name == "p":
                    self._pop("p")
                    break
                if element.name not in _INLINE:
                    break
        closes, stops = _ENDED_BY.get(name, ((), ()))
        if any(self.open[one] for one in closes):
            for element in reversed(self.stack):
                if element.name in stops:
                    break
                if element.name in closes:
                    self._pop(element.name)
                    break

    def end(self, token: Token) -> None:
        """An end tag; one that ends nothing is passed over."""
        name = token.name
        if name == "br":
            self._line(token)
        elif self.open[name]:
            if name not in _INLINE:
                self._cut()
            self._pop(name)
        elif name == "p":
            self._cut()

    def _pop(self, name: str) -> None:
        while self.open[name]:
            element = self.stack.pop()
            self.open[element.name] -= 1
            self.inline_open -= element.name in _INLINE
            self.unread_open -= element.name in _UNREAD
            if element.name == name:
                return

    def text(self, token: Token) -> None:
        """Text, kept unless the element around it is not one that is read."""
        top = self.stack[-1]
        if top.name == "script" and "ld+json" in top.raw.lower():
            self.page.linked_data.append(self.source[token.start : token.end])
        elif top.name == "title" and self.page.title is None and not self.open["svg"]:
            self.page.title = (token.start, token.end)
        if self.unread_open:
            if not (self.unread_open == 1 and self.open["head"] and self._starts_body(token)):
                return
            self._pop("head")
        blank = self.source[token.start : token.end].isspace()
        if self.block is None:
            if blank:
                return
            owner = next(at for at in reversed(self.stack) if at.name not in _INLINE)
            self.block = PageBlock(owner)
            self.page.blocks.append(self.block)
        if not blank:
            self.breaks = 0
            self.block.inline.append(self.stack[-1])
            if self.open["a"]:
                self.block.linked += token.end - token.start
        self.block.pieces.append((token.start, token.end, False))

    def _starts_body(self, token: Token) -> bool:
        """Whether `token` is text right in an unclosed head, which starts the body."""
        return self.stack[-1].name == "head" and not self.source[token.start : token.end].isspace()

    def _line(self, token: Token) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self._cut()
        elif self.block is not None:
            self.block.pieces.append((token.start, token.end, True))

    def _cut(self) -> None:
        """The end of the block that is being read, if one is."""
        self.block = None
        self.breaks = 0
