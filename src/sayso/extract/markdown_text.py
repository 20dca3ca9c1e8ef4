"""The words of a Markdown document without its marks, each still leading back to its place.

Block and inline structure follow CommonMark 0.31 as far as published articles use it; what is not
understood stays as printed. Everything is one pass over lines and one regular expression over the inline
text, so no nesting can make it slow or deep.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.spans import MappedText

_BLOCK_MARK = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?P<heading>#{1,6})[ \t]+|(?P<item>(?:[-+*]|\d{1,9}[.)])[ \t]+))?"
)
_RULE = re.compile(r"[ \t]*(?:(?:\\?\*[ \t]*){1,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r"[ \t]*(?:=+|-{2,})[ \t]*$")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_URL = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
_TITLE = r"(?:\s+\"[^\"\n]*\")?"
_INLINE = re.compile(
    rf"(?P<image>!\[[^\[\]\n]*\]\({_URL}{_TITLE}\))"
    rf"|(?P<bracket>\](?:\((?P<url>{_URL}){_TITLE}\)|\[[^\[\]\n]*\]))"
    r"|(?P<open>\[)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|<(?P<address>(?:https?:|mailto:)[^<>\s]+)>"
    r"|(?P<tag><!--(?:[^-]|-(?!->))*-->|</?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<hard>(?:[ \t]{2,}|\\)\n[ \t]*(?:>[ \t]?)*)"
    r"|(?P<space>[ \t]*\n[ \t]*(?:>[ \t]?)*|[ \t]{2,}|\t)"
    r"|(?P<stars>\*+|~~|`+|(?<!\w)_+|_+(?!\w))"
)


@dataclass(slots=True)
class Paragraph:
    """A run of source lines that belong together: (start, end) of each, and what opens it."""

    lines: list[tuple[int, int]] = field(default_factory=list)
    heading: int = 0
    item: bool = False
    after_rule: bool = False


def blocks(source: str) -> Iterator[Paragraph]:
    """The paragraphs, headings and list items of a document, in order; rules are noted on what follows them."""
    at, current, after_rule = 0, Paragraph(), False
    for line in source.splitlines(keepends=True):
        start, end = at, at + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        at += len(line)
        bare = source[start:end]
        mark = _BLOCK_MARK.match(bare)
        begins = mark.end() if mark else 0
        if current.lines and _SETEXT.match(bare) and bare.strip():
            current.heading = 1 if "=" in bare else 2
            yield current
            current = Paragraph()
        elif not bare.strip() or _RULE.match(bare) or _DEFINITION.match(bare):
            if current.lines:
                yield current
            after_rule = after_rule or bool(bare.strip() and _RULE.match(bare))
            current = Paragraph()
        elif mark and (mark["heading"] or mark["item"]):
            if current.lines:
                yield current
            current = Paragraph([(start + begins, end)], len(mark["heading"] or ""), bool(mark["item"]), after_rule)
            after_rule = False
            if current.heading:
                yield current
                current = Paragraph()
        else:
            if not current.lines:
                current.after_rule, after_rule = after_rule, False
            current.lines.append((start + begins, end))
    if current.lines:
        yield current


def write_inline(source: str, paragraph: Paragraph, into: MappedText, links: list[str]) -> None:
    """Append a paragraph's words to `into`; addresses it links to are added to `links`."""
    start, end = paragraph.lines[0][0], paragraph.lines[-1][1]
    text = source[start:end].rstrip(" \t\\#" if paragraph.heading else " \t\\")
    marks = list(_INLINE.finditer(text))
    label_ends = _paired_brackets(marks)
    at = 0
    for number, match in enumerate(marks):
        into.append(text[at : match.start()], start + at, start + match.start())
        at = match.end()
        if match.lastgroup == "open" or match["bracket"]:
            if number not in label_ends:
                into.append(match.group(), start + match.start(), start + match.end())
            elif match["url"]:
                links.append(match["url"])
        else:
            _write_mark(match, start, into, links)
    into.append(text[at:], start + at, start + len(text))


def _paired_brackets(marks: list[re.Match[str]]) -> set[int]:
    """The numbers of the marks that open or close the label of a link; other brackets are words."""
    paired: set[int] = set()
    waiting: list[int] = []
    for number, match in enumerate(marks):
        if match.lastgroup == "open":
            waiting.append(number)
        elif match["bracket"] and waiting:
            paired |= {number, waiting.pop()}
    return paired


def _write_mark(match: re.Match[str], offset: int, into: MappedText, links: list[str]) -> None:
    start, end, kind = offset + match.start(), offset + match.end(), match.lastgroup
    if kind == "escape":
        into.append(match.group()[1], start + 1, end)
    elif kind == "entity":
        into.append(html.unescape(match.group()), start, end, "html")
    elif kind == "hard":
        into.append("\n", start, end, "line")
    elif kind == "space":
        into.append(" ", start, end, "space")
    elif match["address"]:
        links.append(match["address"])
        into.append(match["address"], start + 1, end - 1)
    elif kind == "stars" and _stands_alone(match):
        into.append(match.group(), start, end)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether stars or underscores have blanks on both sides: then they are printed, not marks."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return not before.strip() and not after.strip() and bool(before or after)
