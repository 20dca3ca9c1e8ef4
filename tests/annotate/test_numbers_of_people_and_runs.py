"""Numbers in words that count people by their form, are written as one with their tens, or stand in a run of Thai."""

import pytest

from factory import article
from sayso.annotate.phrases import tokenise
from sayso.annotate.quantities import quantities


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "بیست‌وسه نفر جان باخته‌اند", [(23, "killed")]),
        ("fa", "شمار کشته‌ها به بیست‌وشش رسید", [(26, "killed")]),
        ("ht", "te gen senkannkat moun nan bato a", [(54, "person")]),
        ("ht", "Nou te swasanteonz moun", [(71, "person")]),
        ("ht", "karantnèf moun mouri", [(49, "killed")]),
        ("hu", "Harmincegyen vesztették életüket.", [(31, "killed")]),
        ("bg", "на борда е имало 204-ма", [(204, "person")]),
        ("bg", "изгубихме трийсет и трима", [(33, "person")]),
        ("bg", "На 28-ма улица е тихо.", []),
        ("th", "คนงานก่อสร้างเขื่อนหกคนถูกจับตัวไป", [(6, "arrested")]),
        ("th", "ผู้ตายเป็นชายสองคน", [(2, "killed")]),
        ("th", "ฝูงชนราวสองพันคน", [(1800, "person")]),
    ],
)
def test_a_number_is_read_in_the_form_it_has(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.low, q.measure) for q in quantities(article(text, language=language))] == expected


def test_a_run_of_thai_is_cut_only_where_it_counts() -> None:
    assert [t.word for t in tokenise("ผู้เสียชีวิตยี่สิบเอ็ดราย")] == ["ผู้เสียชีวิต", "ยี่สิบเอ็ด", "ราย"]
    assert [t.word for t in tokenise("สามารถช่วยได้")] == ["สามารถช่วยได้"]
