"""Corpora that are given beside the repository, not in it."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any


def rows_of(file: Path) -> list[Any]:
    """The objects of a gzipped JSON Lines file; says so and ends with code 66 where there is none."""
    if not file.is_file():
        print(f"{file} is not there; nothing measured", file=sys.stderr)
        sys.exit(66)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
