"""Quality floors as a ratchet: what was reached once must be reached again.

    python eval/gate.py SHARED_DIR            fails (exit 1) if a figure is below its floor
    python eval/gate.py SHARED_DIR --raise    and sets floors up to what was reached; a floor is never lowered

The figures are those of the scorers that `eval/cases.py`, `eval/small_cases.py` (held, fresh, newest),
`eval/attribution_polnear.py` (PolNeAR dev) and `eval/lineage_copies.py` (20,000 documents, seed 1) run, and those of
`eval/voices.py`, by the names they print, prefixed with the case, "polnear", "copies" or "voices".
Floors stand in `eval/floors.json`. "furniture as claims" and "drift reported" are ceilings and not gated here.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
FIGURE = re.compile(r"^(?P<name>[a-z][\w ]*?)\s{2,}(?P<value>\d+\.\d)\b", re.MULTILINE)
CASE = re.compile(
    r"^(seed|il76|barracks|convoy|freighter|tailings|small held|small fresh|small newest|polnear|copies|voices):",
    re.MULTILINE,
)


def figures(printed: str) -> dict[str, float]:
    """`case: figure` → value, out of what the scorers printed."""
    found: dict[str, float] = {}
    parts = CASE.split(printed)
    for case, part in zip(parts[1::2], parts[2::2], strict=True):
        for match in FIGURE.finditer(part):
            found[f"{case}: {match['name']}"] = float(match["value"])
    return found


def below(floors: Mapping[str, float], reached: Mapping[str, float]) -> list[str]:
    """One line for each floor that was not reached; a figure that is no longer printed was not reached."""
    lines = []
    for name, floor in sorted(floors.items()):
        value = reached.get(name)
        if value is None or value < floor:
            lines.append(f"{name}: {'not measured' if value is None else value}, floor {floor}")
    return lines


def raised(floors: Mapping[str, float], reached: Mapping[str, float]) -> dict[str, float]:
    """The floors, each at the higher of what it was and what was reached."""
    names = sorted(floors.keys() | reached.keys())
    return {name: max(floors.get(name, 0.0), reached.get(name, 0.0)) for name in names}


def commands(shared: Path) -> list[tuple[str, list[str]]]:
    """What is printed before each measuring command, and the command."""
    here, polnear = Path(__file__).parent, shared / "data" / "polnear"
    scorer = shared / "eval" / "attribution.py"
    return [
        ("", [str(here / "cases.py"), str(shared)]),
        ("", [str(here / "small_cases.py"), str(shared), "held"]),
        ("", [str(here / "small_cases.py"), str(shared), "fresh"]),
        ("", [str(here / "small_cases.py"), str(shared), "newest"]),
        ("polnear: dev\n", [str(here / "attribution_polnear.py"), str(polnear), "--scorer", str(scorer)]),
        ("copies: 20,000 documents\n", [str(here / "lineage_copies.py"), str(shared)]),
        ("", [str(here / "voices.py")]),
    ]


def main() -> int:
    """Measure, compare, and raise where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    printed = ""
    for title, command in commands(options.shared):
        done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
        print(title + done.stdout, end="", flush=True)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return done.returncode
        printed += title + done.stdout
    reached = figures(printed)
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    missed = below(floors, reached)
    for line in missed:
        print(f"below the floor: {line}")
    if options.lift:
        FLOORS.write_text(json.dumps(raised(floors, reached), indent=1) + "\n", "utf-8")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
