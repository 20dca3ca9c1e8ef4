"""Mentions gathered into clusters, by chances that are given."""

import itertools
from collections.abc import Callable

import pytest

from sayso.corroborate.cluster import Links, stars


def _always(_one: str, _other: str) -> bool:
    return True


def _never(_one: str, _other: str) -> bool:
    return False


def _known(links: Links, compared: Callable[[str, str], bool]) -> Callable[[str, str], float | None]:
    """The chances of links, and none at all where pairs were compared and are not linked."""

    def chance(one: str, other: str) -> float | None:
        return links.get(one, {}).get(other, 0.0 if compared(one, other) else None)

    return chance


def test_two_groups_are_one_where_what_was_compared_is_likely_one() -> None:
    left, right = ["a1", "a2", "a3"], ["b1", "b2", "b3"]
    links: dict[str, dict[str, float]] = {
        one: {other: 0.9 for other in group if other != one} for group in (left, right) for one in group
    }
    for one, other in (("a1", "b1"), ("a1", "b2"), ("a2", "b1")):
        links[one][other] = links[other][one] = 0.6
    known = {frozenset(pair) for pair in (("a1", "b3"), ("a3", "b1"))}

    def members(compared: Callable[[str, str], bool]) -> list[set[str]]:
        return [set(found.members) for found in stars([*left, *right], links, _never, _known(links, compared))]

    assert len(members(lambda one, other: {one, other} in known)) == 2  # three of five, and hardly likelier than not
    for one, other in (("a1", "b1"), ("a1", "b2"), ("a2", "b1")):
        links[one][other] = links[other][one] = 0.9
    assert members(lambda one, other: {one, other} in known) == [{*left, *right}]
    assert len(members(_always)) == 2  # three of nine
    for one, other in (("a1", "b2"), ("a2", "b1")):
        del links[one][other], links[other][one]
    assert len(members(_never)) == 2  # one link alone, and nothing else known


def test_what_hangs_on_the_centre_alone_is_taken_out() -> None:
    around = [f"s{at}" for at in range(6)]
    loose = {"hub": dict.fromkeys(around, 0.9), **{one: {"hub": 0.9} for one in around}}
    assert max(len(found.members) for found in stars(["hub", *around], loose, _never, _known(loose, _always))) < 6
    dense = {one: dict.fromkeys(["hub", *(other for other in around if other != one)], 0.9) for one in around}
    both = {**loose, **dense}
    (whole,) = stars(["hub", *around], both, _never, _known(both, _always))
    assert len(whole.members) == 7


def test_members_that_a_veto_keeps_apart_never_meet() -> None:
    links = {"hub": {"a": 2.0, "b": 1.0}, "a": {"hub": 2.0}, "b": {"hub": 1.0}}
    found = stars(["a", "b", "hub"], links, lambda one, other: {one, other} == {"a", "b"}, _known(links, _always))
    assert [set(c.members) for c in found] == [{"hub", "a"}, {"b"}]


def _linked(*chances: tuple[str, str, float]) -> dict[str, dict[str, float]]:
    links: dict[str, dict[str, float]] = {}
    for one, other, chance in chances:
        links.setdefault(one, {})[other] = chance
        links.setdefault(other, {})[one] = chance
    return links


def test_each_goes_where_it_is_likeliest_at_home() -> None:
    # "far" is linked to the first centre most surely, and to next to none around it; to the second less, and near all.
    large = [(one, other, 0.8) for one, other in itertools.combinations([f"a{at}" for at in range(7)], 2)]
    small = [(one, other, 0.8) for one, other in itertools.combinations(["b0", "b1", "b2"], 2)]
    links = _linked(*large, *small, ("a0", "far", 0.95), ("a1", "far", 0.6), ("b0", "far", 0.6))

    def chance(one: str, other: str) -> float:
        nearly = "far" in {one, other} and {"b1", "b2"} & {one, other}
        return links.get(one, {}).get(other, 0.54 if nearly else 0.0)

    ids = sorted(links)
    found = {frozenset(cluster.members) for cluster in stars(ids, links, _never, chance)}
    assert found == {frozenset(f"a{at}" for at in range(7)), frozenset({"far", "b0", "b1", "b2"})}
    assert found == {frozenset(cluster.members) for cluster in stars(ids[::-1], links, _never, chance)}
    apart = stars(ids, links, lambda one, other: {one, other} == {"far", "b1"}, chance)
    assert not any({"far", "b1"} <= set(cluster.members) for cluster in apart)


@pytest.mark.parametrize(("many", "alone"), [(13, True), (12, False)])
def test_of_a_large_cluster_whoever_is_likelier_something_else_stands_alone(many: int, alone: bool) -> None:
    ids = [f"{number:02}" for number in range(many)]
    odd = ids[-1]
    known = {frozenset((one, other)): 0.9 for one in ids for other in ids if one < other}
    known |= {frozenset((odd, other)): 0.6 if at < 4 else 0.3 for at, other in enumerate(ids[:-1])}
    links = {one: {o: c for o in ids if o != one and (c := known[frozenset((one, o))]) >= 0.5} for one in ids}
    found = stars(ids, links, lambda one, other: False, lambda one, other: known[frozenset((one, other))])
    assert any(cluster.members == (odd,) for cluster in found) is alone
