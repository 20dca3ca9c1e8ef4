"""Fit how likely two statements are one: `python train/statements_calibrate.py SHARED [--write]`.

Logistic regressions on pairs that no hard veto keeps apart. `english` says by the words shared (`Sharing`) and by the
network for English how likely two statements in English are one, `both` by what the other says besides, `after` by what
is shared and by the network for any languages how likely all others are. They are fitted on what no network has seen:
the held pairs of real reports, those of eighteen small cases, the reports of the held groups with their twins, and the
candidates of the held events; `doubtful` is where the network for English leaves room for the other: the log-odds
between which lie all but four in a hundred of the held pairs of which both say another thing than the one. `before` and
`before_english` say by what two share whether it is worth the time to have them read. They are fitted on candidates of
other cases, taken by chance, towards what the others say of them once they are read. Printed: at the floors of the
settings, what is reached and what is right, of what the constants were fitted on and of each fifth of the held cases by
those fitted on the rest. The wheel holds what it had for English before (with the new constants copies that a word
parts fall apart) and nothing of answers beside it. `--write` keeps the constants beside the network for any languages.
"""

import argparse
import json
import os
import random
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
import statements_cases as cases
import told as events
from attribution_calibrate import FOLDS, fitted
from statements_reading import HELD, REPORT, groups, hard, of_reports, of_table, tables

from sayso.corroborate.agreement import Rarity
from sayso.corroborate.candidates import candidates
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile
from sayso.corroborate.same_statement import Calibration, Sharing, told_by
from sayso.networks.statements import FOLDER, Pair, read
from sayso.settings import MatchSettings

# Cases with gold that are in no lesson of these networks
UNSEEN = ("small/three", "lessons/r", "lessons/s")
LEARNT = distortion.GOLD / "lessons"  # cases of which candidates are taken, whatever their gold
INVENTED = 1.0  # how much an invented pair counts, beside a real one; with 0.3 a tenth more twins are one with a report
BEYOND = 0.02  # of the pairs of which both networks say another thing, on either side
STEP = 0.1  # what the networks' log-odds are rounded to
CASES = 4  # one of so many cases that are not held is taken candidates from
TAKEN = 5_000  # candidates


@dataclass(frozen=True, slots=True)
class Known:
    """A pair, what it shares, and whether both state the same."""

    texts: Pair
    sharing: Sharing
    same: bool
    real: bool
    group: str  # the case, or the table and the line of its report


Candidate = tuple[Pair, Sharing]


def as_read(left: Profile, right: Profile) -> Pair:
    """Two statements as they are read."""
    return (left.mention.span.exact, left.language), (right.mention.span.exact, right.language)


def candidates_of(reports: dict[str, real_pairs.Text]) -> list[Candidate]:
    """The candidates of a case that nothing keeps apart."""
    profiles = of_reports(reports)
    rarity, nearness = Rarity(profiles), Nearness(profiles)
    asked, _ = candidates(profiles, rarity, nearness, MatchSettings())
    return [(as_read(*pair), Sharing.of(*pair, rarity, nearness)) for pair in asked if not hard(*pair)]


def of_case(given: tuple[dict[str, real_pairs.Text], Sequence[real_pairs.Pair]]) -> list[Known]:
    """The judged pairs of a case that are candidates and that nothing keeps apart."""
    reports, pairs = given
    profiles = of_reports(reports)
    rarity, nearness = Rarity(profiles), Nearness(profiles)
    pairs_asked, _ = candidates(profiles, rarity, nearness, MatchSettings())
    asked = {frozenset((one.id, other.id)) for one, other in pairs_asked}
    at = {(one.article.capture_id, one.mention.span.start, one.mention.span.end): one for one in profiles}
    found = []
    for pair in pairs:
        left = at.get((pair.left_article, pair.left_start, pair.left_start + len(pair.left)))
        right = at.get((pair.right_article, pair.right_start, pair.right_start + len(pair.right)))
        if left and right and frozenset((left.id, right.id)) in asked and not hard(left, right):
            same = pair.label == real_pairs.SAME
            sharing = Sharing.of(left, right, rarity, nearness)
            found.append(Known(as_read(left, right), sharing, same, True, pair.case))
    return found


def of_gold(folder: Path) -> list[Known]:
    """The pairs of a case with gold that are candidates and that nothing keeps apart."""
    profiles, statements = cases.read(folder)
    rarity, nearness, found = Rarity(profiles), Nearness(profiles), []
    pairs_asked, _ = candidates(profiles, rarity, nearness, MatchSettings())
    asked = {frozenset((one.id, other.id)) for one, other in pairs_asked}
    for left, right, same in cases.pairs(statements, exact=True):
        both = left.profile, right.profile
        if frozenset(one.id for one in both) in asked and not hard(*both):
            sharing = Sharing.of(*both, rarity, nearness)
            found.append(Known(as_read(*both), sharing, same, True, f"{folder.parent.name}/{folder.name}"))
    return found


def of_invented(table: Path) -> list[Known]:
    """The reports of a table with their twins, where nothing keeps them apart."""
    texts = distortion.read(table)
    profiles, longest = of_table(texts)
    rarity, nearness, found = Rarity(profiles), Nearness(profiles), []
    for group in groups(texts):
        for one, other in combinations(group, 2):
            left, right = longest.get(one.number), longest.get(other.number)
            if one.kind != REPORT or not left or not right or hard(left, right):
                continue
            sharing, same = Sharing.of(left, right, rarity, nearness), other.kind == distortion.SAME
            found.append(Known(as_read(left, right), sharing, same, False, f"{table.name} {one.number}"))
    return found


def of_event(event: events.Event) -> list[Known]:
    """The candidates among the wordings of an event that nothing keeps apart."""
    profiles, longest = of_table([wording.text for wording in event.wordings])
    claims = {longest[one.text.number].id: one.claim for one in event.wordings if one.text.number in longest}
    rarity, nearness = Rarity(profiles), Nearness(profiles)
    found = []
    for left, right in candidates(profiles, rarity, nearness, MatchSettings())[0]:
        both = [claims[one.id] for one in (left, right) if one.id in claims]
        if len(both) == 2 and frozenset(both) not in event.near and not hard(left, right):
            sharing = Sharing.of(left, right, rarity, nearness)
            found.append(Known(as_read(left, right), sharing, both[0] == both[1], False, event.name))
    return found


def collected(shared: Path, limit: int | None) -> tuple[list[Known], list[Candidate]]:
    """The held pairs, and candidates of other cases."""
    held: dict[str, list[real_pairs.Pair]] = defaultdict(list)
    for pair in real_pairs.read(shared):
        if pair.held:
            held[pair.case].append(pair)
    reports = real_pairs.texts(shared)
    work = [(reports[case], pairs) for case, pairs in sorted(held.items())][:limit]
    others = [reports[case] for case in sorted(reports.keys() - held.keys())][::CASES][:limit]
    others += [cases.texts(folder) for folder in sorted(LEARNT.glob("*/*"))][:limit]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        real = [known for found in pool.map(of_case, work) for known in found]
        unseen = [folder for author in UNSEEN for folder in sorted((distortion.GOLD / author).iterdir())]
        real += [known for found in pool.map(of_gold, unseen[:limit]) for known in found]
        invented = [known for found in pool.map(of_invented, tables_held()[:limit]) for known in found]
        held_events = [event for path in sorted(events.GOLD.glob(f"{events.HELD}*")) for event in events.read(path)]
        invented += [known for found in pool.map(of_event, held_events[:limit]) for known in found]
        asked = [candidate for found in pool.map(candidates_of, others) for candidate in found]
    return real + invented, random.Random(1).sample(asked, min(TAKEN, len(asked)))


def tables_held() -> list[Path]:
    """The tables of invented groups that no network has learnt from."""
    return [table for table in tables() if table.name in HELD]


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


def after(name: str, given: np.ndarray, unseen: Sequence[Known], floor: float) -> list[float]:
    """The weights fitted on what no network has seen, and what comes of them, printed; by the other folds too."""
    same = np.array([one.same for one in unseen], dtype=float)
    counts = np.array([1.0 if one.real else INVENTED for one in unseen])
    weights = fitted(given, same, counts)
    told(f"{name}: from", chance(weights, given), unseen, floor)
    order = {group: number % FOLDS for number, group in enumerate(sorted({one.group for one in unseen}))}
    fold, found = np.array([order[one.group] for one in unseen]), np.zeros(len(unseen))
    for number in range(FOLDS):
        own = fold == number
        found[own] = chance(fitted(given[~own], same[~own], counts[~own]), given[own])
    told(f"{name}, by the other folds: from", found, unseen, floor)
    return [round(float(weight), 2) for weight in weights]


def before(known: Calibration, asked: Sequence[Candidate]) -> dict[str, list[float]]:
    """The weights of what is shared alone, in English and else, and what they do."""
    settings = MatchSettings()
    readings = read((pair for pair, _ in asked), known.doubtful)
    wanted = np.array([known.found(sharing, found) for (_, sharing), found in zip(asked, readings, strict=True)])
    english = np.array([sharing.english for _, sharing in asked])
    weights, taken, same = {}, np.zeros(len(asked), dtype=bool), wanted >= settings.min_chance
    for name, own in (("before", ~english), ("before_english", english)):
        shared = [sharing for (_, sharing), mine in zip(asked, own, strict=True) if mine]
        given = np.array([[1.0, *sharing.values] for sharing in shared])
        weights[name] = fitted(given, wanted[own])
        taken[own] = chance(weights[name], given) >= settings.min_expected
        print(
            f"{name}: of {own.sum()} candidates {100 * taken[own].mean():.1f} are read, of {(same & own).sum()} that "
            f"are found one {100 * taken[same & own].mean():.1f}"
        )
    read_again = np.mean([found.of_english is not None and found.of_any is not None for found in readings])
    print(f"{100 * read_again:.1f} in English are read twice")
    return {name: [round(float(weight), 2) for weight in own] for name, own in weights.items()}


def main() -> None:
    """Read, fit, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("--write", action="store_true")
    cli.add_argument("--limit", type=int, help="cases and tables, to try the script")
    said = cli.parse_args()
    floor = MatchSettings().min_chance
    held, asked = collected(said.shared, said.limit)
    readings = read((one.texts for one in held), (-np.inf, np.inf))
    abroad = [(one, found) for one, found in zip(held, readings, strict=True) if found.of_english is None]
    given = [[1.0, *one.sharing.beside, *told_by(found)] for one, found in abroad]
    of_any = after("after", np.array(given), [one for one, _ in abroad], floor)
    native = [(one, found) for one, found in zip(held, readings, strict=True) if found.of_english is not None]
    pairs = [one for one, _ in native]
    alone = np.array([[1.0, *one.sharing.beside, found.of_english] for one, found in native])
    given = np.array([[1.0, *one.sharing.beside, *told_by(found)] for one, found in native])
    of_english = after("english", alone, pairs, floor)
    of_both = after("both", given, pairs, floor)
    turned = (chance(np.array(of_english), alone) >= floor) != (chance(np.array(of_both), given) >= floor)
    low, high = (float(edge) for edge in np.quantile(alone[turned, -1], [BEYOND, 1 - BEYOND]))
    low, high = round(low - STEP, 1), round(high + STEP, 1)
    known = Calibration((), (), tuple(of_any), tuple(of_english), tuple(of_both), (low, high))
    weights = before(known, asked) | {"after": of_any, "english": of_english, "both": of_both}
    constants = weights | {"doubtful": [low, high]}
    print(json.dumps(constants))
    if said.write:
        (FOLDER / "calibration.json").write_text(json.dumps(constants) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
