"""One figure for one question is one claim in any words; one figure for two questions is two claims."""

import pytest

from read_through import read_through
from sayso.corroborate import match
from sayso.corroborate.asked import answers
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.same_answer import _comparable
from sayso.model import Claim, ClaimMention
from sayso.stage import of

KILLED = (
    ("ru", "Клиника порта говорит уже о 96 погибших на марше в Бергвике."),
    ("en", "The mayor of Bergvik spoke of the dead of the march. He gives a toll of 96."),
)


def _together(*reports: tuple[str, str]) -> list[list[str]]:
    """The words of the mentions that claims of more than one article hold."""
    records = read_through(*reports)
    mentions = {mention.id: mention for mention in of(records, ClaimMention)}
    held = ([mentions[one] for one in claim.mention_ids] for claim in of(records, Claim))
    return [[one.span.exact for one in kept] for kept in held if len({one.article_id for one in kept}) > 1]


def test_one_figure_for_one_question_is_one_claim() -> None:
    (claim,) = _together(*KILLED)
    assert all("96" in words for words in claim)


def test_a_claim_says_that_its_figures_answer_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "chances", lambda *_: {})  # where nothing was read, the figures alone tell
    monkeypatch.setattr(match, "chances_of", lambda *_: {})
    reasons = [reason for claim in of(read_through(*KILLED), Claim) for reason in claim.reasons]
    (told,) = (reason for reason in reasons if reason.code == "same_answer")
    assert len(told.evidence) == 2


@pytest.mark.parametrize(
    "other",
    [
        ("en", "The mayor of Bergvik spoke of the march. He gives 96 as the number of arrests."),
        ("en", "The mayor of Bergvik spoke of the dead of the march. He gives a toll of 97."),
        ("en", "The mayor of Bergvik spoke of the dead of the march. He denies a toll of 96."),
        ("en", "The mayor of Bergvik spoke of the march. Its banner was 96 metres long."),
    ],
)
def test_another_question_or_figure_is_another_claim(other: tuple[str, str]) -> None:
    assert not any("96" in words for claim in _together(KILLED[0], other) for words in claim)


def test_killed_or_wounded_are_not_all_killed_but_killed_and_wounded_are() -> None:
    killed = ("en", "The army said 17 people were killed in the raid on Bergvik.")
    either = ("en", "The mayor said 17 people were killed or wounded in the raid on Bergvik.")
    both = ("en", "The strike on Bergvik killed 17 people and wounded 5, the mayor said.")
    told = [a for a in answers(_profiles(killed, either, both)) if a.figure.low == 17]
    texts = [report[1] for report in (killed, either, both)]
    one, other, third = (next(a for a in told if a.profile.article.text == text) for text in texts)
    assert not _comparable(one, other)
    assert not _comparable(other, one)
    assert _comparable(one, third)


def _profiles(*reports: tuple[str, str]) -> list[Profile]:
    return Profiles(read_through(*reports)).ordered()
