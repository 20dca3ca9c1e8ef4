"""Links across languages that readings in one language speak against."""

from collections import defaultdict

from sayso.corroborate.links_abroad import outvoted, overruled

LIKELY = 0.5
ABROAD = {("en1", "fr1"): 0.7, ("fr1", "en2"): 0.9, ("fr1", "en3"): 0.9}


class Read:
    """Chances that were read, by pairs of ids; an id's language is its first two letters."""

    def __init__(self, chances: dict[tuple[str, str], float]) -> None:
        self.chances = {frozenset(pair): chance for pair, chance in chances.items()}
        self.spoken = {one: one[:2] for pair in chances for one in pair}
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), chance in chances.items():
            if chance >= LIKELY:
                self.links[one][other] = self.links[other][one] = chance

    def chance(self, one: str, other: str) -> float | None:
        return self.chances.get(frozenset((one, other)))

    def overruled(self) -> set[tuple[str, str]]:
        return set(overruled(self.spoken, self.links, self.spoken, self.chance))

    def outvoted(self, *members: str) -> set[tuple[str, str]]:
        return set(outvoted([members], self.links, self.spoken, self.chance, LIKELY))


def test_most_readings_at_home_overrule_one_abroad() -> None:
    read = Read(
        {("en1", "fr1"): 0.7, ("fr1", "en2"): 0.9, ("fr1", "en3"): 0.9, ("en1", "en2"): 0.1, ("en1", "en3"): 0.2}
    )
    assert read.overruled() == {("en1", "fr1")}


def test_half_of_the_readings_at_home_overrule_nothing() -> None:
    read = Read(
        {("en1", "fr1"): 0.7, ("fr1", "en2"): 0.9, ("fr1", "en3"): 0.9, ("en1", "en2"): 0.6, ("en1", "en3"): 0.2}
    )
    assert read.overruled() == set()


def test_one_reading_at_home_and_what_nobody_read_overrule_nothing() -> None:
    assert Read({("en1", "fr1"): 0.7, ("fr1", "en2"): 0.9, ("en1", "en2"): 0.1}).overruled() == set()
    assert (
        Read({("en1", "fr1"): 0.7, ("fr1", "en2"): 0.9, ("fr1", "en3"): 0.9, ("en1", "en2"): 0.1}).overruled() == set()
    )


def test_nearly_all_members_at_home_outvote_a_link_abroad() -> None:
    members = ("uk1", "de1", *(f"uk{number}" for number in range(2, 8)))
    read = {("uk1", "de1"): 0.8, **{("uk1", f"uk{number}"): 0.1 for number in range(2, 8)}}
    assert Read(read).outvoted(*members) == {("de1", "uk1")}
    assert Read(read | {("uk1", "uk2"): 0.9}).outvoted(*members) == {("de1", "uk1")}
    assert Read(read | {("uk1", "uk2"): 0.9, ("uk1", "uk3"): 0.6}).outvoted(*members) == set()


def test_only_members_of_its_cluster_vote_and_only_links_to_members_go() -> None:
    read = Read({("uk1", "de1"): 0.8, ("uk1", "fr1"): 0.8, ("uk1", "uk2"): 0.1, ("uk1", "uk3"): 0.1})
    assert read.outvoted("uk1", "de1", "uk2") == set()
    assert read.outvoted("uk1", "de1", "uk2", "uk3") == {("de1", "uk1")}
