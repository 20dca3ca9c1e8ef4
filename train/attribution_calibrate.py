"""Fit how sure a reading is: `python train/attribution_calibrate.py SHARED/data/polnear [--write]`.

For what the shipped network finds on dev and annotators found too (content overlap of half or more), a logistic
regression on the log-probabilities of cue, source and content and on whether there is a source says how likely the
source is right. Printed: a reliability table from five folds by article, and the lowest floor above which 95 of 100
sources are right in every fold's held-out part taken together; it is no lower than four in five, as nobody is to be
named who is the wrong one that often. `--write` keeps weights and floor beside the network.
"""

import argparse
import itertools
import json
from pathlib import Path

import numpy as np
from attribution_data import paragraphs, rows, scorer_module

from sayso.annotate.encoding import windows
from sayso.annotate.network import network
from sayso.annotate.trained_reader import as_relation, features
from sayso.networks.loading import ATTRIBUTION, english_vocabulary

WANTED = 0.95
LEAST = 0.8  # chance of being right below which nobody is named, however well all others do
FOLDS = 5


def readings(polnear: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, whether the source is right, and the fold, of everything found that annotators found too."""
    scorer = scorer_module(polnear)
    given, right, fold = [], [], []
    for number, row in enumerate(rows(polnear / "dev.jsonl.gz")):
        text = row["text"]
        gold = [{r: scorer.points(a[r], text) for r in scorer.ROLES} for a in row["attributions"] if a["content"]]
        for window in windows(text, paragraphs(text), english_vocabulary()):
            for one in network().attributions(window):
                relation = as_relation(text, window, one)
                if not relation.content:
                    continue
                content, source = scorer.points(relation.content, text), scorer.points(relation.source, text)
                same = [g for g in gold if scorer.overlap(g["content"], content) >= 0.5]
                if same:
                    given.append(features(one))
                    right.append(any(scorer.overlap(g["source"], source) >= 0.5 for g in same))
                    fold.append(number % FOLDS)
    return np.array(given), np.array(right, dtype=float), np.array(fold)


def fitted(given: np.ndarray, right: np.ndarray, counts: np.ndarray | float = 1.0) -> np.ndarray:
    """Weights of a logistic regression with a small ridge, by Newton's method; `counts` is how much each one counts."""
    weights = np.zeros(given.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-given @ weights))
        curve = (given * (counts * chance * (1 - chance))[:, None]).T @ given + 1e-2 * np.eye(len(weights))
        weights += np.linalg.solve(curve, given.T @ (counts * (right - chance)) - 1e-2 * weights)
    return weights


def main() -> None:
    """Fit, print, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("polnear", type=Path)
    cli.add_argument("--write", action="store_true")
    said = cli.parse_args()
    given, right, fold = readings(said.polnear)
    chance = np.zeros(len(right))
    for number in range(FOLDS):
        held = fold == number
        chance[held] = 1 / (1 + np.exp(-given[held] @ fitted(given[~held], right[~held])))
    print(f"{len(right)} readings, source right {100 * right.mean():.1f}")
    edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]
    for low, high in itertools.pairwise(edges):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            print(f"said {100 * chance[inside].mean():5.1f}  were {100 * right[inside].mean():5.1f}  of {inside.sum()}")
    order = np.argsort(-chance)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    kept = int(np.nonzero(share >= WANTED)[0].max()) + 1
    floor = max(LEAST, float(chance[order[kept - 1]]))
    kept = int((chance >= floor).sum())
    print(f"floor {floor:.3f}: {kept} of {len(right)} kept, source right {100 * right[order[:kept]].mean():.1f}")
    if said.write:
        kept_weights = {"weights": [round(float(w), 4) for w in fitted(given, right)], "floor": round(floor, 3)}
        (ATTRIBUTION / "calibration.json").write_text(json.dumps(kept_weights) + "\n", "utf-8")


if __name__ == "__main__":
    main()
