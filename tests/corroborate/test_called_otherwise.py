"""One origin called differently: by a land, a noun with a capital, an office whose body is named shortly before."""

import pytest

from factory import article, said
from sayso.corroborate.families import Families
from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.origins import SourceBook
from sayso.corroborate.source_names import read_source
from sayso.lexicon import load
from sayso.model import Article, Attribution, ClaimMention, Record
from sayso.stage import of
from sayso.vocab import SourceKind


def _keys(*told: tuple[str, str]) -> list[Key]:
    """The keys of the sources of a case: by "|" several in one article, each with a sentence, and its language."""
    articles: dict[str, Article] = {}
    records: list[Record] = []
    at = 0
    for number, (names, language) in enumerate(told):
        sources = names.split("|")
        text = "".join(f"{name} said wall {at + more} fell. " for more, name in enumerate(sources))
        made = article(text, language=language, name=f"a{number}")
        articles[made.id] = made
        for name in sources:
            records += said(made, f"wall {at} fell", by=name, kind=SourceKind.NAMED)
            at += 1
    families = Families(articles.values(), (), ())
    book = SourceBook(of(records, Attribution), articles)
    mentions = sorted(of(records, ClaimMention), key=lambda one: int(one.span.exact.split()[1]))
    return [book.standing(one, articles[one.article_id], families).key for one in mentions]


@pytest.mark.parametrize("body", ["Sarovia's army", "the Sarovia government"])
def test_a_land_that_goes_by_an_army_is_no_person(body: str) -> None:
    land = _keys((body, "en"), ("Sarovia", "en"))[1]
    assert land == ("state", "@sarovia")


def test_a_land_is_one_whose_ministry_a_text_names() -> None:
    elsewhere = "The wall by Sarovia's interior ministry"
    assert _keys((elsewhere, "en"), ("Sarovia", "en"))[1][0] == "state"
    assert _keys(("The wall by Sarovia's brother", "en"), ("Sarovia", "en"))[1][0] == "person"


@pytest.mark.parametrize(
    ("noun", "language"),
    [
        ("Выборщики", "ru"),
        ("Vi", "no"),
        ("Wędkarze", "pl"),
        ("विपक्ष", "hi"),
        ("der Hersteller", "de"),
    ],
)
def test_a_noun_with_a_capital_is_no_name(noun: str, language: str) -> None:
    lower = {"Выборщики": "говорят выборщики", "Wędkarze": "mówią wędkarze"}.get(noun, "Ana Lenz")
    assert _keys((noun, language), (lower, language))[0] == UNSOURCED


@pytest.mark.parametrize("name", ["Lenz", "Rose", "Sarovia"])
def test_a_name_is_no_noun(name: str) -> None:
    assert _keys((name, "en"), ("a rose", "en"))[0][0] == "person"


def test_whose_full_name_a_case_has_is_no_noun() -> None:
    assert _keys(("Wędkarze", "pl"), ("mówią wędkarze", "pl"), ("Ana Wędkarze", "pl"))[0][0] == "person"


@pytest.mark.parametrize(
    ("noun", "language"), [("The same agency", "en"), ("Aceeași instituție", "ro"), ("Dieselbe Behörde", "de")]
)
def test_the_same_body_is_the_one_named_last(noun: str, language: str) -> None:
    police, told = _keys((f"Halden police|{noun}", language))
    assert told == police


@pytest.mark.parametrize(
    ("body", "person", "language"),
    [
        ("Halden Coast Guard", "Ana Lenz, the service's spokeswoman", "en"),
        ("Halden hospital", "главният лекар Ана Ленц", "bg"),
        ("Halden hospital", "chief surgeon Ana Lenz", "en"),
        ("Die Reederei Norlex", "Firmensprecherin Ana Lenz", "de"),
        ("Gewerkschaft Lok og Spor", "Ihr Vorsitzender Karl Lenz", "de"),
        ("Halden police", "su portavoz, Ana Lenz", "es"),
        ("le syndicat Lok og Spor", "son président, Karl Lenz", "fr"),
    ],
)
def test_who_has_an_office_of_a_body_named_before_speaks_for_it(body: str, person: str, language: str) -> None:
    named, led = _keys((f"{body}|{person}", language))
    assert led == named


def test_the_president_of_a_land_is_no_voice_of_its_ministry() -> None:
    ministry, president = _keys(("le ministère de la Défense de Sarovia|son président, Karl Lenz", "fr"))
    assert president != ministry


def test_whose_is_meant_is_open_behind_another_name() -> None:
    _, _, led = _keys(("Halden police|Karl Osten|his spokeswoman Ana Lenz", "en"))
    assert led[0] == "person"


def test_every_language_has_words_for_what_was_named_before_and_posts() -> None:
    before, posts = load("named_before").tables["words"], load("bodies").tables["posts"]
    assert set(before) == set(posts["hospital"]) == set(posts["company"]) == set(load("function_words").tables["words"])


def test_a_minister_without_a_portfolio_is_of_the_ministry_named_before() -> None:
    ministry, led = _keys(("Sarovia's defence ministry|le ministre, le général Karl Lenz", "fr"))
    assert led == ministry
    _, other = _keys(("Sarovia's defence ministry|министр социальной защиты Карл Ленц", "ru"))
    assert other[0] == "person"


@pytest.mark.parametrize(
    ("name", "place"), [("Liman idaresi", ()), ("Osmara Liman İdaresi", ("Osmara",)), ("Policía de Lima", ("Lima",))]
)
def test_a_word_that_shows_a_body_is_no_capital_in_another_case(name: str, place: tuple[str, ...]) -> None:
    assert read_source(name, SourceKind.NAMED).place == place
