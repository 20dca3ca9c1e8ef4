"""Which two measures of a case are two names for one count: detainees are prisoners, bodies the dead.

Elsewhere they are not: of 40 arrested none need be among the prisoners that were exchanged. What claims of several
articles say tells: where one number is given under both names, and nobody gives two numbers of the two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.corroborate.claim_counts import claim_counts
from sayso.corroborate.profile import MIN_TELLING_NUMBER, Figure, Profile
from sayso.model import Claim

_BODY: Final = "body"
_NAMES: Final = {"arrested": "prisoner", "police": "escort", _BODY: "killed"}
"""A measure, and the one that it may be another name for."""
_STOPS: Final = re.compile(r"[;；。]|\. ")
_LEAST: Final = 3  # of a thing; one and two stand in any text


def kindred(profiles: Sequence[Profile], claims: Iterable[Claim]) -> Mapping[str, str]:
    """For each measure that is another name for one count of the case the measure that it is compared under."""
    found = {
        name
        for by_value in claim_counts(profiles, claims, _counts)
        for told in by_value.values()
        for name, other in _NAMES.items()
        if name in told and other in told and len(told[name] | told[other]) > 1
    }
    found |= _counted_once(profiles)
    return {name: _NAMES[name] for name in found - _told_apart(profiles)}


def _counted_once(profiles: Sequence[Profile]) -> set[str]:
    """That bodies are the dead, where the whole case knows one telling number of bodies, and others give it as a toll.

    Whoever counts 23 bodies where 23 are said to have died counts the dead; of 12 bodies in a case that also tells of
    15 found later nobody knows.
    """
    articles: dict[tuple[str, float], set[str]] = defaultdict(set)
    for profile in profiles:
        for measure, value in _counts(profile):
            articles[measure, value].add(profile.mention.article_id)
    numbers = [value for measure, value in articles if measure == _BODY]
    if len(numbers) != 1 or numbers[0] < MIN_TELLING_NUMBER:
        return set()
    told = articles.get((_NAMES[_BODY], numbers[0]), set())
    return {_BODY} if told - articles[_BODY, numbers[0]] else set()


def _counts(profile: Profile) -> set[tuple[str, float]]:
    """The exact counts of a mention."""
    return {
        (figure.measure, figure.low)
        for figure in profile.figures
        if figure.low is not None and figure.low == figure.high and figure.low >= _LEAST
    }


def _told_apart(profiles: Iterable[Profile]) -> set[str]:
    """The names under which some mention gives another number than under the other name, in one clause.

    "The monitors counted 23 bodies; the ministry says 24 died" sets two counts of one thing against each other.
    """
    apart: set[str] = set()
    for profile in profiles:
        figures = [f for f in profile.figures if f.low is not None and f.low == f.high and f.low >= _LEAST]
        for name, other in _NAMES.items():
            ours = [f for f in figures if f.measure == name]
            theirs = [f for f in figures if f.measure == other and f.low not in {one.low for one in ours}]
            if any(_in_one_clause(profile.mention.span.exact, one, two) for one in ours for two in theirs):
                apart.add(name)
    return apart


def _in_one_clause(text: str, one: Figure, other: Figure) -> bool:
    places = sorted((text.find(f.printed), len(f.printed)) for f in (one, other))
    (first, length), (second, _) = places
    return first < 0 or not _STOPS.search(text[first + length : second])
