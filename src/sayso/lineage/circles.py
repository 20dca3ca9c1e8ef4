"""Credits that run in a circle: A has it from B, B from C, and C from A, so that none shows where a text began."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

SHOWN = 6  # texts of a circle that is spelled out
TRIED = 500  # texts looked at for one to spell out: hostile input ties thousands

_Edges = Mapping[int, Sequence[int]]


def circle(start: int, end: int, edges: _Edges) -> tuple[int, ...]:
    """The shortest way from `start` along `edges` to `end`, both included; empty if it is longer than `SHOWN`."""
    came: dict[int, int] = {start: start}
    waiting = deque([(start, 1)])
    while waiting and len(came) <= TRIED:
        node, length = waiting.popleft()
        if node == end:
            way = [node]
            while way[-1] != start:
                way.append(came[way[-1]])
            return tuple(reversed(way))
        for other in edges.get(node, ()) if length < SHOWN else ():
            if other not in came:
                came[other] = node
                waiting.append((other, length + 1))
    return ()


def circular(edges: _Edges) -> Mapping[int, int]:
    """Nodes that can reach themselves, each with the number of its set: all that can reach one another."""
    later = _finished(edges, edges)
    back: dict[int, list[int]] = {}
    for node, others in edges.items():
        for other in others:
            back.setdefault(other, []).append(node)
    found: dict[int, int] = {}
    seen: set[int] = set()
    for node in reversed(later):  # Kosaraju: backwards, in the order in which the first walk left them
        if node in seen:
            continue
        members = _finished([node], back, seen)
        if len(members) > 1 or node in edges.get(node, ()):
            found.update(dict.fromkeys(members, node))
    return found


def _finished(starts: Iterable[int], edges: _Edges, seen: set[int] | None = None) -> list[int]:
    """Every node that `starts` reach, in the order in which a walk into the depth leaves them."""
    seen = set() if seen is None else seen
    left: list[int] = []
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        walk = [(start, iter(edges.get(start, ())))]
        while walk:
            node, others = walk[-1]
            other = next((other for other in others if other not in seen), None)
            if other is None:
                left.append(node)
                walk.pop()
            else:
                seen.add(other)
                walk.append((other, iter(edges.get(other, ()))))
    return left
