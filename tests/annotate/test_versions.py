"""Whose version stands behind a colon, and what is stated on in the passive."""

import pytest

from told_by import told

VERSIONS = [
    (
        "fr",
        "La version du ministère n'a pas changé : le train roulait vite.",
        ("ministère", "le train roulait vite"),
    ),
    ("it", "La versione del ministero non cambia: il cavo era nuovo.", ("ministero", "il cavo era nuovo")),
    ("es", "La versión del ejército es otra: el puente ya ardía.", ("ejército", "el puente ya ardía")),
    ("pt", "A versão da polícia não mudou: o barco fugiu.", ("polícia", "o barco fugiu")),
    ("ru", "Версия министерства прежняя: плотину размыло.", ("министерства", "плотину размыло")),
    ("ar", "أما رواية الوزارة فلم تتغير: السد سليم.", ("الوزارة", "السد سليم")),
    ("tr", "Lund'un cevabı şuydu: Gemiyi satmayacağız.", ("Lund'un", "Gemiyi satmayacağız")),
    ("zh", "警方的说法没有变：桥是自己塌的。", ("警方", "桥是自己塌的")),
]


@pytest.mark.parametrize(("language", "text", "said"), VERSIONS)
def test_a_version_is_whose_it_is(language: str, text: str, said: tuple[str, str]) -> None:
    assert said in told(text, language)


def test_what_is_stated_on_comes_from_the_same_statement() -> None:
    text = (
        "Sağlık Bakanlığından yapılan açıklamada, hastanenin açıldığı belirtildi. "
        "Yirmi hastanın taburcu edildiği kaydedildi."
    )
    assert len({who for who, _ in told(text, "tr")}) == 1
