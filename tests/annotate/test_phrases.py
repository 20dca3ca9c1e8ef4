"""Phrase tables: stems, the longest match, scripts without spaces."""

import itertools
import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.phrases import PhraseTable, fold, primary, tokenise, word_set


def words(text: str) -> list[str]:
    return [token.word for token in tokenise(text)]


def test_apostrophes_hyphens_and_han_stand_alone() -> None:
    assert words("п’ять vingt-cinq 六十五") == ["п", "'", "ять", "vingt", "-", "cinq", "六", "十", "五"]


def test_numbers_keep_their_separators() -> None:
    assert words("1,200.5 и 7,8") == ["1,200.5", "и", "7,8"]


def test_vowel_signs_and_joiners_are_folded() -> None:
    assert fold("أَسِير") == "أسير"
    assert words("ده\u200cها") == ["دهها"]
    assert fold("ЁЛКА") == "елка"
    assert fold("İZMİR") == "izmir"


def test_the_longest_phrase_wins_and_a_word_wins_over_a_stem() -> None:
    table = PhraseTable([("at least", 1), ("at", 2), ("полон*", 3), ("полонений", 4), ("мирн* жител*", 5)])
    assert table.match(tokenise("at least"), 0) == (2, 1)
    assert table.match(tokenise("at last"), 0) == (1, 2)
    assert table.match(tokenise("полонених"), 0) == (1, 3)
    assert table.match(tokenise("полонений"), 0) == (1, 4)
    assert table.match(tokenise("мирных жителей"), 0) == (2, 5)
    assert table.match(tokenise("мирных"), 0) is None


def test_a_phrase_is_found_by_where_it_ends() -> None:
    table = word_set(["no fewer than", "than"])
    tokens = tokenise("there were no fewer than 5")
    assert table.ending_at(tokens, 5, 4) == (2, True)
    assert table.ending_at(tokens, 4, 4) is None


def test_an_empty_table_is_false_and_matches_nothing() -> None:
    table = word_set([])
    assert not table
    assert table.match(tokenise("a"), 0) is None


def test_near_identical_languages_share_a_list() -> None:
    assert [primary(tag) for tag in ("zh-Hant", "bs", "en_GB", "nb", "und")] == ["zh", "hr", "en", "no", "und"]


@given(st.text(max_size=200))
def test_tokens_lie_in_order_inside_the_text_and_lose_nothing_but_space(text: str) -> None:
    tokens = tokenise(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert all(text[t.start : t.end].strip() for t in tokens)
    covered = {i for t in tokens for i in range(t.start, t.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


def test_hostile_text_costs_no_more_than_its_length() -> None:
    for piece in ("a", "1", "1,", "-", "'", "٠", "六", "\u0301", "a\u0301", "\u200c"):
        started = time.process_time()
        tokenise(piece * (50_000 // len(piece)))
        assert time.process_time() - started < 2
