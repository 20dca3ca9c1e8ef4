"""Make corpora with known copies, find who copied whom in them, and score that with the maker's own scorer.

    python eval/lineage_copies.py SHARED_DIR [--size N] [--seeds S...]

SHARED_DIR holds eval/copies.py and data/allsides/articles.jsonl.gz, which are not part of the repository.
Printed: the scorer's figures, as they are, the processor time that finding took, and what kinds of copies are told.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso import verbs


def main() -> None:
    """Make, find, score, for each seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    options = parser.parse_args()
    scorer = options.shared / "eval" / "copies.py"
    articles = options.shared / "data" / "allsides" / "articles.jsonl.gz"
    if not articles.is_file():
        sys.exit(f"no file {articles}: the texts that copies are made of are not part of the repository")
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as scratch:
            given = ["--size", str(options.size), "--seed", str(seed)]
            command = [sys.executable, str(scorer), "make", str(articles), scratch, *given]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            with (Path(scratch) / "corpus.jsonl").open(encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
            started = time.process_time()
            pairs = list(verbs.lineage_rows(rows))
            print(f"copies of seed {seed}: {len(rows)} documents in {time.process_time() - started:.1f} s", flush=True)
            found = Path(scratch) / "pairs.jsonl"
            found.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), "utf-8")
            subprocess.run([sys.executable, str(scorer), "score", scratch, str(found)], check=True)
            with (Path(scratch) / "truth.jsonl").open(encoding="utf-8") as lines:
                print_kinds([json.loads(line) for line in lines], pairs)


def print_kinds(truth: Sequence[Mapping[str, str]], pairs: Sequence[Mapping[str, Any]]) -> None:
    """For each way of making a copy, as what the copies made so are told, of those told the right way round."""
    told = {(pair["derived"], pair["origin"]): pair["kind"] for pair in pairs if pair["directed"]}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for made in truth:
        kind = told.get((made["derived"], made["origin"]))
        if kind:
            counts[made["kind"]][kind] += 1
    for kind, counted in sorted(counts.items()):
        print(f"made {kind:10} told {', '.join(f'{name} {count}' for name, count in counted.most_common())}")


if __name__ == "__main__":
    main()
