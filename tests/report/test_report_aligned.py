import dataclasses

import pytest

from report.copied import CLOSING, MIDDLE, OPENING, WIRE_TEXT, copy, laid_out, marked, told
from sayso.model import Article, Block, Credit, Match
from sayso.report.aligned import ON_A_PAGE, Aligned, Limits, Reading, credits_of
from sayso.vocab import BlockRole, CreditKind, DerivationKind

WIRE = told("Tidewire", WIRE_TEXT)


def sides(found: Aligned) -> list[tuple[int, str, str]]:
    return [(row.number, marked(row.first), marked(row.second)) for row in found.rows]


def test_words_that_differ_are_marked_on_both_sides() -> None:
    hard = "The lock at Sarn failed on Monday night, officials said."
    paper = told("Evening Post", hard, 9)
    (row,) = sides(laid_out(copy(paper, WIRE, (hard, OPENING)), paper, WIRE))[:1]
    assert row == (
        1,
        "The lock at Sarn <possibly> failed on Monday night, <the water board> said.",
        "The lock at Sarn failed on Monday night, <officials> said.",
    )


def test_every_piece_of_text_is_cut_from_the_article() -> None:
    paper = told("Evening Post", f"{CLOSING} Nobody was hurt.\n{OPENING}", 9)
    found = laid_out(copy(paper, WIRE, OPENING, CLOSING), paper, WIRE)
    for row in found.rows:
        for cell, of in ((row.first, WIRE), (row.second, paper)):
            assert all(piece.text in of.text for piece in cell.pieces if piece.kind in ("same", "differs"))
            if row.number:
                assert "".join(piece.text for piece in cell.pieces) == of.text[cell.start : cell.end]


def test_what_stands_between_is_shown_if_short_and_counted_if_long() -> None:
    paper = told("Evening Post", f"{OPENING}\n{CLOSING}", 9)
    tie = copy(paper, WIRE, OPENING, CLOSING)
    short = laid_out(tie, paper, WIRE)
    assert sides(short)[1] == (0, f"<{MIDDLE.rstrip('.')}>", "")
    counted = laid_out(tie, paper, WIRE, Limits(passages=9, words=99, unbroken=99, between=9))
    assert sides(counted)[1] == (0, "(… 10 words not in Evening Post …)", "")
    assert counted.summary == "2 passages, 19 words; word for word inside"


def test_every_word_of_either_text_is_told_once() -> None:
    paper = told("Evening Post", f"Later. {CLOSING} {MIDDLE}\nA line of its own.\n{OPENING} More.", 9)
    found = laid_out(copy(paper, WIRE, CLOSING, OPENING), paper, WIRE)
    for of, cells in ((WIRE, [r.first for r in found.rows]), (paper, [r.second for r in found.rows])):
        words = [word for cell in cells for piece in cell.pieces if piece.kind != "note" for word in piece.text.split()]
        assert sorted(word.strip(".,") for word in words if word.strip(".,")) == sorted(
            word.strip(".,") for word in of.text.split()
        )


def test_a_passage_that_was_moved_says_so() -> None:
    paper = told("Evening Post", f"{CLOSING}\n{OPENING}", 9)
    found = laid_out(copy(paper, WIRE, OPENING, CLOSING), paper, WIRE)
    assert [row.second.start for row in found.rows if row.number] == [0, len(CLOSING) + 1]
    assert "(what follows stands earlier in this text)" in sides(found)[-2][1]


def test_the_credit_line_is_marked_where_it_stands_and_not_counted() -> None:
    paper = told("Evening Post", f"SARN (Tidewire) - {OPENING}\n{CLOSING}", 9, "SARN (Tidewire) -")
    found = laid_out(copy(paper, WIRE, OPENING, CLOSING), paper, WIRE)
    assert sides(found)[0] == (0, "", "[[SARN (Tidewire) -]]")
    assert found.rows[0].second.pieces[0].label == "credits a wire"


def test_a_credit_line_inside_a_passage_is_marked_there() -> None:
    text = OPENING.replace("failed", "(Tidewire) failed")
    paper = told("Evening Post", text, 9, "(Tidewire)")
    found = laid_out(copy(paper, WIRE, (text, OPENING)), paper, WIRE)
    assert (
        sides(found)[0][2] == "The lock at Sarn possibly [[(Tidewire)]] failed on Monday night, the water board said."
    )
    assert found.summary == "1 passage, 13 words; word for word inside"


def test_furniture_inside_a_passage_is_set_aside() -> None:
    advert = "Subscribe for a coffee a month."
    paper = told("Evening Post", f"{OPENING}\n{advert}\n{MIDDLE}", 9)
    blocks = [
        dataclasses.replace(block, role=BlockRole.FURNITURE) if paper.text[block.start :].startswith(advert) else block
        for block in paper.blocks
    ]
    paper = dataclasses.replace(paper, blocks=tuple(blocks))
    tie = copy(paper, WIRE, (paper.text, f"{OPENING}\n{MIDDLE}"))
    assert sides(laid_out(tie, paper, WIRE))[0][2] == f"{OPENING} (… set aside, not compared …) {MIDDLE}"


def test_a_long_stretch_without_a_difference_is_counted_on_both_sides_alike() -> None:
    text = " ".join(f"w{n}" for n in range(150))
    one, other = told("Tidewire", f"{text} end"), told("Evening Post", f"{text} finish", 9)
    tie = copy(other, one, (other.text, one.text))
    (row,) = (row for row in laid_out(tie, other, one, ON_A_PAGE).rows if row.number)
    for cell in (row.first, row.second):
        assert [piece.text for piece in cell.pieces if piece.kind == "note"] == ["… 90 words, the same in both …"]
        assert cell.pieces[0].text.split() == text.split()[:30]
    assert [piece.text for piece in row.second.pieces if piece.kind == "differs"] == ["finish"]
    assert "… 90 words" not in marked(laid_out(tie, other, one).rows[0].first)


def test_what_exceeds_the_bounds_of_a_page_is_counted() -> None:
    sentences = [f"Sentence number {n} is about the gate of lock {n} alone." for n in range(30)]
    one = told("Tidewire", "\n".join(f"{s} Only here {n}." for n, s in enumerate(sentences)))
    other = told("Evening Post", "\n".join(sentences), 9)
    found = laid_out(copy(other, one, *sentences), other, one, ON_A_PAGE)
    assert max(row.number for row in found.rows) == ON_A_PAGE.passages
    assert found.more == "18 further passages"
    assert found.summary == "30 passages, 330 words"
    assert not laid_out(copy(other, one, *sentences), other, one).more


def test_a_passage_longer_than_the_page_gives_is_cut_and_counted() -> None:
    one = told("Tidewire", " ".join(f"a{n}" for n in range(900)))
    other = told("Evening Post", " ".join(f"b{n}" for n in range(900)), 9)
    (row,) = laid_out(copy(other, one, (other.text, one.text)), other, one, ON_A_PAGE).rows
    for cell in (row.first, row.second):
        assert cell.pieces[-1].text == "… 300 words, left out here …"


def test_scripts_without_blanks_are_compared_by_characters() -> None:
    one = told("甲报", "萨恩船闸可能于周一夜间失灵，水务局称。", language="zh")
    other = told("乙报", "萨恩船闸于周一夜间失灵，水务局称。", 9, language="zh")
    found = laid_out(copy(other, one, (other.text, one.text)), other, one)
    assert sides(found)[0][1:] == ("萨恩船闸<可能>于周一夜间失灵，水务局称。", other.text)
    assert found.summary == "1 passage, 15 characters; 2 characters differ inside"


def test_marks_of_indic_and_arabic_words_stay_with_their_word() -> None:
    one = told("Ek", "बाँध सोमवार की रात टूट गया", language="hi")
    other = told("Do", "बाँध मंगलवार की रात टूट गया", 9, language="hi")
    found = laid_out(copy(other, one, (other.text, one.text)), other, one)
    assert sides(found)[0][1:] == ("बाँध <सोमवार> की रात टूट गया", "बाँध <मंगलवार> की रात टूट गया")


def test_words_of_two_languages_are_not_compared() -> None:
    other = told("Abendpost", "Die Schleuse von Sarn versagte am Montag.", 9, language="de")
    found = laid_out(copy(other, WIRE, (other.text, OPENING), kind=DerivationKind.TRANSLATION), other, WIRE)
    assert not found.compared
    assert "<" not in "".join(map(str, sides(found)[0]))
    assert found.summary == "1 passage, 7 words"


def test_right_to_left_texts_say_so() -> None:
    other = told("المرفأ", OPENING, 9, language="ar")
    found = laid_out(copy(other, WIRE, OPENING), other, WIRE)
    assert {row.second.direction for row in found.rows} == {"rtl"}


@pytest.mark.parametrize("match", [(-5, 10**9, 3, 1), (0, 40, 10**9, 10**9 + 5), (9, 9, 9, 9), (0, 40, -3, 40)])
def test_offsets_of_an_altered_ledger_do_no_harm(match: tuple[int, int, int, int]) -> None:
    paper = told("Evening Post", OPENING, 9)
    left, left_end, right, right_end = match
    bent = Match(left_start=left, left_end=left_end, right_start=right, right_end=right_end)
    tie = dataclasses.replace(copy(paper, WIRE, OPENING), matches=(bent,))
    for row in laid_out(tie, paper, WIRE).rows:
        assert 0 <= row.second.start <= row.second.end <= len(paper.text)


def test_credit_lines_that_overlap_or_overrun_are_shown_once() -> None:
    of = told("Evening Post", f"{OPENING} (Tidewire)", 9, "(Tidewire)")
    line = of.credits[0]
    wild = Credit(kind=CreditKind.WIRE, name="x", start=line.start - 5, end=10**9)
    crooked = Credit(kind=CreditKind.WIRE, name="x", start=9, end=3)
    of = dataclasses.replace(of, credits=(line, wild, crooked))
    found = laid_out(copy(of, WIRE, OPENING), of, WIRE)
    shown = [piece.text for row in found.rows for piece in row.second.pieces if piece.kind == "credit"]
    assert len(shown) == len(set(shown)) == 1


def owned(name: str) -> Article:
    text = f"{OPENING}\n© {name} 2031"
    start = text.index("©")
    line = Credit(kind=CreditKind.COPYRIGHT, name=name, start=start, end=len(text))
    return dataclasses.replace(told("Evening Post", text, 9), credits=(line,))


def test_an_outlets_copyright_in_its_own_pages_is_no_credit() -> None:
    assert credits_of(owned("Evening Post Ltd")) == []
    assert [credit.name for credit in credits_of(owned("Tidewire"))] == ["Tidewire"]


def test_words_are_counted_without_headline_and_furniture() -> None:
    of = told("Evening Post", OPENING, 9, headline="Lock fails at Sarn")
    menu = Block(start=of.text.index("the water"), end=len(of.text), role=BlockRole.FURNITURE)
    of = dataclasses.replace(of, blocks=(of.blocks[0], dataclasses.replace(of.blocks[1], end=menu.start), menu))
    assert Reading(of).words(0, len(of.text)) == 9
