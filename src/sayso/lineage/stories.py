"""What corrections are looked for in: texts with the histories of their articles, each looked through once.

Two articles of 300 versions each are 90,000 pairs: what two histories have in common, and which readings a text has,
is found once for all of them. It is kept as long as pairs are compared, as marks and not as texts.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sayso.lineage.align import LEAST_PASSAGE
from sayso.lineage.documents import Document, Numbered, well_before
from sayso.lineage.histories import Edit, History, reads
from sayso.lineage.notes import notes_of

_NONE: Mapping[int, History] = MappingProxyType({})


class Readings(NamedTuple):
    """Which readings of a history a text has, the nth bit of the nth change; `gave`, `gives`: which are not empty."""

    was: int
    now: int
    gave: int
    gives: int


class Shared(NamedTuple):
    """A change that two articles made; `later` says which made it when the other had it already, 1 the second."""

    first: Edit
    second: Edit
    later: int | None


class Story:
    """A text, what is known of how its article was changed, and what was read of it."""

    __slots__ = ("_notices", "_readings", "document", "history")

    def __init__(self, document: Document, history: History | None = None) -> None:
        self.document = document
        self.history = history
        self._notices: tuple[str, ...] | None = None
        self._readings: dict[str, Readings] = {}

    @property
    def article(self) -> str:
        """What all versions of the article have in common; empty where it has one only."""
        return self.history.article if self.history else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """Its correction notices."""
        if self._notices is None:
            self._notices = notes_of(self.document.text)
        return self._notices

    def readings(self, history: History) -> Readings:
        """Which of the readings of an article it has."""
        if history.article not in self._readings:
            self._readings[history.article] = self._read(history.edits)
        return self._readings[history.article]

    def _read(self, edits: tuple[Edit, ...]) -> Readings:
        words = reads(self.document) if edits else ""
        was = now = gave = gives = 0
        for place, edit in enumerate(edits):
            was |= (f" {edit.was} " in words) << place
            now |= (f" {edit.now} " in words) << place
            gave |= bool(edit.old) << place
            gives |= bool(edit.new) << place
        return Readings(was, now, gave, gives)


class Told(NamedTuple):
    """Two texts that are compared, and the changes that both articles made."""

    left: Story
    right: Story
    shared: tuple[Shared, ...] = ()


class Stories:
    """The texts of many pairs, by number."""

    def __init__(self, documents: Numbered, histories: Mapping[int, History] = _NONE) -> None:
        self._documents = documents
        self._histories = histories
        self._made: dict[int, Story] = {}
        self._shared: dict[tuple[str, str], tuple[Shared, ...]] = {}

    def pair(self, left: int, right: int) -> Told:
        """Two of them."""
        one, other = self._story(left), self._story(right)
        if not one.history or not other.history or one.article == other.article:
            return Told(one, other)
        key = one.article, other.article
        if key not in self._shared:
            self._shared[key] = shared_changes(one.history, other.history)
        return Told(one, other, self._shared[key])

    def _story(self, number: int) -> Story:
        if number not in self._made:
            self._made[number] = Story(self._documents[number], self._histories.get(number))
        return self._made[number]


def shared_changes(left: History, right: History) -> tuple[Shared, ...]:
    """The changes that both articles made, the weightiest first, each the first time; none if they tell nothing."""
    mine, theirs = ({(edit.was, edit.now): edit for edit in reversed(one.edits)} for one in (left, right))
    both = sorted(mine.keys() & theirs.keys(), key=lambda change: (-mine[change].weight, change))
    if not any(is_telling([edits[change] for change in both]) for edits in (mine, theirs)):
        return ()
    return tuple(Shared(mine[change], theirs[change], _later(mine[change], theirs[change])) for change in both)


def is_telling(edits: Sequence[Edit]) -> bool:
    """Whether two would hardly make these changes each by itself."""
    telling = {(edit.old, edit.new): edit for edit in edits if edit.weight > 0}.values()
    plain = [edit for edit in telling if not edit.figures]
    is_much = sum(edit.weight for edit in telling) >= LEAST_PASSAGE
    return any(edit.noted for edit in edits) or len(plain) > 1 or is_much


def _later(mine: Edit, theirs: Edit) -> int | None:
    """Which of the two was changed when the other had been for a while."""
    if well_before(mine.by, theirs.since):
        return 1
    return 0 if well_before(theirs.by, mine.since) else None
