import pytest

from sayso.lineage.declared import agencies_in, agency, credit_to, foreign_origin, is_outlet, quoted
from sayso.lineage.documents import Document
from sayso.model import Credit
from sayso.vocab import AgentKind, CreditKind


def credit(name: str, kind: CreditKind = CreditKind.WIRE, url: str | None = None) -> Credit:
    return Credit(kind=kind, name=name, start=0, end=20, url=url)


def document(outlet: str | None, *credits_found: Credit, url: str | None = None) -> Document:
    return Document(id=outlet or "x", text="(Norlex) The lock is shut.", outlet=outlet, url=url, credits=credits_found)


@pytest.mark.parametrize(
    ("name", "outlet", "url"),
    [
        ("Coast Herald", "coast-herald.example", None),
        ("The Coast Herald", "Coast Herald", None),
        ("COAST HERALD", None, "https://www.coastherald.example/a/b"),
        ("AP", "Associated Press", None),
        ("Рейтер", "Reuters", None),
    ],
)
def test_a_credit_is_matched_to_an_outlet_however_written(name: str, outlet: str, url: str | None) -> None:
    assert is_outlet(credit(name), document(outlet, url=url))


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Norlex", "norlex-wire.example"),
        ("Norlex", "norlexnews.example"),
        ("Norlex", "Norlex News Agency"),
        ("Norlex News Agency", "norlex.example"),
        ("Нордак", "Агентство Нордак"),
    ],
)
def test_words_that_say_what_an_outlet_is_may_be_left_out(name: str, outlet: str) -> None:
    assert is_outlet(credit(name), document(outlet))
    own = document(outlet, credit(name))
    assert foreign_origin(own) is None
    assert credit_to(document("Coast Herald", credit(name)), own)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Veldan News", "Veldan Press"), ("Veldan News", "veldan-wire.example"), ("Daily", "daily-news.example"),
        ("Times", "timesnews.example"), ("Free", "Free Press"), ("Ann", "ann-wire.example"),
        ("France", "Agence France-Presse"), ("Norlex", "norlexia.example"),
    ],
)  # fmt: skip
def test_two_outlets_that_share_a_generic_word_or_a_place_are_two(name: str, outlet: str) -> None:
    assert not is_outlet(credit(name), document(outlet))


def test_a_link_in_the_credit_names_the_outlet_too() -> None:
    line = credit("the original", CreditKind.REPUBLICATION, "https://coast-herald.example/1")
    assert is_outlet(line, document("Coast Herald", url="https://www.coast-herald.example/other"))


def test_other_outlets_are_not_matched() -> None:
    assert not is_outlet(credit("Coast Herald"), document("Coast Courier", url="https://courier.example/herald"))
    assert not is_outlet(credit(""), document(""))


def test_an_outlet_that_names_itself_declares_nothing() -> None:
    own = document("Coast Herald", credit("Coast Herald", CreditKind.REPUBLICATION))
    assert foreign_origin(own) is None
    assert credit_to(own, document("Coast Herald")) is None


def test_forms_of_an_agency_are_one_agent() -> None:
    origins = [foreign_origin(document("Coast Herald", credit(name))) for name in ("AP", "The Associated Press")]
    assert len({found.agent.id for found in origins if found}) == 1
    assert all(found and found.agent.kind is AgentKind.AGENCY for found in origins)


@pytest.mark.parametrize(
    ("kind", "agent"),
    [
        (CreditKind.REPUBLICATION, AgentKind.OUTLET),
        (CreditKind.WIRE, AgentKind.AGENCY),
        (CreditKind.PRESS_RELEASE, AgentKind.ORGANIZATION),
    ],
)
def test_the_kind_of_credit_says_what_stands_behind(kind: CreditKind, agent: AgentKind) -> None:
    found = foreign_origin(document("Coast Herald", credit("Norlex", kind)))
    assert found
    assert (found.agent.kind, found.agent.name) == (agent, "Norlex")


def test_hat_tips_and_plain_copyright_are_no_origin() -> None:
    assert foreign_origin(document("Coast Herald", credit("Norlex", CreditKind.HAT_TIP))) is None
    assert foreign_origin(document("Coast Herald", credit("Norlex Ltd", CreditKind.COPYRIGHT))) is None
    assert foreign_origin(document("Coast Herald", credit("AFP", CreditKind.COPYRIGHT))) is not None


def test_agencies_are_found_in_text_as_words() -> None:
    assert agencies_in("… poinformowała agencja Ukrinform. APPLE pie, a SPAr") == {"Ukrinform"}
    assert agencies_in("według Reutersa") == {"Reuters"}
    assert agencies_in("the ap store") == frozenset()
    assert agency("norlex") is None


def test_the_line_is_quoted_as_it_stands() -> None:
    assert quoted(credit("Norlex"), document("x")) == "“(Norlex) The lock is”"


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("The Gazette and Norlex contributed to this report.", True),
        ("With files from Norlex", True),
        ("Contributing: Norlex", True),
        ("Norlex writers Ana Lenz and Tom Moe contributed to this report.", False),
        ("(Norlex)", False),
        ("HALDEN (Norlex)", False),
    ],
)
def test_a_line_says_whether_it_speaks_for_all_of_the_text(line: str, part: bool) -> None:
    wire = Credit(kind=CreditKind.WIRE, name="Norlex", start=0, end=len(line))
    found = foreign_origin(Document(id="x", text=f"{line}\n\nThe lock is shut.", outlet="Herald", credits=(wire,)))
    assert found
    assert found.part is part


def test_a_line_for_all_comes_before_a_line_for_a_part() -> None:
    text = "With files from Norlex\n\n(Vale Press)"
    part = Credit(kind=CreditKind.WIRE, name="Norlex", start=0, end=22)
    whole = Credit(kind=CreditKind.WIRE, name="Vale Press", start=24, end=36)
    found = foreign_origin(Document(id="x", text=text, outlet="Herald", credits=(part, whole)))
    assert found
    assert (found.agent.name, found.part) == ("Vale Press", False)
