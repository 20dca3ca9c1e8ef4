"""Attributions of the PolNeAR corpus, read as `sayso annotate` does and scored against its annotators.

    python eval/attribution_polnear.py DATA --scorer SCORER.py [--split dev] [--reliability] [--write OUT.jsonl]

DATA holds `<split>.jsonl.gz`, one article a line: {"id", "title", "text", "attributions": [{"source", "cue",
"content"}]}, each role a list of [start, end] in code points. SCORER is a file with `score(gold, predicted)`,
`points`, `overlap` and `ROLES`. `--reliability` prints the table of `src/sayso/lexicons/attribution_reliability.toml`:
for each construction of the rules the share of readings that annotators have too (content overlap of half or more)
and give the same source. Constructions read fewer than 20 times are left out.
"""

import argparse
import gzip
import importlib.util
import json
import pathlib
import sys
import time
from collections import Counter
from types import ModuleType
from typing import Any

from sayso import verbs
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.rule_reader import RuleReader
from sayso.extract.plain import from_plain
from sayso.model import Article, Attribution

MIN_COUNT = 20  # below this a share says next to nothing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--scorer", type=pathlib.Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--reliability", action="store_true")
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    file = options.data / f"{options.split}.jsonl.gz"
    for needed in (file, options.scorer):
        if not needed.is_file():
            print(f"{needed} is not there; nothing measured", file=sys.stderr)
            return 66
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    scorer = load(options.scorer)
    if options.reliability:
        for name, share in reliability(scorer, gold, {key: attributions(row) for key, row in gold.items()}).items():
            print(f'"{name}" = {share:.2f}')
        return 0
    start = time.perf_counter()
    asked = [{"id": key, "text": row["text"], "language": "en"} for key, row in gold.items()]
    predicted = {row["id"]: row for row in verbs.annotate_rows(asked)}
    seconds = time.perf_counter() - start
    if options.write:
        options.write.write_text("".join(json.dumps(row) + "\n" for row in predicted.values()), "utf-8")
    words = sum(len(row["text"].split()) for row in gold.values())
    print(f"{'words a second':28} {words / seconds:.0f}")
    for name, value in scorer.score(gold, predicted).items():
        print(f"{name:28} {value:.1f}" if isinstance(value, float) else f"{name:28} {value}")
    return 0


def load(path: pathlib.Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def attributions(row: dict[str, Any]) -> list[Attribution]:
    article: Article = from_plain(row["text"], language="en", capture_id=row["id"])
    stage = AttributionStage(RuleReader())
    return [record for record in stage.run(article.id, [article]) if isinstance(record, Attribution)]


def plain(one: Attribution) -> dict[str, list[list[int]]]:
    roles = {"source": one.source, "cue": one.cue, "content": one.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}


def reliability(scorer: ModuleType, gold: dict[str, Any], read: dict[str, list[Attribution]]) -> dict[str, float]:
    """For each construction the share of its readings whose content and source annotators have too."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for key, row in gold.items():
        text = row["text"]
        theirs = [{role: scorer.points(a[role], text) for role in scorer.ROLES} for a in row["attributions"]]
        for one in read[key]:
            ours = {role: scorer.points(spans, text) for role, spans in plain(one).items()}
            count[one.construction] += 1
            right[one.construction] += any(
                scorer.overlap(a["content"], ours["content"]) >= 0.5
                and scorer.overlap(a["source"], ours["source"]) >= 0.5
                for a in theirs
                if a["content"]
            )
    kept = sorted((name for name in count if count[name] >= MIN_COUNT), key=lambda name: -count[name])
    return {name: right[name] / count[name] for name in kept}


if __name__ == "__main__":
    sys.exit(main())
