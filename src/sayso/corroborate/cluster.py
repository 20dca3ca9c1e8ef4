"""Mentions gathered around a centre, so that no chain of near-matches grows into a giant.

Star clustering (Aslam, Pelekhov & Rus 2004): every member is linked to the centre itself. Beyond that no
two members may be kept apart by a veto, which is complete-link on what differs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

MIN_DENSITY = 0.5


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids around a centre, the centre first; `cohesion` is the share of its pairs that are linked."""

    centre: str
    members: tuple[str, ...]
    cohesion: float


Links = Mapping[str, Mapping[str, float]]
"""For each id the ids it is linked to, with the strength of the link; the same both ways."""


def stars(ids: Sequence[str], links: Links, kept_apart: Callable[[str, str], bool]) -> list[Cluster]:
    """All `ids` in clusters, those without a link alone; the same for any order of `ids`.

    Centres are found greedily, the most linked first; then every other id goes to the centre it is linked to most,
    so that a large centre does not take what fits a smaller one better.
    """
    clusters = [[centre] for centre in _centres(ids, links, kept_apart)]
    place = {members[0]: at for at, members in enumerate(clusters)}
    pairs = [(-strength, one, centre) for centre in place for one, strength in links.get(centre, {}).items()]
    placed = set(place)
    for _, one, centre in sorted(pairs):
        members = clusters[place[centre]]
        if one not in placed and not any(kept_apart(one, other) for other in members):
            members.append(one)
            placed.add(one)
    alone = [[one] for one in sorted(ids) if one not in placed]
    clusters = _joined(clusters, links, kept_apart)
    return [Cluster(members[0], tuple(members), _cohesion(members, links)) for members in clusters + alone]


def _joined(clusters: list[list[str]], links: Links, kept_apart: Callable[[str, str], bool]) -> list[list[str]]:
    """Clusters made one where at least `MIN_DENSITY` of the pairs between them are linked and no veto stands.

    Two centres may divide what is one claim. Asking for most pairs, not for one, is what stops a chain.
    """
    place = {one: at for at, members in enumerate(clusters) for one in members}
    between: dict[tuple[int, int], int] = {}
    for one, at in place.items():
        for other in links.get(one, {}):
            if at < place.get(other, at):
                between[at, place[other]] = between.get((at, place[other]), 0) + 1
    ranked = sorted(
        between, key=lambda pair: (-between[pair] / (len(clusters[pair[0]]) * len(clusters[pair[1]])), pair)
    )
    joined: dict[int, list[str]] = dict(enumerate(clusters))
    for low, high in ranked:
        if low not in joined or high not in joined:
            continue
        ours, theirs = joined[low], joined[high]
        linked = sum(other in links.get(one, {}) for one in ours for other in theirs)
        dense = linked >= MIN_DENSITY * len(ours) * len(theirs)
        if dense and not any(kept_apart(one, other) for one in ours for other in theirs):
            ours.extend(joined.pop(high))
    return [joined[at] for at in sorted(joined)]


def _centres(ids: Sequence[str], links: Links, kept_apart: Callable[[str, str], bool]) -> list[str]:
    """Ids that others gather around, and those left over, the most linked first."""
    pull = {one: sum(sorted(links.get(one, {}).values())) for one in ids}
    free = set(ids)
    centres = []
    for centre in sorted(ids, key=lambda one: (-pull[one], one)):
        if centre not in free:
            continue
        members = [centre]
        for other, _ in sorted(links.get(centre, {}).items(), key=lambda item: (-item[1], item[0])):
            if other in free and other != centre and not any(kept_apart(other, m) for m in members):
                members.append(other)
        free.difference_update(members)
        centres.append(centre)
    return centres


def _cohesion(members: Sequence[str], links: Links) -> float:
    if len(members) < 2:
        return 1.0
    inside = set(members)
    linked = sum(sum(other in inside for other in links.get(one, {})) for one in members)
    return linked / (len(members) * (len(members) - 1))
