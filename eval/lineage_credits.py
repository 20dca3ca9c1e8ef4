"""Agencies and hat tips that articles print, read as `sayso lineage` and the extraction read them, against gold.

    python eval/lineage_credits.py POLNEAR [--splits train dev] [--show]

POLNEAR holds `<split>.jsonl.gz` (PolNeAR: Newell, Margolin & Ruths, LREC 2018), which is not part of the repository.
Its `wire` is the agency whose text an article is; its `credit` is a line such as "h/t: …" that its makers cut out of
the text and kept beside it. Where one publisher's articles all have "NA", nobody looked, and they are passed over.

Each article is read twice. As text: what the makers left of it, nothing else. As printed: its first paragraph (the
headline), the line "By" and the author field where there is one, the rest of the text, and the credit line last.

Printed, for each field: how many articles have one; how many of them nowhere print its name (nothing to be read);
of the others how many are read right, how many missed; how many have a reading that gold has not. Those are not
all wrong: gold lacks lines that stand in the text. `--show` prints every article missed and every reading beyond gold.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from given import rows_of

from sayso.extract.credits import credits_in
from sayso.lineage.declared import agency, key
from sayso.model import Credit
from sayso.vocab import CreditKind

Row = Mapping[str, Any]
_NONE = ("", "None", "NA")


@dataclass
class Tally:
    """Counts over articles, and lines to show."""

    gold: int = 0
    unprinted: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)

    def report(self, title: str, *, show: bool) -> None:
        """Print the counts, and the lines if asked to."""
        stated = self.right + len(self.missed)
        share = 100 * self.right / max(1, stated)
        print(
            f"{title:24} {self.gold:3} in gold, {self.unprinted} not printed; of {stated} right {self.right}"
            f" ({share:.1f} %), missed {len(self.missed)}; beyond gold {len(self.beyond)}"
        )
        for name, lines in (("missed", self.missed), ("beyond gold", self.beyond)):
            for line in lines if show else ():
                print(f"    {name}: {line}")


def main() -> int:
    """Read and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--splits", nargs="+", default=["train", "dev"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for split in options.splits:
        rows = rows_of(options.data / f"{split}.jsonl.gz")
        print(f"{split}: {len(rows)} articles")
        for title, shown in (("as text", as_text), ("as printed", as_printed)):
            wire, credit = Tally(), Tally()
            for row in rows:
                text = shown(row)
                read = credits_in(text)
                count_wire(row, text, read, wire)
                count_credit(row, text, read, credit)
            wire.report(f"  wire, {title}", show=options.show)
            credit.report(f"  credit, {title}", show=options.show)
    return 0


def as_text(row: Row) -> str:
    """The text alone."""
    return str(row["text"])


def as_printed(row: Row) -> str:
    """Headline, byline, text, credit line."""
    headline, _, rest = str(row["text"]).partition("\n")
    author = row["author"] if row["author"] not in _NONE else ""
    byline = author if author.casefold().startswith("by") else f"By {author}"
    parts = (headline, byline if author else "", rest.strip("\n"), row["credit"] if row["credit"] not in _NONE else "")
    return "\n\n".join(part for part in parts if part)


def count_wire(row: Row, text: str, read: tuple[Credit, ...], tally: Tally) -> None:
    if row["wire"] == "NA":
        return
    gold = agency(row["wire"]) if row["wire"] not in _NONE else None
    named = {agency(one.name) or one.name: one for one in read if one.kind is CreditKind.WIRE}
    if gold:
        tally.gold += 1
        if gold in named:
            tally.right += 1
        elif not any(agency(form) == gold for form in forms_in(text)):
            tally.unprinted += 1
        else:
            tally.missed.append(f"{row['id']}: {gold}")
    tally.beyond += [f"{row['id']}: {line(one, text)}" for name, one in named.items() if name != gold]


def forms_in(text: str) -> Iterator[str]:
    """Runs of one to three words that may be a form of an agency's name."""
    words = text.split()
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size]).strip("().,;:–—-“”\"'’")


def count_credit(row: Row, text: str, read: tuple[Credit, ...], tally: Tally) -> None:
    gold = row["credit"].partition(":")[2].strip(" .") if row["credit"] not in _NONE else None
    kinds = (CreditKind.HAT_TIP, CreditKind.REPUBLICATION, CreditKind.TRANSLATION, CreditKind.PRESS_RELEASE)
    named = {key(one.name): one for one in read if one.kind in kinds}
    if gold:
        tally.gold += 1
        if key(gold) in named:
            tally.right += 1
        elif row["credit"].strip() not in text:
            tally.unprinted += 1
        else:
            tally.missed.append(f"{row['id']}: {row['credit']}")
    tally.beyond += [f"{row['id']}: {line(one, text)}" for name, one in named.items() if name != key(gold or "")]


def line(credit: Credit, text: str) -> str:
    return f"{credit.kind} “{' '.join(text[credit.start : credit.end].split())[:120]}”"


if __name__ == "__main__":
    sys.exit(main())
