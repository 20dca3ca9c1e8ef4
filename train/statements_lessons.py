"""Pairs of statements to learn from: `python train/statements_lessons.py SHARED E5 OUT.npz`.

Six sources: the tables of invented groups (eval/gold/), each text as written and as Sayso cuts it; the invented events
that are told in many languages (`eval/told.py`); the cases with gold (`statements_cases.py`); what reports call whom
they quote (`statements_sources.py`); the pairs of real reports that readers judged (`eval/real_pairs.py`); and the
reports of these pairs' cases, of which statements are taken with those nearest in meaning, in another form, changed,
or with one that is unlike. The meaning is the mean of the vectors that the encoder of E5 (`multilingual_weights.py`)
gives before it has learnt anything. Tables and cases that are held back (`statements_reading.HELD`, `HELD_CASES`,
`held` of a pair) are in the held decks and in no other.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import distortion
import numpy as np
import real_pairs
import statements_cases as cases
import statements_sources as sources
import told
import torch
from attribution_steps import DEVICE, half
from statements_decks import DECKS, KINDS, NETWORKS, UNKNOWN, UNLABELLED, Lessons
from statements_model import MARKS, Reader, fresh, pieces_of
from statements_reading import HELD, REPORT, groups, of_reports, of_table, tables
from statements_variants import NAME, changed, varied

from sayso.corroborate.agreement import Rarity
from sayso.corroborate.candidates import candidates
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.same_statement import plain
from sayso.corroborate.vetoes import substitutions, vetoes
from sayso.settings import MatchSettings

GOLD = distortion.GOLD
HELD_CASES = GOLD / "small" / "three"
LEARNT_CASES = ("cases/*", "small/one/*", "lessons/*/*")
SHORTEST, LONGEST = 20, 380  # characters of a statement of a report that is learnt from
NEAREST = 9  # statements that are looked at for each
FEW = 8  # statements of a case from which on each is learnt with more than one
UNLIKE = 0.82  # likeness below which two statements of a case are taken to differ
NEARLY = 0.8  # of the words of two that stand in both: they state the same, if nothing else keeps them apart
UNLABELLED_TAKEN = 90_000
SAME, OTHER = KINDS.index("same"), KINDS.index("other")
LABELS = {"same": SAME, "clash": UNKNOWN, "diff": OTHER}

Told = tuple[str, str]
"""A statement and its language."""
Row = tuple[Told, Told, int, str]
"""A pair, its label and its deck."""


@dataclass(slots=True)
class Collected:
    """Statements, each once, and pairs of them."""

    numbers: dict[Told, int] = field(default_factory=dict)
    rows: list[tuple[int, int, int, int]] = field(default_factory=list)

    def take(self, rows: Iterable[Row]) -> None:
        """Take pairs in."""
        for left, right, label, deck in rows:
            self.rows.append((self._number(left), self._number(right), label, DECKS.index(deck)))

    def _number(self, told: Told) -> int:
        text, language = told
        return self.numbers.setdefault((" ".join(text.split()), language), len(self.numbers))

    def lessons(self, chance: random.Random, most: int) -> Lessons:
        """All of it, in pieces; of the pairs that nobody judged some, none twice and none that is judged."""
        unlabelled = DECKS.index("unlabelled")
        judged = {frozenset(row[:2]) for row in self.rows if DECKS[row[3]] in ("real same", "real other", "held real")}
        others = sorted({row for row in self.rows if row[3] == unlabelled and frozenset(row[:2]) not in judged})
        chance.shuffle(others)
        rows = np.array([row for row in self.rows if row[3] != unlabelled] + others[:most], dtype=np.int32)
        english = np.array([language == "en" for _, language in self.numbers])
        pieces, firsts = {}, {}
        for network in NETWORKS:
            found = [
                pieces_of(text, network) if network == "e5" or language == "en" else []
                for text, language in self.numbers
            ]
            pieces[network] = np.array([number for own in found for number in own], dtype=np.int32)
            firsts[network] = np.cumsum([0] + [len(own) for own in found])
        return Lessons(rows[:, :2], rows[:, 2], rows[:, 3], english, pieces, firsts)


def label_of(one: str, other: str) -> int | None:
    """The label of two texts of one group, by what each is; None for two changes of one thing: they may be the same."""
    first, second = (SAME if kind == REPORT else KINDS.index(kind) for kind in (one, other))
    if SAME in (first, second):
        return first + second - SAME
    return None if first == second else UNKNOWN


def of_invented(table: Path) -> list[Row]:
    """The pairs of a table; of one that is held the reports with their twins, as Sayso cuts them."""
    texts = distortion.read(table)
    _, longest = of_table(texts)
    rows: list[Row] = []
    chance = random.Random(table.name)

    def forms(text: distortion.Text) -> tuple[Told, Told]:
        found = longest.get(text.number)
        return (text.text, text.language), (found.mention.span.exact if found else text.text, text.language)

    for group in groups(texts):
        if table.name not in HELD:
            report, language = forms(group[0])[0]
            rows.append(((report, language), (varied(report, chance), language), SAME, "varied"))
        for one, other in combinations(group, 2):
            label = label_of(one.kind, other.kind)
            if label is None:
                continue
            if table.name in HELD:
                if one.kind == REPORT:
                    rows.append((forms(one)[1], forms(other)[1], label, "held invented"))
                continue
            deck = "invented same" if label == SAME else "invented other"
            rows += [(left, right, label, deck) for left in forms(one) for right in forms(other)]
    return rows


def of_event(event: told.Event, held: bool) -> Iterator[Row]:
    """The pairs of all wordings of an event but those of two claims that overlap."""
    for one, other in combinations(event.wordings, 2):
        left, right = ((each.text.text, each.text.language) for each in (one, other))
        if one.claim == other.claim:
            yield left, right, SAME, "held told" if held else "told same"
        elif frozenset((one.claim, other.claim)) not in event.near:
            yield left, right, OTHER, "held told" if held else "told other"


def of_gold(folder: Path) -> list[Row]:
    """The pairs of a case with gold."""
    statements = cases.read(folder)[1]
    found = cases.pairs(statements, exact=folder.parent.parent.name == "lessons")
    held = folder.parent == HELD_CASES
    return [
        (
            one.told,
            other.told,
            SAME if same else OTHER,
            "held cases" if held else "cases same" if same else "cases other",
        )
        for one, other, same in found
    ]


def of_readers(judged: Iterable[real_pairs.Pair]) -> Iterator[Row]:
    """The pairs that readers judged."""
    for pair in judged:
        left, right = (pair.left, pair.left_language), (pair.right, pair.right_language)
        deck = "held real" if pair.held else "real same" if pair.label == real_pairs.SAME else "real other"
        yield left, right, LABELS[pair.label], deck


@dataclass(frozen=True, slots=True)
class Case:
    """The statements of a case with the article of each, and pairs that share words: whether much the same ones."""

    told: Sequence[Told]
    articles: Sequence[str]
    sharing: Sequence[tuple[int, int, bool]]


def read_case(reports: dict[str, real_pairs.Text]) -> Case:
    """What Sayso reads in the reports of a case."""
    profiles, settings = of_reports(reports), MatchSettings()
    place = {profile.id: at for at, profile in enumerate(profiles)}
    words = [set(plain(profile.mention.span.exact).split()) for profile in profiles]
    sharing = []
    for left, right in candidates(profiles, Rarity(profiles), Nearness(profiles), settings)[0]:
        one, other = place[left.id], place[right.id]
        nearly = len(words[one] & words[other]) > NEARLY * len(words[one] | words[other])
        sharing.append((one, other, nearly and not vetoes(left, right) and not substitutions(left, right)))
    told = [(profile.mention.span.exact, profile.language) for profile in profiles]
    return Case(told, [profile.mention.article_id for profile in profiles], sharing)


@torch.no_grad()
def likeness(case: Case, model: Reader, size: int = 64) -> np.ndarray:
    """How alike in meaning the statements of a case are, by pairs; -1 within an article, and where one is not fit."""
    marks = MARKS["e5"]
    given = [[marks.first, *pieces_of(text, "e5"), marks.last] for text, _ in case.told]
    order = sorted(range(len(given)), key=lambda at: len(given[at]))
    vectors = np.zeros((len(given), model.encoder.config.hidden_size), dtype=np.float32)
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        longest = max(len(given[at]) for at in chosen)
        ids = torch.tensor([given[at] + [marks.fill] * (longest - len(given[at])) for at in chosen], device=DEVICE)
        mask = torch.tensor([[at < len(given[k]) for at in range(longest)] for k in chosen], device=DEVICE)
        with half():
            found = model.encoder(input_ids=ids, attention_mask=mask.long()).last_hidden_state.float()
        mean = (found * mask[:, :, None]).sum(1)
        vectors[chosen] = torch.nn.functional.normalize(mean).cpu().numpy()
    alike = vectors @ vectors.T
    articles = np.array(case.articles)
    fit = np.array([SHORTEST <= len(text) <= LONGEST for text, _ in case.told], dtype=bool)
    alike[(articles[:, None] == articles) | ~fit | ~fit[:, None]] = -1
    return alike


def of_case(case: Case, alike: np.ndarray, chance: random.Random) -> Iterator[Row]:
    """Pairs of a case that nobody has judged."""
    told, nearest = case.told, np.argsort(-alike, axis=1)[:, :NEAREST]
    names = sorted({name for text, _ in told for name in NAME.findall(text[1:])})
    for at in np.flatnonzero((alike >= 0).any(1)).tolist():
        (text, language), own = told[at], nearest[at]
        for other in own[[0, 1, chance.randint(2, 4)]] if len(told) > FEW else own[:1]:
            if alike[at, other] > 0:
                yield told[at], told[other], UNLABELLED, "unlabelled"
        if chance.random() < 0.25:
            yield told[at], (varied(text, chance), language), SAME, "varied"
        if language == "en" and chance.random() < 0.35 and (found := changed(text, names, chance)):
            yield told[at], (varied(found[0], chance), language), KINDS.index(found[1]), "changed"
        if chance.random() < 0.3:
            other = chance.randrange(len(told))
            if 0 < alike[at, other] < UNLIKE:
                yield told[at], told[other], OTHER, "unlike"
    for one, other, nearly in case.sharing:
        if alike[one, other] > 0 and (nearly or chance.random() < 0.12):
            yield told[one], told[other], UNLABELLED, "unlabelled"
            if nearly:
                yield told[one], told[other], SAME, "varied"


def collected(said: argparse.Namespace, chance: random.Random) -> Collected:
    """The pairs of all sources."""
    made, judged = Collected(), real_pairs.read(said.shared)
    held_back = {pair.case for pair in judged if pair.held}
    reports = [one for name, one in sorted(real_pairs.texts(said.shared).items()) if name not in held_back]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for rows in pool.map(of_invented, tables()[: said.limit]):
            made.take(rows)
        folders = [*HELD_CASES.iterdir(), *(one for names in LEARNT_CASES for one in GOLD.glob(names))]
        for rows in pool.map(of_gold, sorted(folders)[: said.limit]):
            made.take(rows)
        read = list(pool.map(read_case, reports[: said.limit]))
    made.take(of_readers(judged))
    for table in sorted(told.GOLD.glob("*.tsv"))[: said.limit]:
        for event in told.read(table):
            made.take(of_event(event, held=table.name.startswith(told.HELD)))
    for event in sources.events():
        held = "held sources" if event.held else None
        for one, other, same in sources.pairs(event):
            made.take([(one, other, SAME if same else OTHER, held or f"sources {'same' if same else 'other'}")])
    model = fresh(said.e5).to(DEVICE).eval()
    for case in read:
        if case.told:
            made.take(of_case(case, likeness(case, model), chance))
    return made


def main() -> None:
    """Collect, write, count."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("e5", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=3)
    cli.add_argument("--unlabelled", type=int, default=UNLABELLED_TAKEN, help="pairs that nobody judged")
    cli.add_argument("--limit", type=int, help="tables and cases, to try the script")
    said = cli.parse_args()
    chance = random.Random(said.seed)
    lessons = collected(said, chance).lessons(chance, said.unlabelled)
    lessons.save(said.out)
    counts = {name: int((lessons.decks == deck).sum()) for deck, name in enumerate(DECKS)}
    print(len(lessons.english), "statements,", counts)


if __name__ == "__main__":
    sys.exit(main())
