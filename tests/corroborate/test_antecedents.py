"""Bare nouns, documents and the first person: who they go back to."""

import pytest

from factory import article, said
from sayso.corroborate.families import Families
from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.origins import SourceBook
from sayso.model import Attribution, ClaimMention, Record
from sayso.stage import of
from sayso.vocab import SourceKind

Told = tuple[str, SourceKind]


def _keys(*sources: Told, language: str = "en") -> list[Key]:
    """The origins of sentences of one article, each with a source of its own."""
    sentences = [f"{name} said that wall {at} fell." for at, (name, _) in enumerate(sources)]
    made = article(" ".join(sentences), language=language)
    records: list[Record] = []
    for at, (name, kind) in enumerate(sources):
        records += said(made, f"wall {at} fell", by=name, kind=kind)
    families = Families([made], (), ())
    book = SourceBook(of(records, Attribution), {made.id: made})
    return [book.standing(mention, made, families).key for mention in of(records, ClaimMention)]


POLICE = ("Halden police", SourceKind.NAMED)
MISSION = ("the Lakeland Observation Mission", SourceKind.NAMED)


@pytest.mark.parametrize(
    ("noun", "language"),
    [("The agency", "en"), ("ведомство", "ru"), ("die Behörde", "de"), ("el organismo", "es"), ("Відомство", "uk")],
)
def test_a_noun_that_fits_any_body_is_the_body_named_last(noun: str, language: str) -> None:
    ministry, police, told = _keys(
        ("Karvenia's Health Ministry", SourceKind.NAMED), POLICE, (noun, SourceKind.ROLE), language=language
    )
    assert told == police != ministry


def test_a_noun_is_the_source_in_whose_name_it_stands() -> None:
    mission, police, told = _keys(MISSION, POLICE, ("The mission", SourceKind.ROLE))
    assert told == mission != police


def test_a_noun_goes_back_to_nothing_behind_it() -> None:
    told, police = _keys(("The agency", SourceKind.ROLE), POLICE)
    assert told == UNSOURCED != police


def test_a_document_without_a_name_is_that_of_the_body_named_last() -> None:
    police, _, told = _keys(POLICE, ("Ana Lenz", SourceKind.NAMED), ("the report", SourceKind.DOCUMENT))
    assert told == police
    assert _keys(("报告", SourceKind.DOCUMENT), language="zh") == [UNSOURCED]


def test_a_document_of_an_outlet_is_the_outlet() -> None:
    outlet, report = _keys(
        ("the newspaper Halden Courier", SourceKind.OUTLET), ("a report by the Halden Courier", SourceKind.DOCUMENT)
    )
    assert report == outlet


@pytest.mark.parametrize(
    ("publisher", "url"),
    [("Open Harbour Relief", None), ("openharbourrelief.example", "https://www.openharbourrelief.example/news/1")],
)
def test_who_writes_we_is_who_publishes(publisher: str, url: str | None) -> None:
    claim = "the wall fell at noon"
    issued = article(f"We confirm that {claim}.", name="a", publisher=publisher, url=url)
    quoting = article(f"Open Harbour Relief said {claim}.", name="b", publisher="Halden Post")
    records = [*said(issued, claim, by="We", kind=SourceKind.NONE), *said(quoting, claim, by="Open Harbour Relief")]
    articles = {made.id: made for made in (issued, quoting)}
    families = Families(articles.values(), (), ())
    book = SourceBook(of(records, Attribution), articles)
    keys = {book.standing(one, articles[one.article_id], families).key for one in of(records, ClaimMention)}
    assert len(keys) == 1
    assert UNSOURCED not in keys
