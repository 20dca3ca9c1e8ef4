"""Pairs to learn from what two answers are to each other: `python train/answers_lessons.py SHARED FOLDER`.

Of cases with gold, the statements as Sayso cuts them: the gold says which question each quote answers, and how. Of the
tables of invented groups a report with its twins: one that says the same gives one answer, one that was changed gives
another. Of invented events told in many languages (`eval/told.py`) two wordings, of one claim or of two. Of real
reports the pairs that readers judged (`eval/real_pairs.py`). FOLDER gets what the lower layers make of each pair
(`states.npy`, 2.7 GB), and `rows.npz`: how long each is, the pieces of its first statement, its kind, its deck,
whether it is held. Of cases the pairs of two questions are mostly those of which the questions lie near, as they do
where this is asked.
"""

import argparse
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import distortion
import numpy as np
import real_pairs
import statements_cases as cases
import told
from statements_reading import HELD, REPORT, groups, tables

from sayso.networks.answers import OTHER, RIVAL, SAME
from sayso.networks.loading import Scores
from sayso.networks.statements import Statement, any_network, directions

LEARNT = ("lessons/*/*", "small/one/*", "small/three/*")
HELD_CASES = ("lessons/r", "lessons/s", "small/three")
OF_CASE = {OTHER: 130, RIVAL: 120, SAME: 80}  # pairs of each kind that a case gives
OF_HELD = 150  # of each kind that a held one gives, of those that lie NEAR
NEAR = 0.4  # cosine of two questions
OF_TABLES, OF_EVENTS = 6_500, 3_000  # of each kind
JUDGED = {"same": SAME, "clash": RIVAL, "diff": OTHER}


class Row(NamedTuple):
    """A pair and what it is."""

    left: Statement
    right: Statement
    kind: int
    deck: str
    held: bool


def kind(one: cases.Answering, other: cases.Answering) -> int | None:
    """What two statements of a case are to each other; None where their answers leave doubt."""
    asked = {question for question, _ in one.answers} & {question for question, _ in other.answers}
    if not asked:
        return OTHER
    if one.answers & other.answers:
        return SAME if len(one.answers & other.answers) == len(asked) else None
    return None if cases.doubtful(one, other, exact=True) else RIVAL


def of_case(folder: Path) -> list[Row]:
    """Some pairs of each kind of a case."""
    name = folder.relative_to(distortion.GOLD).as_posix()
    held, chance = name.startswith(HELD_CASES), random.Random(name)
    _, own = cases.read(folder)
    pointing = directions([one.told[0] for one in own]).question
    found: dict[int, list[tuple[float, Row]]] = defaultdict(list)
    for (row, one), (column, other) in combinations(enumerate(own), 2):
        what = kind(one, other)
        if one.article != other.article and one.told != other.told and what is not None:
            near = float(pointing[row] @ pointing[column])
            found[what].append((near, Row(one.told, other.told, what, "cases", held)))
    return [row for what, rows in sorted(found.items()) for row in _taken(rows, what, held, chance)]


def _taken(rows: Sequence[tuple[float, Row]], what: int, held: bool, chance: random.Random) -> list[Row]:
    """Of one kind those that are learnt from."""
    if held:
        near = [row for cosine, row in rows if cosine >= NEAR]
        return chance.sample(near, min(OF_HELD, len(near)))
    weights = [1 / (1 + np.exp((0.45 - near) * 10)) + 0.03 if what == OTHER else 1.0 for near, _ in rows]
    keys = [chance.random() ** (1 / weight) for weight in weights]  # Efraimidis & Spirakis 2006
    order = sorted(range(len(rows)), key=lambda at: -keys[at])
    return [rows[at][1] for at in order[: OF_CASE[what]]]


def of_tables() -> Iterator[Row]:
    """Reports and their twins."""
    for table in tables():
        if table.name in HELD:
            continue
        for group in groups(distortion.read(table)):
            for one, other in combinations(group, 2):
                if one.kind == REPORT:
                    what = SAME if other.kind == distortion.SAME else RIVAL
                    yield Row((one.text, one.language), (other.text, other.language), what, "invented", False)


def of_events() -> Iterator[Row]:
    """Wordings of one claim, and of two."""
    for table in sorted(told.GOLD.glob("*.tsv")):
        for event in [] if table.name.startswith(told.HELD) else told.read(table):
            for one, other in combinations(event.wordings, 2):
                if frozenset((one.claim, other.claim)) not in event.near:
                    both = ((side.text.text, side.text.language) for side in (one, other))
                    yield Row(*both, SAME if one.claim == other.claim else OTHER, "told", False)


def of_readers(shared: Path) -> Iterator[Row]:
    """Pairs of real reports, as they were judged."""
    for pair in real_pairs.read(shared):
        if not pair.held and pair.label in JUDGED:
            left, right = (pair.left, pair.left_language), (pair.right, pair.right_language)
            yield Row(left, right, JUDGED[pair.label], "real", False)


def some(rows: Sequence[Row], most: int, chance: random.Random) -> list[Row]:
    """So many of each kind."""
    of = defaultdict(list)
    for row in rows:
        of[row.kind].append(row)
    return [row for _, own in sorted(of.items()) for row in chance.sample(own, min(most, len(own)))]


def states(row: Row) -> tuple[Scores, int]:
    """What the lower layers make of a pair (pieces, size), and how many pieces are of its first statement."""
    (one, _), (other, _) = sorted((row.left, row.right))
    found, opened = any_network().states(one, other)
    return found[0].astype(np.float16), opened


def main() -> None:
    """Gather, read, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--seed", type=int, default=4)
    said = cli.parse_args()
    chance = random.Random(said.seed)
    folders = [folder for pattern in LEARNT for folder in sorted(distortion.GOLD.glob(pattern))]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = [row for found in pool.map(of_case, folders) for row in found]
        rows += some(list(of_tables()), OF_TABLES, chance)
        rows += some(list(of_events()), OF_EVENTS, chance)
        rows += list(of_readers(said.shared))
        print(sorted(Counter((row.deck, row.held, row.kind) for row in rows).items()), flush=True)
        read = list(pool.map(states, rows, chunksize=64))
    said.folder.mkdir(parents=True, exist_ok=True)
    np.save(said.folder / "states.npy", np.concatenate([found for found, _ in read]))
    np.savez(
        said.folder / "rows.npz",
        sizes=[len(found) for found, _ in read],
        opened=[opened for _, opened in read],
        kinds=[row.kind for row in rows],
        decks=[row.deck for row in rows],
        held=[row.held for row in rows],
    )


if __name__ == "__main__":
    sys.exit(main())
