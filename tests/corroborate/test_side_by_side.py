"""Claims that answer one question stand side by side, where no list and no figure tells that accounts differ."""

from collections.abc import Callable, Iterable

from factory import article, said
from sayso.model import Contradiction, Record
from sayso.stage import of
from sayso.vocab import Aspect, Difference

Corroborate = Callable[[Iterable[Record]], list[Record]]

MINISTRY = "The ministry"
RESIDENTS = "Residents of Halden"
SOUNDED = "the sirens were sounded well before the dam broke"
SILENT = "the sirens stayed silent before the dam broke"
RESIGNED = "The minister has offered to resign."


def _told(*statements: tuple[str | None, str]) -> list[Record]:
    records: list[Record] = []
    for at, (source, words) in enumerate(statements):
        text = f"{source} said {words}." if source else words
        made = article(text, name=str(at), publisher=f"Outlet {at}")
        records += [made, *said(made, words, by=source)]
    return records


def _side_by_side(made: Iterable[Record]) -> list[Contradiction]:
    return [found for found in of(list(made), Contradiction) if found.aspect is Aspect.ANSWER]


def test_two_answers_to_one_question_stand_side_by_side_and_nothing_is_decided(corroborate: Corroborate) -> None:
    made = corroborate(_told((MINISTRY, SOUNDED), (MINISTRY, SOUNDED), (RESIDENTS, SILENT), (None, RESIGNED)))
    (found,) = _side_by_side(made)
    assert found.verdict is Difference.UNDECIDED
    assert [value.value for value in found.values] == [SOUNDED, SILENT]
    assert [len(value.mention_ids) for value in found.values] == [2, 1]
    assert "not told" in found.explanation


def test_what_one_source_alone_tells_does_not(corroborate: Corroborate) -> None:
    assert _side_by_side(corroborate(_told((MINISTRY, SOUNDED), (MINISTRY, SILENT)))) == []


def test_nor_what_one_report_alone_tells(corroborate: Corroborate) -> None:
    made = article(f"{MINISTRY} said {SOUNDED}. {RESIDENTS} said {SILENT}.")
    records = [made, *said(made, SOUNDED, by=MINISTRY), *said(made, SILENT, by=RESIDENTS)]
    assert _side_by_side(corroborate(records)) == []


def test_claims_of_two_questions_do_not(corroborate: Corroborate) -> None:
    assert _side_by_side(corroborate(_told((MINISTRY, SOUNDED), (RESIDENTS, RESIGNED)))) == []


def test_what_is_surely_two_answers_to_one_question_is_a_conflict(corroborate: Corroborate) -> None:
    made = corroborate(_told((MINISTRY, SOUNDED), (RESIDENTS, "the sirens never sounded"), (None, RESIGNED)))
    told = [found for found in of(list(made), Contradiction) if found.verdict is Difference.CONFLICT]
    (found,) = (one for one in told if one.aspect is Aspect.ANSWER)
    assert [value.value for value in found.values] == [SOUNDED, "the sirens never sounded"]
    assert "differently" in found.reasons[0].detail


def test_what_both_tell_by_figures_is_left_to_figures(corroborate: Corroborate) -> None:
    sounded, never = (f"{words} at 4.40" for words in (SOUNDED, "the sirens never sounded"))
    made = corroborate(_told((MINISTRY, sounded), (RESIDENTS, never)))
    assert all(one.verdict is not Difference.CONFLICT for one in _side_by_side(made))
