import dataclasses
import datetime
from typing import Any

import pytest

from sayso.lineage.align import Alignment
from sayso.lineage.documents import Document, read_clock
from sayso.lineage.histories import MOST_EDITS, Edit, Version, edits_between, histories, reads, seen, times_of
from sayso.lineage.prepared import Prepared
from sayso.lineage.revisions import Revision, revisions
from sayso.settings import LineageSettings

PAGE = "https://herald.example/lock"
HOUR = datetime.datetime(2031, 3, 4, 8, tzinfo=datetime.UTC)
FIRST = "The northern lock was shut before dawn. Four of the pilots were hurt near Veel. Ferries ran late all day."


def version(name: str, text: str = FIRST, **fields: Any) -> Document:
    return Document(id=name, outlet="Herald", url=PAGE, text=text, language="en", **fields)


def between(old: Document, new: Document) -> list[Edit]:
    times = times_of(old, new)
    return list(edits_between(Version.of(old), Version.of(new), times)) if times else []


def changed(before: str, after: str) -> list[tuple[str, str]]:
    old, new = (version(str(n), one, captured_at=HOUR.replace(hour=n)) for n, one in enumerate((before, after)))
    return [(edit.old, edit.new) for edit in between(old, new)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (FIRST.replace("Four", "Three"), [("four", "three")]),
        (FIRST.replace("was shut before", "has been shut since"), [("was shut before", "has been shut since")]),
        (FIRST.replace(" Ferries", " Nobody was missed. Ferries"), [("", "nobody was missed")]),
        (FIRST.replace(" Ferries ran late all day.", ""), [("ferries ran late all day", "")]),
        (FIRST.upper().replace(". ", ".\n\n"), []),  # capitals and paragraphs
        (f"{FIRST[40:]} {FIRST[:39]}", []),  # moved
        (FIRST.replace("was shut", "has been shut").replace("Four", "4"), []),  # the desk's own rules
        (FIRST.replace("Four of the pilots were hurt near Veel", "Nobody came to harm"),
         [("four of the pilots were hurt near veel", "nobody came to harm")]),
    ],
)  # fmt: skip
def test_what_was_changed_is_told_word_for_word(after: str, expected: list[tuple[str, str]]) -> None:
    assert changed(FIRST, after) == expected


def test_a_stretch_that_was_written_anew_is_no_change_of_words() -> None:
    assert changed(" ".join(f"a{n}b" for n in range(500)), " ".join(f"b{n}c" for n in range(500))) == []


def test_the_words_around_a_change_show_its_place() -> None:
    old, new = (
        version("1", captured_at=HOUR),
        version("2", FIRST.replace("Four", "12"), captured_at=HOUR.replace(hour=9)),
    )
    (edit,) = between(old, new)
    assert edit.was == "was shut before dawn four of the pilots were"
    assert edit.now == "was shut before dawn 12 of the pilots were"
    assert (f" {edit.was} " in reads(old), f" {edit.now} " in reads(new)) == (True, True)
    assert (edit.since.value, edit.by.value) == (HOUR, HOUR.replace(hour=9))
    assert between(new, old) == []


def test_a_page_that_gives_times_of_its_own_is_taken_at_its_word() -> None:
    clocks = [read_clock(f"2031-03-04T{hour}:00:00Z") for hour in ("08", "10")]
    old, new = (version(str(n), FIRST + " So." * n, modified=clock) for n, clock in enumerate(clocks))
    (edit,) = between(old, new)
    assert (edit.since, edit.by) == (clocks[0], clocks[1])


def test_a_version_is_known_to_have_stood_until_it_was_captured() -> None:
    clocks = [read_clock(f"2031-03-04T{hour}:00:00Z") for hour in ("08", "10")]

    def told(hour: int) -> list[datetime.datetime]:
        old, new = (
            version(str(n), FIRST + " So." * n, modified=clock, captured_at=HOUR.replace(hour=hour))
            for n, clock in enumerate(clocks)
        )
        return [edit.since.value for edit in between(old, new)]

    assert told(9) == [HOUR.replace(hour=9)]
    assert told(7) == [HOUR]
    assert told(11) == []  # the page says that the newer version stood by then


def test_all_versions_of_an_article_have_one_history() -> None:
    texts = [FIRST, FIRST.replace("Four", "Five"), FIRST.replace("Four", "Six")]
    documents = [
        version(
            f"v{n}", one, captured_at=HOUR.replace(hour=n, minute=9), published=read_clock(f"2031-03-04T0{n}:00:00Z")
        )
        for n, one in enumerate(texts)
    ]
    known = histories(revisions(Prepared(documents, LineageSettings()), ()), dict(enumerate(documents)))
    assert set(known) == {0, 1, 2}
    assert known[0] == known[1] == known[2]
    assert [(edit.old, edit.new) for edit in known[0].edits] == [("four", "five"), ("five", "six")]
    assert known[0].first == documents[0].published
    assert [edit.had for edit in known[0].edits] == [documents[0].published, seen(documents[1])]


def told(*versions: Document) -> list[Edit]:
    known = histories(revisions(Prepared(versions, LineageSettings()), ()), dict(enumerate(versions)))
    return list(known[0].edits) if known else []


def three(**fields: Any) -> list[Document]:
    """Versions that read four, five, and six, captured at 9, 10, and 11."""
    texts = [FIRST, FIRST.replace("Four", "Five"), FIRST.replace("Four", "Six")]
    return [version(f"v{n}", one, captured_at=HOUR.replace(hour=9 + n), **fields) for n, one in enumerate(texts)]


def test_when_an_article_came_out_only_its_first_version_stood() -> None:
    out = read_clock("2031-03-04T06:00:00Z")
    versions = three(published=out)
    edits = told(*versions)
    assert [edit.had for edit in edits] == [out, seen(versions[1])]
    assert [edit.by.value.hour for edit in edits] == [10, 11]
    assert [edit.since.value.hour for edit in edits] == [9, 10]


def test_a_version_that_says_it_was_changed_since_is_not_the_first() -> None:
    out, changed_at = (read_clock(f"2031-03-04T0{hour}:00:00Z") for hour in (6, 8))
    versions = three(published=out, modified=changed_at)  # so they were changed without a word after that
    assert [edit.had for edit in told(*versions)] == [changed_at, seen(versions[1])]
    assert told(*three(published=out, modified=out))[0].had == out


def test_what_was_first_of_two_that_have_no_order_is_not_known() -> None:
    """Both were captured at 9, and either may have been what came out at 6."""
    first, second, third = three(published=read_clock("2031-03-04T06:00:00Z"))
    beside = dataclasses.replace(first, id="v00", text=FIRST.replace("Veel", "Orla"))
    hads = {edit.had and edit.had.value.hour for edit in told(beside, first, second, third) if edit.old == "four"}
    assert 6 not in hads


def test_nor_is_what_was_first_of_two_that_only_a_third_shows_to_be_old() -> None:
    first, second, third = three(published=read_clock("2031-03-04T06:00:00Z"))
    nothing = Alignment.of((), 0, 0, 1.0)
    made = [Revision(2, older, True, nothing, (), ()) for older in (0, 1)]
    known = histories(made, {0: first, 1: second, 2: third})
    assert sorted((edit.old, edit.had) for edit in known[2].edits) == [("five", seen(second)), ("four", seen(first))]


def test_of_two_times_of_a_version_the_sooner_sure_one_counts() -> None:
    """The page says that it was changed some time that day; at 10 it was seen so."""
    day = read_clock("2031-03-05")
    first, second, _ = three()
    later = dataclasses.replace(second, modified=day, captured_at=HOUR.replace(day=5, hour=10))
    (edit,) = told(dataclasses.replace(first, modified=read_clock("2031-03-04T08:00:00Z")), later)
    assert edit.by.value == HOUR.replace(day=5, hour=10)
    early = dataclasses.replace(later, captured_at=HOUR.replace(hour=9, minute=1))  # a clock is wrong
    (edit,) = told(dataclasses.replace(first, modified=read_clock("2031-03-04T08:00:00Z")), early)
    assert edit.by == day


def test_a_page_that_stamps_each_version_as_published_says_no_more_than_its_capture() -> None:
    first, second, _ = three()
    given = [
        dataclasses.replace(one, published=read_clock(f"2031-03-04T0{hour}:00:00Z"))
        for one, hour in ((first, 7), (second, 8))
    ]
    given[0] = dataclasses.replace(given[0], captured_at=HOUR.replace(hour=7, minute=5))
    (edit,) = told(*given)
    assert (edit.by.value.hour, edit.since.value.hour, edit.by.basis) == (10, 7, "captured")


def test_what_an_addition_that_fits_any_article_weighs() -> None:
    first, second, _ = three()
    weights = []
    for after in (
        f"{FIRST} It was said by Odo Lentz.",
        f"{FIRST} It was said by others.",
        FIRST.replace(" Ferries ran late all day.", ""),
        FIRST.replace("Four", "Seven"),
        FIRST.replace("late all day", "late all night"),
    ):
        (edit,) = told(first, dataclasses.replace(second, text=after))
        weights.append((edit.weight, edit.figures))
    assert weights == [(6.0, False), (0.0, False), (0.0, False), (0.0, True), (1.0, False)]


def test_no_more_than_so_many_changes_are_kept() -> None:
    texts = [
        "\n".join(f"Pilot {n} spoke {word} of it.\nGate {n} stood." for n in range(99)) for word in ("well", "ill")
    ]
    documents = [version(str(n), one, captured_at=HOUR.replace(hour=9 + n)) for n, one in enumerate(texts)]
    known = histories(revisions(Prepared(documents, LineageSettings()), ()), dict(enumerate(documents)))
    assert len(known[0].edits) == MOST_EDITS


def test_a_page_of_one_word_over_and_over_is_not_compared_word_for_word() -> None:
    """Two such pages of 6 KB took a minute."""
    assert changed(". ".join("ab" * 1000), ". ".join("abb" * 650)) == []


def test_changes_that_differ_in_capitals_alone_have_an_order() -> None:
    forms = [str.lower, str.upper, str.title, str.swapcase, str.capitalize]
    told = "the Northern lock was Shut by four of the pilots near Veel"
    texts = [". ".join(form(one) for form in forms) for one in (told, told.replace("Shut", "open"))]
    documents = [version(str(n), one, captured_at=HOUR.replace(hour=9 + n)) for n, one in enumerate(texts)]
    (history, _) = histories(revisions(Prepared(documents, LineageSettings()), ()), dict(enumerate(documents))).values()
    shown = [edit.shown for edit in history.edits]
    assert shown == sorted(shown)
    assert len(shown) > 2
