"""How fast, how large and how good lineage is beside MinHash libraries, on one corpus with known copies.

    python bench/lineage.py CORPUS_DIR [SYSTEM...]

CORPUS_DIR holds corpus.jsonl ({"id", "outlet", "published", "headline", "text"}) and truth.jsonl ({"derived",
"origin"}). Each system runs in a process of its own on one core, from texts in memory to verified pairs; reading
the corpus is not counted in the time, but is in the peak memory. Recall counts pairs of one family that share half
of the five-word shingles of the smaller text or more; precision counts any pair of one family as right. A peer
that is not installed is named as absent (`pip install rensa datasketch`).
"""

import argparse
import collections
import importlib
import itertools
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.lineage.batch import lineage_rows
from sayso.lineage.compare import compare
from sayso.lineage.documents import from_row
from sayso.lineage.prepared import Prepared
from sayso.settings import LineageSettings

Rows = Sequence[dict[str, Any]]
Pairs = Iterable[tuple[int, int]]

PERMUTATIONS, BANDS, VERIFIED = 128, 64, 0.3  # of the settings in use, those with which the peers find most


def shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.casefold())
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def sayso_pairs(rows: Rows) -> Pairs:
    """Verified and aligned pairs, without direction and reasons: what the peers give."""
    prepared = Prepared([from_row(row) for row in rows], LineageSettings())
    return [(pair.left, pair.right) for pair in compare(prepared, quotations=False).pairs]


def sayso_lineage(rows: Rows) -> Pairs:
    """All that `sayso lineage` gives: kind, direction, passages, reasons."""
    place = {row["id"]: number for number, row in enumerate(rows)}
    return [(place[pair["derived"]], place[pair["origin"]]) for pair in lineage_rows(rows)]


def rensa_lsh(rows: Rows) -> Pairs:
    rensa = importlib.import_module("rensa")
    sketches = rensa.RMinHash.from_token_sets((shingles(row["text"]) for row in rows), PERMUTATIONS, 42)
    index = rensa.RMinHashLSH(VERIFIED, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    found = enumerate(index.query_all(sketches))
    return [(n, m) for n, near in found for m in near if n < m and sketches[n].jaccard(sketches[m]) >= VERIFIED]


def datasketch_lsh(rows: Rows) -> Pairs:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
    tokens = ([token.encode() for token in shingles(row["text"])] for row in rows)
    sketches = [datasketch.MinHash.bulk([own], num_perm=PERMUTATIONS)[0] for own in tokens]
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch)
    found = ((number, index.query(sketch)) for number, sketch in enumerate(sketches))
    return [(n, m) for n, near in found for m in near if n < m and sketches[n].jaccard(sketches[m]) >= VERIFIED]


SYSTEMS: dict[str, Callable[[Rows], Pairs]] = {
    "sayso, pairs": sayso_pairs,
    "sayso, lineage": sayso_lineage,
    "rensa": rensa_lsh,
    "datasketch": datasketch_lsh,
}


def read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run_one(system: str, corpus: Path) -> None:
    rows = read(corpus / "corpus.jsonl")
    start = time.perf_counter()
    pairs = list(SYSTEMS[system](rows))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"documents": len(rows), "seconds": seconds, "peak_mb": peak, "pairs": pairs}, sys.stdout)


def gold(corpus: Path) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs of one family, and those of them that share half of the smaller text."""
    rows = read(corpus / "corpus.jsonl")
    place = {row["id"]: number for number, row in enumerate(rows)}
    family = list(range(len(rows)))

    def root(member: int) -> int:
        while family[member] != member:
            member = family[member]
        return member

    for row in read(corpus / "truth.jsonl"):
        family[root(place[row["derived"]])] = root(place[row["origin"]])
    members = collections.defaultdict(list)
    for number in range(len(rows)):
        members[root(number)].append(number)
    kin, wanted = set(), set()
    for group in members.values():
        grams = {number: set(shingles(rows[number]["text"])) for number in group} if len(group) > 1 else {}
        for left, right in itertools.combinations(group, 2):
            kin.add((left, right))
            if 2 * len(grams[left] & grams[right]) >= min(len(grams[left]), len(grams[right])):
                wanted.add((left, right))
    return kin, wanted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS), metavar="SYSTEM", help=", ".join(SYSTEMS))
    parser.add_argument("--one", choices=SYSTEMS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        run_one(given.one, given.corpus)
        return
    kin, wanted = gold(given.corpus)
    print(f"{'system':16}{'docs/s':>9}{'seconds':>9}{'peak MB':>9}{'precision':>11}{'recall':>8}")
    for system in given.systems:
        one_core = {**os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
        command = [sys.executable, __file__, str(given.corpus), "--one", system]
        done = subprocess.run(command, capture_output=True, text=True, env=one_core, check=False)
        if done.returncode:
            print(f"{system:16} absent: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}")
            continue
        told = json.loads(done.stdout)
        pairs = {(min(pair), max(pair)) for pair in told["pairs"]}
        precision = 100 * len(pairs & kin) / max(1, len(pairs))
        recall = 100 * len(pairs & wanted) / max(1, len(wanted))
        speed = told["documents"] / told["seconds"]
        row = f"{speed:9.0f}{told['seconds']:9.1f}{told['peak_mb']:9.0f}{precision:11.1f}{recall:8.1f}"
        print(f"{system:16}{row}", flush=True)


if __name__ == "__main__":
    main()
