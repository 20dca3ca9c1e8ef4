"""Copies made by other editors than those of shared/eval/copies.py: which kinds of editing are seen through.

    python eval/lineage_editors.py SHARED_DIR [--size N] [--seed S]

SHARED_DIR holds data/allsides/articles.jsonl.gz, which is not part of the repository. Each article that serves as an
origin is used once, so that what else is found between families is mostly text that AllSides itself has twice.
Printed: for each kind of editing how many copies are found and how many of these the right way round; then how many
pairs there are in all and how many of them lie between families.
"""

import argparse
import datetime
import gzip
import json
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso import verbs

Paragraphs = list[str]
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"])")
PARAGRAPH = re.compile(r"\n+|(?<=[.!?]”)\s|(?<=[a-z][.!?])\s(?=[A-Z])")
NAME = re.compile(r"\b[A-Z][a-z]+ ([A-Z][a-z]+)\b")
WEEKDAY = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
QUOTED = re.compile(r"[“\"][^“”\"]{20,}[”\"]")
WORDS = {
    "said": "told reporters", "told": "said to", "officials": "authorities", "killed": "left dead",
    "people": "individuals", "began": "kicked off", "also": "further", "about": "roughly", "after": "in the wake of",
    "says": "argues", "but": "yet", "many": "lots of", "president": "leader", "government": "administration",
    "police": "law enforcement", "because": "since", "including": "among them", "however": "still",
    "year": "twelve months", "new": "fresh", "against": "versus", "during": "amid", "country": "nation",
    "help": "aid", "plan": "scheme", "called": "dubbed", "announced": "unveiled", "last": "past",
    "week": "seven days", "first": "initial", "percent": "per cent",
}  # fmt: skip
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-"})


def reworded(text: str, rng: random.Random) -> str:
    """Nine in ten of the words that the list knows replaced."""
    return " ".join(WORDS.get(word, word) if rng.random() < 0.9 else word for word in text.split(" "))


def thinned(text: str, rng: random.Random) -> str:
    """One word in five left out."""
    return " ".join(word for word in text.split(" ") if rng.random() > 0.2)


def misread(text: str, rng: random.Random) -> str:
    """A letter of one word in twenty wrong, as scanned print has it."""

    def read(word: str) -> str:
        at = rng.randrange(len(word)) if len(word) > 3 and rng.random() < 0.05 else None
        return word if at is None else word[:at] + rng.choice("rnl1ic0o") + word[at + 1 :]

    return " ".join(map(read, text.split(" ")))


def turned(parts: Paragraphs, rng: random.Random) -> Paragraphs:
    """Neighbouring sentences in turned order here and there, three a paragraph."""
    sentences = [sentence for part in parts for sentence in SENTENCE.split(part)]
    at = 0
    while at + 1 < len(sentences):
        if rng.random() < 0.3:
            sentences[at : at + 2] = sentences[at + 1], sentences[at]
            at += 1
        at += 1
    return [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]


def embedded(taken: Paragraphs, stranger: Paragraphs, rng: random.Random) -> Paragraphs:
    """What was taken set into a report that is somebody else's, reworded and thinned."""
    whole = stranger[: max(4, int(len(stranger) * rng.uniform(0.3, 0.8)))]
    own = [reworded(thinned(part, rng), rng) for part in whole]
    at = rng.randrange(len(own) + 1)
    return own[:at] + taken + own[at:]


def editors(rng: random.Random, strangers: Sequence[str]) -> dict[str, Callable[[Paragraphs], Paragraphs]]:
    """Each kind of editing by its name."""

    def three(parts: Paragraphs) -> Paragraphs:
        at = rng.randrange(max(1, len(parts) - 3))
        return parts[at : at + 3]

    def stranger() -> Paragraphs:
        return paragraphs(rng.choice(strangers))

    return {
        "words replaced": lambda parts: [reworded(part, rng) for part in parts],
        "replaced and trimmed": lambda parts: [reworded(part, rng) for part in parts[: max(3, int(len(parts) * 0.6))]],
        "first sentences only": lambda parts: [SENTENCE.split(part)[0] for part in parts],
        "sentences turned": lambda parts: turned(parts, rng),
        "other signs": lambda parts: [part.translate(PLAIN).replace(" ", "\u00a0", 5) for part in parts],
        "broken lines": lambda parts: ["\n".join(textwrap.wrap(part, 60)) for part in parts],
        "scanned": lambda parts: [misread(part, rng) for part in parts],
        "short names, no days": lambda parts: [NAME.sub(r"\1", WEEKDAY.sub("", part)) for part in parts],
        "quotations left out": lambda parts: [QUOTED.sub("", part) for part in parts],
        "one word in five out": lambda parts: [thinned(part, rng) for part in parts],
        "second half only": lambda parts: parts[len(parts) // 2 :],
        "two paragraphs": lambda parts: parts[:2],
        "three set in": lambda parts: embedded(three(parts), stranger(), rng),
        "a third set in, replaced": lambda parts: embedded(
            [reworded(part, rng) for part in parts[len(parts) // 4 :][: max(3, len(parts) // 3)]], stranger(), rng
        ),
    }


def paragraphs(text: str) -> Paragraphs:
    """The paragraphs of a text."""
    return [part.strip() for part in PARAGRAPH.split(text) if part.strip()]


def made(
    articles: Sequence[dict[str, str]], size: int, rng: random.Random
) -> Iterator[tuple[dict[str, str], str, str]]:
    """Rows, each with its origin's id, its own if it is none's copy, and how it was edited."""
    cut = len(articles) // 4
    kinds = editors(rng, [article["text"] for article in articles[:cut]])
    start = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)
    count = 0
    for article in articles[cut:]:
        own, first = paragraphs(article["text"]), f"d{count:06d}"
        when = start + datetime.timedelta(minutes=rng.randrange(500_000))
        copies = [(name, kinds[name](list(own))) for name in rng.choices(list(kinds), k=rng.choice([0, 0, 1, 2, 3, 6]))]
        for kind, parts in [("", own), *copies]:
            later = when + datetime.timedelta(minutes=rng.randrange(10, 3000)) if kind else when
            outlet, text = f"outlet-{rng.randrange(400):03d}.example", "\n\n".join(filter(None, parts))
            yield {"id": f"d{count:06d}", "outlet": outlet, "published": later.isoformat(), "text": text}, first, kind
            count += 1
        if count >= size:
            return


def main() -> None:
    """Make, find, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--size", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    source = options.shared / "data" / "allsides" / "articles.jsonl.gz"
    if not source.is_file():
        sys.exit(f"no file {source}: the texts that copies are made of are not part of the repository")
    rng = random.Random(options.seed)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if len(article["text"] or "") > 1200]
    rng.shuffle(articles)
    rows = list(made(articles, options.size, rng))
    origin = {row["id"]: first for row, first, _ in rows}
    pairs = list(verbs.lineage_rows([row for row, _, _ in rows]))
    way = {frozenset((pair["derived"], pair["origin"])): pair for pair in pairs}
    of, found, right = Counter[str](), Counter[str](), Counter[str]()
    for row, first, kind in rows:
        if kind and row["text"]:
            pair = way.get(frozenset((row["id"], first)))
            of[kind] += 1
            found[kind] += pair is not None
            right[kind] += pair is not None and pair["directed"] and pair["derived"] == row["id"]
    for kind in sorted(of, key=lambda name: found[name] / of[name]):
        print(
            f"{kind:26}found {100 * found[kind] / of[kind]:5.1f}  ({found[kind]} of {of[kind]}; {right[kind]} directed)"
        )
    between = sum(origin[pair["derived"]] != origin[pair["origin"]] for pair in pairs)
    print(f"{len(pairs)} pairs, {between} of them between families")


if __name__ == "__main__":
    main()
