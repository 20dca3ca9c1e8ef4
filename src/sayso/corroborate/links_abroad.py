"""Links across languages that what was read in one language speaks against.

Two in one language are read more surely than two in different ones. "Ukraine still counts the 65 as prisoners" is held
to what Moscow says by a list of 65 that somebody abroad published, though no report in its own language states it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.corroborate.cluster import Chance, Links

OUTVOTED = 4  # readings against a statement in its own language for each that speaks for it, and more
LEAST_HEARD = 2  # readings in one language that overrule one across languages


def overruled(
    ids: Collection[str], links: Links, spoken: Mapping[str, str], chance: Chance
) -> Iterator[tuple[str, str]]:
    """The links of `ids` to another language, each with the lesser id first, that readings at home speak against.

    One is linked to another abroad, and that to several of the first one's language: if most of these, read with
    the first, are not one with it, neither is what only the weaker reading joined. `spoken` is the language of each
    id; others than `ids` may be linked to one, but are not asked.
    """
    for one in ids:
        near = links.get(one, {})
        for abroad in near:
            if spoken[one] != spoken[abroad]:
                held = (other for other in links[abroad] if other != one and other in ids)
                at_home = (other for other in held if spoken[other] == spoken[one])
                known = [other in near for other in at_home if chance(one, other) is not None]
                if len(known) >= LEAST_HEARD and 2 * sum(known) < len(known):
                    yield min(one, abroad), max(one, abroad)


def outvoted(
    clusters: Sequence[Sequence[str]], links: Links, spoken: Mapping[str, str], chance: Chance, likely: float
) -> Iterator[tuple[str, str]]:
    """The links abroad of those that nearly all members of their cluster in their own language speak against.

    A reading speaks for two from `likely` on. In the form of `overruled`.
    """
    for members in clusters:
        for one in members:
            known = (chance(one, other) for other in members if other != one and spoken[other] == spoken[one])
            heard = [found >= likely for found in known if found is not None]
            if len(heard) >= LEAST_HEARD and OUTVOTED * sum(heard) < len(heard):
                for other in members:
                    if spoken[other] != spoken[one] and other in links.get(one, {}):
                        yield min(one, other), max(one, other)
