"""What parts two bodies of one kind, town and name: the miners' union from the teachers', the coal from the bus firm.

The words beside the kind tell it. Those of one language are one trade where one says all that the other says, those of
two languages where a list has them as one thing. A key has its trade only where one language has two trades of that
name, or a list knows both: elsewhere nothing shows that there are two.
"""

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso import lexicon
from sayso.corroborate import bodies, naming
from sayso.corroborate.concepts import subjects, thing_names
from sayso.corroborate.families import Partition
from sayso.corroborate.folding import folded, is_spaced
from sayso.corroborate.identities import Name, Places, one_place
from sayso.corroborate.source_names import Source
from sayso.corroborate.wording import function_words

_KINDS = {
    "union": frozenset({"union", "association"}),
    "party": frozenset({"party", "movement"}),
    "school": frozenset({"university", "school"}),
}
_GENERAL = frozenset({"worker", "person", "union", "company", "school", "party", "government", "job"})
_STEM = 5  # letters that the forms of a word share

Telling = tuple[str, ...]


def kind_of(body: str) -> str:
    """What parts two bodies of one name by their kinds: the Halden union is not the Halden company."""
    return next((f"{name} " for name, kinds in _KINDS.items() if body in kinds), "")


class Trades:
    """The bodies of a case that go by names."""

    def __init__(self, told: Iterable[tuple[Source, str]]) -> None:
        named = [(s, language) for s, language in told if s.place and s.body in bodies.kind("named")]
        self._names = Places([source.place for source, _ in named])
        self._kinds: dict[str, set[str]] = defaultdict(set)
        found: dict[str, dict[Telling, set[str]]] = defaultdict(lambda: defaultdict(set))
        counted = Counter[tuple[str, Telling]]()
        for source, language in named:
            kind, name = kind_of(source.body or ""), self._names.key(source.place)
            self._kinds[name].add(kind)
            if telling := self._telling(source.place, source.telling):
                found[kind + name][telling].update({language} if language else ())
                counted[kind + name, telling] += 1
        self._trade: dict[tuple[str, Telling], str] = {}
        for base, tellings in found.items():
            trades = _apart(tellings)
            for trade in trades if len(trades) > 1 else ():
                shown = min(trade, key=lambda told: (-counted[base, told], len(told), told))
                self._trade.update({(base, told): naming.plain(" ".join(shown)) for told in trade})

    def key(self, source: Source) -> Name:
        """The kind and name that a body goes by, and its trade where the case has others of that kind and name."""
        return self._key(kind_of(source.body or ""), source.place, source.telling)

    def called(self, name: Name) -> Name | None:
        """The key of the body that a name is: all of its name, or the first word of it; of a union or a company.

        Or all but what companies' names close with, where one company of the case begins so: "Halden Sea" Air.
        """
        cut = [known for known in self._names.kept if 1 < len(name) < len(known) and _is_cut(name, known)]
        name = cut[0] if len(cut) == 1 else name
        for known in self._names.kept:
            alone = len(name) == 1 and one_place(name, known[:1])
            if alone or (len(name) == len(known) and one_place(name, known)):
                kinds = self._kinds[self._names.key(known)]  # of a union and a company of one name it is neither
                return self._key(min(kinds), known, ()) if len(kinds) == 1 else None
        return None

    def _key(self, kind: str, name: Name, told: Telling) -> Name:
        base = kind + self._names.key(name)
        trade = self._trade.get((base, self._telling(name, told)))
        return (base, trade) if trade else (base,)

    def _telling(self, name: Name, told: Telling) -> Telling:
        """The words that tell a body from others, with those of its name that not all others of that name have."""
        shared = self._names.key(name).split()
        more = [word for word in name if len(name) > len(shared) and not one_place((word,), tuple(shared))]
        words = {*told, *(low for word in more if bodies.is_telling(low := folded(word)))}
        return tuple(sorted(words - _little_words()))


def _is_cut(name: Name, known: Name) -> bool:
    """Whether a longer name goes on from a name with nothing but what closes companies' names."""
    return all(map(bodies.is_firm_tail, known[len(name) :])) and one_place(name, known[: len(name)])


@functools.cache
def _little_words() -> Set[str]:
    """The words of any language that stand between those that tell: "for", "para"."""
    listed = lexicon.load("function_words").tables["words"]
    return frozenset(folded(word) for language in listed for word in function_words(language))


def _apart(tellings: Mapping[Telling, Set[str]]) -> list[list[Telling]]:
    """The tellings of one kind and name, each with its languages, those together that may be of one body."""
    joined = Partition[Telling](sorted(tellings))
    things = {telling: _things(telling, spoken) for telling, spoken in tellings.items()}
    for one, other in itertools.combinations(sorted(tellings), 2):
        listed = bool(things[one] and things[other]) and _says_all(things[one], things[other])
        if listed or (not tellings[one].isdisjoint(tellings[other]) and _are_one(one, other)):
            joined.merge(one, other)
    trades = list(joined.sets())
    differ = itertools.combinations(trades, 2)
    return trades if any(_differ(one, other, tellings, things) for one, other in differ) else [sorted(tellings)]


def _differ(
    one: Sequence[Telling],
    other: Sequence[Telling],
    tellings: Mapping[Telling, Set[str]],
    things: Mapping[Telling, Set[str]],
) -> bool:
    """Whether two trades are known to be two: one language has both, or a list knows both."""
    here, there = (frozenset[str]().union(*(tellings[told] for told in trade)) for trade in (one, other))
    listed = (any(things[told] for told in trade) for trade in (one, other))
    return not here.isdisjoint(there) or all(listed)


def _things(telling: Telling, spoken: Iterable[str]) -> frozenset[str]:
    """The people or things that a telling speaks of, in terms that no language changes."""
    found = frozenset[str]().union(*(subjects(" ".join(telling), language) for language in spoken))
    kinds = frozenset(word for word in telling if word in bodies.kind("named"))
    return ((found & thing_names()) - _GENERAL) | kinds


def _says_all(one: Set[str], other: Set[str]) -> bool:
    return one <= other or other <= one


def _are_one(one: Telling, other: Telling) -> bool:
    """Whether all words of the one telling stand in the other of its language, in whatever form."""
    short, long = sorted((one, other), key=len)
    return all(any(_alike(word, held) for held in long) for word in short)


def _alike(one: str, other: str) -> bool:
    if not is_spaced(one):
        return one in other or other in one
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
