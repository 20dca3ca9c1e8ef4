"""Whose figure, count, list, stand or data it is in ten languages beside English, and what is nobody's word there."""

from pathlib import Path

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

FOLDER = Path(__file__).parent / "body_figures"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table: a line each, fields parted by bars; a "#" opens a remark."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [tuple(line.split("|")) for line in lines if line and not line.startswith("#")]


def told(text: str, language: str) -> list[tuple[str, str]]:
    """(source, words) of each relation, its words joined."""
    of = article(text, headline="What is known so far", language=language)
    made = (one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution) and one.asserted)
    return [(one.source_name or "", " … ".join(piece.exact for piece in one.content)) for one in made]


@pytest.mark.parametrize(("language", "text", "who", "what"), rows("said.txt"))
def test_a_figure_of_a_body_is_its_word(language: str, text: str, who: str, what: str) -> None:
    found = told(text, language)
    assert any(who.lower() in source.lower() and what.lower() in words.lower() for source, words in found), found


@pytest.mark.parametrize(("language", "text"), rows("silent.txt"))
def test_what_nobody_counts_is_nobodys_word(language: str, text: str) -> None:
    assert [source for source, _ in told(text, language) if source] == []


def test_a_figure_that_is_denied_is_not_stated() -> None:
    assert told("Die Zählung des Ministeriums steht nicht bei neun Toten.", "de") == []
    assert told("Le bilan de la préfecture n'est pas de 12 morts.", "fr") == []
    assert told("El balance de la policía no es de doce muertos.", "es") == []


def test_whose_data_stands_in_a_bracket_has_counted_all_before_it() -> None:
    [(source, words)] = told("24 osoby trafiły do szpitala (dane straży pożarnej).", "pl")
    assert "straży pożarnej" in source
    assert words == "24 osoby trafiły do szpitala"


def test_their_version_is_not_who_stands_by_it() -> None:
    assert [source for source, _ in told("La police maintient sa version : les soldats ont tiré.", "fr")] == [
        "La police"
    ]
