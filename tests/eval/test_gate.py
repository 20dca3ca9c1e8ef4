import runpy
from pathlib import Path
from typing import Any

import pytest

GATE: dict[str, Any] = runpy.run_path(str(Path(__file__).parent.parent.parent / "eval" / "gate.py"))

PRINTED = """seed: one article
  missed: some words of a quote
claims found         93.9  (31 of 33)
claims voice         87.9  (29 of 33)
drift found          50.0  (2 of 4)  of 5 reported
furniture as claims 0  []

il76: 93 reports, built in 12.3 s
articles read       100.0  (93 of 93)
voice right          81.2  (125 of 154)
"""


def test_figures_are_read_off_by_case() -> None:
    assert GATE["figures"](PRINTED) == {
        "seed: claims found": 93.9,
        "seed: claims voice": 87.9,
        "seed: drift found": 50.0,
        "il76: articles read": 100.0,
        "il76: voice right": 81.2,
    }


@pytest.mark.parametrize(
    ("floors", "missed"),
    [
        ({"seed: claims found": 93.9}, 0),
        ({"seed: claims found": 94.0}, 1),
        ({"seed: claims": 1.0}, 1),  # a figure that is gone has not reached its floor
        ({}, 0),
    ],
)
def test_a_figure_below_its_floor_fails(floors: dict[str, float], missed: int) -> None:
    assert len(GATE["below"](floors, GATE["figures"](PRINTED))) == missed


def test_floors_only_rise() -> None:
    assert GATE["raised"]({"a": 90.0, "b": 10.0}, {"a": 80.0, "b": 20.0, "c": 5.0}) == {"a": 90.0, "b": 20.0, "c": 5.0}
