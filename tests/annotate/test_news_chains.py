"""Who says it where several stand in one sentence or none: quoted by an outlet, heard by a court, put in a headline."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def read(text: str, headline: str | None = None) -> list[Attribution]:
    of = article(text, headline=headline)
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted]


@pytest.mark.parametrize(
    "text",
    [
        "The Norpress agency quoted rebel commander Issa Dahl as saying the town had fallen.",
        "Rebel commander Issa Dahl was quoted by the Norpress agency as saying the town had fallen.",
    ],
)
def test_who_is_quoted_says_it_and_who_quotes_passes_it_on(text: str) -> None:
    found = {a.source_name: a for a in read(text)}
    outer, inner = found["The Norpress agency" if text.startswith("The") else "the Norpress agency"], None
    inner = next(a for name, a in found.items() if name and "Issa Dahl" in name)
    assert inner.within_id == outer.id
    assert [s.exact for s in inner.content] == [s.exact for s in outer.content] == ["the town had fallen"]


HEADLINES = [
    ("Bus driver fell asleep at wheel, inquest hears", None, "Bus driver fell asleep at wheel"),
    ("Driver fell asleep at wheel, court told", None, "Driver fell asleep at wheel"),
    ("Minister accused of lying to parliament", None, "Minister"),
    ("Norland to leave pact by June - sources", "sources", "Norland to leave pact by June"),
    ("Drone hit depot near Halden – governor", "governor", "Drone hit depot near Halden"),
    ("Collard: I will not resign", "Collard", "I will not resign"),
]


@pytest.mark.parametrize(("headline", "source", "content"), HEADLINES)
def test_headlines_say_who_says_it(headline: str, source: str | None, content: str) -> None:
    (found,) = read("The club plays on Saturday.", headline)
    assert (found.source_name, found.content[0].exact) == (source, content)


@pytest.mark.parametrize(
    "headline",
    [
        "Pilot error blamed for crash",
        "Fans told not to travel to Halden",
        "Dam collapse: 'We lost everything'",
        "Halden: how I lost the dam",
        "Rovers 2-1 Town – match report",
        "Dam bursts near Halden - Halden News",
        "Norland - Karvenia talks resume",
    ],
)
def test_headlines_that_name_no_source_give_nobody_words(headline: str) -> None:
    assert read("The club plays on Saturday.", headline) == []


UNNAMED = [
    ("There are fears that the second dam could fail.", "that the second dam could fail"),
    ("There is speculation that Collard will be sacked.", "that Collard will be sacked"),
    ("Driver Ian Moss fell asleep at the wheel, an inquest has heard.", "Driver Ian Moss fell asleep at the wheel"),
    ("He is said to have fled to Norland in a fishing boat.", "He … to have fled to Norland in a fishing boat"),
]


@pytest.mark.parametrize(("text", "content"), UNNAMED)
def test_what_is_feared_or_heard_is_somebodys_nobody_names(text: str, content: str) -> None:
    (found,) = read(text)
    assert (found.source_name, " … ".join(s.exact for s in found.content)) == (None, content)


@pytest.mark.parametrize(
    "text",
    [
        "The minister refused to say how much the bridge had cost.",
        "Lenz stopped short of calling the vote a fraud.",
        "The band played, and the court heard nothing of it.",
        "A group calling itself Dawn Brigade set fire to the mill.",
        "Her coach, Igor Paley, laughs at the memory.",
        "The mayor will not tell you what the bridge cost.",
        "The discovery, reported today in the journal Deep Letters, overturns the old idea of the deep.",
    ],
)
def test_what_is_not_said_is_no_claim_of_anybody(text: str) -> None:
    assert read(text) == []


SAID = [
    ("People in the street will tell you the bread is the best in town.", "People in the street", "the bread is"),
    ("PC Adam Roe told the hearing the rope was in good condition.", "PC Adam Roe", "the rope was"),
    ("The mayor, Ines Tarr, asked to comment, said only: “Ask me in a year.”", "The mayor, Ines Tarr", "“Ask me"),
    ("The Thornley skipper is adamant the goal should have stood.", "The Thornley skipper", "the goal should"),
    ("The euro will fall further, reckons Jude Fell of Corvin Bank.", "Jude Fell of Corvin Bank", "The euro will"),
    (
        "State television said, without proof, that the drone had come from Norland.",
        "State television",
        "that the drone",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), SAID)
def test_more_ways_of_saying(text: str, source: str, content: str) -> None:
    (found,) = read(text)
    assert found.source_name == source
    assert found.content[0].exact.startswith(content)


EDGES = [
    ("The drug, which the company says is safe, was banned in May.", "the company", "is safe"),
    ("The law, which critics say would hurt farmers, passed on Monday.", "critics", "would hurt farmers"),
    ("The talks, says the union, are over.", "the union", "The talks … are over"),
    ("The bridge will reopen in May, or so Lenz says.", "Lenz", "The bridge will reopen in May"),
    ("In the view of the inspectors, the bridge is safe.", "the inspectors", "the bridge is safe"),
    ("Lenz, 44, said the road, closed since May, was safe.", "Lenz, 44", "the road, closed since May, was safe"),
]


@pytest.mark.parametrize(("text", "source", "content"), EDGES)
def test_nobody_is_given_more_of_a_sentence_than_is_theirs(text: str, source: str, content: str) -> None:
    (found,) = read(text)
    assert (found.source_name, " … ".join(s.exact for s in found.content)) == (source, content)


def test_the_other_sides_words_end_the_first_ones() -> None:
    text = (
        "Norland's military said on Friday it had repelled an assault on the town of Orsk, while Karvenia claimed to "
        "have taken two villages. Neither claim could be independently verified."
    )
    said = {a.source_name: a.content[0].exact for a in read(text)}
    assert said == {
        "Norland's military": "it had repelled an assault on the town of Orsk",
        "Karvenia": "to have taken two villages",
    }


def test_a_circumstance_stays_with_its_speaker() -> None:
    (found,) = read("Lenz said the bridge was safe while workers were on it.")
    assert found.content[0].exact == "the bridge was safe while workers were on it"
