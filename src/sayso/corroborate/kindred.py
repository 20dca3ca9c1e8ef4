"""Which two measures of a case are two names for one count: detainees are prisoners, bodies the dead.

Elsewhere they are not: of 40 arrested none need be among the prisoners that were exchanged. What claims of several
articles say tells: where one number is given under both names, and nobody gives two numbers of the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.corroborate.claim_counts import claim_counts
from sayso.corroborate.profile import Profile
from sayso.model import Claim

_NAMES: Final = {"arrested": "prisoner", "police": "escort", "body": "killed"}
"""A measure, and the one that it may be another name for."""
_LEAST: Final = 3  # of a thing; one and two stand in any text


def kindred(profiles: Sequence[Profile], claims: Iterable[Claim]) -> Mapping[str, str]:
    """For each measure that is another name for one count of the case the measure that it is compared under."""
    found = {
        name
        for by_value in claim_counts(profiles, claims, _counts)
        for told in by_value.values()
        for name, other in _NAMES.items()
        if name in told and other in told and len(told[name] | told[other]) > 1
    }
    return {name: _NAMES[name] for name in found - _told_apart(profiles)}


def _counts(profile: Profile) -> set[tuple[str, float]]:
    """The exact counts of a mention."""
    return {
        (figure.measure, figure.low)
        for figure in profile.figures
        if figure.low is not None and figure.low == figure.high and figure.low >= _LEAST
    }


def _told_apart(profiles: Iterable[Profile]) -> set[str]:
    """The names under which some mention gives another number than under the other name."""
    apart: set[str] = set()
    for profile in profiles:
        values: dict[str, set[float]] = defaultdict(set)
        for measure, value in _counts(profile):
            values[measure].add(value)
        apart.update(name for name, other in _NAMES.items() if values[name] and values[other] - values[name])
    return apart
