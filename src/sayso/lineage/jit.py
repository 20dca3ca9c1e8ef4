"""Functions compiled by numba: in one place, so that the rest knows nothing of it."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """`function` as machine code, kept between runs where there is a folder that can be written."""
    try:
        return cast("_Function", numba.njit(cache=True, nogil=True)(function))
    except RuntimeError:  # no such folder: compiled anew by each process
        return cast("_Function", numba.njit(nogil=True)(function))
