"""What answers of one question are told as: as a topic of a list that grows, or one of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from read_through import read_through
from sayso.corroborate import asked_odds
from sayso.corroborate.asked import CLOCK, Answer, answers
from sayso.corroborate.asked_groups import SURE_OF_OTHERS, Group, gathered_by_question
from sayso.corroborate.asked_topics import MOST_VALUES, with_answers
from sayso.corroborate.differences import Stated, difference
from sayso.corroborate.dimensions import COUNT
from sayso.corroborate.event_times import time_difference
from sayso.corroborate.measured import measured_difference
from sayso.corroborate.profile import Figure, Profile, Profiles
from sayso.corroborate.topics import Compared, Topic, compare
from sayso.model import Contradiction
from sayso.networks.figures import InPlace
from sayso.networks.loading import Scores
from sayso.networks.pointing import DIRECTIONS
from sayso.vocab import Aspect, Bound, Difference


def _profiles(*texts: str) -> list[Profile]:
    """One mention of each text, in that order."""
    found = Profiles(read_through(*(("en", text) for text in texts))).ordered()
    return [next(p for p in found if p.article.text == text) for text in texts]


def _stated(profile: Profile, value: float, measure: str, start: int, label: str = "") -> Stated:
    figure = Figure(measure=measure, low=value, high=value, bound=Bound.EXACT, start=start, end=start + 1)
    return Stated(figure, profile, label)


def _sure(*given: Answer) -> Group:
    return Group(given, np.full((len(given), len(given)), SURE_OF_OTHERS, np.int32))


def _differences(known: Sequence[Compared], *groups: Group) -> Iterator[Contradiction]:
    for compared in with_answers(known, groups):
        yield from compared.differences()


def _values(found: Contradiction) -> set[str]:
    return {value.value for value in found.values}


@pytest.fixture(scope="module")
def reports() -> list[Profile]:
    """Mentions of three articles."""
    return _profiles(
        "The mayor of Ostwick spoke of the blast.",
        "The police of Ostwick spoke of the blast at length.",
        "The harbour master of Ostwick spoke of the blast at some length.",
    )


def _topic(aspect: Aspect, name: str, *stated: Stated) -> Topic:
    values = {s.label or str(int(s.figure.low or 0)): [s] for s in stated}
    return Topic(aspect=aspect, name=name, values=values, direct=frozenset({frozenset(values)}))


def test_a_bare_number_that_joins_a_toll_is_shown_as_a_number(reports: list[Profile]) -> None:
    toll = _topic(Aspect.NUMBER, "killed", _stated(reports[0], 315, "killed", 4), _stated(reports[1], 290, "killed", 4))
    bare = Answer(_stated(reports[2], 342, "", 4), COUNT)
    group = _sure(*(Answer(s, COUNT) for kept in toll.values.values() for s in kept), bare)
    (found,) = _differences([Compared(toll, difference)], group)
    assert _values(found) == {"315", "290", "342"}  # not 05:42


def test_a_number_is_not_the_minutes_of_a_time_in_its_article(reports: list[Profile]) -> None:
    times = _topic(
        Aspect.TIME,
        "time of day",
        _stated(reports[0], 342, "", 4, "05:42"),
        _stated(reports[1], 350, "", 4, "05:50"),
    )
    counts = _sure(
        Answer(_stated(reports[0], 342, "", 20), COUNT),
        Answer(_stated(reports[1], 350, "", 20), COUNT),
        Answer(_stated(reports[2], 377, "", 20), COUNT),
    )
    found = list(_differences([Compared(times, time_difference)], counts))
    assert [(c.aspect, _values(c)) for c in found] == [
        (Aspect.TIME, {"05:42", "05:50"}),
        (Aspect.NUMBER, {"342", "350", "377"}),
    ]


def test_what_lies_far_apart_is_hardly_one_measure(reports: list[Profile]) -> None:
    def of(*metres: float) -> list[Difference]:
        told = (Answer(_stated(p, m, "metre", 4), "length") for p, m in zip(reports, metres, strict=False))
        return [c.verdict for c in _differences([], _sure(*told))]

    assert of(11_000, 46) == [Difference.SCOPE]
    assert of(11_000, 4_000) == [Difference.CONFLICT]


def test_a_fraction_with_a_decimal_less_is_rounded(reports: list[Profile]) -> None:
    def of(*shares: float) -> list[Difference]:
        told = (Answer(_stated(p, m, "percent", 4), "share") for p, m in zip(reports, shares, strict=False))
        return [c.verdict for c in _differences([], _sure(*told))]

    assert of(2.5, 2.55) == [Difference.ROUNDING]
    assert of(7.5, 7.8) == [Difference.CONFLICT]


def test_one_voice_that_gives_two_values_knows_of_two_things(reports: list[Profile]) -> None:
    both = Profiles(read_through(("en", "The first shook Ostwick. The other one shook Bergvik."))).ordered()
    assert len(both) == 2

    def of(*given: tuple[Profile, float]) -> list[Difference]:
        told = (Answer(_stated(p, value, "magnitude", at), "strength") for at, (p, value) in enumerate(given))
        return [c.verdict for c in _differences([], _sure(*told))]

    assert of((reports[0], 7.8), (reports[1], 7.5)) == [Difference.CONFLICT]
    assert of((reports[0], 7.8), (reports[1], 7.5), (both[0], 7.8), (both[1], 7.5)) == []
    assert of((reports[0], 7.6), (both[0], 7.8), (both[1], 7.5)) == []  # which of the two the other means nobody knows


def test_a_list_names_a_question_only_if_most_that_say_what_they_count_agree(reports: list[Profile]) -> None:
    def of(*measures: str) -> str:
        counted = enumerate(zip(reports, measures, strict=True), start=5)
        told = (Answer(_stated(report, at, measure, 4), COUNT) for at, (report, measure) in counted)
        (found,) = _differences([], _sure(*told))
        return found.topic

    assert of("killed", "", "") == "killed"
    assert of("killed", "charges", "crates").startswith("“")


def test_a_contradiction_holds_values_of_one_question(reports: list[Profile]) -> None:
    told = enumerate((7, 9, 23, 26, 31))
    values = {str(value): [_stated(reports[at % len(reports)], value, "", 4)] for at, value in told}
    pairs = ("7 9", "23 26", "26 31", "23 31", "9 23")
    direct = frozenset(frozenset(pair.split()) for pair in pairs)
    topic = Topic(aspect=Aspect.PLACE, name="the dead", values=values, direct=direct)
    found = compare(topic, lambda ours, theirs: (Difference.CONFLICT, f"{len(ours)} and {len(theirs)}"))
    assert [_values(one) for one in found] == [{"23", "26", "31"}, {"7", "9"}]


def test_a_name_cut_to_its_length_holds_the_gap() -> None:
    lead = "The board of inquiry into the loss off Bergvik, which sat for eleven weeks in the old customs house, found "
    left, right = _profiles(f"{lead}42 boxes.", f"{lead}57 boxes in the end.")
    at = len(lead)
    told = (Answer(_stated(p, v, "", at), COUNT) for p, v in ((left, 42), (right, 57)))
    (found,) = _differences([], _sure(*told))
    assert "…" in found.topic.replace("[…]", "")
    assert found.topic.startswith("“[…] ")


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("in Ostwick", "in Bergvik", Difference.SCOPE),
        ("in Ostwick", "in Ostwick", Difference.CONFLICT),
        ("on 3 May 2031", "on 5 May 2031", Difference.SCOPE),
        ("on 3 May 2031", "on 3 May 2031", Difference.CONFLICT),
        ("in the end", "on 3 May 2031", Difference.CONFLICT),
    ],
)
def test_what_is_told_of_other_days_or_places_is_no_rival(ours: str, theirs: str, verdict: Difference) -> None:
    mentions = _profiles(f"The gauge {ours} read 12 metres.", f"One gauge {theirs} read 19 metres.")
    left, right = (_stated(p, v, "metre", 0) for p, v in zip(mentions, (12, 19), strict=True))
    assert measured_difference([left], [right])[0] is verdict


def _all_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    def pointing(places: Sequence[InPlace]) -> Scores:
        return np.full((len(places), DIRECTIONS), DIRECTIONS**-0.5, np.float32)

    monkeypatch.setattr(asked_odds, "pointing", pointing)


@pytest.mark.parametrize(
    ("ours", "theirs", "together"),
    [
        ("The mayor said 12 people were missing.", "The police said 14 people were missing.", True),
        ("The mayor said 12 people were missing.", "The police spoke of 5.7 near Ostwick.", False),
        ("The mayor said 12 people were missing.", "The police said 14 people were killed.", False),
        ("The mayor said 12 soldiers were killed.", "The police said 14 people were killed.", True),
        ("The mayor said 12 soldiers were killed.", "The police said 14 people were missing.", False),
        ("Britain sends 76 rescuers to Turkey.", "Ukraine sends 87 rescuers to Turkey.", False),
        ("Britain sends 76 rescuers to Turkey.", "76 rescuers were sent to Turkey.", True),
        ("A quake of magnitude 7.7 shook Ostwick.", "Another body put it at 7.8 in the end.", True),
        ("The wait was 40 minutes, he said.", "The wait was 70 minutes, she said.", True),
    ],
)
def test_what_is_of_another_sort_is_told_apart(
    ours: str, theirs: str, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _all_alike(monkeypatch)
    told = answers(Profiles(read_through(("en", ours), ("en", theirs))).ordered())
    assert len(told) == 2
    assert [len(group.answers) for group in gathered_by_question(told)] == ([2] if together else [1, 1])


def test_spans_in_other_units_are_not_surely_one(monkeypatch: pytest.MonkeyPatch) -> None:
    _all_alike(monkeypatch)
    texts = ("The wait was 40 minutes, he said.", "The wait was 3 hours, she said.", "The wait was 2 hours, they said.")
    told = answers(Profiles(read_through(*(("en", text) for text in texts))).ordered())
    (group,) = gathered_by_question(told)
    units = [a.figure.measure for a in group.answers]
    assert sorted(units) == ["hour", "hour", "minute"]
    found = {units[one] + units[other] for one, other in np.argwhere(group.odds >= group.sure)}
    assert found == {"hourhour"}


def test_times_of_day_either_side_of_midnight_are_near(reports: list[Profile]) -> None:
    late, early = (_stated(p, v, "", 0) for p, v in zip(reports, (1435, 0), strict=False))
    assert time_difference([late], [early])[0] is Difference.ROUNDING
    assert time_difference([_stated(reports[0], 1380, "", 0)], [early])[0] is Difference.CONFLICT


def test_no_figures_are_no_groups() -> None:
    assert list(gathered_by_question([])) == []
    assert answers([]) == []
    assert CLOCK not in {a.dimension for a in answers(_profiles("Nothing is counted here, the mayor said."))}


def test_a_topic_that_no_group_tells_again_stays(reports: list[Profile]) -> None:
    two = (_stated(reports[0], 40, "crane", 4), _stated(reports[1], 55, "crane", 4))
    noun = Compared(_topic(Aspect.NUMBER, "crane", *two), difference)
    lone = [Group((Answer(one, COUNT),), np.zeros((1, 1), np.int32)) for one in two]
    assert [_values(c) for c in _differences([noun], *lone)] == [{"40", "55"}]
    many = [Answer(_stated(reports[at % 3], 100 + at, "crane", 9 + at), COUNT) for at in range(MOST_VALUES)]
    assert {"40", "55"} in [_values(c) for c in _differences([noun], _sure(*(Answer(s, COUNT) for s in two), *many))]


def test_what_is_allowed_joins_nothing_measured() -> None:
    first, second, limit = _profiles(
        "The wave rose 4 metres, he said.", "The wave rose 6 metres, she said.", "a limit of 5 metres was set, he said."
    )
    told = [_stated(first, 4, "metre", 14), _stated(second, 6, "metre", 14)]
    height = replace(_topic(Aspect.NUMBER, "height", *told), unit="metre")
    at = limit.article.text.index("5")
    group = _sure(*(Answer(one, "length") for one in (*told, _stated(limit, 5, "metre", at))))
    (found,) = _differences([Compared(height, measured_difference)], group)
    assert _values(found) == {"4", "6"}
