"""A time told in a remark dates nothing that happened; the same time in the clause itself does."""

import datetime

import pytest

from factory import article
from sayso.annotate.names import mentions
from sayso.corroborate.dating import dates_it
from sayso.model import Clock
from sayso.vocab import MentionKind

DAY = Clock(value=datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC), precision="day", text="2031-05-07", basis="given")


def dated(language: str, text: str) -> list[bool]:
    """Of each time in a text, whether it may be that of what the text tells."""
    told = article(text, language=language, published=DAY)
    times = [m for m in mentions(told) if m.kind is MentionKind.TIME and m.interval]
    return [dates_it(told, told.span(0, len(text)), time, language) for time in times]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam at Vellmar burst two years ago."),
        ("en", "Last month the dam at Vellmar burst, and forty people drowned."),
        ("en", "The port of Vellmar will close next year, which the dockers regret."),
        ("en", "The price will rise at the start of next month."),
        ("en", "The bridge, which fell on Tuesday, was old."),
        ("en", "The festival that opens in September was moved to Vellmar."),
        ("de", "Der Damm bei Vellmar brach vor zwei Jahren."),
        ("ru", "Плотина у Вельмара прорвалась два года назад."),
        ("zh", "韦尔马大坝去年溃决。"),
        ("ko", "벨마르 댐은 지난달 무너졌다."),
    ],
)
def test_a_time_of_the_clause_itself(language: str, text: str) -> None:
    assert dated(language, text) == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The general who led the coup two years ago has named himself president."),
        ("en", "The dam, built three years ago, burst over Vellmar."),
        ("en", "Inspectors have found the cause of last year's fire in Vellmar."),
        ("en", "The minister spoke of the flood of last month."),
        ("de", "Der General, der vor zwei Jahren putschte, ernannte sich zum Präsidenten."),
        ("fr", "Le général qui a mené le putsch il y a deux ans s'est proclamé président."),
        ("es", "El general que dio el golpe hace dos años se proclamó presidente."),
        ("ru", "Генерал, который возглавил переворот два года назад, объявил себя президентом."),
        ("it", "L'incendio dell'anno scorso a Vellmar fu doloso."),
        ("ja", "昨年の火災の原因が分かった。"),
    ],
)
def test_a_time_of_a_remark(language: str, text: str) -> None:
    assert dated(language, text) == [False]
