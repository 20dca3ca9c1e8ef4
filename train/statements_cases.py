"""Pairs of statements of cases with gold: what two reports say in answer to one question, and to others.

The gold of a case (eval/gold/cases, small, lessons) says of each place in a report which question it answers, and how.
A statement, as Sayso cuts it, has the answers of the quotes that it holds. Two that have the same answers state the
same; two that have none in common do not. Any other pair is left out: nobody has said whether a statement of two
things is one claim with a statement of one of them.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import real_pairs
from statements_reading import of_reports

from sayso.corroborate.profile import Profile

Answer = tuple[str, str]
"""A question of a case and the answer given to it."""


class Answering(NamedTuple):
    """A statement of a report and what it answers."""

    profile: Profile
    answers: frozenset[Answer]

    @property
    def article(self) -> str | None:
        """The report that it stands in."""
        return self.profile.article.capture_id

    @property
    def told(self) -> tuple[str, str]:
        """Its words and their language."""
        return self.profile.mention.span.exact, self.profile.language


def texts(folder: Path) -> dict[str, real_pairs.Text]:
    """The reports of a case: what each says, and its language."""
    lines = (folder / "reports.jsonl").read_text("utf-8").splitlines()
    return {report["id"]: (report["text"], report["language"]) for report in map(json.loads, lines)}


def read(folder: Path) -> tuple[list[Profile], list[Answering]]:
    """The statements of a case, and those that hold quotes of its gold."""
    profiles = of_reports(texts(folder))
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_article[profile.article.capture_id].append(profile)
    known = {profile.id: profile for profile in profiles}
    found: dict[str, set[Answer]] = defaultdict(set)
    for fact in json.loads((folder / "gold.json").read_text("utf-8"))["facts"]:
        for value in fact["values"]:
            for doc in value["doc"]:
                best = holding(by_article[doc], value["quote"])
                if best:
                    found[best.id].add((fact["id"], plain(value["value"])))
    return profiles, [Answering(known[one], frozenset(answers)) for one, answers in found.items()]


def holding(profiles: Sequence[Profile], quote: str) -> Profile | None:
    """Of the statements of an article the one that a quote fits best, if one has half of it."""
    best, most = None, 0.0
    for profile in profiles:
        span, start = profile.mention.span, profile.article.text.find(quote)
        if start < 0:
            return None
        end = start + len(quote)
        inside = min(end, span.end) - max(start, span.start)
        share = inside / (max(end, span.end) - min(start, span.start))
        if 2 * inside >= len(quote) and share > most:
            best, most = profile, share
    return best


def plain(value: str) -> str:
    """An answer without marks and capitals."""
    return re.sub(r"\W+", " ", value.casefold()).strip()


def pairs(statements: Sequence[Answering], *, exact: bool) -> Iterator[tuple[Answering, Answering, bool]]:
    """Pairs of two reports, and whether both state the same; `exact` where one answer has one wording in the gold."""
    for left, right in combinations(statements, 2):
        if left.article == right.article or left.told == right.told:
            continue
        if left.answers == right.answers:
            yield left, right, True
        elif not left.answers & right.answers and not doubtful(left, right, exact=exact):
            yield left, right, False


def doubtful(left: Answering, right: Answering, *, exact: bool) -> bool:
    """Whether two answers to one question may be one: with the same figures, or, if not exact, without any."""
    for question, one in left.answers:
        for asked, other in right.answers:
            both = figures(one), figures(other)
            if question == asked and (all(both) or not exact) and (both[0] == both[1] or not all(both)):
                return True
    return False


def figures(answer: str) -> list[str]:
    """The figures of an answer."""
    return re.findall(r"\d+", answer)
