"""Where single statements point: near in meaning is near, whatever the words, and company makes no difference."""

import numpy as np

from sayso.networks.vectors import SIZE, vectors

TOLD = "Seven dockworkers died when drones struck the port of Velmora on Monday night."
AGAIN = "A night attack on Velmora's harbour killed seven people who worked there."
NEXT = "The governor promised a new tax on grain within a week."


def test_the_same_in_other_words_points_nearer_than_something_else() -> None:
    told, again, other = vectors([TOLD, AGAIN, NEXT])
    assert told @ again > 0.5
    assert told @ other < 0.3


def test_every_vector_has_length_one_or_where_nothing_is_known_none() -> None:
    lengths = np.linalg.norm(vectors([TOLD, NEXT * 900, "", "\x00" * 9, "ب" * 9_000, "1" * 9_000]), axis=1)
    assert np.allclose(lengths, [1, 1, 0, 0, 0, 0], atol=1e-5)


def test_the_order_and_the_company_make_no_difference() -> None:
    (alone,) = vectors([TOLD])
    assert (vectors([NEXT, TOLD, AGAIN, TOLD])[[1, 3]] == alone).all()


def test_nothing_has_no_vectors() -> None:
    assert vectors([]).shape == (0, SIZE)
