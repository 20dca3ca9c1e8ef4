import io
import re

import pytest
from rich.console import Console

from report.copied import CLOSING, MIDDLE, OPENING, WIRE_TEXT, agency, copy, told
from report.test_report_lineage import HOSTILE, case, hostile, many
from sayso.errors import UsageError
from sayso.model import Reason
from sayso.report import quoting
from sayso.report.lookup import named
from sayso.report.records import CaseRecords
from sayso.report.terminal import print_summary
from sayso.report.terminal_lineage import print_named
from sayso.vocab import DerivationKind, DirectionBasis

WIRE = told("Tidewire", WIRE_TEXT, 6, headline="Lock fails")
HARD = OPENING.replace("possibly ", "")
STAR = told("Morning Star", f"SARN (Tidewire) - {HARD}\n{CLOSING}", 8, "SARN (Tidewire) -", headline="Lock down")
WHY = (Reason(code="credit_line", detail="Morning Star credits Tidewire: “SARN (Tidewire) -”"),)
TIE = copy(STAR, WIRE, (HARD, OPENING), CLOSING, basis=DirectionBasis.CREDIT_LINE, reasons=WHY)
CASE = case(WIRE, STAR, TIE)


def printed(of: CaseRecords, wanted: str = "", width: int = 80, colour: str | None = None) -> str:
    """What `show` prints of a case, or of what is wanted of it."""
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=colour, force_terminal=colour is not None)  # type: ignore[arg-type]
    if wanted:
        print_named(of, wanted, console, "sayso show sarn")
    else:
        print_summary(of, console, "sayso show sarn")
    return file.getvalue()


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_summary_draws_each_family_from_origin_to_copies() -> None:
    text = printed(CASE)
    assert "     Tidewire: 2 articles\n" in text
    assert "  1    Tidewire, 14 May 2031, 06:00 UTC\n" in text
    assert "  2      → Morning Star, 14 May 2031, 08:00 UTC: edited copy\n" in text
    assert "The ties of an article, by its number: sayso show sarn NUMBER" in folded(text)


def test_the_summary_of_a_large_family_is_short_and_counted() -> None:
    text = printed(many(50))
    assert len(re.findall("word-for-word copy", text)) == 7
    assert "and 43 more articles" in folded(text)


def test_an_article_lists_its_ties_with_the_command_for_each() -> None:
    text = folded(printed(CASE, "2"))
    assert text.startswith("2 Lock down Morning Star · 14 May 2031, 08:00 UTC · English")
    assert "credits a wire: Tidewire “SARN (Tidewire) -”" in text
    assert "Who copied whom: 1 tie" in text
    assert "Tidewire, 14 May 2031, 06:00 UTC → Morning Star, 14 May 2031, 08:00 UTC: edited copy" in text
    assert "90 % of Morning Star stands in Tidewire, 60 % of Tidewire in Morning Star" in text
    assert "Direction by a credit line: Morning Star credits Tidewire: “SARN (Tidewire) -”" in text
    assert f"Its 2 passages: sayso show sarn {quoting.anchor(TIE.id)}" in text


def test_times_of_other_versions_are_printed_as_a_reader_writes_them() -> None:
    later = told("Tidewire", f"{OPENING}\n{CLOSING}", 9, headline="Lock failed")
    assert later.published
    detail = f"Tidewire changed “a” to “b” ({later.published.text}), and Morning Star made the same change later"
    why = (Reason(code="correction_carried_over", detail=detail, evidence=(WIRE.id, later.id)),)
    tie = copy(STAR, WIRE, (HARD, OPENING), CLOSING, basis=DirectionBasis.CORRECTION, reasons=why)
    text = folded(printed(case(WIRE, STAR, later, tie), "1"))
    assert "Direction by a correction carried over: Tidewire changed “a” to “b” (14 May 2031, 09:00 UTC), and" in text


def test_all_ties_of_an_article_are_listed_however_many() -> None:
    assert printed(many(60), "1").count("word-for-word copy") == 60


def test_an_article_without_ties_says_so() -> None:
    assert "No text of another article was found in it" in folded(printed(case(WIRE), "1"))


def test_a_tie_prints_its_passages_one_under_the_other_where_there_is_no_room() -> None:
    text = printed(CASE, TIE.id)
    assert "     Tidewire, characters 12–83\n       The lock at Sarn [-possibly-] failed" in text
    assert "     Morning Star, characters 29–91\n       The lock at Sarn failed" in text
    assert f"       [-{MIDDLE.rstrip('.')}-]\n" in text
    assert "     Morning Star\n       [[credits a wire: SARN (Tidewire) -]]\n" in text


def test_a_tie_prints_its_passages_side_by_side_where_there_is() -> None:
    text = printed(CASE, TIE.id, width=100)
    assert re.search(r"Tidewire, characters 12–83 +│ Morning Star, characters 29–91\n", text)
    assert re.search(r"The lock at Sarn \[-possibly-\] failed .*│ The lock at Sarn failed on", text)


def test_right_to_left_text_is_never_set_beside_another() -> None:
    arabic = told("المرفأ", OPENING, 9, language="ar")
    tie = copy(arabic, WIRE, OPENING)
    assert "│" not in printed(case(WIRE, arabic, tie), tie.id, width=120)


@pytest.mark.parametrize("width", [30, 40, 80, 99, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for wanted in ("", "1", TIE.id):
        assert max(map(len, printed(CASE, wanted, width).splitlines())) <= width


def test_wide_characters_are_counted_as_wide() -> None:
    one = told("甲报", "萨恩船闸可能于周一夜间失灵，水务局称。" * 4, language="zh")
    other = told("乙报", "萨恩船闸于周一夜间失灵，水务局称。" * 4, 9, language="zh")
    tie = copy(other, one, (other.text, one.text))
    lines = printed(case(one, other, tie), tie.id, width=100).splitlines()
    beside = [line.partition("│") for line in lines if "│" in line]
    assert len({sum(2 if ord(c) > 0x2E80 else 1 for c in left) for left, _, _ in beside}) == 1


def test_signs_say_what_colour_says() -> None:
    coloured = printed(CASE, TIE.id, colour="standard")
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(CASE, TIE.id)


def test_no_colour_where_the_reader_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", printed(CASE, TIE.id, colour="standard"))


def test_escape_sequences_and_markup_do_not_reach_the_terminal() -> None:
    attack = "\x1b]0;owned\x07 \x1b[2J [bold red]now[/] \u202e43"
    papers = [
        told(f"{name} {attack}", f"{attack} {OPENING} {attack}", hour, attack, headline=attack)
        for name, hour in (("a", 6), ("b", 7))
    ]
    reasons = (Reason(code="earlier_clock", detail=attack),)
    tie = copy(papers[1], papers[0], (papers[1].text, papers[0].text), reasons=reasons)
    of = case(*papers, tie)
    text = printed(of) + printed(of, "1") + printed(of, tie.id) + printed(of, tie.id, 120)
    assert not set("\x1b\x07\u202e") & set(text)
    assert "[bold red]now[/]" in folded(text)


def test_hostile_records_are_printed_as_text() -> None:
    of = hostile()
    for wanted in ("", "1", "2", HOSTILE, *(derivation.id for derivation in of.derivations)):
        assert "\u202e" not in printed(of, wanted)


def test_a_hidden_origin_lists_who_credits_it_and_each_tie_shows_the_line_in_its_place() -> None:
    wire = agency("Coast Wire")
    paper = told("Evening Post", f"FERRIN (Coast Wire) - {OPENING}", 7, "FERRIN (Coast Wire) -")
    credit = copy(paper, wire, kind=DerivationKind.REPUBLICATION, basis=DirectionBasis.CREDIT_LINE)
    of = case(wire, paper, credit)
    text = folded(printed(of, "coast wire"))
    assert text.startswith("Coast Wire (news agency, not among the articles read) Who copied whom: 1 tie")
    assert "Coast Wire → Evening Post, 14 May 2031, 07:00 UTC: credits it" in text
    assert f"[[credits a wire: FERRIN (Coast Wire) -]] {OPENING}" in folded(printed(of, credit.id, 120))


def test_things_are_found_by_number_name_and_id_as_ledger_and_page_write_it() -> None:
    assert named(CASE, "2") == [STAR]
    assert named(CASE, "morning STAR") == [STAR]
    assert named(CASE, "the Morning Star") == [STAR]
    assert named(CASE, STAR.id) == named(CASE, quoting.anchor(STAR.id)) == [STAR]
    assert named(CASE, TIE.id[:9]) == named(CASE, quoting.anchor(TIE.id)) == [TIE]


@pytest.mark.parametrize("wanted", ["0", "3", "9" * 400, "", "drv-", "drv_zz", "nobody", "²", "\x1b[2J", "art"])
def test_what_is_not_there_is_a_wrong_usage_that_says_what_to_give(wanted: str) -> None:
    with pytest.raises(UsageError, match="1–2"):
        named(CASE, wanted)


def test_an_id_that_fits_several_is_refused() -> None:
    of = many(40)
    with pytest.raises(UsageError, match="ids begin with drv-"):
        named(of, f"drv-{of.derivations[0].id[4]}")
