"""Articles that share text: which of them count as one voice, and why."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from sayso.model import Agent, Article, Derivation
from sayso.vocab import CreditKind, DerivationKind

T = TypeVar("T", bound=Hashable)

_SAME_TEXT = frozenset(DerivationKind) - {DerivationKind.SHARED_QUOTATION}  # a shared quotation is two reporters
_FOREIGN = frozenset({CreditKind.WIRE, CreditKind.REPUBLICATION, CreditKind.TRANSLATION, CreditKind.PRESS_RELEASE})


class Partition(Generic[T]):
    """Disjoint sets that are merged (union-find); the smallest member stands for its set."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def root(self, member: T) -> T:
        """The member that stands for the set `member` is in; a new set of its own if it is in none."""
        parent = self._parent.setdefault(member, member)
        while parent != self._parent[parent]:
            parent = self._parent[parent]
        self._parent[member] = parent
        return parent

    def merge(self, one: T, other: T) -> None:
        """Make the sets of both one."""
        first, second = sorted((self.root(one), self.root(other)), key=repr)
        self._parent[second] = first

    def sets(self) -> Iterator[list[T]]:
        """All sets, each sorted, in the order of their first members."""
        gathered: dict[T, list[T]] = {}
        for member in self._parent:
            gathered.setdefault(self.root(member), []).append(member)
        yield from sorted((sorted(kept, key=repr) for kept in gathered.values()), key=lambda kept: repr(kept[0]))


class Families:
    """Copy families of the articles of a case, and the agencies they credit."""

    def __init__(self, articles: Iterable[Article], agents: Iterable[Agent], derivations: Iterable[Derivation]) -> None:
        self._agents = {agent.id: agent.name for agent in agents}
        self._credited: dict[str, str] = {}
        self._links: dict[str, list[Derivation]] = {}
        self._families: Partition[str] = Partition()
        for article in sorted(articles, key=lambda a: a.id):
            self._families.root(article.id)
            foreign = [c.name for c in article.credits if c.kind in _FOREIGN and c.name]
            if foreign:
                self._credited[article.id] = foreign[0]
        for link in sorted(derivations, key=lambda d: d.id):
            if link.kind not in _SAME_TEXT:
                continue
            self._links.setdefault(link.derived_id, []).append(link)
            if link.origin_id in self._agents:
                self._credited.setdefault(link.derived_id, self._agents[link.origin_id])
            else:
                self._families.merge(link.derived_id, link.origin_id)

    def of(self, article_id: str) -> str:
        """The id that stands for the family of an article."""
        return self._families.root(article_id)

    def credited(self, article_id: str) -> str | None:
        """The agency or outlet that the article says its text comes from."""
        return self._credited.get(article_id)

    def links_among(self, article_ids: set[str]) -> list[Derivation]:
        """The derivations that join two of these articles."""
        found = [d for one in sorted(article_ids) for d in self._links.get(one, []) if d.origin_id in article_ids]
        return sorted(found, key=lambda d: d.id)
