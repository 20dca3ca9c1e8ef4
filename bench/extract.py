"""How well and how fast articles are read out of real pages, beside plain trafilatura.

    python bench/extract.py PAGES_DIR [--worst N]

PAGES_DIR holds, per country, <Publisher>.json with the gold of some versions (title, authors, publishing_date, body of
summary and sections) and the pages as <Publisher>_<date>.html.gz. Version and page are paired by the words they share.
Body: precision, recall and F1 of words (of characters where scripts set no spaces), macro-averaged over pages; ours is
what stands in deck, dateline and body blocks. Title and author count as right with F1 of words from 0.8 on, a date when
the day is right. Time is processor time of one process, parsing included, the first page (loading) aside.
"""

import argparse
import datetime
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura

from sayso.capture import charset
from sayso.extract.formats import articles
from sayso.model import Article, Capture, Skip
from sayso.settings import Limits
from sayso.vocab import BlockRole

WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
ALIKE = 0.8


@dataclass(frozen=True)
class Case:
    """One page and its gold."""

    name: str
    source: str
    gold: dict[str, Any]

    @property
    def body(self) -> str:
        """All of the gold text: summary, section headings, paragraphs."""
        body = self.gold["body"]
        sections = [line for section in body["sections"] for line in (*section["headline"], *section["paragraphs"])]
        return "\n".join([*body["summary"], *sections])


@dataclass(frozen=True)
class Reading:
    """What a system makes of a page."""

    body: str
    title: str
    author: str
    day: datetime.date | None


def words(text: str) -> Counter[str]:
    """The words of a text, counted, case folded."""
    return Counter(WORD.findall(text.casefold().replace("\xad", "")))


def scores(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of words."""
    ours, theirs = words(found), words(gold)
    common = sum((ours & theirs).values())
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / sum(ours.values()), common / sum(theirs.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def cases(folder: Path) -> Iterator[Case]:
    """Every page with gold, paired by the share of gold words that the page holds."""
    for gold_file in sorted(folder.glob("*/*.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        dated = re.compile(re.escape(gold_file.stem) + r"_\d{4}_\d\d_\d\d\.html\.gz")
        pages = [path for path in sorted(gold_file.parent.iterdir()) if dated.fullmatch(path.name)]
        sources = {page: decoded(gzip.decompress(page.read_bytes())) for page in pages}
        held = {page: words(re.sub(r"<[^>]*>", " ", source)) for page, source in sources.items()}
        pairs = []
        for version, entry in gold.items():
            wanted = words(Case("", "", entry).body)
            pairs += [(sum((wanted & held[page]).values()) / sum(wanted.values()), version, page) for page in pages]
        done: set[object] = set()
        for _, version, page in sorted(pairs, reverse=True):
            if not {version, page} & done:
                done |= {version, page}
                yield Case(f"{page.parent.name}/{page.name.removesuffix('.html.gz')}", sources[page], gold[version])


def decoded(body: bytes) -> str:
    """The page as text, as the intake decodes it."""
    return charset.decode(body, charset.decide(body).name)


def ours(source: str) -> Reading:
    """The reading of `sayso.extract`."""
    capture = Capture(
        source_digest="0" * 64, locator="", payload_digest="", media_type="text/html", charset="utf-8", charset_basis=""
    )
    found: list[Article | Skip] = list(articles(capture, source, Limits()))
    article = next((record for record in found if isinstance(record, Article)), None)
    if article is None:
        return Reading("", "", "", None)
    kept = (BlockRole.DECK, BlockRole.DATELINE, BlockRole.BODY)
    body = "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role in kept)
    day = article.published.value.date() if article.published else None
    return Reading(body, article.headline or "", article.author or "", day)


def theirs(source: str) -> Reading:
    """The reading of trafilatura with its defaults and metadata."""
    found = trafilatura.bare_extraction(source, include_comments=False, include_tables=False, with_metadata=True)
    if found is None:
        return Reading("", "", "", None)
    day = datetime.date.fromisoformat(found.date) if found.date else None
    return Reading(found.text or "", found.title or "", found.author or "", day)


def judge(name: str, read: Callable[[str], Reading], pages: list[Case], worst: int) -> None:
    """Read all pages and print one line of figures, and the worst pages if asked."""
    read(pages[0].source)
    started = time.process_time()
    readings = [read(page.source) for page in pages]
    took = time.process_time() - started
    body = [scores(reading.body, page.body) for reading, page in zip(readings, pages, strict=True)]
    pairs = list(zip(readings, pages, strict=True))
    title = mean(scores(reading.title, page.gold["title"])[2] >= ALIKE for reading, page in pairs)
    signed = [(reading.author, ", ".join(page.gold["authors"])) for reading, page in pairs if page.gold.get("authors")]
    author = mean(scores(found, gold)[2] >= ALIKE for found, gold in signed)
    day = mean(str(reading.day) == page.gold["publishing_date"][:10] for reading, page in pairs)
    precision, recall, f1 = (mean(column) for column in zip(*body, strict=True))
    print(
        f"{name:12} {precision:9.3f} {recall:6.3f} {f1:6.3f} {title:6.3f} {author:6.3f} {day:6.3f}"
        f" {len(pages) / took:8.1f}"
    )
    for score, page in sorted((score[2], page.name) for score, page in zip(body, pages, strict=True))[:worst]:
        print(f"    {score:.3f} {page}")


def main() -> None:
    """Compare the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="also list the N worst pages of each")
    options = parser.parse_args()
    pages = list(cases(options.pages))
    print(f"{len(pages)} pages")
    print(f"{'':12} {'precision':>9} {'recall':>6} {'F1':>6} {'title':>6} {'author':>6} {'date':>6} {'pages/s':>8}")
    judge("sayso", ours, pages, options.worst)
    judge("trafilatura", theirs, pages, options.worst)


if __name__ == "__main__":
    main()
