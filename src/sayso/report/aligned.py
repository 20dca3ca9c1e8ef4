"""Two texts side by side: the passages they share, what differs inside, what stands between, and the credit lines.

Every piece of text is cut from the article by offsets, as it stands. Words are those that lineage compares: menus,
notices, bylines, headlines and credit lines are left out and not counted.
"""

import bisect
import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lineage.documents import from_article
from sayso.lineage.shingles import words_of
from sayso.model import Article, Credit, Derivation
from sayso.report import quoting, wording
from sayso.report.worddiff import Token, common, folded
from sayso.vocab import CreditKind

Span = tuple[int, int]

SAME, DIFFERS, CREDIT, NOTE = "same", "differs", "credit", "note"
_HIDDEN, _CUT, _ASIDE = "hidden", "cut", "aside"
_KEPT_ENDS = 30  # words at either end of a long stretch without a difference; what is between is counted
_MOST_CREDIT = 300  # characters of a credit line; the longest met has 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a pair is laid out: passages, words a side, and words without a difference in a row.

    `between` is how many words between passages are shown themselves; where there are more, they are counted.
    """

    passages: int
    words: int
    unbroken: int
    between: int


ON_A_PAGE = Limits(passages=12, words=600, unbroken=100, between=25)
WHOLE = Limits(passages=10**9, words=10**9, unbroken=10**9, between=25)
BETWEEN_VERSIONS = 150  # of two versions of one article, what was put in or taken out is what matters


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text: "same" on both sides, "differs" (or stands on this side only), "credit", or a "note" of ours.

    `label` says what a credit line does.
    """

    text: str
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One side of a row; `start` and `end` are the passage's offsets in the article's text, both 0 between passages."""

    pieces: tuple[Piece, ...]
    language: str
    direction: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A shared passage, by number, or (number 0) what stands between two."""

    number: int
    first: Cell
    second: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two texts side by side, in the order of the second.

    `summary` is as in "2 passages, 255 words; 7 words differ inside", without the end where words are not compared.
    `more` says how many passages are not laid out.
    """

    rows: tuple[Row, ...]
    summary: str
    compared: bool
    more: str


class Reading:
    """An article as lineage reads it: where its words stand, what is left out, where the credit lines are."""

    def __init__(self, article: Article) -> None:
        document = from_article(article)
        words = next(words_of([document.text], [document.left_out]))
        self.article = article
        self.starts: list[int] = words.starts.tolist()
        self.ends: list[int] = words.ends.tolist()
        self._one = "word" if words.worth == 1 else "character"
        self.left_out = _merged(document.left_out)
        self.credits = credits_of(article)

    def words(self, start: int, end: int) -> int:
        """How many words begin in `[start, end)`."""
        return max(0, bisect.bisect_left(self.starts, end) - bisect.bisect_left(self.starts, start))

    def counted(self, number: int) -> str:
        """As in "48 words"; in scripts without blanks, characters."""
        return wording.counted(number, self._one)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Words, and signs that are no white space, of `[start, end)`, without what is left out."""
        found: list[Token] = []
        at, text = start, self.article.text
        for number in range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)):
            first, last = self.starts[number], min(self.ends[number], end)
            found += self._signs(at, first)
            found.append(Token(first, last, folded(text[first:last]), True))
            at = last
        return [*found, *self._signs(at, end)]

    def set_aside(self, start: int, end: int) -> list[tuple[int, int]]:
        """Stretches of `[start, end)` that are left out and not blank."""
        first = max(0, bisect.bisect_right(self.left_out, (start, len(self.article.text))) - 1)
        last = bisect.bisect_left(self.left_out, (end, end))
        near = self.left_out[first:last]
        inside = ((max(start, left), min(end, right)) for left, right in near)
        return [(left, right) for left, right in inside if left < right and self.article.text[left:right].strip()]

    def credit_in(self, start: int, end: int) -> Credit | None:
        """The first credit line that begins in `[start, end)`."""
        number = bisect.bisect_left(self.credits, start, key=lambda credit: credit.start)
        found = self.credits[number] if number < len(self.credits) else None
        return found if found and found.start < end else None

    def cell(self, pieces: Sequence[Piece], start: int = 0, end: int = 0) -> Cell:
        """A cell in the article's language."""
        language = self.article.language
        return Cell(
            pieces=tuple(pieces), language=language, direction=wording.direction(language), start=start, end=end
        )

    def _signs(self, start: int, end: int) -> Iterator[Token]:
        for at in range(start, end):
            sign = self.article.text[at]
            if not sign.isspace() and (key := folded(sign)) and not self._is_left_out(at):
                yield Token(at, at + 1, key, False)

    def _is_left_out(self, at: int) -> bool:
        number = bisect.bisect_right(self.left_out, (at, len(self.article.text))) - 1
        return number >= 0 and at < self.left_out[number][1]


def aligned(derivation: Derivation, first: Reading, second: Reading, names: tuple[str, str], limits: Limits) -> Aligned:
    """The passages of `derivation`; `first` and `second` are its two texts, in the order in which they are shown."""
    pairs = sorted(_spans(derivation, first, second), key=lambda pair: (pair[1], pair[0]))
    compared = _one_language(first.article, second.article)
    gaps = list(
        zip(
            _gaps(first, [pair[0] for pair in pairs], names[1], limits.between),
            _gaps(second, [pair[1] for pair in pairs], names[0], limits.between),
            strict=True,
        )
    )
    rows: list[Row] = []
    differing, left = 0, limits.words
    for number, (ours, theirs) in enumerate(pairs[: limits.passages]):
        if left <= 0:
            break
        made = _Passage(first, second, ours, theirs, compared)
        rows += [*_between(first, second, gaps[number]), made.row(number + 1, left, limits.unbroken)]
        differing, left = differing + made.differing, left - made.shown(limits.unbroken)
    done = sum(row.number > 0 for row in rows)
    rows += _between(first, second, gaps[-1]) if done == len(pairs) else []
    return Aligned(
        rows=tuple(rows),
        summary=_summary(second, pairs, differing if compared and done == len(pairs) else None),
        compared=compared,
        more=wording.counted(len(pairs) - done, "further passage") if done < len(pairs) else "",
    )


def credit_piece(article: Article, credit: Credit) -> Piece:
    """The credit line as it stands in the text."""
    line = article.text[credit.start : credit.end]
    kept = quoting.first_words(line, _MOST_CREDIT)
    text = quoting.visible(kept).strip() + (" …" if len(kept) < len(line) else "")
    return Piece(text=text, kind=CREDIT, label=wording.CREDIT[credit.kind])


def credits_of(article: Article) -> list[Credit]:
    """The lines that say where the text comes from, in order, each character in one at most.

    An outlet's copyright in its own pages says nothing of the kind.
    """
    own = (article.publisher or "").casefold()
    found: list[Credit] = []
    for credit in sorted(article.credits, key=lambda credit: (credit.start, credit.end)):
        is_own = credit.kind is CreditKind.COPYRIGHT and own and own in credit.name.casefold()
        start, end = max(0, credit.start, found[-1].end if found else 0), min(credit.end, len(article.text))
        if start == credit.start < end and not is_own:
            found.append(dataclasses.replace(credit, end=end))
    return found


def _summary(reading: Reading, pairs: Sequence[tuple[Span, Span]], differing: int | None) -> str:
    """As in "2 passages, 255 words; 7 words differ inside"; how many differ may not be known."""
    if not pairs:
        return "no passage in common"
    words = reading.counted(sum(reading.words(*theirs) for _, theirs in pairs))
    told = f"{wording.counted(len(pairs), 'passage')}, {words}"
    if differing is None:
        return told
    if not differing:
        return f"{told}; word for word inside"
    return f"{told}; {reading.counted(differing)} {'differs' if differing == 1 else 'differ'} inside"


def _one_language(first: Article, second: Article) -> bool:
    """Whether words of the two can be compared: a text of no known language may be in the other's."""
    languages = {article.language.partition("-")[0] for article in (first, second)} - {"und"}
    return len(languages) < 2


def _spans(derivation: Derivation, first: Reading, second: Reading) -> Iterator[tuple[Span, Span]]:
    turned = first.article.id == derivation.origin_id
    for match in derivation.matches:
        derived, origin = (match.left_start, match.left_end), (match.right_start, match.right_end)
        ours, theirs = (origin, derived) if turned else (derived, origin)
        ours, theirs = _within(ours, first.article.text), _within(theirs, second.article.text)
        if ours[0] < ours[1] and theirs[0] < theirs[1]:
            yield ours, theirs


def _within(span: Span, text: str) -> Span:
    """`span` kept inside `text`: a ledger that was tampered with may say anything."""
    return max(0, min(span[0], len(text))), max(0, min(span[1], len(text)))


def _merged(ranges: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gaps(reading: Reading, spans: Sequence[Span], other: str, most: int) -> list[list[Piece]]:
    """What stands in `reading` before each passage, and after the last of its text; in all, every word once."""
    before: list[list[Piece]] = [[] for _ in (*spans, None)]
    furthest = [0, *itertools.accumulate((span[0] for span in spans), max)]
    at = 0
    for number in sorted(range(len(spans)), key=lambda number: spans[number]):
        before[number] = list(_unshared(reading, at, spans[number][0], other, most))
        if spans[number][0] < furthest[number]:
            before[number].append(Piece(text="what follows stands earlier in this text", kind=NOTE))
        at = max(at, spans[number][1])
    before[-1] = list(_unshared(reading, at, len(reading.article.text), other, most))
    return before


def _unshared(reading: Reading, start: int, end: int, other: str, most: int) -> Iterator[Piece]:
    """What stands in `[start, end)`: credit lines as they are, few words as they are, many as their number."""
    at = start
    while at < end and (credit := reading.credit_in(at, end)):
        yield from _alone(reading, at, credit.start, other, most)
        yield credit_piece(reading.article, credit)
        at = max(at + 1, credit.end)
    yield from _alone(reading, at, end, other, most)


def _alone(reading: Reading, start: int, end: int, other: str, most: int) -> Iterator[Piece]:
    number = reading.words(start, end)
    if not number:
        return
    first = bisect.bisect_left(reading.starts, start)
    begin, stop = reading.starts[first], reading.ends[first + number - 1]
    if number > most or reading.set_aside(begin, stop):
        yield Piece(text=f"… {reading.counted(number)} not in {other} …", kind=NOTE)
    else:
        yield _piece(reading.article.text[begin:stop], DIFFERS)


def _piece(text: str, kind: str) -> Piece:
    return Piece(text=quoting.visible(text), kind=kind)


def _between(first: Reading, second: Reading, gap: tuple[list[Piece], list[Piece]]) -> list[Row]:
    return [Row(number=0, first=first.cell(gap[0]), second=second.cell(gap[1]))] if any(gap) else []


class _Passage:
    """A shared passage, its words compared."""

    def __init__(self, first: Reading, second: Reading, ours: Span, theirs: Span, compared: bool) -> None:
        self.readings, self.spans = (first, second), (ours, theirs)
        self.tokens = (first.tokens(*ours), second.tokens(*theirs))
        self.blocks = common(*self.tokens) if compared else []
        self.compared = compared
        self.differing = max(self._differing(side) for side in (0, 1)) if compared else 0

    def shown(self, unbroken: int) -> int:
        """How many words a side a row of it has, at most."""
        hidden = [sum(self.tokens[side][at].is_word for at in self._hidden(side, unbroken)) for side in (0, 1)]
        return max(sum(token.is_word for token in self.tokens[side]) - hidden[side] for side in (0, 1))

    def row(self, number: int, most: int, unbroken: int) -> Row:
        """The passage as a row with at most `most` words a side."""
        cells = []
        for side in (0, 1):
            states = self._states(side, unbroken)
            _cut(states, self.tokens[side], most)
            pieces = _pieces(self.readings[side], self.spans[side], self.tokens[side], states)
            cells.append(self.readings[side].cell(_gathered(pieces), *self.spans[side]))
        return Row(number=number, first=cells[0], second=cells[1])

    def _differing(self, side: int) -> int:
        common_to_both = {at for block in self._ranges(side) for at in block}
        return sum(token.is_word and at not in common_to_both for at, token in enumerate(self.tokens[side]))

    def _ranges(self, side: int) -> Iterator[range]:
        for block in self.blocks:
            first = block.right if side else block.left
            yield range(first, first + block.length)

    def _hidden(self, side: int, unbroken: int) -> Iterator[int]:
        """The inner tokens of stretches without a difference: the same ones on both sides."""
        for mine, block in zip(self._ranges(0), self._ranges(side), strict=True):
            words = [at for at in mine if self.tokens[0][at].is_word]
            if len(words) > unbroken:
                shift = block.start - mine.start
                yield from range(words[_KEPT_ENDS] + shift, words[-_KEPT_ENDS] + shift)

    def _states(self, side: int, unbroken: int) -> list[str]:
        states = [DIFFERS if self.compared else SAME] * len(self.tokens[side])
        for block in self._ranges(side):
            states[block.start : block.stop] = [SAME] * len(block)
        for at in self._hidden(side, unbroken):
            states[at] = _HIDDEN
        return states


def _cut(states: list[str], tokens: Sequence[Token], most: int) -> None:
    """Leave out what comes after `most` words that are shown."""
    shown = 0
    for at, token in enumerate(tokens):
        shown += token.is_word and states[at] != _HIDDEN
        if shown > most:
            states[at] = _CUT


def _pieces(reading: Reading, span: Span, tokens: Sequence[Token], states: Sequence[str]) -> Iterator[Piece]:
    items = [(token.start, token.end, state) for token, state in zip(tokens, states, strict=True)]
    items += [(start, end, _ASIDE) for start, end in reading.set_aside(*span)]
    text, at = reading.article.text, span[0]
    for state, found in itertools.groupby(sorted(items), key=lambda item: item[2]):
        run = list(found)
        start, end = run[0][0], run[-1][1]
        yield _piece(text[at:start], SAME)
        if state == _ASIDE:
            yield from _aside(reading, start, end)
        elif state in (_HIDDEN, _CUT):
            words = reading.counted(reading.words(start, end))
            yield Piece(text=f"… {words}, {'the same in both' if state == _HIDDEN else 'left out here'} …", kind=NOTE)
        else:
            yield _piece(text[start:end], state)
        at = max(at, end)
    yield _piece(text[at : span[1]], SAME)


def _aside(reading: Reading, start: int, end: int) -> Iterator[Piece]:
    at = start
    while credit := reading.credit_in(at, end):
        yield credit_piece(reading.article, credit)
        at = credit.end
    if at == start:
        yield Piece(text="… set aside, not compared …", kind=NOTE)


def _gathered(pieces: Iterator[Piece]) -> list[Piece]:
    """`pieces` without empty ones, those of running text that follow each other as one."""
    gathered: list[Piece] = []
    for piece in pieces:
        if gathered and piece.kind == gathered[-1].kind == SAME:
            gathered[-1] = Piece(text=gathered[-1].text + piece.text, kind=SAME)
        elif piece.text:
            gathered.append(piece)
    return gathered
