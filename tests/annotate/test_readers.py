"""Who says what in English news prose, by the network that ships with rules beside it; all of it invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.annotate.network import calibration
from sayso.annotate.readers import ArticleReader
from sayso.model import Attribution
from sayso.vocab import SourceKind

NEWS = """At least 12 people were killed when a bridge fell in Orsk Hill, the Interior Ministry said on Tuesday.

According to preliminary information from the police, the bridge was hit by a barge that had lost its rudder.

“Rescuers are still in the water, and the number may rise,” ministry spokeswoman Renata Sobel told reporters.

Another resident, Josef Brandl, said he had noticed cracks on Monday. He said nobody had answered his letter.

The operator Norland Roads said in a statement that it had received no report of cracks.

The Norland Agency, citing the Interior Ministry, reported that divers had found two more cars.

The bridge was built in 1974."""

WHO_SAYS = [
    ("the Interior Ministry", "At least 12 people were killed"),
    ("preliminary information from the police", "the bridge was hit by a barge"),
    ("Renata Sobel", "“Rescuers are still in the water"),
    ("Josef Brandl", "he had noticed cracks"),
    ("Norland Roads", "that it had received no report of cracks"),
    ("The Norland Agency", "that divers had found two more cars"),
]


def read(text: str) -> list[Attribution]:
    of = article(text)
    return [record for record in AttributionStage().run(of.id, [of]) if isinstance(record, Attribution)]


def words(attribution: Attribution) -> str:
    return " … ".join(span.exact for span in attribution.content)


@pytest.mark.parametrize(("source", "content"), WHO_SAYS)
def test_news_prose_is_read_as_it_stands(source: str, content: str) -> None:
    found = [a for a in read(NEWS) if content in words(a)]
    assert any(source in (a.source_name or "") for a in found), [(a.source_name, words(a)) for a in found]


def test_nobody_is_given_the_writers_words() -> None:
    assert not any("1974" in words(a) for a in read(NEWS))
    of = article(NEWS)
    own = [m for m in claim_mentions(of, read(NEWS)) if m.attribution_id is None]
    assert "The bridge was built in 1974" in [m.span.exact.rstrip(".") for m in own]


def test_the_hour_that_closes_a_sentence_is_not_lost() -> None:
    text = "Clips on social media show the aircraft falling near Orsk Hill, at about 11:00 local time."
    of = article("The ministry confirmed the crash on Tuesday.\n\n" + text)
    assert any("11:00" in m.span.exact for m in claim_mentions(of, read(of.text)))


def test_what_is_relayed_stands_under_who_relays_it() -> None:
    found = {a.id: a for a in read(NEWS)}
    relayed = [a for a in found.values() if a.construction == "citing"]
    assert [a.source_name for a in relayed] == ["the Interior Ministry"]
    assert found[relayed[0].within_id or ""].source_name == "The Norland Agency"


def test_every_learned_reading_says_how_sure_it_is() -> None:
    learned = [a for a in read(NEWS) if a.construction.startswith("network")]
    assert learned
    for one in learned:
        assert one.confidence is not None
        assert 0 <= one.confidence <= 1
        assert (one.source_kind is SourceKind.UNCLEAR) == (one.confidence < calibration().floor)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say whether the bridge had been inspected.",
        "The mayor wants to rebuild the bridge by spring.",
        "I do not know what became of the barge.",
    ],
)
def test_a_wish_a_silence_or_the_writers_own_doubt_is_no_claim_of_the_source(text: str) -> None:
    assert not [a for a in read(text) if a.asserted]
    of = article(text)
    assert all(m.attribution_id is None for m in claim_mentions(of, read(text)))


TRAPS = [
    (
        'She added: "She never answered." The minister, Eva Holt, said she had answered both letters.',
        "she had answered both letters",
        "Eva Holt",
    ),
    ("Critics say that I am unfair to engineers. I am not.", "I am not", None),
    ("The lawyer, Henrik Aas, said the money was a loan. He did not produce receipts.", "He did not produce", None),
    (
        "Its director, Otto Blaine, said no driver had worked more than seven days.",
        "no driver had worked",
        "Otto Blaine",
    ),
    ("Rebels said neither side had won the town.", "neither side had won", "Rebels"),
    ("Arvess has shown no proof that prisoners were on board.", "no proof that prisoners", None),
    (
        "Vale had called the finding definite; Norland neither confirms nor denies a role.",
        "nor denies a role",
        "Norland",
    ),
    ("Norcast suspends Ana Lenz for a week over a video disputing the need for masks.", "disputing", None),
    ("According to sources of the Norland Ministry, a mine hit the ferry.", "a mine hit", "sources of the Norland"),
    ("Norland neither confirmed nor denied the report.", "neither confirmed nor denied", "Norland"),
    ("The Norland Ministry puts the fall at about 11:00 and lists 65 men.", "puts the fall at about 11:00", "Ministry"),
    ("The Norland Ministry puts the fall at about 11:00 and lists 65 men.", "lists 65 men", "The Norland Ministry"),
    ('"It was never tested," said Lenz. "Nonsense, and you know it," Abara shot back.', "Nonsense", "Abara"),
    ("The union said 900 had left. Halden Tramways put the number at 600.", "put the number at 600", "Halden Tramways"),
    ("The agency puts its staff at 200 sites to work.", "puts its staff", None),
    ("The mayor puts the toll at 12.", "puts the toll at 12", "The mayor"),
    ("Ana Lenz's suggestion of a mine came without proof.", "suggestion of a mine", "Ana Lenz"),
    ("Norland claimed that it was given a warning; Arvess denies it.", "Arvess denies it", "Arvess"),
    ("Dahl said the road was open and demanded an inquiry.", "demanded an inquiry", "Dahl"),
    ("Judge Petra Vold ruled that the contracts were void.", "contracts were void", "Petra Vold"),
    ("The party ruled the country for years.", "ruled the country", None),
]


@pytest.mark.parametrize(("text", "quote", "source"), TRAPS)
def test_whose_words_they_are(text: str, quote: str, source: str | None) -> None:
    of = article("The council met on Tuesday in Orsk Hill.\n\n" + text)
    found = read(of.text)
    by_id = {a.id: a for a in found}
    holding = [m for m in claim_mentions(of, found) if quote in m.span.exact]
    said_by = {by_id[m.attribution_id].source_name if m.attribution_id else None for m in holding}
    assert all((source or "") in (name or "") for name in said_by), said_by
    assert source is None or said_by
    assert source is not None or said_by <= {None}


def test_reading_twice_gives_the_same() -> None:
    assert read(NEWS) == read(NEWS)


def test_other_languages_are_read_by_rule() -> None:
    reader = ArticleReader()
    of = article("Laut Polizei ist die Brücke zerstört.", language="de")
    assert [r.construction for r in reader.read(of)] == ["marker-initial"]
    assert not reader.supports("xx")


@pytest.mark.parametrize("unit", ["( ", "said: “", "a" * 500 + " ", "\u202e\u0301", "[SEP] [CLS] said "])
def test_hostile_text_is_read_without_harm(unit: str) -> None:
    text = "Ana Lenz said the dam held. " + unit * (4_000 // len(unit))
    for record in read(text):
        for span in (*record.source, *record.cue, *record.content):
            assert text[span.start : span.end] == span.exact


def test_a_first_verb_of_a_subject_that_goes_on_is_read_too() -> None:
    text = (
        "The Water Board said the dam broke. The board counted six guards and 65 divers, and said Sudmark knew of it."
    )
    assert ("The board", "six guards and 65 divers") in {(a.source_name, words(a)) for a in read(text)}


def test_what_has_no_verb_is_quoted_with_its_speaker() -> None:
    text = "The Norland government has publicly signaled willingness to change the water law of 1974."
    of = article(text)
    assert [m.span.exact for m in claim_mentions(of, read(text)) if m.attribution_id] == [text.rstrip(".")]


def test_whom_somebody_quotes_is_no_statement() -> None:
    of = article("Halden Radio, quoting a source in the council, reports that the dam broke.")
    found = [record for record in AttributionStage().run(of.id, [of]) if isinstance(record, Attribution)]
    said = {(a.source_name, words(a)) for a in found if a.asserted}
    assert said == {("Halden Radio", "that the dam broke"), ("a source in the council", "that the dam broke")}


def test_one_word_of_a_relative_clause_is_no_statement() -> None:
    found = read("Those due home have come except the 65 whom Norland declared dead, Vek said; the search goes on.")
    assert not [a for a in found if words(a) == "dead"]


def test_another_speaker_whose_verb_is_left_out_is_not_quoted_for_the_first() -> None:
    text = "General Staff sources spoke of missiles, the Norland Defence Ministry of 65 prisoners and 74 dead."
    assert [words(a) for a in read(text)] == ["missiles"]


def test_what_only_says_when_names_nobody() -> None:
    text = "Norland's companies have hidden the wells, in many cases reporting different numbers to the board."
    assert not any(a.source_name for a in read(text))


def test_that_a_source_gave_no_evidence_is_not_what_it_said() -> None:
    of = article("Nothing else burnt.", headline="Interior Ministry blames unmanned aircraft, gives no evidence")
    said = [r for r in ArticleReader().read(of) if r.asserted]
    assert ["".join(of.text[s:e] for s, e in r.content) for r in said] == ["unmanned aircraft"]


def test_a_clause_that_goes_on_behind_an_aside_stays_whole() -> None:
    of = article("The mayor said that the report, out on Monday, gives no evidence of neglect.")
    said = [r for r in ArticleReader().read(of) if r.asserted]
    assert [of.text[slice(*r.content[-1])].endswith("gives no evidence of neglect") for r in said] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "I have been back twice. This is what people told me and what I was not able to find out.",
        "I do not know. Anyone who tells you that it is simple has not been here.",
    ],
)
def test_nobody_told_of_says_nothing(text: str) -> None:
    assert [r for r in ArticleReader().read(article(text)) if r.asserted] == []


def test_a_verb_before_the_cue_is_no_source() -> None:
    of = article(
        "A notice hangs at the door. It is dated 7 March, bears the stamp of the board and says that supply ends."
    )
    assert not [r for r in ArticleReader().read(of) if any("bears" in of.text[s:e] for s, e in r.source)]
