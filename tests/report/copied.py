"""Articles that copy one another, for tests of how lineage is shown: the lock of the invented town of Sarn."""

from collections.abc import Iterable
from typing import Any

from factory import article
from report.invented_case import at
from sayso.model import Agent, Article, Credit, Derivation, Match, Reason
from sayso.report.aligned import WHOLE, Aligned, Cell, Limits, Reading, aligned
from sayso.vocab import AgentKind, CreditKind, DerivationKind, DirectionBasis

OPENING = "The lock at Sarn possibly failed on Monday night, the water board said."
MIDDLE = "Its gates were last examined in March by two engineers."
CLOSING = "Forty barges wait below the town."
WIRE_TEXT = f"{OPENING}\n{MIDDLE}\n{CLOSING}"


def told(name: str, text: str, hour: int = 6, credit: str = "", **fields: Any) -> Article:
    """An article of the outlet `name`; `credit` is a line of its text that credits the wire Tidewire."""
    lines: tuple[Credit, ...] = ()
    if credit:
        start = text.index(credit) + (len(fields["headline"]) + 2 if fields.get("headline") else 0)
        lines = (Credit(kind=CreditKind.WIRE, name="Tidewire", start=start, end=start + len(credit)),)
    fields.setdefault("url", f"https://{len(name)}-{ord(name[0])}.example/lock")
    return article(text, name=name, publisher=name, published=at(hour), credits=lines, **fields)


def matched(derived: Article, origin: Article, pairs: Iterable[tuple[str, str]]) -> tuple[Match, ...]:
    """The passages of `pairs`: words of the derived text, and words of the origin."""
    found = []
    for mine, theirs in pairs:
        left, right = derived.text.index(mine), origin.text.index(theirs)
        found.append(
            Match(left_start=left, left_end=left + len(mine), right_start=right, right_end=right + len(theirs))
        )
    return tuple(found)


def copy(
    derived: Article,
    origin: Article | Agent,
    *pairs: str | tuple[str, str],
    kind: DerivationKind = DerivationKind.EDITED,
    basis: DirectionBasis = DirectionBasis.EARLIER_CLOCK,
    directed: bool = True,
    reasons: tuple[Reason, ...] = (),
) -> Derivation:
    """A derivation; a passage that is the same on both sides is given once."""
    twice = [(pair, pair) if isinstance(pair, str) else pair for pair in pairs]
    matches = matched(derived, origin, twice) if isinstance(origin, Article) else ()
    return Derivation(
        derived_id=derived.id,
        origin_id=origin.id,
        kind=kind,
        coverage=0.9 if matches else 0.0,
        origin_coverage=0.6 if matches else 0.0,
        directed=directed,
        basis=basis if directed else DirectionBasis.UNKNOWN,
        matches=matches,
        reasons=reasons,
    )


def agency(name: str = "Tidewire") -> Agent:
    """A hidden origin."""
    return Agent(kind=AgentKind.AGENCY, name=name)


def laid_out(derivation: Derivation, derived: Article, origin: Article, limits: Limits = WHOLE) -> Aligned:
    """The passages with the origin on the left."""
    return aligned(
        derivation, Reading(origin), Reading(derived), (origin.publisher or "", derived.publisher or ""), limits
    )


def marked(cell: Cell) -> str:
    """The cell with its marks as signs."""
    signs = {"same": "{}", "differs": "<{}>", "credit": " [[{}]] ", "note": " ({}) "}
    return " ".join("".join(signs[piece.kind].format(piece.text) for piece in cell.pieces).split())
