"""What spilled, fell, burned and flowed, in several languages: rivals, other places, limits, other stretches."""

import datetime
from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.annotate.names import NameStage
from sayso.annotate.quantities import quantities
from sayso.model import Clock, Contradiction, Record
from sayso.stage import of
from sayso.vocab import Aspect, Difference

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _records(*told: tuple[str, str]) -> list[Record]:
    records: list[Record] = []
    for at, (language, text) in enumerate(told):
        clock = Clock(value=datetime.datetime(2031, 3, 11, tzinfo=datetime.UTC), precision="day", text="", basis="test")
        made = article(text, name=str(at), language=language, published=clock)
        records += [made, *said(made, text, by=f"Source{chr(65 + at)}"), *quantities(made)]
        records += NameStage().run(made.id, [made])
    return records


def _values(made: Iterable[Record], topic: str, verdict: Difference) -> set[str]:
    found = [c for c in of(list(made), Contradiction) if c.aspect is Aspect.NUMBER and c.topic == topic]
    return {v.value for c in found if c.verdict is verdict for v in c.values}


@pytest.mark.parametrize(
    ("topic", "told", "values"),
    [
        (
            "volume that escaped",
            (
                ("en", "The spill from the burst dam at Brennick was 1.1 million cubic metres."),
                ("de", "Bei dem Dammbruch in Brennick sind 400.000 Kubikmeter Schlamm ausgetreten."),
                ("ru", "Из прорванной плотины в Бренник вытекло 900 тыс. кубометров."),
            ),
            {"1100000 m³", "400000 m³", "900000 m³"},
        ),
        (
            "rain",
            (
                ("en", "In 48 hours 96 millimetres of rain fell before the dam at Brennick burst."),
                ("cs", "Před protržením hráze v Brennick spadlo 31 milimetrů srážek."),
            ),
            {"96 mm", "31 mm"},
        ),
        (
            "arsenic content",
            (
                ("en", "The river below the dam at Brennick held 0.48 milligrams of arsenic per litre."),
                ("hu", "A Brennick gátja alatti folyóban az arzén 9 mikrogramm volt literenként."),
            ),
            {"0.48 mg", "0.009 mg"},
        ),
        (
            "burnt area",
            (
                ("en", "The forest fire near Brennick has burned 120 hectares."),
                ("el", "Η πυρκαγιά στο δάσος κοντά στο Brennick έκαψε 300 εκτάρια."),
            ),
            {"120 ha", "300 ha"},
        ),
        (
            "height",
            (
                ("en", "The dam at Brennick was 47 metres high when it burst."),
                ("de", "Der Damm in Brennick war 52 Meter hoch, als er brach."),
            ),
            {"47 m", "52 m"},
        ),
        (
            "damage in money",
            (
                ("en", "The flood in Brennick caused damage of 600 million euros."),
                ("pl", "Powódź w Brennick spowodowała szkody na 350 mln euro."),
            ),
            {"600000000 EUR", "350000000 EUR"},
        ),
    ],
)
def test_what_was_measured_is_compared_in_any_language(
    topic: str, told: tuple[tuple[str, str], ...], values: set[str], corroborate: Corroborate
) -> None:
    assert _values(corroborate(_records(*told)), topic, Difference.CONFLICT) == values


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        (  # the length of the breach is not the height of the dam
            "height",
            (
                ("en", "The dam at Brennick was 47 metres high when it burst."),
                ("en", "The breach in the dam at Brennick is 52 metres long."),
            ),
        ),
        (  # a limit is measured by nobody
            "height",
            (
                ("en", "The dam at Brennick was 47 metres high when it burst."),
                ("en", "The permit for the dam at Brennick allows 42 metres in height."),
            ),
        ),
        (  # other things are high too
            "height",
            (
                ("en", "The dam at Brennick was 47 metres high when it burst."),
                ("en", "The factory chimney at Brennick is 90 metres high."),
            ),
        ),
        (  # in other stretches of time
            "rain",
            (
                ("en", "In 48 hours 96 millimetres of rain fell at Brennick before the flood."),
                ("en", "In one hour 12 millimetres of rain fell at Brennick before the flood."),
            ),
        ),
        (  # in other currencies
            "damage in money",
            (
                ("en", "The flood in Brennick caused damage of 600 million euros."),
                ("en", "The flood in Brennick caused damage of 700 million dollars."),
            ),
        ),
        (  # of two sums only one is damage
            "damage in money",
            (
                (
                    "en",
                    "The flood did 600 million euros of damage and moved the bank to stop a 35 billion euro fall.",
                ),
                ("en", "The flood in Brennick caused damage of 600 million euros."),
            ),
        ),
        (  # water brought is no spill
            "volume that escaped",
            (
                ("en", "After the dam at Brennick burst, 400 cubic metres of sludge escaped."),
                ("en", "After the dam at Brennick burst, tankers brought 90 cubic metres of drinking water."),
            ),
        ),
    ],
)
def test_what_is_not_of_the_same_is_no_rival(
    topic: str, told: tuple[tuple[str, str], ...], corroborate: Corroborate
) -> None:
    assert not _values(corroborate(_records(*told)), topic, Difference.CONFLICT)


def test_two_units_of_one_value_are_one(corroborate: Corroborate) -> None:
    made = corroborate(
        _records(
            ("en", "The river below the dam at Brennick held 0.009 milligrams of arsenic per litre."),
            ("fr", "La rivière sous la digue de Brennick contenait 9 microgrammes d'arsenic par litre."),
        )
    )
    assert not [c for c in of(made, Contradiction) if c.topic == "arsenic content"]
