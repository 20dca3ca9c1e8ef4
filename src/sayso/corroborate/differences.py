"""What a difference between two numbers turns out to be: a conflict, or something that only looks like one."""

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.corroborate.profile import Figure, Profile
from sayso.vocab import Bound, Difference

ROUNDING = 0.1  # "70" for 74: round figures in news are given to one or two digits
FAR_APART = 3.0  # 3 servicemen and 65 of them; tolls are left out: warring sides do differ by ten times
PEOPLE = "people"
_PEOPLE_MEASURES = frozenset({"person", "occupant", "passenger", PEOPLE})  # "74 people", "74 on board"
_FREE_KINDS = frozenset({"unit", "rate", "money"})  # kilometres or days measure many things in one text


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure in one mention."""

    figure: Figure
    profile: Profile


@functools.cache
def measure_kinds() -> dict[str, str]:
    """For each language-neutral measure its kind: person, state, thing, unit, rate or money."""
    return {str(c["name"]): str(c["kind"]) for c in lexicon.load("measures").tables["concept"]}


def topic_of(measure: str) -> str:
    """The measure under which figures are compared: people are people, whatever the noun."""
    return PEOPLE if measure in _PEOPLE_MEASURES else measure


def is_tally(measure: str) -> bool:
    """Whether a measure counts what befell people (killed, injured): it is updated as news comes in."""
    return measure_kinds().get(measure) == "state"


def is_count(measure: str) -> bool:
    """Whether a measure counts people or things, known to the lexicon or not, and is no unit, rate or money."""
    return bool(measure) and measure_kinds().get(measure) not in _FREE_KINDS


def names_one_thing(measure: str) -> bool:
    """Whether two numbers of a measure in one case are likely about one thing: prisoners are, kilometres not."""
    return measure == PEOPLE or measure_kinds().get(measure, "unit") not in _FREE_KINDS


def _rounds(one: Figure, other: Figure) -> bool:
    if None in (one.low, one.high, other.low, other.high):
        return False
    values = sorted((float(one.low or 0), float(other.low or 0)))
    if values[1] <= 0 or (values[1] - values[0]) / values[1] > ROUNDING:
        return False
    loose = Bound.ABOUT in (one.bound, other.bound)
    return loose or any(value >= 20 and value % 10 ** math.floor(math.log10(value)) == 0 for value in values)


def _breath(stated: Stated) -> tuple[str, int, str | None]:
    mention = stated.profile.mention
    return (mention.article_id, mention.span.start, mention.attribution_id)


def _side_by_side(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether one voice gives both values in one breath: then they count different things."""
    return not {_breath(s) for s in ours}.isdisjoint(_breath(s) for s in theirs)


def _comes_later(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether all articles with one value were published before all with the other, and the tally rose."""
    first = [s.profile.published for s in ours]
    second = [s.profile.published for s in theirs]
    if not first or not second or None in first or None in second:
        return False
    early, late = (ours, theirs) if max(filter(None, first)) < min(filter(None, second)) else (theirs, ours)
    ends = [s.profile.published for s in early if s.profile.published]
    starts = [s.profile.published for s in late if s.profile.published]
    if max(ends) >= min(starts):
        return False
    return (early[0].figure.low or 0) < (late[0].figure.low or 0)


def difference(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    """What two differing values of one measure are, each with all that state it, and why."""
    one, other = ours[0].figure, theirs[0].figure
    if one.meets(other):
        if Bound.ABOUT in (one.bound, other.bound):
            return Difference.ROUNDING, "one of them is an approximate figure that takes in the other"
        return Difference.BOUND, "one of them is a bound that takes in the other"
    if _rounds(one, other):
        return Difference.ROUNDING, "one of them is a round figure for the other"
    if is_tally(one.measure) and _comes_later(ours, theirs):
        return Difference.UPDATE, "the larger figure was published later"
    if _side_by_side(ours, theirs):
        return Difference.SCOPE, "one account gives both in one sentence, so they count different things"
    low, high = sorted((one.low or 0.0, other.low or 0.0))
    if not is_tally(one.measure) and 0 < low * FAR_APART <= high:
        return Difference.SCOPE, "they lie too far apart to count the same"
    return Difference.CONFLICT, "the accounts cannot both count the same and be exact"
