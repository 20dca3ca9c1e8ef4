"""Hours and the minutes behind them are one length of time: "two hours and fifty minutes" are 170 minutes.

Apart, the hours would stand as another account of what somebody else gives as "almost three hours".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.model import Quantity
from sayso.spans import Span
from sayso.vocab import Bound

_HOUR: Final = 60.0
_MOST_BETWEEN: Final = 3  # words: the unit, and "and"
_LONGEST_BETWEEN: Final = 24  # code points
_PARTS: Final = re.compile(r"[,;:()!?،؛，；、。।–—…\"«»]")


def joined_lengths(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities of a sentence, those as one that give hours and the minutes above them."""
    kept: Quantity | None = None
    for quantity in found:
        if kept is not None and (whole := _joined(text, kept, quantity)):
            yield whole
            kept = None
            continue
        if kept is not None:
            yield kept
        kept = quantity
    if kept is not None:
        yield kept


def _joined(text: str, hours: Quantity, minutes: Quantity) -> Quantity | None:
    """Both as one length in minutes; None where the second is no part of the first."""
    if hours.measure != "hour" or hours.low is None or not hours.low.is_integer() or minutes.low != minutes.high:
        return None
    if minutes.low is None or not 0 < minutes.low < _HOUR or not _are_minutes(text, minutes):
        return None
    if hours.bound is not Bound.EXACT or hours.low != hours.high:
        return None
    between = text[hours.span.end : minutes.span.start]
    if len(between) > _LONGEST_BETWEEN or len(between.split()) > _MOST_BETWEEN or _PARTS.search(between):
        return None
    span = Span.cut(hours.article_id, text, hours.span.start, minutes.span.end)
    length = hours.low * _HOUR + minutes.low
    return Quantity(
        article_id=hours.article_id, span=span, measure="minute", low=length, high=length, bound=Bound.EXACT, unit="min"
    )


def _are_minutes(text: str, quantity: Quantity) -> bool:
    """Whether a number is of minutes; "分" alone may be a share, but not behind hours."""
    return quantity.measure == "minute" or (not quantity.measure and text.startswith("分", quantity.span.end))
