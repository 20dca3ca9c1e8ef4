"""What credit lines say, over shards: origins of which no text is here, and credits that run in a circle.

`hidden.hidden_origins` and `circles` for findings that no machine holds. The numbers of documents and of what they
credit come together on the driver; names go to the blocks that need them.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from sayso.lineage.candidates import Indexes
from sayso.lineage.circles import circle, circular
from sayso.lineage.columns import firsts
from sayso.lineage.declared import Declared, foreign_origin, is_outlet
from sayso.lineage.documents import Document
from sayso.lineage.findings import Finding, in_circle, is_declared
from sayso.lineage.hidden import named
from sayso.lineage.numbering import homes
from sayso.lineage.shards import Cluster, Shards
from sayso.lineage.views import Told

_PEELED = 64  # rounds; in each, documents that credit none or are credited by none are left out: they are in no circle

Edge = tuple[int, int]
Shown = tuple[str, str]
Ways = Mapping[Edge, tuple[Shown, ...]]
"""For pairs (derived, origin) in a circle, the ids and names of the documents on the way round."""


def credited_by(found: Iterable[Finding], documents: Mapping[int, Document]) -> Iterator[Told]:
    """The findings as they are told, with what their documents credit."""
    declared = functools.cache(lambda number: foreign_origin(documents[number]))
    for one in found:
        derived, origin = documents[one.derived], documents[one.origin]
        told = Told.of(one, derived, origin, (one.derived, one.origin))
        if derived.credits or origin.credits:
            said = declared(one.derived), declared(one.origin)
            met = _is_met(said[0], origin), _is_met(said[1], derived)
            told = told._replace(credited=(named(said[0]), named(said[1])), met=met)
        yield told


def _is_met(declared: Declared | None, other: Document) -> bool:
    return declared is not None and is_outlet(declared.credit, other)


def hidden_told(found: Shards[list[Told]], cluster: Cluster) -> Shards[list[Told]]:
    """The findings with those of the credited origins only that no text of a pair stood in."""
    here = np.unique(np.concatenate([np.zeros(0, np.int64), *found.each(_met).values()]))
    asked = found.each(_crediting).values()
    known = cluster.shards(numbers[np.isin(numbers, here)] for numbers in asked)
    return found.beside(known).each(_hidden)


def _sides(found: Iterable[Told]) -> Iterator[tuple[int, bool]]:
    """Every document of a finding that credits somebody, and whether the other document stood there."""
    for told in found:
        for number, credited, met in zip((told.derived, told.origin), told.credited, told.met, strict=True):
            if credited:
                yield number, met


def _met(number: int, found: list[Told]) -> Indexes:
    del number
    return np.array(sorted({one for one, met in _sides(found) if met}), np.int64)


def _crediting(number: int, found: list[Told]) -> Indexes:
    del number
    return np.array(sorted({one for one, _ in _sides(found)}), np.int64)


def _hidden(number: int, given: tuple[list[Told], Indexes]) -> list[Told]:
    del number
    found, numbers = given
    here = set(numbers.tolist())
    return [_without(here, told) if any(told.credited) else told for told in found]


def _without(here: set[int], told: Told) -> Told:
    first, second = told.credited
    return told.hiding((None if told.derived in here else first, None if told.origin in here else second))


class _Credits(Mapping[int, Sequence[int]]):
    """For each document the ones it credits, in order, on arrays."""

    def __init__(self, derived: Indexes, origin: Indexes) -> None:
        order = np.lexsort((origin, derived))
        self._derived, self._origin = derived[order], origin[order]

    def __getitem__(self, number: int) -> Sequence[int]:
        start, end = np.searchsorted(self._derived, [number, number + 1]).tolist()
        if start == end:
            raise KeyError(number)
        return [int(other) for other in self._origin[start:end]]

    def __iter__(self) -> Iterator[int]:
        return iter(self._derived[firsts(self._derived)].tolist())

    def __len__(self) -> int:
        return len(firsts(self._derived))


def round_ways(found: Shards[list[Told]], starts: Indexes, cluster: Cluster) -> Shards[Ways]:
    """For every block the directed pairs, with their derived document in it, whose credits run in a circle."""
    edges = np.concatenate([np.zeros((0, 2), np.int64), *found.each(_edges).values()])
    ways = dict(_round(edges[:, 0], edges[:, 1]))
    wanted = frozenset(number for way in ways.values() for number in way)
    shown: dict[int, Shown] = {}
    for names in found.each(functools.partial(_shown, wanted)).values() if wanted else ():
        shown.update(names)
    blocks: list[dict[Edge, tuple[Shown, ...]]] = [{} for _ in range(len(starts) - 1)]
    for edge, home in zip(ways, homes(starts, np.array([edge[0] for edge in ways], np.int64)).tolist(), strict=True):
        blocks[home][edge] = tuple(shown[number] for number in ways[edge])
    return cluster.shards(blocks)


def _edges(number: int, found: list[Told]) -> Indexes:
    del number
    pairs = [(told.derived, told.origin) for told in found if is_declared(told.finding())]
    return np.array(pairs, np.int64).reshape(-1, 2)


def _round(derived: Indexes, origin: Indexes) -> Iterator[tuple[Edge, tuple[int, ...]]]:
    credited = _Credits(derived, origin)
    for _ in range(_PEELED):
        inside = np.isin(derived, origin) & np.isin(origin, derived)
        if inside.all():
            break
        derived, origin = derived[inside], origin[inside]
    sets = circular(dict(_Credits(derived, origin)))
    for one, other in zip(derived.tolist(), origin.tolist(), strict=True):
        if one in sets and sets[one] == sets.get(other):
            yield (one, other), (one, *circle(other, one, credited))


def _shown(wanted: frozenset[int], number: int, found: list[Told]) -> dict[int, Shown]:
    del number
    pairs = (pair for told in found for pair in told.documents())
    return {number: (document.id, document.name) for number, document in pairs if number in wanted}


def out_of_circles(number: int, given: tuple[list[Told], Ways]) -> list[Told]:
    """The directed findings of a block, those of a circle without their direction."""
    del number
    found, ways = given
    return [_turned(told, ways.get((told.derived, told.origin), ())) for told in found]


def _turned(told: Told, way: Sequence[Shown]) -> Told:
    documents = [Document(id=key, text="", outlet=name) for key, name in way]
    return told.turned(in_circle(told.finding(), documents)) if way else told
