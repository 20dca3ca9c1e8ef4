from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.model import Drift, Record
from sayso.stage import of
from sayso.vocab import Lost

Corroborate = Callable[[Iterable[Record]], list[Record]]


@pytest.mark.parametrize(
    ("language", "guess", "claim"),
    [
        ("en", "Perhaps Marlund deliberately opened the gates.", "Marlund's guilt is beyond doubt."),
        ("de", "Vielleicht öffnete Marlund absichtlich die Tore.", "Zweifellos trägt Marlund die Schuld."),
        ("ru", "Возможно, Марлунд намеренно открыл затворы.", "Вина Марлунда несомненна."),
    ],
)
def test_blame_hardens(corroborate: Corroborate, language: str, guess: str, claim: str) -> None:
    made = article(f"{guess} {claim}", language=language)
    records = [made, *said(made, guess, mode="hypothesis", certainty="possible"), *said(made, claim, mode="opinion")]
    (drift,) = of(corroborate(records), Drift)
    assert drift.lost is Lost.HEDGE
    assert "hardened" in {reason.code for reason in drift.reasons}


@pytest.mark.parametrize(
    "claim",
    ["Marlund is a port in the north.", "It is certain that rain will fall.", "Marlund is to blame, Ostwick said."],
)
def test_no_blame_no_marker_or_another_voice_hardens_nothing(corroborate: Corroborate, claim: str) -> None:
    guess = "Perhaps Marlund deliberately opened the gates."
    made = article(f"{guess} {claim}")
    by = "Ostwick" if "Ostwick" in claim else None
    records = [made, *said(made, guess, mode="hypothesis", certainty="possible"), *said(made, claim, by=by)]
    assert of(corroborate(records), Drift) == []


def test_a_certainty_that_comes_first_is_no_drift(corroborate: Corroborate) -> None:
    guess, claim = "Perhaps Marlund deliberately opened the gates.", "Marlund's guilt is beyond doubt."
    made = article(f"{claim} {guess}")
    records = [made, *said(made, guess, mode="hypothesis", certainty="possible"), *said(made, claim, mode="opinion")]
    assert of(corroborate(records), Drift) == []
