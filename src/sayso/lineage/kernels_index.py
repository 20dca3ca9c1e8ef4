"""The inverted index and its join, in the form that numba compiles; see `sayso.lineage.kernels` for the rules."""

from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage.jit import compiled

Array = npt.NDArray[Any]

_FEW = 32  # values that are sorted by moving one after the other


@compiled
def _sort_few(values: Array) -> None:
    for at in range(1, values.size):
        value = values[at]
        place = at
        while place and values[place - 1] > value:
            values[place] = values[place - 1]
            place -= 1
        values[place] = value


@compiled
def groups(hashes: Array, documents: Array) -> Any:
    """Of sorted `hashes` those that stand in two documents or more: hash, size, and documents in order."""
    keys = np.empty(hashes.size // 2, np.uint64)
    sizes = np.empty(hashes.size // 2, np.int32)
    bearers = np.empty(hashes.size, np.int32)
    count = done = first = 0
    for at in range(1, hashes.size + 1):
        if at < hashes.size and hashes[at] == hashes[first]:
            continue
        if at - first > 1:
            keys[count], sizes[count] = hashes[first], at - first
            own = bearers[done : done + at - first]
            own[:] = documents[first:at]
            if own.size > _FEW:
                own.sort()
            else:
                _sort_few(own)
            count += 1
            done += at - first
        first = at
    return keys[:count].copy(), sizes[:count].copy(), bearers[:done].copy()


@compiled
def by_document(starts: Array, bearers: Array, size: int) -> Any:
    """The index read the other way: which groups each document is in, and where its groups begin."""
    begins = np.zeros(size + 1, np.int64)
    for document in bearers:
        begins[document + 1] += 1
    for document in range(size):
        begins[document + 1] += begins[document]
    fill = begins[:-1].copy()
    own = np.empty(bearers.size, np.int32)
    for group in range(starts.size - 1):
        for at in range(starts[group], starts[group + 1]):
            own[fill[bearers[at]]] = group
            fill[bearers[at]] += 1
    return begins, own


@compiled
def tied(index: tuple[Array, Array, Array, Array], rules: tuple[int, int, int], state: Any, span: Any) -> Any:
    """Pairs of a `span` of left documents, and how many hashes tie them.

    `index`: where groups begin, their documents, where documents' groups begin, and those; `rules`: the cap, the
    representatives and the least number; `state`, all zeros at first and kept between spans: how far each group is
    read, a count for each document, and whether it bears a hot hash.
    """
    starts, bearers, begins, own = index
    cap, representatives, least = rules
    read, counts, hot = state
    rights = np.empty(1024, np.int32)
    shared = np.empty(1024, np.int32)
    per_left = np.zeros(span[1] - span[0], np.int64)
    touched = np.empty(counts.size, np.int32)
    kept = 0
    for left in range(span[0], span[1]):
        seen = 0
        for at in range(begins[left], begins[left + 1]):
            group = own[at]
            rank = read[group]
            read[group] += 1
            if starts[group + 1] - starts[group] > cap:
                hot[left] = True
                if rank >= representatives:
                    continue
            for other in range(starts[group] + rank + 1, starts[group + 1]):
                right = bearers[other]
                if counts[right] == 0:
                    touched[seen] = right
                    seen += 1
                counts[right] += 1
        first = 0
        for at in range(seen):
            if counts[touched[at]] >= least:
                touched[first] = touched[at]
                first += 1
            else:
                counts[touched[at]] = 0
        touched[:first].sort()
        if kept + first > rights.size:
            rights = np.concatenate((rights, np.empty(rights.size + first, np.int32)))
            shared = np.concatenate((shared, np.empty(shared.size + first, np.int32)))
        for at in range(first):
            rights[kept], shared[kept] = touched[at], counts[touched[at]]
            counts[touched[at]] = 0
            kept += 1
        per_left[left - span[0]] = first
    return per_left, rights[:kept].copy(), shared[:kept].copy()


@compiled
def family_counts(starts: Array, bearers: Array, family: Array) -> Array:
    """In how many families each group of documents stands; `family` holds numbers below its own length."""
    counts = np.zeros(starts.size - 1, np.int32)
    seen = np.full(family.size, -1, np.int64)
    for group in range(starts.size - 1):
        for at in range(starts[group], starts[group + 1]):
            label = family[bearers[at]]
            if seen[label] != group:
                seen[label] = group
                counts[group] += 1
    return counts


@compiled
def edges(pairs: tuple[Array, Array], sizes: Array, most: int) -> Array:
    """Where to cut a list of pairs so that the documents of a piece are not larger than `most` together."""
    lefts, rights = pairs
    found = np.zeros(lefts.size + 1, np.int64)
    piece_of = np.full(sizes.size, -1, np.int64)
    count = size = 0
    for at in range(lefts.size):
        left, right = lefts[at], rights[at]
        more = (piece_of[left] != count) * sizes[left] + (piece_of[right] != count) * sizes[right]
        if at > found[count] and size + more > most:
            count += 1
            found[count] = at
            size, more = 0, sizes[left] + sizes[right]
        piece_of[left] = piece_of[right] = count
        size += more
    found[count + 1] = lefts.size
    return found[: count + 2]
