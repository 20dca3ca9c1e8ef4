"""Where figures point: those that answer one question the same way, whatever the words, and nothing else counts."""

import numpy as np

from sayso.networks.figures import InPlace, pointing
from sayso.networks.pointing import AROUND, DIRECTIONS, ITSELF

WAITING = InPlace("", "", "ships were still waiting off Velmora on Friday morning, the port authority said.")
ANCHORED = InPlace(
    "", "Vor Velmora lagen am Freitag noch immer", "Schiffe auf Reede und warteten auf einen Liegeplatz."
)
HURT = InPlace("", "The hospital said", "guards had been hurt when stones were thrown at the gate.")
HURT_ABROAD = InPlace("", "Im Krankenhaus hieß es,", "Wachleute seien durch Steinwürfe am Tor verletzt worden.")


def test_one_question_points_one_way_in_two_languages() -> None:
    waiting, anchored, hurt, hurt_abroad = pointing([WAITING, ANCHORED, HURT, HURT_ABROAD])
    assert waiting @ anchored > 0.5 > waiting @ hurt
    assert hurt @ hurt_abroad > 0.5 > anchored @ hurt_abroad


def test_none_depends_on_its_neighbours() -> None:
    assert np.array_equal(pointing([HURT, WAITING, HURT])[0], pointing([HURT])[0])
    assert pointing([]).shape == (0, DIRECTIONS)


def test_the_figure_keeps_its_place_however_long_the_text() -> None:
    pieces, belongs = InPlace("before " * 400, "left " * 400, "right " * 400).pieces()
    assert len(pieces) == len(belongs) < 100
    assert belongs.count(ITSELF) == 1
    assert belongs[belongs.index(ITSELF) - 1] == belongs[belongs.index(ITSELF) + 1] == AROUND


def test_a_place_without_words_is_read() -> None:
    (vector,) = pointing([InPlace("", "", "")])
    assert np.isclose(np.linalg.norm(vector), 1.0, atol=1e-3)
