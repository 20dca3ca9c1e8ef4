"""Nynorsk in invented sentences: who says what, what is the writer's, what numbers count, how sure it is, and when."""

import pytest

from certainty_of import values
from factory import article
from sayso.annotate.claims import claim_mentions
from told_by import attributions, counted, sayings

ROWS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Talskvinna for politiet, Siri Lund, seier at to personar er sakna.",
        [("Talskvinna for politiet, Siri Lund", "at to personar er sakna")],
    ),
    ("«Båten var gammal,» seier Ola Vik.", [("Ola Vik", "«Båten var gammal,»")]),
    ("Ifølgje politiet er brua stengd.", [("politiet", "er brua stengd")]),
    ("Regjeringa opplyser at vatnet er ureina.", [("Regjeringa", "at vatnet er ureina")]),
    ("Ordføraren hevdar at kommunen ikkje visste noko.", [("Ordføraren", "at kommunen ikkje visste noko")]),
    ("Selskapet nektar for at fabrikken er farleg.", [("Selskapet", "at fabrikken er farleg")]),
    ("«Eg høyrde eit smell,» fortel nabo Kari Moe.", [("nabo Kari Moe", "«Eg høyrde eit smell,»")]),
    (
        "I ei pressemelding skriv selskapet at produksjonen held fram.",
        [("selskapet", "at produksjonen held fram")],
    ),
    (
        "Overlege Nils Berg stadfestar at tolv pasientar er innlagde.",
        [("Overlege Nils Berg", "at tolv pasientar er innlagde")],
    ),
    ("Det fryktast at fleire er omkomne.", [(None, "at fleire er omkomne")]),
    ("Sju er døde, melder brannvesenet.", [("brannvesenet", "Sju er døde")]),
    ("Hamnevesenet vedgjekk at alarmen ikkje verka.", [("Hamnevesenet", "at alarmen ikkje verka")]),
    ("Talspersonen ville ikkje kommentere saka.", []),
    ("Politiet pågreip ni menn.", []),
    ("Brua rasa saman måndag morgon.", []),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_who_says_what(text: str, told: list[tuple[str | None, str]]) -> None:
    assert sayings(attributions(text, "nn")) == told


def test_what_nobody_is_named_for_is_the_writers() -> None:
    of = article("Brua rasa saman måndag morgon.", language="nn")
    assert [m.attribution_id for m in claim_mentions(of, [])] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trettifire personar døydde og 112 blei skadde.", [(34, 34, "killed"), (112, 112, "injured")]),
        ("Talet på drepne har auka til 34.", [(34, 34, "killed")]),
        ("Minst 27 personar er sakna.", [(27, None, "missing")]),
        ("Politiet pågreip ni menn.", [(9, 9, "arrested")]),
        ("Fleire enn 2000 innbyggjarar vart evakuerte.", [(2000, None, "evacuated")]),
        ("Rundt 300 demonstrantar vart arresterte.", [(270, 330, "protester arrested")]),
        ("Tolv pasientar er innlagde på sjukehus.", [(12, 12, "hospitalised")]),
        ("Ingen vart drepne.", [(0, 0, "killed")]),
        ("18.000 menneske er utan straum.", [(18000, 18000, "without_power")]),
        ("Ein 61 år gammal mann døydde.", [(61, 61, "age")]),
    ],
)
def test_what_numbers_count(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    assert counted(text, "nn") == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Demningen brast tysdag kveld.", "certain statement +"),
        ("Kanskje brast demningen om natta.", "possible hypothesis +"),
        ("Truleg brast demningen om natta.", "probable statement +"),
        ("Skulen skal opne att neste veke.", "certain prediction +"),
        ("Demningen vart ikkje kontrollert i mars.", "certain statement -"),
        ("Viss demningen brest, vil byen bli overfløymd.", "possible prediction +"),
    ],
)
def test_how_sure_it_is(text: str, sure: str) -> None:
    assert values(text, "nn") == [sure]
