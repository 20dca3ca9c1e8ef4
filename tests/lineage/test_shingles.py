import string

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.shingles import sampled, shingles, words_of


def cut(text: str) -> list[str]:
    words = next(words_of([text]))
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


def hashes(text: str) -> list[int]:
    return [int(value) for value in next(words_of([text])).hashes]


def test_words_are_cut_where_letters_end() -> None:
    assert cut("Don’t — 1,200 men!") == ["Don", "t", "1", "200", "men"]


def test_case_accents_and_composition_do_not_matter() -> None:
    assert hashes("Café NAÏVE") == hashes("cafe\u0301 naïve") == hashes("CAFE naive")


def test_a_word_includes_the_mark_on_its_last_letter() -> None:
    assert cut("cafe\u0301 x") == ["cafe\u0301", "x"]


def test_arabic_vowel_signs_and_stretching_are_passed_over() -> None:
    assert hashes("الوَزارة") == hashes("الوزارة") == hashes("الوزارـــة")


def test_soft_hyphens_and_joiners_are_passed_over() -> None:
    assert hashes("repu\u00adblished") == hashes("republished")


def test_each_ideograph_is_a_word_and_latin_in_between_stays_whole() -> None:
    words = next(words_of(["俄国防部称IL76坠毁"]))
    assert len(words) == 8
    assert words.worth < 1
    assert words.shingle_length(5) == 8


def test_thai_is_counted_by_letters() -> None:
    assert next(words_of(["เรือสินค้าจม"])).shingle_length(5) > 20


def test_letters_in_another_order_are_another_word() -> None:
    assert len({*hashes("tar"), *hashes("rat"), *hashes("art")}) == 3


def test_left_out_ranges_give_no_words_and_do_not_reach_into_the_next_text() -> None:
    first, second = words_of(["one two three", "four five"], [((4, 999),), ()])
    assert (len(first), len(second)) == (1, 2)


def test_hashes_are_fixed_for_all_time() -> None:
    """Sketches made on two machines, or years apart, must meet."""
    assert hashes("Harbour board") == [14326373723202809613, 3302692410537972216]


def test_any_string_will_do() -> None:
    assert cut("\ud800 a\x00b \U0010ffff \U00020000") == ["a", "b", "\U00020000"]
    assert cut("") == []


def test_shingles_are_as_many_as_windows() -> None:
    words = next(words_of(["a b c d e f g"]))
    assert len(shingles(words.hashes, 5)) == 3
    assert len(shingles(words.hashes, 8)) == 0


def test_a_megabyte_of_one_letter_is_one_word() -> None:
    assert len(next(words_of(["a" * 2**20]))) == 1
    assert len(next(words_of(["," * 2**20]))) == 0


@given(st.lists(st.text(string.printable + "éمش俄\u0301\u00ad", max_size=40), max_size=6))
def test_a_text_has_the_same_words_alone_and_in_a_batch(texts: list[str]) -> None:
    together = list(words_of(texts))
    for text, words in zip(texts, together, strict=True):
        alone = next(words_of([text]))
        assert words.hashes.tolist() == alone.hashes.tolist()
        assert words.starts.tolist() == alone.starts.tolist()
        assert words.ends.tolist() == alone.ends.tolist()


@given(st.text(max_size=200))
def test_offsets_rise_and_lie_inside_the_text(text: str) -> None:
    words = next(words_of([text]))
    bounds = [bound for pair in zip(words.starts.tolist(), words.ends.tolist(), strict=True) for bound in pair]
    assert bounds == sorted(bounds)
    assert all(0 <= bound <= len(text) for bound in bounds)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))


@given(st.lists(st.integers(0, 2**64 - 1), max_size=80))
def test_a_sample_is_a_subset_chosen_by_hash_alone(values: list[int]) -> None:
    every = np.array(values, np.uint64)
    kept = sampled(every, 4)
    assert set(kept.tolist()) == {value for value in values if value % 4 == 0}
    assert sampled(every[::-1], 4).tolist() == kept.tolist()
