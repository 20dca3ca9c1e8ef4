"""A body that one report names and others call only by what it is; an outlet that speaks of one and names it."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.perhaps import may_be
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.model import Corroboration, Record
from sayso.stage import of
from sayso.vocab import SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _keys(*told: tuple[str, str], text: str = "Text.") -> list[Key]:
    """The keys of sources, each in an article of its own and of its language."""
    sources = [read_source(name, SourceKind.NAMED) for _, name in told]
    articles = {str(at): article(text, language=language) for at, (language, _) in enumerate(told)}
    book = SourceKeys([(str(at), len(text), source) for at, source in enumerate(sources)], articles)
    return [book.key_in(str(at), source) for at, source in enumerate(sources)]


AIRLINE = ("en", "the airline Halden Sea Air")
NOUNS = [
    ("ja", "同航空"),
    ("fr", "la compagnie"),
    ("vi", "hãng hàng không"),
    ("cs", "Podnik v tiskové zprávě"),
    ("nl", "het concern"),
    ("en", "Halden Sea"),
    ("en", "Halden Sea Air"),
]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_is_the_one_company_of_its_case(noun: tuple[str, str]) -> None:
    airline, called = _keys(AIRLINE, noun)
    assert airline == called


@pytest.mark.parametrize("noun", NOUNS[:5])
def test_a_noun_is_neither_of_two_companies(noun: tuple[str, str]) -> None:
    airline, other, called = _keys(AIRLINE, ("en", "the airline Norlex Wings"), noun)
    assert len({airline, other, called}) == 3
    assert may_be(airline, called)
    assert may_be(other, called)


def test_what_a_name_is_cut_to_is_neither_of_two_that_begin_so() -> None:
    air, telecom, cut = _keys(AIRLINE, ("en", "the company Halden Sea Telecom"), ("en", "Halden Sea"))
    assert len({air, telecom, cut}) == 3


def test_a_name_is_not_cut_by_what_tells_it() -> None:
    rescue, cut = _keys(("en", "the company Halden Sea Rescue"), ("en", "Halden Sea"))
    assert rescue != cut


INSPECTORATES = [("de", "Die Umweltinspektion"), ("en", "The inspectorate"), ("cs", "inspekce")]


@pytest.mark.parametrize("full", ["Sarovia's environment inspectorate", "the environment inspectorate"])
def test_the_inspectorate_is_the_one_of_its_case(full: str) -> None:
    assert len(set(_keys(("en", full), *INSPECTORATES))) == 1


def test_the_inspectorate_is_neither_of_two() -> None:
    environment, labour, either = _keys(
        ("en", "Sarovia's environment inspectorate"),
        ("en", "Sarovia's labour inspectorate"),
        ("en", "the inspectorate"),
    )
    assert len({environment, labour, either}) == 3
    assert may_be(environment, either)
    assert may_be(labour, either)


def test_the_water_agency_is_one_in_all_languages() -> None:
    told = [
        ("en", "the Sarovian Water Agency"),
        ("it", "l'agenzia idrica"),
        ("uk", "водне агентство"),
        ("zh", "水务局"),
    ]
    assert len(set(_keys(*told))) == 1
    assert len(set(_keys(told[0], ("en", "the Karvenian Water Agency")))) == 2


@pytest.mark.parametrize(
    "apposed", ["The operator, Norlex Shipping", "Operatorem, Norlex Shipping", "der Betreiber, Norlex Shipping"]
)
def test_what_a_comma_sets_behind_a_company_is_its_name(apposed: str) -> None:
    named, called = _keys(("en", "the company Norlex Shipping"), ("en", apposed))
    assert named == called


def test_who_heads_a_company_behind_a_comma_is_no_name_of_it() -> None:
    source = read_source("the operator's chief, Ana Lenz", SourceKind.NAMED)
    assert source.names == ("Ana", "Lenz")
    assert read_source("the company, Ana Lenz", SourceKind.NAMED).names == ("Ana", "Lenz")


def test_who_speaks_for_a_company_is_a_person() -> None:
    assert read_source("Речниця компанії Лідія Ленц", SourceKind.NAMED).names == ("Лідія", "Ленц")
    assert read_source("представитель компании Норлекс Шиппинг", SourceKind.NAMED).place == ("Норлекс", "Шиппинг")


NAMED = "The company Norlex Shipping ran it. "
OTHER = "The company Velmark Mining ran it. "
SPOKE = "the company's spokeswoman, Ana Lenz"


def _spoken(*texts: str, told: str = SPOKE) -> list[Key]:
    """The keys of a spokeswoman, told as such in each text, and of two companies."""
    texts = (*texts, "Text.", "Text.")
    names = [*(told for _ in texts[:-2]), "the company Norlex Shipping", "the company Velmark Mining"]
    articles = {str(at): article(text) for at, text in enumerate(texts)}
    placed = [(str(at), len(texts[at]), read_source(name, SourceKind.NAMED)) for at, name in enumerate(names)]
    book = SourceKeys(placed, articles)
    return [book.key_in(one, source) for one, _, source in placed]


def test_a_spokeswoman_is_the_voice_of_the_company_that_her_articles_name() -> None:
    first, second, norlex, velmark = _spoken(NAMED, "It burned. ")
    assert first == second == norlex != velmark


def test_a_spokeswoman_whom_two_articles_give_to_two_companies_is_no_voice_of_one() -> None:
    *_, third, norlex, velmark = _spoken(NAMED, OTHER, "It burned. ")
    assert third not in {norlex, velmark}


CLAIM = "seventeen people died in the Ostwick ferry fire"


def _range(corroborate: Corroborate, told: str, *, outlet: str = "Halyard") -> tuple[int, int]:
    """The range of a claim that the coast guard makes, and in another article an outlet in some words."""
    guard = article(f"Sarovia's coast guard said {CLAIM}.", name="a", publisher="Herald")
    passed = article(f"{outlet} reported that {told}.", name="b", publisher="Gazette")
    records = [guard, *said(guard, CLAIM, by="Sarovia's coast guard")]
    records += [passed, *said(passed, told, by=outlet, kind=SourceKind.OUTLET)]
    (count,) = of(corroborate(records), Corroboration)
    return count.low, count.high


def test_an_outlet_that_names_a_body_may_have_it_from_there(corroborate: Corroborate) -> None:
    assert _range(corroborate, f"by the coast guard's count {CLAIM}") == (1, 2)


def test_an_outlet_that_names_nobody_may_have_it_from_anybody(corroborate: Corroborate) -> None:
    assert _range(corroborate, CLAIM) == (1, 2)


def test_an_outlet_that_names_another_is_an_origin_of_its_own(corroborate: Corroborate) -> None:
    told = f"by the fire service's count {CLAIM}"
    assert _range(corroborate, told) == (2, 2)
