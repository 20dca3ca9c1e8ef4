"""Which origins of a claim are held against one another: of thousands the few of which one may be the other.

What names nobody, a land or a kind of body may be any, and is held against all. One hospital of a town is held against
those of that town and of none, a person against who bears that last name, both against what other languages name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set

from sayso.corroborate import bodies
from sayso.corroborate.origin_keys import Key, is_bare
from sayso.corroborate.origins import SourceBook
from sayso.corroborate.perhaps import STAFF

_GENERAL = frozenset({"unsourced", "family", "state", "via"})


class Likely:
    """The origins of one claim, in their order."""

    def __init__(self, ordered: Sequence[Key], book: SourceBook, is_general: Callable[[Key], bool]) -> None:
        self._ordered, self._book, self._is_general = ordered, book, is_general
        self._place = {key: at for at, key in enumerate(ordered)}
        self._bodies: dict[str, list[Key]] = defaultdict(list)
        self._located: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
        self._named: dict[str, list[Key]] = defaultdict(list)
        self._spoken: dict[tuple[frozenset[str], frozenset[str]], list[Key]] = defaultdict(list)
        for key in ordered:
            self._spoken[book.keys.languages(key)].append(key)
            if key[0] == "body":
                state, _, town = key[1].partition("@")
                self._bodies[key[2]].append(key)
                self._located[key[2], "town", town].append(key)
                self._located[key[2], "state", state].append(key)
            elif key[0] == "person":
                self._named[key[1]].append(key)

    def before(self, at: int) -> Sequence[Key]:
        """Those before an origin that it may be, in their order; others are none that it may be."""
        key = self._ordered[at]
        if key[0] in _GENERAL or is_bare(key) or self._is_general(key):
            return self._ordered[:at]
        found = {self._place[one] for one in self._near(key) if one in self._place}
        return [self._ordered[place] for place in sorted(found) if place < at]

    def _near(self, key: Key) -> Iterator[Key]:
        yield from self._book.partners.get(key, ())
        spoken = self._book.keys.languages(key)
        for languages, keys in self._spoken.items():
            if any(here and there and here.isdisjoint(there) for here, there in zip(languages, spoken, strict=True)):
                yield from keys
        if key[0] == "body":
            yield from self._bodies_near(key)
        elif key[0] == "person":
            yield from self._named[key[1]]
            yield from self._of_functions(self._book.keys.offices(key))

    def _of_functions(self, functions: Set[str]) -> Iterator[Key]:
        for function, keys in self._bodies.items():
            if any(bodies.related(function, one) for one in functions):
                yield from keys

    def _bodies_near(self, key: Key) -> Iterator[Key]:
        """The bodies of a kind with one that name the same place or none."""
        state, _, town = key[1].partition("@")
        which, place = ("town", town) if town else ("state", state)
        for function in self._bodies:
            if bodies.related(function, key[2]):
                if not place:
                    yield from self._bodies[function]
                yield from self._located.get((function, which, place), ())
                yield from self._located.get((function, which, ""), ())
            elif place and {function, key[2]} & {STAFF}:
                yield from self._located.get((function, which, place), ())
