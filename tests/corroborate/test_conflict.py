import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from factory import article, counted, named, said
from sayso.model import Clock, Contradiction, Quantity, Record
from sayso.stage import of
from sayso.vocab import Aspect, Bound, Difference, MentionKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _clock(day: int) -> Clock:
    value = datetime.datetime(2031, 5, day, tzinfo=datetime.UTC)
    return Clock(value=value, precision="day", text=str(day), basis="test")


def _toll(*told: tuple[int, str, dict[str, Any]], noun: str = "people died", measure: str = "killed") -> list[Record]:
    """(day, figure as printed, quantity fields) for each article."""
    records: list[Record] = []
    for at, (day, printed, fields) in enumerate(told):
        sentence = f"In the Ostwick dam disaster {printed} {noun}, it was said at the site."
        made = article(sentence, name=str(at), published=_clock(day))
        figure = {"low": float(printed.split()[-1]), **fields}
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}"), counted(made, printed, measure, **figure)]
    return records


def _verdicts(made: Sequence[Record]) -> list[tuple[Aspect, Difference]]:
    return sorted((c.aspect, c.verdict) for c in of(made, Contradiction))


def test_two_exact_figures_conflict(corroborate: Corroborate) -> None:
    (found,) = of(corroborate(_toll((1, "65", {}), (1, "63", {}))), Contradiction)
    assert (found.aspect, found.verdict) == (Aspect.NUMBER, Difference.CONFLICT)
    assert {value.value for value in found.values} == {"65", "63"}
    assert all(value.mention_ids for value in found.values)
    assert found.explanation == "Accounts give 63 and 65 for killed."


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((1, "65", {}), (1, "at least 60", {"high": None, "bound": Bound.AT_LEAST}), Difference.BOUND),
        ((1, "65", {}), (1, "up to 70", {"low": None, "high": 70.0, "bound": Bound.AT_MOST}), Difference.BOUND),
        ((1, "74", {}), (1, "about 70", {"low": 63.0, "high": 77.0, "bound": Bound.ABOUT}), Difference.ROUNDING),
        ((1, "1034", {}), (1, "1000", {}), Difference.ROUNDING),
        ((1, "12", {}), (3, "40", {}), Difference.UPDATE),
        ((1, "40", {}), (3, "12", {}), Difference.CONFLICT),
    ],
)
def test_what_only_looks_like_a_conflict_is_told_apart(
    corroborate: Corroborate, one: tuple[Any, ...], other: tuple[Any, ...], verdict: Difference
) -> None:
    assert _verdicts(corroborate(_toll(one, other))) == [(Aspect.NUMBER, verdict)]


def test_a_crew_does_not_grow_with_time(corroborate: Corroborate) -> None:
    made = corroborate(_toll((1, "6", {}), (3, "9", {}), noun="crew were aboard", measure="crew"))
    assert _verdicts(made) == [(Aspect.NUMBER, Difference.CONFLICT)]


def test_figures_of_different_measures_do_not_conflict(corroborate: Corroborate) -> None:
    records = _toll((1, "65", {}), (1, "63", {}))
    changed: list[Record] = []
    for record in records:
        if isinstance(record, Quantity) and record.low == 63.0:
            record = Quantity(  # noqa: PLW2901
                article_id=record.article_id,
                span=record.span,
                measure="injured",
                low=63.0,
                high=63.0,
                bound=Bound.EXACT,
            )
        changed.append(record)
    assert _verdicts(corroborate(changed)) == []


def test_parts_of_one_sentence_are_scope(corroborate: Corroborate) -> None:
    sentence = "Of the 65 prisoners on the ferry 12 prisoners were from Halden."
    made = article(sentence)
    records = [made, *said(made, sentence)]
    records += [counted(made, "65 prisoners", "prisoner", 65), counted(made, "12 prisoners", "prisoner", 12)]
    assert _verdicts(corroborate(records)) == [(Aspect.NUMBER, Difference.SCOPE)]


def _two(one: str, other: str, *names: tuple[str, MentionKind]) -> list[Record]:
    records: list[Record] = []
    for at, sentence in enumerate((one, other)):
        made = article(sentence, name=f"{at}{sentence}")
        polarity = "-" if " not " in sentence else "+"
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}", polarity=polarity)]
        records += [named(made, name, kind) for name, kind in names if name in sentence]
    return records


def test_said_and_denied(corroborate: Corroborate) -> None:
    told = _two("The army warned Halden before the strike.", "The army did not warn Halden before the strike.")
    (found,) = of(corroborate(told), Contradiction)
    assert found.aspect is Aspect.POLARITY
    assert "did not warn" in found.explanation


@pytest.mark.parametrize(
    ("aspect", "names", "kind"),
    [
        (Aspect.ACTOR, ("Marlund", "Bergvik"), MentionKind.ORGANIZATION),
        (Aspect.PLACE, ("Marlund", "Bergvik"), MentionKind.PLACE),
    ],
)
def test_actor_and_place(corroborate: Corroborate, aspect: Aspect, names: tuple[str, str], kind: MentionKind) -> None:
    told = [f"The missile that hit the crowded ferry came from {name}." for name in names]
    (found,) = of(corroborate(_two(told[0], told[1], *((name, kind) for name in names))), Contradiction)
    assert (found.aspect, found.verdict) == (aspect, Difference.CONFLICT)


def test_agreement_is_no_contradiction(corroborate: Corroborate) -> None:
    assert _verdicts(corroborate(_toll((1, "65", {}), (2, "65", {}), (3, "65", {})))) == []


def test_a_flood_is_held_back_and_counted(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for at in range(14):
        word = chr(97 + at) * 4
        pair = _two(f"The {word}or had {word}ed the {word}is.", f"The {word}or had not {word}ed the {word}is.")
        records += pair
    found = of(corroborate(records), Contradiction)
    held = [reason.detail for c in found for reason in c.reasons if reason.code == "held_back"]
    assert len(found) == 12
    assert held == ["2 more of this kind, in fewer mentions, are not shown"]
