"""Units have one table: what each measures, and what of another it is."""

import pytest

from sayso import lexicon
from sayso.corroborate.dimensions import COUNT, dimension_of, in_unit, symbol_of
from sayso.corroborate.profile import Figure
from sayso.vocab import Bound


def _figure(measure: str, low: float | None, high: float | None) -> Figure:
    return Figure(measure=measure, low=low, high=high, bound=Bound.EXACT, start=4, end=6)


@pytest.mark.parametrize(
    ("given", "unit", "low", "high"),
    [
        (("mile", 2.0, 2.0), "kilometre", 3.21869, 3.21869),
        (("litre", None, 1500.0), "cubic_metre", None, 1.5),
        (("day", 2.0, 3.0), "hour", 48.0, 72.0),
        (("killed", 4.0, 4.0), "", 4.0, 4.0),
    ],
)
def test_a_figure_in_another_unit(
    given: tuple[str, float | None, float | None], unit: str, low: float | None, high: float | None
) -> None:
    found = in_unit(_figure(*given), unit)
    assert (found.low, found.high, found.start) == (low, high, 4)


def test_every_unit_measures_something() -> None:
    kinds = {str(c["name"]): str(c["kind"]) for c in lexicon.load("measures").tables["concept"]}
    units = [name for name, kind in kinds.items() if kind in {"unit", "rate", "money"}]
    assert [unit for unit in units if dimension_of(unit) == COUNT] == []
    assert dimension_of("aircraft") == COUNT
    assert (symbol_of("kilometre"), symbol_of("aircraft")) == ("km", "")


def test_what_is_compared_is_given_in_units_of_one_dimension() -> None:
    listed = [entry["units"] for entry in lexicon.load("measured").tables["quantities"].values()]
    listed.append(lexicon.load("distances").tables["units"]["far"])
    for units in listed:
        (dimension,) = {dimension_of(unit) for unit in str(units).split("|")}
        assert dimension != COUNT
