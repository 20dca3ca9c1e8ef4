"""Numbers that are the hours and minutes of a time of day, and count nothing: "seven forty", "ten past five"."""

import functools
from collections.abc import Sequence
from typing import Final

from sayso import lexicon
from sayso.corroborate.clock import places_of_times
from sayso.model import Quantity

_MOST: Final = 59.0
_HOUR: Final = "hour"
_MINUTE: Final = "minute"


@functools.cache
def _counted() -> frozenset[str]:
    """What lists know to be counted, but for what a time of day is told in."""
    names = {str(concept["name"]) for concept in lexicon.load("measures").tables["concept"]}
    return frozenset(names - {_HOUR, _MINUTE})


def outside_times(quantities: Sequence[Quantity], text: str, begin: int, language: str) -> list[Quantity]:
    """The quantities that are no part of a time of day in `text`, which begins at `begin` of its article.

    An hour alone may be a length ("deux heures"); with minutes behind it it is none.
    """
    if not any(_may_be_of_time(quantity) for quantity in quantities):
        return list(quantities)
    places = [(begin + low, begin + high) for low, high in places_of_times(text, language)]
    inside = {
        (q.span.start, q.span.end): place
        for q in quantities
        for place in places
        if _may_be_of_time(q) and place[0] <= q.span.start and q.span.end <= place[1]
    }
    minutes = {
        place
        for q in quantities
        if q.measure != _HOUR and (place := inside.get((q.span.start, q.span.end))) is not None
    }
    return [
        q
        for q in quantities
        if (place := inside.get((q.span.start, q.span.end))) is None or (q.measure == _HOUR and place not in minutes)
    ]


def _may_be_of_time(quantity: Quantity) -> bool:
    counted = quantity.measure.split(" ", maxsplit=1)[0]
    return counted not in _counted() and quantity.low is not None and quantity.low <= _MOST
