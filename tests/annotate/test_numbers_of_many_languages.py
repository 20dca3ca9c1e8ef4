"""Numbers in words as many languages write them: case forms, halves, what is written onto them, whom they count."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def read(language: str, text: str) -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Half a million people fled Bergvik.", [(500_000, "displaced")]),
        ("en", "One and a half million people live there.", [(1_500_000, "person")]),
        ("en", "They had half a kilogram of it.", [(0.5, "kilogram")]),
        ("de", "Anderthalb Stunden brannte es, zweieinhalb Tonnen Heu.", [(1.5, "hour"), (2.5, "tonne")]),
        ("fr", "Un million et demi de personnes sont parties.", [(1_500_000, "person")]),
        ("es", "Medio millón de personas salieron.", [(500_000, "person")]),
        ("ru", "Полтора часа спустя пришли ещё две с половиной тысячи человек.", [(1.5, "hour"), (2500, "person")]),
        ("tr", "Bir buçuk milyon kişi, iki buçuk saat.", [(1_500_000, "person"), (2.5, "hour")]),
        ("vi", "hai triệu rưỡi người", [(2_500_000, "person")]),
        ("hi", "ढाई लाख लोग", [(250_000, "person")]),
    ],
)
def test_halves(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Half the village left."), ("es", "Medio mundo lo sabe."), ("fi", "Puoli kylää lähti.")],
)
def test_half_of_something_is_no_count(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Úřad hovoří o čtyřech tunách.", [(4, "tonne")]),
        ("fi", "Kahdessakymmenessä tunnissa vesi laski.", [(20, "hour")]),
        ("da", "Hundrede og enogtyve mennesker døde.", [(121, "killed")]),
        ("de", "Zwei Millionen dreihunderttausend Menschen leben dort.", [(2_300_000, "person")]),
        ("fr", "Vingt-et-un enfants sont morts.", [(21, "child killed")]),
        ("uk", "Пʼять людей загинули.", [(5, "killed")]),
        ("ro", "Douăzeci şi cinci de oameni au murit.", [(25, "killed")]),
        ("lt", "Žuvo keturiolika žmonių, 40 tūkst. klientų liko be elektros.", [(14, "killed"), (40_000, "klientų")]),
        ("ca", "Hi ha quatre morts i catorze ferits.", [(4, "killed"), (14, "injured")]),
        ("sw", "Parokia inahifadhi watu elfu nne na mia tano sasa.", [(4500, "person")]),
        ("ht", "Yo kidnape 21 elèv.", [(21, "student")]),
        ("ku", "Herî kêm 9 kes mirin.", [(9, "killed")]),
        ("th", "สูญหาย 4 คน", [(4, "missing")]),
        ("bn", "এগারো জন আহত হয়েছেন", [(11, "injured")]),
        ("ur", "دو لاکھ افراد", [(200_000, "person")]),
    ],
)
def test_numbers_in_words(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Напередодні йшлося про шістьох.", [(6, "person")]),
        ("bg", "Четирима се издирват.", [(4, "person")]),
        ("hu", "Öten meghaltak.", [(5, "killed")]),
        ("sr", "Петорица су на броду.", [(5, "person")]),
        ("ru", "Ждали двое суток.", [(2, "day")]),
    ],
)
def test_a_form_that_is_used_of_people_counts_people(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "قصف بثلاث قنابل", [(3, "bomb")]),
        ("ar", "قُتل سائقان وأصيب سبعة أشخاص", [(2, "driver killed"), (7, "injured")]),
        ("ar", "بلغت 19 قتيلا و41 جريحا", [(19, "killed"), (41, "injured")]),
        ("he", "פעילות בת כתשע שעות", [(9, "hour")]),
    ],
)
def test_and_and_prepositions_are_written_onto_numbers(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Neuf, d'après le ministère.", [(9, "")]),
        ("ru", "Посчитали при посадке: семьдесят один.", [(71, "")]),
        ("ru", "Местных насчитали шестьдесят с лишним.", [(60, "")]),
        ("it", "Le detenute sono ora quindici.", [(15, "")]),
        ("el", "Οι σοροί έφτασαν τις τριάντα μία.", [(31, "")]),
        ("en", "The operator put the number at nine and left.", [(9, "")]),
    ],
)
def test_a_number_word_alone(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Six people were killed and 19 soldiers are held.", [(6, "killed"), (19, "soldier")]),
        ("ko", "5명이 숨진 것으로 파악했으며 40여 명이 갇혔다.", [(5, "killed"), (36, "person")]),
        ("en", "They found the bodies of 34 civilians in the freed town.", [(34, "civilian killed")]),
        ("en", "Seven of the nine sailors signed.", [(7, "crew"), (9, "crew")]),
        ("ja", "島で地震、31人死亡　学校寮が倒壊", [(31, "killed")]),
        ("en", "The hull lay 18 nautical miles off.", [(18, "nautical_mile")]),
        ("vi", "con số 2,3 triệu", [(2_300_000, "")]),
    ],
)
def test_what_a_number_counts(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected
