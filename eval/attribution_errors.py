"""Where attributions go wrong, by construction, and what a change gained and lost, one by one.

    python eval/attribution_errors.py DATA PREDICTED.jsonl --scorer SCORER.py [--before OLD.jsonl] [--show N]

DATA and SCORER are those of `attribution_polnear.py`, which writes PREDICTED and OLD (`--write`). For each
construction of the annotators' attributions: how many there are, how many are found (content overlap of half or
more), and how many have source and cue right too. With `--before`: each attribution that only one of the two files
has right, up to N of each kind. `--show` without it lists N of the misses of each construction.
"""

import argparse
import gzip
import json
import pathlib
import re
import sys
from collections import defaultdict
from types import ModuleType
from typing import Any

from attribution_polnear import load

QUOTES = "\"“”'‘’"
Key = tuple[str, int]  # article, number of the attribution


def construction(text: str, one: dict[str, Any]) -> str:
    """What kind of attribution the annotators marked, by its words."""
    cue = " ".join(text[s:e] for s, e in one["cue"]).lower().strip()
    parts = [text[s:e].strip() for s, e in one["content"]]
    whole = " ".join(parts)
    if not one["cue"] or cue == ":":
        return "colon or no cue"
    if not one["source"]:
        return "nobody named"
    if cue.startswith("according"):
        return "according to"
    if re.match(r"(den(y|ie)|reject|refut|dismiss)", cue):
        return "denial"
    if whole[:1] in QUOTES and whole.rstrip(",.")[-1:] in QUOTES:
        return "direct, several sentences" if re.search(r"[.!?][”\"]? [“\"]?[A-Z]", whole) else "direct"
    if any(mark in whole for mark in '"“”'):
        return "mixed"
    return "indirect"


def outcomes(scorer: ModuleType, gold: dict[str, Any], predicted: dict[str, Any]) -> dict[Key, tuple[bool, bool]]:
    """For each of the annotators' attributions: found, and right in all three (as the scorer pairs them)."""
    found: dict[Key, tuple[bool, bool]] = {}
    for key, row in gold.items():
        text = row["text"]
        given = [a for a in row["attributions"] if a["content"]]
        theirs = [{r: scorer.points(a[r], text) for r in scorer.ROLES} for a in given]
        read = [a for a in predicted.get(key, {}).get("attributions", []) if a["content"]]
        ours = [{r: scorer.points(a[r], text) for r in scorer.ROLES} for a in read]
        shares = [
            (scorer.overlap(g["content"], p["content"]), i, j) for i, g in enumerate(theirs) for j, p in enumerate(ours)
        ]
        taken: set[int] = set()
        for share, i, j in sorted(shares, reverse=True):
            if share < 0.5 or (key, i) in found or j in taken:
                continue
            taken.add(j)
            found[key, i] = True, all(scorer.overlap(theirs[i][r], ours[j][r]) >= 0.5 for r in ("source", "cue"))
        for i in range(len(given)):
            found.setdefault((key, i), (False, False))
    return found


def shown(row: dict[str, Any], number: int) -> str:
    """One attribution on a line."""
    one = [a for a in row["attributions"] if a["content"]][number]
    said = {
        role: " … ".join(row["text"][s:e] for s, e in one[role]).replace("\n", " ")
        for role in ("source", "cue", "content")
    }
    return f"{row['id']}  [{said['source']}] [{said['cue']}] {said['content'][:160]}"


def read(path: pathlib.Path) -> dict[str, Any]:
    """Rows by id."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("predicted", type=pathlib.Path)
    parser.add_argument("--scorer", type=pathlib.Path, required=True)
    parser.add_argument("--before", type=pathlib.Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    file = options.data / f"{options.split}.jsonl.gz"
    for needed in (file, options.scorer, options.predicted, options.before or file):
        if not needed.is_file():
            print(f"{needed} is not there; nothing measured", file=sys.stderr)
            return 66
    gold, scorer = read(file), load(options.scorer)
    now = outcomes(scorer, gold, read(options.predicted))
    groups: dict[str, list[Key]] = defaultdict(list)
    for key, number in now:
        row = gold[key]
        groups[construction(row["text"], [a for a in row["attributions"] if a["content"]][number])].append(
            (key, number)
        )
    print(f"{'construction':26} {'all':>5} {'found':>6} {'right':>6}")
    for name, keys in sorted(groups.items(), key=lambda item: -len(item[1])):
        found, right = (100 * sum(now[key][n] for key in keys) / len(keys) for n in (0, 1))
        print(f"{name:26} {len(keys):5} {found:6.1f} {right:6.1f}")
        if not options.before:
            for key in [k for k in keys if not now[k][1]][: options.show]:
                print("    " + shown(gold[key[0]], key[1]))
    if options.before:
        old = outcomes(scorer, gold, read(options.before))
        for name, wins, loses in (("gained", now, old), ("lost", old, now)):
            only = [key for key in wins if wins[key][1] and not loses[key][1]]
            print(f"{name}: {len(only)}")
            for key in only[: options.show]:
                print("    " + shown(gold[key[0]], key[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
