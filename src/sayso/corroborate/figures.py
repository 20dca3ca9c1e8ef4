"""Values that accounts give for one figure, and what each difference between two of them turns out to be.

Numbers are compared by measure, times of day by event. Two values belong to one topic when mentions that give them
speak of the same thing by their words or their concepts.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.corroborate.agreement import NEUTRAL, Rarity, wording_overlap
from sayso.corroborate.clock import QUARTER, shown_time, times_of_day
from sayso.corroborate.differences import (
    PART_OF,
    PEOPLE,
    Stated,
    difference,
    is_later,
    is_people,
    is_tally,
    names_one_thing,
    parts_of,
    topic_of,
)
from sayso.corroborate.families import Partition
from sayso.corroborate.profile import Figure, Profile, plural
from sayso.model import AccountValue, Contradiction, Reason
from sayso.vocab import Aspect, Bound, Difference, Mode, Polarity

MIN_CONTEXT = 0.2  # wording or concepts that two figures must share to speak of one thing
MIN_FREE_CONTEXT = 0.7  # the same for units: kilometres or days measure many things in one text
MIN_ABOARD_SHARE = 0.7  # 63 dead and 74 aboard may be two tellings of one number; 12 dead and 74 aboard are not
INCIDENTS = frozenset(
    {
        "crash",
        "shot_down",
        "hit",
        "destroy",
        "explosion",
        "attack",
        "earthquake",
        "fire",
        "launch",
        "killed",
        "sabotage",
    }
)  # concepts of the one thing that a case is about; its press conferences have times too
SEVERAL = 3.0
_SAMPLED = 8  # mentions of one value that are compared, the earliest

Verdict = Callable[[Sequence[Stated], Sequence[Stated]], tuple[Difference, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What is compared: the values as shown, with all that state them."""

    aspect: Aspect
    name: str
    values: Mapping[str, Sequence[Stated]]
    direct: frozenset[frozenset[str]]  # pairs of values that some two mentions give of the same thing


def figure_differences(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Contradiction]:
    """Every difference between numbers or times of day, one record for each topic and verdict."""
    by_measure = _by_measure(profiles)
    verdict = functools.partial(difference, parts=parts_of(profiles))
    for measure, statements in sorted(by_measure.items()):
        for values, direct in _topics(statements, rarity, _same_thing(measure)):
            yield from _compare(_Topic(aspect=Aspect.NUMBER, name=measure, values=values, direct=direct), verdict)
    yield from _aboard_against_dead(by_measure.get(PEOPLE, ()), by_measure.get("killed", ()))
    for values, direct in _topics(_clocked(profiles), rarity, _same_event):
        topic = _Topic(aspect=Aspect.TIME, name="time of day", values=values, direct=direct)
        yield from _compare(topic, _time_difference)


def _by_measure(profiles: Sequence[Profile]) -> dict[str, list[Stated]]:
    stated: dict[str, list[Stated]] = defaultdict(list)
    seen: set[str] = set()
    for profile in sorted(profiles, key=lambda p: (len(p.mention.span.exact), p.order)):
        if profile.mode is Mode.QUESTION:
            continue
        for figure in profile.figures:
            few = not is_tally(figure.measure) and (figure.high or figure.low or 0) <= 2
            if _is_several(figure):
                continue
            if few and names_one_thing(figure.measure) and figure.low:
                continue  # "one man", "both countries"
            if figure.measure and figure.quantity_id not in seen:
                seen.add(figure.quantity_id)  # of nested mentions the shortest speaks for the figure
                stated[topic_of(figure.measure)].append(Stated(figure, profile))
    return stated


def _is_several(figure: Figure) -> bool:
    """Whether a figure is no more than "several", which no account contradicts."""
    vague = figure.high is None and (figure.low or 0) <= SEVERAL and bool(figure.printed)
    return vague and not any(ch.isdigit() for ch in figure.printed)


def _clocked(profiles: Sequence[Profile]) -> list[Stated]:
    """Times of day as figures in minutes."""
    found = []
    for profile in profiles:
        if profile.polarity is Polarity.NEGATIVE or profile.denied_concepts & INCIDENTS:
            continue  # "no launch between nine and noon" gives no time of a launch
        for time in times_of_day(profile.mention.span.exact, profile.language):
            value = float(time.minutes)
            found.append(Stated(Figure(measure="", low=value, high=value, bound=Bound.EXACT), profile))
    return found


def _topics(
    statements: Sequence[Stated], rarity: Rarity, same: Callable[[Stated, Stated, Rarity], bool]
) -> Iterator[tuple[dict[str, list[Stated]], frozenset[frozenset[str]]]]:
    """The values of statements that speak of the same thing, as far as their words and concepts show.

    With them the pairs for which two mentions show it; the others are in one topic through a third value.
    """
    values: dict[tuple[float | None, float | None], list[Stated]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.profile.order):
        values[statement.figure.low, statement.figure.high].append(statement)
    together: Partition[tuple[float | None, float | None]] = Partition(values)
    direct: set[frozenset[str]] = set()
    for one, other in combinations(sorted(values, key=repr), 2):
        if any(same(a, b, rarity) for a in values[one][:_SAMPLED] for b in values[other][:_SAMPLED]):
            together.merge(one, other)
            direct.add(frozenset(_value(values[value][0].figure) for value in (one, other)))
    for members in together.sets():
        if len(members) > 1:
            shown: dict[str, list[Stated]] = defaultdict(list)
            for member in members:
                for statement in values[member]:
                    shown[_value(statement.figure)].append(statement)
            yield shown, frozenset(direct)


def _context(profile: Profile) -> frozenset[str]:
    """What a mention speaks of besides its figures."""
    return frozenset(c for c in profile.neutral if c[0] not in "=~")


def _same_thing(measure: str) -> Callable[[Stated, Stated, Rarity], bool]:
    enough = MIN_CONTEXT if names_one_thing(measure) else MIN_FREE_CONTEXT

    def same(one: Stated, other: Stated, rarity: Rarity) -> bool:
        left, right = one.profile, other.profile
        if left.language == right.language:
            return wording_overlap(left, right, rarity)[0] >= enough
        meaning, shared = rarity.overlap(NEUTRAL, _context(left) - {measure}, _context(right) - {measure})
        named = any(concept[0] in "@#" for concept in shared)
        return meaning >= enough and (named or names_one_thing(measure))

    return same


def _same_event(one: Stated, other: Stated, rarity: Rarity) -> bool:
    left, right = one.profile, other.profile
    if not left.neutral & INCIDENTS or not right.neutral & INCIDENTS:
        return False
    meaning, _ = rarity.overlap(NEUTRAL, _context(left), _context(right))
    return meaning >= MIN_CONTEXT


def _time_difference(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    minutes = [int(s[0].figure.low or 0) for s in (ours, theirs)]
    rough = any(value % 30 == 0 for value in minutes)
    if rough and abs(minutes[0] - minutes[1]) <= QUARTER:
        return Difference.ROUNDING, "one of them is a round time of day"
    return Difference.CONFLICT, "the accounts cannot both give the time of one event"


def _value(figure: Figure) -> str:
    if not figure.measure and figure.low is not None:
        return shown_time(int(figure.low))
    return replace(figure, measure="").label


def _compare(topic: _Topic, verdict_of: Verdict) -> Iterator[Contradiction]:
    """The values of a topic pair by pair; those that one verdict joins stand in one record."""
    counted = Counter({v: len({s.profile.mention.article_id for s in kept}) for v, kept in topic.values.items()})
    ranked = sorted(topic.values, key=lambda value: (-counted[value], value))
    verdicts = {pair: verdict_of(*(topic.values[v] for v in pair)) for pair in combinations(ranked, 2)}
    outdated = _outdated(topic, verdicts)
    why: dict[Difference, dict[str, str]] = defaultdict(dict)
    joined: dict[Difference, Partition[str]] = defaultdict(Partition)
    for (one, other), (verdict, reason) in verdicts.items():
        if verdict is Difference.CONFLICT and (frozenset((one, other)) not in topic.direct or (one, other) in outdated):
            continue
        joined[verdict].merge(one, other)
        why[verdict].setdefault(other, f"{one} and {other}: {reason}")
    for verdict, partition in sorted(joined.items()):
        for members in partition.sets():
            shown = [value for value in ranked if value in members]
            reasons = [why[verdict][value] for value in shown if value in why[verdict]]
            yield _contradiction(topic, verdict, shown, reasons)


def _outdated(topic: _Topic, verdicts: Mapping[tuple[str, str], tuple[Difference, str]]) -> set[tuple[str, str]]:
    """Conflicts of an earlier toll, or of a part, with a value that what followed it, or its whole, contradicts too.

    The ministry said 12, then 17; the hospital says nine: what stands against nine is 17.
    """
    if topic.aspect is not Aspect.NUMBER or not is_people(topic.name):
        return set()
    followed: dict[str, set[str]] = defaultdict(set)
    conflicts = {frozenset(pair) for pair, (verdict, _) in verdicts.items() if verdict is Difference.CONFLICT}
    for pair, (verdict, why) in verdicts.items():
        later = is_tally(topic.name) and verdict is not Difference.CONFLICT
        if (later and is_later(*(topic.values[value] for value in pair))) or PART_OF in why:
            old, new = sorted(pair, key=lambda value: topic.values[value][0].figure.low or 0.0)
            followed[old].add(new)
    return {
        pair
        for pair in verdicts
        for old, other in (pair, pair[::-1])
        if any(frozenset((new, other)) in conflicts for new in followed[old] - {other})
    }


def _contradiction(topic: _Topic, verdict: Difference, shown: Sequence[str], why: Iterable[str]) -> Contradiction:
    name = plural(topic.name, None)
    return Contradiction(
        aspect=topic.aspect,
        topic=name,
        verdict=verdict,
        values=tuple(_account(value, topic.values[value]) for value in shown),
        explanation=_explain(name, shown, verdict),
        reasons=tuple(Reason(code=verdict.value, detail=detail) for detail in why),
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
            return f"The figures {listed} for {what} count different things."
        case Difference.BOUND:
            return f"Of the figures {listed} for {what} some are bounds that take in others."
    return f"Of the figures {listed} for {what} some are rounded forms of others."


def _aboard_against_dead(people: Sequence[Stated], dead: Sequence[Stated]) -> Iterator[Contradiction]:
    """Numbers of people and numbers of dead that lie close: different things, which news easily mixes up."""
    values: dict[str, list[Stated]] = defaultdict(list)
    for one in people:
        for other in dead:
            low, high = sorted((one.figure.low or 0.0, other.figure.low or 0.0))
            if low < high and low >= MIN_ABOARD_SHARE * high and high >= 10:
                values[f"{_value(one.figure)} people"].append(one)
                values[f"{_value(other.figure)} dead"].append(other)
    if values:
        topic = _Topic(aspect=Aspect.NUMBER, name="people and dead", values=values, direct=frozenset())
        shown = sorted(values, key=lambda value: (-len(values[value]), value))
        yield _contradiction(topic, Difference.SCOPE, shown, ["one counts people, the other those who died"])
