"""What numbers count whose noun stands far off, with another number, or before them; in Hebrew and Indonesian too."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def _counts(text: str, language: str) -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Seventeen of the 21 crew have been rescued.", [(17, "rescued"), (21, "crew")]),
        ("en", "Seventeen of the 21 people aboard were rescued.", [(17, "rescued"), (21, "occupant")]),
        ("de", "17 der 21 Besatzungsmitglieder seien gerettet worden.", [(17, "rescued"), (21, "crew")]),
        ("en", "The ministry first reported 27, then 34 dead.", [(27, "killed"), (34, "killed")]),
        ("en", "By 10, 34 people were dead.", [(10, ""), (34, "killed")]),
        ("en", "The office puts the dead at 31, the union at 47.", [(31, "killed"), (47, "killed")]),
        ("pt", "A Cruz Vermelha fala em 62 mortos; o governo, em 47.", [(62, "killed"), (47, "killed")]),
        ("en", "Thirty-one detainees and four policemen were hurt.", [(31, "arrested"), (4, "police injured")]),
        ("en", "The number of people killed near a mill in northern Haldria rose to 34.", [(34, "killed")]),
        ("es", "El número de muertos en un molino del norte de Haldria ascendió a 34.", [(34, "killed")]),
        ("zh", "该部将磨坊附近事件的死亡人数下调至31人。", [(31, "killed")]),
        ("en", "The number of mills near a northern town rose to 34.", [(34, "")]),
        ("en", "The port gave the number of crew as 21.", [(21, "crew")]),
        ("en", "He spoke of 62 dead detainees.", [(62, "arrested")]),
        ("en", "No more than seven people were hurt fatally.", [(None, "killed")]),
        ("en", "After three rounds of talks they fired 40 rounds.", [(3, "round"), (40, "shot")]),
    ],
)
def test_the_noun_stands_elsewhere(language: str, text: str, expected: list[tuple[float | None, str]]) -> None:
    assert _counts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("he", "34 הרוגים ו-148 פצועים.", [(34, "killed"), (148, "injured")]),
        ("he", "מדובר בשבעה הרוגים לכל היותר.", [(None, "killed")]),
        ("he", "נורו כ-140 כדורים.", [(126, "shot")]),
        ("he", "שנים-עשר איש נפצעו.", [(12, "injured")]),
        ("he", "עשרים ושלושה בני אדם נהרגו.", [(23, "killed")]),
        ("he", "מטוס F-16 נחת.", []),
        ("id", "Tiga puluh empat orang tewas dan seratus dua belas terluka.", [(34, "killed"), (112, "injured")]),
        ("id", "Jumlah korban tewas bertambah menjadi 34 orang.", [(34, "killed")]),
        ("id", "Sedikitnya 27 orang hilang.", [(27, "missing")]),
    ],
)
def test_hebrew_and_indonesian(language: str, text: str, expected: list[tuple[float | None, str]]) -> None:
    assert _counts(text, language) == expected
