"""How long a case takes, stage by stage.

    python bench/build.py INPUT... [--workers N]

Prints seconds and records per second of each stage, the whole, articles per second and peak memory, for a fresh
case made of the inputs.
"""

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

from sayso import verbs


def main() -> None:
    """Build once and print the account."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    clock: dict[str, tuple[float, int]] = {}

    def note(stage: str, _: int, total: int) -> None:
        clock[stage] = (time.perf_counter(), total)

    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        verbs.add(Path(folder) / "case", *options.inputs)
        added = last = time.perf_counter()
        records = verbs.build(Path(folder) / "case", workers=options.workers, progress=note)
        ended = time.perf_counter()
    print(f"{'add':14} {added - started:8.2f} s")
    for stage, (moment, keys) in clock.items():
        print(f"{stage:14} {moment - last:8.2f} s  {keys} keys")
        last = moment
    print(f"{'all':14} {ended - started:8.2f} s  {len(records.articles) / (ended - started):.1f} articles/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{'peak memory':14} {peak / 1024:8.0f} MiB (this process and its largest child)")


if __name__ == "__main__":
    main()
