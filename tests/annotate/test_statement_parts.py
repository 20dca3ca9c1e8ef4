"""Statements inside longer ones: tolls, and clauses that "and" adds."""

import pytest

from sayso.annotate import cues
from sayso.annotate.statement_parts import statement_parts
from sayso.extract.plain import from_plain


def _parts(text: str, language: str) -> list[str]:
    article = from_plain(text, language=language, capture_id="one")
    grammar = cues.grammar(language)
    assert grammar is not None
    whole = text.rstrip(".。")
    return [text[start:end] for start, end in statement_parts(article, (0, len(whole)), grammar)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "en",
            "A bus was hit on the Tarn road on Tuesday, killing at least 17 people.",
            ["killing at least 17 people"],
        ),
        ("en", "The ministry counts 17 dead, around 40 wounded.", ["The ministry counts 17 dead", "around 40 wounded"]),
        ("fr", "L'attaque a fait 23 morts et 40 blessés.", ["L'attaque a fait 23 morts", "40 blessés"]),
        ("de", "Das Lager brannte in der Nacht aus, neun Menschen starben.", ["neun Menschen starben"]),
        ("ru", "Автобус попал под обстрел, погибли 17 человек.", ["погибли 17 человек"]),
        (
            "es",
            "El buque se salió del corredor y chocó con una mina.",
            ["El buque se salió del corredor", "chocó con una mina"],
        ),
        (
            "en",
            "The ship had left the agreed lane and struck an old mine.",
            ["The ship had left the agreed lane", "struck an old mine"],
        ),
        ("pl", "Statek zboczył z toru i wpłynął na starą minę.", ["Statek zboczył z toru", "wpłynął na starą minę"]),
        (
            "en",
            "Staff visited the morgues in Tarn and Ostrel and counted 23 bodies there.",
            ["Staff visited the morgues in Tarn and Ostrel", "counted 23 bodies there"],
        ),
        (
            "en",
            "26 people are confirmed dead and six are missing.",
            ["26 people are confirmed dead", "six are missing"],
        ),
    ],
)
def test_what_can_be_read_alone_is_a_part(language: str, text: str, parts: list[str]) -> None:
    assert _parts(text, language) == parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least 17 people were killed."),  # all of it
        ("en", "The ship had not left the lane and struck a mine."),  # is the second denied too?
        ("en", "The road may open if the rain stops and the river falls."),
        ("en", "The road was shut before the dam broke and killed nine of the crew."),
        ("en", "He said “the ship left the lane and struck a mine”."),
        ("en", "65 captured men, six crew and three escorts were aboard."),  # a list
        ("en", "The envoy called on Tarn and Ostrel to let inspectors in."),
        ("de", "Der Minister und sein Sprecher waren in Halden."),
        ("en", "The court cleared Ivo Morn of charges that he took the money and shot two men."),
        ("en", "The mayor called it a lie that the ship left the lane and struck a mine."),
        ("en", "Could it be that the ship left the lane and struck a mine?"),
        ("en", "At least 17 people were killed or wounded in the raid, two of them children."),
        ("de", "17 Menschen wurden bei dem Angriff getötet oder verletzt, darunter zwei Kinder."),
        ("zh", "事故造成17人死亡、失踪或受伤。"),
        ("en", "The market was closed on 24 and 25 December saw protests."),
        ("en", "Of the 31 dead, many came from Tarn."),
        ("en", "The dam broke at night, " + "and so did others further down the river " * 30 + ", killing 17 people."),
    ],
)
def test_what_cannot_is_none(language: str, text: str) -> None:
    assert not _parts(text, language)
