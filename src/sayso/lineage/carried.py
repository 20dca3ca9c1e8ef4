"""Corrections carried over: what a text that was put right shows of the texts that share it.

That two texts have one error in common shows that they belong together, not which came from which (the argument from
common errors is as old as the comparing of manuscripts). So it is with one change made in both: two customers of an
agency are changed alike, the one after the other, and neither has seen the other. Hence where two that are no agencies
made one change, whichever made it first, no direction is told, and the clock is not asked either.
What the world changes, as the number of the injured, each may change by itself, and then that says nothing: a figure
alone counts only where a notice says that it was wrong; otherwise two changes without figures are needed, or new words
in number. Nor does an addition that would fit any article, or what a desk changes by its own rules (`house_style`).

Three things show more:

* an agency's own change, made in the other when it had stood there for a while: the other has the agency's text;
* a notice that something was put right, printed by one when the other was not out yet: who comes out with a notice on
  an earlier version never had that version. The notices of an agency's own text are the agency's, whatever the time,
  and a notice in the form of agencies, in two that are none, may have come to both from one;
* the superseded reading: a text that has what the first version had, and not what the second has in its place, was not
  made from the second. Nor was the second made from it, being made from the first: if the first was there before it,
  both go back to what had that reading.

Nothing follows from a later text that has the later reading (its writer may know it from elsewhere), from an earlier
text that has the later reading (so may the other), or from the first reading where nothing tells who had it first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lineage.corrected import LEAST_NAME
from sayso.lineage.declared import agencies_in, agency, key, shortened
from sayso.lineage.documents import AT_ONCE, Document, host, names, surely_before, well_before
from sayso.lineage.histories import CAPTURED, Edit, seen
from sayso.lineage.notes import is_agencys, is_on_a_named_report, is_particular
from sayso.lineage.stories import Shared, Story, Told, is_telling
from sayso.model import Clock

_EXACT = frozenset({"minute", "second"})


@dataclass(frozen=True, slots=True)
class Carried:
    """What a correction shows: `derived` as in `direction.Direction`; `code` and `detail` for its reason."""

    derived: int | None
    code: str
    detail: str
    evidence: tuple[str, ...]
    common: bool = False


CARRIED, SUPERSEDED = "correction_carried_over", "superseded_reading"
AGAINST_CLOCK, SAME_CHANGE, OF_A_THIRD = "correction_against_clock", "same_change", "correction_of_a_third"
OPEN = frozenset({AGAINST_CLOCK, SAME_CHANGE, OF_A_THIRD})
"""What leaves the direction open, and the clock with it."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two, with what to call it."""

    story: Story
    called: str

    @property
    def document(self) -> Document:
        return self.story.document

    @property
    def first(self) -> Clock | None:
        """When the article came out."""
        history = self.story.history
        return (history.first if history else None) or self.document.published

    @property
    def is_agency(self) -> bool:
        return agency(self.document.outlet or "") is not None


def carried(told: Told) -> Carried | None:
    """What corrections show of two texts of two outlets that share text."""
    left, right = told.left.document, told.right.document
    if left.name == right.name or (told.left.article and told.left.article == told.right.article):
        return None
    called = names(left, right)
    sides = _Side(told.left, called[0]), _Side(told.right, called[1])
    followed = _followed(*sides, told.shared)
    return _superseded(sides, followed) or followed or _noted(*sides)


def _followed(left: _Side, right: _Side, shared: Sequence[Shared]) -> Carried | None:
    """Both made the same changes: the one an agency's, when it had stood there, or else nobody knows whose."""
    if left.is_agency != right.is_agency:
        return _from_agency(left, right, shared)
    if not shared:
        return None
    sides = [(left, shared[0].first), (right, shared[0].second)]
    sides.sort(key=lambda side: (side[1].by.value, side[1].ids))
    (one, made), (other, later) = sides
    detail = (
        f"{_change(one.called, made)} ({_at(made)}), and {other.called} made the same change ({_at(later)})"
        f"{_and_more(shared)}: the order does not show that either read the other, for both may have it from a third"
    )
    return Carried(None, SAME_CHANGE, detail, (*made.ids, *later.ids))


def _from_agency(left: _Side, right: _Side, shared: Sequence[Shared]) -> Carried | None:
    """Both made the same changes, one of them an agency, the other when they had stood there for a while."""
    place = int(left.is_agency)  # of the customer
    ordered = [change for change in shared if change.later is not None]
    if {change.later for change in ordered} != {place}:
        return None  # agencies do not follow their customers, who may have it from the agency by another way
    source, customer = (left, right) if place else (right, left)
    pairs = [(change.first, change.second) if place else (change.second, change.first) for change in ordered]
    if _at_once(left.first, right.first) or not is_telling([made for made, _ in pairs]):
        return None
    made, later = pairs[0]
    detail = (
        f"{_change(source.called, made)} ({_at(made)}), and {customer.called}, which had it as it was before, "
        f"made the same change later ({_at(later)}){_and_more(pairs)}"
    )
    evidence = (*made.ids, *later.ids)
    if surely_before(customer.first, source.first):
        against = f"{detail}; but {customer.called} was out first: both may have it from a third"
        return Carried(None, AGAINST_CLOCK, against, evidence)
    return Carried(place, CARRIED, f"{detail}; {source.called} is an agency", evidence)


def _and_more(made: Sequence[object]) -> str:
    more = len(made) - 1
    return (f", and {more} more" if more > 1 else ", and one more") if more else ""


def _at_once(left: Clock | None, right: Clock | None) -> bool:
    """Whether the two came out at one moment: then neither is a copy, and both have their changes from a third."""
    if left is None or right is None or not {left.precision, right.precision} <= _EXACT:
        return False
    return abs(left.value - right.value) < AT_ONCE


def _change(called: str, edit: Edit) -> str:
    before, after = edit.shown
    if before and after:
        return f"{called} changed “{before}” to “{after}”"
    return f"{called} added “{after}”" if after else f"{called} took out “{before}”"


def _at(edit: Edit) -> str:
    """What is known of the time of a change: of a capture, that it had been made."""
    when = edit.by.text or edit.by.value.isoformat()
    return f"first seen changed at {when}" if edit.by.basis == CAPTURED else f"changed by {when}, by its own account"


def _superseded(sides: tuple[_Side, _Side], followed: Carried | None) -> Carried | None:
    """One of the two has what an earlier version of the other had, and was changed there since."""
    for place in (0, 1):
        changed, other = sides[place], sides[1 - place]
        is_after = followed is not None and followed.derived == 1 - place
        history = changed.story.history
        if not history or not history.edits:
            continue
        mine, theirs = changed.story.readings(history), other.story.readings(history)
        if mine.now & mine.gives & theirs.now & ~(mine.gave & theirs.was):
            continue  # made from the later version, or from both
        taken = mine.now & ~mine.was & mine.gave & theirs.was & ~theirs.now
        for number, edit in enumerate(history.edits if taken else ()):
            if taken >> number & 1 and (is_after or well_before(edit.had, other.first)):
                return _both_go_back(changed, other, edit)
    return None


def _both_go_back(changed: _Side, other: _Side, edit: Edit) -> Carried:
    before, after = edit.shown
    since = f"where this version of it has “{after}”" if after else "which this version of it leaves out"
    detail = (
        f"{other.called} prints “{before}”, as an earlier version of {changed.called} did, {since}: "
        f"both go back to that version or to what it was made from"
    )
    return Carried(None, SUPERSEDED, detail, (*edit.ids, other.document.id), common=True)


def _noted(left: _Side, right: _Side) -> Carried | None:
    """Both print one correction notice: it is an agency's own, or stood in the one before the other was out."""
    notices = [note for note in left.story.notices if note in right.story.notices]
    if not notices:
        return None
    note = next((one for one in notices if is_particular(one, left.document.language)), None)
    named = [one for one in notices if any(name in key(one) for side in (left, right) for name in _keys(side))]
    if note is not None and left.is_agency != right.is_agency and not named and not agencies_in(note):
        return _agencys(left, right, note)
    if left.is_agency or right.is_agency:
        return None
    if named:
        return None  # what names one of the two was written for it, or by it: `corrected` looks at that
    thirds = (one for one in notices if is_agencys(one) or agencies_in(one) or is_on_a_named_report(one))
    third = next(thirds, None)
    if third is not None:
        detail = (
            f"{left.called} and {right.called} print a correction that both may have from a third: {shortened(third)}"
        )
        return Carried(None, OF_A_THIRD, detail, (left.document.id, right.document.id))
    return _printed_before(left, right, note) if note is not None else None


def _agencys(left: _Side, right: _Side, note: str) -> Carried | None:
    """The notice of one that is an agency, unless the other was out with it before."""
    place = int(left.is_agency)
    source, customer = (left, right) if place else (right, left)
    if surely_before(customer.first, source.first) or surely_before(_stood(customer), source.first):
        return None
    detail = f"{customer.called} carries a correction by {source.called}, which is an agency: {shortened(note)}"
    return Carried(place, CARRIED, detail, (source.document.id, customer.document.id))


def _printed_before(left: _Side, right: _Side, note: str) -> Carried | None:
    """The notice stood in the one before the other was out."""
    for derived, (first, second) in ((1, (left, right)), (0, (right, left))):
        stood = _stood(first)
        if stood and well_before(stood, second.first):
            when = stood.text or stood.value.isoformat()
            shown = f"seen there at {when}" if stood.basis == CAPTURED else when
            detail = (
                f"{second.called} carries a correction that {first.called} had printed ({shown}) "
                f"before {second.called} was out: {shortened(note)}"
            )
            return Carried(derived, CARRIED, detail, (first.document.id, second.document.id))
    return None


def _keys(side: _Side) -> list[str]:
    """What a notice may call the outlet: "this Herald story" in The Herald, or at herald.example."""
    label = key(host(side.document.url).partition(".")[0])
    return [one for one in (key(side.document.outlet or ""), label if len(label) >= LEAST_NAME else "") if one]


def _stood(side: _Side) -> Clock | None:
    """A time at which the text is known to have stood as it does.

    When it came out a text had no notice on an earlier version yet: only of a later version that time is its own.
    """
    document, first = side.document, side.first
    if document.modified and (first is None or surely_before(first, document.modified)):
        return document.modified
    return seen(document) or (document.published if surely_before(first, document.published) else None)
