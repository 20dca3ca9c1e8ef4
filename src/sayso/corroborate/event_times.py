"""When accounts say that what the case is about happened.

A time counts where its mention names an incident. What names none ("the ministry gave the time as 1:50 p.m.", "the
tracker fell silent at 14:07") counts where what stands around it does, or it has nothing but the time to tell, and the
time lies near one that counts; buses that left an hour before, or a truce, have deeds of their own.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.corroborate.agreement import NEUTRAL, Rarity
from sayso.corroborate.clock import QUARTER, TimeOfDay, on_clock, shown_time, times_of_day, twins
from sayso.corroborate.concepts import event_names, subjects
from sayso.corroborate.counted_states import clause_of
from sayso.corroborate.differences import Stated
from sayso.corroborate.incidents import BREAKING, INCIDENTS
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.spoken_clock import tells_of_being_told, tells_of_other_deed
from sayso.corroborate.topics import Compared, Topic, context, gathered
from sayso.vocab import Aspect, Bound, Difference, Mode, Polarity

MIN_CONTEXT: Final = 0.2
NEAR: Final = 45  # minutes between a time that names no incident and one that does
_HOUR_OFF: Final = 60  # minutes that clocks of neighbouring zones, and who mixes them up, are apart
_TENTH: Final = 5  # minutes: times given to ten minutes are that rough
_HALF_DAY: Final = 12 * 60
_DAY: Final = 24 * 60
_OF_SPEECH: Final = frozenset({"warn", "accuse", "verify", "investigate", "deny", "rescued"})
"""Events that say what is done about the incident, or who tells of it (a survivor), not another one."""


def clocked_times(profiles: Sequence[Profile]) -> list[Stated]:
    """All times of day that mentions give and do not deny, on one clock, in minutes, whatever they are of."""
    return _clocked(list(_read(profiles)), _is_core)


def time_topics(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Compared]:
    """The times at which accounts say that the incident happened, and those at which somebody was told of it."""
    told: list[tuple[Profile, TimeOfDay]] = []
    happened: list[tuple[Profile, TimeOfDay]] = []
    for profile, time in _read(profiles):
        (told if _is_of_telling(profile, time) else happened).append((profile, time))
    for name, pairs, is_core in (("time of day", happened, _is_core), ("time of being told", told, _names_anybody)):
        yield from _topics(name, _clocked(pairs, is_core), is_core, rarity)


def _topics(
    name: str, read: Sequence[Stated], is_core: Callable[[Profile], bool], rarity: Rarity
) -> Iterator[Compared]:
    core = [s for s in read if is_core(s.profile)]
    others = [s for s in read if not is_core(s.profile) and _speaks_of_it(s.profile)]
    taken: set[int] = set()
    for told, known in _groups(core, rarity):
        edges = [edge for kept in told.values() for edge in _edges(kept[0].figure)]
        days = frozenset().union(*(days_of(s.profile) for kept in told.values() for s in kept))
        values: dict[str, list[Stated]] = defaultdict(list, {label: list(kept) for label, kept in told.items()})
        joined = set()
        for at, statement in enumerate(others):
            own = days_of(statement.profile)
            if at not in taken and _is_near(statement, edges) and not (own and days and not own & days):
                values[statement.label].append(statement)
                joined.add(statement.label)
                taken.add(at)
        near = {frozenset((one, other)) for one in joined for other in values if one != other}
        if len(values) > 1:
            topic = Topic(aspect=Aspect.TIME, name=name, values=dict(values), direct=known | near)
            yield Compared(topic, time_difference)


def _groups(core: Sequence[Stated], rarity: Rarity) -> list[tuple[dict[str, list[Stated]], frozenset[frozenset[str]]]]:
    """The times that name one incident, those that most give first; of a time that no other disputes it alone."""
    found = list(gathered(core, rarity, _same_event))
    disputed = {label for values, _ in found for label in values}
    alone: dict[str, list[Stated]] = defaultdict(list)
    for statement in core:
        if statement.label not in disputed:
            alone[statement.label].append(statement)
    found += [({label: kept}, frozenset()) for label, kept in alone.items()]
    return sorted(found, key=lambda group: -sum(len(kept) for kept in group[0].values()))


def days_of(profile: Profile) -> frozenset[datetime.date]:
    """The days that a mention names."""
    return frozenset(t.earliest.date() for t in profile.times if t.precision == "day" and t.earliest)


def _edges(figure: Figure) -> tuple[float, ...]:
    return tuple(edge for edge in (figure.low, figure.high) if edge is not None)


def _is_core(profile: Profile) -> bool:
    return bool(profile.neutral & INCIDENTS or profile.told & BREAKING)


def _names_anybody(profile: Profile) -> bool:
    """Whether a mention of a warning names who gave or got it, or what it was of."""
    return any(concept[0] == "@" for concept in profile.neutral) or _is_core(profile)


def _is_of_telling(profile: Profile, time: TimeOfDay) -> bool:
    """Whether a time is that of a warning: its own clause says so, or no clause says what else it is of."""
    text, language = profile.mention.span.exact, profile.language
    own = clause_of(text, time.printed)
    if tells_of_being_told(own, language):
        return True
    return tells_of_being_told(text, language) and not subjects(own, language) & (INCIDENTS | BREAKING)


def _is_near(statement: Stated, edges: Sequence[float]) -> bool:
    gaps = [(abs(mine - edge), mine) for mine in _edges(statement.figure) for edge in edges]
    return any(gap <= NEAR or (gap == _HOUR_OFF and mine % 30) for gap, mine in gaps)


def _speaks_of_it(profile: Profile) -> bool:
    """Whether a mention that names no incident may give its time: it tells of nothing else that happened."""
    own = profile.neutral & event_names() - _OF_SPEECH
    elsewhere = tells_of_other_deed(profile.mention.span.exact, profile.language)
    return not own and not elsewhere and profile.mode is not Mode.QUESTION


def _read(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, TimeOfDay]]:
    """The times of day that mentions give and do not deny."""
    for profile in profiles:
        if profile.polarity is Polarity.NEGATIVE or profile.denied_concepts & INCIDENTS:
            continue  # "no launch between nine and noon" gives no time of a launch
        for time in times_of_day(profile.mention.span.exact, profile.language):
            yield profile, time


def _clocked(read: Sequence[tuple[Profile, TimeOfDay]], is_core: Callable[[Profile], bool]) -> list[Stated]:
    """Times of day as figures in minutes, on the clock of the place, or that most of those that name one go by.

    The clock of the place is known where an account gives one moment on it and on a named one.
    """
    by_profile: dict[Profile, list[TimeOfDay]] = defaultdict(list)
    for profile, time in read:
        by_profile[profile].append(time)
    known = [(profile, twin) for profile, times in by_profile.items() for twin in twins(times)]
    again = {(profile, named) for profile, (named, _, _) in known}
    local = Counter(ahead for _, (_, _, ahead) in known)
    clocks = local or Counter(time.ahead for _, time in read if time.ahead is not None)
    home = min(clocks, key=lambda ahead: (-clocks[ahead], -ahead)) if clocks else None
    kept = [(profile, time) for profile, time in read if (profile, time) not in again]
    sure = [on_clock(time, home) for profile, time in kept if time.half_known and is_core(profile)]
    return [_stated(profile, time, on_clock(time, home), sure) for profile, time in kept]


def _stated(profile: Profile, time: TimeOfDay, minutes: int, sure: Sequence[int]) -> Stated:
    """A time as a figure; "ten to two" is the one of the two that lies near what others say."""
    if not time.half_known and not any(abs(minutes - known) <= NEAR for known in sure):
        later = (minutes + _HALF_DAY) % _DAY
        minutes = later if any(abs(later - known) <= NEAR for known in sure) else minutes
    start, end = (profile.mention.span.start + place for place in (time.start, time.end))
    value = float(minutes)
    figure = Figure(measure="", low=value, high=value, bound=Bound.EXACT, printed=time.printed, start=start, end=end)
    if time.until is not None:
        high = minutes + time.until - time.minutes
        figure = replace(figure, high=float(high), bound=Bound.RANGE)
        return Stated(figure, profile, f"{shown_time(minutes)} to {shown_time(high)}")
    if time.just_before:
        figure = replace(figure, low=float(minutes - QUARTER), high=float(minutes - 1), bound=Bound.ABOUT)
        return Stated(figure, profile, f"shortly before {shown_time(minutes)}")
    return Stated(figure, profile, shown_time(minutes))


def _same_event(one: Stated, other: Stated, rarity: Rarity) -> bool:
    left, right = one.profile, other.profile
    if left.told & right.told & BREAKING:
        return not (left.places and right.places) or bool(left.places & right.places)
    meaning, _ = rarity.overlap(NEUTRAL, context(left), context(right))
    return meaning >= MIN_CONTEXT


def time_difference(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    """What two differing times of one event are, and why."""
    one, other = ours[0].figure, theirs[0].figure
    if one.meets(other):
        return Difference.ROUNDING, "one of them takes in the other"
    minutes = [int(figure.low or 0) for figure in (one, other)]
    gap = abs(minutes[0] - minutes[1])
    gap = min(gap, _DAY - gap)  # 23:55 and midnight
    rough = any(value % 30 == 0 for value in minutes) and one.low == one.high and other.low == other.high
    if rough and gap <= QUARTER:
        return Difference.ROUNDING, "one of them is a round time of day"
    if any(value % 10 == 0 for value in minutes) and gap < _TENTH:
        return Difference.ROUNDING, "one of them is given to ten minutes"
    return Difference.CONFLICT, "the accounts cannot both give the time of one event"
