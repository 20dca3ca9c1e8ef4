"""Number words that no noun follows, nouns that are a number themselves, and numbers in languages read late."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def read(language: str, text: str) -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The minister put the number of hospitals hit at nine.", [(9, "hospital")]),
        ("en", "He put the number of schools at nine and of pupils away at 300.", [(9, "school"), (300, "")]),
        ("en", "The gates, he said, were four.", [(4, "")]),
        ("en", "Four hundred million, give or take.", [(400_000_000, "")]),
        ("fr", "Elle en a entendu deux.", [(2, "")]),
        ("fr", "Le bilan reste de trois, selon la mairie.", [(3, "")]),
        ("it", "Gli ospedali, a quanto risulta, sono nove.", [(9, "")]),
        ("es", "En la plaza cabían algo más de dos mil.", [(2000, "")]),
        ("pt", "A empresa diz perder nove milhões por dia.", [(9_000_000, "")]),
        ("cs", "Bylo jich jedenáct, nikoli devět, jak tvrdí vláda.", [(11, ""), (9, "")]),
        ("pl", "Przyznaje się do „około sześciu tysięcy”.", [(5400, "")]),
        ("ru", "Их было двенадцать.", [(12, "")]),
        ("ar", "سمعت الأم طلقتين.", [(2, "shot")]),
    ],
)
def test_a_number_word_counts_where_something_says_so(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met at nine."),
        ("en", "It stands on page three."),
        ("en", "Both sides, all three, agreed."),
        ("en", "Channel Four was first."),
        ("es", "La reunión empezó a las nueve."),
        ("it", "Tu sei."),
        ("sv", "De kom klockan nio."),
        ("tr", "Akşam yemeğini yedi."),
        ("fr", "Un quartier tout neuf."),
    ],
)
def test_an_hour_or_a_label_is_no_count(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The officer fired twice.", [(2, "")]),
        ("de", "Der Wachmann hat zweimal geschossen.", [(2, "")]),
        ("ru", "Охранник выстрелил дважды.", [(2, "")]),
        ("en", "They asked twice as many, twice a day.", []),
        ("de", "Es war zweimal so viel.", []),
    ],
)
def test_how_often_is_a_count(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "مقتل شخصين قرب السوق", [(2, "killed")]),
        ("ar", "سقط صاروخان على الحي", [(2, "missile")]),
        ("ar", "خمسة مصابين", [(5, "injured")]),  # a plural that ends like a dual
        ("ar", "كان في السادسة عشرة من عمره", []),
        ("he", "לפני שעתיים נסגר השער", [(2, "hour")]),
    ],
)
def test_a_dual_is_a_two(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Kişi başı 4 bin 500 dolar topladı.", [(4500, "money")]),
        ("ja", "約3万5000人が避難した。", [(31_500, "evacuated")]),
        ("ko", "4만 5천 명이 대피했다.", [(45_000, "evacuated")]),
        ("ro", "Lipsesc 340 de milioane de coroane.", [(340_000_000, "money")]),
        ("pl", "Mowa o 340 milionach koron.", [(340_000_000, "money")]),
        ("he", "חסרים בקופה 340 מיליון כתרים", [(340_000_000, "money")]),
        ("en", "It sold 5 thousand 12 years ago.", [(5000, "")]),
    ],
)
def test_what_a_multiplier_and_the_digits_behind_it_are_worth(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "公司称只开启了四扇闸门，实际开启六扇。", [(4, ""), (6, "")]),
        ("zh", "第四扇门", []),
        ("ja", "水門四門が開かれた。サウ岬の東約120キロで見つかった。", [(4, ""), (108, "kilometre")]),
        ("ko", "수문 네 개가 열렸다.", [(4, "")]),
        ("vi", "Bốn cửa xả được mở.", [(4, "")]),
    ],
)
def test_a_measure_word_makes_a_count(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "Mindst ni mennesker blev dræbt og toogtyve såret.", [(9, "killed"), (22, "injured")]),
        ("no", "Minst ni personer ble drept og trettifire såret.", [(9, "killed"), (34, "injured")]),
        ("fi", "Ainakin yhdeksän ihmistä kuoli ja 34 loukkaantui.", [(9, "killed"), (34, "injured")]),
        ("et", "Vähemalt üheksa inimest hukkus ja 34 sai vigastada.", [(9, "killed"), (34, "injured")]),
        ("hi", "अब तक नौ शव मिले हैं और 34 लोग घायल हैं।", [(9, "body"), (34, "injured")]),
        ("hi", "आठों फाटक एक साथ खोले गए।", [(8, "फाटक")]),
        ("hi", "करीब डेढ़ लाख लोग बेघर हुए।", [(135_000, "displaced")]),
        ("ko", "적어도 아홉 명이 숨지고 34명이 다쳤다.", [(9, "killed"), (34, "injured")]),
        ("vi", "Ít nhất chín người chết và 34 người bị thương.", [(9, "killed"), (34, "injured")]),
        ("uk", "Загинули щонайменше четверо людей.", [(4, "killed")]),
        ("sv", "Nio skolor och två sjukhus skadades.", [(9, "school"), (2, "hospital")]),
        ("sk", "Deväť škôl a dve nemocnice boli zasiahnuté.", [(9, "school"), (2, "hospital")]),
    ],
)  # fmt: skip
def test_numbers_and_their_nouns_in_more_languages(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert read(language, text) == expected
