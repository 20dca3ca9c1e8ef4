"""Who says what: constructions on invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution, Skip
from sayso.vocab import Manner, SkipReason, SourceKind


def read(text: str, **fields: str) -> list[Attribution]:
    of = article(text, **fields)
    return [record for record in AttributionStage().run(of.id, [of]) if isinstance(record, Attribution)]


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
    [skip] = list(AttributionStage().run(of.id, [of]))
    assert isinstance(skip, Skip)
    assert skip.reason is SkipReason.LANGUAGE_UNSUPPORTED


def test_kind_manner_and_name() -> None:
    [direct] = read("“The dam held,” said Ana Lenz.")
    assert (direct.source_kind, direct.manner, direct.source_name) == (SourceKind.NAMED, Manner.DIRECT, "Ana Lenz")
    [mixed] = read("The ministry said the dam was “as good as new” on Friday.")
    assert (mixed.source_kind, mixed.manner) == (SourceKind.ROLE, Manner.MIXED)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab CD.,;:?!\"“”«»„‘’'()–\n said told", max_size=300))
def test_every_piece_is_cut_from_the_text_and_nothing_raises(text: str) -> None:
    of = article(text or ".")
    for record in AttributionStage().run(of.id, [of]):
        assert isinstance(record, Attribution)
        for span in (*record.source, *record.cue, *record.content):
            assert of.text[span.start : span.end] == span.exact
            assert span.exact.strip()
