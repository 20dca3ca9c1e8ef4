"""Ways in which two people or bodies could be made one, and are not."""

import pytest

from factory import article, said
from sayso.corroborate.families import Families
from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.origins import SourceBook
from sayso.model import Article, Attribution, ClaimMention, Record
from sayso.stage import of
from sayso.vocab import SourceKind

CLAIM = "the dam was mined before it burst"


def _keys(*told: tuple[str | None, str], kind: SourceKind = SourceKind.NAMED, **fields: str) -> list[Key]:
    """The origin of the claim in each article: its source, what stands before the claim, and of the last its fields."""
    records: list[Record] = []
    articles: dict[str, Article] = {}
    for at, (source, before) in enumerate(told):
        given = fields if at == len(told) - 1 else {}
        text = f"{before} {source} said {CLAIM}." if source else f"{before} {CLAIM}."
        made = article(text, name=str(at), **{"publisher": f"Outlet {at}", **given})
        articles[made.id] = made
        records += said(made, CLAIM, by=source, kind=kind)
    families = Families(articles.values(), (), ())
    book = SourceBook(of(records, Attribution), articles)
    return [book.standing(one, articles[one.article_id], families).key for one in of(records, ClaimMention)]


def test_first_names_that_are_words_are_first_names() -> None:
    will, rose = _keys(("Will Lenz", "They will rebuild."), ("Rose Lenz", "The water rose."))
    assert will != rose


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St Mary's Hospital in Halden", "St Martin's Hospital in Halden"),
        ("Karlow Clinic in Halden", "Kasper Clinic in Halden"),
        ("Upper Tarn police", "Lower Tarn police"),
    ],
)
def test_two_bodies_of_one_town_are_two(one: str, other: str) -> None:
    assert len(set(_keys((one, ""), (other, "")))) == 2


def test_a_director_serves_no_person_and_nobody_named_far_from_him() -> None:
    person, director = _keys(
        ("Paul Osei", ""), ("Ana Lenz, the group's director,", "Paul Osei left Halden. Norlex burned.")
    )
    assert person != director
    relief, director = _keys(
        ("Open Harbour Relief", ""), ("Ana Lenz, the group's director,", "Open Harbour Relief met the Dawn Mills crew.")
    )
    assert relief != director
    relief, director = _keys(
        ("Open Harbour Relief", ""), ("Ana Lenz, the group's director,", "The aid group Open Harbour Relief pays.")
    )
    assert relief == director


def _in_one_article(text: str, *told: tuple[str, str, SourceKind]) -> list[Key]:
    made = article(text)
    records = [record for words, source, kind in told for record in said(made, words, by=source, kind=kind)]
    book, families = SourceBook(of(records, Attribution), {made.id: made}), Families([made], (), ())
    return [book.standing(mention, made, families).key for mention in of(records, ClaimMention)]


@pytest.mark.parametrize(
    ("between", "noun", "kind"),
    [
        ("The Nuclear Safety Office inspected the plant.", "The agency", SourceKind.ROLE),
        ("Rebels published a manifesto.", "The document", SourceKind.DOCUMENT),
        ("Nothing moved. " * 100, "The agency", SourceKind.ROLE),
    ],
)
def test_another_body_or_much_text_between_leaves_a_noun_to_nobody(between: str, noun: str, kind: SourceKind) -> None:
    text = f"Halden police said nine died. {between} {noun} said that the core was safe."
    police, told = _in_one_article(
        text, ("nine died", "Halden police", SourceKind.NAMED), ("the core was safe", noun, kind)
    )
    assert told == UNSOURCED != police


def test_a_member_is_not_his_union() -> None:
    text = "The Halden Miners' Union said two gates failed. The miner said that the core was safe."
    union, miner = _in_one_article(
        text,
        ("two gates failed", "The Halden Miners' Union", SourceKind.NAMED),
        ("the core was safe", "The miner", SourceKind.ROLE),
    )
    assert miner == UNSOURCED != union


def test_one_surname_of_many_spokesmen_joins_no_bodies() -> None:
    police = [("Halden police spokesman Lenz", "")] * 4
    assert len(set(_keys(*police, ("Orvel hospital spokesman Lenz", "")))) == 2
    ministers = [("Sarovia's Interior Minister Lenz", "")] * 4
    others = [
        ("Sarovia's Health Ministry", ""),
        ("Sarovia's Defence Ministry", ""),
        ("Karvenia's Defence Ministry", ""),
    ]
    keys = _keys(*ministers, ("Karvenia's Interior Minister Lenz", ""), *others)
    assert len(set(keys)) == 5


def test_a_union_and_a_company_of_one_town_are_two() -> None:
    assert len(set(_keys(("the Halden Miners' Union", ""), ("Halden Bus Company", "")))) == 2


def test_a_paper_of_a_towns_name_is_not_its_police() -> None:
    police, paper = _keys(
        ("Halvenia police", ""), (None, "Now"), url="https://halvenia.example/1", publisher="halvenia.example"
    )
    assert police != paper


def test_whom_voters_trust_is_no_town() -> None:
    mayor, person = _keys(("the mayor of Orvel", "He has no trust in Orvel."), ("Orvel", "Voters lost faith in Orvel."))
    assert person[0] == "person"
    assert person != mayor


@pytest.mark.parametrize("name", ["Vi", "Mi", "Noi"])
def test_short_names_are_not_we(name: str) -> None:
    assert _keys((name, ""))[0] != _keys((None, "Now"))[0]


RELIEF = "Open Harbour Relief"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (f"{RELIEF} met the Norlex crew.", "Its chairman, Osman Rell,"),
        (f"{RELIEF} left. Dawn Mills burned.", "Its chairman, Osman Rell,"),
        (f"{RELIEF} left. Norlex burned.", "Its chairman, Osman Rell,"),
        (f"The aid group {RELIEF} met the Norlex group.", "Osman Rell, the group's director,"),
        (f"{RELIEF} a vendu à Norlex.", "Son président Osman Rell"),
        (f"{RELIEF} met Mayor Ana Lenz.", "Her spokesman, Osman Rell,"),
    ],
)
def test_who_serves_one_of_two_serves_neither(before: str, who: str) -> None:
    relief, _, director = _keys((RELIEF, ""), ("Norlex", ""), (who, before))
    assert relief != director


@pytest.mark.parametrize(
    ("before", "who", "language"),
    [
        (f"{RELIEF} left its house in Halden on Monday.", "Its chairman, Osman Rell,", "en"),
        (f"{RELIEF} met Mayor Ana Lenz.", "Its chairman, Osman Rell,", "en"),
        (f"{RELIEF} has left. The Relief is poor.", "Osman Rell, the group's director,", "en"),
        (f"{RELIEF} a quitté Halden.", "Son président Osman Rell", "fr"),
        (f"{RELIEF} hat Halden verlassen.", "Ihr Vorsitzender Osman Rell", "de"),
    ],
)
def test_who_serves_the_only_one_that_could_be_meant_serves_it(before: str, who: str, language: str) -> None:
    relief, _, director = _keys((RELIEF, ""), ("the Halden police", ""), (who, before), language=language)
    assert relief == director


@pytest.mark.parametrize(
    ("office", "person"),
    [
        ("the Halden prosecutor's office", "the Halden prosecutor, Ana Lenz"),
        ("the diocese of Halden", "the bishop of Halden, Ana Lenz"),
        ("Sarovia's embassy in Halden", "Sarovia's ambassador, Ana Lenz"),
    ],
)
def test_who_heads_an_office_of_a_place_is_that_office(office: str, person: str) -> None:
    assert len(set(_keys((office, ""), (person, ""), ("Ana Lenz", "")))) == 1
    assert len(set(_keys((office, ""), (person.replace("Halden", "Orvel").replace("Sarovia", "Karvenia"), "")))) == 2


def test_a_prosecutor_of_no_place_is_a_person() -> None:
    assert _keys(("the Halden prosecutor's office", ""), ("prosecutor Ana Lenz", ""))[1][0] == "person"


@pytest.mark.parametrize(
    "minister",
    [
        "міністр довкілля Саровії Ана Ленц",
        "міністр довкілля Саровари Ана Ленц",
        "ministr životního prostředí Sarovie Ana Lenzová",
        "وزير البيئة الساروفي آنا لينز",
    ],
)
def test_a_land_between_an_office_and_its_holder_is_a_land(minister: str) -> None:
    land = "Sarovara" if "вари" in minister else "Sarovia"
    assert len(set(_keys((f"{land}'s Environment Ministry", ""), (minister, "")))) == 1
    assert len(set(_keys(("Karvenia's Environment Ministry", ""), (minister, "")))) == 2


def test_a_person_of_three_names_has_no_land_in_them() -> None:
    ministry, person = _keys(("Sarovia's Environment Ministry", ""), ("Environment Minister Ana Maria Lenz", ""))
    assert person[:2] == ministry[:2]  # the only one
    two = ("Ana's Environment Ministry", ""), ("Karvenia's Environment Ministry", "")
    assert _keys(*two, ("Environment Minister Ana Maria Lenz", ""))[2] == ("body", "", "environment_ministry")


def test_the_mine_that_a_company_owns_is_not_its_name() -> None:
    owner, mine = _keys(("spółka Norlex, właściciel kopalni Orvel", ""), ("kopalnia Orvel", ""))
    assert owner[1] == "=norlex" != mine[1]


def test_a_companys_spokeswoman_speaks_for_the_only_company_of_her_article() -> None:
    text = "Halden Mining Company said the wall was sound. The company's spokeswoman, Lidia Morn, said the wall held."
    firm, spokeswoman = _in_one_article(
        text,
        ("the wall was sound", "Halden Mining Company", SourceKind.NAMED),
        ("the wall held", "The company's spokeswoman, Lidia Morn,", SourceKind.NAMED),
    )
    assert spokeswoman == firm


def test_between_two_companies_she_speaks_for_herself() -> None:
    text = (
        "Halden Mining Company said the wall was sound. Ostwick Power Company said the lights were on. "
        "The company's spokeswoman, Lidia Morn, said the wall held."
    )
    *firms, spokeswoman = _in_one_article(
        text,
        ("the wall was sound", "Halden Mining Company", SourceKind.NAMED),
        ("the lights were on", "Ostwick Power Company", SourceKind.NAMED),
        ("the wall held", "The company's spokeswoman, Lidia Morn,", SourceKind.NAMED),
    )
    assert len({*firms, spokeswoman}) == 3
