"""Pieces of marked-up source made readable text, with the map back.

White space folds to one blank as in a browser, no-break spaces too; character references are decoded; marks
that no reader sees (soft hyphens, zero-width spaces, byte order marks) are left out.
"""

import html
import re

from sayso.spans import MappedText

_BLANKS = " \t\n\r\f\xa0"
_TURN = re.compile(  # a lone blank between words needs no turn: it is copied with them
    r"(?P<space>(?: [ \t\n\r\f\xa0]|[\t\n\r\f\xa0])[ \t\n\r\f\xa0]*)"
    r"|(?P<unseen>[\xad\u200b\u2060\ufeff\u200e\u200f]+)"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)"
)
_UNSEEN = frozenset("\xad\u200b\u2060\ufeff\u200e\u200f")
_BLANK = frozenset(_BLANKS)


class Folder:
    """Appends pieces of `source` to a `MappedText`, white space folded across pieces."""

    def __init__(self, source: str, into: MappedText) -> None:
        self._source = source
        self._into = into
        self._blank: tuple[int, int] | None = None
        self._at_line_start = True
        self._line: tuple[int, int] | None = None

    def piece(self, start: int, end: int, *, references: bool = True) -> None:
        """Append `source[start:end]`, character references decoded where `references`."""
        source = self._source
        whole = source[start:end]
        inner, last = start + len(whole) - len(whole.lstrip(_BLANKS)), start + len(whole.rstrip(_BLANKS))
        if inner > start:
            self._space(start, inner)
        if inner < last:
            self._words(source, inner, last, references)
        if last < end and inner < end:
            self._space(last, end)

    def _words(self, source: str, start: int, end: int, references: bool) -> None:
        at = start
        for turn in _TURN.finditer(source, start, end):
            low, high = turn.span()
            if low > at:
                self._text(source[at:low], at, low, "")
            at = high
            if turn.lastgroup == "space":
                self._space(low, high)
            elif turn.lastgroup == "reference":
                self._reference(low, high, references)
        if at < end:
            self._text(source[at:end], at, end, "")

    def line(self, start: int, end: int) -> None:
        """A line break where the source has the markup `source[start:end]`."""
        if not self._at_line_start:
            self._line, self._blank = self._line or (start, end), None

    def close(self) -> None:
        """The end of a block: what white space hangs over is dropped."""
        self._blank = self._line = None
        self._at_line_start = True

    def _space(self, low: int, high: int) -> None:
        if not self._at_line_start and not self._blank and not self._line:
            self._blank = (low, high)

    def _reference(self, low: int, high: int, references: bool) -> None:
        raw = self._source[low:high]
        decoded = html.unescape(raw) if references else raw
        if decoded == raw:
            self._text(raw, low, high, "")
        elif all(ch in _BLANK for ch in decoded):
            self._space(low, high)
        elif not all(ch in _UNSEEN for ch in decoded):
            self._text(decoded, low, high, "html")

    def _text(self, text: str, low: int, high: int, how: str) -> None:
        if self._line:
            self._into.append("\n", *self._line, "line")
        elif self._blank:
            start, end = self._blank
            self._into.append(" ", start, end, "" if self._source[start:end] == " " else "space")
        self._blank = self._line = None
        self._at_line_start = False
        self._into.append(text, low, high, how)
