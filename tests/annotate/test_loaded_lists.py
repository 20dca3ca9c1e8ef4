"""The shipped lists of loaded words: names and plain words that only begin like a slur are left alone."""

import pytest

from factory import article
from sayso import lexicon
from sayso.annotate.rhetoric import RhetoricStage
from sayso.model import RhetoricalDevice


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ombudswoman Moskalenkova met Mr Khokholin."),
        ("ru", "Омбудсмен Москаленкова встретила Хохлову."),
        ("ru", "Урожай хлопка вырос, сказал Укропин."),
        ("uk", "Депутат Москаленко зустрів Хохлову біля складу бавовни."),
        ("pl", "Posłanka Moskalewska opisała lemingi."),
        ("es", "La fachada cayó y un gusano salió."),
        ("fr", "Les valets du jeu de cartes sont noirs."),
        ("tr", "Uşaklar köyünde kuklalar oynadı."),
    ],
)
def test_surnames_and_plain_words_are_no_slurs(language: str, text: str) -> None:
    of = article(text, language=language)
    assert [d.span.exact for d in RhetoricStage().run(of.id, [of]) if isinstance(d, RhetoricalDevice)] == []


@pytest.mark.parametrize("language", lexicon.languages("loaded"))
def test_every_list_says_where_it_comes_from(language: str) -> None:
    shipped = lexicon.load("loaded", language)
    assert shipped.source
    assert shipped.licence == "Apache-2.0"
    assert shipped.label.startswith(f"loaded.{language} ")
