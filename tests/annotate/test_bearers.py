"""Whom "he", "it" and "its statement" stand for where no list of given names helps."""

import pytest

from factory import article
from sayso.annotate import bearers
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.coreference import Names
from sayso.model import Attribution
from sayso.vocab import SourceKind


def resolved(text: str) -> set[tuple[str | None, str | None]]:
    """(source, the fuller name behind it) of each attribution."""
    of = article(text, language="en")
    return {(a.source_name, a.resolved_name) for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)}


RESOLVED = [
    # a name that an office stands beside
    (
        "The mill's spokesman, Oral Tegin, dismissed that account. He said 48 people had been hurt.",
        ("He", "Oral Tegin"),
    ),
    (
        "Its director, Ibrem Sakat, told us by phone that nine boats had sunk. “We have 60 wounded,” he said.",
        ("he", "Ibrem Sakat"),
    ),
    (
        "“Three?” its spokesman, Dr. Oral Tegin, said. At least 19 were hurt, according to him.",
        ("him", "Dr. Oral Tegin"),
    ),
    (
        "Yunus Vareb, head of the Port Union, said a tank had blown up. He denied negligence.",
        ("He", "Yunus Vareb, head of the Port Union"),
    ),
    (
        "Yunus Vareb, head of the Port Union, said a tank had blown up. Nobody was hurt, Vareb said.",
        ("Vareb", "Yunus Vareb, head of the Port Union"),
    ),
    ("Yunus Vareb, 61, said a tank had blown up. Nobody was hurt, Vareb said.", ("Vareb", "Yunus Vareb")),
    (
        "Imrad Oskan, the governor who said on Tuesday that it burst, took it back. He told Radio Velm it held.",
        ("He", "Imrad Oskan"),
    ),
    # somebody called by what he does
    (
        "Nobody came. A guard who asked not to be named said the gate was open. The crowd numbered 4,000, he said.",
        ("he", "A guard who asked not to be named"),
    ),
    (
        "The man, an employee of Halden Ridge, spoke on Friday. He told The Sentinel that the gate was open.",
        ("He", "The man, an employee of Halden Ridge"),
    ),
    ("Imrad Sattar, 19, was near the gate when it started, he said.", ("he", "Imrad Sattar")),
    # a body
    (
        "The Norvan Armed Forces said they had fired in the air. “The army knows of no casualties,” it added.",
        ("it", "The Norvan Armed Forces"),
    ),
    (
        "Troops fired, witnesses said, and a local hospital said it had taken in 24 dead. Four were boys, it said.",
        ("it", "a local hospital"),
    ),
    ("The Velm Harbour's ministry has put out its list. Twenty dead, it says.", ("it", "The Velm Harbour's ministry")),
    (
        "A rocket struck the mill, the Interior Ministry said. Thirty-one guards died, according to its statement.",
        ("its statement", "the Interior Ministry"),
    ),
    (
        "It is not among those studied by the group Plainview, whose own report described a long burst.",
        ("whose own report", "the group Plainview"),
    ),
]


@pytest.mark.parametrize(("text", "pair"), RESOLVED)
def test_who_is_meant(text: str, pair: tuple[str, str]) -> None:
    assert pair in resolved(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry issued a report. It says that nine died.",  # the ministry or the report
        "The harbour council has met the port committee. It said it would appeal.",
        "A guard said the gate was open. The doctor left. He said that nobody shot.",
    ],
)
def test_two_may_be_meant(text: str) -> None:
    assert {meant for source, meant in resolved(text) if source in ("It", "He")} <= {None}


def test_a_body_and_a_place_are_no_full_name() -> None:
    assert bearers.is_full_name("Lt Col Oral Tegin", "en")
    assert not bearers.is_full_name("Velm Council", "en")
    assert not bearers.is_full_name("Tegin", "en")


@pytest.mark.parametrize(
    "name",
    [
        "Anna Berg, Per Lund and the mayor of Halden",
        "Anna Berg, citing a spokesman for the port",
        "Anna Berg, whose husband is the minister",
        "Anna Berg, 61, the mayor",
        "Reuters, citing a spokesman for the port",
    ],
)
def test_what_stands_behind_a_name_is_no_post(name: str) -> None:
    names = Names("", "en")
    names.add(0, name, SourceKind.NAMED)
    assert names.introduced_as(name.split(",", maxsplit=1)[0]) is None
