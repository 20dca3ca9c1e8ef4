"""Which figures of a case are answers, each once; and what a bare number beside measured ones is read as."""

from collections.abc import Sequence

import pytest

from read_through import read_through
from sayso.corroborate.asked import CLOCK, Answer, answers, settled
from sayso.corroborate.differences import Stated
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.profile import Figure, Profile, Profiles
from sayso.vocab import Bound


def _profiles(*reports: tuple[str, str]) -> list[Profile]:
    return Profiles(read_through(*reports)).ordered()


def _told(*reports: tuple[str, str]) -> list[tuple[float | None, str]]:
    return [(answer.figure.low, answer.dimension) for answer in answers(_profiles(*reports))]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The shaft at Bergvik is 17.7 km (11 miles) deep, the owner said.", [(17.7, "length")]),
        (
            "en",
            "The shaft at Bergvik lies 24 km (90 miles) away, the owner said.",
            [(24.0, "length"), (90.0, "length")],
        ),
        ("en", "The hull at Bergvik lay 0.8 metres deeper, the owner said.", [(0.8, "length")]),
        ("en", "One aircraft was lost at Bergvik, the owner said.", []),
        ("en", "One miner was killed at Bergvik, the owner said.", [(1.0, COUNT)]),
        ("en", "Before the 2020 election the owner of Bergvik changed a rule for 2021-2026.", []),
        ("en", "No deaths were reported at Bergvik, the owner said.", [(0.0, COUNT)]),
        ("en", "The owner of the Bergvik mine put it at www.bergvik.example/item?id=34672 on a page.", []),
        (
            "en",
            "Of 40 people at Bergvik twelve of them walked 300 km, the owner said.",
            [(40.0, COUNT), (300.0, "length")],
        ),
        ("zh", "船东表示，爆炸发生在凌晨3时17分。", [(197.0, CLOCK)]),
        ("ar", "قالت الوزارة إن الانفجار وقع عند الساعة ١٠:٢٠ صباحا.", [(620.0, CLOCK)]),
    ],
)
def test_the_figures_of_a_mention(language: str, text: str, told: list[tuple[float, str]]) -> None:
    assert _told((language, text)) == told


@pytest.fixture(scope="module")
def report() -> Profile:
    """A mention whose words do not matter."""
    return _profiles(("en", "The owner said that boxes went overboard off Bergvik at 11.20 in the storm."))[0]


def _answer(profile: Profile, value: float, measure: str, dimension: str, printed: str = "") -> Answer:
    at = profile.article.text.index(printed) if printed else 0
    figure = Figure(measure=measure, low=value, high=value, bound=Bound.EXACT, start=at, end=at + len(printed))
    return Answer(Stated(figure, profile), dimension)


def _kept(group: Sequence[Answer]) -> list[tuple[float | None, str]]:
    return [(answer.figure.low, answer.figure.measure) for answer in settled(group) if answer]


def test_a_bare_number_is_of_the_unit_of_the_rest(report: Profile) -> None:
    group = [_answer(report, 54, "", COUNT), _answer(report, 45, "year", "duration")]
    assert _kept(group) == [(54, "year"), (45, "year")]


def test_a_year_is_no_magnitude(report: Profile) -> None:
    group = [_answer(report, 1939, "", COUNT), _answer(report, 7.8, "magnitude", "strength")]
    assert _kept(group) == [(7.8, "magnitude")]


def test_a_bare_number_beside_two_units_is_of_neither(report: Profile) -> None:
    group = [
        _answer(report, 15, "", COUNT),
        _answer(report, 9, "milligram", "mass"),
        _answer(report, 40, "tonne", "mass"),
    ]
    assert _kept(group) == [(9, "milligram"), (40, "tonne")]


def test_no_number_is_an_amount_of_a_currency_that_another_names(report: Profile) -> None:
    dollars = [_answer(report, 71e6, "money", "money USD")]
    bare = [_answer(report, 396e6, "", COUNT), _answer(report, 412e6, "", COUNT)]
    assert _kept([*dollars, bare[0]]) == [(396e6, "")]  # of as many "count" comes first
    assert _kept([*dollars, *dollars, _answer(report, 80e6, "", COUNT)]) == [(71e6, "money"), (71e6, "money")]
    assert _kept([*dollars, *bare]) == [(396e6, ""), (412e6, "")]


def test_a_number_with_a_point_is_a_time_beside_times(report: Profile) -> None:
    group = [_answer(report, 11.2, "", COUNT, "11.20"), _answer(report, 684, "", CLOCK)]
    assert _kept(group) == [(680, ""), (684, "")]
    assert _kept([_answer(report, 11.2, "", COUNT, "boxes"), group[1]]) == [(684, "")]
