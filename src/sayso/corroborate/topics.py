"""The values of one topic compared pair by pair, and the records that come of it: one for each verdict.

A count of people that rises is told as its course: one update with every value from the first to the last and who
still carries an old one, and beside it only what contradicts. Its bounds and round figures are counted, not shown:
in a real feed of a quake (1,450 items) they filled three more records with the same 170 values.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from sayso.corroborate.agreement import Rarity
from sayso.corroborate.clock import shown_time
from sayso.corroborate.country_names import places
from sayso.corroborate.differences import (
    PART_OF,
    TOO_FAR,
    TOO_VAGUE,
    TOOK_ITS_PLACE,
    Stated,
    first_known,
    gave_both,
    gave_way,
    is_later,
    is_people,
    mostly_alone,
    rises,
    size,
)
from sayso.corroborate.families import Partition
from sayso.corroborate.linkage import average_linkage
from sayso.corroborate.profile import Figure, Profile, plural, shown
from sayso.model import AccountValue, Contradiction, Reason
from sayso.vocab import Aspect, Bound, Difference

CROWD = 6  # values of one measure that are many
RUNNING = 8  # values from which on a count that was updated is told as its course alone
READABLE = 16  # values up to which a record holds each of a course that a larger toll stood against from the first
_ALMOST = 0.88  # "nearly 50" is read as 45 to 50, "about 50" as 45 to 55: the ratio of the ends tells which
_LATE_SHOWN = 6
MOST_PAIRS = 50  # of 100 pairs of values of a record of what contradicts, those that mentions show to be of one thing
_SAMPLED = 8  # mentions of one value that are compared, the earliest
_WORDS = {
    Difference.BOUND: "are a bound and a value within it",
    Difference.ROUNDING: "are a value and a round figure for it",
    Difference.SCOPE: "count different things",
}

Verdict = Callable[[Sequence[Stated], Sequence[Stated]], tuple[Difference, str]]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is compared: the values as shown, with all that state them.

    `direct` are the pairs that some two mentions give of the same thing; `loose` is whether values that are in one
    topic only through a third are compared as well, for all verdicts but conflict.
    """

    aspect: Aspect
    name: str
    values: "Values"
    direct: frozenset[frozenset[str]]
    loose: bool = True
    unit: str = ""


Values = Mapping[str, Sequence[Stated]]
"""Each value as shown, with all that state it, the earliest first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A topic, what a difference between two of its values is, and which differences are not worth telling."""

    topic: Topic
    verdict: Verdict
    hidden: frozenset[Difference] = frozenset()

    def differences(self) -> "Iterator[Contradiction]":
        """The differences worth telling."""
        return (found for found in compare(self.topic, self.verdict) if found.verdict not in self.hidden)


def articles_of(values: Values) -> set[str]:
    """The articles that give any of the values."""
    return {s.profile.mention.article_id for kept in values.values() for s in kept}


def in_other_lands(left: Profile, right: Profile) -> bool:
    """Whether each names a country and none that the other names: a quake in one is not the quake in the other."""
    return share_nothing(lands_of(left), lands_of(right))


def lands_of(profile: Profile) -> frozenset[str]:
    """The countries that a mention names."""
    return frozenset(code for code, _ in places(profile.mention.span.exact))


def share_nothing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something, and nothing that the other says."""
    return bool(one and other) and not one & other


def context(profile: Profile) -> frozenset[str]:
    """What a mention speaks of besides its figures."""
    return frozenset(c for c in profile.neutral if c[0] not in "=~")


def gathered(
    statements: Sequence[Stated], rarity: Rarity, same: Callable[[Stated, Stated, Rarity], bool]
) -> Iterator[tuple[dict[str, list[Stated]], frozenset[frozenset[str]]]]:
    """The values of statements that speak of the same thing, as far as their words and concepts show.

    With them the pairs for which two mentions show it; the others are in one topic through a third value.
    """
    values: dict[str, list[Stated]] = defaultdict(list)
    shown_as: dict[tuple[float | None, float | None, str], str] = {}  # "thousands" and "tysiące" are one value
    for statement in sorted(statements, key=lambda s: s.profile.order):
        figure = statement.figure
        way = shown_as.setdefault((figure.low, figure.high, statement.label), statement.label or value_label(figure))
        values[way].append(statement)
    together: Partition[str] = Partition(values)
    direct: set[frozenset[str]] = set()
    for one, other in combinations(sorted(values), 2):
        if any(same(a, b, rarity) for a in values[one][:_SAMPLED] for b in values[other][:_SAMPLED]):
            together.merge(one, other)
            direct.add(frozenset((one, other)))
    for members in together.sets():
        if len(members) > 1:
            yield {member: values[member] for member in members}, frozenset(direct)


def value_label(figure: Figure) -> str:
    """A figure without what it counts, as people write it; a time of day as HH:MM."""
    if not figure.measure and figure.low is not None:
        return shown_time(int(figure.low))
    bare = replace(figure, measure="")
    in_digits = figure.bound is Bound.ABOUT and any(map(str.isdigit, figure.printed))
    if in_digits and figure.low and figure.high and _ALMOST < figure.low / figure.high < 1:
        return f"almost {shown(figure.high)}"
    return bare.label


def compare(topic: Topic, verdict_of: Verdict) -> Iterator[Contradiction]:
    """The differences of a topic; values that one verdict joins stand in one record."""
    counted = {value: len({s.profile.mention.article_id for s in kept}) for value, kept in topic.values.items()}
    ranked = sorted(topic.values, key=lambda value: (-counted[value], value))
    verdicts = {pair: verdict_of(*(topic.values[v] for v in pair)) for pair in combinations(ranked, 2)}
    outdated = _outdated(topic, verdicts)
    why: dict[Difference, dict[str, str]] = defaultdict(dict)
    joined: dict[Difference, Partition[str]] = defaultdict(Partition)
    told: set[Pair] = set()
    for (one, other), (verdict, reason) in verdicts.items():
        is_direct = frozenset((one, other)) in topic.direct
        faint = reason in {TOO_FAR, TOO_VAGUE}
        if not is_direct and (verdict is Difference.CONFLICT or faint or not topic.loose):
            continue
        if faint and len(ranked) > CROWD:
            continue
        if verdict is Difference.CONFLICT and ((one, other) in outdated or _one_writer(topic, one, other)):
            continue
        joined[verdict].merge(one, other)
        if verdict is Difference.CONFLICT:
            told.add((one, other))
        why[verdict].setdefault(other, f"{one} and {other}: {reason}")
    for stood, rival in _stood_against(verdicts, told):
        joined[Difference.CONFLICT].merge(stood, rival)
    running = len(topic.values) >= RUNNING and Difference.UPDATE in joined
    for verdict, partition in sorted(joined.items()):
        if running and verdict in _WORDS:
            continue
        together: Iterable[Sequence[str]] = ([v for v in ranked if v in members] for members in partition.sets())
        if verdict is Difference.CONFLICT:
            together = _cohesive(topic, verdicts, told, together)
        for shown_values in together:
            reasons = [Reason(code=verdict.value, detail=why[verdict][v]) for v in shown_values if v in why[verdict]]
            if verdict is Difference.UPDATE:
                course = _by_time(topic, shown_values)
                reasons += [*_still_carried(topic, course), *(_left_out(verdicts) if running else [])]
                yield contradiction(topic, verdict, course, reasons)
            else:
                yield contradiction(topic, verdict, shown_values, reasons)


def _stood_against(verdicts: Mapping[Pair, tuple[Difference, str]], told: Set[Pair]) -> Iterator[Pair]:
    """The values whose place another took, each with what contradicts that one: it stood against them before."""
    changed = [pair for pair, (_, why) in verdicts.items() if why == TOOK_ITS_PLACE]
    for pair in changed:
        for at, value in enumerate(pair):
            for rival in (r for two in told if value in two for r in two if r not in pair):
                stood = pair[1 - at]
                found = verdicts.get((stood, rival)) or verdicts.get((rival, stood))
                if found and found[0] is Difference.CONFLICT:
                    yield stood, rival


def _cohesive(
    topic: Topic, verdicts: Mapping[Pair, tuple[Difference, str]], told: Set[Pair], joined: Iterable[Sequence[str]]
) -> Iterator[Sequence[str]]:
    """Values that contradict, in groups of which most pairs are surely of one question, and some contradict.

    The firm's seven dead stand against the union's nine, those against the 31 of all: no reader sets 7 against 31.
    """
    for values in joined:
        pairs = {at: (values[at[0]], values[at[1]]) for at in combinations(range(len(values)), 2)}
        near = np.zeros((len(values), len(values)), np.int32)
        for at, pair in pairs.items():
            if frozenset(pair) in topic.direct and verdicts[pair][0] is not Difference.SCOPE:
                near[at] = near[at[::-1]] = 100
        for group in average_linkage(near, MOST_PAIRS):
            if any(pairs[at] in told for at in combinations(group, 2)):
                yield [values[one] for one in group]


def _one_writer(topic: Topic, one: str, other: str) -> bool:
    """Whether one voice in one article alone gives both values: it knows that they are two things.

    "318 seats, not the 326 of a majority" in one sentence too, but for people ("nine died, not 17" is a difference) and
    where more articles give each than both: "1,200 tonnes (official) or 4,800 tonnes (the institute)".
    """
    pairs = [(a.profile.mention, b.profile.mention) for a in topic.values[one] for b in topic.values[other]]
    if not all(a.article_id == b.article_id and a.attribution_id == b.attribution_id for a, b in pairs):
        ours = [(a, b) for a, b in pairs if a.article_id == b.article_id and a.span.overlaps(b.span)]
        both = {a.article_id for a, b in ours if a.attribution_id == b.attribution_id}
        return (
            bool(both) and not is_people(topic.name) and not mostly_alone(topic.values[one], topic.values[other], both)
        )
    return not (is_people(topic.name) and any(a.span.overlaps(b.span) for a, b in pairs))


def _outdated(topic: Topic, verdicts: Mapping[Pair, tuple[Difference, str]]) -> set[Pair]:
    """Conflicts of an earlier toll, or of a part, with a value that what followed it, or its whole, is compared to.

    The ministry said 12, then 17; the hospital says nine: what stands against nine is 17. Where a toll runs over many
    values, any later and larger one outdates: of a quake's 20,000 pairs 1.8 % were conflicts by who gave them, 0.1 %
    are so. A larger one that was out before stands against the whole course of who gave it. And 65 prisoners are
    no rival of "more than 70 aboard" where 74 were, 65 of them prisoners.
    """
    if topic.aspect is not Aspect.NUMBER or not is_people(topic.name):
        return set()
    followed: dict[str, set[str]] = defaultdict(set)
    course: set[str] = set()
    compared = {
        frozenset(pair)
        for pair, (verdict, _) in verdicts.items()
        if verdict not in {Difference.UPDATE, Difference.SCOPE}
    }
    for pair, (verdict, why) in verdicts.items():
        ours, theirs = (topic.values[value] for value in pair)
        later = rises(ours) and rises(theirs) and verdict is not Difference.CONFLICT and is_later(ours, theirs)
        old, new = sorted(pair, key=lambda value: size(topic.values[value][0].figure))
        outrun = later and (len(topic.values) >= RUNNING or gave_way(topic.values[old], topic.values[new]))
        if PART_OF in why or outrun:
            followed[old].add(new)
        if outrun and len(topic.values) <= READABLE and gave_both(topic.values[old], topic.values[new]):
            course.add(old)
    return {
        pair
        for pair in verdicts
        for old, other in (pair, pair[::-1])
        if any(frozenset((new, other)) in compared for new in followed[old] - {other})
        and not (old in course and _stood_before(topic.values[other], topic.values[old]))
    }


def _stood_before(larger: Sequence[Stated], smaller: Sequence[Stated]) -> bool:
    """Whether a larger toll was out before a smaller one, so that who gave this knew of it and counted fewer."""
    first, then = first_known(larger), first_known(smaller)
    apart = size(larger[0].figure) > size(smaller[0].figure)
    return apart and first is not None and then is not None and first < then


def _when(stated: Sequence[Stated]) -> datetime.datetime:
    return first_known(stated) or datetime.datetime.max.replace(tzinfo=datetime.UTC)


def _by_time(topic: Topic, values: Sequence[str]) -> list[str]:
    """The course of a figure: what was out first stands first."""
    return sorted(values, key=lambda value: (_when(topic.values[value]), size(topic.values[value][0].figure), value))


def _still_carried(topic: Topic, course: Sequence[str]) -> list[Reason]:
    """The values that articles still gave after the last larger one of the course was out."""
    found: list[Reason] = []
    for value in course:
        larger = [
            other for other in course if size(topic.values[other][0].figure) > size(topic.values[value][0].figure)
        ]
        if not larger or len(found) == _LATE_SHOWN:
            continue
        newer = min(larger, key=lambda other: (_when(topic.values[other]), other))
        out = _when(topic.values[newer])
        late = [s.profile for s in topic.values[value] if s.profile.published and s.profile.published > out]
        if late:
            count = len({profile.mention.article_id for profile in late})
            articles = "1 article" if count == 1 else f"{count} articles"
            detail = f"{value} still stood in {articles} after {newer} was out"
            found.append(Reason(code="superseded", detail=detail, evidence=tuple(p.id for p in late[:_LATE_SHOWN])))
    return found


def _left_out(verdicts: Mapping[Pair, tuple[Difference, str]]) -> list[Reason]:
    counted = Counter(verdict for verdict, _ in verdicts.values())
    return [
        Reason(code="left_out", detail=f"pairs of values that {words}, not shown one by one: {counted[verdict]}")
        for verdict, words in _WORDS.items()
        if counted[verdict]
    ]


def contradiction(topic: Topic, verdict: Difference, values: Sequence[str], reasons: Iterable[Reason]) -> Contradiction:
    """One record with `values` in the given order."""
    name = plural(topic.name, None)
    return Contradiction(
        aspect=topic.aspect,
        topic=name,
        verdict=verdict,
        values=tuple(_account(value, topic.values[value]) for value in values),
        explanation=_explain(name, values, verdict),
        reasons=tuple(reasons),
    )


def _account(value: str, statements: Iterable[Stated]) -> AccountValue:
    return AccountValue(value=value, mention_ids=tuple(dict.fromkeys(s.profile.id for s in statements)))


def _explain(what: str, values: Sequence[str], verdict: Difference) -> str:
    listed = f"{', '.join(values[:-1])} and {values[-1]}"
    match verdict:
        case Difference.CONFLICT:
            return f"Accounts give {listed} for {what}."
        case Difference.UPDATE:
            return f"The figure for {what} changed as time went on: {listed}."
        case Difference.SCOPE:
            return f"Of the figures {listed} for {what} some count different things."
        case Difference.BOUND:
            return f"Of the figures {listed} for {what} some are bounds that take in others."
    return f"Of the figures {listed} for {what} some are rounded forms of others."
