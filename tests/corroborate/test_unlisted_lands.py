"""Lands and towns that no list has: the bodies of one are one in all its forms, and the land stands for them."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.corroborate.identities import one_place
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.model import Corroboration, Record
from sayso.stage import of
from sayso.vocab import SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _keys(*names: str, together: bool = False, **kinds: SourceKind) -> list[Key]:
    """The keys of the sources of a case, each in an article of its own, or all in one."""
    sources = [read_source(name, kinds.get("kind", SourceKind.NAMED)) for name in names]
    articles = ["0" if together else str(at) for at in range(len(sources))]
    book = SourceKeys([(one, 0, source) for one, source in zip(articles, sources, strict=True)], {})
    return [book.key_in(one, source) for one, source in zip(articles, sources, strict=True)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sarovia", "Sarovian"), ("Sarovia", "Sarowiens"), ("Kestria", "kestrien")],
)
def test_a_land_and_its_adjective_are_one(one: str, other: str) -> None:
    assert one_place((one,), (other,))


@pytest.mark.parametrize(("one", "other"), [("Sarovia", "Saronia"), ("Marlia", "Merlia"), ("Kestria", "Estria")])
def test_two_lands_are_two(one: str, other: str) -> None:
    assert not one_place((one,), (other,))


def test_a_ministry_is_one_with_the_noun_and_with_the_adjective() -> None:
    names = ("Sarovia's Defence Ministry", "the Sarovian Defence Ministry", "Sarowiens Verteidigungsministerium")
    assert len(set(_keys(*names))) == 1


def test_a_land_that_has_ministries_is_no_person() -> None:
    ministry, land = _keys("Sarovia's Defence Ministry", "Sarovia")
    assert land == ("state", "@" + ministry[1].removeprefix("@"))
    assert _keys("Sarovia's Defence Ministry", "Ana Sarovia", "Sarovia")[2][0] == "person"


def test_a_name_that_no_ministry_bears_is_no_land() -> None:
    assert _keys("Kestria's Defence Ministry", "Sarovia")[1][0] == "person"


def test_a_ministry_in_a_town_is_not_the_one_that_its_article_names() -> None:
    enemy, sited = _keys("Sarowiens Verteidigungsministerium", "Das Verteidigungsministerium in Orvel", together=True)
    assert sited == ("body", "", "defence_ministry") != enemy


def test_who_is_named_beside_a_government_is_no_land() -> None:
    _, _, short = _keys("the Lenz government", "Ana Lenz", "Lenz")
    assert short[0] == "person"


@pytest.mark.parametrize(("one", "other"), [("Hamas", "Hama"), ("Jordan", "Jordi"), ("Lions", "Lyon")])
def test_a_bare_ending_makes_no_land_of_another(one: str, other: str) -> None:
    assert not one_place((one,), (other,))


@pytest.mark.parametrize(
    ("latin", "arabic"), [("Suárez", "سواريز"), ("Guardiola", "غوارديولا"), ("Eduardo", "إدواردو")]
)
def test_a_waw_may_be_a_vowel_before_another(latin: str, arabic: str) -> None:
    assert one_place((latin,), (arabic,))


def test_a_given_name_that_is_an_article_elsewhere_is_kept() -> None:
    assert read_source("Una Healy", SourceKind.NAMED).names == ("Una", "Healy")


@pytest.mark.parametrize("name", ["L'autorité portuaire", "l’autorité portuaire", "l'autorità portuale"])
def test_an_elided_article_is_no_part_of_a_name(name: str) -> None:
    assert _keys(name) == [("body", "", "port_authority")]


def test_an_elided_particle_stays_with_its_name() -> None:
    assert read_source("Marco D'Angelo", SourceKind.NAMED).names == ("Marco", "D'Angelo")


def test_a_capital_where_a_ministry_sits_may_stand_for_it(corroborate: Corroborate) -> None:
    claim = "the dam at Ostwick was mined"
    told = []
    for at, name in enumerate(("the Interior Ministry in Meldara", "Meldara")):
        made = article(f"{name} said {claim}.", name=str(at))
        told += [made, *said(made, claim, by=name)]
    (count,) = of(corroborate(told), Corroboration)
    assert (count.low, count.high) == (1, 2)


@pytest.mark.parametrize(
    "names",
    [
        ("The Free Khorun Movement", "El Movimiento Jorún Libre", "O Movimento Khorun Livre", "جنبش خورون آزاد"),
        ("Ein Sprecher der Bewegung Freies Chorun", "Özgür Horun Hareketi", "Le Mouvement Khoroun libre"),
        ("The Sarvana Red Crescent", "la Media Luna Roja de Sarvana", "Sarvana Kızılayı", "萨尔瓦纳红新月会"),
        ("Interior Minister Adnan Rehavi", "内政部长雷哈维"),
        ("Dr Layla Marouni", "Leïla Marouni", "Leyla Maruni"),
    ],
)
def test_one_body_or_person_in_many_languages_is_one(names: tuple[str, ...]) -> None:
    assert len(set(_keys(*names))) == 1


def test_a_minister_by_the_sign_for_his_ministry_is_a_person() -> None:
    minister = read_source("内政部长雷哈维", SourceKind.NAMED)
    assert (minister.body, minister.names, minister.titled) == ("interior_ministry", ("雷哈维",), True)


def test_a_waw_before_a_long_vowel_is_a_consonant() -> None:
    assert one_place(("ساروانا",), ("Sarvana",))


SIDED = [
    "the rebel-run health ministry",
    "le ministère de la Santé des séparatistes",
    "das Gesundheitsministerium der Separatisten",
    "separatystyczne ministerstwo zdrowia",
]


@pytest.mark.parametrize("told", SIDED)
def test_the_rebels_ministry_is_theirs_and_not_the_states(told: str) -> None:
    state, force, rebels, noun = _keys(
        "Sarovia's Health Ministry",
        "Sarovia's Defence Ministry",
        "the health ministry of the self-proclaimed Republic of Orvel",
        told,
    )
    assert noun == rebels
    assert len({state, force, rebels}) == 3


@pytest.mark.parametrize("told", SIDED)
def test_the_rebels_ministry_is_nobodys_where_only_the_states_is_known(told: str) -> None:
    *_, noun = _keys("Sarovia's Health Ministry", "Sarovia's Defence Ministry", told)
    assert noun == ("body", "", "health_ministry")
    *_, noun = _keys("Norway's Health Ministry", told)
    assert noun == ("body", "", "health_ministry")


def test_the_rebels_ministry_in_a_town_is_that_towns() -> None:
    orvel, tarn, sited = _keys(
        "the self-proclaimed Republic of Orvel's health ministry",
        "the self-proclaimed Republic of Tarn's health ministry",
        "the rebel-run health ministry in Tarn",
    )
    assert sited == tarn != orvel


def test_an_office_of_the_united_nations_is_one_but_where_it_sits_in_two_lands() -> None:
    assert len(set(_keys("OCHA", "OCHA Mali", "the UN humanitarian office in Geneva"))) == 1
    assert len(set(_keys("OCHA Chad", "OCHA Mali", "OCHA"))) == 3
    lands = ("Sarovia's Health Ministry", "Karvenia's Health Ministry")
    one, other = _keys(*lands, "the UN humanitarian office in Sarovia", "the UN humanitarian office in Karvenia")[2:]
    assert one != other


def test_a_town_where_one_minister_sits_is_his_lands_capital() -> None:
    told = ("Sarovia's Interior Minister Ana Lenz", "Interior Minister Ana Lenz in Halden", "Sarovia's Health Ministry")
    land, person, _, sited = _keys(*told, "the Health Ministry in Halden")
    assert person == land
    assert sited == ("body", "@sarovia", "health_ministry")


def test_a_town_where_two_ministers_of_two_lands_sit_is_nobodys_capital() -> None:
    told = (
        "Sarovia's Interior Minister Ana Lenz",
        "Interior Minister Ana Lenz in Halden",
        "Karvenia's Health Minister Karl Osten",
        "Health Minister Karl Osten in Halden",
        "the Finance Ministry in Halden",
    )
    assert _keys(*told)[4][1] not in {"@sarovia", "@karvenia"}


def test_ministers_of_one_last_name_make_no_capital() -> None:
    told = (
        "Sarovia's Interior Minister Ana Lenz",
        "Interior Minister Karl Lenz in Halden",
        "Sarovia's Health Ministry",
    )
    assert _keys(*told, "the Health Ministry in Halden")[3] != ("body", "@sarovia", "health_ministry")
