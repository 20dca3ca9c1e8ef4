"""Mentions gathered around a centre, so that no chain of near-matches grows into a giant.

Star clustering (Aslam, Pelekhov & Rus 2004): every member is linked to the centre itself. Beyond that no
two members may be kept apart by a veto, which is complete-link on what differs. Then each goes where it is likeliest
at home (local search: Gionis, Mannila & Tsaparas 2007), for a centre draws in what is nearer to its neighbours.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

# The mean chance between two clusters from which on they are one, before and after mentions go where they are at home.
# Chosen on four cases and the held events of `eval/told.py`: there joined 49.5 of 100 and 81.5 right, reach 57.3, 54.7,
# 62.2 and 77.1. Without going home and with 0.49 once: 47.3 and 79.9; 56.7, 53.9, 53.8 and 74.2.
MIN_MEAN_CHANCE = 0.55
MIN_MEAN_CHANCE_SETTLED = 0.45
MIN_AT_HOME = 0.45  # mean chance with the members of a cluster from which on a mention is at home in it
# Members beyond which one that is likelier something else than at home in them stands alone; of fewer the mean is of
# too few readings: with `MIN_LOOSE`, 72.7 of 100 counts of the newest cases are right, with a dozen 78.2
MIN_TELLING = 12
MIN_NEARER = 0.1  # what that must be above the mean chance with those it leaves
_MOST_MOVES = 3  # times that all are asked; of four cases none needed a fourth
MIN_TAKEN_IN = 0.2  # of the members of a cluster that a single mention is linked to when it joins late
MIN_LOOSE = 4  # members up to which a cluster is its centre and what is linked to it
MIN_COMPARED = 3  # pairs between two clusters, or all there are, that must have been compared before they become one
MIN_SHARE = 0.2  # of the other members that each member of a larger one is linked to


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids around a centre, the centre first; `cohesion` is the share of its pairs that are linked."""

    centre: str
    members: tuple[str, ...]
    cohesion: float


Links = Mapping[str, Mapping[str, float]]
"""For each id the ids it is linked to, with the strength of the link; the same both ways."""

Between = Callable[[str, str], bool]
"""Whether something is so of two ids, in either order."""

Chance = Callable[[str, str], float | None]
"""The chance that two ids, in either order, are one; None where nobody compared them."""


def stars(ids: Sequence[str], links: Links, kept_apart: Between, chance: Chance) -> list[Cluster]:
    """All `ids` in clusters, those without a link alone; the same for any order of `ids`.

    Centres are found greedily, the most linked first; then every other id goes to the centre it is linked to most,
    so that a large centre does not take what fits a smaller one better. That two are not linked says that they differ
    only where their `chance` is known. Links to others than `ids` count for nothing.
    """
    links = _among(links, ids)
    clusters = [[centre] for centre in _centres(ids, links, kept_apart)]
    place = {members[0]: at for at, members in enumerate(clusters)}
    pairs = [
        (-strength * _at_home(one, centre, links), one, centre)
        for centre in place
        for one, strength in links.get(centre, {}).items()
    ]
    placed = set(place)
    for _, one, centre in sorted(pairs):
        members = clusters[place[centre]]
        if one not in placed and not any(kept_apart(one, other) for other in members):
            members.append(one)
            placed.add(one)
    left = [one for one in sorted(ids) if one not in placed]
    left += _taken_out(clusters, links)
    clusters = _joined(clusters, links, kept_apart, chance, MIN_MEAN_CHANCE)
    left += [members[0] for members in clusters if len(members) == 1]
    clusters = [members for members in clusters if len(members) > 1]
    clusters += _taken_in(clusters, sorted(left), links, kept_apart, chance)
    clusters = _settled(clusters, links, kept_apart, chance)
    clusters = _joined(clusters, links, kept_apart, chance, MIN_MEAN_CHANCE_SETTLED)
    clusters = _parted(_settled(clusters, links, kept_apart, chance), chance)
    clusters = _joined(clusters, links, kept_apart, chance, MIN_MEAN_CHANCE)
    return [Cluster(members[0], tuple(members), _cohesion(members, links)) for members in clusters]


def _among(links: Links, ids: Sequence[str]) -> Links:
    """The links between some ids."""
    kept = set(ids)
    return {one: {other: how for other, how in links[one].items() if other in kept} for one in ids if one in links}


def with_parts(
    clusters: Sequence[Cluster], parts: Sequence[str], links: Links, kept_apart: Between, chance: Chance
) -> list[Cluster]:
    """The clusters, each with those of `parts` that are likeliest at home in it; other parts are gathered alone.

    Parts of longer statements come last: several may be of one sentence, and would count it as often.
    """
    home = {one: at for at, cluster in enumerate(clusters) for one in cluster.members}
    grown = [list(cluster.members) for cluster in clusters]
    left = []
    for part in sorted(parts):
        near = sorted({home[other] for other in links.get(part, {}) if other in home})
        chances = [(_mean_chance([part], clusters[at].members, chance), -at) for at in near]
        nearest, at = max(chances, default=(0.0, 0))
        if nearest >= MIN_AT_HOME and not any(kept_apart(part, other) for other in grown[-at]):
            grown[-at].append(part)
        else:
            left.append(part)
    kept = [Cluster(members[0], tuple(members), _cohesion(members, links)) for members in grown]
    return kept + stars(left, links, kept_apart, chance)


def _at_home(one: str, centre: str, links: Links) -> float:
    """The share of what is linked to a centre that one is linked to as well, the centre counted.

    Whoever is at home goes first: one that says something else besides would keep out all that differ from it in that.
    """
    around = links.get(centre, {})
    return (1 + sum(other in around for other in links.get(one, {}))) / (1 + len(around))


def _share(one: str, members: Sequence[str], links: Links) -> float:
    """The share of the other members that one is linked to."""
    others = [other for other in members if other != one]
    return sum(other in links.get(one, {}) for other in others) / max(1, len(others))


def _taken_out(clusters: Sequence[list[str]], links: Links) -> list[str]:
    """The members that hang on the centre of a cluster alone, removed: what it says besides drew them in."""
    out = []
    for members in clusters:
        loose = [one for one in members[1:] if len(members) > MIN_LOOSE and _is_loose(one, members, links)]
        members[:] = [one for one in members if one not in loose]
        out += loose
    return out


def _is_loose(one: str, members: Sequence[str], links: Links) -> bool:
    """Whether one is linked to the centre alone, or to next to none of the others."""
    alone = not any(other in links.get(one, {}) for other in members[1:])
    return alone or _share(one, members, links) < MIN_SHARE


def _taken_in(
    clusters: Sequence[list[str]], left: Sequence[str], links: Links, kept_apart: Between, chance: Chance
) -> list[list[str]]:
    """Puts what is left into the clusters most of which it is linked to; gives the rest, each alone."""
    alone = []
    sizes = [len(members) for members in clusters]
    home = {one: at for at, members in enumerate(clusters) for one in members}
    for one in left:
        near = sorted({home[other] for other in links.get(one, {}) if other in home})
        shares = [(_density([one], clusters[at][: sizes[at]], links, chance), -at) for at in near]
        share, place = max(shares, default=(0.0, 0))
        if (
            share >= MIN_TAKEN_IN
            and sizes[-place] > MIN_LOOSE
            and not any(kept_apart(one, other) for other in clusters[-place])
        ):
            clusters[-place].append(one)
        else:
            alone.append([one])
    return alone


def _density(ours: Sequence[str], theirs: Sequence[str], links: Links, chance: Chance) -> float:
    """The share of the pairs between two groups that are linked, out of those compared; 0 where these are too few."""
    known = _compared(ours, theirs, chance)
    linked = sum(other in links.get(one, {}) for one in ours for other in theirs)
    return linked / len(known) if known else 0.0


def _mean_chance(ours: Sequence[str], theirs: Sequence[str], chance: Chance) -> float:
    """The mean chance of the pairs between two groups, out of those compared; 0 where these are too few."""
    known = _compared(ours, theirs, chance)
    return math.fsum(known) / len(known) if known else 0.0


def _compared(ours: Sequence[str], theirs: Sequence[str], chance: Chance) -> list[float]:
    """The chances of the pairs between two groups that were compared; none where these are too few."""
    known = [found for one in ours for other in theirs if (found := chance(one, other)) is not None]
    return known if len(known) >= min(MIN_COMPARED, len(ours) * len(theirs)) else []


def _settled(clusters: Sequence[list[str]], links: Links, kept_apart: Between, chance: Chance) -> list[list[str]]:
    """Moves each mention to the cluster it is likelier one with than with its own; what is left empty is gone."""
    place = {one: at for at, members in enumerate(clusters) for one in members}
    for _ in range(_MOST_MOVES):
        moved = False
        for one in sorted(place):
            own = [other for other in clusters[place[one]] if other != one]
            near = sorted({place[other] for other in links.get(one, {}) if other in place} - {place[one]})
            chances = [(_mean_chance([one], clusters[at], chance), -at) for at in near if len(clusters[at]) > 1]
            nearest, at = max(chances, default=(0.0, 0))
            nearer = nearest >= max(MIN_AT_HOME, _mean_chance([one], own, chance) + MIN_NEARER)
            if nearer and not any(kept_apart(one, other) for other in clusters[-at]):
                clusters[place[one]].remove(one)
                clusters[-at].append(one)
                place[one] = -at
                moved = True
        if not moved:
            break
    return [members for members in clusters if members]


def _parted(clusters: Sequence[list[str]], chance: Chance) -> list[list[str]]:
    """Each mention of a larger cluster alone that is likelier another than what the rest of it states."""
    parted: list[list[str]] = []
    for members in clusters:
        out: list[str] = []
        if len(members) > MIN_TELLING:
            rest = {one: [other for other in members if other != one] for one in members[1:]}
            means = {one: _mean_chance([one], others, chance) for one, others in rest.items()}
            out = [one for one, mean in means.items() if 0 < mean < MIN_AT_HOME]  # 0: too few were compared
        parted.append([one for one in members if one not in out])
        parted.extend([one] for one in out)
    return parted


def _joined(
    clusters: list[list[str]], links: Links, kept_apart: Between, chance: Chance, least: float
) -> list[list[str]]:
    """Clusters made one where the mean chance of the pairs compared is at `least` that and no veto stands.

    Two centres may divide what is one claim. Asking for the mean of all, not for one pair, is what stops a chain.
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
        if not joined[low] or not joined[high]:
            continue
        ours, theirs = sorted((joined[low], joined[high]), key=len, reverse=True)
        if _mean_chance(ours, theirs, chance) < least:
            continue
        moving = [other for other in theirs if not any(kept_apart(one, other) for one in ours)]
        if 2 * len(moving) > len(theirs):  # one member that says something else must not keep apart all others
            ours.extend(moving)
            theirs[:] = [other for other in theirs if other not in moving]
    for at in [at for at, members in joined.items() if not members]:
        del joined[at]
    return [joined[at] for at in sorted(joined)]


def _centres(ids: Sequence[str], links: Links, kept_apart: Between) -> list[str]:
    """Ids that others gather around, and those left over, the most linked first."""
    pull = {one: sum(sorted(links.get(one, {}).values())) for one in ids}
    free = set(ids)
    centres = []
    for centre in sorted(ids, key=lambda one: (-pull[one], one)):
        if centre not in free:
            continue
        members = [centre]
        around = links.get(centre, {})
        for other in sorted(around, key=lambda one: (-around[one] * _at_home(one, centre, links), one)):
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
