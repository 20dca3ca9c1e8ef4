"""How lineage grows: batches of any size with known copies, and what a run costs step by step.

    python bench/scale.py make ARTICLES.jsonl.gz OUT_DIR --documents 1000000 [--hot 50000]
    python bench/scale.py run OUT_DIR [--master URL] [--skip-scoring]

`make` takes paragraphs of the articles ({"text"} a line; they are not part of the repository) and shuffles the words of
each, so that the vocabulary is real and no text is; three in ten documents are copies of an earlier one, cut short or
with every tenth word left out; `--hot` more print one text. `run` prints seconds of each step, pairs, the share of the
copies that were found with the family right, and the peak memory of this process and the executors' workers.
"""

import argparse
import contextlib
import gzip
import json
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso import verbs

COPIES = 0.3
RECENT = 20_000  # documents back that a copy may go


def paragraphs(articles: Path) -> list[list[str]]:
    """The words of every paragraph of 40 to 200 words."""
    found = []
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n\n"):
                words = paragraph.split()
                if 40 <= len(words) <= 200:
                    found.append(words)
    return found


def documents(given: list[list[str]], count: int, hot: int) -> Iterator[tuple[dict[str, Any], int | None]]:
    """Rows, each with the number of the one it was copied from."""
    rng = random.Random(20310504)
    recent: list[tuple[int, list[str]]] = []
    one = [word for words in rng.sample(given, 1) for word in rng.sample(words, len(words))]
    for number in range(count):
        origin = None
        if number < hot:
            words = [*one, *rng.sample(given[number % len(given)], 20)]
        elif recent and rng.random() < COPIES:
            origin, source = rng.choice(recent)
            words = (
                source[: len(source) * 2 // 3] if rng.random() < 0.5 else [w for n, w in enumerate(source) if n % 10]
            )
        else:
            source = rng.choice(given)
            words = rng.sample(source, len(source))
        recent.append((number, words)) if number >= hot else None
        if len(recent) > RECENT:
            recent = recent[RECENT // 2 :]
        day, minute = divmod(number, 1440)
        date = f"{2000 + day // 336:04d}-{1 + day // 28 % 12:02d}-{1 + day % 28:02d}"
        published = f"{date}T{minute // 60:02d}:{minute % 60:02d}:00Z"
        row = {"id": f"d{number:09d}", "outlet": f"outlet-{rng.randrange(500)}.example", "published": published}
        yield {**row, "text": " ".join(words)}, origin


def make(articles: Path, folder: Path, count: int, hot: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as corpus, (folder / "truth.jsonl").open("w") as truth:
        for row, origin in documents(paragraphs(articles), count, hot):
            corpus.write(json.dumps(row, ensure_ascii=False) + "\n")
            if origin is not None:
                truth.write(json.dumps({"derived": row["id"], "origin": f"d{origin:09d}"}) + "\n")
    print(f"{count:,} documents, {hot:,} of one text, {(folder / 'corpus.jsonl').stat().st_size / 1e6:,.0f} MB")


class Clock:
    """Prints what each step took when the next begins."""

    def __init__(self) -> None:
        self._began = self._last = time.perf_counter()
        self._step = "connecting"

    def note(self, step: str, done: int, total: int) -> None:
        """Hear of progress."""
        del done, total
        if step != self._step:
            self.told()
            self._step = step

    def told(self) -> None:
        """Print the step that ended."""
        now = time.perf_counter()
        print(f"{self._step:32}{now - self._last:9.1f} s{now - self._began:10.1f} s in all", flush=True)
        self._last = now


def run(folder: Path, master: str | None, is_scored: bool) -> None:
    corpus = folder / "corpus.jsonl"
    clock = Clock()
    found: set[tuple[str, str]] = set()
    count = 0
    with contextlib.ExitStack() as opened:
        if master:
            pairs, _ = opened.enter_context(verbs.lineage_on_spark(str(corpus), master, progress=clock.note))
        else:
            pairs = verbs.lineage_rows([json.loads(line) for line in corpus.open(encoding="utf-8")])
        for pair in pairs:
            count += 1
            if is_scored:
                found.add((pair["derived"], pair["origin"]))
        clock.told()
    print(f"{count:,} pairs")
    for who, name in ((resource.RUSAGE_SELF, "this process"), (resource.RUSAGE_CHILDREN, "its largest child")):
        print(f"peak memory of {name}: {resource.getrusage(who).ru_maxrss / 1024:,.0f} MiB")
    if is_scored:
        wanted = [(row["derived"], row["origin"]) for row in map(json.loads, (folder / "truth.jsonl").open())]
        right = sum(pair in found or pair[::-1] in found for pair in wanted)
        print(f"{right:,} of {len(wanted):,} copies found with their origin, {100 * right / max(1, len(wanted)):.2f} %")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("articles", type=Path)
    making.add_argument("folder", type=Path)
    making.add_argument("--documents", type=int, default=1_000_000)
    making.add_argument("--hot", type=int, default=0)
    running = commands.add_parser("run")
    running.add_argument("folder", type=Path)
    running.add_argument("--master", help="of Spark; without it, in this process")
    running.add_argument("--skip-scoring", action="store_true")
    given = parser.parse_args()
    if given.command == "run":
        run(given.folder, given.master, not given.skip_scoring)
    elif not given.articles.is_file():
        raise SystemExit(f"{given.articles} is absent: the texts are not part of the repository")
    else:
        make(given.articles, given.folder, given.documents, given.hot)


if __name__ == "__main__":
    main()
