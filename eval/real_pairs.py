"""Statements of real reports that readers judged in pairs: which of them become one claim.

    python eval/real_pairs.py SHARED_DIR [--all] [--show]

eval/gold/pairs/real.tsv holds 9,087 pairs, by place alone: no text of a report is in the repository. Two statements of
two reports of one event (AllSides, the Helsinki summit, three feeds in English and Polish), mostly such as are alike in
meaning or in words; word for word equal ones were left out. Each has a label: "same" where an editor would file both as
one claim, "clash" where the matter is the same and a particular is not, "diff" otherwise. Labelled by eight readers in
November 2026; of 120 pairs that two of them had, 116 got the same answer. `held` is 1 for the cases that no lesson
held; the four weights that follow the network were fitted on them.

Each case is read and matched as a build does. Printed, for the held cases or --all: of the pairs that readers call one
the share that one claim holds (joined), and of the pairs that one claim holds the share that readers call one (right).
"""

import argparse
import datetime
import gzip
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sayso.extract.plain import from_plain
from sayso.model import Claim, ClaimMention, Clock
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings
from sayso.stage import of

GOLD = Path(__file__).parent / "gold" / "pairs"
DAY = Clock(value=datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC), precision="day", text="2031-05-07", basis="given")
SAME = "same"
FEEDS = ("kakhovka", "nordstream", "turkey_quake")

Text = tuple[str, str]
"""A text and its language."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, cut out of two reports of one case, and what readers say of them."""

    case: str
    left_article: str
    right_article: str
    left_start: int
    right_start: int
    left: str
    right: str
    left_language: str
    right_language: str
    label: str
    held: bool


def texts(shared: Path) -> dict[str, dict[str, Text]]:
    """For each case its reports, as they were read when the pairs were drawn: article → text and language."""
    wanted = [line.split("\t") for line in (GOLD / "cases.tsv").read_text("utf-8").splitlines()]
    sources = {name: _source(shared, name) for name in {source for _, source, _ in wanted}}
    return {case: {one: sources[source][one] for one in ids.split(" ")} for case, source, ids in wanted}


def _source(shared: Path, name: str) -> dict[str, Text]:
    if name in FEEDS:
        lines = _lines(shared / "cases" / "feeds" / f"{name}.jsonl.gz")
        return {str(at): (_titled(line, "description"), line["lang"][:2]) for at, line in enumerate(lines)}
    lines = _lines(shared / "data" / name / "articles.jsonl.gz")
    if name == "helsinki":
        return {str(line["id"]): (line["text"].replace(" ### ", "\n\n")[:4000], "en") for line in lines}
    return {str(line["ID"]): (_titled({**line, "text": (line["text"] or "")[:5000]}, "text"), "en") for line in lines}


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stored:
        yield from map(json.loads, stored)


def _titled(line: dict[str, str], body: str) -> str:
    return f"{line.get('title') or ''}\n\n{line.get(body) or ''}"


def read(shared: Path) -> list[Pair]:
    """All pairs, with the texts cut out of `shared`; raises SystemExit where that is not there."""
    if not (shared / "data" / "allsides").is_dir():
        sys.exit(f"no folder {shared / 'data' / 'allsides'}: the reports are not part of the repository")
    cases = texts(shared)
    pairs = []
    for line in (GOLD / "real.tsv").read_text("utf-8").splitlines():
        case, one, start, end, other, from_, to, label, held = line.split("\t")
        (left, left_language), (right, right_language) = cases[case][one], cases[case][other]
        pairs.append(
            Pair(
                case=case,
                left_article=one,
                right_article=other,
                left_start=int(start),
                right_start=int(from_),
                left=left[int(start) : int(end)],
                right=right[int(from_) : int(to)],
                left_language=left_language,
                right_language=right_language,
                label=label,
                held=held == "1",
            )
        )
    return pairs


def _claims(reports: dict[str, Text]) -> dict[tuple[str, int, int], set[str]]:
    """For each stretch of each report of a case the claims that have a mention there."""
    whole = stages(Settings())
    names = [stage.name for stage in whole]
    upto = [stage for stage in whole[: names.index("match") + 1] if stage.name != "lineage"]
    articles = [
        from_plain(text, language=language, capture_id=one, published=DAY) for one, (text, language) in reports.items()
    ]
    records = run_in_memory(articles, Settings(), upto)
    named = {article.id: article.capture_id for article in articles}
    mentions = {mention.id: mention for mention in of(records, ClaimMention)}
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for claim in of(records, Claim):
        for mention in (mentions[one] for one in claim.mention_ids):
            found[named[mention.article_id], mention.span.start, mention.span.end].add(claim.id)
    return found


def _joined(case: tuple[dict[str, Text], Sequence[Pair]]) -> list[bool | None]:
    """For each pair whether one claim holds both; None where a statement is no longer read as one."""
    reports, pairs = case
    found = _claims(reports)
    answers: list[bool | None] = []
    for pair in pairs:
        left = found.get((pair.left_article, pair.left_start, pair.left_start + len(pair.left)))
        right = found.get((pair.right_article, pair.right_start, pair.right_start + len(pair.right)))
        answers.append(bool(left & right) if left and right else None)
    return answers


def _report(name: str, rows: Sequence[tuple[Pair, bool | None]]) -> None:
    read_ = [(pair, joined) for pair, joined in rows if joined is not None]
    same = [joined for pair, joined in read_ if pair.label == SAME]
    one = [pair.label == SAME for pair, joined in read_ if joined]
    share = [
        f"{100 * sum(map(bool, of_)) / max(1, len(of_)):5.1f}  ({sum(map(bool, of_))} of {len(of_)})"
        for of_ in (same, one)
    ]
    print(f"{name:28} joined {share[0]}   right {share[1]}", flush=True)


def main() -> None:
    """Read, match, count."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("--all", action="store_true", help="the cases that the lessons were drawn from as well")
    cli.add_argument("--show", action="store_true", help="print every miss")
    said = cli.parse_args()
    by_case: dict[str, list[Pair]] = defaultdict(list)
    for pair in read(said.shared):
        if pair.held or said.all:
            by_case[pair.case].append(pair)
    reports = texts(said.shared)
    work = [(reports[case], pairs) for case, pairs in sorted(by_case.items())]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        answers = [answer for found in pool.map(_joined, work) for answer in found]
    rows = list(zip([pair for _, pairs in work for pair in pairs], answers, strict=True))
    print(f"{len(rows)} pairs of {len(work)} cases, {sum(a is None for a in answers)} no longer read as statements")
    _report("all", rows)
    _report("within a language", [row for row in rows if row[0].left_language == row[0].right_language])
    _report("across languages", [row for row in rows if row[0].left_language != row[0].right_language])
    if said.show:
        for pair, joined in rows:
            if joined is not None and joined != (pair.label == SAME):
                print(f"{'merged' if joined else 'missed'} ({pair.label})\n    {pair.left!r}\n    {pair.right!r}")


if __name__ == "__main__":
    main()
