"""Who is one source, among the words of many languages for the sources of one event.

    python eval/sources.py [FILE...] [--show]

FILE is a table of invented sources, by default those of eval/gold/sources.*.tsv: event, origin, country, language,
naming ("full", "short" where the event alone tells which, "loose" where no reader could be sure) and the phrase as it
stands in a sentence, parted by tabs. Each phrase is the source of an article of its own, all of an event are one case.

Printed, of the phrases that are not loose: of the pairs of one origin those that have one strict key ("joined"), and
of the pairs with one key those of one origin ("right"); then of the claims that one origin alone stands behind, and
that one and the next of its event do, those of which the range of independent origins holds 1, or 2, and is at most
one wide. With --show every origin with its names by key, but for the held file.
"""

import argparse
import csv
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.source_kinds import kind_of
from sayso.corroborate.families import Families
from sayso.corroborate.independence import IndependenceStage
from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.origins import SourceBook
from sayso.extract.plain import from_plain
from sayso.model import Article, Attribution, Claim, ClaimMention, Corroboration, Record
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import BlockRole, Manner

GOLD = Path(__file__).parent / "gold"
SHOWN = 12
HELD = ".held"  # how the name of the file ends that is only counted: whoever works on the rules does not read it


@dataclass(frozen=True, slots=True)
class Named:
    """One phrase of the table, its article and who stands behind it there."""

    origin: str
    naming: str
    article: Article
    attribution: Attribution
    mention: ClaimMention


def _named(row: dict[str, str], at: int) -> Named:
    phrase, language = row["phrase"], row["language"]
    article = from_plain(phrase, language=language, capture_id=str(at), publisher=f"Outlet {at}")
    whole = article.span(0, len(article.text))
    attribution = Attribution(
        article_id=article.id,
        source=(whole,),
        cue=(),
        content=(whole,),
        source_kind=kind_of(phrase, language),
        manner=Manner.INDIRECT,
        source_name=phrase,
    )
    mention = ClaimMention(article_id=article.id, span=whole, role=BlockRole.BODY, attribution_id=attribution.id)
    return Named(row["origin"], row["naming"], article, attribution, mention)


def events(path: Path) -> dict[str, list[Named]]:
    """The phrases of a table, by event."""
    found: dict[str, list[Named]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        for at, row in enumerate(rows):
            found[row["event"]].append(_named(row, at))
    return found


def keys(named: Sequence[Named]) -> list[Key]:
    """The strict origin of each phrase of an event."""
    articles = {one.article.id: one.article for one in named}
    families = Families(articles.values(), (), ())
    book = SourceBook((one.attribution for one in named), articles)
    found = []
    for one in named:
        standing = book.standing(one.mention, one.article, families)
        found.append(standing.key)
    return found


def ranges(named: Sequence[Named], claims: Iterable[Sequence[Named]]) -> list[tuple[int, int]]:
    """The range of independent origins of each claim, in one case."""
    records: list[Record] = [part for one in named for part in (one.article, one.attribution, one.mention)]
    made = []
    for at, behind in enumerate(claims):
        ids = tuple(one.mention.id for one in behind)
        made.append(Claim(first_mention_id=ids[0], text=str(at), mention_ids=ids))
    counts = {
        one.claim_id: one for one in of(list(IndependenceStage().run(WHOLE_CASE, [*records, *made])), Corroboration)
    }
    return [(counts[claim.id].low, counts[claim.id].high) for claim in made]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):5.1f}  ({part} of {whole})"


def _show(event: str, sure: Sequence[Named], found: Sequence[Key]) -> None:
    print(f"\n{event}")
    by_origin: dict[str, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one, key in zip(sure, found, strict=True):
        by_origin[one.origin][key].append(one.attribution.source_name or "")
    for origin, by_key in by_origin.items():
        print(f"  {origin}")
        for key, phrases in sorted(by_key.items(), key=lambda item: -len(item[1])):
            print(f"    {key}: {' | '.join(phrases[:SHOWN])}")


def score(path: Path, *, show: bool) -> None:
    """Print the figures of one table."""
    tally = Counter[str]()
    for event, named in events(path).items():
        found = keys(named)
        sure = [(one, key) for one, key in zip(named, found, strict=True) if one.naming != "loose"]
        if show and not path.stem.endswith(HELD):
            _show(event, named, found)
        for (one, key), (other, key_) in itertools.combinations(sure, 2):
            tally["of one"] += one.origin == other.origin
            tally["with one key"] += key == key_ != UNSOURCED
            tally["both"] += one.origin == other.origin and key == key_ != UNSOURCED
        behind: dict[str, list[Named]] = defaultdict(list)
        for one, _ in sure:
            behind[one.origin].append(one)
        alone = list(behind.values())
        pairs = [[*one, *alone[(at + 1) % len(alone)]] for at, one in enumerate(alone)]
        for wanted, claims in ((1, alone), (2, pairs)):
            for low, high in ranges(named, claims):
                tally[f"of {wanted}"] += 1
                tally[f"right {wanted}"] += low <= wanted <= high <= low + 1
    print(path.name)
    print(f"joined, of pairs of one origin     {_share(tally['both'], tally['of one'])}")
    print(f"right, of pairs with one key       {_share(tally['both'], tally['with one key'])}")
    print(f"claims of one origin               {_share(tally['right 1'], tally['of 1'])}")
    print(f"claims of two origins              {_share(tally['right 2'], tally['of 2'])}")


def main() -> None:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(GOLD.glob("sources.*.tsv")))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        score(path, show=options.show)


if __name__ == "__main__":
    main()
