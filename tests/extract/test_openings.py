from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.openings import Openings

PHRASES = Openings(["by", "by our", "h/t", "source", "source article:", "转自"])


def test_the_longest_phrase_is_found_as_whole_words() -> None:
    assert PHRASES.at("by our staff") == "by our"
    assert PHRASES.at("by ourselves") == "by"
    assert PHRASES.at("bypass") is None
    assert PHRASES.at("source article: herald") == "source article:"
    assert PHRASES.at("sources") is None
    assert PHRASES.at("a source", 2) == "source"
    assert PHRASES.at("转自：新华社") == "转自"
    assert PHRASES.at("") is None


@given(st.lists(st.text("ab /", min_size=2, max_size=5), max_size=6), st.text("ab /", max_size=8))
def test_it_finds_what_a_trial_of_each_finds(phrases: list[str], text: str) -> None:
    fits = [
        phrase
        for phrase in phrases
        if text.startswith(phrase) and not (phrase[-1].isalnum() and text[len(phrase) : len(phrase) + 1].isalnum())
    ]
    assert Openings(phrases).at(text) == max(fits, key=len, default=None)
