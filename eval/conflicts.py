"""What is told of real feeds on four events: the differences by verdict, and how much of a toll's rise is conflict.

    python eval/conflicts.py SHARED_DIR [--keep DIR] [--feed NAME …]

SHARED_DIR holds cases/feeds/*.jsonl.gz, which are not part of the repository. For each feed the records and the pairs
of values that they hold, by aspect and verdict. For each measure of people with ten pairs or more, and for all: the
share of the pairs of differing figures that a conflict holds (a pair that several records hold counts once, as a
conflict if one of them is). `--keep` leaves the exports. turkey_quake takes two minutes.
"""

import argparse
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from sayso import verbs
from sayso.model import Contradiction
from sayso.report.export import to_bytes
from sayso.vocab import Aspect, Difference

FEEDS = ("il76", "kakhovka", "nordstream", "turkey_quake")
MANY = 10  # pairs of one topic from which on its share says something


def pairs(contradiction: Contradiction) -> list[tuple[str, str]]:
    """The pairs of values that a record holds, each sorted."""
    values = sorted({value.value for value in contradiction.values})
    return list(combinations(values, 2))


def shares(found: list[Contradiction]) -> dict[str, tuple[int, int]]:
    """For each topic of figures the pairs told as conflict, and all pairs."""
    told: dict[str, dict[tuple[str, str], bool]] = defaultdict(dict)
    for contradiction in found:
        if contradiction.aspect is Aspect.NUMBER:
            topic = told[contradiction.topic]
            for pair in pairs(contradiction):
                topic[pair] = topic.get(pair, False) or contradiction.verdict is Difference.CONFLICT
    return {topic: (sum(kept.values()), len(kept)) for topic, kept in told.items()}


def tell(name: str, found: list[Contradiction]) -> None:
    """Print the counts of one feed."""
    records = Counter((c.aspect.value, c.verdict.value) for c in found)
    held: Counter[tuple[str, str]] = Counter()
    for contradiction in found:
        held[contradiction.aspect.value, contradiction.verdict.value] += len(pairs(contradiction))
    print(f"{name}: {len(found)} differences")
    for kind, count in sorted(records.items()):
        print(f"  {kind[0]:9}{kind[1]:9}{count:4} records{held[kind]:8} pairs")
    by_topic = shares(found)
    for topic, (conflicts, all_pairs) in sorted(by_topic.items(), key=lambda item: (-item[1][1], item[0])):
        if all_pairs >= MANY:
            print(f"  {topic:24}{100 * conflicts / all_pairs:6.1f} % conflict  ({conflicts} of {all_pairs} pairs)")
    conflicts, all_pairs = (sum(counts) for counts in zip(*by_topic.values(), strict=True)) if by_topic else (0, 0)
    share = f"{100 * conflicts / all_pairs:6.1f} %" if all_pairs else "   n/a"
    print(f"  {'all figures':24}{share} conflict  ({conflicts} of {all_pairs} pairs)", flush=True)


def main() -> None:
    """Read the feeds, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--feed", nargs="*", choices=FEEDS, default=FEEDS)
    options = parser.parse_args()
    folder = options.shared / "cases" / "feeds"
    if not folder.is_dir():
        sys.exit(f"no folder {folder}: the feeds are not part of the repository; name the folder that holds them")
    for name in options.feed:
        records = verbs.read(str(folder / f"{name}.jsonl.gz"))
        failed = [skip.detail for skip in records.skips if skip.stage == "conflict"]
        if failed:
            sys.exit(f"{name}: the stage that compares accounts failed: {failed[0]}")
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{name}.json").write_bytes(to_bytes(verbs.export(records)))
        tell(name, list(records.contradictions))


if __name__ == "__main__":
    main()
