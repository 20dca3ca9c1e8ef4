"""What lineage over rows will cost: so much a document, and so much a pair that is aligned, more if most is shared.

These rates are measured on samples of three sizes and on one of documents that seem copies of one another, or of which
a copy is made. How many pairs there will be is counted in the largest: if that holds one document in f, it holds one
pair in f². Memory is not measured on the largest: to watch it takes five times as long.
"""

import dataclasses
import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.errors import InputError
from sayso.ids import sha256
from sayso.lineage.batch import HELD_BYTES
from sayso.lineage.documents import from_row
from sayso.lineage.numbering import BLOCK_CHARS
from sayso.lineage.prepared import COMPILED_FROM, load_compiled
from sayso.planning.measuring import IN_MEMORY, ON_SHARDS, OVER_FILES, Rows, counted, load_of, related
from sayso.planning.sums import BASE_BYTES, COMPILED_BYTES, Cost, Load, Rates, memory_solved
from sayso.planning.words import DOUBT, count, size, sizes, span, times
from sayso.row_files import as_row
from sayso.settings import LineageSettings

LEAST_SAMPLE = 20
COUNTED = 10  # times the sample in which pairs are counted
LOADING_S, COMPILED_S = 0.5, 1.5  # to load the program, and numba with the compiled loops
IDLE = 1.5  # on a cluster, for cores that wait for the slowest task of a step
STEP_S = 45.0  # of connecting and of the 25 shuffles, whatever the size
SPARK_TIMES = 2.3  # processor time of what one process takes over files; a million short texts: 1,375 s for 591
TASK_BYTES = 1.5e9  # of memory, of one task on Spark: a block of documents with all that is made of it
FILES_BYTES = 80e6  # of memory, of lines that are read at once into files
ALL_BYTES = Load(32, 100, 0)  # of memory, of what is known of each document and close pair of all blocks


@dataclasses.dataclass(frozen=True, slots=True)
class RowsPlan:
    """What lineage over rows costs here and over shards, and the least, the likely and the most there is to do."""

    sample: int
    loads: tuple[Load, Load, Load]
    blocks: float  # 0 where all is held in memory
    input_bytes: float
    base: float  # bytes of memory, of the program itself
    loading: float  # seconds in which it is loaded
    here: Rates
    spread: Rates

    def cost_here(self, load: Load) -> Cost:
        """The cost on this machine; over files memory holds one block at a time, and numbers of all.

        Files hold twice what was given when it was read, and what is found at the end.
        """
        cost = self.here.of(load)
        if not self.blocks:
            return cost._replace(memory=self.base + cost.memory)
        block = self.here.of(Load(*(part / self.blocks for part in load)))
        held = FILES_BYTES + sum(rate * part for rate, part in zip(ALL_BYTES, load, strict=True))
        return cost._replace(memory=self.base + block.memory + held, files=max(cost.files, 2 * self.input_bytes))


def sampled_lines(lines: Iterable[bytes], most: int) -> tuple[list[bytes], int]:
    """Up to `most` lines, the same for the same file and none preferred, in their order; and how many there are."""
    kept: list[tuple[int, int, bytes]] = []
    count = 0
    for line in lines:
        if not line.strip():
            continue
        count += 1
        rank = -int(sha256(f"{count}".encode())[:15], 16)
        if len(kept) < most:
            heapq.heappush(kept, (rank, count, line))
        elif rank > kept[0][0]:
            heapq.heapreplace(kept, (rank, count, line))
    return [line for _, _, line in sorted(kept, key=lambda item: item[1])], count


def plan_rows(lines: Iterable[bytes], documents: int | None, sample: int) -> RowsPlan:
    """The costs of `sayso lineage` for all the lines, or for `documents` like them. InputError if there are too few."""
    larger, lines_there = sampled_lines(lines, sample * COUNTED)
    rows = [row for row in map(_row, larger) if row is not None]
    if len(rows) < LEAST_SAMPLE:
        raise InputError(
            f"{len(rows)} rows with an id and a text are too few to plan by", f"Give {LEAST_SAMPLE} or more"
        )
    there = round(lines_there * len(rows) / len(larger))
    wanted = documents or there
    chars = wanted / len(rows) * sum(len(row["text"]) for row in rows)
    input_bytes = wanted / len(larger) * sum(map(len, larger))
    # As the run itself will: its rates are others.
    is_compiled = chars >= COMPILED_FROM and load_compiled()
    measured = rows[:: max(1, len(rows) // sample)][:sample]
    kin = related(rows, len(measured))
    copies = [*kin, *map(_copied, measured[: len(measured) - len(kin)]), *measured[: len(measured) - len(kin)]]
    small: list[Rows] = [measured[::2], measured, copies]
    many: Rows = rows if load_of(rows).close > load_of(copies).close else copies
    of_many = load_of(many)
    way = OVER_FILES if input_bytes > HELD_BYTES else IN_MEMORY
    way.run(copies)  # what is made once, and loaded with the first pairs, is no part of it
    loads = [load_of(part) for part in small]
    # By chance a few texts of a sample have a phrase in common; such distant pairs cost less than those of the whole.
    here = Rates.solved([loads[1]._replace(distant=0), of_many], [way.cost(measured), way.cost(many)])
    return RowsPlan(
        sample=len(rows),
        loads=expected(rows, there, wanted),
        blocks=max(1.0, chars / BLOCK_CHARS) if way is OVER_FILES else 0.0,
        input_bytes=input_bytes,
        base=BASE_BYTES + COMPILED_BYTES * is_compiled,
        loading=LOADING_S + COMPILED_S * is_compiled,
        here=here._replace(memory=memory_solved(loads, [way.memory(part) for part in small])),
        spread=Rates.solved(
            [loads[1]._replace(distant=0), loads[2]], [ON_SHARDS.cost(part) for part in small[1:]]
        )._replace(seconds=Load(*(SPARK_TIMES * rate for rate in here.seconds))),
    )


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        row = as_row(line.decode("utf-8", "replace"))
        from_row(row)
    except ValueError:
        return None
    return row


def _copied(row: Mapping[str, Any]) -> dict[str, Any]:
    """A copy in another outlet, for corpora with too few; in the same one it would be a version of one page."""
    text = row["text"].partition(" ")[2] or row["text"]
    return {**row, "id": f"{row['id']} (a copy)", "outlet": "another", "url": None, "text": text}


def expected(rows: Rows, there: int, wanted: int) -> tuple[Load, Load, Load]:
    """The least, the likely and the most that there is to do for `wanted` documents.

    A shingle stands in as many documents of the sample as in all, times the sample's share: so does the cap. Pairs of
    rarer shingles grow by the square of the share, those with the representatives of a more frequent one in step. The
    doubt is twice the standard deviation that the number of pairs in a sample has. Of more documents than are `there`
    it is not known how many belong to the families of these: from none to as great a share as here, likely few: from
    20,000 to 200,000 made documents pairs grew by the power 0.9 (short ones) and 1.3.
    """
    settings = LineageSettings()
    growth = max(1.0, min(there, wanted) / len(rows))
    capped = dataclasses.replace(settings, df_cap=max(2, round(settings.df_cap / growth)))
    both = counted(rows, capped).load
    rare = counted(rows, dataclasses.replace(capped, representatives=0))
    beyond = max(1.0, wanted / there)
    known = (
        (rare.load.close, both.close, _deviation(rare.load.close, rare.close_joints, growth)),
        (rare.load.distant, both.distant, _deviation(rare.load.distant, rare.distant_joints, growth)),
    )

    def load(doubt: float, power: float) -> Load:
        close, distant = (
            (max(0.0, of_rare + doubt * unsure) * growth**2 + max(0.0, of_both - of_rare) * growth) * beyond**power
            for of_rare, of_both, unsure in known
        )
        return Load(wanted, close, distant)

    return load(-2, 1.0), load(0, 1.2), load(2, 2.0)


def _deviation(pairs: float, joints: float, growth: float) -> float:
    """The standard deviation of the number of pairs in a sample of one document in `growth`.

    Each pair is there with the chance f² (f = 1 / growth), two that share a document with f³: the variance is
    pairs (1 - f²) + 2 joints (1 - f), with `joints` as often as two of the sample's pairs share a document.
    """
    share = 1 / growth
    return math.sqrt((pairs + 1) * (1 - share**2) + 2 * joints * (1 - share))


def told_rows(plan: RowsPlan, executors: int, cores: int) -> Iterator[str]:
    """The plan in words."""
    close, distant = (span((getattr(load, name) for load in plan.loads), count) for name in ("close", "distant"))
    yield f"Measured on {plan.sample:,} documents."
    yield f"For {plan.loads[1].documents:,.0f} documents, pairs to align: {close} close, {distant} distant."
    here, spread = [plan.cost_here(load) for load in plan.loads], [plan.spread.of(load) for load in plan.loads]
    block = plan.loads[1].documents / max(1.0, plan.blocks)
    how = f"over files, about {block:,.0f} documents at a time" if plan.blocks else "in memory"
    alone = times([one.seconds for one in here], plan.loading)
    yield f"On this machine, one process, {how}: {alone}: {_each(plan.here)};"
    files = f"temporary files {sizes(one.files for one in here)}; " if plan.blocks else ""
    yield f"  memory {sizes(one.memory for one in here)}; {files}output {sizes(one.output for one in here)}."
    slots = executors * cores
    took = times([one.seconds / slots * IDLE for one in spread], STEP_S)
    yield f"On Spark, {executors} executors of {cores} cores: {took}: {_each(plan.spread)};"
    yield f"  {SPARK_TIMES} times one process over files, over {slots} cores, times {IDLE} for cores that wait,"
    yield f"  and {STEP_S:.0f} s to connect and shuffle;"
    yield f"  memory {size(cores * TASK_BYTES)} an executor; disk of all {sizes(one.files for one in spread)}."
    yield DOUBT


def _each(rates: Rates) -> str:
    document, close, distant = (1e3 * seconds for seconds in rates.seconds)
    return f"{document:.2f} ms a document, {close:.2f} a close pair, {distant:.2f} a distant one"
