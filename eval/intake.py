"""Read everything in a folder of pages, feeds and archives, and say what became of each.

    python eval/intake.py DIR [--list]

Every file (and every member of a .tar.gz) is taken in as `sayso add` and `sayso build` would. Printed: files,
articles, skips by reason, files that gave neither (there must be none), the slowest file, peak memory.
`--list` prints each skip. Exit code 1 if any file gave neither an article nor a skip, or if memory passed 1 GB.
"""

import argparse
import resource
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.ids import sha256
from sayso.model import Article, Record, Skip
from sayso.pipeline import read_source
from sayso.settings import Limits

MOST_MEMORY_KIB = 2**20


def inputs(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file, and of every member of a tar archive."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.name.endswith(".tar.gz"):
            with tarfile.open(path) as archive:
                for member in archive:
                    content = archive.extractfile(member) if member.isfile() else None
                    if content:
                        yield f"{path.name}:{member.name}", content.read()
        elif path.suffix != ".json" or "pages" not in path.parts:  # beside pages lies their gold, not input
            yield str(path.relative_to(folder)), path.read_bytes()


def take_in(content: bytes, folder: Path) -> list[Record]:
    """What one file gives."""
    path = folder / "source"
    path.write_bytes(content)
    return read_source(Limits(), sha256(content), path)


def main() -> int:
    """Print the account; 1 if something was lost or memory ran away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if not options.folder.is_dir():
        sys.exit(f"no folder {options.folder}: this needs a folder of pages, feeds or archives")
    files = articles = 0
    reasons: Counter[str] = Counter()
    lost, slowest = [], (0.0, "")
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in inputs(options.folder):
            started = time.perf_counter()
            records = take_in(content, Path(scratch))
            slowest = max(slowest, (time.perf_counter() - started, name))
            files += 1
            articles += sum(isinstance(r, Article) for r in records)
            skips = [r for r in records if isinstance(r, Skip)]
            reasons.update(skip.reason.value for skip in skips)
            if not any(isinstance(r, Article | Skip) for r in records):
                lost.append(name)
            if options.list:
                for skip in skips:
                    print(f"  {name}: {skip.stage}: {skip.reason}: {skip.detail}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"files            {files}")
    print(f"articles         {articles}")
    print(f"skips            {sum(reasons.values())}  {dict(sorted(reasons.items()))}")
    print(f"lost             {len(lost)}  {lost[:5]}")
    print(f"slowest file     {slowest[0]:.1f} s  {slowest[1]}")
    print(f"peak memory      {peak / 1024:.0f} MiB")
    return int(bool(lost) or peak > MOST_MEMORY_KIB)


if __name__ == "__main__":
    sys.exit(main())
