"""Counts of an earlier event that the coverage recalls: "In November, shelling of the market killed fourteen"."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.corroborate.differences import Stated
from sayso.corroborate.profile import Profile

_LONG: Final = datetime.timedelta(days=30)
"""Before the first article of a case: what came out within it may be what the case is about."""


def in_time(statements: Sequence[Stated], profiles: Iterable[Profile]) -> tuple[list[Stated], list[Stated]]:
    """The statements of the event at hand, and those of values that are mostly given with an earlier time.

    Where those are the most, the coverage is of an earlier event itself, and nothing is parted.
    """
    began = first_day(profiles)
    if began is None:
        return list(statements), []
    by_value: dict[tuple[float | None, float | None], list[Stated]] = defaultdict(list)
    for statement in statements:
        by_value[statement.figure.low, statement.figure.high].append(statement)
    now: list[Stated] = []
    then: list[Stated] = []
    for kept in by_value.values():
        early = sum(is_bygone(s.profile, began) for s in kept)
        (then if 2 * early > len(kept) else now).extend(kept)
    return (now, then) if len(then) < len(now) else (list(statements), [])


def first_day(profiles: Iterable[Profile]) -> datetime.datetime | None:
    """When the first article of a case came out, as far as they are dated."""
    return min((p.published for p in profiles if p.published), default=None)


def is_bygone(profile: Profile, began: datetime.datetime) -> bool:
    """Whether a mention gives its times, and all of them lie well before the case began."""
    times = profile.times
    return bool(times) and all(t.latest is not None and t.latest < began - _LONG for t in times)
