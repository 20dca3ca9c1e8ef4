"""Which of two texts came from the other, on what basis, or that it cannot be known.

In this order: a credit line that names the other outlet, a link to the other's address, a correction notice that
names it, one agency behind both, a correction carried over (`carried`), an earlier clock, and containment where the
clocks say nothing. Two that contradict each other decide nothing.
A correction stands below what a text says itself of where it is from, since one source behind both would be followed
in the same way, and above the bare clock, since it tells of the text what the clock tells of the page: which of its
versions was taken over. Where two that are no agencies were changed alike the clock is not asked: who takes over a text
seldom follows how it is changed, and who has it from an agency does.
A text that credits an agency was not taken from an earlier reprint: the first reprinter is not the origin. Nor was it
taken from what the agency put out later. A credit speaks for its own text alone: of one that names nobody and came
after, all that is known is that it came after.

The clock decides nothing between two outlets that print the same blurb. Of 213 pairs of such blurbs whose text names
an agency, so that neither outlet is the origin, half are out within 52 minutes of each other and three in four within
136; of 1,535 pairs that name none, half within 46 and three in four within 186. Nothing in the times shows that the
one is a copy where the other is not (`eval/lineage_blurbs.py`).
"""

import datetime
from dataclasses import dataclass

from sayso.lineage.align import Alignment
from sayso.lineage.carried import OPEN, carried
from sayso.lineage.corrected import correction_of
from sayso.lineage.declared import Declared, agencies_in, credit_to, foreign_origin, key, quoted, shortened
from sayso.lineage.documents import AT_ONCE, Document, canonical_url, names, surely_before
from sayso.lineage.stories import Story, Told
from sayso.model import Reason
from sayso.vocab import CreditKind, DirectionBasis

# A shortened copy lies nearly whole in the longer text; or for the most part, with words changed or a paragraph of its
# own added: then the longer has more than a blurb beyond it, and twice what the other has for itself. Of made copies
# (shared/eval/copies.py, 200,000 of seed 1) that turns 0.3 % the wrong way. To ask for 120 shared words, not 80 as of
# blurbs, and for no other sign than 0.9 and 0.8 left 28 % of all made copies undirected; this leaves 24 %.
CONTAINED, NOT_CONTAINED = 0.9, 0.7  # coverage
MOSTLY_CONTAINED, MORE_THAN_THAT = 0.7, 0.85
MORE_WORDS, TIMES_ITS_OWN = 50, 2  # with 40, six more of 20,000 (seed 3) are turned, three of them wrongly
BRIEF_WORDS = 120  # in a longer text an agency is named for one fact among many
BRIEF_CHARS = 4000
# 99 of 100 of the feed items measured have at most 58 words, none more than 82. Of the eight texts of the Helsinki
# summit that share 81 to 119 words with a longer one, and hold mostly that, six are its excerpt on a page of links or a
# blog, two have a post or captions in common; none is a flash that the longer one goes on from.
BLURB_WORDS = 80


@dataclass(frozen=True, slots=True)
class Direction:
    """`derived` is 0 for the left text, 1 for the right, None where unknown; `common` where both took a third."""

    derived: int | None
    basis: DirectionBasis
    reason: Reason
    common: bool = False


def direction(left: Document, right: Document, alignment: Alignment, told: Told | None = None) -> Direction:
    """Which way the text that two documents share ran; see the module's docstring for the order of signs.

    `told` are the same two with what is known of how their articles were changed.
    """
    return (
        _by_credit(left, right, alignment)
        or _by_link(left, right)
        or _by_correction(left, right)
        or _by_agency(left, right, alignment)
        or _by_named_agency(left, right, alignment)
        or _by_changes(told or Told(Story(left), Story(right)), alignment)
        or _by_clock(left, right, alignment)
        or _by_containment(left, right, alignment)
        or _undecided(left, right)
    )


def _unknown(code: str, detail: str, *ids: str) -> Direction:
    return Direction(None, DirectionBasis.UNKNOWN, Reason(code=code, detail=detail, evidence=ids))


def _by_credit(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    lines = [credit_to(left, right), credit_to(right, left)]
    called = names(left, right)
    if lines[0] and lines[1]:
        detail = f"{called[0]} and {called[1]} each name the other as their source"
        return _unknown("circular_credit", detail, left.id, right.id)
    for place, (line, document) in enumerate(zip(lines, (left, right), strict=True)):
        if line:
            if _is_too_early((left, right)[place], (right, left)[place], alignment):
                detail = (
                    f"{called[place]} credits {called[1 - place]} ({quoted(line, document)}) but was out before this "
                    f"text of {called[1 - place]}: both go back to an earlier one"
                )
                reason = Reason(code="credit_against_clock", detail=detail, evidence=(left.id, right.id))
                return Direction(None, DirectionBasis.CREDIT_LINE, reason, common=True)
            original = line.kind in {CreditKind.REPUBLICATION, CreditKind.TRANSLATION}
            basis = DirectionBasis.DECLARED_ORIGINAL if original else DirectionBasis.CREDIT_LINE
            detail = f"{called[place]} credits {called[1 - place]}: {quoted(line, document)}"
            return Direction(place, basis, Reason(code=basis.value, detail=detail, evidence=(document.id,)))
    return None


def _is_too_early(document: Document, credited: Document, alignment: Alignment) -> bool:
    """Whether `document`, which credits the outlet of `credited`, cannot have taken its words from that very text.

    Where the two are one text, the clock is doubted rather than the credit: agencies stamp their pages anew.
    """
    is_one_text = min(alignment.left_coverage, alignment.right_coverage) >= CONTAINED
    return not is_one_text and surely_before(document.published, credited.published)


def _links_to(document: Document, other: Document) -> bool:
    address = canonical_url(other.url)
    given = (*document.links, *(credit.url for credit in document.credits if credit.url))
    return address is not None and address in map(canonical_url, given)


def _by_link(left: Document, right: Document) -> Direction | None:
    there = [_links_to(left, right), _links_to(right, left)]
    if there[0] == there[1]:
        return None
    place = there.index(True)
    document, other = ((left, right), (right, left))[place]
    called = names(left, right)
    if surely_before(document.published, other.published):
        detail = f"{called[place]} links to {called[1 - place]} but is the earlier of the two"
        return _unknown("link_against_clock", detail, left.id, right.id)
    detail = f"{called[place]} links to {called[1 - place]}: {other.url}"
    return Direction(place, DirectionBasis.LINK, Reason(code="link", detail=detail, evidence=(document.id,)))


def _by_correction(left: Document, right: Document) -> Direction | None:
    """A correction notice that names the other outlet was written for its text; where both do, it says nothing."""
    notices = [correction_of(left, right), correction_of(right, left)]
    if (notices[0] is None) == (notices[1] is None):
        return None
    place = 0 if notices[0] else 1
    document, other = ((left, right), (right, left))[place]
    if surely_before(document.published, other.published):
        return None  # of an earlier text than this one
    called = names(left, right)
    detail = f"{called[place]} carries a correction of {called[1 - place]}: {shortened(notices[place] or '')}"
    basis = DirectionBasis.CORRECTION
    return Direction(place, basis, Reason(code=basis.value, detail=detail, evidence=(document.id,)))


def _by_agency(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    """Two that credit one agency, or one agency and nobody: a line that speaks for a part of the text says nothing."""
    declared = [_whole_origin(left), _whole_origin(right)]
    called = names(left, right)
    if declared[0] and declared[1] and key(declared[0].agent.name) == key(declared[1].agent.name):
        name = declared[0].agent.name
        lines = f"{quoted(declared[0].credit, left)}, {quoted(declared[1].credit, right)}"
        reason = Reason(code="one_agency", detail=f"both credit {name}: {lines}", evidence=(left.id, right.id))
        return Direction(None, DirectionBasis.CREDIT_LINE, reason, common=True)
    if declared[0] and declared[1]:
        detail = f"{called[0]} credits {declared[0].agent.name}, {called[1]} credits {declared[1].agent.name}"
        return _unknown("credits_differ", detail, left.id, right.id)
    for place, (line, document) in enumerate(zip(declared, (left, right), strict=True)):
        if line and not _came_before(place, left, right, alignment):
            detail = (
                f"{called[place]} credits {line.agent.name}: {quoted(line.credit, document)}; "
                f"{called[1 - place]} has the same text without a credit"
            )
            reason = Reason(code="agency_behind_one", detail=detail, evidence=(document.id,))
            return Direction(None, DirectionBasis.CREDIT_LINE, reason, common=True)
    return None


def _came_before(place: int, left: Document, right: Document, alignment: Alignment) -> bool:
    """Whether clock, or length where the clocks say nothing, shows that the text at `place` was there first."""
    earlier = _earlier(left, right)
    shorter = _by_containment(left, right, alignment) if earlier is None else None
    return earlier == place or (shorter is not None and shorter.derived == 1 - place)


def _whole_origin(document: Document) -> Declared | None:
    declared = foreign_origin(document)
    return declared if declared and not declared.part else None


def _by_named_agency(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    """A brief that itself names an agency as its source came from there, whoever printed it first."""
    if alignment.longer > BRIEF_WORDS:
        return None
    named = sorted(agencies_in(left.text[:BRIEF_CHARS]) & agencies_in(right.text[:BRIEF_CHARS]))
    if not named:
        return None
    detail = f"both name {named[0]}; who printed the words first does not show whose they are"
    return _unknown("agency_in_text", detail, left.id, right.id)


def _by_changes(told: Told, alignment: Alignment) -> Direction | None:
    """What corrections show; of a blurb, which both may have from a third, they show no more than the clock does."""
    if alignment.longer <= BLURB_WORDS:
        return None
    found = carried(told)
    if found is None:
        return None
    basis = DirectionBasis.UNKNOWN if found.code in OPEN else DirectionBasis.CORRECTION
    texts = told.left.document, told.right.document
    called = names(*texts)
    detail, common = found.detail, found.common
    if found.derived is not None:
        detail += _itself_from(texts[1 - found.derived], called[1 - found.derived], called[found.derived])
    elif found.code in OPEN:
        behind = [place for place in (0, 1) if _whole_origin(texts[place])]
        common = bool(behind)
        detail += "".join(_itself_from(texts[place], called[place], called[1 - place]) for place in behind[:1])
    reason = Reason(code=found.code, detail=detail, evidence=tuple(dict.fromkeys(found.evidence)))
    return Direction(found.derived, basis, reason, common)


def _earlier(left: Document, right: Document) -> int | None:
    """Which of the two was surely out first: 0 for the left, 1 for the right."""
    if surely_before(left.published, right.published):
        return 0
    return 1 if surely_before(right.published, left.published) else None


def _gap(left: Document, right: Document) -> datetime.timedelta:
    if left.published is None or right.published is None:
        return datetime.timedelta.max
    return abs(left.published.value - right.published.value)


def _times(first: Document, second: Document, called: tuple[str, str]) -> str:
    shown = [clock.text or clock.value.isoformat() if clock else "" for clock in (first.published, second.published)]
    return f"{called[0]} was out earlier ({shown[0]}) than {called[1]} ({shown[1]})"


def _by_clock(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    place = _earlier(left, right)
    if place is None or _gap(left, right) < AT_ONCE or (alignment.longer <= BLURB_WORDS and left.name != right.name):
        return None
    first, second = ((left, right), (right, left))[place]
    called = names(left, right)
    detail = _times(first, second, (called[place], called[1 - place]))
    detail += _itself_from(first, called[place], called[1 - place])
    reason = Reason(code="earlier_clock", detail=detail, evidence=(first.id, second.id))
    return Direction(1 - place, DirectionBasis.EARLIER_CLOCK, reason)


def _itself_from(first: Document, called: str, other: str) -> str:
    """That the first is no origin itself, if its credit line says so."""
    behind = _whole_origin(first)
    if not behind:
        return ""
    line = quoted(behind.credit, first)
    return f"; {called} itself credits {behind.agent.name} ({line}), and {other} may have it from there too"


def _by_containment(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    """The shortened one of two texts; a blurb is as likely a flash that the longer one goes on from."""
    place = _shortened(alignment)
    if place is None or alignment.shared <= BLURB_WORDS:
        return None
    covered = (alignment.left_coverage, alignment.right_coverage)[place]
    called = names(left, right)
    inside = "lies almost wholly inside" if covered >= CONTAINED else f"stands for {covered:.0%} in"
    detail = (
        f"no clock tells them apart; {called[place]} {inside} {called[1 - place]}, "
        "which has more: it looks like a shortened copy"
    ) + _itself_from((right, left)[place], called[1 - place], called[place])
    reason = Reason(code="containment", detail=detail, evidence=(left.id, right.id))
    return Direction(place, DirectionBasis.CONTAINMENT, reason)


def _shortened(alignment: Alignment) -> int | None:
    """Which of the two texts has little that the other lacks, and lacks much that the other has."""
    covered = (alignment.left_coverage, alignment.right_coverage)
    place = 0 if covered[0] >= covered[1] else 1
    if covered[place] >= CONTAINED and covered[1 - place] <= NOT_CONTAINED:
        return place
    words = [length * alignment.worth for length in (alignment.left_length, alignment.right_length)]
    own, more = words[place] - alignment.shared, words[1 - place] - alignment.shared
    mostly = covered[place] >= MOSTLY_CONTAINED and covered[1 - place] <= MORE_THAN_THAT
    return place if mostly and more >= max(MORE_WORDS, TIMES_ITS_OWN * own) else None


def _undecided(left: Document, right: Document) -> Direction:
    """What keeps the clocks from deciding, where there are two."""
    called = names(left, right)
    place = _earlier(left, right)
    if place is None:
        detail = f"neither clock, credit nor length tells which of {called[0]} and {called[1]} was first"
        return _unknown("no_basis", detail, left.id, right.id)
    first, second = ((left, right), (right, left))[place]
    said = _times(first, second, (called[place], called[1 - place]))
    if _gap(left, right) < AT_ONCE:
        return _unknown(
            "out_at_once",
            f"{said}, but by too little for a copy: both may have it from a third",
            *(first.id, second.id),
        )
    return _unknown(
        "same_brief", f"{said}, but so short a text is as often one that both have from a third", *(first.id, second.id)
    )
