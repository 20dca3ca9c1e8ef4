"""Names and what they name; types that are one in every script."""

import datetime
import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article
from sayso.annotate.names import NameStage, mentions, system_name
from sayso.model import Clock, Mention
from sayso.vocab import MentionKind


def named(text: str, language: str = "en") -> dict[str, MentionKind]:
    return {m.name: m.kind for m in mentions(article(text, language=language))}


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "They met President Ana Lenz yesterday.", "Ana Lenz", MentionKind.PERSON),
        ("en", "The governor, Governor Rusk, left.", "Rusk", MentionKind.PERSON),
        ("en", "It was said by the Interior Ministry.", "Interior Ministry", MentionKind.ORGANIZATION),
        ("en", "Rain fell in Norvale for hours.", "Norvale", MentionKind.PLACE),
        ("en", "Rain fell over the Korvin District again.", "Korvin District", MentionKind.PLACE),
        ("en", "They saw Ludwig van Beem there.", "Ludwig van Beem", MentionKind.NAME),
        ("en", "They asked Ruritania's army to wait.", "Ruritania", MentionKind.NAME),
        ("ru", "Об этом сказал губернатор Лазарев журналистам.", "Лазарев", MentionKind.PERSON),
        ("ru", "Дождь шёл в Норвейле весь день.", "Норвейле", MentionKind.PLACE),
        ("uk", "Про це сказав губернатор Лазарук журналістам.", "Лазарук", MentionKind.PERSON),
        ("de", "Das sagte Präsidentin Ana Lenz am Abend.", "Ana Lenz", MentionKind.PERSON),
        ("fr", "Selon le ministère ruritain de la Défense, il pleut.", "Défense", MentionKind.ORGANIZATION),
        ("es", "Lo dijo el presidente Ramón Silva ayer.", "Ramón Silva", MentionKind.PERSON),
        ("pl", "Powiedział to prezydent Jan Kos wczoraj.", "Jan Kos", MentionKind.PERSON),
    ],
)
def test_words_beside_a_name_say_what_it_names(language: str, text: str, name: str, kind: MentionKind) -> None:
    assert named(text, language)[name] is kind


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Il-76", "Il-76"), ("Ил-76", "Il-76"), ("Іл-76", "Il-76"), ("Ił-76", "Il-76"), ("إل-76", "Il-76"),
     ("С-300", "S-300"), ("S\u2011300", "S-300"), ("MIM-104A", "MIM-104A")],
)  # fmt: skip
def test_a_type_has_one_name_in_every_script(printed: str, name: str) -> None:
    assert system_name(printed) == name
    found = [m for m in mentions(article(f"xx {printed} xx", language="ru")) if m.kind is MentionKind.SYSTEM]
    assert [(m.span.exact, m.name) for m in found] == [(printed, name)]


def test_what_is_no_type() -> None:
    assert MentionKind.SYSTEM not in named("Covid-19 spread on the 24th, 5-6 km away, at 70km.").values()


def test_german_nouns_are_no_names() -> None:
    assert "Haus" not in named("Da steht ein Haus und ein Baum.", "de")


def test_the_first_word_of_a_sentence_is_a_name_only_where_the_text_shows_it() -> None:
    assert "Several" not in named("Several men met Lenz.")
    assert "Rain" not in named("Rain fell.")
    assert named("They met Lenz. Lenz left.").keys() == {"Lenz"}


def test_a_people_before_its_noun_is_neither_name_nor_place() -> None:
    assert "Ruritanian" not in named("They heard from Ruritanian officials twice.")
    assert named("They heard from East-Ruritanian officials twice.")["East-Ruritanian"] is MentionKind.NAME


def test_headlines_in_title_case_make_no_names() -> None:
    assert "Heavy Rain Floods Many Streets" not in named("Heavy Rain Floods Many Streets In Town")


def test_times_are_mentions_with_their_interval() -> None:
    published = Clock(value=datetime.datetime(2024, 2, 1, tzinfo=datetime.UTC), precision="day", text="", basis="")
    of = article("It rained on 24 January.", published=published)
    found = [m for m in mentions(of) if m.kind is MentionKind.TIME]
    assert [(m.span.exact, m.name) for m in found] == [("24 January", "2024-01-24")]
    assert found[0].interval is not None


def test_scripts_without_capitals_give_types_and_times_alone() -> None:
    kinds = set(named("سقطت طائرة إل-76 في 24 يناير 2024.", "ar").values())
    assert kinds == {MentionKind.SYSTEM, MentionKind.TIME}


def test_the_stage_yields_mentions_in_text_order_without_overlap() -> None:
    stage = NameStage()
    of = article("President Ana Lenz flew an Il-76 to Norvale on 24 January 2024 with Governor Rusk.")
    assert list(stage.keys(of)) == [of.id]
    spans = [(m.span.start, m.span.end) for m in stage.run(of.id, [of]) if isinstance(m, Mention)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(st.text(alphabet="ABab ИиЛл-76'’.,\n3СсS", max_size=100), st.sampled_from(["en", "de", "ru", "xx"]))
def test_any_text_gives_spans_that_fit(text: str, language: str) -> None:
    for mention in mentions(article(text, language=language)):
        assert mention.name
        assert mention.span.exact == text[mention.span.start : mention.span.end]


def test_hostile_text_costs_no_more_than_its_length() -> None:
    for piece in ("A", "A ", "A-", "A-1", "von ", "President ", "1-", "O'"):
        of = article(piece * (20_000 // len(piece)))
        started = time.process_time()
        list(mentions(of))
        assert time.process_time() - started < 2, piece
