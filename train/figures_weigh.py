"""Fit how likely two figures answer one question: `python train/figures_weigh.py`.

What speaks for it (`sayso.corroborate.asked_odds.evidence`) is weighed by a logistic regression on pairs of figures of
cases with gold that the network of figures has not learnt from; of HELD the network of questions has not either.
A figure answers the question of the shortest quote of the gold that holds it and gives its value. A pair of which only
one answers a question that gold has counts HALF of one of two questions: gold marks most places, not all. Printed:
the weights in hundredths, beside those in use; and by these, for each set of cases, how many pairs of one question are
found from some log-odds on, and how many of those found are right; then for groups of figures and for two values of one
group the same. Nothing is written: the weights are constants of that module.
"""

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import statements_cases as cases
from attribution_calibrate import fitted
from small_cases import GOLD

from sayso.corroborate.asked import CLOCK, Answer, answers
from sayso.corroborate.asked_groups import gathered_by_question
from sayso.corroborate.asked_odds import APART, AT_FIRST, WEIGHTS, evidence, known_as_others, odds

LEARNT_BY_ONE = ("lessons/n", "lessons/o", "lessons/p", "lessons/q")
HELD = ("lessons/r", "lessons/s", "small/three")
HALF = 0.3  # how much a pair counts of which gold knows one figure
FLOORS = (-100, 0, 25, 100, 150, 200)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_TIMES_AS_MUCH = (1, 10**3, 10**6, 10**9)  # gold has "430" where a report has 430 million


class Figures(NamedTuple):
    """The figures of a case: which question each answers ("" if gold does not say), and what speaks for each two."""

    name: str
    asked: list[str]
    given: np.ndarray
    near: np.ndarray
    apart: np.ndarray
    articles: list[str]
    groups: list[list[list[int]]]


def read(folder: Path) -> Figures:
    """The figures of a case."""
    profiles, _ = cases.read(folder)
    told = answers(profiles)
    quotes = list(_quotes(folder))
    at = {answer.key: number for number, answer in enumerate(told)}
    groups = [_by_value(group.answers, at) for group in gathered_by_question(told)]
    name = f"{folder.parent.name}/{folder.name}"
    asked = [_question(answer, quotes) for answer in told]
    near = odds(told, known_as_others(told))
    return Figures(
        name, asked, np.stack(list(evidence(told)), -1), near, near == APART, [a.key[0] for a in told], groups
    )


def _by_value(members: Sequence[Answer], at: dict[tuple[str, int], int]) -> list[list[int]]:
    held: dict[object, list[int]] = defaultdict(list)
    for answer in members:
        held[answer.figure.low, answer.figure.high].append(at[answer.key])
    return list(held.values())


def _quotes(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """The quotes of the gold: report, question, words, value."""
    for fact in json.loads((folder / "gold.json").read_text("utf-8"))["facts"]:
        for value in fact["values"]:
            for doc in value["doc"]:
                yield doc, fact["id"], value["quote"], value["value"]


def _question(answer: Answer, quotes: Sequence[tuple[str, str, str, str]]) -> str:
    """The question a figure answers; "" where gold has none for it, or several."""
    article, figure = answer.profile.article, answer.figure
    found = set()
    for doc, question, quote, value in quotes:
        start = article.text.find(quote) if doc == article.capture_id else -1
        if 0 <= start <= figure.start < start + len(quote) and (answer.dimension == CLOCK or _gives(answer, value)):
            found.add(question)
    return found.pop() if len(found) == 1 else ""


def _gives(answer: Answer, value: str) -> bool:
    low, high = answer.figure.low, answer.figure.high
    middle = None if low is None or high is None else (low + high) / 2
    wanted = [float(number.replace(",", "")) * times for number in _NUMBER.findall(value) for times in _TIMES_AS_MUCH]
    return any(number in (low, high) or (middle and abs(middle - number) <= number / 1000) for number in wanted)


def pairs(known: Sequence[Figures], *, half: bool = False) -> Iterator[tuple[Figures, int, int]]:
    """The pairs of figures that nothing tells apart and gold knows both, or with `half` one of, or both."""
    for case in known:
        for one, other in combinations(range(len(case.asked)), 2):
            said = bool(case.asked[one]) + bool(case.asked[other])
            if not case.apart[one, other] and (said > 1 or (half and said)):
                yield case, one, other


def same(case: Figures, one: int, other: int) -> bool:
    """Whether two answer one question of the gold."""
    return bool(case.asked[one]) and case.asked[one] == case.asked[other]


def told_of_pairs(name: str, known: Sequence[Figures]) -> None:
    """Print how well the weights in use tell pairs, groups and values."""
    found = [(case.near[one, other], same(case, one, other)) for case, one, other in pairs(known)]
    _tell(f"{name}, two figures", found)
    together = [
        (0, same(case, one, other))
        for case in known
        for group in case.groups
        for one, other in combinations([at for value in group for at in value], 2)
        if case.asked[one] and case.asked[other] and case.articles[one] != case.articles[other]
    ]
    every = sum(
        same(case, one, other)
        for case in known
        for one, other in combinations(range(len(case.asked)), 2)
        if case.articles[one] != case.articles[other]
    )
    right = sum(one for _, one in together)
    shares = right / every, right / max(1, len(together))
    print(f"  {name}, in one group: {shares[0]:.1%} of those of one question, {shares[1]:.1%} right")
    _tell(f"{name}, two values of a group", list(_values(known)))


def _values(known: Sequence[Figures]) -> Iterator[tuple[float, bool]]:
    """For each two values of a group the mean log-odds, and whether most pairs are of one question."""
    for case in known:
        for ours, theirs in (two for group in case.groups for two in combinations(group, 2)):
            cells = [(case.near[one, other], one, other) for one in ours for other in theirs]
            sure = [near for near, _, _ in cells if near != APART]
            said = [same(case, one, other) for _, one, other in cells if case.asked[one] and case.asked[other]]
            if said and sure:
                yield float(np.mean(sure)), 2 * sum(said) > len(said)


def _tell(name: str, found: Sequence[tuple[float, bool]]) -> None:
    every = sum(one for _, one in found)
    print(f"  {name}: {len(found)}, {every} of one question")
    for floor in FLOORS:
        above = [right for near, right in found if near >= floor]
        if above:
            print(f"    from {floor:5} on {sum(above) / every:6.1%} found, {sum(above) / len(above):6.1%} right")


def main() -> None:
    """Read, fit, print."""
    folders = [case for author in (*LEARNT_BY_ONE, *HELD) for case in sorted((GOLD / author).iterdir())]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        known = list(pool.map(read, folders))
    chosen = list(pairs(known, half=True))
    given = np.array([case.given[one, other] / 100 for case, one, other in chosen])
    right = np.array([same(case, one, other) for case, one, other in chosen], float)
    counts = np.array([1.0 if case.asked[one] and case.asked[other] else HALF for case, one, other in chosen])
    weights = fitted(np.hstack([np.ones((len(given), 1)), given]), right, counts)
    print(f"{len(chosen)} pairs of figures, {int(right.sum())} of one question")
    for name, weight, used in zip(("any two", *WEIGHTS), weights, (AT_FIRST, *WEIGHTS.values()), strict=True):
        print(f"  {name:40} fitted {100 * weight:6.0f}, used {used}")
    held = {author.split("/")[1] for author in HELD}
    told_of_pairs("held", [case for case in known if case.name.split("/")[0] in held])
    told_of_pairs("others", [case for case in known if case.name.split("/")[0] not in held])


if __name__ == "__main__":
    sys.exit(main())
