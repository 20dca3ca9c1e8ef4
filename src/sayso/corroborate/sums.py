"""Whether a total and the parts that stand beside it in one mention add up: 65 + 6 + 3 = 74.

Added are groups of people (prisoners, crew, guards) or counts of what the total counts; never the dead and the hurt,
nor people and houses. A list that begins with "including" need not be complete: it fails only by what is too much.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.differences import is_known, is_people, is_tally, measure_kinds, size, topic_of
from sayso.corroborate.profile import Figure, Profile, shown
from sayso.corroborate.scopes import names_a_part, scopes

MAX_GAP = 0.25  # parts that miss the total by more were not meant to add up to it


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts given with it, each as a number."""

    total: float
    parts: tuple[float, ...]

    @property
    def added(self) -> str:
        """As in "65 + 6 + 3"."""
        return " + ".join(shown(part) for part in self.parts)


def failing_sum(profile: Profile) -> Sum | None:
    """The total and parts of a mention that do not add up; None where they do, or nothing is to be added."""
    found = total_and_parts(profile)
    if found is None:
        return None
    gap = found.total - sum(found.parts)
    fails = gap < 0 if names_a_part(profile) else gap != 0
    return found if fails and abs(gap) <= MAX_GAP * found.total else None


def total_and_parts(profile: Profile) -> Sum | None:
    """The largest count of people in a mention and at least two others that may be its parts."""
    named = [f for f in profile.figures if f.measure and (is_people(f.measure) or not is_known(f.measure))]
    counted = {f.quantity_id: f for f in named}
    figures = sorted(counted.values(), key=size, reverse=True)
    if len(figures) < 3 or scopes(profile) or any(f.low is None or f.low != f.high for f in figures):
        return None
    whole, parts = figures[0], figures[1:]
    if not is_people(whole.measure) or not all(_is_part(part, whole) for part in parts):
        return None
    return Sum(size(whole), tuple(size(part) for part in parts)) if _is_whole(whole, parts) else None


def _is_part(part: Figure, whole: Figure) -> bool:
    if is_tally(part.measure):
        return part.measure == whole.measure
    return measure_kinds().get(part.measure, "person") == "person"


def _is_whole(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a count may be the total of the others: of people at large, of the dead, or of the same kind."""
    at_large = topic_of(whole.measure) != whole.measure or is_tally(whole.measure)
    return at_large or all(part.measure == whole.measure for part in parts)
