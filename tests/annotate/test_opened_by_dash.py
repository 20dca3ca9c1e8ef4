"""– C1. C2, V S: a paragraph that a dash opens is speech up to the tag that names the speaker."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def read(text: str, language: str) -> list[Attribution]:
    """The attributions in a text."""
    of = article(text, language=language)
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]


@pytest.mark.parametrize(
    ("language", "text", "who", "pieces"),
    [
        ("sv", "– Ingen siren hördes. Vi hade ingen chans, säger Danica Hruz.", "Danica Hruz", 2),
        ("sv", "– Ingen siren hördes. Vi hade ingen chans, säger hon till Norrbladet.", "hon", 2),
        ("sv", "– Allt är borta, säger Danica Hruz, lärare i byn.", "Danica Hruz", 1),
        ("fi", "– Näemme yhden signaalin. Se on sortuma, sanoo päivystäjä Owen Tarrant.", "Owen Tarrant", 2),
    ],
)
def test_all_up_to_the_tag_is_said(language: str, text: str, who: str, pieces: int) -> None:
    (one,) = read(text, language)
    assert who in (one.source_name or "")
    assert len(one.content) == pieces
    assert one.content[0].start == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "– Dammen brast 2019. Ministern sade att den höll."),  # an item of a list, and who said something else
        ("sv", "Dammen brast. Den var ny, säger Danica Hruz."),
    ],
)
def test_what_no_dash_opens_is_the_writers(language: str, text: str) -> None:
    assert all(len(one.content) == 1 for one in read(text, language))
