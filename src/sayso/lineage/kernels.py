"""The inner loops over texts and pairs of texts, in the form that numba compiles; called by `sayso.lineage.compiled`.

Each gives the same numbers as the function of `shingles`, `align` or `quotation` whose work it does; tests hold them
against each other. All keep no state and let go of the interpreter lock. Machine code is kept between runs by the
date of this one file: so nothing here is imported from another module but what compiles it, and constants are given.
"""

# ruff: noqa: PLR0912, C901 - one pass over code points is one function: a call inside it costs what the pass saves
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.lineage.jit import compiled

Array = npt.NDArray[Any]

BETWEEN, LETTER, IDEOGRAPH, UNSPACED, PASSED_OVER = range(5)
# An entry of the table of code points: what it is folded to, its kind, and what quotation marks are judged by.
FOLD_BITS = np.uint32(0x1FFFFF)
KIND_SHIFT, KIND_BITS = np.uint32(21), np.uint32(7)
SPACE, ALNUM, BEFORE = np.uint32(1 << 24), np.uint32(1 << 25), np.uint32(1 << 26)
MARK_SHIFT = np.uint32(27)  # which quotation mark it is, from 1 on; 0 for none
_LINE_END = 31
_COLON, _WIDE_COLON = 0x3A, 0xFF1A
_BEYOND_PLANES = np.uint32(0x40000)
_ROW = 7  # numbers of a passage
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


@compiled
def _mixed(value: np.uint64) -> np.uint64:
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


@compiled
def words(codes: Array, start: int, end: int, table: Array, places: Array, found: tuple[Array, Array, Array]) -> Any:
    """Cut `codes[start:end]` into words; gives how many there are, and how many of each kind.

    Hashes, starts and ends, offsets from `start`, are written to `found` from its beginning on.
    """
    hashes, starts, ends = found
    kinds = np.zeros(8, np.int64)
    count = 0
    at = start
    while at < end:
        folded, kind = _entry(codes[at], table)
        if kind in (BETWEEN, PASSED_OVER):
            at += 1
            continue
        starts[count] = at - start
        kinds[kind] += 1
        total = np.uint64(folded) * places[0]
        at += 1
        letter = 1
        while at < end:
            folded, next_kind = _entry(codes[at], table)
            if next_kind == LETTER and kind == LETTER:
                total += np.uint64(folded) * places[letter & 63]
                letter += 1
            elif next_kind != PASSED_OVER:
                break
            at += 1
        hashes[count], ends[count] = _mixed(total), at - start
        count += 1
    return count, kinds


@compiled
def _entry(code: np.uint32, table: Array) -> Any:
    if code < table.size:
        entry = table[code]
        return entry & FOLD_BITS, (entry >> KIND_SHIFT) & KIND_BITS
    return code, np.uint32(IDEOGRAPH if code < _BEYOND_PLANES else PASSED_OVER)


@compiled
def script(count: int, kinds: Array, alone: Array) -> int:
    """The place in `alone` of the kind that more than half of the words are of; -1 where there is none."""
    for place in range(alone.size):
        if 2 * kinds[alone[place]] > count:
            return place
    return -1


@compiled
def _shingles(hashes: Array, length: int, places: Array, into: Array) -> int:
    """Write the hash of each run of `length` words; gives how many there are."""
    count = max(0, hashes.size - length + 1)
    for at in range(count):
        into[at] = hashes[at] * places[0]
    for place in range(1, length):
        for at in range(count):
            into[at] += hashes[at + place] * places[place]
    for at in range(count):
        into[at] = _mixed(into[at])
    return count


@compiled
def sketches(
    codes: Array, limits: Array, table: Array, places: Array, rules: tuple[Array, Array, Array, int, float]
) -> Any:
    """For each text between two `limits`: words, script, and its distinct sampled shingles, one after the other.

    `rules`: kinds that stand alone, tokens a shingle by script, worth by script, one in how many shingles of a long
    text is taken, and from how many words on a text is long.
    """
    alone, lengths, worths, one_in, short = rules
    texts = limits.size - 1
    longest = 0
    for text in range(texts):
        longest = max(longest, limits[text + 1] - limits[text])
    found = (np.empty(longest, np.uint64), np.empty(longest, np.int32), np.empty(longest, np.int32))
    counts = np.zeros(texts, np.int32)
    scripts = np.zeros(texts, np.int8)
    bounds = np.zeros(texts + 1, np.int64)
    sampled = np.empty(codes.size, np.uint64)
    every = np.empty(longest, np.uint64)
    kept = 0
    for text in range(texts):
        count, kinds = words(codes, limits[text], limits[text + 1], table, places, found)
        own = script(count, kinds, alone)
        counts[text], scripts[text] = count, own
        count = _shingles(found[0][:count], lengths[own], places, every)
        bar = np.uint64(0) if counts[text] * worths[own] < short else np.uint64(one_in - 1)
        kept += _sampled(every[:count], bar, sampled[kept:])
        bounds[text + 1] = kept
    return counts, scripts, bounds, sampled[:kept].copy()


@compiled
def _sampled(every: Array, bar: np.uint64, into: Array) -> int:
    """Write the distinct values that have no bit of `bar`, in order of first occurrence; gives how many there are."""
    size = 16
    while size * np.int64(bar + np.uint64(1)) < 2 * every.size:
        size *= 2
    table = np.full(size, np.int32(-1), np.int32)
    kept = 0
    for value in every:
        if value & bar == 0 and _look_up(value, into, table) < 0:
            into[kept] = value
            kept += 1
            if 2 * kept > size:  # more than a fair sample
                size *= 2
                table = np.full(size, np.int32(-1), np.int32)
                for at in range(kept):
                    _enter(at, into, table)
            else:
                _enter(kept - 1, into, table)
    return kept


@compiled
def profiles(
    codes: Array, limits: Array, table: Array, places: Array, rules: tuple[Array, Array], shingled_too: bool
) -> Any:
    """Texts made ready for alignment, one after the other: words, shingles told apart, and where to look them up.

    Only the words, where shingles are not asked for: they take half of the time.

    `rules`: kinds that stand alone, tokens a shingle by script. Each text has a table of twice the size of its
    shingles at least, a power of two, in which a shingle's place stands at or after the slot of its hash.
    """
    alone, lengths = rules
    texts = limits.size - 1
    found = (np.empty(codes.size, np.uint64), np.empty(codes.size, np.int32), np.empty(codes.size, np.int32))
    scripts = np.zeros(texts, np.int8)
    bounds = np.zeros(texts + 1, np.int64)
    slots = np.zeros(texts + 1, np.int64)
    done = 0
    for text in range(texts):
        rest = (found[0][done:], found[1][done:], found[2][done:])
        count, kinds = words(codes, limits[text], limits[text + 1], table, places, rest)
        scripts[text] = script(count, kinds, alone)
        done += count
        bounds[text + 1] = done
        size = 4 if shingled_too else 0
        while size and size < 2 * (count - lengths[scripts[text]] + 1):
            size *= 2
        slots[text + 1] = slots[text] + size
    shingled = np.empty(done if shingled_too else 0, np.uint64)
    tables = np.full(slots[texts], np.int32(-1), np.int32)
    for text in range(texts if shingled_too else 0):
        length = lengths[scripts[text]]
        hashes = found[0][bounds[text] : bounds[text + 1]]
        own = shingled[bounds[text] : bounds[text + 1]]
        _tell_apart(hashes, own, length, places, tables[slots[text] : slots[text + 1]])
    return scripts, bounds, slots, found[0][:done], found[1][:done], found[2][:done], shingled, tables


@compiled
def _slot(value: np.uint64, size: int) -> Any:
    return np.int64(((value * _GOLDEN) >> np.uint64(20)) & np.uint64(size - 1))


@compiled
def _tell_apart(hashes: Array, shingled: Array, length: int, places: Array, table: Array) -> None:
    """Write the shingles, each occurrence of one with a hash of its own, and their places into `table`."""
    count = _shingles(hashes, length, places, shingled)
    again = np.zeros(count, np.int32)  # how often the shingle that first stands here has come back
    later = np.zeros(count, np.bool_)
    for at in range(count):
        first = _look_up(shingled[at], shingled, table)
        if first < 0:
            _enter(at, shingled, table)
        else:
            again[first] += 1
            later[at] = True
            shingled[at] = _mixed(shingled[at] + np.uint64(again[first]))
    for at in range(count):
        if later[at]:
            _enter(at, shingled, table)


@compiled
def _enter(at: int, shingled: Array, table: Array) -> None:
    slot = _slot(shingled[at], table.size)
    while table[slot] >= 0:
        slot = (slot + 1) & (table.size - 1)
    table[slot] = at


@compiled
def _look_up(value: np.uint64, shingled: Array, table: Array) -> Any:
    slot = _slot(value, table.size)
    while table[slot] >= 0:
        if shingled[table[slot]] == value:
            return np.int64(table[slot])
        slot = (slot + 1) & (table.size - 1)
    return -1


@compiled
def found_in(wanted: Array, shingled: Array, table: Array) -> int:
    """How many of the shingles `wanted` the other text has."""
    count = 0
    for value in wanted:
        if _look_up(value, shingled, table) >= 0:
            count += 1
    return count


@compiled
def alignments(pairs: tuple[Array, Array], texts: Any, rules: tuple[Array, Array], limits: tuple[int, int, int]) -> Any:
    """Passages of each pair of texts, as rows of seven, and where the rows of each pair begin.

    `texts` is what `profiles` gave; `rules`: tokens a shingle and worth by script; `limits`: the widest gap inside a
    passage, how much wider it may be in one text than in the other, and the words of the shortest passage.
    """
    lefts, rights = pairs
    scripts, bounds, slots, hashes, _, _, shingled, tables = texts
    lengths, worths = rules
    most = 1
    for text in range(scripts.size):
        most = max(most, bounds[text + 1] - bounds[text])
    runs = np.empty((most, 4), np.int32)
    rows = np.empty((4 * lefts.size + 64, _ROW), np.int32)
    begins = np.zeros(lefts.size + 1, np.int64)
    count = 0
    for pair in range(lefts.size):
        one, other = lefts[pair], rights[pair]
        own = scripts[one]
        length = lengths[own]
        if length == lengths[scripts[other]]:
            left = slice(bounds[one], bounds[one + 1])
            right = slice(bounds[other], bounds[other + 1])
            table = tables[slots[other] : slots[other + 1]]
            found = _runs(shingled[left], shingled[right], table, length, runs)
            found = _kept(runs, found, limits)
            if count + found > rows.shape[0]:
                wider = np.empty((2 * rows.shape[0] + found, _ROW), np.int32)
                wider[:count] = rows[:count]
                rows = wider
            rule = (length, worths[own])
            count = _passages(runs[:found], (hashes[left], hashes[right]), rule, limits, (rows, count))
        begins[pair + 1] = count
    return begins, rows[:count].copy()


@compiled
def _runs(left: Array, right: Array, table: Array, length: int, runs: Array) -> int:
    """Tokens in step in both texts: start and end in the left one, start and end in the right one."""
    count = 0
    last = last_at = -2
    for at in range(left.size - length + 1):
        place = _look_up(left[at], right, table)
        if place < 0:
            continue
        if count and at == last_at + 1 and place == last + 1:
            runs[count - 1, 1] += 1
            runs[count - 1, 3] += 1
        else:
            runs[count, 0], runs[count, 1] = at, at + length
            runs[count, 2], runs[count, 3] = place, place + length
            count += 1
        last, last_at = place, at
    return count


@compiled
def _follows(runs: Array, before: int, after: int, limits: tuple[int, int, int]) -> Any:
    left_gap, right_gap = runs[after, 0] - runs[before, 1], runs[after, 2] - runs[before, 3]
    near = left_gap <= limits[0] and right_gap <= limits[0] and abs(left_gap - right_gap) <= limits[1]
    return near and runs[after, 2] > runs[before, 2] and runs[after, 3] > runs[before, 3]


@compiled
def _kept(runs: Array, count: int, limits: tuple[int, int, int]) -> int:
    kept = 0
    with_last = False
    for at in range(count):
        with_next = at + 1 < count and _follows(runs, at, at + 1, limits)
        if with_last or with_next or runs[at, 1] - runs[at, 0] >= limits[2]:
            for place in range(4):  # what is overwritten was looked at
                runs[kept, place] = runs[at, place]
            kept += 1
        with_last = with_next
    return kept


@compiled
def _passages(
    runs: Array,
    texts: tuple[Array, Array],
    rules: tuple[int, float],
    limits: tuple[int, int, int],
    out: tuple[Array, int],
) -> int:
    length, worth = rules
    rows, done = out
    first, count = 0, runs.shape[0]
    for at in range(count):
        if at + 1 < count and _follows(runs, at, at + 1, limits):
            continue
        shared = _shared(runs[first : at + 1], texts[0], texts[1])
        if shared * worth >= limits[2]:
            seeded = 0
            for run in range(first, at + 1):
                seeded += runs[run, 1] - runs[run, 0] - (length - 1)
            rows[done, 0], rows[done, 1] = runs[first, 0], runs[at, 1]
            rows[done, 2], rows[done, 3] = runs[first, 2], runs[at, 3]
            rows[done, 4], rows[done, 5] = shared, seeded
            rows[done, 6] = max(rows[done, 1] - rows[done, 0], rows[done, 3] - rows[done, 2]) - (length - 1)
            done += 1
        first = at + 1
    return done


@compiled
def _shared(runs: Array, left: Array, right: Array) -> int:
    total = 0
    left_end, right_end = runs[0, 0], runs[0, 2]
    for run in range(runs.shape[0]):
        left_gap, right_gap = runs[run, 0] - left_end, runs[run, 2] - right_end
        if left_gap > 0 and right_gap > 0:
            total += _in_common(left[left_end : runs[run, 0]], right[right_end : runs[run, 2]])
        total += runs[run, 1] - runs[run, 0] - max(0, -left_gap, -right_gap)
        left_end, right_end = runs[run, 1], runs[run, 3]
    return total


@compiled
def _in_common(left: Array, right: Array) -> int:
    """The longest common subsequence of two gaps, of 62 tokens at most, by bits (Hyyrö 2004)."""
    every = (np.int64(1) << right.size) - 1
    row = every
    for token in left:
        same = np.int64(0)
        for place in range(right.size):
            if right[place] == token:
                same |= np.int64(1) << place
        same &= row
        if same:
            row = ((row + same) | (row - same)) & every
    count = right.size
    while row:
        row &= row - 1
        count -= 1
    return count


@compiled
def spreads(
    rows: Array, owners: Array, texts: Any, rules: tuple[Array, int, Array], known: tuple[Array, Array]
) -> Array:
    """For each passage the median number of families over its distinct sampled shingles; 1 where there are none.

    `owners`: the left text of each row; `rules`: tokens a shingle by script, one in how many is sampled, and the
    multipliers; `known`: hashes in order, and the families of each.
    """
    scripts, bounds, _, hashes = texts[:4]
    lengths, one_in, places = rules
    medians = np.empty(owners.size, np.float64)
    for row in range(owners.size):
        text = owners[row]
        own = hashes[bounds[text] + rows[row, 0] : bounds[text] + rows[row, 1]]
        medians[row] = _median(own, (lengths[scripts[text]], one_in, places), known)
    return medians


@compiled
def _median(hashes: Array, rules: tuple[int, int, Array], known: tuple[Array, Array]) -> Any:
    length, one_in, places = rules
    every = np.empty(hashes.size, np.uint64)
    sampled = np.empty(hashes.size, np.uint64)
    count = _shingles(hashes, length, places, every)
    kept = _sampled(every[:count], np.uint64(one_in - 1), sampled)
    if kept == 0:
        return 1.0
    counts = np.ones(kept, np.int64)
    for at in range(kept):
        place = np.searchsorted(known[0], sampled[at])
        if place < known[0].size and known[0][place] == sampled[at]:
            counts[at] = known[1][place]
    counts.sort()
    return (counts[(kept - 1) // 2] + counts[kept // 2]) / 2


@compiled
def quoted(codes: Array, table: Array, closing: Array, rules: tuple[int, int, int, int]) -> Any:
    """Whether the table knows all code points, and if so where quoted words begin and end, and if there may be turns.

    `closing[opening, mark]` says which marks close which; row 0, which marks open. `rules`: the longest quotation;
    colons of a paragraph, or paragraphs with a colon so near their beginning, from which there may be turns of a talk.
    """
    longest, fewest_colons, fewest_labels, label = rules
    ranges = np.empty((0, 2), np.int32)
    starts = np.empty(codes.size, np.int32)
    marks = np.empty(codes.size, np.int8)
    count = at = begin = colons = labels = 0
    turns = False
    while begin < codes.size and codes[begin] < table.size and table[codes[begin]] & SPACE:
        begin += 1
    while at < codes.size:
        if codes[at] >= table.size:
            return False, ranges, True
        mark = table[codes[at]] >> MARK_SHIFT
        if codes[at] == 10:  # and all blanks that follow
            starts[count], marks[count] = at, _LINE_END
            count += 1
            while at + 1 < codes.size and codes[at + 1] < table.size and table[codes[at + 1]] & SPACE:
                at += 1
            begin, colons = at + 1, 0
        elif mark:
            starts[count], marks[count] = at, mark
            count += 1
        elif codes[at] == _COLON or codes[at] == _WIDE_COLON:
            colons += 1
            labels += colons == 1 and at - begin <= label
            turns = turns or colons >= fewest_colons or labels >= fewest_labels
        at += 1
    after = np.full(count + 1, -1, np.int64)  # the first mark behind each that ends no line
    for place in range(count - 1, -1, -1):
        after[place] = place if marks[place] != _LINE_END else after[place + 1]
    ranges = np.empty((count // 2 + 1, 2), np.int32)
    done, opened, opening = 0, -1, 0
    for place in range(count):
        mark, start = int(marks[place]), starts[place]
        ends_line = mark == _LINE_END
        if opened >= 0 and (ends_line or closing[opening, mark]):
            if ends_line and after[place] >= 0:
                behind = starts[after[place]]
                before = table[codes[behind - 1]]
                follows = behind + 1 < codes.size and table[codes[behind + 1]] & ALNUM
                closes = closing[opening, marks[after[place]]] and not before & (SPACE | BEFORE) and not follows
                if behind - opened <= longest and closes:
                    continue
            if start - opened <= longest:
                ranges[done, 0], ranges[done, 1] = opened, start + (not ends_line)
                done += 1
            opened = -1
        elif opened < 0 and not ends_line and closing[0, mark]:
            opened, opening = start, mark
    if opened >= 0 and codes.size - opened <= longest:
        ranges[done, 0], ranges[done, 1] = opened, codes.size
        done += 1
    return True, ranges[:done], turns
