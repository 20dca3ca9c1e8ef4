"""Find who copied whom in the coverage of one summit, against pairs of articles read by hand.

    python eval/lineage_helsinki.py SHARED_DIR [--list]

SHARED_DIR holds data/helsinki (612 articles of 75 publishers), which is not part of the repository; the pairs are, in
`eval/gold/helsinki-pairs.tsv`: ids and what the two share, as read before Sayso's verdict was looked at.

    copy      one has sentences of the other          wire       both have text of one agency or group
    revision  one page, or one outlet's text, again   quotes     nothing but speech, posts or documents
    furniture captions, boxes, scripts, related links independent no sentence

The first three are true ties. A pair has text in common from one whole sentence of reporting on, or 20 words of it.

150 pairs were drawn (seed 20180716) out of all 186,966, in nine strata by what Sayso told at the time (its coverage),
by the automatic clusters that come with the articles, and by shared six-word sequences. When more was found, the pairs
that were told only then became strata of their own, and 36 more were drawn from them (seed 20180717).
`eval/gold/helsinki-strata.tsv` says how many pairs each stratum has. Each pair read stands for its share of its
stratum, so that precision and recall are estimates over all pairs. Recall is uncertain: a pair of the last strata
stands for hundreds.

Texts are compared as rows of a batch, credit lines read, without times: when an article was fetched is not when it
was published. Printed: precision and recall; what is tied through hub pages; documents that share text with one that
credits an agency, and do not credit it. `--list` names the wrong pairs, and these documents.
"""

import argparse
import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.extract.credits import credits_in
from sayso.lineage.declared import agencies_in, foreign_origin, is_outlet
from sayso.lineage.documents import Document, from_row
from sayso.lineage.families import families
from sayso.lineage.findings import Finding, Findings, find
from sayso.settings import LineageSettings
from sayso.vocab import DerivationKind

GOLD = Path(__file__).parent / "gold"
TIES = frozenset({"copy", "wire", "revision"})
HUBS = frozenset({"news.google.com", "yahoo.com/news"})
LISTS = frozenset({"news.google.com"})  # of these its pages are lists of others' headlines, credit lines among them
MUCH = 0.25  # of a text: less can be one paragraph
Rows = list[dict[str, str]]


def table(name: str) -> Rows:
    """The rows of a file of the gold."""
    with (GOLD / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def documents(path: Path) -> Iterator[Document]:
    """The articles; " ### " stands for the end of a paragraph in them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"].replace(" ### ", "\n\n")
            yield from_row({"id": row["id"], "outlet": row["publisher"], "text": text}, credits_in(text))


def is_copy(finding: Finding) -> bool:
    """Whether it tells of more than a quotation."""
    return finding.kind is not DerivationKind.SHARED_QUOTATION


def ids(finding: Finding, found: Findings) -> frozenset[str]:
    """The two documents."""
    return frozenset((found.documents[finding.derived].id, found.documents[finding.origin].id))


def report_pairs(found: Findings, named: bool) -> None:
    """Precision and recall over the pairs read, each with the weight of its stratum."""
    pairs = table("helsinki-pairs.tsv")
    drawn = Counter(pair["stratum"] for pair in pairs)
    weights = {row["stratum"]: int(row["pairs"]) / drawn[row["stratum"]] for row in table("helsinki-strata.tsv")}
    told = {ids(one, found): one.kind.value for one in found.found if is_copy(one)}
    weighed: dict[tuple[bool, bool], float] = defaultdict(float)
    plain: dict[tuple[bool, bool], float] = defaultdict(float)
    by_label: dict[str, Counter[bool]] = defaultdict(Counter)
    for pair in pairs:
        says = frozenset((pair["id_a"], pair["id_b"])) in told
        case = (pair["label"] in TIES, says)
        weighed[case] += weights[pair["stratum"]]
        plain[case] += 1
        by_label[pair["label"]][says] += 1
        if named and case[0] != says:
            print(f"{pair['stratum']}: {pair['id_a']} {pair['id_b']} {pair['label']}, told: {says}. {pair['note']}")
    for name, counts in (("each pair as one", plain), ("weighed by stratum", weighed)):
        right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
        print(
            f"{name}: precision {right / (right + wrong):.1%} ({right:.0f} of {right + wrong:.0f}), "
            f"recall {right / (right + missed):.1%} ({right:.0f} of {right + missed:.0f})"
        )
    for label, counted in sorted(by_label.items()):
        print(f"  {label:12} {counted[True]:3} of {counted.total():3} told as copies")


def report_hubs(found: Findings) -> None:
    """Which ties run through hub pages, and which families only they hold together."""
    outlets = [document.outlet for document in found.documents]
    ties = [(one.derived, one.origin) for one in found.found if is_copy(one)]
    for hub in sorted(HUBS):
        pages = [number for number, outlet in enumerate(outlets) if outlet == hub]
        both = sum(outlets[left] == outlets[right] == hub for left, right in ties)
        one = sum((outlets[left] == hub) != (outlets[right] == hub) for left, right in ties)
        print(f"{hub}: {len(pages)} pages, {both} ties among them, {one} to other pages; {glued(ties, pages)}")


def glued(ties: Sequence[tuple[int, int]], pages: Iterable[int]) -> str:
    """How many families fall apart without `pages`."""
    out = frozenset(pages)
    size = 1 + max((max(tie) for tie in ties), default=0)
    whole = families(size, ties).labels()
    parts = families(size, (tie for tie in ties if out.isdisjoint(tie))).labels()
    tied = {number for tie in ties for number in tie} - out
    broken: dict[int, set[int]] = defaultdict(set)
    for number in tied:
        broken[int(whole[number])].add(int(parts[number]))
    apart = [len(members) for members in broken.values() if len(members) > 1]
    return f"{len(apart)} of {len(broken)} families of other pages hold together only by them"


def report_uncredited(found: Findings, named: bool) -> None:
    """Documents without a credit line that have much of a text of one that credits an agency or outlet.

    Pages that list other pages are passed over, and so is the outlet that is credited.
    """
    of: dict[int, tuple[float, str, int]] = {}
    for one in found.found:
        turned = one.alignment.turned()
        for number, other, alignment in ((one.derived, one.origin, one.alignment), (one.origin, one.derived, turned)):
            document, credited = found.documents[number], foreign_origin(found.documents[other])
            if not is_copy(one) or not credited or foreign_origin(document) or alignment.left_coverage < MUCH:
                continue
            if LISTS.isdisjoint((document.outlet, found.documents[other].outlet)) and not is_outlet(
                credited.credit, document
            ):
                name = credited.agent.name
                of[number] = max(of.get(number, (0.0, "", 0)), (alignment.left_coverage, name, other))
    silent = {n for n, (_, name, _) in of.items() if not _names(found.documents[n].text, name)}
    outlets = Counter(found.documents[number].outlet for number in silent).most_common()
    print(
        f"without a credit line, sharing {MUCH:.0%} or more of their text with one that credits an agency: {len(of)} "
        f"documents; {len(silent)} of them do not name it anywhere: {', '.join(f'{o} {n}' for o, n in outlets)}"
    )
    for number in sorted(of) if named else ():
        coverage, name, other = of[number]
        document, credited_one = found.documents[number], found.documents[other]
        how = "does not name" if number in silent else "names"
        print(f"  {document.id} {document.outlet} {how} {name}: {coverage:.0%} as in {credited_one.id}")


def _names(text: str, name: str) -> bool:
    return name in agencies_in(text) or name in text


def main() -> None:
    """Compare and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    articles = options.shared / "data" / "helsinki" / "articles.jsonl.gz"
    if not articles.is_file():
        sys.exit(f"no file {articles}: the articles are not part of the repository")
    found = find(documents(articles), LineageSettings())
    kinds = Counter(one.kind.value for one in found.found)
    print(f"{len(found.documents)} documents: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}")
    report_pairs(found, options.list)
    report_hubs(found)
    report_uncredited(found, options.list)


if __name__ == "__main__":
    main()
