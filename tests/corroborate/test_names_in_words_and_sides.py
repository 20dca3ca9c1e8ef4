"""Sources called by a side, by common words that each language has of its own, or by a name that has a land's in it."""

import pytest

from factory import article
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.perhaps import may_be
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.corroborate.worded import Worded
from sayso.vocab import SourceKind


def _keys(*told: tuple[str, str]) -> list[Key]:
    """The keys of sources, each in an article of its own and of its language."""
    sources = [read_source(name, SourceKind.NAMED) for _, name in told]
    articles = {str(at): article(f"Text {at}.", language=language) for at, (language, _) in enumerate(told)}
    book = SourceKeys([(str(at), 0, source) for at, source in enumerate(sources)], articles)
    return [book.key_in(str(at), source) for at, source in enumerate(sources)]


LAMP = [
    ("en", "The Red Lamp Society"),
    ("tr", "Kırmızı Fener Cemiyeti"),
    ("de", "die Rote Lampe"),
    ("fr", "la Lampe rouge"),
    ("ru", "«Красная лампа»"),
]
GUARD = [("en", "the People's Guard"), ("de", "die Volksgarde"), ("fr", "la Garde populaire"), ("ar", "الحرس الشعبي")]


@pytest.mark.parametrize("names", [LAMP, GUARD])
def test_a_name_of_common_words_is_one_in_all_languages(names: list[tuple[str, str]]) -> None:
    assert len(set(_keys(*names))) == 1


def test_a_short_form_is_the_only_such_name_of_the_case() -> None:
    full, short = _keys(("en", "the Northern Front"), ("es", "el Frente"))
    assert full == short
    one, other, open_ = _keys(("en", "the Northern Front"), ("en", "the Southern Front"), ("es", "el Frente"))
    assert len({one, other, open_}) == 3


def test_other_words_and_other_colours_are_other_names() -> None:
    told = _keys(("en", "the Red Lamp"), ("it", "la Lampada Verde"), ("fr", "la Lampe rouge de Halden"))
    assert len(set(told)) == 3


def test_a_society_and_a_council_of_one_thing_are_two() -> None:
    centre, league, bare = _keys(
        ("en", "the Free Women Centre"), ("fr", "la Ligue des femmes libres"), ("de", "Freie Frauen")
    )
    assert len({centre, league, bare}) == 3
    centre, bare = _keys(("en", "the Free Women Centre"), ("de", "Freie Frauen"))
    assert centre == bare


def test_two_wordings_in_one_language_are_two_names() -> None:
    one, other = (read_source(name, SourceKind.NAMED) for name in ("the Popular Front", "the People's Front"))
    assert Worded([(one, "en"), (one, "en")]).key(one)
    assert Worded([(one, "en"), (other, "en")]).key(one) is None


def test_people_and_companies_are_not_translated() -> None:
    assert len(set(_keys(("it", "Marta Verde"), ("en", "Marta Green")))) == 2
    assert len(set(_keys(("en", "the company White Star"), ("de", "die Firma Weißer Stern")))) == 2


SIDES = [
    ("zh", "哈尔维亚方面"),
    ("zh", "哈方"),
    ("vi", "phía Halvia"),
    ("pl", "strona halwijska"),
    ("ja", "ハルビア側"),
]


@pytest.mark.parametrize("side", SIDES)
def test_a_side_is_the_land_that_it_is_called_by(side: tuple[str, str]) -> None:
    ministry, whole, called = _keys(("zh", "哈尔维亚国防部"), ("en", "Halvia's Defence Ministry"), side)
    assert called[0] == "state"
    assert called[1] in {ministry[1], whole[1]}


def test_a_sign_that_two_lands_share_is_neithers() -> None:
    assert _keys(("zh", "卡尔尼亚国防部"), ("zh", "卡方"))[1][0] == "state"
    assert _keys(("zh", "卡尔尼亚国防部"), ("zh", "卡塔尔外交部"), ("zh", "卡方"))[2] == ("unsourced",)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh", "哈尔维亚反政府武装"),
        ("zh", "叛军方面"),
        ("ja", "ハルビア反政府側"),
        ("vi", "phiến quân Halvia"),
    ],
)
def test_who_fights_a_land_is_not_that_land_nor_its_army(language: str, name: str) -> None:
    land, whole, fights = _keys(("zh", "哈尔维亚国防部"), ("vi", "phía Halvia"), (language, name))
    assert fights[0] == "body"
    assert fights[2] not in {"general_staff", "government"}
    assert fights not in {land, whole}


@pytest.mark.parametrize("name", ["双方", "对方", "the other side", "当地官方"])
def test_a_side_of_no_land_is_nobody(name: str) -> None:
    assert not read_source(name, SourceKind.ROLE).names


NAMESAKES = [
    "Defence Minister Horacio Lima Tovar",
    "o ministro da Defesa, Horácio Lima Tovar",
    "Minister Michael Jordan",
]


@pytest.mark.parametrize("name", NAMESAKES)
def test_a_land_in_a_persons_name_is_no_land(name: str) -> None:
    source = read_source(name, SourceKind.NAMED)
    assert source.country is None
    assert len(source.names) > 1


def test_a_land_before_a_person_stays_a_land() -> None:
    assert read_source("министр обороны Турции Экрем Тамоглу", SourceKind.NAMED).country == "TR"


@pytest.mark.parametrize(("name", "country"), [("哈尔德军方", None), ("德军", "DE"), ("وزير الدفاع في كاندورا", None)])
def test_a_state_is_not_cut_from_a_longer_name(name: str, country: str | None) -> None:
    assert read_source(name, SourceKind.NAMED).country == country


def test_the_general_command_of_the_armed_forces_is_the_army() -> None:
    assert read_source("القيادة العامة للقوات المسلحة الحلفية", SourceKind.NAMED).body == "general_staff"


@pytest.mark.parametrize("adjective", ["Haldani", "haldanische", "haldanais", "haldańskie"])
def test_a_ministry_is_that_of_the_land_of_its_adjective(adjective: str) -> None:
    land, called = _keys(("en", "Haldan's Health Ministry"), ("de", f"{adjective} Health Ministry".capitalize()))
    assert land == called


def test_slavic_cases_of_a_land_are_one() -> None:
    assert len(set(_keys(("en", "Yalva's Navy"), ("ru", "ВМС Ялвы"), ("uk", "ВМС Ялви")))) == 1


def test_the_staff_of_those_who_rule_may_be_they() -> None:
    staff, rulers = ("body", "@upper tarn", "general_staff"), ("body", "@upper tarn", "administration")
    assert may_be(rulers, staff)
    assert not may_be(("body", "@tarn", "administration"), staff)
    assert not may_be(("body", "", "administration"), ("body", "", "general_staff"))
