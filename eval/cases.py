"""Build the cases with hand-made gold and score them with their own scorers.

    python eval/cases.py SHARED_DIR [--keep DIR]

SHARED_DIR holds cases/ (seed, il76) and eval/ (article.py, case.py), which are not part of the repository. Two more
cases of that form are, in eval/gold/cases/: invented reports in a dozen languages, with gold. Their authors knew the
form and nothing of Sayso. The first figures each gave are in docs/measured.md; since then its misses were read.
Printed: the scorers' figures, as they are, and how long each case took. `--keep` leaves cases and exports.
"""

import argparse
import json
import os
import shutil
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


OURS = Path(__file__).parent / "gold" / "cases"


def build(name: str, case: Path, out: Path, scorer: Path) -> None:
    """Build and score a case with reports/*.json and gold.json."""
    started = time.perf_counter()
    verbs.add(out / name, str(case / "reports"))
    records = verbs.build(out / name, workers=os.cpu_count())
    count = len(list((case / "reports").glob("*.json")))
    print(f"\n{name}: {count} reports, built in {time.perf_counter() - started:.1f} s", flush=True)
    (out / f"{name}.json").write_bytes(to_bytes(verbs.export(records)))
    score(scorer, case, out / f"{name}.json")


def unpacked(case: Path, out: Path) -> Path:
    """A case of ours as the scorer wants it, each report in a file of its own."""
    folder = out / f"{case.name}.given"
    (folder / "reports").mkdir(parents=True)
    for line in (case / "reports.jsonl").read_text("utf-8").splitlines():
        (folder / "reports" / f"{json.loads(line)['id']}.json").write_text(line, "utf-8")
    shutil.copy(case / "gold.json", folder)
    return folder


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
        build("il76", cases / "il76", out, scorers / "case.py")
        found = verbs.verify(out / "il76")
        print(f"verify: {found.quotes} quotes, {len(found.misfits)} do not fit")
        for case in sorted(OURS.iterdir()):
            build(case.name, unpacked(case, out), out, scorers / "case.py")


if __name__ == "__main__":
    main()
