"""Which pairs of statements are read, and what comes of it."""

from collections.abc import Iterable

import pytest

from sayso.corroborate import same_statement
from sayso.corroborate.same_statement import Sharing, calibration, chances, plain
from sayso.networks.answers import Answers
from sayso.networks.statements import Pair, Reading
from sayso.settings import MatchSettings

LIKELY, UNLIKELY = Sharing(0.9, 0.0, 0.9, 0.9, False, True), Sharing(0.05, 0.0, 0.1, 0.1, False, True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every pair the network was asked for; it finds one what begins with the same letter."""
    pairs: list[tuple[str, str]] = []

    def read(given: Iterable[Pair], doubtful: tuple[float, float]) -> list[Reading]:
        pairs.extend(told := [(one, other) for (one, _), (other, _) in given])
        return [Reading(None, 4.0 if one[0] == other[0] else doubtful[0], None) for one, other in told]

    monkeypatch.setattr(same_statement, "read", read)
    return pairs


def _chances(
    shared: dict[tuple[str, str], Sharing], apart: frozenset[tuple[str, str]] = frozenset()
) -> set[tuple[str, str]]:
    texts = {text for pair in shared for text in pair}
    printed = {text: (text, "en") for text in texts}
    found = chances(shared, lambda pair: shared.get(pair, UNLIKELY), printed, apart.__contains__, MatchSettings())
    return {pair for pair, chance in found.items() if chance >= MatchSettings().min_chance}


def test_what_shares_little_is_not_read(asked: list[tuple[str, str]]) -> None:
    assert _chances({("a1", "a2"): LIKELY, ("a1", "a3"): UNLIKELY}) == {("a1", "a2")}
    assert asked == [("a1", "a2")]


def test_what_is_kept_apart_is_not_read(asked: list[tuple[str, str]]) -> None:
    assert _chances({("a1", "a2"): LIKELY, ("a1", "a3"): LIKELY}, frozenset({("a1", "a2")})) == {("a1", "a3")}
    assert asked == [("a1", "a3")]


def test_a_statement_that_is_one_with_none_of_the_likeliest_is_read_with_no_others(
    asked: list[tuple[str, str]],
) -> None:
    many = {("a", f"b{at:02}"): LIKELY for at in range(20)} | {("a", "c"): Sharing(0.95, 0.0, 0.9, 0.9, False, True)}
    _chances(many)
    assert len([pair for pair in asked if pair[0] == "a"]) == 21  # each other statement has no likelier one
    asked.clear()
    between = {(f"b{at:02}", f"c{at:02}"): Sharing(1.0, 0.0, 0.9, 0.9, False, True) for at in range(20)}
    _chances(
        {
            **many,
            **between,
            **{(f"b{at:02}", f"d{n}"): Sharing(0.98, 0.0, 0.9, 0.9, False, True) for at in range(20) for n in range(3)},
        }
    )
    assert len([pair for pair in asked if pair[0] == "a"]) <= MatchSettings().read_at_once


def test_a_statement_that_was_found_again_is_looked_for_further(asked: list[tuple[str, str]]) -> None:
    texts = [f"a{at:02}" for at in range(12)]
    every = {(one, other): LIKELY for at, one in enumerate(texts) for other in texts[at + 1 :]}
    assert _chances(every) == set(every)


def _english(odds: float) -> Reading:
    return Reading(None, odds, None)


def _any(odds: float, same: float, english: float | None = None) -> Reading:
    return Reading(odds, english, Answers(same, -same))


def test_a_chance_grows_with_the_words_shared_and_with_what_was_read() -> None:
    known = calibration()
    assert known.expected(UNLIKELY) < known.expected(LIKELY)
    for one, surer in [(_english(1.0), _english(3.0)), (_any(1.0, 0.0, 1.0), _any(1.0, 0.0, 3.0))]:
        assert known.found(UNLIKELY, one) < known.found(LIKELY, one) < known.found(LIKELY, surer)
    both = _any(1.0, 0.0, 1.0)
    assert known.found(LIKELY, both) < known.found(LIKELY, _any(2.0, 0.0, 1.0))
    abroad = [Sharing(0.0, meaning, 0.5, 0.5, True, False) for meaning in (0.2, 0.9)]
    assert known.found(abroad[0], _any(0.0, 0.0)) < known.found(abroad[1], _any(0.0, 0.0))
    assert known.found(abroad[1], _any(0.0, 0.0)) < known.found(abroad[1], _any(2.0, 0.0))
    assert known.found(abroad[1], _any(0.0, 0.0)) < known.found(abroad[1], _any(0.0, 2.0))


def test_what_is_beyond_doubt_in_english_is_settled_whatever_words_are_shared() -> None:
    known = calibration()
    low, high = known.doubtful
    assert known.found(Sharing(1.0, 0.0, 0.9, 0.9, False, True), _english(low)) < MatchSettings().min_chance
    assert known.found(Sharing(0.0, 0.0, 0.5, 0.5, False, True), _english(high)) >= MatchSettings().min_chance


def test_marks_and_case_make_no_other_statement() -> None:
    assert plain("“We’ll do just fine!”") == plain("we'll DO  just fine")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("65 prisoners", "63 prisoners"),
        ("fell to -5", "fell to +5"),
        ("$5 million", "€5 million"),
        ("3.5", "3-5"),
        ("5 % more", "5 more"),
        ("It is safe.", "It is safe?"),
    ],
)
def test_signs_units_and_questions_do(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_no_statement_is_read_with_more_than_so_many(asked: list[tuple[str, str]]) -> None:
    texts = [f"a{at:03}" for at in range(100)]
    _chances({(one, other): LIKELY for at, one in enumerate(texts) for other in texts[at + 1 :]})
    most = MatchSettings().most_read
    assert len(asked) <= len(texts) * (most + MatchSettings().read_at_once)
    assert len(asked) < len(texts) * (len(texts) - 1) / 2
