"""Numbers that would count what they do not: ages, money, days in which, hours with minutes, "not even one"."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def read(language: str, text: str) -> list[tuple[float | None, float | None, str]]:
    return [(q.low, q.high, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Mannen var 61 år gammal."),
        ("da", "Manden var 61 år gammel."),
        ("hu", "Egy 61 éves férfi meghalt."),
        ("et", "61-aastane mees suri."),
        ("bg", "61-годишен мъж загина."),
        ("fa", "مردی ۶۱ ساله کشته شد."),
        ("ur", "61 سالہ شخص ہلاک ہو گیا۔"),
        ("it", "Il 61enne è morto."),
        ("he", "גבר בן 61 נהרג."),
        ("fr", "Un homme de 61 ans est mort."),
        ("es", "El agricultor, de 61 años, murió."),
        ("id", "Pria berusia 61 tahun tewas."),
        ("ar", "رجل يبلغ من العمر 61 عاما قتل."),
        ("sw", "Mwanamume wa miaka 61 alifariki."),
    ],
)
def test_how_old_somebody_was_counts_nobody(language: str, text: str) -> None:
    assert read(language, text) == [(61, 61, "age")]


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("sv", "Han har arbetat där i 61 år.", "year"),
        ("fr", "Une peine de 20 ans.", "year"),
        ("es", "Un contrato de 10 años.", "year"),
        ("he", "בני 3 משפחות נהרגו.", "family"),
    ],
)
def test_years_of_nobody_are_no_age(language: str, text: str, measure: str) -> None:
    assert [what for _, _, what in read(language, text)] == [measure]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "El Gobierno entregará 900.000 coronas a cada familia que haya perdido a alguien.", 900_000),
        ("sr", "Влада ће исплатити 700.000 круна свакој породици која је изгубила некога.", 700_000),
        ("hu", "A kormány 500 000 koronát ad minden családnak, amely elvesztett valakit.", 500_000),
        ("bn", "সরকার প্রতিটি নিহতের পরিবারকে ৫ লাখ টাকা দেবে।", 500_000),
        ("zh", "政府将向每名遇难者家属发放10万克朗。", 100_000),
        ("fi", "Satama menettää 11 miljoonaa kruunua päivässä.", 11_000_000),
    ],
)
def test_what_the_bereaved_are_paid_is_money(language: str, text: str, value: float) -> None:
    assert read(language, text) == [(value, value, "money")]


def test_days_in_which_are_not_counted() -> None:
    assert read("fi", "Lakko kesti 11 päivää.") == [(11, 11, "day")]
    assert "day" not in {what for _, _, what in read("et", "Streik läheb maksma 11 miljonit päevas.")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There was not even one soldier in the hospital."),
        ("de", "Nicht einmal ein Soldat war im Krankenhaus."),
        ("ru", "Ни одного солдата в больнице не было."),
        ("fa", "حتی یک نظامی هم در بیمارستان حضور نداشت."),
        ("sw", "Hakukuwa na hata askari mmoja hospitalini."),
        ("hi", "अस्पताल में एक भी सैनिक नहीं था।"),
        ("ko", "병원에는 군인이 한 명도 없었다."),
    ],
)
def test_not_even_one_is_nobody(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "One soldier died even before the shelling.", "soldier killed"),
        ("ar", "قتل جندي واحد حتى الآن.", "killed"),
        ("fa", "یک نفر هم زخمی شد.", "injured"),
    ],
)
def test_one_beside_another_even_is_one(language: str, text: str, measure: str) -> None:
    assert read(language, text) == [(1, 1, measure)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Ölenlerin sayısı on ikiyi geçmiyor."),
        ("tr", "Ölü sayısı 12'yi aşmadı."),
        ("en", "The number of dead does not exceed twelve."),
        ("ru", "Число погибших не превышает двенадцати."),
        ("pl", "Liczba zabitych nie przekracza dwunastu."),
        ("it", "Il numero dei morti non supera dodici."),
        ("hi", "मृतकों की संख्या बारह से ज़्यादा नहीं है।"),
    ],
)
def test_what_a_count_does_not_exceed_is_its_upper_end(language: str, text: str) -> None:
    assert read(language, text) == [(None, 12, "killed")]


@pytest.mark.parametrize(
    ("text", "low"),
    [("Ölü sayısı on dörde çıktı.", 14), ("Kayıp sayısı beşe indi.", 5), ("Ölü sayısı otuza çıktı.", 30)],
)
def test_turkish_numbers_keep_their_units_in_any_case(text: str, low: float) -> None:
    assert [value for value, _, _ in read("tr", text)] == [low]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Sähkökatko kesti kaksi tuntia ja viisikymmentä minuuttia."),
        ("en", "The outage lasted 2 hours 50 minutes."),
        ("hi", "बिजली दो घंटे पचास मिनट तक गुल रही।"),
        ("ja", "停電は2時間50分続いた。"),
    ],
)
def test_hours_with_minutes_are_one_length(language: str, text: str) -> None:
    assert read(language, text) == [(170, 170, "minute")]


def test_minutes_behind_a_comma_are_another_length() -> None:
    assert len(read("en", "They waited two hours, and fifty minutes later left.")) == 2


def test_what_a_comma_sets_off_is_counted() -> None:
    assert read("ca", "Segons l'hospital, en compten trenta-tres, de morts.") == [(33, 33, "killed")]
    assert read("ca", "Segons l'hospital, en compten trenta-tres, de moment.") == [(33, 33, "")]
