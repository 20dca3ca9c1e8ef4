"""Words whose vowels are signs are whole: in lists, in likeness, in names, in what is denied."""

import pytest

from sayso.corroborate.same_statement import plain
from sayso.corroborate.terms import Terms, words_of
from sayso.corroborate.wording import content_stems, words
from sayso.letters import is_in_word
from sayso.phrases import begun_words, whole_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("मंत्री ने इस्तीफा दिया", ["मंत्री", "ने", "इस्तीफा", "दिया"]),
        ("গেট আটকানো হয়নি", ["গেট", "আটকানো", "হয়নি"]),
        ("l'armée, 12.5 U.S.", ["l", "armée", "12", "5", "u", "s"]),
    ],
)
def test_words_are_whole(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_a_shorter_word_is_not_found_in_a_longer_one_before_a_sign() -> None:
    terms = Terms.of("hi", [("bridge", "पुल"), ("police", "पुलिस")])
    assert [hit.concept for hit in terms.find(words_of("पुलिस पहुंची"))] == ["police"]
    assert whole_words("पुल", "hi").search("पुलिस पहुंची") is None
    assert whole_words("पुल", "hi").search("पुल गिर गया") is not None
    assert begun_words("पुल", "hi").search("बापुल") is None


def test_thai_words_are_found_in_a_run() -> None:
    terms = Terms.of("th", [("missing", "สูญหาย")])
    assert [hit.concept for hit in terms.find(words_of("ยังมีผู้สูญหายอีกสิบคน"))] == ["missing"]
    assert whole_words("สูญหาย", "th").search("ยังมีผู้สูญหายอีกสิบคน") is not None


def test_words_that_differ_by_a_vowel_are_two() -> None:
    assert plain("नदी में बाढ़") != plain("नदी में बढ़")
    assert words("हाल") != words("हल")


def test_stems_are_those_of_whole_words() -> None:
    assert len(content_stems("पुलिस गोली चली", "hi")) == 3


def test_signs_are_in_words_and_marks_are_not() -> None:
    assert [is_in_word(sign) for sign in ("ी", "ক", "7", "।", " ", "")] == [True, True, True, False, False, False]
