import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lineage_prose as prose
from sayso.lineage.align import Alignment, align, profile
from sayso.lineage.shingles import words_of


def aligned(left: str, right: str) -> Alignment:
    one, other = words_of([left, right])
    return align(profile(one, 5), profile(other, 5))


def test_a_text_stands_wholly_in_itself() -> None:
    found = aligned(prose.text(1), prose.text(1))
    assert len(found.passages) == 1
    assert found.left_coverage == found.right_coverage == found.density == 1


def test_texts_on_different_subjects_share_nothing() -> None:
    assert aligned(prose.text(1), prose.text(2)).shared < 20
    assert aligned("", prose.text(2)).passages == ()


def test_a_trimmed_copy_is_covered_and_its_origin_in_part() -> None:
    whole = prose.paragraphs(3)
    found = aligned("\n\n".join(whole[:6]), "\n\n".join(whole))
    assert found.left_coverage == 1
    assert found.right_coverage == pytest.approx(0.5, abs=0.05)


def test_swapped_and_dropped_words_do_not_break_a_passage() -> None:
    found = aligned(prose.reworded(prose.text(4)), prose.text(4))
    assert len(found.passages) <= 2
    assert found.left_coverage > 0.85
    assert found.density < 0.8


def test_moved_paragraphs_give_crossing_passages() -> None:
    whole = prose.paragraphs(5)
    found = aligned("\n\n".join([*whole[6:], *whole[:6]]), "\n\n".join(whole))
    assert found.left_coverage == 1
    assert found.passages[0].right > found.passages[1].right


def test_a_lifted_paragraph_is_found_where_it_stands() -> None:
    own, lifted = prose.paragraphs(6), prose.paragraphs(7)
    host = "\n\n".join([*own[:4], *lifted[:2], *own[4:]])
    left, right = words_of([host, "\n\n".join(lifted)])
    passage = max(align(profile(left, 5), profile(right, 5)).passages, key=lambda p: p.shared)
    quoted = host[left.starts[passage.left] : left.ends[passage.left_end - 1]]
    assert quoted in "\n\n".join(lifted[:2])
    assert len(quoted) > 0.9 * len("\n\n".join(lifted[:2]))


def test_a_refrain_does_not_confuse_the_order() -> None:
    verse = prose.paragraphs(8)
    refrain = "and so the long night went on without a word from the tower\n\n"
    text = refrain.join(verse)
    found = aligned(text, text)
    assert len(found.passages) == 1
    assert found.left_coverage == 1


def test_stray_phrases_are_not_passages() -> None:
    phrase = "said in a statement on Tuesday"
    left = f"{prose.text(9)} {phrase} {prose.text(10)}"
    assert all(p.shared >= 8 for p in aligned(left, f"{prose.text(11)} {phrase}").passages)


def test_chinese_texts_are_aligned_by_character() -> None:
    shared = "港务局周二表示北部船闸将关闭三周以便检修水泵并更换老旧的闸门"
    found = aligned(shared + "。工会反对。", "记者从会议获悉，" + shared)
    assert found.passages[0].shared >= len(shared)
    assert found.shared == pytest.approx(0.6 * found.passages[0].shared)


@given(st.text("ab c", max_size=120), st.text("ab c", max_size=120))
def test_coverage_stays_between_nothing_and_all_whatever_repeats(left: str, right: str) -> None:
    found = aligned(left, right)
    assert 0 <= found.left_coverage <= 1
    assert 0 <= found.right_coverage <= 1
    assert 0 <= found.density <= 1
    for passage in found.passages:
        assert 0 <= passage.left < passage.left_end <= found.left_length
        assert 0 <= passage.right < passage.right_end <= found.right_length
        assert passage.shared <= min(passage.left_end - passage.left, passage.right_end - passage.right)


@settings(deadline=None)
@given(st.integers(0, 50), st.integers(0, 50))
def test_turning_twice_gives_the_same(left: int, right: int) -> None:
    found = aligned(prose.text(left, 3), prose.reworded(prose.text(right, 4), left))
    assert found.turned().turned() == found


def test_a_hundred_thousand_times_one_word_is_no_trouble() -> None:
    assert aligned("no " * 100_000, "no " * 90_000).right_coverage == 1
