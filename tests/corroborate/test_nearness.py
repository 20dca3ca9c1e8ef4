"""Statements that are near in meaning become candidates, whatever their words and languages."""

import itertools

import pytest

from factory import told_in
from sayso.corroborate import nearness
from sayso.corroborate.agreement import Rarity
from sayso.corroborate.candidates import candidates
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile, Profiles
from sayso.settings import MatchSettings

TEXTS = (
    "Seven dockworkers died when drones struck the port of Velmora.",
    "An attack on Velmora's harbour killed seven people who worked there.",
    "The governor promised a new tax on grain within a week.",
    "Grain will be taxed anew from next week, the head of the province vowed.",
)
GERMAN = (
    "Beim Angriff auf den Hafen von Velmora kamen sieben Arbeiter ums Leben.",
    "Binnen einer Woche soll es eine neue Getreidesteuer geben, versprach der Gouverneur.",
)


def _profiles(*texts: str, language: str = "en") -> list[Profile]:
    return Profiles(told_in(*texts, language=language)).ordered()


def _told(profile: Profile) -> str:
    return profile.mention.span.exact


def test_the_same_in_other_words_is_a_candidate_without_a_word_in_common() -> None:
    profiles = _profiles(*TEXTS)
    found, _ = candidates(profiles, Rarity(profiles), Nearness(profiles), MatchSettings())
    assert {frozenset((_told(one), _told(other))) for one, other in found} == {
        frozenset(TEXTS[:2]),
        frozenset(TEXTS[2:]),
    }


def test_the_same_in_another_language_is_nearer_than_anything_else() -> None:
    profiles, german = _profiles(*TEXTS), _profiles(*GERMAN, language="de")
    known = Nearness([*profiles, *german])
    for told, same in zip(german, (TEXTS[:2], TEXTS[2:]), strict=True):
        near = sorted(profiles, key=lambda one: known.of(told, one), reverse=True)
        assert {_told(one) for one in near[:2]} == set(same)


def test_pairs_are_those_of_every_pair_whatever_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = _profiles(*TEXTS)
    known = Nearness(profiles)
    every = {
        frozenset((one.id, other.id))
        for one, other in itertools.combinations(profiles, 2)
        if (known.of(one, other) or 0.0) >= 0.1
    }
    assert 0 < len(every) < 6
    for size in (1, 3, 1024):
        monkeypatch.setattr(nearness, "_BLOCK", size)
        assert {frozenset(pair) for pair in known.pairs(0.1, 9)} == every


def test_of_many_near_ones_the_nearest_are_taken() -> None:
    profiles = _profiles(*TEXTS)
    known = Nearness(profiles)
    kept = [frozenset(pair) for pair in known.pairs(-1.0, 1)]
    assert len(kept) == 3  # one of those behind each, and none behind the last
    nearness_of = {
        frozenset((one.id, other.id)): known.of(one, other) for one, other in itertools.combinations(profiles, 2)
    }
    assert max(nearness_of, key=lambda pair: nearness_of[pair] or 0.0) in kept
