"""Which articles give which counts, within each claim: what shows that two measures are two names for one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.corroborate.profile import Profile
from sayso.model import Claim

Counts = Callable[[Profile], set[tuple[str, float]]]
"""The counts of a mention: what is counted, and how many."""


def claim_counts(
    profiles: Sequence[Profile], claims: Iterable[Claim], counts: Counts
) -> Iterator[Mapping[float, Mapping[str, set[str]]]]:
    """For each claim by number and by what it counts the articles that give it."""
    by_id = {profile.id: profile for profile in profiles}
    for claim in claims:
        told: dict[float, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for profile in (by_id[one] for one in claim.mention_ids if one in by_id):
            for measure, value in counts(profile):
                told[value][measure].add(profile.mention.article_id)
        yield told
