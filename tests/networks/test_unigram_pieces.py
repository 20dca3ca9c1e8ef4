"""Pieces of a unigram model: the likeliest way to cut a word, and where each piece stands."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.networks.loading import unigram_vocabulary
from sayso.networks.unigram_pieces import UNKNOWN, UnigramPieces

LINES = ["<s>\t0", "</s>\t0", "<unk>\t0", "▁\t-3", "▁der\t-4", "d\t-6", "e\t-6", "r\t-6", "▁de\t-5", "er\t-5", "fi\t-7"]
SMALL = UnigramPieces.of(LINES)


def pieces(text: str, of: UnigramPieces = SMALL) -> list[tuple[str, str]]:
    names = [line.rsplit("\t", 1)[0] for line in LINES]
    return [(names[number], text[low:high]) for number, low, high in of.split(text, 0, len(text))]


def test_the_likeliest_cut_wins() -> None:
    assert pieces("der") == [("▁der", "der")]  # -4, against -10 for "▁de" and "r"
    assert pieces("derer") == [("▁der", "der"), ("er", "er")]


def test_a_beginning_that_stands_alone_is_left_out() -> None:
    assert pieces("er") == [("er", "er")]  # "▁" and "er"


def test_what_is_not_known_is_one_unknown_piece_a_character() -> None:
    assert pieces("d?!") == [("d", "d"), ("<unk>", "?"), ("<unk>", "!")]
    assert SMALL.number(UNKNOWN) == 2


def test_a_text_that_spells_a_special_piece_gives_no_command() -> None:
    assert SMALL.number("[SEP]") not in [number for number, _, _ in SMALL.split("</s>", 0, 4)]


def test_what_is_no_prose_is_one_piece() -> None:
    assert SMALL.split("d" * 20_001, 0, 20_001) == [(2, 0, 20_001)]


def test_compatibility_forms_are_folded_and_keep_their_place() -> None:
    assert pieces("dﬁ") == [("d", "d"), ("fi", "ﬁ")]


def test_what_windows_ask_for_has_the_names_of_this_vocabulary() -> None:
    assert (SMALL.number("[CLS]"), SMALL.number("[SEP]")) == (0, 1)


@pytest.mark.parametrize(
    "text", ["Пресс-служба мэрии сообщила", "Wybuch gazu w kamienicy", "وقالت الوزارة", "水务局通报，供水已恢复"]
)
def test_the_shipped_vocabulary_knows_the_languages_it_reads(text: str) -> None:
    vocabulary = unigram_vocabulary()
    found = vocabulary.split(text, 0, len(text))
    assert vocabulary.number(UNKNOWN) not in [number for number, _, _ in found]
    assert "".join(text[low:high] for _, low, high in found) == text.replace(" ", "")


@given(st.text(max_size=60))
def test_any_text_has_pieces_in_order_inside_it(text: str) -> None:
    found = unigram_vocabulary().split(text, 0, len(text))
    places = [(low, high) for _, low, high in found]
    assert all(0 <= low < high <= len(text) for low, high in places)
    assert all(one[0] <= other[0] for one, other in itertools.pairwise(places))
    seen = "".join(text[low:high] for low, high in dict.fromkeys(places))
    says = [c for c in text if unicodedata.normalize("NFKC", c).strip() and unicodedata.category(c)[0] in "LN"]
    assert set(says) <= set(seen)
