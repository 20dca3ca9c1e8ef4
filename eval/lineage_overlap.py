"""Find who copied whom among real articles whose shared text was labelled by hand.

    python eval/lineage_overlap.py SHARED_DIR [--all] [--list]

SHARED_DIR holds data/allsides (articles and pairs that share 20 % or more of one text), which is not part of the
repository; the labels are, in `eval/gold/allsides-overlap.tsv`: what the two share, as read.

    reprint  one text twice                      wire     parts of one agency's report
    excerpt  the other outlet's own paragraphs   own      an outlet's or author's own text used again
    mixed    quotations and sentences of prose   quotes   nothing but speech, posts or documents of a third

Printed: how many pairs at 0.8 and above are copies; below 0.5, how many of each label are told as copies and how many
as shared quotations. Only "quotes" pairs must not be copies. `--all` compares all 12,000 articles, not only those of
the pairs; `--list` names the pairs that are told wrongly.
"""

import argparse
import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.lineage.documents import from_row
from sayso.lineage.findings import find
from sayso.settings import LineageSettings
from sayso.vocab import DerivationKind

GOLD = Path(__file__).parent / "gold" / "allsides-overlap.tsv"
REPRINTED, QUOTED = 0.8, 0.5  # shares of text from which, and below which, the makers of the pairs tell these apart
Told = dict[frozenset[str], str]


def labels() -> dict[frozenset[str], str]:
    """What each pair of ids shares."""
    with GOLD.open(encoding="utf-8") as lines:
        return {frozenset((row["id_a"], row["id_b"])): row["label"] for row in csv.DictReader(lines, delimiter="\t")}


def articles(folder: Path, wanted: frozenset[str] | None) -> Iterable[dict[str, Any]]:
    """Rows for `wanted` ids, or all."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["text"] and (wanted is None or article["ID"] in wanted):
                yield {
                    "id": article["ID"],
                    "outlet": article["source"],
                    "headline": article["title"],
                    "url": article["url"],
                    "published": article["date"],
                    "text": article["text"],
                }


def told(rows: Iterable[Mapping[str, Any]]) -> Told:
    """Each pair that Sayso tells of, as "copy" or "quotation"."""
    findings = find(map(from_row, rows), LineageSettings())
    ids = [document.id for document in findings.documents]
    return {
        frozenset((ids[one.derived], ids[one.origin])): "quotation"
        if one.kind is DerivationKind.SHARED_QUOTATION
        else "copy"
        for one in findings.found
    }


def report(pairs: Iterable[Mapping[str, Any]], gold: Mapping[frozenset[str], str], found: Told, named: bool) -> None:
    """Print the figures."""
    high: Counter[str] = Counter()
    low: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        key, share = frozenset((pair["id_a"], pair["id_b"])), float(pair["containment"])
        says = found.get(key, "nothing")
        if share >= REPRINTED:
            high[says] += 1
        elif share < QUOTED:
            low[gold[key]][says] += 1
        wrong = says != "copy" if share >= REPRINTED else share < QUOTED and (gold[key] == "quotes") == (says == "copy")
        if named and wrong:
            print(f"{pair['containment']} {pair['id_a']} {pair['id_b']}: {gold[key]}, told as {says}")
    print(f"at {REPRINTED} and above: {high['copy']} of {high.total()} are copies")
    for label, counted in sorted(low.items()):
        part = counted["copy"] / counted.total()
        print(
            f"below {QUOTED}, {label:8} {counted['copy']:4} of {counted.total():4} are copies ({part:6.1%}), "
            f"{counted['quotation']:4} shared quotations, {counted['nothing']:4} nothing"
        )


def main() -> None:
    """Compare and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    folder = options.shared / "data" / "allsides"
    if not folder.is_dir():
        sys.exit(f"no folder {folder}: the articles are not part of the repository")
    pairs = json.loads((folder / "overlap-pairs.json").read_text("utf-8"))
    gold = labels()
    wanted = None if options.all else frozenset().union(*gold)
    report(pairs, gold, told(articles(folder, wanted)), options.list)


if __name__ == "__main__":
    main()
