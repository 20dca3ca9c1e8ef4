"""What something is put down to, where a body speaks without a subject, and where a source ends that a marker names."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def read(text: str, language: str) -> list[tuple[str, str]]:
    """(who, what) of each attribution that is asserted."""
    of = article(text, language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted)
    return [(a.source_name or "", " ".join(piece.exact for piece in a.content)) for a in made]


@pytest.mark.parametrize(
    ("language", "text", "who", "what"),
    [
        ("cs", "Firma Lumar vinu svádí na deště.", "Firma Lumar", "deště"),
        ("el", "Η εταιρεία απέδωσε το ατύχημα στις βροχές.", "εταιρεία", "βροχές"),
        ("hr", "Tvrtka za nesreću krivi obilne kiše.", "Tvrtka", "kiše"),
        ("nl", "Het bedrijf wijt het ongeluk aan regenval.", "bedrijf", "regenval"),
        ("pt", "A empresa atribui o acidente às chuvas.", "empresa", "chuvas"),
        ("sv", "Bolaget skyller olyckan på regn.", "Bolaget", "regn"),
        ("en", "The company put the spill at about 400,000 cubic metres.", "company", "400,000"),
        ("en", "The ministry cut the number of dead to 22.", "ministry", "22"),
        ("ru", "В министерстве обороны Лунда сообщили о 11 погибших.", "министерстве", "11 погибших"),
        ("ru", "Авария, уточнили в «Норлен Комбайн», произошла ночью.", "Норлен Комбайн", "произошла"),
        ("de", "Der Damm brach dem Ministerium zufolge um 3.20 Uhr.", "dem Ministerium", "Der Damm brach"),
        ("de", "Die Brücke wurde einem Sprecher der Polizei zufolge gesperrt.", "einem Sprecher der Polizei", "Brücke"),
        ("de", "Die Ministerin warf den Behörden vor, das Land zu spät gewarnt zu haben.", "Ministerin", "zu spät"),
        ("it", "Sono 180 mila secondo l'agenzia, 210 mila secondo il sindaco.", "l'agenzia", "180 mila"),
        ("sv", "Enligt ministeriet saknas fortfarande 17 personer.", "ministeriet", "saknas fortfarande"),
        ("sv", "Enligt polisens talesman Danica Hruz greps två män.", "Danica Hruz", "greps två män"),
        ("sv", "Enligt myndigheten för samhällsskydd har 23 omkommit.", "samhällsskydd", "har 23 omkommit"),
        ("fr", "La protection civile fait désormais état de 23 morts.", "La protection civile", "23 morts"),
    ],
)
def test_who_says_what(language: str, text: str, who: str, what: str) -> None:
    assert any(who in name and what in content for name, content in read(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry cut 22 jobs in the north."),
        ("cs", "Voda svádí lidi k odpočinku."),
        ("de", "Die Firma macht für die Kinder Essen."),
        ("ru", "В пятницу на площади говорили о погоде."),
    ],
)
def test_where_nothing_is_said(language: str, text: str) -> None:
    assert [name for name, _ in read(text, language) if name] == []


def test_a_source_ends_before_its_own_verb() -> None:
    assert "brach" not in read("Der Damm brach dem Ministerium zufolge um 3.20 Uhr.", "de")[0][0]
