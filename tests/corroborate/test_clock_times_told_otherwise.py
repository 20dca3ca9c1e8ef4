"""Times of day by quarters, by the hour's ordinal and without a colon, and which of two are of one event."""

import pytest

from read_through import read_through
from sayso.corroborate.asked import answers
from sayso.corroborate.clock import shown_time, times_of_day
from sayso.corroborate.profile import Profiles
from sayso.corroborate.spoken_clock import tells_of_other_deed
from sayso.model import Contradiction
from sayso.stage import of
from sayso.vocab import Aspect, Difference


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The leak was detected at 0020 GMT on Thursday.", ["00:20"]),
        ("en", "The first shots came at around five, just as Mass was being rung.", ["05:00"]),
        ("en", "Not at a quarter past five as they said.", ["05:15"]),
        ("en", "It struck at a quarter to nine on Monday.", ["08:45"]),
        ("en", "He left a quarter to nine charities.", []),
        ("de", "Das Amt hatte halb fünf als Beginn genannt.", ["04:30"]),
        ("de", "Der Austritt begann Sonntagnacht gegen elf.", ["11:00"]),
        ("nl", "Een man heeft om kwart over elf op bezoekers ingestoken.", ["11:15"]),
        ("nl", "Zondagavond tegen elven begon het.", ["11:00"]),
        ("da", "Det var kvart over ti, da alarmen gik.", ["10:15"]),
        ("no", "Klokken var 01.52 da lokføreren meldte fra.", ["01:52"]),
        ("fi", "Se alkoi vartin yli viisi.", ["05:15"]),
        ("pl", "Do wypadku doszło o 4.42 naszego czasu.", ["04:42"]),
        ("cs", "Únik začal kolem jedenácté večer.", ["11:00"]),
        ("cs", "Bylo to ve čtvrt na dvě.", ["01:15"]),
        ("ru", "Часы показывали четверть двенадцатого.", ["11:15"]),
        ("ru", "Они пришли около половины десятого вечера.", ["09:30"]),
        ("uk", "Рівно о 16-й він уже ледве стояв.", ["16:00"]),
        ("sr", "Čuo je pucnje u dva i petnaest.", ["02:15"]),
        ("hu", "Negyed nyolc volt.", ["07:15"]),
        ("tr", "Bot 05.20'de mayına çarptı.", ["05:20"]),
        ("tr", "Saat onu çeyrek geçiyordu.", ["10:15"]),
        ("ar", "بدأ إطلاق النار قبيل الثانية فجراً", ["02:00"]),
        ("it", "Una barca verso l'una di lunedì.", ["01:00"]),
        ("en", "They put the toll at around nine.", []),
        ("en", "Flight 0020 had 1430 seats.", []),
        ("en", "a quarter of the five villages", []),
        ("de", "Elf gegen elf spielten sie.", []),
        ("nl", "Een kwart van de elf dorpen.", []),
        ("pl", "Zysk wzrósł o 4,5 procent.", []),
        ("ru", "четверть всех домов", []),
        ("tr", "Fiyat 12.50 liraya çıktı.", []),
    ],
)
def test_times_by_quarters_and_bare_hours(language: str, text: str, expected: list[str]) -> None:
    assert [shown_time(time.minutes) for time in times_of_day(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "fired", "opened"),
    [
        ("en", "Troops opened fire at 11:20.", "The gate opened at 11:20."),
        ("fr", "Ils ont ouvert le feu à 11h20.", "Ils ont ouvert la porte à 11h20."),
        ("es", "Abrieron fuego a las 11:20.", "Abrieron la puerta a las 11:20."),
        ("uk", "Вогонь відкрили о 11:20.", "Ворота відкрили о 11:20."),
        ("ru", "Огонь открыли в 11:20.", "Ворота открыли в 11:20."),
    ],
)
def test_to_open_fire_is_no_opening(language: str, fired: str, opened: str) -> None:
    assert not tells_of_other_deed(fired, language)
    assert tells_of_other_deed(opened, language)


def _conflicts(*reports: tuple[str, str]) -> list[set[str]]:
    found = of(read_through(*reports), Contradiction)
    told = [c for c in found if c.aspect is Aspect.TIME and c.verdict is Difference.CONFLICT]
    return [{value.value for value in c.values} for c in told]


def test_times_near_each_other_answer_one_question_where_no_list_names_the_event() -> None:
    assert _conflicts(
        ("en", "The clinic said its first screens went dark at 5.12 a.m. on Monday."),
        ("en", "The supplier said the first screens of the clinic went dark at 5.48 a.m. on Monday."),
    ) == [{"05:12", "05:48"}]


def test_an_hour_off_is_a_rival_too() -> None:
    assert _conflicts(
        ("en", "The explosion at the depot in Ostwick happened at 11:24, the ministry said."),
        ("en", "The mayor gave the time as 12:24."),
    ) == [{"11:24", "12:24"}]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The ministry said a single missile came down near Ostwick.", [1.0]),
        ("The ministry said one missile came down near Ostwick.", []),
    ],
)
def test_one_alone_answers_how_many(text: str, kept: list[float]) -> None:
    told = answers(Profiles(read_through(("en", text))).ordered())
    assert [answer.figure.low for answer in told] == kept
