"""How certain each claim is put: one row a construction, English first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.certainty import CertaintyStage
from sayso.annotate.claims import ClaimStage
from sayso.model import Certainty, ClaimMention
from sayso.vocab import CertaintyLevel


def read(text: str, language: str = "en") -> list[tuple[ClaimMention, Certainty]]:
    """Each claim of `text` with its certainty, as the stages read them one after the other."""
    page = article(text, language=language)
    attributions = list(AttributionStage().run(page.id, [page]))
    claims = [c for c in ClaimStage().run(page.id, [page, *attributions]) if isinstance(c, ClaimMention)]
    found = [c for c in CertaintyStage().run(page.id, [page, *attributions, *claims]) if isinstance(c, Certainty)]
    by_claim = {c.claim_mention_id: c for c in found}
    assert len(by_claim) == len(claims)
    return [(c, by_claim[c.id]) for c in claims]


def values(text: str, language: str = "en") -> list[str]:
    """ "value mode polarity" of each claim of `text`."""
    return [f"{c.value} {c.mode} {c.polarity}" for _, c in read(text, language)]


ENGLISH = [
    ("The bridge was hit on Friday.", "certain statement +"),
    ("The crew did not survive the crash.", "certain statement -"),
    ("The bridge was possibly hit by a drone.", "possible hypothesis +"),
    ("The dam may break on Friday.", "possible prediction +"),
    ("The dam will reopen on Friday.", "certain prediction +"),
    ("The driver must have fallen asleep at the wheel.", "probable hypothesis +"),
    # verbs of doubt, hope and denial
    ("The mayor doubts that the bridge will reopen.", "possible prediction -"),
    ("The mayor hopes that the bridge will reopen.", "possible prediction +"),
    ("The ministry denied that the bridge was hit.", "certain statement -"),
    ("The ministry did not deny that the bridge was hit.", "underspecified hypothesis +"),
    # conditionals
    ("If the rain goes on, the dam will break within days.", "possible prediction +"),
    ("The dam will break if the rain goes on.", "possible prediction +"),
    ("If the rain goes on, the council will certainly close the road.", "certain prediction +"),
    ("The council will close the road even if the rain stops.", "certain prediction +"),
    # what is said to be unknown
    ("It is not known whether the bridge was hit.", "underspecified hypothesis +"),
    ("It is not yet clear who hit the bridge.", "underspecified hypothesis +"),
    ("It was unclear whether the bridge was hit.", "underspecified hypothesis +"),
    ("The ministry could not confirm that the bridge was hit.", "underspecified hypothesis +"),
    # doubt denied
    ("There is no doubt that the bridge was hit.", "certain statement +"),
    ("The ministry did not rule out that the bridge was hit.", "possible hypothesis +"),
    # improbable
    ("The fire is unlikely to reach the village.", "probable prediction -"),
    ("It is improbable that the bridge was hit.", "probable hypothesis -"),
    ("It is doubtful that the bridge was hit.", "possible prediction -"),
    ("It is impossible that the bridge was hit.", "certain statement -"),
    ("It is not impossible that the bridge was hit.", "possible hypothesis +"),
    # denial
    ("No survivors were found near the bridge.", "certain statement -"),
    ("No fewer than 40 people were found near the bridge.", "certain statement +"),
    ("No 10 opened its doors to the villagers.", "certain statement +"),
    ("The crash killed not only the crew but also two villagers.", "certain statement +"),
    ("The dam could not be reached by road.", "certain statement -"),
    ("The dam might not hold until Friday.", "possible prediction -"),
    # capitals and nouns
    ("In May the council opened the bridge in Norland.", "certain statement +"),
    ("May 5 was the day of the flood in Norland.", "certain statement +"),
    ("The will of the people was ignored in the valley.", "certain statement +"),
    ("The minister, who may resign, opened the bridge on Friday.", "certain statement +"),
    # looks
    ("The crash seems an accident to the villagers.", "probable hypothesis +"),
    ("It appears that the bridge was hit.", "probable hypothesis +"),
    ("The dam appears to be safe for now.", "probable hypothesis +"),
    # opinion
    ("The decision was a disgrace for the whole valley.", "certain opinion +"),
    ("The council should close the road before the flood.", "certain opinion +"),
    ("The horrible fire killed 12 people in the valley.", "certain statement +"),
]


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english(text: str, wanted: str) -> None:
    assert values(text) == [wanted]


CUES = [
    ("The crew did not survive the crash.", ["not"]),
    ("The mayor hopes that the bridge will reopen.", ["hopes"]),
    ("The police suspect that the fire was set.", ["suspect"]),
    ("The ministry denied that the bridge was hit.", ["denied"]),
    ("No survivors were found near the bridge.", ["No"]),
    ("If the rain goes on, the dam will break within days.", ["If", "will"]),
]


@pytest.mark.parametrize(("text", "wanted"), CUES)
def test_the_words_that_decided_are_given(text: str, wanted: list[str]) -> None:
    ((_, certainty),) = read(text)
    assert [cue.exact for cue in certainty.cues] == wanted


def test_a_language_without_a_lexicon_is_left_open() -> None:
    ((_, certainty),) = read("Sild avati reedel.", "et")
    assert certainty.value is CertaintyLevel.UNDERSPECIFIED


WORDS = ("if", "may", "not", "will", "no", "that", "whether", "doubt", ",", ".", "?", "is", "the", "dam", "12", "know")


@given(st.lists(st.sampled_from(WORDS)))
def test_any_order_of_words_is_read_and_cues_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for claim, certainty in read(text):
        assert claim.span.exact in text
        assert all(text[cue.start : cue.end] == cue.exact for cue in certainty.cues)
