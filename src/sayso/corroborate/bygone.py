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
    began = min((p.published for p in profiles if p.published), default=None)
    if began is None:
        return list(statements), []
    by_value: dict[tuple[float | None, float | None], list[Stated]] = defaultdict(list)
    for statement in statements:
        by_value[statement.figure.low, statement.figure.high].append(statement)
    now: list[Stated] = []
    then: list[Stated] = []
    for kept in by_value.values():
        early = sum(_is_before(s, began) for s in kept)
        (then if 2 * early > len(kept) else now).extend(kept)
    return (now, then) if len(then) < len(now) else (list(statements), [])


def _is_before(statement: Stated, began: datetime.datetime) -> bool:
    times = statement.profile.times
    return bool(times) and all(t.latest is not None and t.latest < began - _LONG for t in times)
