"""Build the cases with hand-made gold and score them with their own scorers.

    python eval/cases.py SHARED_DIR [--keep DIR]

SHARED_DIR holds cases/ (seed, il76) and eval/ (article.py, case.py), which are not part of the repository.
Printed: the scorers' figures, as they are, and how long each case took. `--keep` leaves cases and exports.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso import verbs
from sayso.report.export import to_bytes


def score(scorer: Path, *arguments: Path) -> None:
    """Run a scorer as it stands."""
    subprocess.run([sys.executable, str(scorer), *map(str, arguments)], check=True)


def main() -> None:
    """Build, export, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    cases, scorers = options.shared / "cases", options.shared / "eval"
    if not cases.is_dir():
        sys.exit(f"no folder {cases}: the cases with gold are not part of the repository")
    with tempfile.TemporaryDirectory() as scratch:
        out = options.keep or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        print("seed: one article", flush=True)
        records = verbs.read(str(cases / "seed" / "article.md"))
        (out / "seed.json").write_bytes(to_bytes(verbs.export(records)))
        score(scorers / "article.py", cases / "seed" / "gold.json", out / "seed.json")
        started = time.perf_counter()
        verbs.add(out / "il76", str(cases / "il76" / "reports"))
        records = verbs.build(out / "il76", workers=os.cpu_count())
        print(f"\nil76: 93 reports, built in {time.perf_counter() - started:.1f} s", flush=True)
        (out / "il76.json").write_bytes(to_bytes(verbs.export(records)))
        score(scorers / "case.py", cases / "il76", out / "il76.json")
        found = verbs.verify(out / "il76")
        print(f"verify: {found.quotes} quotes, {len(found.misfits)} do not fit")


if __name__ == "__main__":
    main()
