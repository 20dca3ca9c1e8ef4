"""Fit how likely two statements are one: `python train/statements_calibrate.py SHARED [--write]`.

Two logistic regressions on pairs that no hard veto keeps apart. `before` says by what two share (`Sharing`) whether it
is worth the time to have the network read them; it is fitted on all pairs of real reports that are candidates, and on
the reports of the invented groups with their twins. `after` adds the network's log-odds, and is fitted on what the
network has not seen: the held pairs and the held groups. An invented group counts less, as its twins were made to
deceive. Printed: at the floors of the settings, what is reached and what is right, of what the constants were fitted
on and, for `after`, of each fifth of the held cases by those fitted on the rest. `--write` keeps the constants beside
the network.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import distortion
import numpy as np
import real_pairs
from attribution_calibrate import FOLDS, fitted
from statements_reading import HELD, REPORT, groups, hard, of_reports, of_table, tables

from sayso.corroborate.agreement import Rarity
from sayso.corroborate.candidates import candidates
from sayso.corroborate.same_statement import Sharing
from sayso.networks.statements import FOLDER, odds
from sayso.settings import MatchSettings

INVENTED_BEFORE, INVENTED_AFTER = 0.15, 0.2  # how much an invented pair counts, beside a real one


@dataclass(frozen=True, slots=True)
class Known:
    """A pair, what it shares, and whether both state the same."""

    texts: tuple[str, str]
    sharing: Sharing
    same: bool
    held: bool
    real: bool
    group: str  # the case, or the table and the line of its report


def of_case(given: tuple[dict[str, real_pairs.Text], Sequence[real_pairs.Pair]]) -> list[Known]:
    """The judged pairs of a case that are candidates and that nothing keeps apart."""
    reports, pairs = given
    profiles = of_reports(reports)
    rarity = Rarity(profiles)
    asked = {frozenset((one.id, other.id)) for one, other in candidates(profiles, rarity, MatchSettings())[0]}
    at = {(one.article.capture_id, one.mention.span.start, one.mention.span.end): one for one in profiles}
    found = []
    for pair in pairs:
        left = at.get((pair.left_article, pair.left_start, pair.left_start + len(pair.left)))
        right = at.get((pair.right_article, pair.right_start, pair.right_start + len(pair.right)))
        if left and right and frozenset((left.id, right.id)) in asked and not hard(left, right):
            sharing, same = Sharing.of(left, right, rarity), pair.label == real_pairs.SAME
            found.append(Known((pair.left, pair.right), sharing, same, pair.held, True, pair.case))
    return found


def of_invented(table: Path) -> list[Known]:
    """The reports of a table with their twins, where nothing keeps them apart."""
    texts = distortion.read(table)
    profiles, longest = of_table(texts)
    rarity, found = Rarity(profiles), []
    for group in groups(texts):
        for one, other in combinations(group, 2):
            left, right = longest.get(one.number), longest.get(other.number)
            if one.kind != REPORT or not left or not right or hard(left, right):
                continue
            cut = left.mention.span.exact, right.mention.span.exact
            sharing, same = Sharing.of(left, right, rarity), other.kind == distortion.SAME
            name = f"{table.name} {one.number}"
            found.append(Known(cut, sharing, same, table.name in HELD, False, name))
    return found


def collected(shared: Path, limit: int | None) -> list[Known]:
    """All pairs."""
    by_case: dict[str, list[real_pairs.Pair]] = defaultdict(list)
    for pair in real_pairs.read(shared):
        by_case[pair.case].append(pair)
    reports = real_pairs.texts(shared)
    work = [(reports[case], pairs) for case, pairs in sorted(by_case.items())][:limit]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        real = [known for found in pool.map(of_case, work) for known in found]
        invented = [known for found in pool.map(of_invented, tables()[:limit]) for known in found]
    return real + invented


def values(known: Sequence[Known], read: Sequence[float] | None = None) -> np.ndarray:
    """What a regression is given: a constant, what is shared, and what the network says."""
    held = [[1.0, *one.sharing.values] for one in known]
    return np.array(held if read is None else [[*row, said] for row, said in zip(held, read, strict=True)])


def chance(weights: np.ndarray, given: np.ndarray) -> np.ndarray:
    """The chance of each pair."""
    return 1 / (1 + np.exp(-given @ weights))


def told(name: str, found: np.ndarray, known: Sequence[Known], floor: float) -> None:
    """Print what lies above a floor: of the pairs that are the same the share, and how many of those found are."""
    same, real = np.array([one.same for one in known]), np.array([one.real for one in known])
    for kind, own in (("real", real), ("invented", ~real)):
        above, right = (found >= floor) & own, same & own
        reached, wrong = (
            (above & right).sum() / max(1, right.sum()),
            (above & ~right).sum() / max(1, (own & ~right).sum()),
        )
        print(
            f"{name} {floor}, {kind}: of {right.sum()} the same {100 * reached:.1f}, of {(own & ~right).sum()} others "
            f"{100 * wrong:.1f}, right {100 * (above & right).sum() / max(1, above.sum()):.1f}"
        )


def main() -> None:
    """Read, fit, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("--write", action="store_true")
    cli.add_argument("--limit", type=int, help="cases and tables, to try the script")
    said = cli.parse_args()
    settings, known = MatchSettings(), collected(said.shared, said.limit)
    same, given = np.array([one.same for one in known], dtype=float), values(known)
    before = fitted(given, same, np.array([1.0 if one.real else INVENTED_BEFORE for one in known]))
    told("before: from", chance(before, given), known, settings.min_expected)
    unseen = [one for one in known if one.held]
    same = np.array([one.same for one in unseen], dtype=float)
    given, counts = (
        values(unseen, odds(one.texts for one in unseen)),
        np.array([1.0 if one.real else INVENTED_AFTER for one in unseen]),
    )
    after = fitted(given, same, counts)
    told("after: from", chance(after, given), unseen, settings.min_chance)
    order = {name: number % FOLDS for number, name in enumerate(sorted({one.group for one in unseen}))}
    fold, found = np.array([order[one.group] for one in unseen]), np.zeros(len(unseen))
    for number in range(FOLDS):
        own = fold == number
        found[own] = chance(fitted(given[~own], same[~own], counts[~own]), given[own])
    told("after, by the other folds: from", found, unseen, settings.min_chance)
    constants = {"before": [round(float(w), 2) for w in before], "after": [round(float(w), 2) for w in after]}
    print(json.dumps(constants))
    if said.write:
        (FOLDER / "calibration.json").write_text(json.dumps(constants) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
