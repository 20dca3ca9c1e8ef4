"""Count which silent changes of a headline are told as revisions, and how well it is told what changed.

    python eval/lineage_revisions.py SHARED_DIR [--gold TSV] [--show]

SHARED_DIR holds data/revisions/headlines.jsonl.gz, which is not part of the repository: 1,522 pairs of headlines of one
article, with their blurbs and addresses. Each pair is read as two captures an hour apart, with the addresses and the
time of publication that the feeds give, and the lineage stage is run over the two.

Printed: how many pairs are told as revisions and in order, and the kinds of change told of headlines. The gold file
(eval/gold/revisions-headlines.tsv: number of the line, from 1 on, and what a reader says changed in the headline, from
the two headlines alone) gives how many of the pairs in it are told exactly so, and each kind's precision and recall.
In it and in the table "wording" is any change that is none of the other kinds, "respelled" one of capitals, spaces or
punctuation only. `--show` prints the pairs of the gold file that are told otherwise.
"""

import argparse
import datetime
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from given import rows_of

from sayso.extract.plain import from_plain
from sayso.lineage.derive import LineageStage
from sayso.lineage.documents import host, read_clock
from sayso.model import Article, Capture, Derivation, Reason, Record
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import DerivationKind

SEEN = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)
KINDS = ("number", "name", "hedge", "attribution", "question")


def main() -> int:
    """Make the pairs, run the stage, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent / "gold" / "revisions-headlines.tsv")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = rows_of(options.shared / "data" / "revisions" / "headlines.jsonl.gz")
    told = {number: changed(row) for number, row in enumerate(rows, 1)}
    revised = [codes for codes in told.values() if codes is not None]
    print(
        f"pairs {len(rows)}, told as revisions {len(revised)}, in order {sum('ordered' in codes for codes in revised)}"
    )
    counts = Counter(code for codes in revised for code in codes if code != "ordered")
    for code, count in sorted(counts.items()):
        print(f"  {code:20} {count}")
    gold = dict(line.split("\t") for line in options.gold.read_text("utf-8").splitlines()[1:])
    score({int(number): frozenset(labels.split()) for number, labels in gold.items()}, told, rows, show=options.show)
    return 0


def version(row: Mapping[str, Any], which: str) -> tuple[Capture, Article]:
    """One version as a capture and its article."""
    capture = Capture(
        source_digest=which,
        locator="",
        payload_digest="",
        media_type="text/plain",
        charset="utf-8",
        charset_basis="declared",
        captured_at=SEEN + datetime.timedelta(hours="ab".index(which)),
    )
    headline, url = " ".join(row[f"title_{which}"].split()), row[f"link_{which}"]
    article = from_plain(
        f"{headline}\n\n{row[f'desc_{which}'] or ''}",
        capture_id=capture.id,
        headline=headline,
        url=url,
        publisher=host(url),
        published=read_clock(row["date_published"]),
    )
    return capture, article


def changed(row: Mapping[str, Any]) -> frozenset[str] | None:
    """The kinds of change told of the headline, and "ordered"; None where no revision is told."""
    records: list[Record] = [record for which in "ab" for record in version(row, which)]
    articles = sorted(of(records, Article), key=lambda article: article.id)
    captures = sorted(of(records, Capture), key=lambda capture: capture.id)
    derivations = of(LineageStage().run(WHOLE_CASE, [*articles, *captures]), Derivation)
    revision = next((one for one in derivations if one.kind is DerivationKind.REVISION), None)
    if revision is None:
        return None
    newer = next(article for article in articles if article.headline == " ".join(row["title_b"].split()))
    ordered = {"ordered"} if revision.directed and revision.derived_id == newer.id else set[str]()
    return frozenset({*ordered, *map(kind_of, filter(is_of_headline, revision.reasons))})


def is_of_headline(reason: Reason) -> bool:
    return "in the headline" in reason.detail


def kind_of(reason: Reason) -> str:
    return "wording" if reason.code == "reworded" else reason.code


def score(
    gold: Mapping[int, frozenset[str]],
    told: Mapping[int, frozenset[str] | None],
    rows: Sequence[Mapping[str, Any]],
    *,
    show: bool,
) -> None:
    """Print how the pairs of the gold file are told."""
    read = {number: (told[number] or frozenset()) - {"ordered"} for number in gold}
    exact = sum(read[number] == labels for number, labels in gold.items())
    print(f"gold: {len(gold)} pairs, told exactly so {exact}")
    for kind in (*KINDS, "wording", "respelled"):
        both = sum(len({c for c in gold[n] & read[n] if c.startswith(kind)}) for n in gold)
        ours = sum(len({c for c in read[n] if c.startswith(kind)}) for n in gold)
        theirs = sum(len({c for c in gold[n] if c.startswith(kind)}) for n in gold)
        print(f"  {kind:12} told {ours}, of them right {both}; in gold {theirs}")
    for number, labels in gold.items() if show else ():
        if read[number] != labels:
            row = rows[number - 1]
            print(f"{number}: gold {' '.join(sorted(labels))}; told {' '.join(sorted(read[number]))}")
            print(f"    {row['title_a']}\n    {row['title_b']}")


if __name__ == "__main__":
    sys.exit(main())
