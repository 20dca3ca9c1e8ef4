"""One body, one town or one person in scripts and cases that write its name differently."""

import pytest

from factory import article
from sayso.annotate.source_kinds import kind_of
from sayso.corroborate import sounding
from sayso.corroborate.country_names import places
from sayso.corroborate.identities import Persons, is_adjective_of_town, one_place
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.scripts import without_particle
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.corroborate.source_pieces import pieces
from sayso.vocab import SourceKind


def _book(*told: str, languages: tuple[str, ...] = ()) -> tuple[SourceKeys, list[Key]]:
    """The sources of a case, each in an article of its own, and their keys."""
    sources = [read_source(name, SourceKind.NAMED) for name in told]
    articles = {str(at): article("Text.", language=language) for at, language in enumerate(languages)}
    book = SourceKeys([(str(at), 0, source) for at, source in enumerate(sources)], articles)
    return book, [book.key_in(str(at), source) for at, source in enumerate(sources)]


def _keys(*told: str, languages: tuple[str, ...] = ()) -> list[Key]:
    return _book(*told, languages=languages)[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ドレビン", "Drevin"),
        ("마르케스", "Markes"),
        ("벨도르", "Beldor"),
        ("מרקוב", "Markov"),
        ("במרקוב", "Markov"),
        ("والمركوف", "Markov"),
    ],
)
def test_a_name_sounds_alike_in_every_script(one: str, other: str) -> None:
    assert sounding.alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("ドレビン", "Markov"), ("벨도르", "Drevin"), ("מרקוב", "Beldor")])
def test_another_name_does_not(one: str, other: str) -> None:
    assert not sounding.alike(one, other)


def test_what_is_written_on_to_a_name_is_no_part_of_it() -> None:
    assert without_particle("벨도르의") == "벨도르"
    assert next(pieces("贝尔多市警方", ("警方",)))[0] == "贝尔多"
    assert [word for word, _ in pieces("ベルドルのドレビンさん", ())] == ["ベルドル", "の", "ドレビン", "さん"]


def test_a_name_of_one_script_run_is_no_country_that_it_begins_as() -> None:
    assert not places("マリオン")
    assert not places("independent miners")
    assert not places("인도주의 단체")


@pytest.mark.parametrize("phrase", ["बेल्दोर पुलिस", "बेल्दोर की पुलिस"])
def test_words_of_hindi_are_whole(phrase: str) -> None:
    source = read_source(phrase, SourceKind.NAMED)
    assert (source.body, source.place) == ("police", ("बेल्दोर",))


@pytest.mark.parametrize(("one", "other"), [("Drevin", "Drevinu"), ("Beldor", "Beldorin"), ("Карвец", "Карвецкой")])
def test_a_town_in_another_case_is_the_same(one: str, other: str) -> None:
    assert one_place((one,), (other,))


def test_another_town_is_another() -> None:
    assert not one_place(("Beldor",), ("Belmar",))
    assert is_adjective_of_town("beldorská", ("Beldor",))
    assert not is_adjective_of_town("coastal", ("Beldor",))


def test_a_last_name_in_another_case_is_one_where_the_first_name_agrees() -> None:
    people = Persons([("Марта", "Товел"), ("Марта", "Товела"), ("Ivan", "Drema"), ("Lena", "Drem")])
    assert people.key(("Марта", "Товела")) == people.key(("Марта", "Товел"))
    assert people.key(("Ivan", "Drema")) != people.key(("Lena", "Drem"))


def test_a_letter_more_is_another_name_where_names_have_no_cases() -> None:
    people = Persons([("John", "Green"), ("John", "Greene")])
    assert people.key(("John", "Green")) != people.key(("John", "Greene"))


def test_the_adjective_of_a_town_places_its_police() -> None:
    assert len(set(_keys("Beldor police", "beldorská policie", "Beldorpolisen"))) == 1


def test_a_saint_is_the_name_of_a_hospital() -> None:
    assert len(set(_keys("St Martha's Hospital in Beldor", "die St.-Martha-Klinik", "szpital św. Marthy"))) == 1


def test_who_heads_a_hospital_is_heard_for_it_and_a_doctor_is_not() -> None:
    whole, head, doctor, nurse = _keys(
        "Beldor hospital", "Beldor hospital director Jo Brand", "Beldor hospital doctor Karl Osten", "nurse Ana Lenz"
    )
    assert whole == head
    assert len({whole, doctor, nurse}) == 3


@pytest.mark.parametrize(
    "phrases",
    [
        ("Russian Defence Ministry spokesman Igor Petrov", "Ukrainian Defence Ministry spokesman Igor Petrov"),
        ("Sarovian Defence Ministry spokesman Jo Brand", "Karvenian Defence Ministry spokesman Jo Brand"),
        ("the Freedom Party", "former Freedom Party leader Ana Lenz"),
        ("the Halden police", "former Halden police chief Karl Osten"),
        ("Lessar's health ministry", "the rebel health ministry in Lessar"),
    ],
)
def test_two_that_differ_are_not_one(phrases: tuple[str, str]) -> None:
    assert len(set(_keys(*phrases))) == 2


def test_one_name_of_two_spokesmen_makes_no_ministry_the_other() -> None:
    keys = _keys(
        "Russian Defence Ministry spokesman Igor Petrov",
        "Ukrainian Defence Ministry spokesman Igor Petrov",
        "the Russian Defence Ministry",
        "Ukraine's Defence Ministry",
    )
    assert keys[2] != keys[3]


def test_a_soldier_of_an_army_is_not_the_army() -> None:
    army, soldier = _keys("the Finnish army", "Finnish army conscript Oskar Fenn")
    assert army != soldier


def test_a_land_before_a_full_name_is_whose_the_minister_is() -> None:
    source = read_source("министр обороны Дремении Иван Колм", SourceKind.NAMED)
    assert (source.place, source.names) == (("Дремении",), ("Иван", "Колм"))


def test_the_ministry_in_a_land_is_that_lands() -> None:
    one, other = _keys("Dremenia's energy ministry", "the energy ministry in neighbouring Dremenia")
    assert one == other


def test_one_body_by_its_abbreviation_in_two_languages() -> None:
    one, other = _keys(
        "the Independent Teachers' Union (NLK)", "die Unabhängige Lehrergewerkschaft (NLK)", languages=("en", "de")
    )
    assert one == other


def test_a_translated_name_is_one_and_a_word_of_its_own_is_not() -> None:
    told = ("the charity Open Bridges", "die Hilfsorganisation Offene Brücken", "la ONG Drevin", "the charity Beldor")
    book, (bridges, bruecken, drevin, beldor) = _book(*told, languages=("en", "de", "es", "en"))
    assert bridges == bruecken  # by what the words of both mean
    assert not book.may_translate(drevin, beldor)


@pytest.mark.parametrize(
    ("phrase", "language", "kind"),
    [
        ("mieszkaniec Beldoru Jan Fenn", "pl", SourceKind.NAMED),
        ("el vecino Carlos Fenn", "es", SourceKind.NAMED),
        ("sources proches de Tomas Fenn", "fr", SourceKind.UNNAMED),
    ],
)
def test_a_full_name_behind_a_noun_names_somebody(phrase: str, language: str, kind: SourceKind) -> None:
    assert kind_of(phrase, language) is kind
