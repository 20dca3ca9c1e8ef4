"""“Words.” — Name: who said them stands behind a dash, alone on the line."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def found(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    of = article(text, language=language)
    read = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    return [(a.source_name, a.content[0].exact) for a in read if a.construction == "quote-dash-source"]


@pytest.mark.parametrize(
    ("language", "text", "source", "words"),
    [
        ("en", "“The dam held for forty years.” ― Ana Lenz", "Ana Lenz", "“The dam held for forty years.”"),
        ("en", "“Nobody asked us.” -- Karl M. Vold, Halden", "Karl M. Vold, Halden", "“Nobody asked us.”"),
        ("fr", "« La digue tenait. » — Ana Lenz", "Ana Lenz", "« La digue tenait. »"),
        ("ru", "«Плотина стояла сорок лет». — Иван Лесной", None, ""),
        ("de", "„Der Damm hielt vierzig Jahre.“ – Ana von Lenz", "Ana von Lenz", "„Der Damm hielt vierzig Jahre.“"),
    ],
)
def test_a_name_behind_a_dash_says_what_stands_before_it(
    language: str, text: str, source: str | None, words: str
) -> None:
    assert found(text, language) == ([(source, words)] if source else [])


def test_each_line_of_a_paragraph_has_its_own() -> None:
    text = "“It held.” ― Ana Lenz\n“He says it is fine, but it was old.” ― Boris Kram"
    assert [who for who, _ in found(text)] == ["Ana Lenz", "Boris Kram"]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam” — Norland's pride — broke.",
        "She called it “the dam” — Ana Lenz",
        "“The dam held.” — and then it broke",
        "“The dam held.”",
    ],
)
def test_no_other_dash_names_a_speaker(text: str) -> None:
    assert found(text) == []
