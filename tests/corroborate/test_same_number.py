"""One number of two things keeps two statements apart; one number of one thing, named otherwise, does not."""

import pytest

from sayso.corroborate.match import MatchStage
from sayso.corroborate.profile import Profiles
from sayso.corroborate.same_number import one_number_of_two_things
from sayso.corroborate.wholes import without_parts
from sayso.extract.plain import from_plain
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings


def _apart(one: str, other: str, language: str) -> bool:
    settings = Settings()
    articles = [from_plain(text, language=language, capture_id=text) for text in (one, other)]
    before = [stage for stage in stages(settings) if set(MatchStage.reads) & set(stage.writes)]
    read = [record for record in run_in_memory(articles, settings, before) if isinstance(record, MatchStage.reads)]
    left, right = Profiles(without_parts(read)).ordered()
    return one_number_of_two_things(left, right) is not None


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Police arrested 48 students.", "Fire destroyed 48 houses.", "en"),
        ("17 people were killed.", "17 people were injured.", "en"),
        ("12 soldiers were killed.", "12 soldiers were wounded.", "en"),
        ("14 drones were seen.", "14 soldiers were seen.", "en"),
        ("Es gab 12 Tote.", "Es gab 12 Verletzte.", "de"),
        ("Погибли 12 человек.", "Ранены 12 человек.", "ru"),
        ("Sludge can be traced for 23 kilometres along the river.", "23 people are known to have died.", "en"),
        ("La boue a parcouru 23 kilomètres.", "23 morts sont recensés.", "fr"),
        ("The ship carried 1,400 tonnes of flour.", "The ship carried 1,400 rockets.", "en"),
    ],
)
def test_what_the_number_counts_keeps_apart(one: str, other: str, language: str) -> None:
    assert _apart(one, other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("17 people were killed.", "Seventeen bodies were found.", "en"),
        ("17 people were aboard.", "17 soldiers were aboard.", "en"),
        ("12 people were rescued.", "12 people were evacuated.", "en"),
        ("40 children fell ill.", "There were 40 cases.", "en"),
        ("17 killed and 20 injured.", "20 injured and 17 dead.", "en"),
        ("94 deputies voted for it.", "It got 94 votes.", "en"),
        ("One student was arrested.", "One house burned.", "en"),
        ("The plan costs 12 million.", "Some 12 million were at home.", "en"),
    ],
)
def test_what_may_be_one_does_not(one: str, other: str, language: str) -> None:
    assert not _apart(one, other, language)
