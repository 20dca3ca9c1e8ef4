"""Figures of ordinary news, where hardly two answer one question: `python train/figures_ordinary.py SHARED OUT.json`.

A case is coverage of one event, whose reports ask much the same questions. Elsewhere, of shares, polls, laws and
budgets, each figure has its own, and a network that has learnt only cases finds them one. The lessons are articles on
one event by several outlets (AllSides, but for the events that eval/events.py draws) and single pages in other
languages, taken so: other amounts answer other questions; one amount that is large or odd answers one; of a small one
nobody knows (UNSURE). Left out is what might differ in earnest: another amount in much the same words.
A list of [event, question, before, left, right], as figures_lessons.py writes; SHARED is not part of the repository.
"""

import argparse
import json
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path

from events import Event, built, full_articles
from figures_lessons import Lesson
from pointing_fit import OF_EACH, UNSURE

from sayso import verbs
from sayso.corroborate.in_place import in_place
from sayso.model import Article, Quantity
from sayso.networks.figures import InPlace

MEASURED, SEED = 100, 1  # what eval/events.py draws
MOST_EVENTS = 340  # a third of the batches
ODD = 100  # an amount from which on, or with decimals, it is taken for one and the same
MUCH = 0.4  # of all words that stand in either sentence: two amounts may then be two answers
AROUND = 10  # words on either side


def figures_of(name: str, articles: Sequence[Article], quantities: Sequence[Quantity]) -> list[Lesson]:
    """Some figures of an event, without those that other accounts might contradict."""
    texts = {article.id: article for article in articles}
    told = [(q, in_place(texts[q.article_id], q.span.start, q.span.end)) for q in quantities if q.low or q.high]
    words = [_words(place) for _, place in told]
    doubtful = {
        at
        for one, other in combinations(range(len(told)), 2)
        if amount(told[one][0]) != amount(told[other][0])
        and told[one][0].article_id != told[other][0].article_id
        and len(words[one] & words[other]) >= MUCH * len(words[one] | words[other])
        for at in (one, other)
    }
    kept = [given for at, given in enumerate(told) if at not in doubtful]
    random.Random(name).shuffle(kept)
    return [(name, question(q), place.before, place.left, place.right) for q, place in kept[:OF_EACH]]


def _words(place: InPlace) -> frozenset[str]:
    left, right = (re.findall(r"[^\W\d]+", side.casefold()) for side in (place.left, place.right))
    return frozenset((*left[-AROUND:], *right[:AROUND]))


def amount(quantity: Quantity) -> float:
    """The lower end of a figure; the upper one of "at most"."""
    return float((quantity.low if quantity.low is not None else quantity.high) or 0)


def question(quantity: Quantity) -> str:
    """What a figure is taken to answer: the same as others of its amount; with UNSURE before it, nobody knows."""
    size = amount(quantity)
    year = not quantity.measure and 1900 <= size < 2100
    sure = (size >= ODD or not size.is_integer()) and not year
    return f"{'' if sure else UNSURE}{size:g}"


def of_event(numbered: tuple[int, Event]) -> list[Lesson]:
    """The lessons of articles on one event."""
    records = built(numbered[1])
    return figures_of(f"ordinary/{numbered[0]}", records.articles, list(records.quantities))


def of_page(file: Path) -> list[Lesson]:
    """The lessons of a page."""
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / file.name
        link.write_bytes(file.read_bytes())
        records = verbs.read(str(link))
    if len(records.articles) != 1 or records.articles[0].language == "en":
        return []
    return figures_of(f"page/{file.name}", records.articles, list(records.quantities))


def events(shared: Path) -> Iterator[tuple[int, Event]]:
    """Events that are not measured by."""
    numbered = list(enumerate(full_articles(shared)))
    drawn = {number for number, _ in random.Random(SEED).sample(numbered, MEASURED)}
    left = [(number, event) for number, event in numbered if number not in drawn]
    yield from random.Random(SEED).sample(left, MOST_EVENTS)


def main() -> None:
    """Read, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("out", type=Path)
    said = cli.parse_args()
    pages = sorted((said.shared / "data" / "pages").glob("*/*.html.gz"))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [*pool.map(of_event, events(said.shared)), *pool.map(of_page, pages)]
    lessons = [lesson for one in found if len(one) > 2 for lesson in one]
    said.out.write_text(json.dumps(lessons, ensure_ascii=False), "utf-8")
    print(f"{len(lessons)} figures of {len({event for event, *_ in lessons})} events and pages")


if __name__ == "__main__":
    sys.exit(main())
