"""Units of measure: what each measures, and what of another unit it is."""

import functools
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sayso import lexicon
from sayso.corroborate.profile import Figure

COUNT: Final = "count"
MONEY: Final = "money"
DURATION: Final = "duration"


@functools.cache
def _units() -> Mapping[str, tuple[str, float]]:
    """For each unit its dimension, and what of the base unit it is."""
    tables = lexicon.load("dimensions").tables
    return {unit: (name, factor) for name, units in tables.items() for unit, factor in units.items()}


@functools.cache
def _symbols() -> Mapping[str, str]:
    return {str(c["name"]): str(c["unit"]) for c in lexicon.load("measures").tables["concept"] if "unit" in c}


def dimension_of(measure: str) -> str:
    """What a unit measures: length, a share; `COUNT` of what is no unit."""
    return _units().get(measure, (COUNT, 1.0))[0]


def symbol_of(unit: str) -> str:
    """The sign of a unit: "km"; "" where it has none."""
    return _symbols().get(unit, "")


def times_as_much(unit: str, other: str) -> float:
    """How many of another unit of its dimension one unit is."""
    return _units()[unit][1] / _units()[other][1]


def in_unit(figure: Figure, unit: str) -> Figure:
    """A figure in another unit of its dimension, to six digits."""
    if not unit or figure.measure == unit:
        return figure
    factor = times_as_much(figure.measure, unit)
    low, high = (None if edge is None else float(f"{edge * factor:.6g}") for edge in (figure.low, figure.high))
    return replace(figure, measure=unit, low=low, high=high, printed="")
