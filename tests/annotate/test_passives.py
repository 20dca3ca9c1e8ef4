"""Subjects that say nothing: who is told, who is accused, and what is believed or reported of somebody."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.model import Attribution


def read(text: str) -> list[Attribution]:
    of = article(text)
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted]


UNNAMED = [
    ("The jury was told that Mr Strake kept a notebook of the payments.", "that Mr Strake kept a notebook"),
    ("The mayor accepted bribes worth £80,000, a court has heard.", "The mayor accepted bribes"),
    ("Halden Crown Court heard how Strake had met the mayor in a garden centre.", "how Strake had met the mayor"),
    ("Jurors at Halden Crown Court heard that Pym spent the money on a boat.", "that Pym spent the money"),
    ("Gerald Pym, 61, is accused of taking money from the developer Colin Strake.", "Gerald Pym"),
    ("The government has reportedly agreed to talks.", "The government has reportedly agreed to talks"),
    ("We are told that the road will bring jobs.", "that the road will bring jobs"),
]


@pytest.mark.parametrize(("text", "content"), UNNAMED)
def test_what_a_subject_is_told_or_said_to_have_done_is_not_its_own(text: str, content: str) -> None:
    (found,) = read(text)
    assert found.source_name is None
    assert content in " … ".join(span.exact for span in found.content)


def test_who_hears_is_no_part_of_what_is_heard() -> None:
    (found,) = read("The court heard that Lenz lied.")
    assert [span.exact for span in found.content] == ["that Lenz lied"]


NAMED = [
    ("The judge told jurors that the case would last three weeks.", "The judge"),
    ("Pym was accused by prosecutors of taking bribes from two developers.", "prosecutors"),
    ("Investigators were informed by the operator that the valve had failed.", "the operator"),
    ("The minister has reportedly said that the bridge will close.", "The minister"),
    ("The court said that the case would be heard in May.", "The court"),
]


@pytest.mark.parametrize(("text", "source"), NAMED)
def test_who_does_speak_beside_a_passive_keeps_their_words(text: str, source: str) -> None:
    assert [a.source_name for a in read(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Residents were told to leave their homes on Monday.",
        "The judge heard the case in March.",
        "He heard that his sister was alive.",
        "The company has not been accused of breaking the law.",
    ],
)
def test_orders_and_hearings_are_the_writers_own(text: str) -> None:
    assert read(text) == []
    of = article(text)
    assert [m.span.exact for m in claim_mentions(of, [])] == [text]
