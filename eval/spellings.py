"""Whether spellings of one last name in Latin, Cyrillic, Arabic and Chinese letters are taken for one, and no others.

    python eval/spellings.py [FILE...]

FILE is a table, by default those of eval/gold/spellings.*.tsv: each line one name in all its spellings, parted by tabs.
All pairs within a line should be one name, none across lines. Compared: `sounding.alike`, by which persons are folded,
and the one sound of a name that other parts of the matching use. "dev" was looked at when rules were made; of "test"
188 of 207 were found at the first look, then it was looked at too.
With jellyfish (MIT) installed, what it makes of the names in Latin letters (anyascii) is printed too.
"""

import argparse
import importlib
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from anyascii import anyascii

from sayso.corroborate import naming, sounding

GOLD = Path(__file__).parent / "gold"
Alike = Callable[[str, str], bool]
NEAR = 0.85  # Jaro-Winkler likeness from which on two spellings are one


def _one_sound(one: str, other: str) -> bool:
    return naming.sound_key(one) == naming.sound_key(other)


def _latin(name: str) -> str:
    return str(anyascii(name)).lower()


def _methods() -> Iterator[tuple[str, Alike]]:
    yield "sounding.alike", sounding.alike
    yield "naming.sound_key", _one_sound
    try:
        jellyfish = importlib.import_module("jellyfish")
    except ImportError:
        return
    yield "Soundex", lambda a, b: jellyfish.soundex(_latin(a)) == jellyfish.soundex(_latin(b))
    yield "Metaphone", lambda a, b: jellyfish.metaphone(_latin(a)) == jellyfish.metaphone(_latin(b))
    yield f"Jaro-Winkler {NEAR}", lambda a, b: jellyfish.jaro_winkler_similarity(_latin(a), _latin(b)) >= NEAR


def main() -> None:
    """Compare, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(GOLD.glob("spellings.*.tsv")))
    for path in parser.parse_args().files:
        lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
        one = [pair for names in lines for pair in combinations(names, 2)]
        other = [(a, b) for names, others in combinations(lines, 2) for a in names for b in others]
        print(path.name)
        for name, alike in _methods():
            found, false = (sum(alike(*pair) for pair in pairs) for pairs in (one, other))
            told = f"found {100 * found / len(one):5.1f} ({found} of {len(one)})"
            print(f"  {name:20}{told}  false {100 * false / len(other):.2f} ({false} of {len(other)})")


if __name__ == "__main__":
    main()
