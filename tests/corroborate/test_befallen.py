"""Counts of some of the dead, of an earlier event, of bodies, and of what one strike left."""

import datetime
from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.annotate.names import NameStage
from sayso.annotate.quantities import quantities
from sayso.corroborate.befallen import group_befallen
from sayso.corroborate.counted_states import tallied
from sayso.corroborate.profile import Profiles
from sayso.model import Clock, Contradiction, Record
from sayso.stage import of
from sayso.vocab import Aspect, Difference

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _clock(day: int) -> Clock:
    return Clock(value=datetime.datetime(2031, 3, day, tzinfo=datetime.UTC), precision="day", text="", basis="test")


def _records(*told: tuple[str, str], day: int = 11) -> list[Record]:
    records: list[Record] = []
    for at, (language, text) in enumerate(told):
        clock = Clock(
            value=datetime.datetime(2031, 3, day, tzinfo=datetime.UTC), precision="day", text="", basis="test"
        )
        made = article(text, name=str(at), language=language, published=clock)
        records += [made, *said(made, text, by=f"Source{chr(65 + at)}"), *quantities(made)]
        records += NameStage().run(made.id, [made])
    return records


def _numbers(made: Iterable[Record]) -> dict[str, dict[Difference, set[str]]]:
    found: dict[str, dict[Difference, set[str]]] = {}
    for c in of(list(made), Contradiction):
        if c.aspect is Aspect.NUMBER:
            found.setdefault(c.topic, {}).setdefault(c.verdict, set()).update(v.value for v in c.values)
    return found


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "31 people are dead, eight of them children.", 8),
        ("fr", "Nous avons 31 morts, dont huit enfants.", 8),
        ("uk", "Загинула 31 людина, серед них восьмеро дітей.", 8),
        ("it", "I morti sono 23, sei dei quali bambini.", 6),
        ("sv", "23 personer har dött, varav sex barn.", 6),
        ("zh", "死亡人数已升至23人,其中6人为儿童。", 6),
        ("zh", "将遇难儿童人数更正为5人。", 5),
        ("en", "It insists that no children were killed.", 0),
    ],
)
def test_children_among_the_dead(language: str, text: str, value: int) -> None:
    (profile,) = Profiles(_records((language, text))).ordered()
    measures = {f.low: group_befallen(profile, f) or f.measure for f in profile.figures}
    assert measures[value] == "child killed"
    assert value == min(low for low in measures if low is not None)
    assert set(measures.values()) <= {"child killed", "killed"}


@pytest.mark.parametrize(
    "text", ["23 people including children were killed.", "Some 240 were aboard, among them 70 children."]
)
def test_other_counts_stay_what_they_are(text: str) -> None:
    (profile,) = Profiles(_records(("en", text))).ordered()
    assert not any(group_befallen(profile, figure) for figure in profile.figures)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "97 people were at the party when nine died."),
        ("en", "Nine of the 97 people in the hall died."),
        ("de", "97 Menschen waren im Saal als neun starben."),
        ("fr", "97 personnes étaient dans la salle quand neuf sont mortes."),
        ("es", "97 personas estaban en la sala cuando nueve murieron."),
        ("ru", "В зале было 97 человек когда девять погибли."),
    ],
)
def test_what_befell_some_is_not_said_of_all(language: str, text: str) -> None:
    (profile,) = Profiles(_records((language, text))).ordered()
    assert [tallied(profile, f) for f in profile.figures if f.low == 97] == [None]


def test_a_seven_is_no_part_of_a_seventy_five() -> None:
    (profile,) = Profiles(_records(("en", "7 died in the first hour, and 75 people were evacuated."))).ordered()
    assert [tallied(profile, f) for f in profile.figures if f.low == 75] == ["evacuated"]


def test_how_many_children_died_is_compared_across_languages(corroborate: Corroborate) -> None:
    told = [
        ("en", "Six of the dead in Ostwick were children."),
        ("fr", "Nous avons 31 morts à Ostwick, dont huit enfants."),
        ("it", "I morti sono 23 a Ostwick, sei dei quali bambini."),
    ]
    assert {"6", "8"} in list(_numbers(corroborate(_records(*told)))["child killed"].values())


def test_the_dead_of_an_earlier_event_are_no_rivals(corroborate: Corroborate) -> None:
    told = [
        ("en", "The shelling of the column in Ostwick killed 23 people."),
        ("en", "The shelling of the column in Ostwick killed 31 people."),
        ("en", "In November, shelling of the market in Ostwick killed 14 people."),
    ]
    assert _numbers(corroborate(_records(*told)))["killed"] == {Difference.CONFLICT: {"23", "31"}}


def test_bodies_are_the_dead_where_one_number_of_them_is_also_the_toll(corroborate: Corroborate) -> None:
    told = [
        ("en", "Monitors visited the morgue in Ostwick and counted 23 bodies there."),
        ("en", "The shelling in Ostwick killed 23 people."),
        ("en", "The shelling in Ostwick killed 31 people."),
    ]
    (values,) = [c for c in of(corroborate(_records(*told)), Contradiction) if c.aspect is Aspect.NUMBER]
    assert max(len(value.mention_ids) for value in values.values) == 2


def test_shells_blasts_and_craters_are_counted_apart(corroborate: Corroborate) -> None:
    told = [
        ("en", "Three artillery shells were fired at the column."),
        ("en", "I counted four bangs."),
        ("de", "Das Unternehmen sieht zwei Krater."),
    ]
    assert set(_numbers(corroborate(_records(*told)))) == {"shells, blasts and craters"}
    (verdicts,) = _numbers(corroborate(_records(*told))).values()
    assert verdicts == {Difference.SCOPE: {"3 bombs", "4 explosions", "2 craters"}}


def test_a_bare_count_of_a_thing_is_compared_with_another(corroborate: Corroborate) -> None:
    told = [("en", "Six buses were in the convoy."), ("nl", "dat er maar vijf bussen reden")]
    assert _numbers(corroborate(_records(*told))) == {"vehicles": {Difference.CONFLICT: {"6", "5"}}}


def test_a_rival_stays_one_when_another_source_raises_its_toll(corroborate: Corroborate) -> None:
    told = [
        (11, "The hospital said nine people died in the Ostwick blast."),
        (12, "The ministry said 17 people died in the Ostwick blast."),
        (13, "The ministry said 23 people died in the Ostwick blast."),
    ]
    records = [r for at, (day, text) in enumerate(told) for r in _dated(at, day, text)]
    found = _numbers(corroborate(records))["killed"]
    assert {"9", "17", "23"} <= set().union(*found.values())


def _dated(at: int, day: int, text: str) -> list[Record]:
    made = article(text, name=str(at), published=_clock(day))
    return [made, *said(made, text, by=text.split(" said", maxsplit=1)[0]), *quantities(made)]
