"""Words that go on from the last speaker by mood or by a verb without a subject, and clauses behind a colon."""

import pytest

from factory import article
from sayso.annotate import cues
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.relations import Relation
from sayso.annotate.soundness import settle
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
    # for whom it is so
    ("it", "Per il ministero della Sanità le vittime sono 34.", ("il ministero della Sanità", "le vittime sono 34")),
    (
        "fr",
        "Pour le collectif Horizon, qui a vu des images, l'explosion s'est produite dans la cave.",
        ("le collectif Horizon", "l'explosion s'est produite dans la cave"),
    ),
    # who keeps to his view
    (
        "nl",
        "De regering blijft bij haar versie van de feiten.",
        ("De regering", "haar versie van de feiten"),
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
    ("language", "text"),
    [
        ("it", "Per il ministero le spese sono 34 milioni."),
        ("es", "Los precios se mantienen en 3 euros."),
    ],
)
def test_what_is_nobody_s_view(language: str, text: str) -> None:
    assert said(text, language) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Los vecinos dijeron que el río creció. Seis de las víctimas son menores, precisó.",  # a singular verb
        "Ana Lerma dijo que llovía y Juan Mora afirmó que nevaba. Seis de las víctimas son menores, precisó.",
    ],
)
def test_who_goes_on_agrees_and_is_alone(text: str) -> None:
    assert (None, "Seis de las víctimas son menores") in said(text, "es")


@pytest.mark.parametrize(("content", "says"), [("no proof of it", True), ("no time for it", False)])
def test_to_have_found_no_proof_is_to_report_it(content: str, says: bool) -> None:
    text, grammar = f"The army has now found {content}.", cues.grammar("en")
    assert grammar is not None
    relation = Relation([(0, 8)], [(9, 22)], [(23, len(text) - 1)], "network")
    settle(text, relation, [(0, len(text))], grammar)
    assert relation.asserted is says
