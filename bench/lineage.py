"""How fast, how large and how good lineage is beside MinHash libraries, on corpora with known copies.

    python bench/lineage.py CORPUS_DIR... [--systems SYSTEM...] [--peers PYTHON]

A CORPUS_DIR holds corpus.jsonl ({"id", "outlet", "published", "headline", "text"}) and truth.jsonl ({"derived",
"origin"}). Each system runs in a process of its own that is held to one core, from texts in memory to pairs; reading
the corpus is not counted in the time, but is in the peak memory. Time is processor time, which on one core is the
time by the clock of a machine that does nothing else; loading compiled code counts, compiling it the first time on
a machine too (run twice). Several corpora show how time grows: seconds for 1,000 documents.

Recall counts pairs of one family that share half of the five-word shingles of the smaller text or more; precision
counts any pair of one family as right. rensa and datasketch verify each pair by its estimated similarity; text-dedup
and datatrove give clusters, of which every pair counts. A peer that is not installed is named as absent: `pip install
rensa datasketch text-dedup 'datatrove[processing]' 'xxhash<4'` in an environment of their own, whose Python --peers
names.
"""

import argparse
import collections
import importlib
import itertools
import json
import os
import re
import resource
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Rows = Sequence[dict[str, Any]]
Pairs = Iterable[tuple[int, int]]

PERMUTATIONS, BANDS, VERIFIED = 128, 64, 0.3  # of the settings in use, those with which the peers find most
UNVERIFIED_BANDS = 32  # for peers that verify nothing: with 64 a third of their pairs is wrong


def shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.casefold())
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def sayso_pairs(rows: Rows) -> Pairs:
    """Verified and aligned pairs, without direction and reasons: what the peers give."""
    documents, prepared, compare, settings = (
        importlib.import_module(f"sayso.{name}")
        for name in ("lineage.documents", "lineage.prepared", "lineage.compare", "settings")
    )
    ready = prepared.Prepared([documents.from_row(row) for row in rows], settings.LineageSettings(), quotations=False)
    return [(pair.left, pair.right) for pair in compare.compare(ready).pairs]


def sayso_lineage(rows: Rows) -> Pairs:
    """All that `sayso lineage` gives: kind, direction, passages, reasons."""
    place = {row["id"]: number for number, row in enumerate(rows)}
    pairs = importlib.import_module("sayso.lineage.batch").lineage_rows(rows)
    return [(place[pair["derived"]], place[pair["origin"]]) for pair in pairs]


def rensa_lsh(rows: Rows) -> Pairs:
    rensa = importlib.import_module("rensa")
    sketches = rensa.RMinHash.from_token_sets((shingles(row["text"]) for row in rows), PERMUTATIONS, 42)
    index = rensa.RMinHashLSH(VERIFIED, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    found = enumerate(index.query_all(sketches))
    return [(n, m) for n, near in found for m in near if n < m and sketches[n].jaccard(sketches[m]) >= VERIFIED]


def datasketch_lsh(rows: Rows) -> Pairs:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
    tokens = ([token.encode() for token in shingles(row["text"])] for row in rows)
    sketches = [datasketch.MinHash.bulk([own], num_perm=PERMUTATIONS)[0] for own in tokens]
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch)
    found = ((number, index.query(sketch)) for number, sketch in enumerate(sketches))
    return [(n, m) for n, near in found for m in near if n < m and sketches[n].jaccard(sketches[m]) >= VERIFIED]


def text_dedup_clusters(rows: Rows) -> Pairs:
    module = importlib.import_module("text_dedup.minhash")
    numpy = importlib.import_module("numpy")
    wide = PERMUTATIONS // UNVERIFIED_BANDS
    prime = numpy.uint64((1 << 61) - 1)
    multipliers = module.RNG.randint(1, prime, size=PERMUTATIONS, dtype=numpy.uint64)
    offsets = module.RNG.randint(0, prime, size=PERMUTATIONS, dtype=numpy.uint64)
    rules = {
        "num_perm": PERMUTATIONS,
        "ngram_size": 5,
        "min_length": 5,
        "hashranges": [(band * wide, (band + 1) * wide) for band in range(UNVERIFIED_BANDS)],
        "permutations": (multipliers, offsets),
        "hash_func": module.xxh3_32hash,
        "dtype": numpy.uint64,
        "max_hash": numpy.uint64((1 << 32) - 1),
        "modulo_prime": prime,
    }
    tables: list[dict[bytes, int]] = [{} for _ in range(UNVERIFIED_BANDS)]
    tied = []
    for number, row in enumerate(rows):
        bands = module.embed_func(row["text"], number, **rules)[module.SIGNATURE_COLUMN]
        tied += [(table.setdefault(band, number), number) for table, band in zip(tables, bands, strict=True)]
    return within(tied, len(rows))


def datatrove_clusters(rows: Rows) -> Pairs:
    """Its signatures and buckets, which it passes on through files."""
    minhash = importlib.import_module("datatrove.pipeline.dedup.minhash")
    document = importlib.import_module("datatrove.data").Document
    buckets = UNVERIFIED_BANDS
    config = minhash.MinhashConfig(n_grams=5, num_buckets=buckets, hashes_per_bucket=PERMUTATIONS // buckets)
    with tempfile.TemporaryDirectory() as scratch:
        signed, paired = f"{scratch}/signatures", f"{scratch}/buckets"
        texts = (document(text=row["text"], id=row["id"]) for row in rows)
        minhash.MinhashDedupSignature(output_folder=signed, config=config).run(texts)
        for rank in range(buckets):
            step = minhash.MinhashDedupBuckets(input_folder=signed, output_folder=paired, config=config)
            step.run(rank=rank, world_size=buckets)
        told = [struct.iter_unpack("<4I", path.read_bytes()) for path in Path(paired).glob("*.dups")]
    return within(((row[1], row[3]) for rows_of in told for row in rows_of), len(rows))


def within(tied: Pairs, size: int) -> Iterator[tuple[int, int]]:
    """Every pair of each cluster that `tied` pairs make."""
    for members in clusters(tied, size):
        yield from itertools.combinations(members, 2)


def clusters(tied: Pairs, size: int) -> Iterable[list[int]]:
    parent = list(range(size))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for left, right in tied:
        parent[root(left)] = root(right)
    members = collections.defaultdict(list)
    for number in range(size):
        members[root(number)].append(number)
    return members.values()


SYSTEMS: dict[str, Callable[[Rows], Pairs]] = {
    "sayso, pairs": sayso_pairs,
    "sayso, lineage": sayso_lineage,
    "rensa": rensa_lsh,
    "datasketch": datasketch_lsh,
    "text-dedup": text_dedup_clusters,
    "datatrove": datatrove_clusters,
}


def read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run_one(system: str, corpus: Path) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rows = read(corpus / "corpus.jsonl")
    start = time.process_time()
    pairs = list(SYSTEMS[system](rows))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"documents": len(rows), "seconds": seconds, "peak_mb": peak, "pairs": pairs}, sys.__stdout__)


def gold(corpus: Path) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs of one family, and those of them that share half of the smaller text."""
    rows = read(corpus / "corpus.jsonl")
    place = {row["id"]: number for number, row in enumerate(rows)}
    tied = [(place[row["derived"]], place[row["origin"]]) for row in read(corpus / "truth.jsonl")]
    kin, wanted = set(), set()
    for group in clusters(tied, len(rows)):
        grams = {number: set(shingles(rows[number]["text"])) for number in group} if len(group) > 1 else {}
        for left, right in itertools.combinations(group, 2):
            kin.add((left, right))
            if 2 * len(grams[left] & grams[right]) >= min(len(grams[left]), len(grams[right])):
                wanted.add((left, right))
    return kin, wanted


def measure(system: str, corpus: Path, python: str, known: tuple[set[tuple[int, int]], set[tuple[int, int]]]) -> str:
    kin, wanted = known
    one_core = {**os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    one_core.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles all modules at each start
    command = [python, __file__, str(corpus), "--one", system]
    done = subprocess.run(command, capture_output=True, text=True, env=one_core, check=False)
    if done.returncode:
        return f"absent: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}"
    told = json.loads(done.stdout)
    pairs = {(min(pair), max(pair)) for pair in told["pairs"]}
    precision = 100 * len(pairs & kin) / max(1, len(pairs))
    recall = 100 * len(pairs & wanted) / max(1, len(wanted))
    speed, slowness = told["documents"] / told["seconds"], 1000 * told["seconds"] / told["documents"]
    return f"{speed:9.0f}{slowness:12.2f}{told['peak_mb']:9.0f}{precision:11.1f}{recall:8.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS_DIR")
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=list(SYSTEMS), metavar="SYSTEM")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON", help="the Python that has the peers")
    parser.add_argument("--one", choices=SYSTEMS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        run_one(given.one, given.corpora[0])
        return
    for corpus in given.corpora:
        known = gold(corpus)
        print(f"\n{corpus}\n{'system':16}{'docs/s':>9}{'s per 1,000':>12}{'peak MB':>9}{'precision':>11}{'recall':>8}")
        for system in given.systems:
            python = sys.executable if system.startswith("sayso") else given.peers
            print(f"{system:16}{measure(system, corpus, python, known)}", flush=True)


if __name__ == "__main__":
    main()
