import pytest

from sayso.extract.agency_bylines import agencies_of_byline
from sayso.extract.credits import credits_at_edges, credits_in

STORY = "The lock at Halden was shut on Monday after two barges struck the gate, the harbour office said."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("The Associated Press | Monday, May 5, 2031, 7:24 a.m.", "The Associated Press"),
        ("Reuters Monday, May 5, 2031", "Reuters"),
        ("Published May 5, 2031 | Associated Press", "Associated Press"),
        ("Posted 5:57 am, May 5, 2031, by Associated Press , Updated at 06:00AM, May 6, 2031", "Associated Press"),
        ("05.05.2031 10:00 ТАСС", "ТАСС"),
        ("Ana Lenz, The Associated Press • May 5, 2031 8:12 am", "The Associated Press"),
        ("By Ana Lenz | Reuters | 5 May 2031", "Reuters"),
        ("The Vale Herald | Reuters | May 5, 2031", "Reuters"),
        ("By          ANA LENZ         Associated Press", "Associated Press"),
        ("By ANA LENZ, TOM MOE and JON VIK | Associated Press", "Associated Press"),
        ("Von Ana Lenz, dpa", "dpa"),
        ("Par Ana Lenz (AFP)", "AFP"),
        ("Автор: Анна Ленц, ТАСС", "ТАСС"),
        ("ANA LENZ, TOM MOE and JON VIK / AP", "AP"),
        ("by ANA LENZ, TOM MOE & JON VIK , The Associated Press", "The Associated Press"),
    ],
)
def test_an_agency_beside_writer_or_date_is_credited(line: str, agency: str) -> None:
    assert agencies_of_byline(line) == [agency]
    text = f"Lock shut at Halden\n\n{line}\n\n{STORY}"
    for found in (credits_in(text), credits_at_edges(text)):
        (credit,) = found
        assert (credit.name, text[credit.start : credit.end]) == (agency, line)


@pytest.mark.parametrize(
    "line",
    [
        "Ana Lenz / AP",  # pictures are signed so
        "Ana Lenz | Reuters",
        "Jon Vik, Pool / AP",
        "AP Photo/Ana Lenz May 5, 2031",
        "By Ana Lenz",
        "By ANA LENZ, KTVN, AP",  # two newsrooms
        "Reuters reported on May 5, 2031",
        "Minister meets AP | May 5, 2031",
        "By Ana Lenz and the mayor of Halden for Reuters readers",
        "Reuters",
    ],
)
def test_pictures_topics_and_other_newsrooms_are_no_byline(line: str) -> None:
    assert agencies_of_byline(line) == []


def test_where_the_page_says_byline_one_name_is_enough() -> None:
    assert agencies_of_byline("Ana Lenz, Associated Press", is_byline=True) == ["Associated Press"]
    assert agencies_of_byline("Ana Lenz", is_byline=True) == []


def test_further_down_a_name_and_an_agency_sign_a_picture() -> None:
    text = "\n\n".join([STORY] * 4 + ["By Ana Lenz, Associated Press", STORY])
    assert credits_in(text) == ()
