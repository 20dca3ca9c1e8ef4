"""Corrections carried over: what a text that was put right shows of the texts that share it.

That two texts have one error in common shows that they belong together, not which came from which (the argument from
common errors is as old as the comparing of manuscripts). Three things show a direction, each by an order in time:

* a notice that something was put right, printed by one when the other was not out yet: who comes out with a notice on
  an earlier version never had that version. The notices of an agency's own text are the agency's, whatever the time;
* one change made in both, in the one when it had stood in the other for a while. What the world changes, as the number
  of the injured, each outlet may change by itself: a figure alone counts only where a notice says that it was wrong;
  otherwise two changes without figures are needed, or new words in number. An addition that would fit any article,
  as "This story has been updated with more details", counts for nothing.
* the superseded reading: a text that has what the first version had, and not what the second has in its place, was not
  made from the second. Nor was the second made from it, being made from the first: if the first was there before it,
  both go back to that.

Nothing follows from a later text that has the later reading (its writer may know it from elsewhere), from an earlier
text that has the later reading (so may the other), or from the first reading where nothing tells who had it first.
"""

from dataclasses import dataclass

from sayso.lineage.align import LEAST_PASSAGE
from sayso.lineage.corrected import LEAST_NAME
from sayso.lineage.declared import agencies_in, agency, key, shortened
from sayso.lineage.documents import AT_ONCE, Document, host, names, surely_before, well_before
from sayso.lineage.histories import Edit, History, reads, seen
from sayso.lineage.notes import is_of_something, shared_note
from sayso.lineage.shingles import words_of
from sayso.lineage.wording import TOKEN, is_figure
from sayso.model import Clock

_EXACT = frozenset({"minute", "second"})
Known = tuple[History | None, History | None]
"""What is known of how the articles of two texts were changed."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a correction shows: `derived` as in `direction.Direction`; `code` and `detail` for its reason."""

    derived: int | None
    code: str
    detail: str
    evidence: tuple[str, ...]
    common: bool = False


CARRIED, AGAINST_CLOCK, SUPERSEDED = "correction_carried_over", "correction_against_clock", "superseded_reading"


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two, with what to call it."""

    document: Document
    called: str
    history: History | None

    @property
    def first(self) -> Clock | None:
        """When the article came out."""
        known = self.history.first if self.history else None
        return known or self.document.published

    @property
    def is_agency(self) -> bool:
        return agency(self.document.outlet or "") is not None

    @property
    def edits(self) -> tuple[Edit, ...]:
        return self.history.edits if self.history else ()


def carried(left: Document, right: Document, known: Known) -> Carried | None:
    """What corrections show of two texts of two outlets that share text; `known` are the histories of the two."""
    if left.name == right.name or (known[0] and known[1] and known[0].article == known[1].article):
        return None
    called = names(left, right)
    sides = _Side(left, called[0], known[0]), _Side(right, called[1], known[1])
    followed = _followed(*sides) if known[0] and known[1] else None
    return _superseded(sides, followed) or followed or _noted(*sides)


def _followed(left: _Side, right: _Side) -> Carried | None:
    """Both made the same changes, the one when the other had them already."""
    shared = list(zip(*_in_common(left.edits, right.edits), strict=True))
    ways = [_way(mine, theirs) for mine, theirs in shared]
    ordered = {way for way in ways if way is not None}
    if len(ordered) != 1:
        return None
    derived = ordered.pop()
    pairs = [pair for pair, way in zip(shared, ways, strict=True) if way is not None]
    first, second = (right, left) if derived == 0 else (left, right)
    by_first = [pair[1 - derived] for pair in pairs]
    language = first.document.language
    if _at_once(left.first, right.first) or not _tells(by_first, language):
        return None
    if second.is_agency and not first.is_agency:
        return None  # agencies do not follow their customers, who may have it from the agency by another way
    chief = max(by_first, key=lambda edit: (_weight(edit, language), edit.now))
    later = next(pair[derived] for pair in pairs if pair[1 - derived] is chief)
    detail = (
        f"{_change(first.called, chief)} {_at(chief)}, and {second.called}, which had it as it was before, "
        f"made the same change later {_at(later)}"
    )
    if len(by_first) > 1:
        more = len(by_first) - 1
        detail += f", and {more} more" if more > 1 else ", and one more"
    evidence = (*chief.ids, *later.ids)
    if surely_before(second.first, first.first):
        against = f"{detail}; but {second.called} was out first: both may have it from a third"
        return Carried(None, AGAINST_CLOCK, against, evidence)
    return Carried(derived, CARRIED, detail, evidence)


def _in_common(left: tuple[Edit, ...], right: tuple[Edit, ...]) -> tuple[list[Edit], list[Edit]]:
    """The changes that both made, the first time that each made them."""
    mine, theirs = ({(edit.was, edit.now): edit for edit in reversed(edits)} for edits in (left, right))
    shared = [key for key in mine if key in theirs]
    shared.sort(key=lambda key: (mine[key].by.value, key))
    return [mine[key] for key in shared], [theirs[key] for key in shared]


def _way(mine: Edit, theirs: Edit) -> int | None:
    """Which of the two was changed when the other had been: 0 for the left."""
    if well_before(mine.by, theirs.since):
        return 1
    return 0 if well_before(theirs.by, mine.since) else None


def _at_once(left: Clock | None, right: Clock | None) -> bool:
    """Whether the two came out at one moment: then neither is a copy, and both have their changes from a third."""
    if left is None or right is None or not {left.precision, right.precision} <= _EXACT:
        return False
    return abs(left.value - right.value) < AT_ONCE


def _tells(edits: list[Edit], language: str) -> bool:
    """Whether two would hardly make these changes each by itself."""
    telling = {(edit.old, edit.new): _weight(edit, language) for edit in edits}
    weights = {readings: weight for readings, weight in telling.items() if weight > 0}
    plain = [readings for readings in weights if not _has_figure(" ".join(readings), language)]
    return any(edit.noted for edit in edits) or len(plain) > 1 or sum(weights.values()) >= LEAST_PASSAGE


def _has_figure(words: str, language: str) -> bool:
    return any(is_figure(word, language) for word in words.split())


def _weight(edit: Edit, language: str) -> float:
    """How many new words that are no figures the change brought; none if it took words out or would fit anywhere."""
    if not edit.old and not is_of_something(edit.shown[1], language):
        return 0.0
    words = [word for word in TOKEN.findall(edit.new) if not is_figure(word, language)]
    if not set(words) - set(TOKEN.findall(edit.old)):
        return 0.0
    (counted,) = words_of([" ".join(words)])
    return len(counted) * counted.worth


def _change(called: str, edit: Edit) -> str:
    before, after = edit.shown
    if before and after:
        return f"{called} changed “{before}” to “{after}”"
    return f"{called} added “{after}”" if after else f"{called} took out “{before}”"


def _at(edit: Edit) -> str:
    return f"({edit.by.text or edit.by.value.isoformat()})"


def _superseded(sides: tuple[_Side, _Side], followed: Carried | None) -> Carried | None:
    """One of the two has what an earlier version of the other had, and was changed there since."""
    for place in (0, 1):
        changed, other = sides[place], sides[1 - place]
        is_before = followed is not None and followed.derived == 1 - place
        if not changed.history:
            continue
        mine, theirs = reads(changed.document), reads(other.document)
        edits = [edit for edit in changed.edits if _has(mine, edit.now)]
        if any(edit.new and _has(theirs, edit.now) and not (edit.old and _has(theirs, edit.was)) for edit in edits):
            continue  # made from the later version, or from both
        for edit in edits:
            is_taken = edit.old and not _has(mine, edit.was) and _has(theirs, edit.was) and not _has(theirs, edit.now)
            if is_taken and (is_before or well_before(edit.had, other.first)):
                return _both_go_back(changed, other, edit)
    return None


def _has(words: str, reading: str) -> bool:
    return f" {reading} " in words


def _both_go_back(changed: _Side, other: _Side, edit: Edit) -> Carried:
    before, after = edit.shown
    since = f"where this version of it has “{after}”" if after else "which this version of it leaves out"
    detail = (
        f"{other.called} prints “{before}”, as an earlier version of {changed.called} did, {since}: "
        f"both go back to that version"
    )
    return Carried(None, SUPERSEDED, detail, (*edit.ids, other.document.id), common=True)


def _noted(left: _Side, right: _Side) -> Carried | None:
    """Both print one correction notice: it is an agency's own, or stood in the one before the other was out."""
    note = shared_note(left.document.text, right.document.text, left.document.language)
    if note is None or any(name in key(note) for side in (left, right) for name in _keys(side)):
        return None  # what names one of the two was written for it, or by it: `corrected` looks at that
    if agencies_in(note):
        return None  # whoever prints that agency's text prints it
    quoted = shortened(note)
    for derived, (first, second) in ((1, (left, right)), (0, (right, left))):
        evidence = (first.document.id, second.document.id)
        if first.is_agency and not second.is_agency:
            if surely_before(second.first, first.first) or surely_before(_stood(second), first.first):
                continue
            detail = f"{second.called} carries a correction by {first.called}, which is an agency: {quoted}"
            return Carried(derived, CARRIED, detail, evidence)
        stood = _stood(first)
        if stood and well_before(stood, second.first) and not second.is_agency:
            detail = (
                f"{second.called} carries a correction that {first.called} had printed "
                f"({stood.text or stood.value.isoformat()}) before {second.called} was out: {quoted}"
            )
            return Carried(derived, CARRIED, detail, evidence)
    return None


def _keys(side: _Side) -> list[str]:
    """What a notice may call the outlet: "this Herald story" in The Herald, or at herald.example."""
    label = key(host(side.document.url).partition(".")[0])
    return [one for one in (key(side.document.outlet or ""), label if len(label) >= LEAST_NAME else "") if one]


def _stood(side: _Side) -> Clock | None:
    """A time at which the text is known to have stood as it does.

    When it came out a text had no notice on an earlier version yet: only of a later version that time is its own.
    """
    document = side.document
    if document.modified or document.captured_at:
        return document.modified or seen(document)
    return document.published if surely_before(side.first, document.published) else None
