"""Which counts of a group are in a case counts of everybody: a ship has "21 crew" or "21 people" aboard.

Elsewhere six of 74 aboard are crew. What claims of several articles say tells: where the same number is of the group in
one and of people in the other, and nobody gives one of each, the group is all there were.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.corroborate.claim_counts import claim_counts
from sayso.corroborate.differences import PEOPLE, measure_kinds, topic_of
from sayso.corroborate.profile import Profile
from sayso.model import Claim

_GROUPS = frozenset({"crew", "passenger"})  # that may be all there were aboard; 48 soldiers are not all of a town
LEAST: Final = 3  # people; "two men" may be any two


def everybody(profiles: Sequence[Profile], claims: Iterable[Claim]) -> frozenset[str]:
    """The measures that count all the people there were."""
    told = claim_counts(profiles, claims, _counts)
    found = {group for by_value in told for groups in by_value.values() for group in _agreeing(groups)}
    return frozenset(found - _parts(profiles))


def _counts(profile: Profile) -> set[tuple[str, float]]:
    """The exact counts of people of a mention: of a group by its noun, of people at large."""
    return {
        (topic_of(figure.measure), figure.low)
        for figure in profile.figures
        if figure.low is not None
        and figure.low == figure.high
        and figure.low >= LEAST
        and (measure_kinds().get(figure.measure) == "person" or topic_of(figure.measure) == PEOPLE)
    }


def _agreeing(groups: Mapping[str, set[str]]) -> set[str]:
    """The groups of which a number is told that other articles give of people."""
    people = groups.get(PEOPLE, set())
    return {group for group in _GROUPS & groups.keys() if people and len(groups[group] | people) > 1}


def _parts(profiles: Iterable[Profile]) -> set[str]:
    """The groups that some mention counts beside another number of people, or beside another group."""
    parts = set()
    for profile in profiles:
        counts = _counts(profile)
        groups = {measure for measure, _ in counts} - {PEOPLE}
        values = {value for _, value in counts}
        if len(values) > 1 and (len(groups) > 1 or any(measure == PEOPLE for measure, _ in counts)):
            parts |= groups
    return parts
