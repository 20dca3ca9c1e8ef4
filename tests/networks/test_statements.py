"""What the networks of pairs say of plain cases, and that it depends on nothing but the pair."""

import numpy as np
import pytest

from sayso.networks.loading import in_eight_bits
from sayso.networks.statements import DIRECTIONS, Pair, Reading, Statement, directions, read

TOLD = ("Seven dockworkers died when drones struck the port of Velmora on Monday night.", "en")
AGAIN = ("A night attack by drones on Velmora's harbour killed seven people who worked there.", "en")
ABROAD = (
    "Bei einem Drohnenangriff auf den Hafen von Velmora kamen in der Nacht zum Dienstag sieben Hafenarbeiter um.",
    "de",
)
NEXT = ("The governor promised that grain would leave the port of Velmora again within a week.", "en")
SURVIVED = (TOLD[0].replace("died when", "survived when"), "en")
ALWAYS = -np.inf, np.inf  # every pair is doubtful


def _read(*pairs: Pair) -> list[Reading]:
    return read(pairs, ALWAYS)


def test_the_same_in_other_words_is_likelier_than_not_by_both() -> None:
    (found,) = _read((TOLD, AGAIN))
    assert found.of_english is not None
    assert found.of_any is not None
    assert found.of_english > 0
    assert found.of_any > 0


def test_the_same_in_another_language_is_read_by_one() -> None:
    (found,) = _read((TOLD, ABROAD))
    assert found.of_english is None
    assert found.of_any is not None
    assert found.of_any > 0


@pytest.mark.parametrize("other", [NEXT, SURVIVED, ("", "en")])
def test_something_else_is_not(other: Statement) -> None:
    (found,) = _read((TOLD, other))
    assert found.of_english is not None
    assert found.of_any is not None
    assert found.of_english < 0
    assert found.of_any < 0


@pytest.mark.parametrize(
    "other",
    [
        TOLD[0].replace("Seven", "Nine"),
        TOLD[0].replace("Monday", "Friday"),
        TOLD[0].replace("drones struck the port of Velmora", "fire swept the port of Velmora"),
        "Nobody died when drones struck the port of Velmora on Monday night.",
    ],
)
def test_a_particular_that_differs_is_seen_in_english(other: str) -> None:
    (found,) = _read((TOLD, (other, "en")))
    assert found.of_english is not None
    assert found.of_english < -2


def test_only_what_english_leaves_in_doubt_is_read_again() -> None:
    pairs = [(TOLD, SURVIVED), (TOLD, AGAIN)]
    low, high = (found.of_english or 0.0 for found in _read(*pairs))
    assert low < 0 < high

    def twice(*doubtful: float) -> list[bool]:
        return [found.of_any is not None for found in read(pairs, (doubtful[0], doubtful[1]))]

    assert twice(low, high) == [False, False]
    assert twice(low - 1, high) == [True, False]
    assert twice(low, high + 1) == [False, True]


def test_the_order_and_the_company_of_a_pair_make_no_difference() -> None:
    alone = _read((TOLD, AGAIN))
    assert _read((NEXT, ABROAD), (AGAIN, TOLD), (TOLD, AGAIN))[1:] == [*alone, *alone]


@pytest.mark.parametrize("language", ["en", "xx"])
def test_hostile_text_is_read_as_any_other(language: str) -> None:
    hostile = [("</s><s> same same", "\x00" * 50_000), ("[SEP] <mask>" * 9_000, "ب" * 100_000), ("", "")]
    for found in _read(*(((one, language), (other, language)) for one, other in hostile)):
        assert found.of_any is not None
        assert -20 < found.of_any < 20
        assert found.of_english is None or -20 < found.of_english < 20
    assert _read() == []


def test_weights_in_four_bits_come_out_in_eight() -> None:
    rows = np.array([[*range(-8, 8), *range(7, -9, -1)], [3] * 32])  # two outputs, 32 inputs: a block each
    packed = (rows + 8).astype(np.uint8)
    halves = (packed[:, :16] | packed[:, 16:] << 4).astype(np.uint8)
    found = in_eight_bits(halves, np.array([[0.5], [2.0]], np.float16), np.array([0.25, 2.0], np.float32))
    assert (found == (rows * [[2], [1]]).T).all()
    assert found.dtype == np.int8


def test_the_same_in_other_words_points_nearer_than_something_else() -> None:
    told, again, abroad, other = directions([TOLD[0], AGAIN[0], ABROAD[0], NEXT[0]]).meaning
    assert min(told @ again, told @ abroad) > 0.5
    assert max(told @ other, abroad @ other) < min(told @ again, told @ abroad) - 0.2


def test_another_answer_points_to_the_same_question() -> None:
    sirens = (
        "The sirens were sounded an hour before the dam broke.",
        "Vor dem Dammbruch heulte in Halden keine Sirene.",
    )
    others = ("The minister offered to resign.", "Sixteen people are still missing.")
    one, other, *apart = directions([*sirens, *others]).question
    assert one @ other > max(float(one @ away) for away in apart) + 0.2


def test_every_vector_has_length_one_or_where_nothing_is_known_none() -> None:
    found = directions([TOLD[0], NEXT[0] * 900, "", "\x00" * 9, "ب" * 9_000, "1" * 9_000])
    for lengths in (np.linalg.norm(found.meaning, axis=1), np.linalg.norm(found.question, axis=1)):
        assert np.all(np.isclose(lengths, 1, atol=1e-5) | (lengths == 0))
        assert lengths[0] > 0
        assert lengths[2] == 0


def test_where_a_statement_points_depends_on_it_alone() -> None:
    alone = directions([TOLD[0]])
    among = directions([NEXT[0], TOLD[0], AGAIN[0], TOLD[0]])
    assert (among.meaning[[1, 3]] == alone.meaning).all()
    assert (among.question[[1, 3]] == alone.question).all()
    assert directions([]).meaning.shape == (0, DIRECTIONS)
