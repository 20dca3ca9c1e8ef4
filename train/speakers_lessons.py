"""Sources in their places, and who each is: `python train/speakers_lessons.py OUT.json`.

Two sources of lessons. Cases with gold: of each place at which a report has a statement that gold has too, the source
that Sayso reads there, and the origin behind it (eval/gold/speakers/: for each case who the gold's `attributed_to` are;
"a;b" are two, "?" nobody knows, and neither is learnt from). And names of sources of invented events without a text
(eval/gold/sources.dev.tsv, sources.more.tsv). A list of [event, origin, before, left, name, right].
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cases import unpacked
from small_cases import GOLD

from sayso import verbs
from sayso.corroborate.told_alike import named_in_place
from sayso.model import Article

SPEAKERS = GOLD / "speakers"
NAMES = (GOLD / "sources.dev.tsv", GOLD / "sources.more.tsv")
HALF = 2  # of a quote's length, what a mention must hold of it

Lesson = tuple[str, str, str, str, str, str]


def of_names(file: Path) -> Iterator[Lesson]:
    """The lessons of a table of names: event, origin, country, language, how it is named, name."""
    for line in file.read_text("utf-8").splitlines()[1:]:
        event, origin, _, _, _, name = line.split("\t")[:6]
        if name:
            yield f"{file.stem}/{event}", origin, "", "", name, ""


def of_case(told: Path) -> list[Lesson]:
    """The lessons of a case: each attribution of what gold has, once, with the origin behind most of it."""
    kind, *folders = told.stem.split("-", 2)
    folder = GOLD.joinpath(kind, *folders)
    with tempfile.TemporaryDirectory() as scratch:
        given = unpacked(folder, Path(scratch))
        verbs.add(Path(scratch) / "case", str(given / "reports"))
        records = verbs.build(Path(scratch) / "case", workers=1)
    articles = {article.id: article for article in records.articles}
    attributions = {one.id: one for one in records.attributions}
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    quotes = list(_quotes(folder, told, articles))
    for mention in records.claim_mentions:
        for article_id, start, end, origin in quotes:
            inside = min(end, mention.span.end) - max(start, mention.span.start)
            if article_id == mention.article_id and HALF * inside >= end - start:
                behind[mention.attribution_id or ""][origin] += 1
    found = []
    for one, origins in behind.items():
        if one in attributions and (place := named_in_place(attributions[one], articles)):
            (origin, times), *others = origins.most_common()
            if not others or others[0][1] < times:
                found.append((told.stem, origin, place.before, place.left, place.name, place.right))
    return found


def _quotes(folder: Path, told: Path, articles: Mapping[str, Article]) -> Iterator[tuple[str, int, int, str]]:
    """The quotes of the gold of which the one origin is known: article, start, end, origin."""
    lines = (line.split("\t") for line in told.read_text("utf-8").splitlines())
    origins = {name: origin for name, origin in lines if origin != "?" and ";" not in origin}
    reports = {r["id"]: r for r in map(json.loads, (folder / "reports.jsonl").read_text("utf-8").splitlines())}
    by_url = {article.url: article for article in articles.values()}
    for fact in json.loads((folder / "gold.json").read_text("utf-8"))["facts"]:
        for value in fact["values"]:
            for doc in value["doc"]:
                article = by_url[reports[doc]["url"]]
                start = article.text.find(value["quote"])
                if start >= 0 and value["attributed_to"] in origins:
                    yield article.id, start, start + len(value["quote"]), origins[value["attributed_to"]]


def main() -> None:
    """Read, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("out", type=Path)
    said = cli.parse_args()
    lessons = [lesson for file in NAMES for lesson in of_names(file)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        lessons += [lesson for found in pool.map(of_case, sorted(SPEAKERS.glob("*.tsv"))) for lesson in found]
    said.out.write_text(json.dumps(lessons, ensure_ascii=False), "utf-8")
    print(f"{len(lessons)} sources of {len({e for e, *_ in lessons})} events")


if __name__ == "__main__":
    sys.exit(main())
