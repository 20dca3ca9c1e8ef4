"""Which notices are too particular to be written twice, and whose they are."""

import pytest

from sayso.lineage.notes import is_agencys, is_of_something, is_on_a_named_report, is_particular

NOTE = "Correction: An earlier version of this article gave the number of pilots who were hurt in Halden as 12."


@pytest.mark.parametrize(
    "note",
    [
        "This article has been corrected.",
        "(Corrects headline)",
        "(Corrects Halden)",
        "(Corrects headline and paragraph 2 of a story first published on March 4 to fix the spelling of a word)",
        "(Corrects paragraphs 2 and 3 of this report, which was sent on Tuesday at 10:30 GMT)",
        "(Corrects the date in the 2nd paragraph to March 4 and adds a dropped word in para 5)",
        "Correction: This article was changed on 4 March 2031 at 10.30 a.m. to put an error right.",
        "Correction: An earlier version of this article gave the wrong date; the match is on 2031-03-04.",
        "Correction: An earlier version of this article gave the wrong date; the match is on 4/3/2031.",
        "Korrektur: In einer früheren Fassung dieses Artikels stand eine falsche Zahl im 2. Absatz.",
        "Sprostowanie: we wcześniejszej wersji tego tekstu w akapicie 3 był błąd w dacie 4 marca 2031.",
        "更正：2031年3月4日的报道第2段中的日期有误，特此更正说明如下。",
    ],
)
def test_a_notice_that_anybody_might_write_is_not_particular(note: str) -> None:
    assert not is_particular(note, "und")


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "(Corrects second paragraph to say that the barge left Halden, not Holden, before dawn)",
        "(Corrects paragraph 2 to say that 15 of the pilots were hurt, not one in three of them)",
        "Correction: an earlier version of this article said that 112 of the pilots were hurt in May.",
        "Korrektur: In einer früheren Fassung dieses Artikels war von 12 Lotsen die Rede.",
        "更正：哈尔登受伤的引航员为15人而非此前所称的12人。",
    ],
)
def test_a_notice_that_names_somebody_or_gives_a_figure_is(note: str) -> None:
    assert is_particular(note, "und")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Correction: 15 of the pilots were hurt.", False),  # seven words
        ("Correction: 15 of the pilots were hurt badly.", True),
        ("更正：受伤引航员为15人", False),  # ten characters and figures count as six words
        ("更正：受伤引航员为15人而非此前的12人", True),
    ],
)
def test_a_particular_notice_has_eight_words(note: str, expected: bool) -> None:
    assert is_particular(note, "und") is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hurt 15 of them", True),
        ("hurt 112 in March", True),
        ("on 15 March", False),
        ("on March 15", False),
        ("by Odo Lentz", True),
        ("a", False),
    ],
)
def test_a_date_is_nothing_of_its_own(words: str, expected: bool) -> None:
    assert is_of_something(f"there were {words}", "en") is expected


def test_the_form_of_a_notice_shows_that_an_agency_sent_it() -> None:
    assert is_agencys("(Corrects headline)")
    assert is_agencys("This story corrects an error in an earlier version.")
    assert not is_agencys(NOTE)
    assert is_agencys("[Put right: an earlier version of this report gave 12.]")
    assert not is_agencys("Put right: an earlier version of this report gave 12 (by Lentz)")
    assert not is_agencys("(12) An earlier version of this report gave 15.")


def test_a_notice_may_name_whose_report_it_is_on() -> None:
    assert is_on_a_named_report("An earlier version of this Norlex story gave the number as 12.")
    assert not is_on_a_named_report("An earlier version of this short story gave Halden as the place.")
    assert not is_on_a_named_report("The number was wrong.")
