"""Who says what, how sure and in which mode, on invented articles in eleven languages.

    python eval/voices.py [FILE...] [--show]

FILE holds one article a line, by default those of eval/gold/voices/*.jsonl: {"id", "language", "headline", "text",
"statements": [{"quote", "voice", "who", "through", "certainty", "mode"}]}. `quote` stands in text or headline as it
is; `voice` is "attributed" (to `who`: the source as printed and its other names in the article; `through`: agencies
in between), "unnamed" (on the word of somebody not named) or "writer" (asserted by the article itself). The files
were written and annotated by readers who had not seen the program, and first run when they were finished.

Printed for each language, in percent of its statements:

  found      half or more of the quote stands in a claim
  voice      and nobody is named who should not be, whoever should be is, and the writer's own stands as his own
  mouth      named somebody who did not say it: what costs most
  own        attributed, and printed as the writer's own
  unclear    attributed to somebody named, and printed as somebody's whom Sayso cannot tell
  lent       the writer's own, printed as said by somebody
  certainty, mode   of those found

With --show every statement whose voice is not right, but for the blind files: whoever works on the rules does not read
them. The last lines are of all files, as `eval/gate.py` reads them; "no wrong mouth" is 100 less `mouth`.
"""

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso import verbs
from sayso.report.export import to_bytes

GOLD = Path(__file__).parent / "gold" / "voices"
BLIND = ".blind"  # how the names of files end that are only counted
OUTCOMES = ("voice", "mouth", "own", "unclear", "lent")
STEM = 4  # letters that forms of one word share; sources are inflected in half of the languages
_WORD = re.compile(r"[\u3400-\u9fff]{2}|[^\W\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Appearance:
    """One claim as the ledger has it."""

    start: int
    end: int
    source: str | None
    printed: str | None
    cue: str | None
    certainty: str
    mode: str

    @property
    def names(self) -> bool:
        """Whether somebody is named."""
        return bool(self.source or self.printed)


def stems(names: Sequence[str | None]) -> set[str]:
    """What the forms of some names have in common; two characters at a time of those without spaces."""
    found: set[str] = set()
    for name in names:
        folded = (name or "").casefold()
        chinese = re.findall(r"[\u3400-\u9fff]+", folded)
        found.update(run[k : k + 2] for run in chinese for k in range(max(1, len(run) - 1)))
        found.update(word[:STEM] for word in _WORD.findall(folded) if not chinese)
    return found


def is_named(one: Appearance, names: Sequence[str]) -> bool:
    """Whether the source shares a telling word with one of some names, or any word where it has no telling one."""
    ours, theirs = stems([one.source, one.printed]), stems(names)
    telling = {stem for stem in ours if len(stem) == STEM or "\u3400" <= stem[0] <= "\u9fff"}
    return bool((telling or ours) & theirs)


def appearances(article: dict[str, Any]) -> tuple[str, list[Appearance]]:
    """The text of an article as the ledger keeps it, and its claims."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.json"
        kept = {name: article[name] for name in ("language", "headline", "text")}
        path.write_text(json.dumps({"id": article["id"], **kept}), "utf-8")
        exported = json.loads(to_bytes(verbs.export(verbs.read(str(path)))))
    names = ("start", "end", "source", "source_printed", "cue", "certainty", "mode")
    found = [Appearance(*(a[name] for name in names)) for c in exported["claims"] for a in c["appearances"]]
    return exported["articles"][0]["text"], found


def fitting(quote: str, text: str, claims: Sequence[Appearance]) -> list[Appearance]:
    """The claims that hold half or more of a quote, the closest first."""
    low = text.find(quote)
    high = low + len(quote)

    def share(one: Appearance) -> float:
        inside = min(high, one.end) - max(low, one.start)
        return inside / (max(high, one.end) - min(low, one.start))

    held = [a for a in claims if 2 * (min(high, a.end) - max(low, a.start)) >= high - low] if low >= 0 else []
    return sorted(held, key=share, reverse=True)


def outcome(statement: dict[str, Any], held: Sequence[Appearance]) -> str:
    """What became of a statement that was found."""
    names = [*statement["who"], *statement["through"]]
    named = [a for a in held if a.names]
    if statement["voice"] == "writer":
        return "lent" if held[0].names or held[0].cue else "voice"
    if any(not is_named(a, names) for a in named):
        return "mouth"
    if statement["voice"] == "unnamed":
        return "voice" if any(a.cue for a in held) else "own"
    if named:
        return "voice"
    return "unclear" if any(a.cue for a in held) else "own"


def weigh(article: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], Appearance | None]]:
    """Each statement with what became of it and its closest claim."""
    text, claims = appearances(article)
    for statement in article["statements"]:
        held = fitting(statement["quote"], text, claims)
        yield (outcome(statement, held), statement, held[0]) if held else ("missed", statement, None)


def main() -> None:
    """Read, weigh, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    heads = ("found", *OUTCOMES, "certainty", "mode")
    print(f"{'':12}{'statements':>12}" + "".join(f"{head:>11}" for head in heads))
    whole: Counter[str] = Counter()
    for path in options.files or sorted(GOLD.glob("*.jsonl")):
        tally: Counter[str] = Counter()
        shown: list[str] = []
        for article in map(json.loads, path.read_text("utf-8").splitlines()):
            for name, statement, claim in weigh(article):
                tally["all"] += 1
                tally[name] += 1
                if claim:
                    tally["found"] += 1
                    tally["certainty"] += claim.certainty == statement["certainty"]
                    tally["mode"] += claim.mode == statement["mode"]
                if name != "voice":
                    printed = claim and (claim.printed, claim.source, claim.cue)
                    shown.append(f"  {name:8}{article['id']}  “{statement['quote']}” {statement['who']} {printed}")
        print(row(path.stem, tally, heads), flush=True)
        if options.show and not path.stem.endswith(BLIND):
            print("\n".join(shown))
        whole += tally
    print(row("Total", whole, heads))
    print("\nvoices: invented articles in eleven languages")
    found, all_of = max(1, whole["found"]), max(1, whole["all"])
    for name, share in (
        ("statements found", whole["found"] / all_of),
        ("voice right", whole["voice"] / all_of),
        ("no wrong mouth", 1 - whole["mouth"] / all_of),
        ("certainty right", whole["certainty"] / found),
        ("mode right", whole["mode"] / found),
    ):
        print(f"{name:20}{100 * share:5.1f}")


def row(name: str, tally: Counter[str], heads: Sequence[str]) -> str:
    """One line of the table."""
    shares = [100 * tally[head] / max(1, tally["found" if head in ("certainty", "mode") else "all"]) for head in heads]
    return f"{name:12}{tally['all']:>12}" + "".join(f"{share:>11.1f}" for share in shares)


if __name__ == "__main__":
    main()
