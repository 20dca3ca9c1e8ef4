"""What a method gave last, kept without keeping its object alive."""

import functools
import weakref
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def keeping(most: int, method: Callable[[int], T]) -> Callable[[int], T]:
    """`method` with its last `most` results at hand, to be held by its own object.

    A cache of the bound method would hold the object that holds the cache: all texts of a block, until the collector
    of cycles comes by. Over 20,000 documents in blocks that took 1,584 MiB rather than 470.
    """
    bound = weakref.WeakMethod(method)

    def made(number: int) -> T:
        alive = bound()
        assert alive is not None
        return alive(number)

    return functools.lru_cache(most)(made)
