"""Words that go on from the last speaker by mood or by a verb without a subject, and clauses behind a colon."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def said(text: str, language: str) -> set[tuple[str | None, str]]:
    """(who, content) of each attribution, piece by piece."""
    of = article(text, language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution))
    return {(a.resolved_name or a.source_name, piece.exact) for a in made for piece in a.content}


SAID = [
    (
        "de",
        "Drei Boote seien gesunken, sagte Sprecher Paul Lenz am Montag. Verletzt worden seien neun Menschen.",
        ("Sprecher Paul Lenz", "Verletzt worden seien neun Menschen"),
    ),
    (
        "es",
        "El portavoz, Juan Lerma, denunció que los soldados dispararon. Seis de las víctimas son menores, precisó.",
        ("El portavoz, Juan Lerma", "Seis de las víctimas son menores"),
    ),
    (
        "pt",
        "O exército nega ter mirado em civis. Diz que os soldados atiraram para o alto.",
        ("O exército", "que os soldados atiraram para o alto"),
    ),
    (
        "it",
        "Gli insorti lo ripetono da giorni: secondo il portavoce Paolo Neri sono saltate le munizioni in cantina.",
        ("il portavoce Paolo Neri", "sono saltate le munizioni in cantina"),
    ),
    (
        "nl",
        "Volgens de Beweging Vrij Noord zaten er 160 gevangenen in de kazerne.",
        ("de Beweging Vrij Noord", "zaten er 160 gevangenen in de kazerne"),
    ),
    # whom a relative clause follows accuses, or denies
    (
        "fr",
        "Neuf personnes sont mortes, a annoncé le ministère, qui accuse l'armée d'avoir tiré sur la foule.",
        ("le ministère", "l'armée d'avoir tiré sur la foule"),
    ),
    (
        "pt",
        "Nove pessoas morreram, anunciou o Ministério do Interior, que acusa os rebeldes de terem disparado.",
        ("o Ministério do Interior", "os rebeldes de terem disparado"),
    ),
    (
        "it",
        "Nove persone sono morte, ha annunciato il ministero, che accusa l'esercito di aver sparato.",
        ("il ministero", "l'esercito di aver sparato"),
    ),
    (
        "es",
        "Nueve personas murieron, anunció el Ministerio de Salud, que acusa al Ejército de haber disparado.",
        ("el Ministerio de Salud", "al Ejército de haber disparado"),
    ),
    (
        "pl",
        "Zginęło 9 osób – podało ministerstwo zdrowia, które oskarża wojsko o otwarcie ognia.",
        ("ministerstwo zdrowia", "wojsko o otwarcie ognia"),
    ),
]


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_who_says_it(language: str, text: str, pair: tuple[str, str]) -> None:
    assert pair in said(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Los vecinos dijeron que el río creció. Seis de las víctimas son menores, precisó.",  # a singular verb
        "Ana Lerma dijo que llovía y Juan Mora afirmó que nevaba. Seis de las víctimas son menores, precisó.",
    ],
)
def test_who_goes_on_agrees_and_is_alone(text: str) -> None:
    assert (None, "Seis de las víctimas son menores") in said(text, "es")
