"""Figures in their places, and which question each answers: `python train/figures_lessons.py OUT.json`.

Three sources: the tables of invented events (eval/gold/figures/); the cases with gold (eval/gold/cases and lessons, the
open half of eval/gold/small), where each place at which a report answers a question is marked; and the claims that
eval/gold/told/ tells in many languages, each by its figure. A list of [event, question, before, left, right].
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import distortion
import told
from cases import OURS, unpacked
from small_cases import GOLD, chosen

from sayso import verbs
from sayso.corroborate.in_place import in_place
from sayso.model import Article, Quantity
from sayso.stage import of

TABLES = GOLD / "figures"
_NUMBER = re.compile(r"\d[\d.,: ]*\d|\d")
_MARKED = re.compile(r"(.*)⟦(.+)⟧(.*)", re.DOTALL)

Lesson = tuple[str, str, str, str, str]


def of_table(file: Path) -> Iterator[Lesson]:
    """The lessons of a table: event, question, language, what stands before, a sentence with a figure in ⟦ ⟧."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            event, question, _, before, sentence = line.split("\t")
            found = _MARKED.fullmatch(sentence)
            assert found, line
            yield f"{file.stem}/{event}", question, before, found[1], found[3]


def of_case(folder: Path) -> list[Lesson]:
    """The lessons of a case: each quote of its gold that holds the figure it is for."""
    with tempfile.TemporaryDirectory() as scratch:
        given = unpacked(folder, Path(scratch))
        reports = {r["id"]: r for r in map(json.loads, (folder / "reports.jsonl").read_text("utf-8").splitlines())}
        verbs.add(Path(scratch) / "case", str(given / "reports"))
        records = verbs.build(Path(scratch) / "case", workers=1)
    articles = {article.url: article for article in records.articles}
    quantities = list(records.quantities)
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    found, event = [], f"{folder.parent.name}/{folder.name}"
    for fact in gold["facts"]:
        for value in fact["values"]:
            for doc in value["doc"]:
                article = articles[reports[doc]["url"]]
                span = _figure(article, quantities, value["quote"], value["value"])
                if span:
                    place = in_place(article, *span)
                    found.append((event, fact["id"], place.before, place.left, place.right))
    return found


def of_told(event: told.Event) -> list[Lesson]:
    """The lessons of an event that is told in many languages: the figures of each claim, where a wording gives them.

    Claims are of two questions if they give the same figure, else nobody knows: so each figure is an event of its own.
    """
    numbered = enumerate(event.gists.items(), start=1)
    gists = {claim: distortion.Text(-at, -at, distortion.SAME, "en", gist) for at, (claim, gist) in numbered}
    made = distortion.annotated([*gists.values(), *(wording.text for wording in event.wordings)])
    amounts = {claim: Counter(q.low for q in of(made[text.number], Quantity)) for claim, text in gists.items()}
    found = []
    for wording in event.wordings:
        records = made[wording.text.number]
        for amount, times in amounts[wording.claim].items():
            beside = [other for other in amounts if frozenset((other, wording.claim)) in event.near]
            given = {q.span.start: q for q in of(records, Quantity) if amount in (q.low, q.high)}
            if not amount or amount == 1 or times > 1 or len(given) != 1 or any(amount in amounts[o] for o in beside):
                continue
            (figure,), (article,) = given.values(), of(records, Article)
            place = in_place(article, figure.span.start, figure.span.end)
            found.append((f"{event.name} {amount:g}", wording.claim, place.before, place.left, place.right))
    return found


def _figure(article: Article, quantities: list[Quantity], quote: str, value: str) -> tuple[int, int] | None:
    """The figure in a quote that gives a value: one that was read, else digits."""
    start = article.text.find(quote)
    wanted = {re.sub(r"\D", "", found) for found in _NUMBER.findall(value)}
    if start < 0 or not wanted:
        return None
    inside = [q for q in quantities if q.article_id == article.id and start <= q.span.start < start + len(quote)]
    amounts = {float(number.replace(",", "")) for number in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", value)}
    for quantity in inside:
        if {quantity.low, quantity.high} & amounts:
            return quantity.span.start, quantity.span.end
    for number in _NUMBER.finditer(quote):
        if re.sub(r"\D", "", number.group()) in wanted:
            return start + number.start(), start + number.end()
    return None


def main() -> None:
    """Read, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("out", type=Path)
    said = cli.parse_args()
    lessons = [lesson for file in sorted(TABLES.glob("*.tsv")) for lesson in of_table(file)]
    events = [event for file in sorted(told.GOLD.glob("?.tsv")) for event in told.read(file)]
    folders = [*sorted(OURS.iterdir()), *chosen("open", []), *chosen("lessons", [])]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        lessons += [lesson for found in pool.map(of_case, folders) for lesson in found]
        lessons += [lesson for found in pool.map(of_told, events) for lesson in found]
    said.out.write_text(json.dumps(lessons, ensure_ascii=False), "utf-8")
    print(f"{len(lessons)} figures of {len({e for e, *_ in lessons})} events")


if __name__ == "__main__":
    sys.exit(main())
