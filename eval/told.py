"""Whether the wordings of one claim become one, among all that is told of an event in many languages.

    python eval/told.py [FILE...] [--show]

FILE is a table of invented events, by default those of eval/gold/told/ that no lesson held: lines parted by tabs. An
"event" opens an event, with its name; a "claim" a claim of it, with its number and, for the human reader, what it
states; a line that begins with a language is one wording of that claim, as a report might put it. "near" names two
claims that overlap, so that an editor would hesitate: their wordings count neither way.

Each wording becomes an article of its own, is read by every stage up to the claims, and all of an event are matched.
Printed, in all and for pairs within a language, across languages, and with English on one side: of the pairs of
wordings of one claim the share that one claim of ours holds (joined), and of the pairs that one of ours holds the share
that are one (right). With --show, of each event, what was joined wrongly and what fell apart.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import distortion

GOLD = distortion.GOLD / "told"
HELD = "held"


@dataclass(frozen=True, slots=True)
class Wording:
    """One line, and the claim it words."""

    claim: str
    text: distortion.Text


@dataclass(frozen=True, slots=True)
class Event:
    """What is told of an event, and which of its claims overlap."""

    name: str
    wordings: list[Wording] = field(default_factory=list)
    near: set[frozenset[str]] = field(default_factory=set)
    gists: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> list[Event]:
    """The events of a table; raises SystemExit for a line that is none."""
    events: list[Event] = []
    claim = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if fields[0] == "event" and len(fields) == 2:
            events.append(Event(fields[1]))
        elif fields[0] == "claim" and len(fields) == 3 and events:
            claim = fields[1]
            events[-1].gists[claim] = fields[2]
        elif fields[0] == "near" and len(fields) == 3 and set(fields[1:]) <= events[-1].gists.keys():
            events[-1].near.add(frozenset(fields[1:]))
        elif len(fields) == 2 and events and events[-1].gists:
            text = distortion.Text(number, number, distortion.SAME, fields[0], fields[1])
            events[-1].wordings.append(Wording(claim, text))
        else:
            raise SystemExit(f"{path}, line {number}: no event, claim, near or wording")
    return events


def gathered(event: Event) -> dict[int, set[str]]:
    """Of each wording, by its line, our claims that hold half or more of it."""
    made = distortion.annotated([wording.text for wording in event.wordings])
    claims = distortion.claims([record for records in made.values() for record in records])
    holding = {mention: claim.id for claim in claims for mention in claim.mention_ids}
    wholes = {number: distortion.Whole.of(records) for number, records in made.items()}
    return {number: {holding[one] for one in whole.mentions if one in holding} for number, whole in wholes.items()}


def pairs(event: Event, held: dict[int, set[str]]) -> Iterator[tuple[Wording, Wording, bool, bool]]:
    """(one, other, whether they word one claim, whether one of ours holds both) of those that count."""
    for one, other in combinations(event.wordings, 2):
        if frozenset((one.claim, other.claim)) not in event.near:
            yield one, other, one.claim == other.claim, bool(held[one.text.number] & held[other.text.number])


def kinds(one: Wording, other: Wording) -> Iterator[str]:
    """What a pair is counted as."""
    languages = {one.text.language, other.text.language}
    yield "all"
    yield "within a language" if len(languages) == 1 else "across languages"
    if languages == {"en"}:
        yield "both in English"
    elif "en" in languages:
        yield "English and another"


def show(event: Event, found: Sequence[tuple[Wording, Wording, bool, bool]]) -> None:
    """What was joined wrongly, and how much of each claim fell apart."""
    print(f"\n{event.name}")
    wrong = Counter(frozenset((a.claim, b.claim)) for a, b, same, joined in found if joined and not same)
    for claims, count in wrong.most_common():
        print(f"  {count:4} wrong: " + " / ".join(f"{claim} {event.gists[claim]}" for claim in sorted(claims)))
    for claim, gist in event.gists.items():
        own = [joined for a, b, same, joined in found if same and a.claim == claim]
        print(f"  {sum(own):4} of {len(own)} joined: {claim} {gist}")


def share(part: int, whole: int) -> str:
    """A percentage with its counts."""
    return f"{100 * part / whole:5.1f} ({part} of {whole})" if whole else "  n/a"


def main() -> None:
    """Read, match, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", nargs="*", type=Path, default=sorted(GOLD.glob(f"{HELD}*.tsv")))
    cli.add_argument("--show", action="store_true")
    said = cli.parse_args()
    joined, same, both = Counter[str](), Counter[str](), Counter[str]()
    for event in (event for path in said.file for event in read(path)):
        found = list(pairs(event, gathered(event)))
        for one, other, is_one, is_joined in found:
            for kind in kinds(one, other):
                same[kind] += is_one
                joined[kind] += is_joined
                both[kind] += is_one and is_joined
        if said.show:
            show(event, found)
    for kind in same:
        print(f"{kind:22} joined {share(both[kind], same[kind])}, right {share(both[kind], joined[kind])}")


if __name__ == "__main__":
    main()
