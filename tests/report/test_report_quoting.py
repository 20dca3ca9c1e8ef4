import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.quoting import Source, anchor, first_words, host, one_line, parts, quote, visible, web_address


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u2069", "\x1b", "\x00", "\x9b", "\ud800", "\U000e0041"])
def test_what_reorders_or_hides_text_is_shown(hidden: str) -> None:
    assert visible(f"5{hidden}6") == f"5⟦U+{ord(hidden):04X}⟧6"


@pytest.mark.parametrize("needed", ["\u200c", "\u200d", "\u200f", "\u00ad", "\n", "\t", "é", "א", "中"])
def test_what_languages_need_is_left_alone(needed: str) -> None:
    assert visible(f"a{needed}b") == f"a{needed}b"


@given(st.text())
def test_nothing_that_steers_a_terminal_or_the_direction_is_left(text: str) -> None:
    left = {
        c
        for c in visible(text)
        if unicodedata.bidirectional(c) in {"LRO", "RLO", "LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }
    assert not left
    assert "\x1b" not in visible(text)
    assert visible(text).encode().decode() == visible(text)


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_first_words_are_a_beginning_no_longer_than_asked(text: str, most: int) -> None:
    kept = first_words(text, most)
    assert text.startswith(kept)
    assert len(kept) <= most


def test_first_words_end_with_a_whole_word() -> None:
    assert first_words("the ferry sank off Veel", 15) == "the ferry sank"


def test_a_cut_quote_says_so() -> None:
    assert quote("the ferry sank off Veel", "en", 15).cut
    assert not quote("the ferry sank", "en", 15).cut


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "https://",
        "https://[broken",
        "https://a.example/\u202egpj",
        "https://a.example/" + "x" * 3000,
        "//a.example",
        "",
        None,
    ],
)
def test_only_plain_web_addresses_are_linked(url: str | None) -> None:
    assert web_address(url) == ""


def test_hosts_lose_their_www() -> None:
    assert host("https://www.veel.example/a?b") == "veel.example"
    assert web_address("http://veel.example/a") == "http://veel.example/a"


def test_labels_are_one_line() -> None:
    assert one_line(" a\n b\tc ") == "a b c"


def test_anchors_keep_the_prefix_and_are_the_same_in_every_build() -> None:
    assert anchor("clm_0123456789abcdef0123456789abcdef") == "clm-0123456789ab"


SOURCES = (
    Source(text="Градоначалник каже да су снаге обориле „иљушин“ и да је све мирно.", language="sr"),
    Source(text="He said “no” and left. Nobody knows why the sonar was off.", language="en"),
)


def test_quotes_inside_our_sentences_are_told_from_our_words() -> None:
    found = parts("Open: “да су снаге обориле „иљушин“ и да је све” – “Nobody knows why […]”.", SOURCES)
    assert [(part.plain, part.quote and (part.quote.text, part.quote.language, part.quote.cut)) for part in found] == [
        ("Open: ", None),
        ("", ("да су снаге обориле „иљушин“ и да је све", "sr", False)),
        (" – ", None),
        ("", ("Nobody knows why", "en", True)),
        (".", None),
    ]


def test_a_quote_may_hold_a_quote() -> None:
    found = parts("It says “He said “no” and left”", SOURCES)
    assert [part.quote.text for part in found if part.quote] == ["He said “no” and left"]


@pytest.mark.parametrize("sentence", ["It says “the sonar was on”", "It says “no end", "”“", "“”", ""])
def test_what_stands_in_no_source_stays_in_our_sentence(sentence: str) -> None:
    found = parts(sentence, SOURCES)
    assert "".join(part.plain for part in found) == sentence
    assert not any(part.quote for part in found)


@given(st.text(alphabet="ab “”[…] "))
def test_taking_a_sentence_apart_loses_nothing(sentence: str) -> None:
    found = parts(sentence, [Source(text="a b ab ba aab abb", language="en")])
    shown = "".join(f"“{part.quote.text}”" if part.quote else part.plain for part in found)
    assert re.sub(r"\[…\]|\s", "", shown) == re.sub(r"\[…\]|\s", "", sentence)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Nine people died.", "Nine people died."),
        ("„Es waren neun Tote.", "Es waren neun Tote."),
        ("Nine people died.”", "Nine people died."),
        ("“Nine people died.”", "Nine people died."),
        ("«Погибли девять человек»", "Погибли девять человек"),
        ('"Nine died", he said, "at least"', '"Nine died", he said, "at least"'),
        ("“No,” he said", "“No,” he said"),
        ("He said “no”", "He said “no”"),
        ("She asked about the so-called “raid", "She asked about the so-called “raid"),
        ("“", ""),
        ("", ""),
    ],
)
def test_marks_without_another_half_are_not_doubled(text: str, shown: str) -> None:
    assert quote(text, "en").text == shown


def test_a_quote_may_begin_in_the_middle() -> None:
    (ours, found) = parts("Open: “[…] why the sonar was off.”", SOURCES)
    assert ours.plain == "Open: "
    assert found.quote
    assert (found.quote.text, found.quote.begun, found.quote.cut) == ("why the sonar was off.", True, False)
