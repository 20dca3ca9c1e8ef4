"""Times, sizes and counts as a plan tells them."""

from collections.abc import Callable, Iterable, Sequence

TIMES_UNSURE = 1.4  # what the same run may take more or less on the same machine, by other work beside it
BYTES_UNSURE = 1.15  # what a run may take more or less than its sums of bytes: a sample's rates are not the whole's
DOUBT = f"Other work on a machine makes times up to {TIMES_UNSURE} times as long, or as short: the ranges hold that."


def times(seconds: Sequence[float], fixed: float) -> str:
    """Three sums of seconds that a run may take, and what is beside them whatever the size."""
    low, likely, high = seconds
    return span((fixed / 2 + low / TIMES_UNSURE, fixed + likely, 2 * fixed + high * TIMES_UNSURE), clock)


def span(numbers: Iterable[float], form: Callable[[float], str]) -> str:
    """The likely number, and the least and the most."""
    low, likely, high = numbers
    return f"about {form(likely)} ({form(low)} to {form(high)})"


def sizes(numbers: Iterable[float]) -> str:
    """Three sums of bytes that a run may take."""
    low, likely, high = numbers
    return span((low / BYTES_UNSURE, likely, high * BYTES_UNSURE), size)


def count(number: float) -> str:
    """A number of things."""
    return f"{round(number):,}"


def clock(seconds: float) -> str:
    """A time."""
    if seconds < 120:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def size(number: float) -> str:
    """Bytes."""
    for unit, bytes_of in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if number >= bytes_of:
            return f"{number / bytes_of:.1f} {unit}"
    return f"{number / 1e3:.0f} kB"
