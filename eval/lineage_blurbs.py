"""Say of one blurb in several outlets which way it ran, and count where the earliest reprinter is given as its origin.

    python eval/lineage_blurbs.py SHARED_DIR [--show N]

SHARED_DIR holds data/same-blurb/groups.jsonl.gz, which is not part of the repository: groups of feed items in which two
or more sites carry one text, with times. Each group is read as `sayso lineage` reads a batch. Printed: what is said of
the pairs of the groups whose texts name an agency, and of those that name none. `--show` prints N pairs of the latter.
"""

import argparse
import datetime
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from given import rows_of

from sayso.extract.credits import credits_at_edges
from sayso.lineage.declared import agencies_in
from sayso.lineage.documents import Document, from_row
from sayso.lineage.findings import Finding, find
from sayso.settings import LineageSettings

Group = Sequence[Mapping[str, Any]]
_SAID = {  # the codes of reasons that speak of the direction, in words for the table
    "agency_in_text": "undirected: the text names an agency",
    "one_agency": "undirected: both credit one agency",
    "agency_behind_one": "undirected: one credits an agency",
    "same_brief": "undirected: a brief, though one was earlier",
    "out_at_once": "undirected: out within five minutes",
    "no_basis": "undirected: nothing tells",
    "common_origin": "undirected: both have it from another item",
    "earlier_clock": "directed by the clock alone",
}


def main() -> int:
    """Read, find, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rows = rows_of(options.shared / "data" / "same-blurb" / "groups.jsonl.gz")
    groups = [group for group in rows if len(group) > 1]
    named = [group for group in groups if any(agencies_in(item["description"] or "") for item in group)]
    others = [group for group in groups if group not in named]
    for title, some in (("name an agency", named), ("name none", others)):
        report(title, some)
    step = max(1, len(others) // max(1, options.show))
    for group in others[::step][: options.show]:
        show(group)
    return 0


def documents(group: Group) -> list[Document]:
    """The items as rows of a batch; texts as their feeds give them."""
    rows = (
        {
            "id": str(number),
            "text": item["description"] or "",
            "headline": item["title"],
            "outlet": item["domain"],
            "url": item["link"],
            "published": item["date"],
        }
        for number, item in enumerate(group)
    )
    return [from_row(row, credits_at_edges(str(row["text"]))) for row in rows]


def found(group: Group) -> Iterator[tuple[Finding, Document, Document]]:
    """What lineage says of the pairs of a group."""
    findings = find(documents(group), LineageSettings(), quotations=False)
    for finding in findings.found:
        yield finding, findings.documents[finding.derived], findings.documents[finding.origin]


def report(title: str, groups: Sequence[Group]) -> None:
    said: Counter[str] = Counter()
    gaps, by_clock, untied = [], 0, 0
    for group in groups:
        ties = list(found(group))
        untied += not ties
        by_clock += any(tie.directed and tie.reasons[-1].code == "earlier_clock" for tie, _, _ in ties)
        for tie, derived, origin in ties:
            code = tie.kind.value if tie.kind.value == "revision" else tie.reasons[-1].code
            said[_SAID.get(code, code)] += 1
            gaps.append(minutes(derived, origin))
    print(f"groups that {title:15} {len(groups):5}  ({untied} of them not tied: too little text)")
    print(f"  an item given as the origin by the clock alone   {by_clock} groups")
    for words, count in said.most_common():
        print(f"  {words:48} {count} pairs")
    known = sorted(gap for gap in gaps if gap is not None)
    if len(known) > 3:
        low, middle, high = statistics.quantiles(known, n=4)
        print(f"  minutes between the two: quartiles {low:.0f}, {middle:.0f}, {high:.0f}\n")


def minutes(one: Document, other: Document) -> float | None:
    if one.published is None or other.published is None:
        return None
    gap: datetime.timedelta = one.published.value - other.published.value
    return abs(gap).total_seconds() / 60


def show(group: Group) -> None:
    for tie, derived, origin in found(group):
        gap = minutes(derived, origin)
        way = "from" if tie.directed else "and"
        print(f"{derived.name} {way} {origin.name}, {gap:.0f} min apart: {tie.reasons[-1].detail}")
        print(f"    {' '.join(derived.text.split())[:160]}")


if __name__ == "__main__":
    sys.exit(main())
