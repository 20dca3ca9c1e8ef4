"""Who says what by rule: constructions on invented sentences."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.relations import Relation
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Article, Attribution, Skip
from sayso.vocab import Manner, SkipReason, SourceKind


def read(text: str, **fields: str) -> list[Attribution]:
    of = article(text, **fields)
    return [record for record in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(record, Attribution)]


def triple(attribution: Attribution) -> tuple[str, str, str]:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return tuple(" | ".join(span.exact for span in spans) for spans in (source, cue, content))  # type: ignore[return-value]


ENGLISH = [
    ("“The dam held,” said Ana Lenz.", ("Ana Lenz", "said", "“The dam held,”")),
    ("“The dam held,” Ana Lenz said.", ("Ana Lenz", "said", "“The dam held,”")),
    ("Ana Lenz said: “The dam held.”", ("Ana Lenz", "said:", "“The dam held.”")),
    ("“The dam,” said Ana Lenz, “held.”", ("Ana Lenz", "said", "“The dam,” | “held.”")),
    ("“The dam held,” Ana Lenz said. “Nobody was hurt.”", ("Ana Lenz", "said", "“The dam held,” | “Nobody was hurt.”")),
    ("The ministry said that the dam held.", ("The ministry", "said", "that the dam held")),
    ("The ministry said the dam had held.", ("The ministry", "said", "the dam had held")),
    ("The dam held, the ministry said.", ("the ministry", "said", "The dam held")),
    ("According to the ministry, the dam held.", ("the ministry", "According to", "the dam held")),
    ("The dam held, according to the ministry.", ("the ministry", "according to", "The dam held")),
    ("Ana Lenz told reporters that the dam held.", ("Ana Lenz", "told", "that the dam held")),
    (
        "Ana Lenz, the mayor of Orsk Hill, said the dam held.",
        ("Ana Lenz, the mayor of Orsk Hill", "said", "the dam held"),
    ),
    ("It is hoped that the dam will hold.", ("", "It is hoped", "that the dam will hold")),
    ("The claim by villagers that the dam held was not checked.", None),
]


@pytest.mark.parametrize(("text", "wanted"), [row for row in ENGLISH if row[1]])
def test_reads_the_construction(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [triple(a) for a in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say whether the dam held.",
        "The United States built the dam.",
        "Opening hours are nine to five.",
        "The report was released on Monday.",
    ],
)
def test_gives_nobody_words_they_are_not_said_to_have_said(text: str) -> None:
    assert read(text) == []


def test_a_language_without_a_lexicon_is_skipped_with_a_reason() -> None:
    of = article("Ne jamo.", language="xx")
    [skip] = list(AttributionStage(RuleReader()).run(of.id, [of]))
    assert isinstance(skip, Skip)
    assert skip.reason is SkipReason.LANGUAGE_UNSUPPORTED


def test_kind_manner_and_name() -> None:
    [direct] = read("“The dam held,” said Ana Lenz.")
    assert (direct.source_kind, direct.manner, direct.source_name) == (SourceKind.NAMED, Manner.DIRECT, "Ana Lenz")
    [mixed] = read("The ministry said the dam was “as good as new” on Friday.")
    assert (mixed.source_kind, mixed.manner) == (SourceKind.ROLE, Manner.MIXED)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab CD.,;:?!\"“”«»„‘’'()–\n said told", max_size=300))
@example('":::”"\n"')
def test_every_piece_is_cut_from_the_text_and_nothing_raises(text: str) -> None:
    of = article(text or ".")
    for record in AttributionStage(RuleReader()).run(of.id, [of]):
        assert isinstance(record, Attribution)
        for span in (*record.source, *record.cue, *record.content):
            assert of.text[span.start : span.end] == span.exact
            assert span.exact.strip()


def chain(attribution: Attribution, among: list[Attribution]) -> list[str | None]:
    """The sources from the outermost to this one."""
    by_id = {a.id: a for a in among}
    names = [attribution.source_name]
    while attribution.within_id:
        attribution = by_id[attribution.within_id]
        names.insert(0, attribution.source_name)
    return names


def test_the_one_who_relays_stands_around_the_one_who_says() -> None:
    found = read("The Norland Agency, citing the ministry, says that the dam held.")
    assert ["The Norland Agency", "the ministry"] in [chain(a, found) for a in found]
    found = read("Villagers quoted by the Norland Agency said that the dam held.")
    assert ["the Norland Agency", "Villagers"] in [chain(a, found) for a in found]


def test_a_speaker_within_what_somebody_says_is_nested() -> None:
    found = read("The mayor said that police believe that the dam held.")
    assert [chain(a, found) for a in found] == [["The mayor"], ["The mayor", "police"]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the dam held; villagers say it broke.",
        "The ministry said that the dam held, while villagers say it broke.",
        "The ministry said that the dam held, but villagers said it broke.",
    ],
)
def test_the_next_speakers_words_are_not_the_first_ones(text: str) -> None:
    first, second = read(text)
    assert triple(first) == ("The ministry", "said", "that the dam held")
    assert second.source_name == "villagers"
    assert second.within_id is None


def test_a_verb_without_subject_takes_that_of_the_verb_before() -> None:
    found = read("Ana Lenz said the dam had held, adding that the road was open.")
    assert {triple(a) for a in found} == {
        ("Ana Lenz", "said", "the dam had held"),
        ("Ana Lenz", "adding", "that the road was open"),
    }


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    [found] = read("Ana Lenz said: “The dam held.\n\n“The road is open,”\n\nThe dam was built of stone.")
    assert triple(found) == ("Ana Lenz", "said:", "“The dam held. | “The road is open,”")


def test_an_unbalanced_mark_costs_its_paragraph_only() -> None:
    found = read("Nobody knows “why.\n\n“The dam held,” said Ana Lenz.\n\nThe ministry said that the road was open.")
    assert [a.source_name for a in found] == ["Ana Lenz", "The ministry"]


def test_a_fuller_name_is_given_only_where_there_is_one_candidate() -> None:
    found = read("Ana Lenz said the dam held. Lenz said the road was open. She said the bridge was safe.")
    assert [a.resolved_name for a in found] == [None, "Ana Lenz", "Ana Lenz"]
    found = read("Ana Lenz said the dam held. Omar Vale said it broke. She said the bridge was safe.")
    assert found[-1].resolved_name is None


def test_confidence_is_the_measured_share_of_the_construction_and_absent_elsewhere() -> None:
    [english] = read("The dam held, according to the ministry.")
    assert english.construction == "marker-final"
    assert english.confidence is not None
    assert 0.5 < english.confidence < 1
    [german] = read("Laut Polizei hielt der Damm.", language="de")
    assert german.confidence is None


@pytest.mark.parametrize(
    "unit", ["Ana said that ", "“a,” said B, ", "according to ", "x reportedly fell; ", "citing Ana, ", "( ", "said: “"]
)
def test_text_without_a_stop_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    read(unit * (200_000 // len(unit)))
    assert time.perf_counter() - start < 5


def test_a_reader_can_be_replaced() -> None:
    class Reader:
        name = "test"

        def supports(self, language: str) -> bool:
            return True

        def read(self, article: Article) -> Iterator[Relation]:
            yield Relation(source=[(0, 3)], cue=[(4, 8)], content=[(9, 17)], construction="given")

    of = article("Ana said it held.", language="xx")
    [record] = list(AttributionStage(Reader()).run(of.id, [of]))
    assert isinstance(record, Attribution)
    assert triple(record) == ("Ana", "said", "it held.")
