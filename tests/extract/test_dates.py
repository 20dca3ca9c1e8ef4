import pytest

from sayso.extract.dates import clock as read_date


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024-01-24", "2024-01-24T00:00:00+00:00", "day"),
        ("2024-01-24T10:00+02:00", "2024-01-24T08:00:00+00:00", "minute"),
        ("2023-06-06 03:32:05+00:00", "2023-06-06T03:32:05+00:00", "second"),
        ("Wed, 24 Jan 2024 10:00:00 GMT", "2024-01-24T10:00:00+00:00", "second"),
        ("Vale Herald, January 25, 2024", "2024-01-25T00:00:00+00:00", "day"),
        ("24 января 2024 г.", "2024-01-24T00:00:00+00:00", "day"),
        ("24 de enero de 2024", "2024-01-24T00:00:00+00:00", "day"),
        ("2024年1月24日", "2024-01-24T00:00:00+00:00", "day"),
        ("24.01.2024", "2024-01-24T00:00:00+00:00", "day"),
    ],
)
def test_dates_are_no_more_precise_than_their_words(text: str, value: str, precision: str) -> None:
    found = read_date(text, "here")
    assert found is not None
    assert (found.value.isoformat(), found.precision, found.basis) == (value, precision, "here")


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13-45", "32 January 2024", "99.99.2024", "Wed, 99 Jan 2024 x"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read_date(text, "here") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "২৪ জানুয়ারি ২০২৪"),
        ("bs", "24. januara 2024."),
        ("he", "24 בינואר 2024"),
        ("hi", "24 जनवरी 2024"),
        ("ht", "24 janvye 2024"),
        ("ku", "24'ê Çileyê 2024"),
        ("lt", "2024 m. sausio 24 d."),
        ("sr", "24. јануара 2024."),
        ("th", "24 มกราคม 2567"),
        ("th", "24 ม.ค. 2567"),
        ("th", "24 มกราคม 2024"),
        ("vi", "Thứ Tư, ngày 24 tháng 1 năm 2024"),
        ("vi", "24 tháng 1, 2024"),
    ],
)
def test_dates_as_further_languages_write_them(language: str, text: str) -> None:
    found = read_date(text, "here", language)
    assert found is not None
    assert (found.value.date().isoformat(), found.precision) == ("2024-01-24", "day")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "24 January 2567"),  # only Thai counts from the Buddha
        ("vi", "24 tháng 13 năm 2024"),
        ("vi", "24 tháng trước, 2024"),  # 24 months ago
        ("lt", "2024 m. sausio 45 d."),
        ("hi", "24 लोग 2024"),
        ("th", "24 คน 2567"),
    ],
)
def test_what_only_looks_like_a_date_in_further_languages(language: str, text: str) -> None:
    assert read_date(text, "here", language) is None
