"""What spills, fires, floods and poisoned rivers are measured in, in every language that numbers are read in."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def measured(text: str, language: str) -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The basin lost 1.3 million cubic metres.", (1.3e6, "cubic_metre")),
        ("de", "Ausgetreten seien 400.000 Kubikmeter Schlamm.", (4e5, "cubic_metre")),
        ("pt", "A bacia libertou 1,3 milhões de metros cúbicos.", (1.3e6, "cubic_metre")),
        ("tr", "Dereye 400 bin metreküp atık aktı.", (4e5, "cubic_metre")),
        ("ar", "تسرب 400 ألف متر مكعب من السوائل.", (4e5, "cubic_metre")),
        ("zh", "泄漏量为40万立方米。", (4e5, "cubic_metre")),
        ("he", "דלפו 300 אלף מטרים מעוקבים.", (3e5, "cubic_metre")),
        ("pl", "Wyciekło 200 m³ ścieków.", (200, "cubic_metre")),
        ("cs", "Spadlo 96 milimetrů srážek.", (96, "millimetre")),
        ("fr", "Il est tombé 31 millimètres.", (31, "millimetre")),
        ("hu", "A mért érték 0,48 milligramm volt literenként.", (0.48, "milligram")),
        ("el", "Μετρήθηκαν 0,48 χιλιοστόγραμμα αρσενικού.", (0.48, "milligram")),
        ("sr", "Изгорело је 120 хектара шуме.", (120, "hectare")),
        ("sv", "Branden omfattar 120 hektar.", (120, "hectare")),
        ("id", "Sebanyak 40 ton ikan mati.", (40, "tonne")),
        ("hu", "Mintegy 40 tonna hal pusztult el.", None),
    ],
)
def test_a_unit_is_one_in_every_language(language: str, text: str, expected: tuple[float, str] | None) -> None:
    found = measured(text, language)
    assert expected in found if expected else [m for _, m in found] == ["tonne"]


@pytest.mark.parametrize(("language", "text"), [("en", "It went on 13 metres and 5 mm of rain fell.")])
def test_a_longer_unit_does_not_swallow_a_shorter_one(language: str, text: str) -> None:
    assert measured(text, language) == [(13, "metre"), (5, "millimetre")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Sedmnáct lidí se stále pohřešuje.", (17, "missing")),
        ("tr", "34 kişiden haber alınamıyor.", (34, "missing")),
        ("id", "Enam orang lainnya masih dicari.", (6, "missing")),
        ("sv", "12 personer saknas.", (12, "missing")),
        ("en", "Some 40 people were moved to safety.", (36, "evacuated")),
        ("tr", "1200 kişinin güvenli bölgelere taşındığı belirtildi.", (1200, "evacuated")),
    ],
)
def test_who_is_missing_and_who_was_moved(language: str, text: str, expected: tuple[float, str]) -> None:
    assert expected in measured(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Sechs Verdächtige werden gesucht."), ("en", "Six suspects are being sought by the police.")],
)
def test_who_is_wanted_is_not_missing(language: str, text: str) -> None:
    assert "missing" not in {measure for _, measure in measured(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "About 18,000 people are without piped water.", "without_water"),
        ("el", "Χωρίς νερό έμειναν 210.000 άνθρωποι.", "without_water"),
        ("zh", "18万居民断水。", "without_water"),
        ("hu", "180 ezren maradtak víz nélkül.", "without_water"),
        ("de", "Rund 4000 Haushalte und 9000 Menschen sind ohne Strom.", "without_power"),
        ("uk", "Без світла залишилися 12 тисяч людей.", "without_power"),
    ],
)
def test_people_without_water_or_power_are_counted_as_such(language: str, text: str, expected: str) -> None:
    assert expected in {measure for _, measure in measured(text, language)}
