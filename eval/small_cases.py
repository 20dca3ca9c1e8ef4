"""Build small cases with hand-made gold and score them together with the scorer of whole cases.

    python eval/small_cases.py SHARED_DIR [open|held|fresh|later|newest|lessons] [--only NAME ...] [--keep DIR]

In eval/gold/small/ and eval/gold/lessons/: invented events of as many kinds (a ferry, a strike, a recall, a mass
grave …), nine to fourteen reports each in three to nine languages, by authors who knew the form and nothing of Sayso.
Of those that are open, and of the lessons, figures are printed case by case, and their misses were read; networks have
learnt from the lessons a to m and from author "one". Of those that are held, and of the fresh, the later and the newest
ones, only the sums are printed.
SHARED_DIR holds eval/case.py, which is not part of the repository. `--keep` leaves cases and exports.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cases import unpacked

from sayso import verbs
from sayso.report.export import to_bytes

GOLD = Path(__file__).parent / "gold"
PARTS = {
    "open": ("small/one", "small/three"),
    "held": ("small/two", "small/four"),
    "fresh": ("small/five", "small/six"),
    "later": ("small/seven",),
    "newest": ("small/eight",),
    "lessons": tuple(f"lessons/{author}" for author in "abcdefghijklmnopqrs"),
}
SHOWN = ("open", "lessons")  # case by case
_FIGURE = re.compile(r"^(\w[\w ]*?) {2,}.*\(([\d.]+) of ([\d.]+)\)$", re.MULTILINE)

Figures = dict[str, tuple[float, float]]
"""What the scorer counts: how much of how much."""


def scored(case: Path, out: Path, scorer: Path) -> Figures:
    """The figures of one case, built anew."""
    out = out / case.parent.name  # two authors may each have a ferry
    out.mkdir(parents=True, exist_ok=True)
    given = unpacked(case, out)
    verbs.add(out / case.name, str(given / "reports"))
    records = verbs.build(out / case.name, workers=1)
    export = out / f"{case.name}.json"
    export.write_bytes(to_bytes(verbs.export(records)))
    told = subprocess.run(
        [sys.executable, str(scorer), str(given), str(export)], check=True, capture_output=True, text=True
    )
    return {name: (float(part), float(whole)) for name, part, whole in _FIGURE.findall(told.stdout)}


def sums(found: Sequence[Figures]) -> Figures:
    """All cases together."""
    names = {name: None for figures in found for name in figures}
    counts = {name: [figures[name] for figures in found if name in figures] for name in names}
    return {name: (sum(part for part, _ in held), sum(whole for _, whole in held)) for name, held in counts.items()}


def line(name: str, figures: Figures) -> str:
    """One line of the table, in percent."""
    cells = (f"{100 * figures[key][0] / figures[key][1]:6.1f}" if key in figures else "   n/a" for key in _KEYS)
    return f"{name:22}" + "  ".join(cells)


_KEYS = ("statements found", "voice right", "speaker right", "rivals found", "origins right", "reach")
_HEAD = " " * 22 + "   found  voice speaker rivals origins reach"


def chosen(part: str, only: Sequence[str]) -> Iterator[Path]:
    """The folders of the cases asked for."""
    for author in PARTS[part]:
        yield from (case for case in sorted((GOLD / author).iterdir()) if not only or case.name in only)


def main() -> None:
    """Build, export, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("part", nargs="?", choices=sorted(PARTS), default="open")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    scorer = options.shared / "eval" / "case.py"
    if not scorer.is_file():
        sys.exit(f"no file {scorer}: the scorer is not part of the repository")
    cases = list(chosen(options.part, options.only))
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(os.cpu_count()) as pool:
        out = options.keep or Path(scratch)
        found = list(pool.map(scored, cases, [out] * len(cases), [scorer] * len(cases)))
    if options.part in SHOWN:
        print(_HEAD)
        for case, figures in zip(cases, found, strict=True):
            print(line(f"{case.parent.name}/{case.name}", figures))
    print(f"\nsmall {options.part}: {len(cases)} cases")
    for key, (part, whole) in sums(found).items():
        print(f"{key:18}{100 * part / whole:7.1f}  ({part:g} of {whole:g})")


if __name__ == "__main__":
    main()
