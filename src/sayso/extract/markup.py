"""HTML cut into tags and text, each with its place in the source.

Lenient as a browser is (WHATWG HTML, section 13.2.5), but never more than linear in the size of the page.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

BROKEN_TAGS = 100  # tags without an end that are stepped over, each at the cost of a scan of what is left
ATTRIBUTES = 64  # read per tag

RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"})
PASSED_OVER = frozenset({"svg", "noscript", "select"})  # markup nobody reads; as raw text only where it is closed

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = re.compile(rf"<(/?)([A-Za-z][^\s/>]*+)((?:{_ATTRIBUTE})*+)[\s/]*+>")
_MARK = re.compile(r"<(?=[A-Za-z/!?])")
_NAMED = re.compile(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW_TEXT | PASSED_OVER}


class Token(NamedTuple):
    """`source[start:end]`: a start tag, an end tag (`is_end`), or text where `name` is empty.

    `attributes` is the raw inside of a start tag. Text in a raw-text element (script, title) is one token.
    """

    start: int
    end: int
    name: str = ""
    is_end: bool = False
    attributes: str = ""


def attributes(raw: str) -> dict[str, str]:
    """Names, lower case, and decoded values in the inside of a tag, `ATTRIBUTES` at most; the first of a name wins."""
    found: dict[str, str] = {}
    for match, _ in zip(_NAMED.finditer(raw), range(ATTRIBUTES), strict=False):
        name, value = match.group(1).lower(), match.group(2) or ""
        if value[:1] in "\"'" and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        found.setdefault(name, html.unescape(value).strip())
    return found


def tokens(source: str) -> Iterator[Token]:
    """The tags and text of `source`, in order; comments, doctypes and processing instructions are left out."""
    at, broken = 0, 0
    unclosed: set[str] = set()
    while at < len(source):
        found = _MARK.search(source, at)
        mark = found.start() if found else len(source)
        if mark > at:
            yield Token(at, mark)
        if mark == len(source):
            return
        tag = _TAG.match(source, mark)
        if tag:
            name = tag.group(2).lower()
            yield Token(mark, tag.end(), name, bool(tag.group(1)), tag.group(3))
            at = tag.end()
            if name in _RAW_END and name not in unclosed and not tag.group(1):
                closing = _RAW_END[name].search(source, at)
                if closing:
                    at = closing.start()
                elif name in RAW_TEXT:
                    at = len(source)
                else:
                    unclosed.add(name)
                if at > tag.end():
                    yield Token(tag.end(), at)
            continue
        if not source[mark + 1].isalpha():
            at = _after_declaration(source, mark)
            continue
        broken += 1
        at = source.find(">", mark) + 1 if broken <= BROKEN_TAGS else 0
        if not at:
            return


def _after_declaration(source: str, mark: int) -> int:
    if source.startswith("<!--", mark):
        if source.startswith(("<!-->", "<!--->"), mark):
            return source.index(">", mark) + 1
        end = source.find("-->", mark + 4)
        return end + 3 if end >= 0 else len(source)
    end = source.find(">", mark)
    return end + 1 if end >= 0 else len(source)
