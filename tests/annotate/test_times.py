"""Dates, days, years and clock times, with the interval that they name."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.calendar_spans import TimeExpression
from sayso.annotate.phrases import tokenise
from sayso.annotate.times import times_in
from sayso.model import Clock

THURSDAY = Clock(
    value=datetime.datetime(2024, 2, 1, 12, tzinfo=datetime.UTC), precision="day", text="1 February 2024", basis="meta"
)


def times(text: str, language: str = "en", published: Clock | None = None) -> list[TimeExpression]:
    return times_in(tokenise(text), language, published)


def names(text: str, language: str = "en", published: Clock | None = None) -> list[str]:
    return [time.name for time in times(text, language, published)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 24 January 2024"),
        ("en", "on January 24, 2024"),
        ("en", "on Jan. 24, 2024"),
        ("en", "on the 24th of January 2024"),
        ("en", "2024-01-24"),
        ("de", "am 24. Januar 2024"),
        ("de", "am 24.01.2024"),
        ("fr", "le 24 janvier 2024"),
        ("es", "el 24 de enero de 2024"),
        ("it", "il 24 gennaio 2024"),
        ("pt", "em 24 de janeiro de 2024"),
        ("pl", "24 stycznia 2024 roku"),
        ("ru", "24 января 2024 года"),
        ("uk", "24 січня 2024 року"),
        ("tr", "24 Ocak 2024"),
        ("ar", "24 يناير 2024"),
        ("nl", "op 24 januari 2024"),
        ("zh", "2024年1月24日"),
        ("sl", "24. januarja 2024"),
        ("hr", "24. siječnja 2024."),
        ("cs", "24. ledna 2024"),
        ("bg", "24 януари 2024 г."),
        ("el", "24 Ιανουαρίου 2024"),
        ("hu", "2024. január 24."),
        ("xx", "2024-01-24"),
    ],
)
def test_a_full_date_is_one_day_in_every_language(language: str, text: str) -> None:
    found = [time for time in times(text, language) if time.name == "2024-01-24"]
    if language == "hu":
        found = times(text, language, THURSDAY)
        assert [time.name for time in found][-1] == "2024-01-24"
        return
    assert len(found) == 1
    assert found[0].interval is not None
    assert found[0].interval.earliest == datetime.datetime(2024, 1, 24, tzinfo=datetime.UTC)
    assert found[0].interval.latest == datetime.datetime(2024, 1, 24, 23, 59, 59, tzinfo=datetime.UTC)


def test_a_day_without_a_year_takes_the_nearest_one_to_publication() -> None:
    assert names("on 24 January", "en", THURSDAY) == ["2024-01-24"]
    assert names("on 24 December", "en", THURSDAY) == ["2023-12-24"]
    assert names("on 24 January") == ["--01-24"]
    assert times("on 24 January")[0].interval is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "yesterday", "2024-01-31"),
        ("en", "on Wednesday", "2024-01-31"),
        ("en", "on Thursday", "2024-02-01"),
        ("en", "next Friday", "2024-02-02"),
        ("ru", "вчера", "2024-01-31"),
        ("ru", "в среду", "2024-01-31"),
        ("uk", "у середу", "2024-01-31"),
        ("de", "gestern", "2024-01-31"),
        ("de", "am Mittwoch", "2024-01-31"),
        ("fr", "hier", "2024-01-31"),
        ("es", "ayer", "2024-01-31"),
        ("tr", "dün", "2024-01-31"),
        ("ar", "أمس", "2024-01-31"),
        ("zh", "昨天", "2024-01-31"),
        ("zh", "周三", "2024-01-31"),
    ],
)
def test_relative_days_are_placed_by_publication(language: str, text: str, day: str) -> None:
    assert names(text, language, THURSDAY) == [day]
    assert times(text, language)[0].interval is None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "at 11:15", "T11:15"),
        ("en", "at 3 pm", "T15:00"),
        ("en", "at 12:20 am", "T00:20"),
        ("en", "at 12 pm", "T12:00"),
        ("en", "at 11am local time", "T11:00"),
        ("en", "at 11:00 Moscow time", "T11:00+03:00"),
        ("de", "gegen 11.00 Uhr", "T11:00"),
        ("fr", "vers 11h30", "T11:30"),
        ("ru", "около 11 часов по Москве", "T11:00+03:00"),
        ("pl", "około 11 czasu moskiewskiego", "T11:00+03:00"),
        ("es", "a las 11:00, hora local", "T11:00"),
    ],
)
def test_clock_times(language: str, text: str, name: str) -> None:
    assert names(text, language) == [name]


def test_a_clock_time_beside_its_day_is_a_moment() -> None:
    found = times("on 24 January 2024 at 11:00 Moscow time")[-1]
    assert found.name == "2024-01-24T11:00+03:00"
    assert found.interval is not None
    assert found.interval.earliest == datetime.datetime(2024, 1, 24, 8, tzinfo=datetime.UTC)


def test_a_clock_time_without_a_zone_may_be_anywhere() -> None:
    found = times("on 24 January 2024 at 11:00")[-1]
    assert found.interval is not None
    assert found.interval.earliest == datetime.datetime(2024, 1, 23, 21, tzinfo=datetime.UTC)
    assert found.interval.latest == datetime.datetime(2024, 1, 24, 23, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it may rain 5 times"),
        ("en", "they march on"),
        ("en", "12 people for 11 hours"),
        ("en", "a score of 24.01"),
        ("ru", "11 часов подряд"),
        ("uk", "серед людей"),
    ],
)
def test_what_only_looks_like_a_time(language: str, text: str) -> None:
    assert names(text, language) == []


def test_an_ambiguous_date_is_no_more_than_its_year() -> None:
    assert names("on 03/04/2024") == ["2024"]
    assert names("on 13/04/2024") == ["2024-04-13"]
    assert names("le 03/04/2024", "fr") == ["2024-04-03"]


def test_a_day_that_never_was_is_no_day() -> None:
    assert names("on 31 February 2024") == ["2024-02"]


def test_months_and_years() -> None:
    assert names("in January 2024") == ["2024-01"]
    assert names("in 2023") == ["2023"]
    assert names("в 2023 году", "ru") == ["2023"]


@given(st.text(alphabet="0123456789:.-/年月日 January24th,", max_size=60), st.sampled_from(["en", "de", "zh", "xx"]))
@settings(deadline=None)  # the first text of a language pays for its word lists
def test_any_text_gives_ordered_ranges_and_ordered_intervals(text: str, language: str) -> None:
    last = 0
    for time in times(text, language, THURSDAY):
        assert last <= time.first < time.last
        last = time.last
        if time.interval and time.interval.earliest and time.interval.latest:
            assert time.interval.earliest <= time.interval.latest
