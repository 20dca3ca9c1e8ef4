"""Changes that two articles made, and which of them tell anything."""

import datetime

from sayso.lineage.documents import Document, read_clock
from sayso.lineage.histories import Edit, History
from sayso.lineage.stories import Stories, is_telling, shared_changes
from sayso.model import Clock

DAY = datetime.datetime(2031, 3, 4, tzinfo=datetime.UTC)


def clock(minute: float) -> Clock:
    made = read_clock((DAY + datetime.timedelta(minutes=minute)).isoformat())
    assert made
    return made


def edit(
    word: str = "", *, since: float = 0, by: float = 0, weight: float = 5, figures: bool = False, noted: bool = False
) -> Edit:
    return Edit(
        was=f"was {word}", now=f"now {word}", old=f"was {word}", new=f"now {word}", shown=("", ""), by=clock(by),
        since=clock(since), had=None, noted=noted, ids=("", ""), weight=weight, figures=figures,
    )  # fmt: skip


def history(article: str, *edits: Edit) -> History:
    return History(article, None, edits)


def test_two_changes_without_figures_tell_something() -> None:
    assert not is_telling([edit("a")])
    assert is_telling([edit("a"), edit("b")])
    assert not is_telling([edit("a"), edit("a")])  # one change at two places
    assert not is_telling([edit("a", weight=3), edit("b", weight=3, figures=True)])
    assert not is_telling([edit("a"), edit("b", weight=0)])


def test_so_do_new_words_in_number_and_what_a_notice_gives() -> None:
    assert is_telling([edit("a", weight=8, figures=True)])
    assert not is_telling([edit("a", weight=7.5, figures=True)])
    assert is_telling([edit("a", weight=0, figures=True, noted=True)])


def test_who_changed_later_had_the_old_words_for_a_while_when_the_other_had_the_new_ones() -> None:
    def later(*times: tuple[float, float]) -> int | None:
        (shared,) = shared_changes(*(history(str(n), edit(since=a, by=b, weight=9)) for n, (a, b) in enumerate(times)))
        return shared.later

    assert later((0, 10), (15, 20)) == 1
    assert later((15, 20), (0, 10)) == 0
    assert later((0, 10), (14, 20)) is None
    assert later((14, 20), (0, 10)) is None
    assert later((0, 10), (5, 20)) is None


def test_changes_that_tell_nothing_are_not_shared() -> None:
    assert shared_changes(history("a", edit("a")), history("b", edit("a"))) == ()
    assert shared_changes(history("a", edit("a", weight=9)), history("b", edit("b", weight=9))) == ()


def test_the_weightiest_change_is_told_first() -> None:
    edits = edit("a"), edit("b", weight=6), edit("c", weight=6)
    assert [shared.first for shared in shared_changes(history("a", *edits), history("b", *edits))] == [
        edits[1], edits[2], edits[0],
    ]  # fmt: skip


def test_each_text_and_each_two_articles_are_looked_through_once() -> None:
    documents = [Document(id=str(n), text="It was now a of it.") for n in range(3)]
    known = history("a", edit("a", weight=9)), history("b", edit("a", weight=9))
    stories = Stories(documents, {0: known[0], 1: known[1]})
    told, again = stories.pair(0, 1), stories.pair(0, 1)
    assert told.shared is again.shared
    assert told.left.readings(known[1]) is again.left.readings(known[1])
    assert told.left.readings(known[1])[:2] == (0, 1)
    assert stories.pair(0, 2).shared == ()
