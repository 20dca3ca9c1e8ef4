"""Quotation marks paired, paragraph by paragraph, in the national styles.

“English”, „deutsch“, «русский», »dänisch«, ”suomi”, 「日本語」, ''typewriter''. Which way a mark faces is read from
its neighbours where its shape does not say. A mark without a partner costs at most its paragraph: it is dropped,
unless it stands at the start of the paragraph and the next one starts with a mark too, which is how a quotation
over several paragraphs is set.
"""

from dataclasses import dataclass

from sayso.annotate.tokens import Tokens

OPENING = {"“": "”“", "„": "“”„", "«": "»", "「": "」", "『": "』", "《": "》", "‹": "›", "‟": "”"}
CLOSING = frozenset("”»」』》›")
EITHER = frozenset(('"', "''", "``", "＂"))
SINGLE = {"‘": "’", "‚": "‘’", "'": "'"}
DOUBLE_MARKS = frozenset(OPENING) | CLOSING | EITHER
MARKS = DOUBLE_MARKS | frozenset(SINGLE) | {"’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first` (the opening mark) to `last` (the closing mark); `closed` False where it runs on below."""

    first: int
    last: int
    closed: bool = True


def _spaced_before(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.end[i - 1] < tokens.start[i] or tokens.raw[i - 1] in "([—–-/:¿¡"


def _spaced_after(tokens: Tokens, i: int) -> bool:
    return i + 1 == len(tokens) or tokens.end[i] < tokens.start[i + 1] or tokens.raw[i + 1] in ")].,;:!?—–…-"


def _opens(tokens: Tokens, i: int, wanted: str | None) -> bool:
    """Whether the mark at `i` opens a quotation, when `wanted` closes the one that is open (None: none is)."""
    mark = tokens.raw[i]
    if wanted is None:
        return mark not in CLOSING or (mark in "”»" and _spaced_before(tokens, i) and not _spaced_after(tokens, i))
    if mark in wanted:
        return mark in OPENING and mark != "“" and _spaced_before(tokens, i) and not _spaced_after(tokens, i)
    return False


def _partner(mark: str) -> str:
    if mark in EITHER:
        return '"”' if mark == '"' else "''``"
    if mark == "»":
        return "«"
    if mark == "”":
        return "”"
    return OPENING.get(mark, "") + ('"' if mark in "“„" else "")


def pair(tokens: Tokens, *, continues: bool = False) -> list[Quotation]:
    """The outermost double-quoted stretches of one paragraph, in order.

    `continues` says that the next paragraph starts with a mark: then one left open at the start runs on.
    """
    found: list[Quotation] = []
    opened, wanted = -1, ""
    for i, mark in enumerate(tokens.raw):
        if mark not in DOUBLE_MARKS:
            continue
        if opened < 0:
            if _opens(tokens, i, None):
                opened, wanted = i, _partner(mark)
        elif mark in wanted:
            found.append(Quotation(opened, i))
            opened = -1
    if opened >= 0 and continues and (opened == 0 or not found or found[-1].last < opened):
        found.append(Quotation(opened, len(tokens) - 1, closed=False))
    if not found:
        found = _single(tokens)
    return found


def _single(tokens: Tokens) -> list[Quotation]:
    """Single-quoted stretches, read only where a paragraph has no double marks: ’ is an apostrophe too."""
    found: list[Quotation] = []
    opened, wanted = -1, ""
    for i, mark in enumerate(tokens.raw):
        if opened < 0 and mark in SINGLE and _spaced_before(tokens, i) and not _spaced_after(tokens, i):
            opened, wanted = i, SINGLE[mark]
        elif opened >= 0 and mark in wanted and _spaced_after(tokens, i) and i > opened + 1:
            found.append(Quotation(opened, i))
            opened = -1
    return found


def starts_quoted(text: str, start: int, end: int) -> bool:
    """Whether the first thing in `text[start:end]` is an opening mark."""
    head = text[start : min(end, start + 4)].lstrip()
    return bool(head) and (head[0] in OPENING or head[0] == '"' or head.startswith(("''", "``")))


def inside(tokens: Tokens, quotations: list[Quotation]) -> list[int]:
    """For each token the number of the quotation it stands in (marks included), or -1."""
    where = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        for i in range(quotation.first, quotation.last + 1):
            where[i] = number
    return where
