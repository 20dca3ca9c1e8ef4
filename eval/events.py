"""What comes of real coverage of many events: no giants, no floods; and the first screen of some, to be read.

    python eval/events.py SHARED_DIR [--events 100] [--seed 1] [--show 10]

SHARED_DIR holds data/allsides (same-event.json, articles.jsonl.gz) and data/neus (val.source), which are not part of
the repository. `--events` of each are drawn with the seed: full articles of several outlets (AllSides), and one event
told from left, centre and right in a paragraph each (NeuS). Each is built by itself. Printed: for each set the median
and the most of claims, mentions in one claim, conflicts, drift and questions of an event, in how many events a claim
has six mentions and more than two an article (a giant), and what was skipped. `--show` prints the summary that
`sayso show` prints for as many of the first of each set.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from given import rows_of
from rich.console import Console

from sayso import verbs
from sayso.report import terminal
from sayso.report.records import CaseRecords
from sayso.vocab import Difference

GIANT = 6  # mentions of one claim


@dataclass(frozen=True, slots=True)
class Event:
    """A name and the articles on it, as the rows that `sayso add` reads."""

    name: str
    rows: Sequence[dict[str, str]]


def full_articles(shared: Path) -> Iterator[Event]:
    """AllSides: the events of which two articles or more are there."""
    rows = {row["ID"]: row for row in rows_of(shared / "data" / "allsides" / "articles.jsonl.gz")}
    for event in json.loads((shared / "data" / "allsides" / "same-event.json").read_text(encoding="utf-8")):
        held = [rows[key] for key in event["articles"] if key in rows]
        if len(held) > 1:
            name = event["roundup"].removeprefix("TITLE=>").split("ARTICLE=>")[0].strip()
            yield Event(
                name,
                [
                    {
                        "url": row["url"],
                        "title": row["title"],
                        "text": row["text"],
                        "published": row["date"],
                        "domain": row["source"],
                        "language": "en",
                    }
                    for row in held
                ],
            )


def three_sides(shared: Path) -> Iterator[Event]:
    """NeuS: three paragraphs, from the left, the centre and the right."""
    file = shared / "data" / "neus" / "val.source"
    if not file.is_file():
        print(f"{file} is not there; nothing measured", file=sys.stderr)
        sys.exit(66)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        told = [piece for piece in line.replace("[SEP]", "\n").split("\n") if piece.strip()]
        rows = []
        for side, piece in enumerate(told):
            title, _, text = piece.replace("TITLE=>", "").partition("ARTICLE=>")
            url = f"https://side-{side}.example/{number}"
            rows.append({"url": url, "title": title.strip(), "text": text.strip(), "language": "en"})
        if len(rows) > 1:
            yield Event(rows[0]["title"], rows)


def built(event: Event) -> CaseRecords:
    """All that Sayso makes of one event."""
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(event.rows):
            (Path(folder) / f"{number:02}.json").write_text(json.dumps(row), encoding="utf-8")
        return verbs.read(folder)


def figures(records: CaseRecords) -> Counter[str]:
    """Counts of one event."""
    sizes = [len(claim.mention_ids) for claim in records.claims]
    conflicts = sum(one.verdict is Difference.CONFLICT for one in records.contradictions)
    giant = max(sizes, default=0) >= GIANT and max(sizes) > 2 * len(records.articles)
    return Counter(
        {
            "articles": len(records.articles),
            "mentions": sum(sizes),
            "claims": len(sizes),
            "mentions of the largest claim": max(sizes, default=0),
            "claims in two articles or more": sum(
                len({records.mention_by_id[m].article_id for m in claim.mention_ids}) > 1 for claim in records.claims
            ),
            "conflicts": conflicts,
            "other differences": len(records.contradictions) - conflicts,
            "drift": len(records.drifts),
            "questions": len(records.questions),
            "skips": len(records.skips),
            "giant": int(giant),
        }
    )


def tell(name: str, found: Sequence[Counter[str]]) -> None:
    """The median and the most of each count."""
    print(f"{name}: {len(found)} events, {sum(one['giant'] for one in found)} with a giant")
    for key in dict.fromkeys(key for one in found for key in one):
        if key != "giant":
            values = [one[key] for one in found]
            print(f"  {key:32} median {statistics.median(values):6.1f}  most {max(values):5}  all {sum(values):6}")


def main() -> None:
    """Draw, build, count, show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--events", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for name, source in (("AllSides", full_articles), ("NeuS", three_sides)):
        events = list(source(options.shared))
        drawn = random.Random(options.seed).sample(events, min(options.events, len(events)))
        found = []
        for number, event in enumerate(drawn):
            records = built(event)
            found.append(figures(records))
            if number < options.show:
                print(f"\n===== {name} {number}: {event.name}\n")
                terminal.print_summary(records, Console(width=100))
        tell(name, found)


if __name__ == "__main__":
    main()
