"""Whether a report and its distorted twin stay two claims, and a report and its true paraphrase become one.

    python eval/distortion.py [FILE...] [--show] [--together]

FILE is a table of pairs, by default those of eval/gold/: kind, language, text, parted by tabs. A "report" opens a
group; each line after it is its twin: "same" in other words or another language, or the one thing that was changed:
polarity, number, actor, place, time, scope, verb (for its opposite), attributed (who says it is new).

Each text becomes an article of its own, is read by every stage up to the claims, and is matched with its report: alone
with it, or with --together among all texts of the file. A pair is merged where one claim holds half or more of each.
For "attributed" both must also be on the same word: a claim keeps on whose word each appearance is.

Printed: the share of distortions merged, by kind and language, and of paraphrases; with --show each miss.
"""

import argparse
import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.engine.local import group_by_key
from sayso.extract.plain import from_plain
from sayso.model import Article, Attribution, Claim, ClaimMention, Clock, Record
from sayso.parts import whole_of
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings
from sayso.stage import WHOLE_CASE, of

GOLD = Path(__file__).parent / "gold"
DAY = datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC)  # a Wednesday; the texts are invented
SAME = "same"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of the table, and where its group opens."""

    number: int
    report: int
    kind: str
    language: str
    text: str


def read(path: Path) -> list[Text]:
    """The lines of a table, comments left out; raises SystemExit for a line that is none."""
    found: list[Text] = []
    report = -1
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3:
            raise SystemExit(f"{path}, line {number}: kind, language and text must be parted by tabs")
        report = number if fields[0] == "report" else report
        found.append(Text(number, report, *fields))
    return found


def annotated(texts: Sequence[Text]) -> dict[int, list[Record]]:
    """By line what every stage before the matching makes of its text, read alone."""
    settings = Settings()
    whole = stages(settings)
    names = [stage.name for stage in whole]
    before = [stage for stage in whole[: names.index("match")] if stage.name != "lineage"]
    made = {}
    for text in texts:
        clock = Clock(value=DAY, precision="day", text=DAY.date().isoformat(), basis="given")
        article = from_plain(text.text, language=text.language, capture_id=f"line {text.number}", published=clock)
        made[text.number] = run_in_memory([article], settings, before)
    return made


def claims(records: Sequence[Record]) -> list[Claim]:
    """What the matching makes of the records of several articles."""
    match = next(stage for stage in stages(Settings()) if stage.name == "match")
    sent = [record for record in records if isinstance(record, match.reads)]
    groups = group_by_key(match, sent)
    return of(list(match.run(WHOLE_CASE, groups[WHOLE_CASE])), Claim) if groups else []


@dataclass(frozen=True, slots=True)
class Whole:
    """The mentions that hold half or more of a text, and on whose word each is."""

    mentions: Mapping[str, str | None]

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Whole":
        """Those of one article."""
        (article,) = of(records, Article)
        named = {a.id: a.source_name for a in of(records, Attribution)}
        mentions = of(records, ClaimMention)
        parts = whole_of(mentions)  # that one part of two texts is one says nothing of what else they state
        long = [m for m in mentions if 2 * len(m.span.exact) >= len(article.text) and m.id not in parts]
        return cls({m.id: named.get(m.attribution_id or "") for m in long})


def merged(found: Sequence[Claim], report: Whole, twin: Whole, kind: str) -> bool:
    """Whether one claim holds most of both, for "attributed" in one voice."""
    for claim in found:
        ours = {report.mentions[m] for m in claim.mention_ids if m in report.mentions}
        theirs = {twin.mentions[m] for m in claim.mention_ids if m in twin.mentions}
        if ours and theirs and (kind != "attributed" or ours & theirs):
            return True
    return False


def pairs(texts: Sequence[Text], together: bool) -> Iterator[tuple[Text, Text, bool]]:
    """(report, twin, whether they are merged) for each twin of a table."""
    made = annotated(texts)
    by_number = {text.number: text for text in texts}
    everything = claims([record for records in made.values() for record in records]) if together else []
    for twin in (text for text in texts if text.number != text.report):
        both = made[twin.report] + made[twin.number]
        wholes = Whole.of(made[twin.report]), Whole.of(made[twin.number])
        found = everything or claims(both)
        yield by_number[twin.report], twin, merged(found, *wholes, twin.kind)


def _share(results: Sequence[bool]) -> str:
    return f"{100 * sum(results) / len(results):5.1f}  ({sum(results)} of {len(results)})" if results else "  n/a"


def main() -> None:
    """Match, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(GOLD.glob("distortion.*.tsv")))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--together", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        by: dict[str, list[bool]] = defaultdict(list)
        for report, twin, one in pairs(read(path), options.together):
            across = report.language != twin.language
            right = one is (twin.kind == SAME)
            if twin.kind == SAME:
                by["paraphrases merged"].append(one)
                by["  across languages" if across else "  within a language"].append(one)
                by[f"  {report.language} paraphrase"].append(one)
            else:
                by["distortions merged"].append(one)
                by[f"  {twin.kind}"].append(one)
                by["  in another language" if across else f"  in {twin.language}"].append(one)
            if options.show and not right:
                print(f"{'merged' if one else 'apart'} {twin.kind}\n  {report.text}\n  {twin.text}")
        total = len(by["paraphrases merged"]) + len(by["distortions merged"])
        print(f"{path.name}: {total} pairs{', all in one case' if options.together else ', each alone'}")
        for name, results in sorted(by.items(), key=lambda item: (item[0].lstrip() != item[0], item[0])):
            print(f"{name:24}{_share(results)}")


if __name__ == "__main__":
    main()
