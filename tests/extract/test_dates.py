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
