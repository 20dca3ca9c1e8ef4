"""Which of two texts came from the other, on what basis, or that it cannot be known.

In this order: a credit line that names the other outlet, a link to the other's address, one agency behind both,
an earlier clock, and containment where the clocks say nothing. Two that contradict each other decide nothing.
A text that credits an agency was not taken from an earlier reprint: the first reprinter is not the origin. Nor was it
taken from what the agency put out later.
"""

from dataclasses import dataclass

from sayso.lineage.align import Alignment
from sayso.lineage.declared import agencies_in, credit_to, foreign_origin, quoted
from sayso.lineage.documents import Document, canonical_url, surely_before
from sayso.model import Reason
from sayso.vocab import CreditKind, DirectionBasis

CONTAINED, NOT_CONTAINED = 0.9, 0.8  # coverage: a trimmed copy lies wholly in the longer text, which has more
BRIEF_WORDS = 120  # in a longer text an agency is named for one fact among many
BRIEF_CHARS = 4000
CONTAINED_WORDS = 120  # a shorter text is as likely a flash that the longer one goes on from


@dataclass(frozen=True, slots=True)
class Direction:
    """`derived` is 0 for the left text, 1 for the right, None where unknown; `common` where both took a third."""

    derived: int | None
    basis: DirectionBasis
    reason: Reason
    common: bool = False


def direction(left: Document, right: Document, alignment: Alignment) -> Direction:
    """Which way the text that two documents share ran; see the module's docstring for the order of signs."""
    return (
        _by_credit(left, right, alignment)
        or _by_link(left, right)
        or _by_agency(left, right)
        or _by_named_agency(left, right, alignment)
        or _by_clock(left, right)
        or _by_containment(left, right, alignment)
    )


def names(left: Document, right: Document) -> tuple[str, str]:
    """What to call the two so that a reader can tell them apart."""
    if left.name != right.name:
        return left.name, right.name
    if left.headline and right.headline and left.headline != right.headline:
        return f"{left.name} (“{left.headline}”)", f"{right.name} (“{right.headline}”)"
    return f"{left.name} ({left.id})", f"{right.name} ({right.id})"


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


def _by_agency(left: Document, right: Document) -> Direction | None:
    declared = [foreign_origin(left), foreign_origin(right)]
    called = names(left, right)
    if declared[0] and declared[1] and declared[0].agent.id == declared[1].agent.id:
        name = declared[0].agent.name
        lines = f"{quoted(declared[0].credit, left)}, {quoted(declared[1].credit, right)}"
        reason = Reason(code="one_agency", detail=f"both credit {name}: {lines}", evidence=(left.id, right.id))
        return Direction(None, DirectionBasis.CREDIT_LINE, reason, common=True)
    if declared[0] and declared[1]:
        detail = f"{called[0]} credits {declared[0].agent.name}, {called[1]} credits {declared[1].agent.name}"
        return _unknown("credits_differ", detail, left.id, right.id)
    for place, (line, document) in enumerate(zip(declared, (left, right), strict=True)):
        if line:
            detail = (
                f"{called[place]} credits {line.agent.name}: {quoted(line.credit, document)}; "
                f"{called[1 - place]} has the same text without a credit"
            )
            reason = Reason(code="agency_behind_one", detail=detail, evidence=(document.id,))
            return Direction(None, DirectionBasis.CREDIT_LINE, reason, common=True)
    return None


def _by_named_agency(left: Document, right: Document, alignment: Alignment) -> Direction | None:
    """A brief that itself names an agency as its source came from there, whoever printed it first."""
    if max(alignment.left_length, alignment.right_length) * alignment.worth > BRIEF_WORDS:
        return None
    named = sorted(agencies_in(left.text[:BRIEF_CHARS]) & agencies_in(right.text[:BRIEF_CHARS]))
    if not named:
        return None
    detail = f"both name {named[0]}; who printed the words first does not show whose they are"
    return _unknown("agency_in_text", detail, left.id, right.id)


def _by_clock(left: Document, right: Document) -> Direction | None:
    for place, (earlier, later) in enumerate(((right, left), (left, right))):
        if earlier.published and later.published and surely_before(earlier.published, later.published):
            called = names(left, right)
            first, second = (clock.text or clock.value.isoformat() for clock in (earlier.published, later.published))
            detail = f"{called[1 - place]} was out earlier ({first}) than {called[place]} ({second})"
            reason = Reason(code="earlier_clock", detail=detail, evidence=(earlier.id, later.id))
            return Direction(place, DirectionBasis.EARLIER_CLOCK, reason)
    return None


def _by_containment(left: Document, right: Document, alignment: Alignment) -> Direction:
    covered = (alignment.left_coverage, alignment.right_coverage)
    called = names(left, right)
    for place in (0, 1):
        if alignment.shared >= CONTAINED_WORDS and covered[place] >= CONTAINED and covered[1 - place] <= NOT_CONTAINED:
            detail = (
                f"no clock tells them apart; {called[place]} lies almost wholly inside {called[1 - place]}, "
                "which has more: it looks like a shortened copy"
            )
            reason = Reason(code="containment", detail=detail, evidence=(left.id, right.id))
            return Direction(place, DirectionBasis.CONTAINMENT, reason)
    detail = f"neither clock, credit nor length tells which of {called[0]} and {called[1]} was first"
    return _unknown("no_basis", detail, left.id, right.id)
