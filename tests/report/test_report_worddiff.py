import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.worddiff import MOST_CELLS, Token, common, folded


def tokens(words: str | list[str]) -> list[Token]:
    parts = words.split() if isinstance(words, str) else words
    return [Token(at, at + 1, folded(word), word.isalnum()) for at, word in enumerate(parts)]


def shared(left: str, right: str) -> list[str]:
    words = left.split()
    return [" ".join(words[b.left : b.left + b.length]) for b in common(tokens(left), tokens(right))]


def test_words_that_stand_on_one_side_only_are_left_out() -> None:
    assert shared("the ship possibly struck a mine", "the ship struck a mine") == ["the ship", "struck a mine"]


def test_the_shape_of_quotation_marks_and_dashes_and_case_are_no_difference() -> None:
    assert shared("“ No – one ” Said", '" no - one " said') == ["“ No – one ” Said"]


def test_quotation_marks_that_were_put_in_are_a_difference() -> None:
    assert shared("the “ rebels ” fled at dawn", "the rebels fled at dawn") != ["the “ rebels ” fled at dawn"]


def test_composed_and_decomposed_letters_are_the_same_word() -> None:
    assert folded("Café") == folded("Cafe\u0301")
    assert folded("na\u00adive") == folded("naive")


def test_one_word_amid_rewritten_ones_is_no_common_ground() -> None:
    assert shared("alpha beta gamma the delta epsilon zeta", "one two three the four five six") == []


def test_a_passage_that_was_put_in_front_leaves_the_rest_common() -> None:
    assert shared("forty barges wait", "late on Monday forty barges wait") == ["forty barges wait"]


@given(st.lists(st.sampled_from("abcd.,"), max_size=40), st.lists(st.sampled_from("abcd.,"), max_size=40))
def test_blocks_are_in_order_and_equal_on_both_sides(left: list[str], right: list[str]) -> None:
    ours, theirs = tokens(left), tokens(right)
    at = over = 0
    for block in common(ours, theirs):
        assert (block.left >= at, block.right >= over, block.length > 0) == (True, True, True)
        at, over = block.left + block.length, block.right + block.length
        assert left[block.left : at] == right[block.right : over]
    assert at <= len(left)
    assert over <= len(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["na"] * 20_000, ["na"] * 19_999 + ["nay"]),
        (["a", "b"] * 8_000, ["b", "a", "a"] * 6_000),
        ([str(n % 997) for n in range(30_000)], [str(n % 991) for n in range(30_000)]),
    ],
)
def test_texts_made_to_cost_time_cost_little(left: list[str], right: list[str]) -> None:
    started = time.process_time()
    common(tokens(left), tokens(right))
    assert time.process_time() - started < 5


def test_a_long_text_with_small_edits_is_compared_by_its_rare_runs() -> None:
    chance = random.Random(5)
    words = [str(chance.randrange(4_000)) for _ in range(40_000)]
    edited = [word if chance.random() > 0.05 else f"x{word}" for word in words]
    assert len(words) ** 2 / 4_000 > MOST_CELLS
    found = sum(block.length for block in common(tokens(words), tokens(edited)))
    assert found > 0.85 * len(words)
