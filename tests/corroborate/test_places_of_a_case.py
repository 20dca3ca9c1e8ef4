"""Directions, towns that speak, capitals, hospitals by name and town, and names that are translated."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, told_by
from sayso.corroborate.directions import direction_of
from sayso.corroborate.identities import one_place
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.sounding import alike
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.model import Corroboration, Record
from sayso.stage import of
from sayso.vocab import SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _keys(*names: str, texts: Iterable[str] = (), languages: Iterable[str] = ()) -> list[Key]:
    """The keys of the sources of a case, each in an article of its own, with the text and language given."""
    sources = [read_source(name, SourceKind.NAMED) for name in names]
    told = [*texts, *names][: len(names)] if texts else names
    spoken = [*languages, *(["en"] * len(names))][: len(names)]
    made = [article(text, name=str(at), language=spoken[at]) for at, text in enumerate(told)]
    book = SourceKeys(
        [(one.id, 0, source) for one, source in zip(made, sources, strict=True)], {one.id: one for one in made}
    )
    return [book.key_in(one.id, source) for one, source in zip(made, sources, strict=True)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Upper", "Tarn"), ("Górnego", "Tarnu")),
        (("Ober-Tarn",), ("Верхнего", "Тарна")),
        (("上塔尔恩",), ("Upper", "Tarn")),
        (("North", "Velmark"), ("Nord-Velmark",)),
    ],
)
def test_a_place_of_one_direction_is_one_in_any_language(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert one_place(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Upper", "Tarn"), ("Lower", "Tarn")),
        (("North", "Velmark"), ("Velmark",)),
        (("Gornji", "Velmark"), ("Donji", "Velmark")),
        (("New", "Halden"), ("Halden",)),
    ],
)
def test_places_of_two_directions_are_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not one_place(one, other)


@pytest.mark.parametrize("word", ["Nordheim", "Northgate", "Newton", "Altmann", "Unterberg", "Oy"])
def test_a_town_that_begins_like_a_direction_is_none(word: str) -> None:
    assert direction_of(word) is None


@pytest.mark.parametrize(("one", "other"), [("Tarsk", "Drozek"), ("Velma", "Falom")])
def test_what_only_sounds_alike_by_classes_is_no_one_name(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_firm_with_a_river_in_its_name_is_not_the_river() -> None:
    firm, union = _keys("the company Tarnatrans", "the Transport Workers' Union of Tarna")
    assert firm != union


def test_a_town_that_two_texts_show_speaks_for_who_governs_there() -> None:
    texts = ["Orvel denies it. Shelling went on in Orvel.", "В Орвеле тихо. Орвель молчит."]
    one, other = _keys("Orvel", "Орвель", texts=texts, languages=["en", "ru"])
    assert one == other
    assert one[0] == "state"


def test_a_name_that_no_text_shows_as_a_town_stays_a_person() -> None:
    assert _keys("Orvel", texts=["Orvel denies it. She was in Halden."])[0][0] == "person"
    texts = ["Orvel denies it in Orvel.", "Ana Orvel was in Orvel."]
    assert _keys("Orvel", "Ana Orvel", texts=texts)[0][0] == "person"


def test_doctors_in_a_town_are_not_the_town() -> None:
    assert read_source("doctors in Orvel", SourceKind.NAMED).names == ()
    assert read_source("Ana Lenz in Orvel", SourceKind.NAMED).names == ("Ana", "Lenz")


def test_an_eyewitness_by_full_name_is_named() -> None:
    assert read_source("очевидец Павел Верник", SourceKind.UNNAMED).names == ("Павел", "Верник")
    assert read_source("residents of Orvel", SourceKind.UNNAMED).vague


def test_a_capital_is_its_lands_where_one_minister_is_named_with_either() -> None:
    names = (
        "Sarovia's interior minister, Ana Lenz",
        "the Sarovian Interior Ministry",
        "le ministère sarovien de l'Intérieur",
        "Sarovia's Defence Ministry",
        "inrikesminister Ana Lenz i Orvel",
        "the Defence Ministry of Orvel",
    )
    keys = _keys(*names, languages=["en", "en", "fr", "en", "sv", "en"])
    assert keys[4] == keys[0] == keys[1]
    assert keys[5] == keys[3]


def test_a_hospital_is_one_by_its_name_and_by_its_town() -> None:
    named, sited, other = _keys("St Mary's Hospital in Halden", "the hospital in Halden", "the hospital in Orvel")
    assert named == sited != other


def test_a_town_of_two_hospitals_tells_neither() -> None:
    mary, paul, town = _keys("St Mary's Hospital in Halden", "St Paul's Hospital in Halden", "the hospital in Halden")
    assert len({mary, paul, town}) == 3


def _count(corroborate: Corroborate, *told: tuple[str, str]) -> Corroboration:
    counts = of(corroborate(told_by("the dam was mined before it burst", *told)), Corroboration)
    return max(counts, key=lambda count: count.articles)


def test_a_name_that_each_language_translates_may_be_one(corroborate: Corroborate) -> None:
    count = _count(corroborate, ("Clear Water Watch", "en"), ("Calm Sea Guard", "en"))
    assert count.low == 2  # one language has both
    count = _count(corroborate, ("Clear Water Watch", "en"), ("Wacht Klares Wasser", "de"))
    assert (count.low, count.high) == (1, 2)
    assert any(reason.code == "translated" for group in count.groups for reason in group.reasons)


def test_who_is_told_by_an_office_may_be_of_the_body(corroborate: Corroborate) -> None:
    count = _count(corroborate, ("the Halden prosecutor's office", "en"), ("prosecutor Ana Lenz", "en"))
    assert (count.low, count.high) == (1, 2)
    assert any(reason.code == "office" for group in count.groups for reason in group.reasons)


def test_the_named_body_stays_the_certain_one_however_many_are_folded_beside_it(corroborate: Corroborate) -> None:
    told = [
        ("the Lakeland Observation Mission", "en"),
        ("the Lakeland Observation Mission", "en"),
        ("la mission d'observation", "fr"),
        ("观察团", "zh"),
    ]
    count = _count(corroborate, *told, ("湖区理事会驻地观察团", "zh"), ("misja obserwacyjna", "pl"))
    assert count.groups[0].origin == "the Lakeland Observation Mission"
    assert count.groups[0].certain
    assert (count.low, count.high) == (1, 2)
