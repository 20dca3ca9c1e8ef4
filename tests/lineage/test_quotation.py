import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.quotation import quoted_ranges, quoted_share


@pytest.mark.parametrize(
    "marked",
    [
        "He said: [“We shut the lock.”] Then he left.",
        'He said: ["We shut it," ]she said, ["not you."]',
        "Er sagte: [„Die Schleuse ist zu.“] Dann ging er.",
        "Il a dit : [« L’écluse est fermée. »] Puis il partit.",
        "他说：[「船闸关闭」]，随后离开。",
        "[“It goes on]\n\n[“and ends here.”] So be it.",
        "[“It goes on.\n\nIt ends here,”] he said. Not he.",
        '["It goes on.\n\nAnd on.\n\nIt ends here,"] he said. Not he.',
        '["It is not closed.]\n\nThe lock was shut. ["It was," ]he said.',
        "No quotation at all.",
        "He wrote.\n\n[The lock is shut! — Ana Vey (@vey_lock) March 4, 2031]\n\nThen he left.",
        "[It is shut. — Ana Vey (@vey) March 4, 2031][ No. — Bo Rul (@rul) 5. März 2031] He left.",
        "He wrote.\n\n[The lock is shut!\n\n-- Ana Vey (@vey_lock)]\n\nThen he left.",
        "The lock keeper – Ana Vey (@vey), 41 – shut it. Twitter's co-owner (@owner) did not.",
        "It went so:\n\n[VEY: It is shut. RUL: Why? VEY: Ask them.]\n\nThen he left.",
        "We asked.\n\n[Ana Vey: It is shut.]\n\n[Bo Rul: Why?]\n\n[Ana Vey: Ask.]\n\n[Bo Rul: No.]\n\nSo it went.",
        "[记者：为什么？]\n\n[船长：不知道。]\n\n[记者：真的？]\n\n[船长：真的。]\n\n随后离开。",
        "It is shut.\n\nRelated: The lock\n\nIt stays so.\n\nRelated: The dam\n\nWARNING: it leaks.",
    ],
)
def test_quotations_are_found_in_whatever_marks(marked: str) -> None:
    text, ranges, start = "", [], 0
    for char in marked:
        if char == "[":
            start = len(text)
        elif char == "]":
            ranges.append((start, len(text)))
        else:
            text += char
    found = [text[a:b].strip() for a, b in quoted_ranges(text)]
    assert found == [text[a:b].strip() for a, b in ranges]


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert quoted_ranges("5” of rain " + "fell and fell " * 400) == ()


@given(st.text('aAB:—(@) 201"“”„\n', max_size=60))
def test_ranges_are_in_order_and_apart(text: str) -> None:
    bounds = [bound for pair in quoted_ranges(text) for bound in pair]
    assert bounds == sorted(bounds)
    assert 0 <= quoted_share(quoted_ranges(text), 0, len(text)) <= 1


def test_share_counts_what_lies_inside() -> None:
    assert quoted_share(((0, 5), (10, 15)), 0, 20) == 0.5
    assert quoted_share(((0, 5), (10, 15)), 11, 14) == 1
    assert quoted_share((), 3, 3) == 0


def test_a_megabyte_of_marks_is_read_at_once() -> None:
    assert len(quoted_ranges('"' * 2**20)) == 2**19
    assert quoted_ranges("\n" * 2**20) == ()


@pytest.mark.parametrize(
    "unit", ["- ", "— a", "A: ", "A:\n", "ab: c\n", "(@a)", "— b (@a) ", "— b (@a)\n", "— b (@a) 2000"]
)
def test_a_megabyte_of_what_begins_like_a_post_or_a_talk_is_read_at_once(unit: str) -> None:
    started = time.process_time()
    quoted_ranges(unit * (2**20 // len(unit)))
    assert time.process_time() - started < 10  # it takes half a second at most
