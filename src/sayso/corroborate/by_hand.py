"""What a hand has said about two mentions: one claim, or not. It outweighs all that was found, and is told as such."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.corroborate.cluster import Cluster
from sayso.corroborate.families import Partition
from sayso.corroborate.profile import Profile
from sayso.corroborate.quoted import clip
from sayso.model import Reason, Skip
from sayso.settings import MatchSettings
from sayso.vocab import SkipReason

_QUOTE = 80


class ByHand:
    """The pairs of a case that were put together or kept apart by hand, as far as the case still has both mentions."""

    def __init__(self, settings: MatchSettings, profiles: Mapping[str, Profile]) -> None:
        self._profiles = profiles
        self.gone = tuple(
            sorted({one for pair in (*settings.same, *settings.apart) for one in pair if one not in profiles})
        )
        self.apart = frozenset(frozenset(pair) for pair in settings.apart if set(pair) <= profiles.keys())
        self.same = tuple(
            sorted(
                (min(pair), max(pair))
                for pair in settings.same
                if set(pair) <= profiles.keys() and frozenset(pair) not in self.apart
            )
        )

    def skips(self, stage: str) -> Iterator[Skip]:
        """One for each mention that a hand spoke of and the case no longer has: its article was changed or removed."""
        for one in self.gone:
            detail = "a link by hand names this appearance, which the case does not have"
            yield Skip(stage=stage, subject=one, reason=SkipReason.NOT_LOCATED, detail=detail)

    def joined(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """The clusters, those that hold a pair put together made one; not where that would join a pair kept apart."""
        place = {member: at for at, cluster in enumerate(clusters) for member in cluster.members}
        whole: Partition[int] = Partition(range(len(clusters)))
        for one, other in self.same:
            held = [at for group in whole.sets() if {place[one], place[other]} & set(group) for at in group]
            members = {member for at in held for member in clusters[at].members}
            if not any(pair <= members for pair in self.apart):
                whole.merge(place[one], place[other])
        found = []
        for group in sorted(map(sorted, whole.sets())):
            first = max((clusters[at] for at in group), key=lambda c: (len(c.members), c.centre))
            others = [m for at in group for m in clusters[at].members if clusters[at] is not first]
            found.append(Cluster(first.centre, (*first.members, *others), min(clusters[at].cohesion for at in group)))
        return found

    def reasons(self, members: Sequence[str]) -> Iterator[Reason]:
        """What a hand has said about these members."""
        inside = set(members)
        for one, other in self.same:
            if {one, other} <= inside:
                detail = f"put together by hand: {self._quote(one)} and {self._quote(other)}"
                yield Reason(code="by_hand", detail=detail, evidence=(one, other))
        for pair in sorted(map(sorted, self.apart)):
            for one, other in (pair, pair[::-1]):
                if one in inside:
                    detail = f"kept apart by hand: {self._quote(one)} from {self._quote(other)}"
                    yield Reason(code="by_hand", detail=detail, evidence=(one, other))

    def _quote(self, mention_id: str) -> str:
        text = self._profiles[mention_id].mention.span.exact
        return f"“{clip(text, _QUOTE)}”"
