"""Where sources point: those that are one origin the same way, by what they are called and what is said around them."""

import numpy as np

from sayso.networks.pointing import DIRECTIONS, ITSELF
from sayso.networks.speakers import MOST_NAME, Named, pointing

SURVIVOR = Named("", "“We heard a whistle, then the windows went,” said", "Lida Orsk, a teacher who survived", ".")
TEACHER = Named("", "", "A professora sobrevivente", "contou no hospital que ouviu um assobio.")
ARMY = Named("Nine people died.", "", "Karvenia's Defence Ministry", "said that the convoy had been shelled.")
OPERATOR = Named("The ferry sank.", "", "Norlex, which runs the ferry,", "said that the doors had been shut.")
SHIPPING_LINE = Named("Die Fähre sank.", "Die Türen seien geschlossen gewesen, erklärte", "die Reederei", ".")


def test_one_origin_points_one_way_in_two_languages_and_by_two_names() -> None:
    survivor, teacher, army, operator, line = pointing([SURVIVOR, TEACHER, ARMY, OPERATOR, SHIPPING_LINE])
    assert survivor @ teacher > 0.5 > survivor @ army
    assert operator @ line > 0.5 > army @ operator


def test_none_depends_on_its_neighbours() -> None:
    assert np.array_equal(pointing([ARMY, OPERATOR, ARMY])[0], pointing([ARMY])[0])
    assert pointing([]).shape == (0, DIRECTIONS)


def test_a_name_is_read_as_far_as_it_is_one_however_long() -> None:
    pieces, belongs = Named("before " * 400, "left " * 400, "name " * 400, "right " * 400).pieces()
    assert len(pieces) == len(belongs) < 100
    assert belongs.count(ITSELF) == MOST_NAME


def test_a_source_without_words_is_read() -> None:
    (vector,) = pointing([Named("", "", "", "")])
    assert np.isclose(np.linalg.norm(vector), 1.0, atol=1e-3)
