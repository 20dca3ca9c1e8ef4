"""Macedonian in invented sentences: who says what, what is the writer's, what numbers count, how sure it is."""

import pytest

from certainty_of import values
from factory import article
from sayso.annotate.claims import claim_mentions
from told_by import attributions, counted, sayings

ROWS: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("Министерот рече дека мостот се урна.", [("Министерот", "дека мостот се урна")]),
    ("Според полицијата, мостот е затворен.", [("полицијата", "мостот е затворен")]),
    ("„Бродот беше стар“, изјави Петар Орев.", [("Петар Орев", "„Бродот беше стар“")]),
    (
        "Портпаролката на болницата, Ана Велес, соопшти дека 12 лица се хоспитализирани.",
        [("Портпаролката на болницата, Ана Велес", "дека 12 лица се хоспитализирани")],
    ),
    ("Градоначалникот тврди дека општината не знаела ништо.", [("Градоначалникот", "дека општината не знаела ништо")]),
    ("Компанијата негира дека фабриката е опасна.", [("Компанијата", "дека фабриката е опасна")]),
    ("Се стравува дека има уште загинати.", [(None, "дека има уште загинати")]),
    ("Седуммина загинаа, соопшти пожарната служба.", [("пожарната служба", "Седуммина загинаа")]),
    ("Таа додаде дека помошта е на пат.", [("Таа", "дека помошта е на пат")]),
    ("Како што соопшти полицијата, возачот е приведен.", [("полицијата", "возачот е приведен")]),
    ("Жителите велат дека слушнале експлозија.", [("Жителите", "дека слушнале експлозија")]),
    ("Изјави вчера министерот за транспорт дека мостот се урна.", [("министерот за транспорт", "дека мостот се урна")]),
    ("Ако министерот рече дека мостот се затвора, жителите ќе протестираат.", []),
    ("Портпаролот одби да коментира.", []),
    ("Полицијата приведе девет мажи.", []),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_who_says_what(text: str, told: list[tuple[str | None, str]]) -> None:
    assert sayings(attributions(text, "mk")) == told


def test_what_nobody_is_named_for_is_the_writers() -> None:
    of = article("Мостот се урна во понеделникот наутро.", language="mk")
    assert [m.attribution_id for m in claim_mentions(of, [])] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Триесет и четири лица загинаа, а 112 се повредени.", [(34, 34, "killed"), (112, 112, "injured")]),
        ("Бројот на загинатите се зголеми на 34.", [(34, 34, "killed")]),
        ("Најмалку 27 лица се исчезнати.", [(27, None, "missing")]),
        ("Полицијата приведе девет мажи.", [(9, 9, "arrested")]),
        ("Повеќе од 2.000 жители беа евакуирани.", [(2000, None, "evacuated")]),
        ("Дванаесет полицајци се повредени.", [(12, 12, "police injured")]),
        ("Околу 300 демонстранти беа уапсени.", [(270, 330, "protester arrested")]),
        ("Тројца го загубија животот.", [(3, 3, "killed")]),
        ("18.000 луѓе се без струја.", [(18000, 18000, "without_power")]),
    ],
)
def test_what_numbers_count(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    assert counted(text, "mk") == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Браната попушти во вторник вечерта.", "certain statement +"),
        ("Можеби браната попушти ноќта.", "possible hypothesis +"),
        ("Веројатно браната попушти ноќта.", "probable statement +"),
        ("Училиштето ќе се отвори следната недела.", "certain prediction +"),
        ("Браната не беше проверена во март.", "certain statement -"),
        ("Ако браната попушти, градот ќе биде поплавен.", "possible prediction +"),
    ],
)
def test_how_sure_it_is(text: str, sure: str) -> None:
    assert values(text, "mk") == [sure]
