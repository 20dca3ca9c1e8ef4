"""What the network of answers says of plain cases."""

import pytest

from sayso.networks.answers import Answers
from sayso.networks.statements import Statement, read_answers

SOUNDED = ("The sirens were sounded well before the dam broke.", "en")
WARNED = ("Les sirènes ont retenti bien avant la rupture du barrage.", "fr")
SILENT = ("Nobody in the valley heard a siren before the dam broke.", "en")
NIEMAND = ("Niemand habe eine Sirene gehört, sagten Anwohner.", "de")
RESIGNED = ("The minister has offered to resign.", "en")


def _answers(one: Statement, other: Statement) -> Answers:
    pair = (min(one, other), max(one, other))
    _, found = read_answers([pair])[pair]
    return found


@pytest.mark.parametrize(("one", "other"), [(SOUNDED, SILENT), (WARNED, SILENT), (WARNED, NIEMAND)])
def test_two_answers_to_one_question_are_told_in_any_languages(one: Statement, other: Statement) -> None:
    found = _answers(one, other)
    assert found.rival > 0 > found.same


def test_one_answer_is_the_same_in_another_language() -> None:
    found = _answers(SOUNDED, WARNED)
    assert found.same > 0 > found.rival


@pytest.mark.parametrize("one", [SOUNDED, NIEMAND])
def test_what_answers_another_question_is_neither(one: Statement) -> None:
    found = _answers(one, RESIGNED)
    assert found.same < 0
    assert found.rival < 0


def test_nothing_is_read_for_nothing() -> None:
    assert read_answers([]) == {}
    assert _answers(("", "en"), SOUNDED).same < 0
