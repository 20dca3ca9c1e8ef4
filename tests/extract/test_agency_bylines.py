import pytest

import extracted
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
        ("By Ana Lenz | Reuters | 5 May 2031", "Reuters"),
        ("By          INGA LENZ         Associated Press", "Associated Press"),
        ("By INGA LENZ, TOM MOE and JON VIK | Associated Press", "Associated Press"),
        ("Von Ana Lenz, dpa", "dpa"),
        ("Par Ana Lenz (AFP)", "AFP"),
        ("Автор: Анна Ленц, ТАСС", "ТАСС"),
        ("Ana Lenz, Tom Moe and Jon Vik, Associated Press", "Associated Press"),
        ("by INGA LENZ, TOM MOE & JON VIK , The Associated Press", "The Associated Press"),
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
        "Ana Lenz/Reuters, May 5, 2031",
        "Photo by Ana Lenz and Tom Moe / AP",
        "Foto: Ana Lenz und Tom Moe/dpa",
        "Photo Credit: Reuters | May 5, 2031",
        "FILE PHOTO: Reuters, May 5, 2031",
        "Getty Images | AFP | 05.05.2031",
        "Foto Archivo EFE 5 de mayo de 2031",
        "صورة أرشيفية رويترز 5 مايو 2031",
        "사진 제공 연합뉴스 2031년 5월 5일",
        "Von Ana Lenz Foto dpa",
        "Ana Lenz and Tom Moe (AP)",  # who is in the picture
        "Ana Lenz und Tom Moe, dpa",
        "By Ana R. Bloomberg",  # people of that name
        "Von Anna Maria Reuter",
        "Anna Maria Reuter | 5. Mai 2031",
        "By Ana Lenz, Chief Executive Of Bloomberg",
        "By Ana Lenz, Vice President, Bloomberg",
        "By Ana Lenz, Formerly Of The Associated Press",
        "By Ana Lenz",
        "By INGA LENZ, KTVN, AP",  # two newsrooms
        "By Ana Lenz with Reuters",  # a part
        "By Ana Lenz with the Associated Press",
        "By Ana Lenz and AP",
        "By Ana Lenz, AP and Reuters",
        "Reuters reported on May 5, 2031",
        "Minister meets AP | May 5, 2031",
        "Minister Meets Reuters | May 5, 2031",
        "Statement to Reuters, May 5, 2031",
        "By Ana Lenz and the mayor of Halden for Reuters readers",
        "Reuters",
    ],
)
def test_pictures_people_topics_and_other_newsrooms_are_no_byline(line: str) -> None:
    assert agencies_of_byline(line) == []


def test_further_down_a_name_and_an_agency_sign_a_picture() -> None:
    text = "\n\n".join([STORY] * 4 + ["By Ana Lenz, Associated Press", STORY])
    assert credits_in(text) == ()


@pytest.mark.parametrize(("before", "behind", "credited"), [(True, False, ["Associated Press"]), (False, True, [])])
def test_of_a_page_the_byline_before_the_text_counts(before: bool, behind: bool, credited: list[str]) -> None:
    byline = '<p class="byline">By Inga Lenz, Associated Press</p>'
    text = f"<p>{STORY} {STORY}</p>" * 4
    teaser = f"<h2>Port reopens</h2>{byline}" if behind else ""
    page = f"<article><h1>Lock shut at Halden</h1>{byline if before else ''}{text}{teaser}</article>"
    made = extracted.read(f"<html><body>{page}</body></html>", "text/html")
    assert [credit.name for credit in made.credits] == credited
    assert not before or made.author == "Inga Lenz, Associated Press"
