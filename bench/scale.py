"""How lineage grows: batches of any size with known copies, and what a run costs step by step.

    python bench/scale.py make ARTICLES.jsonl.gz OUT_DIR --documents 1000000 [--hot 50000]
    python bench/scale.py run OUT_DIR... [--master URL] [--pairs FILE] [--skip-scoring]

`make` takes paragraphs of the articles ({"text"} a line; they are not part of the repository) and shuffles the words of
each, so that the vocabulary is real and no text is; three in ten documents are copies of an earlier one, cut short or
with every tenth word left out; `--hot` more print one text. `run` prints for each step its seconds of processor time
(of all processes that take part) and by the clock, the most memory and the temporary files at its end, then pairs and
the share of the copies that were found; for several folders, how time grows from each to the next. Processor time and
memory of other processes and the sizes of files are read from /proc: elsewhere than on Linux they are not told. A run
in this process is what `sayso lineage` does; the pairs go to FILE as it would write them.
"""

import argparse
import contextlib
import gzip
import itertools
import json
import math
import os
import random
import resource
import time
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso import verbs
from sayso.row_files import as_line

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

    def __init__(self, first: str) -> None:
        self._last = time.perf_counter()
        self._looked = 0.0
        self._step = first
        self._most = self._spilled = 0
        self._seconds: dict[int, float] = {}
        self._before = time.process_time()
        self._busy = 0.0
        print(f"{'step':30}{'processor':>12}{'clock':>10}{'memory':>12}{'files':>12}")

    def note(self, step: str, done: int, total: int) -> None:
        """Hear of progress."""
        del done, total
        if time.perf_counter() > self._looked + 1:
            self._look()
        if step != self._step:
            self.told()
            self._step = step

    def told(self) -> None:
        """Print the step that ended."""
        self._look()
        now, busy = time.perf_counter(), self.busy
        spent = f"{busy - self._busy:10.1f} s{now - self._last:8.1f} s"
        print(f"{self._step:30}{spent}{self._most / 2**20:8,.0f} MiB{self._spilled / 2**20:8,.0f} MiB", flush=True)
        self._last, self._busy, self._most = now, busy, 0

    @property
    def busy(self) -> float:
        """Seconds of processor time so far, of this process and those that it started."""
        return sum(self._seconds.values()) - self._before

    def _look(self) -> None:
        self._looked = time.perf_counter()
        own = os.getpid()
        found = list(processes(own)) or [(own, time.process_time(), resident(own))]
        self._seconds.update((pid, seconds) for pid, seconds, _ in found)
        self._most = max(self._most, sum(size for _, _, size in found))
        self._spilled = spilled()


def processes(root: int) -> Iterator[tuple[int, float, int]]:
    """Number, seconds of processor time and bytes of memory of a process and of those that it started."""
    below: dict[int, list[int]] = {}
    seconds: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            below.setdefault(int(fields[1]), []).append(int(path.parent.name))
            ticks = int(fields[11]) + int(fields[12])
            seconds[int(path.parent.name)] = ticks / os.sysconf("SC_CLK_TCK")
    waiting = [root] if root in seconds else []
    while waiting:
        pid = waiting.pop()
        waiting += below.get(pid, [])
        yield pid, seconds[pid], resident(pid)


def resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def spilled() -> int:
    """Bytes in files of this process that have no name."""
    size = 0
    for path in Path("/proc/self/fd").glob("*"):
        with contextlib.suppress(OSError):
            if "(deleted)" in str(path.readlink()):
                size += path.stat().st_size
    return size


def as_number(pair: Mapping[str, str]) -> int:
    """The pair as one number, whichever of the two was taken for the copy."""
    first, second = sorted(int(pair[side][1:]) for side in ("derived", "origin"))
    return first * 10**9 + second


def run(folder: Path, master: str | None, output: Path | None, is_scored: bool) -> tuple[int, float]:
    """Documents and seconds of processor time."""
    corpus = folder / "corpus.jsonl"
    with corpus.open("rb") as lines:
        documents = sum(1 for _ in lines)
    print(f"\n{folder}: {documents:,} documents")
    found = array("Q")  # a number for each pair: as tuples of strings they would be most of the memory
    count = 0
    with contextlib.ExitStack() as opened:
        clock = Clock("connecting" if master else "comparing in memory")
        if master:
            pairs, _ = opened.enter_context(verbs.lineage_on_spark(str(corpus), master, progress=clock.note))
        else:
            pairs, _ = opened.enter_context(verbs.lineage_file(str(corpus), progress=clock.note))
        written = opened.enter_context(output.open("wb")) if output else None
        for pair in pairs:
            count += 1
            if is_scored:
                found.append(as_number(pair))
            if written:
                written.write(as_line(pair))
        clock.told()
    each = 1000 * clock.busy / documents
    print(f"{count:,} pairs in {clock.busy:,.1f} s of processor time, {each:.3f} ms a document")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
    if is_scored:
        with (folder / "truth.jsonl").open() as lines:
            wanted = array("Q", (as_number(json.loads(line)) for line in lines))
        right = len(set(found).intersection(wanted))
        print(f"{right:,} of {len(wanted):,} copies found with their origin, {100 * right / max(1, len(wanted)):.2f} %")
    return documents, clock.busy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("articles", type=Path)
    making.add_argument("folder", type=Path)
    making.add_argument("--documents", type=int, default=1_000_000)
    making.add_argument("--hot", type=int, default=0)
    running = commands.add_parser("run")
    running.add_argument("folders", type=Path, nargs="+", metavar="OUT_DIR")
    running.add_argument("--master", help="of Spark; without it, in this process")
    running.add_argument("--pairs", type=Path, help="where to write the pairs; of several folders the last")
    running.add_argument("--skip-scoring", action="store_true", help="do not hold the pairs to look for the copies")
    given = parser.parse_args()
    if given.command == "run":
        told = [run(folder, given.master, given.pairs, not given.skip_scoring) for folder in given.folders]
        for (few, short), (many, long) in itertools.pairwise(told):
            power = math.log(long / short) / math.log(many / few)
            print(f"from {few:,} to {many:,} documents: {long / short:.2f} times the time, the power {power:.2f}")
    elif not given.articles.is_file():
        raise SystemExit(f"{given.articles} is absent: the texts are not part of the repository")
    else:
        make(given.articles, given.folder, given.documents, given.hot)


if __name__ == "__main__":
    main()
