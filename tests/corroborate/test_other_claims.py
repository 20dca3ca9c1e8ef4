"""What keeps two statements apart whichever way they are worded, and what must not: denials turned, units, lands."""

import itertools

import pytest

from read_through import read_through
from sayso.corroborate.profile import Profiles
from sayso.corroborate.vetoes import vetoes

Told = tuple[str, str]
"""A language and a text."""


def _between(one: Told, other: Told) -> set[str]:
    """What the vetoes between the whole of two texts say."""
    profiles = Profiles(read_through(one, other)).ordered()
    whole = [p for p in profiles if len(p.mention.span.exact) >= 0.8 * len(p.article.text)]
    return {veto.detail for pair in itertools.combinations(whole, 2) for veto in vetoes(*pair)}


TURNED = "each denies what the other affirms"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("en", "Frost, not sabotage, cut the power line to Ostwick."),
            ("en", "Sabotage, not frost, cut the power line to Ostwick."),
        ),
        (
            ("ru", "Колонну под Брегвиком обстреляли не солдаты, а боевики."),
            ("ru", "Колонну под Брегвиком обстреляли не боевики, а солдаты."),
        ),
        (
            ("de", "Nicht der Fahrer, sondern der Lotse hat das Schiff vor Bergvik auf Grund gesetzt."),
            ("de", "Nicht der Lotse, sondern der Fahrer hat das Schiff vor Bergvik auf Grund gesetzt."),
        ),
    ],
)
def test_a_denial_turned_round_is_another_claim(one: Told, other: Told) -> None:
    assert TURNED in _between(one, other)
    assert TURNED not in _between(one, one)


def test_the_same_denial_in_another_order_is_one_claim() -> None:
    one = ("en", "Frost, not sabotage, cut the power line to Ostwick.")
    assert TURNED not in _between(one, ("en", "It was frost that cut the power line to Ostwick, not sabotage."))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "The guns at Bergvik fell silent under a truce of 48 hours.",
            "Le cessez-le-feu à Bergvik durera 9 semaines.",
            True,
        ),
        (
            "The guns at Bergvik fell silent under a truce of 48 hours.",
            "Le cessez-le-feu à Bergvik durera 2 jours.",
            False,
        ),
        ("The wreck off Bergvik lies 1,800 metres down.", "L'épave au large de Bergvik gît à 2 kilomètres.", False),
        ("The wreck off Bergvik lies 1,800 metres down.", "L'épave au large de Bergvik gît à 5 kilomètres.", True),
    ],
)
def test_measures_are_compared_across_units(one: str, other: str, *, apart: bool) -> None:
    found = {detail for detail in _between(("en", one), ("fr", other)) if " against " in detail}
    assert bool(found) is apart


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        (
            ("en", "Bread prices in Ostwick doubled."),
            ("fr", "À Ostwick, le prix du pain a été divisé par deux."),
            "double/halve",
        ),
        (
            ("es", "Sube a 31 la cifra de muertos en Ostwick."),
            ("en", "The Ostwick toll was revised down to 31 dead."),
            "rise/fall",
        ),
    ],
)
def test_what_doubles_is_not_halved_and_what_rises_not_revised_down(one: Told, other: Told, pair: str) -> None:
    assert f"opposite words ({pair})" in _between(one, other)
    assert f"opposite words ({pair})" not in _between(one, one)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Викрадено дані трьох лікарень Острівця.", "hospital"),
        ("На місце прибули п'ятеро лікарів з Острівця.", "rescuer"),
    ],
)
def test_ukrainian_hospitals_are_no_doctors(text: str, measure: str) -> None:
    figures = {figure.measure for p in Profiles(read_through(("uk", text))).ordered() for figure in p.figures}
    assert figures == {measure}
