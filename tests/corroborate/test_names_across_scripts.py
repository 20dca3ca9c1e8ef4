"""One body, one town or one person in scripts and cases that write its name differently."""

import pytest

from factory import article
from sayso.annotate.source_kinds import kind_of
from sayso.corroborate import sounding
from sayso.corroborate.country_names import places
from sayso.corroborate.identities import Persons, is_adjective_of_town, one_place
from sayso.corroborate.scripts import without_particle
from sayso.corroborate.source_keys import Key, SourceKeys
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
    people = Persons([("Marta", "Tovel"), ("Marta", "Tovelin"), ("Ivan", "Drema"), ("Lena", "Drem")])
    assert people.key(("Marta", "Tovelin")) == people.key(("Marta", "Tovel"))
    assert people.key(("Ivan", "Drema")) != people.key(("Lena", "Drem"))


def test_the_adjective_of_a_town_places_its_police() -> None:
    assert len(set(_keys("Beldor police", "beldorská policie", "Beldorpolisen"))) == 1


def test_a_saint_is_the_name_of_a_hospital() -> None:
    assert len(set(_keys("St Martha's Hospital in Beldor", "die St.-Martha-Klinik", "szpital św. Marthy"))) == 1


def test_a_doctor_named_with_a_hospital_is_the_hospital() -> None:
    whole, doctor, alone = _keys("Beldor hospital", "Dr Nadia Fenn, a surgeon at the Beldor hospital", "Nadia Fenn")
    assert whole == doctor == alone


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


def test_a_translated_name_may_be_one_and_a_word_of_its_own_is_not() -> None:
    told = ("the charity Open Bridges", "die Hilfsorganisation Offene Brücken", "la ONG Drevin", "the charity Beldor")
    book, (bridges, bruecken, drevin, beldor) = _book(*told, languages=("en", "de", "es", "en"))
    assert book.may_translate(bridges, bruecken)
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
