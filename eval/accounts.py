"""Who stands behind a claim, who did it, and what a figure counts, across eleven languages.

    python eval/accounts.py [FILE...] [--show]

FILE is a table of invented accounts, by default those of eval/gold/accounts.*.tsv: kind, what should come out, then
language and text of each account, parted by tabs. Each text becomes an article of its own and is read by every stage
before the claims.

"origins": each text is one appearance of one claim, on the word of whoever stands last in [brackets]; right if the
range of independent origins is the one given. "actor": right if the case tells a conflict of actors ("conflict"), that
one says and one denies it ("denied"), or neither ("none"). "scope": right if a conflict of numbers is told where one
is, and none where the figures count different things.

Printed: the share that is right, by kind and by what should come out; with --show each that is not.
"""

import argparse
import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.source_kinds import kind_of
from sayso.engine.local import group_by_key
from sayso.extract.plain import from_plain
from sayso.model import Article, Attribution, Claim, ClaimMention, Clock, Contradiction, Corroboration, Record
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import Aspect, BlockRole, Difference, Manner

GOLD = Path(__file__).parent / "gold"
DAY = datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC)  # a Wednesday; the texts are invented
_SOURCE = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Account:
    """One text, and where the source that is asked about stands in it."""

    language: str
    text: str
    source: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the table."""

    number: int
    kind: str
    expected: str
    accounts: tuple[Account, ...]


def _account(language: str, marked: str) -> Account:
    """The text without its brackets, and the place of what stood in the last of them."""
    text, source, at = "", None, 0
    for match in _SOURCE.finditer(marked):
        text += marked[at : match.start()]
        source = (len(text), len(text) + len(match.group(1)))
        text += match.group(1)
        at = match.end()
    return Account(language, text + marked[at:], source)


def read(path: Path) -> list[Item]:
    """The lines of a table, comments left out; raises SystemExit for a line that is none."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, expected, *told = line.split("\t")
        if len(told) < 4 or len(told) % 2 or kind not in RESULT:
            raise SystemExit(f"{path}, line {number}: kind, what should come out, then language and text by turns")
        accounts = tuple(_account(*pair) for pair in zip(told[::2], told[1::2], strict=True))
        found.append(Item(number, kind, expected, accounts))
    return found


def _annotated(account: Account, number: int, at: int) -> list[Record]:
    whole = stages(Settings())
    names = [stage.name for stage in whole]
    before = [stage for stage in whole[: names.index("match")] if stage.name != "lineage"]
    clock = Clock(value=DAY, precision="day", text=DAY.date().isoformat(), basis="given")
    article = from_plain(
        account.text,
        language=account.language,
        capture_id=f"{number}-{at}",
        published=clock,
        publisher=f"Outlet {at}",
    )
    return run_in_memory([article], Settings(), before)


def _run(records: Iterable[Record], name: str) -> list[Record]:
    """What one stage of the whole case makes of records."""
    stage = next(stage for stage in stages(Settings()) if stage.name == name)
    sent = [record for record in records if isinstance(record, stage.reads)]
    groups = group_by_key(stage, sent)
    return list(stage.run(WHOLE_CASE, groups[WHOLE_CASE])) if groups else []


def origins(item: Item) -> str:
    """The range of independent origins of the one claim that every text of an item is an appearance of."""
    records: list[Record] = []
    mentions = []
    for at, account in enumerate(item.accounts):
        made = _annotated(account, item.number, at)
        (article,) = of(made, Article)
        start, end = account.source or (0, 0)
        attribution = Attribution(
            article_id=article.id,
            source=(article.span(start, end),),
            cue=(),
            content=(article.span(0, len(article.text)),),
            source_kind=kind_of(account.text[start:end], account.language),
            manner=Manner.INDIRECT,
            source_name=account.text[start:end],
        )
        mention = ClaimMention(
            article_id=article.id,
            span=article.span(0, len(article.text)),
            role=BlockRole.BODY,
            attribution_id=attribution.id,
        )
        mentions.append(mention)
        records += [*(r for r in made if not isinstance(r, Attribution | ClaimMention)), attribution, mention]
    claim = Claim(first_mention_id=mentions[0].id, text="", mention_ids=tuple(m.id for m in mentions))
    (count,) = of(_run([*records, claim], "independence"), Corroboration)
    return f"{count.low}-{count.high}"


def _differences(item: Item) -> list[Contradiction]:
    made = [_annotated(account, item.number, at) for at, account in enumerate(item.accounts)]
    records = [record for account in made for record in account]
    return of(_run([*records, *_run(records, "match")], "conflict"), Contradiction)


def actor(item: Item) -> str:
    """Whether a case tells a conflict of actors, a denial, or neither."""
    told = {c.aspect for c in _differences(item) if c.verdict is Difference.CONFLICT}
    return "denied" if Aspect.POLARITY in told else "conflict" if Aspect.ACTOR in told else "none"


def scope(item: Item) -> str:
    """Whether a case tells a conflict of numbers."""
    found = _differences(item)
    told = any(c.verdict is Difference.CONFLICT and c.aspect is Aspect.NUMBER for c in found)
    return "conflict" if told else "none"


RESULT = {"origins": origins, "actor": actor, "scope": scope}


def _share(results: Sequence[bool]) -> str:
    return f"{100 * sum(results) / len(results):5.1f}  ({sum(results)} of {len(results)})"


def main() -> None:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(GOLD.glob("accounts.*.tsv")))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        by: dict[str, list[bool]] = defaultdict(list)
        for item in read(path):
            came = RESULT[item.kind](item)
            by[item.kind].append(came == item.expected)
            by[f"  {item.kind} {item.expected}"].append(came == item.expected)
            if options.show and came != item.expected:
                texts = " – ".join(account.text for account in item.accounts)
                print(f"  {item.number}: {item.kind} {came}, not {item.expected}: {texts}")
        print(path.name)
        for name in sorted(by, key=lambda name: (name.split(), name)):
            print(f"{name:24}{_share(by[name])}")


if __name__ == "__main__":
    main()
