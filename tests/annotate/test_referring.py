"""What somebody refers to is spoken of and is no source, unless it is a report or an outlet. All invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

TOPICS = [
    ("en", "Referring to her brother Tomas Weld’s loss of his licence, she said, “We were late because of the roads.”"),
    ("en", "Referring to his partner's dismissal from the board, Dorn said that he would stay."),
    (
        "en",
        "“He spoke of Harlan Gas,” Dorn said, referring to the company in Velnia where Piet Sarn served on the board.",
    ),
    ("en", "“They wanted the files,” Dorn said, referring to the mine in Halden where her brother worked."),
    ("es", "La ministra dijo, en referencia a la mina de Halden, que seguirá cerrada."),
    ("it", "La ministra ha detto, facendo riferimento a una miniera di Halden, che resterà chiusa."),
]
TOLD = [
    ("en", "The police said six people died, referring to a hospital report.", "a hospital report"),
    ("en", "The ministry said two people died, referring to a statement of the company.", "a statement of the company"),
    ("en", "The police said six people died, citing the hospital.", "the hospital"),
]


@pytest.mark.parametrize(("language", "text"), TOPICS)
def test_what_is_spoken_of_relays_nothing(language: str, text: str) -> None:
    of = article(text, language=language)
    made = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    assert made
    assert not [a for a in made if a.construction == "citing"]


@pytest.mark.parametrize(("language", "text", "who"), TOLD)
def test_a_report_referred_to_relays_what_is_said(language: str, text: str, who: str) -> None:
    of = article(text, language=language)
    made = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    assert [a.source_name for a in made if a.construction == "citing"] == [who]
