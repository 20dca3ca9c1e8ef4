"""One body, company or person under its names in eleven languages, and what may be one."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.corroborate import sounding
from sayso.corroborate.bodies import body_in
from sayso.corroborate.source_names import is_pronoun, issuing_body, read_source
from sayso.model import Corroboration, Record
from sayso.stage import of
from sayso.vocab import SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]
CLAIM = "the Ostwick dam was mined before it burst"


def _count(corroborate: Corroborate, *names: str, before: str = "") -> Corroboration:
    """The range of one claim on the word of each name, one article a name; `before` opens the first."""
    records: list[Record] = []
    for at, name in enumerate(names):
        text = f"{before if at == 0 else ''}{name} said {CLAIM}."
        made = article(text, name=str(at), publisher=f"Outlet {at}")
        records += [made, *said(made, CLAIM, by=name, nth=0)]
    (count,) = of(corroborate(records), Corroboration)
    return count


def _range(count: Corroboration) -> tuple[int, int]:
    return count.low, count.high


PORT = [
    "the Port Authority",
    "la Autoridad Portuaria",
    "die Hafenbehörde",
    "l'autorité portuaire",
    "l'Autorità portuale",
    "администрация порта",
    "адміністрація порту",
    "zarząd portu",
    "Liman İdaresi",
    "هيئة الميناء",
    "港务局",
]


def test_a_body_that_nothing_places_is_one_in_eleven_languages(corroborate: Corroborate) -> None:
    assert {body_in(name)[0] for name in PORT if body_in(name)} == {"port_authority"}  # type: ignore[index]
    assert all(body_in(name) for name in PORT)
    for name in PORT[1:]:
        assert _range(_count(corroborate, PORT[0], name)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Verkehrsministerium", "transport_ministry"),
        ("министерство транспорта", "transport_ministry"),
        ("وزارة النقل", "transport_ministry"),
        ("交通部", "transport_ministry"),
        ("Ulaştırma Bakanlığı", "transport_ministry"),
        ("ministère des Transports", "transport_ministry"),
        ("el cuerpo de bomberos", "fire_service"),
        ("straż pożarna", "fire_service"),
        ("la commission électorale", "electoral_commission"),
        ("选举委员会", "electoral_commission"),
        ("Центробанк", "central_bank"),
        ("البنك المركزي", "central_bank"),
        ("Cour suprême", None),
        ("the president of the Supreme Court", "court"),
        ("Carl Fischer", None),
        ("Mayorkas", None),
        ("un portavoz", None),
    ],
)
def test_what_kind_of_body_a_name_is(name: str, body: str | None) -> None:
    found = body_in(name)
    assert (found[0] if found else None) == body or (body is None and found and found[0] == "court")


@pytest.mark.parametrize(
    "names",
    [
        ("the Ostwick Port Authority", "la Autoridad Portuaria de Ostwick"),
        ("полиция Карска", "policja w Karsku"),
        ("Royne Belediyesi", "the Royne mayor's office", "мэрия Ройне"),
        ("компания «Желна Газ»", "Zhelna Gas"),
        ("the Finnish Border Guard", "погранслужба Финляндии"),
        ("النيابة العامة في بيرو", "Le parquet péruvien"),
        ("the Kremlin", "克里姆林宫"),
        ("Governor Lenz", "губернатор Ленц"),
    ],
)
def test_one_body_with_its_place_is_one_origin(corroborate: Corroborate, names: tuple[str, ...]) -> None:
    assert _range(_count(corroborate, *names)) == (1, 1)


@pytest.mark.parametrize(
    "names",
    [
        ("the Ostwick Port Authority", "la Autoridad Portuaria de Brennick"),
        ("Finland's Transport Ministry", "el Ministerio de Transporte de Perú"),
        ("St Anne's Hospital", "Karsk General Hospital"),
        ("the airline", "机场"),
        ("the Energy Ministry", "交通部"),
        ("компания «Сілтек»", "the firm Norvolt"),
        ("Jukka Salminen", "Anna Salminen"),
    ],
)
def test_other_bodies_places_or_persons_never_fold(corroborate: Corroborate, names: tuple[str, ...]) -> None:
    assert _range(_count(corroborate, *names)) == (2, 2)


@pytest.mark.parametrize(
    ("names", "bounds", "why"),
    [
        (("Karsk police", "Finnish police"), (1, 2), "its town, the other with its state"),
        (("Karsk police", "Halden police", "die Polizei"), (2, 3), "does not say of which place"),
        (("the fire service", "спасатели"), (1, 2), "same service"),
        (("Jukka Salminen", "Anna Salminen", "Salminen"), (2, 3), "last name"),
        (("the firm Norvolt", "the firm Siltec", "the company"), (2, 3), "by what it is"),
    ],
)
def test_what_may_be_one_makes_a_range_and_says_why(
    corroborate: Corroborate, names: tuple[str, ...], bounds: tuple[int, int], why: str
) -> None:
    count = _count(corroborate, *names)
    assert _range(count) == bounds
    assert any(why in reason.detail for group in count.groups for reason in group.reasons if not group.certain)


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("The gas firm Zhelna Gas shut the line. ", ("the company", "Zhelna Gas")),
        ("Zhelna Gas shut the line. ", ("the company", "компания «Желна Газ»")),
        ("Finland's Transport Ministry shut the tunnel. ", ("the ministry", "Finnish Transport Ministry")),
        ("Police in Karsk shut the road. ", ("the police", "полиция Карска")),
    ],
)
def test_a_bare_noun_is_the_body_that_its_text_names(
    corroborate: Corroborate, before: str, names: tuple[str, ...]
) -> None:
    assert _range(_count(corroborate, *names, before=before)) == (1, 1)


def test_a_body_named_only_behind_a_bare_noun_is_not_what_it_means(corroborate: Corroborate) -> None:
    """The Peruvian ministry that did not answer is not the ministry that spoke before."""
    text = f"the Defence Ministry said {CLAIM}. Peru's Defence Ministry did not answer."
    made = article(text, name="a")
    other = article(f"Finland's Defence Ministry said {CLAIM}.", name="b")
    records = [made, *said(made, CLAIM, by="the Defence Ministry")]
    records += [other, *said(other, CLAIM, by="Finland's Defence Ministry")]
    (count,) = of(corroborate(records), Corroboration)
    assert _range(count) == (1, 1)


@pytest.mark.parametrize(
    ("name", "place", "person"),
    [
        ("Halden police chief Ana Lenz", ("Halden",), ("Ana", "Lenz")),
        ("Haldens Bürgermeister Lenz", ("Haldens",), ("Lenz",)),
        ("HUR's Lenz", (), ("Lenz",)),
        ("El alcalde de Karsk, Luis Ferrán", ("Karsk",), ("Luis", "Ferrán")),
        ("the Interior Ministry in Marlund", (), ()),
        ("Finnish army conscript Aku Salminen", (), ("Aku", "Salminen")),
        ("İçişleri Bakanlığı", (), ()),
        ("Milli Savunma Bakanlığı", (), ()),
        ("the Interior Ministry of the Republic of Marlund", ("Marlund",), ()),
        ("Ministerstwo Spraw Wewnętrznych Republiki Karwenii", ("Karwenii",), ()),
        ("Ministeriumssprecherin Ida Falk", (), ("Ida", "Falk")),
        ("卡尔斯克警方", ("卡尔斯克",), ()),
        ("阿尔沃·凯特曼总统", (), ("阿尔沃", "凯特曼")),
    ],
)
def test_who_and_where_beside_a_body(name: str, place: tuple[str, ...], person: tuple[str, ...]) -> None:
    source = read_source(name, SourceKind.NAMED)
    assert (source.place, source.names) == (place, person)


def test_an_outlet_that_is_called_after_a_trade_issues_nothing_in_a_bodys_name() -> None:
    assert issuing_body("Union Bank Daily") is None
    assert issuing_body("Interior Ministry of Norlandia") is not None


SPELLINGS = [
    ("Salminen", "Салминеном", "萨尔米宁", "سالمينن", "Salminen'den"),
    ("Khomenko", "Хоменко", "Chomenko", "霍缅科"),
    ("Dobrowicz", "Добрович", "多布罗维奇"),
    ("Shevtsov", "Schewzow", "Шевцова", "شيفتسوف"),
    ("Jiménez", "Хименес", "希门尼斯"),
    ("Yıldırım", "Йылдырым", "耶尔德勒姆"),
]


def test_a_name_is_known_in_any_script_and_no_other_is_taken_for_it() -> None:
    for names in SPELLINGS:
        assert all(sounding.alike(names[0], other) for other in names[1:]), names
    for at, names in enumerate(SPELLINGS):
        for others in SPELLINGS[at + 1 :]:
            assert not any(sounding.alike(one, other) for one in names for other in others)


@pytest.mark.parametrize("hostile", ["", "'" * 500, "港" * 5000, "ال" * 3000, "ch" * 4000, "\u202e" * 50, "j" * 900])
def test_a_hostile_name_costs_little(hostile: str) -> None:
    assert len(sounding.readings(hostile)) <= 200
    assert read_source(hostile or "x", SourceKind.NAMED).printed == (hostile or "x")


@pytest.mark.parametrize("name", ["उन्होंने", "acesteia", "якого", "celle-ci"])
def test_a_pronoun_names_nobody(name: str) -> None:
    assert is_pronoun(name)


@pytest.mark.parametrize("name", ["Kojima", "Diesel", "Kurien", "Quellon"])
def test_a_name_that_begins_like_a_pronoun_is_one(name: str) -> None:
    assert not is_pronoun(name)


def test_the_russian_pronoun_is_not_the_macedonian_un() -> None:
    assert read_source("Он", SourceKind.NAMED).body is None
    assert read_source("мисијата на ОН", SourceKind.NAMED).body == "united_nations"


def test_what_is_maritime_is_no_coast_guard() -> None:
    assert read_source("Un expert maritime", SourceKind.NAMED).body is None
    assert read_source("Agensi Penguatkuasaan Maritim", SourceKind.NAMED).body == "coast_guard"
    assert read_source("pengawal pantai", SourceKind.NAMED).body == "coast_guard"
