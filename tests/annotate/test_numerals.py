"""Numbers: separators, words, bounds, ranges, and what is no number of anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.number_words import read_digits
from sayso.annotate.numerals import Numeral, NumeralReader
from sayso.annotate.phrases import tokenise
from sayso.vocab import Bound


def read(text: str, language: str = "en") -> list[Numeral]:
    return NumeralReader(language).read(tokenise(text))


def values(text: str, language: str = "en") -> list[float | None]:
    return [numeral.low for numeral in read(text, language)]


@pytest.mark.parametrize(
    ("digits", "thousands", "decimal", "value"),
    [
        ("1,200", ",", ".", 1200),
        ("1.200", ".", ",", 1200),
        ("1.200", ",", ".", 1.2),
        ("7,8", ".", ",", 7.8),
        ("7.8", ".", ",", 7.8),
        ("1.234.567", ",", ".", 1234567),
        ("1,234.5", ",", ".", 1234.5),
        ("٧٤", "٬", "٫", 74),
        ("0,500", ".", ",", 0.5),
    ],
)
def test_separators_are_read_as_the_language_sets_them(digits: str, thousands: str, decimal: str, value: float) -> None:
    assert read_digits(digits, frozenset(thousands), decimal) == value


def test_more_digits_than_a_number_has_are_none() -> None:
    assert read_digits("1" * 40, frozenset(","), ".") is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and five", 205),
        ("en", "twenty-five", 25),
        ("en", "three thousand four hundred", 3400),
        ("ru", "сто двадцать три тысячи", 123_000),
        ("ru", "5 тыс.", 5000),
        ("ru", "2,5 млн", 2_500_000),
        ("ru", "12 500", 12_500),
        ("uk", "двадцять п'ять", 25),
        ("de", "zweiundzwanzig", 22),
        ("de", "dreihundertfünfzig", 350),
        ("de", "1,5 Millionen", 1_500_000),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante-douze", 72),
        ("fr", "deux cent mille", 200_000),
        ("es", "treinta y cinco", 35),
        ("es", "dos mil quinientos", 2500),
        ("it", "ventitré", 23),
        ("it", "duecento", 200),
        ("pt", "trinta e dois", 32),
        ("pl", "pięć tysięcy", 5000),
        ("tr", "on iki", 12),
        ("ar", "خمسة وثلاثون", 35),
        ("ar", "وستة", 6),
        ("fa", "بیست و پنج", 25),
        ("nl", "drieëntwintig", 23),
        ("sl", "petindvajset", 25),
        ("hu", "huszonöt", 25),
        ("zh", "六十五", 65),
        ("zh", "一千二百", 1200),
        ("zh", "10万", 100_000),
        ("cs", "dvacet pět", 25),
        ("hr", "dvadeset pet", 25),
        ("sr", "двадесет пет", 25),
        ("bg", "трима", 3),
        ("el", "εκατόν τριάντα", 130),
        ("ro", "douăzeci", 20),
        ("sv", "tjugofem", 25),
        ("be", "трох", 3),
        ("xx", "1.200", 1200),
    ],
)
def test_numbers_in_words_and_figures(language: str, text: str, value: float) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "bound"),
    [
        ("en", "at least 74", 74, None, Bound.AT_LEAST),
        ("en", "no fewer than five", 5, None, Bound.AT_LEAST),
        ("en", "more than $10 million", 10_000_000, None, Bound.AT_LEAST),
        ("en", "40 or more", 40, None, Bound.AT_LEAST),
        ("en", "up to 40", None, 40, Bound.AT_MOST),
        ("en", "fewer than 12", None, 12, Bound.AT_MOST),
        ("en", "some 50", 45, 55, Bound.ABOUT),
        ("en", "nearly 300", 270, 300, Bound.ABOUT),
        ("en", "between five and seven", 5, 7, Bound.RANGE),
        ("en", "5-6", 5, 6, Bound.RANGE),
        ("en", "five or six", 5, 6, Bound.RANGE),
        ("en", "dozens", 24, 99, Bound.ABOUT),
        ("en", "several", 3, None, Bound.AT_LEAST),
        ("ru", "не менее 30", 30, None, Bound.AT_LEAST),
        ("ru", "по меньшей мере десять", 10, None, Bound.AT_LEAST),
        ("ru", "до 40", None, 40, Bound.AT_MOST),
        ("ru", "от 5 до 7", 5, 7, Bound.RANGE),
        ("ru", "пяти-шести", 5, 6, Bound.RANGE),
        ("ru", "5-6 тысяч", 5000, 6000, Bound.RANGE),
        ("ru", "десятки", 20, 99, Bound.ABOUT),
        ("uk", "щонайменше 12", 12, None, Bound.AT_LEAST),
        ("de", "mindestens 12", 12, None, Bound.AT_LEAST),
        ("de", "knapp 300", 270, 300, Bound.ABOUT),
        ("de", "Dutzende", 24, 99, Bound.ABOUT),
        ("fr", "au moins 12", 12, None, Bound.AT_LEAST),
        ("fr", "plus d'une dizaine", 9, None, Bound.AT_LEAST),
        ("es", "al menos 12", 12, None, Bound.AT_LEAST),
        ("es", "más de 300", 300, None, Bound.AT_LEAST),
        ("it", "almeno 12", 12, None, Bound.AT_LEAST),
        ("pl", "co najmniej 12", 12, None, Bound.AT_LEAST),
        ("tr", "en az 12", 12, None, Bound.AT_LEAST),
        ("tr", "100'den fazla", 100, None, Bound.AT_LEAST),
        ("ar", "ما لا يقل عن 12", 12, None, Bound.AT_LEAST),
        ("fa", "دست‌کم ۱۲", 12, None, Bound.AT_LEAST),
        ("zh", "至少12", 12, None, Bound.AT_LEAST),
        ("zh", "五六", 5, 6, Bound.RANGE),
        ("zh", "几十", 20, 99, Bound.ABOUT),
    ],
)
def test_the_wording_bounds_the_number(
    language: str, text: str, low: float | None, high: float | None, bound: Bound
) -> None:
    assert [(n.low, n.high, n.bound) for n in read(text, language)] == [(low, high, bound)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an Il-76 and an F-16 over the A320"),
        ("en", "the 138th brigade and the 3rd floor"),
        ("en", "the MIM-104A"),
        ("ru", "11-й отряд"),
        ("uk", "24-та бригада"),
        ("ru", "Ил-76"),
        ("uk", "сім'я"),
        ("en", "No. 5 and article 7"),
        ("en", "see example.org/42/7"),
        ("zh", "伊尔-76"),
    ],
)
def test_designations_ordinals_and_labels_are_no_numbers(language: str, text: str) -> None:
    assert values(text, language) == []


def test_a_rise_to_a_number_bounds_nothing() -> None:
    assert [n.bound for n in read("число выросло до 40", "ru")] == [Bound.EXACT]
    assert [n.bound for n in read("вмещает до 40", "ru")] == [Bound.AT_MOST]


@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_back_with_either_grouping(number: int) -> None:
    assert values(f"{number:,}") == [number]
    assert values(f"{number:,}".replace(",", "."), "de") == [number]
    assert values(f"{number:,}".replace(",", " "), "fr") == [number]


@given(st.text(alphabet="0123456789.,-–+ aтысmлн'六万يو", max_size=80), st.sampled_from(["en", "ru", "zh", "ar", "xx"]))
def test_any_text_gives_ordered_numerals_with_ordered_bounds(text: str, language: str) -> None:
    last = 0
    for numeral in read(text, language):
        assert last <= numeral.number < numeral.last
        assert numeral.first <= numeral.number
        assert numeral.low is None or numeral.high is None or numeral.low <= numeral.high
        last = numeral.last
