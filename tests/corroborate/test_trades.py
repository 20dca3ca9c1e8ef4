"""Two unions, companies, schools or parties of one town are two, by what each language calls them."""

import pytest

from factory import article
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.perhaps import may_be
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind


def _keys(*told: tuple[str, str]) -> list[Key]:
    """The keys of sources, each in an article of its own and of its language."""
    sources = [read_source(name, SourceKind.NAMED) for _, name in told]
    articles = {str(at): article("Text.", language=language) for at, (language, _) in enumerate(told)}
    book = SourceKeys([(str(at), 0, source) for at, source in enumerate(sources)], articles)
    return [book.key_in(str(at), source) for at, source in enumerate(sources)]


TWO = [
    ("en", "the Miners' Union of Halden", "the Teachers' Union of Halden"),
    ("en", "the Halden Dockers' Union", "the Halden Tailors' Union"),
    ("de", "die Bergarbeitergewerkschaft von Halden", "die Lehrergewerkschaft von Halden"),
    ("fr", "le syndicat des mineurs de Halden", "le syndicat des enseignants de Halden"),
    ("es", "el sindicato de mineros de Halden", "el sindicato de maestros de Halden"),
    ("it", "il sindacato dei minatori di Halden", "il sindacato degli insegnanti di Halden"),
    ("pl", "związek zawodowy górników w Halden", "związek zawodowy nauczycieli w Halden"),
    ("ru", "профсоюз шахтёров Халдена", "профсоюз учителей Халдена"),
    ("ar", "نقابة عمال المناجم في هالدن", "نقابة المعلمين في هالدن"),
    ("sv", "Haldens gruvarbetarförbund", "Haldens lärarförbund"),
    ("nl", "de mijnwerkersbond van Halden", "de onderwijsbond van Halden"),
    ("tr", "Halden Maden İşçileri Sendikası", "Halden Öğretmenler Sendikası"),
    ("cs", "odborový svaz horníků v Haldenu", "odborový svaz učitelů v Haldenu"),
    ("uk", "профспілка гірників Халдена", "профспілка вчителів Халдена"),
    ("ko", "할덴 광부 노조", "할덴 교사 노조"),
    ("zh", "哈尔登矿工工会", "哈尔登教师工会"),
    ("zh", "哈尔登煤业公司", "哈尔登电力公司"),
    ("zh", "哈尔登石油公司", "哈尔登煤业公司"),
    ("ja", "ハルデン炭鉱会社", "ハルデン化学会社"),
    ("en", "Halden Coal Company", "Halden Water Company"),
    ("en", "Halden Coal Company", "the Bank of Halden"),
    ("en", "Halden Medical School", "Halden Law School"),
    ("en", "the Halden Technical University", "the Halden Medical University"),
    ("ru", "Халденский медицинский университет", "Халденский технический университет"),
    ("en", "the Halden Green Party", "the Halden Labour Party"),
]


@pytest.mark.parametrize(("language", "one", "other"), TWO)
def test_two_of_one_town_and_kind_are_two(language: str, one: str, other: str) -> None:
    assert len(set(_keys((language, one), (language, other)))) == 2


def test_a_third_that_has_only_the_town_may_be_either() -> None:
    bus, taxi, either = _keys(("en", "Halden Bus Company"), ("en", "Halden Taxi Company"), ("en", "the Halden company"))
    assert len({bus, taxi, either}) == 3
    assert may_be(bus, either)
    assert may_be(taxi, either)
    assert not may_be(bus, taxi)


ONE = [
    (("en", "the Miners' Union of Halden"), ("en", "the Halden Mineworkers' Union")),
    (("en", "the Halden Miners' Union"), ("en", "the Halden Coal Miners' Union")),
    (("en", "the Halden Miners' Union"), ("fr", "le syndicat des mineurs de Halden")),
    (("en", "the Halden Miners' Union"), ("ru", "профсоюз шахтёров Халдена")),
    (("en", "the Halden Miners' Union"), ("zh", "哈尔登矿工工会")),
    (("de", "die Bergarbeitergewerkschaft von Halden"), ("es", "el sindicato de mineros de Halden")),
    (("en", "the coal company Norlex"), ("en", "the energy group Norlex")),
    (("en", "Norlex Shipping Company"), ("en", "the company Norlex")),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_by_several_words_is_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert len(set(_keys(one, other))) == 1


def test_in_two_languages_the_trade_parts_where_a_list_knows_both() -> None:
    told = [
        ("en", "the Halden Miners' Union"),
        ("en", "the Halden Teachers' Union"),
        ("fr", "le syndicat des mineurs de Halden"),
        ("de", "die Lehrergewerkschaft von Halden"),
    ]
    miners, teachers, mineurs, lehrer = _keys(*told)
    assert miners == mineurs != teachers == lehrer
    assert len(set(_keys(told[0], told[3]))) == 2
