"""Words behind a label and a colon, in parentheses of the writer's, and behind the hour of a live blog."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.model import Attribution


def read(text: str) -> list[tuple[str | None, str]]:
    of = article(text)
    found = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted]
    return [(a.source_name, " … ".join(span.exact for span in a.content)) for a in found]


SAID = [
    ('Captain Joe Brill: "We let the fans down."', "Captain Joe Brill", "We let the fans down"),
    ('The interior ministry: "Hooded men attacked officers."', "The interior ministry", "Hooded men attacked"),
    ('14:20 The interior ministry: "Hooded men attacked officers."', "The interior ministry", "Hooded men attacked"),
    ("CLAIM: The ministry has banned the sale of tomatoes.", None, "The ministry has banned the sale"),
    ("Per the filing, restructuring costs reached $210 million.", "the filing", "restructuring costs reached"),
    ("The bill, critics charge, was drafted by lobbyists.", "critics", "The bill … was drafted by lobbyists"),
    ("Warnings by engineers that the dam was unsafe were ignored.", "engineers", "that the dam was unsafe"),
]


@pytest.mark.parametrize(("text", "source", "content"), SAID)
def test_says_whose_words_they_are(text: str, source: str | None, content: str) -> None:
    assert any(name == source and words.strip('“”"').startswith(content) for name, words in read(text)), read(text)


@pytest.mark.parametrize(
    "text",
    [
        'Book of the week: "The Long Rain of the North".',
        'The question now: "Who will pay for all of this?"',
        'The message on the wall: "We are not going away."',
        'Verdict: "A delight from start to end."',
        "Our rating: The claim is false.",
        "Per capita, Norland spends more than its neighbours on dams.",
        "As per usual, the minister was late for the session.",
        "The plan, a call echoed by Norland, was dropped.",
    ],
)
def test_what_only_looks_like_a_speaker_says_nothing(text: str) -> None:
    assert read(text) == []


def test_a_verdict_on_a_claim_is_not_put_into_the_mouth_that_made_it() -> None:
    text = "The government's claim that the tax cut will pay for itself was “nonsense”, said Hugo Marsk."
    made = [words for name, words in read(text) if name == "The government"]
    assert all("nonsense" not in words for words in made)


def test_a_minister_who_is_only_supposed_to_speak_says_nothing_within_anothers_words() -> None:
    text = "If the minister says he can find $4 billion, he will have to explain where, said Ruth Abel."
    assert [name for name, _ in read(text)] == ["Ruth Abel"]


def test_the_hour_of_a_live_blog_is_no_part_of_a_claim() -> None:
    text = "14:12 Police have fired tear gas on Republic Square.\n\n12:30 was when the first bomb fell."
    assert [m.span.exact for m in claim_mentions(article(text), [])] == [
        "Police have fired tear gas on Republic Square.",
        "12:30 was when the first bomb fell.",
    ]
