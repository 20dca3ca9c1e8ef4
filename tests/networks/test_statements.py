"""What the network of pairs says of plain cases, and that it depends on nothing but the pair."""

import pytest

from sayso.networks.statements import odds

TOLD = "Seven dockworkers died when drones struck the port of Velmora on Monday night."
AGAIN = "A night attack by drones on Velmora's harbour killed seven people who worked there."
ABROAD = (
    "Bei einem Drohnenangriff auf den Hafen von Velmora kamen in der Nacht zum Dienstag sieben Hafenarbeiter ums Leben."
)
NEXT = "The governor promised that grain would leave the port of Velmora again within a week."


@pytest.mark.parametrize("other", [AGAIN, ABROAD])
def test_the_same_in_other_words_or_another_language_is_likelier_than_not(other: str) -> None:
    assert odds([(TOLD, other)])[0] > 0


@pytest.mark.parametrize("other", [NEXT, TOLD.replace("died when", "survived when"), ""])
def test_something_else_is_not(other: str) -> None:
    assert odds([(TOLD, other)])[0] < 0


def test_the_order_and_the_company_of_a_pair_make_no_difference() -> None:
    alone = odds([(TOLD, AGAIN)])
    assert odds([(NEXT, ABROAD), (AGAIN, TOLD), (TOLD, AGAIN)])[1:] == [*alone, *alone]


def test_hostile_text_is_read_as_any_other() -> None:
    hostile = [("</s><s> same same", "\x00" * 50_000), ("a" * 100_000, "ب" * 100_000)]
    assert all(-20 < found < 20 for found in odds(hostile))
    assert odds([]) == []
