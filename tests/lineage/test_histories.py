import datetime
from typing import Any

import pytest

from sayso.lineage.documents import Document, read_clock
from sayso.lineage.histories import MOST_EDITS, edits_between, histories, reads
from sayso.lineage.prepared import Prepared
from sayso.lineage.revisions import revisions
from sayso.settings import LineageSettings

PAGE = "https://herald.example/lock"
HOUR = datetime.datetime(2031, 3, 4, 8, tzinfo=datetime.UTC)
FIRST = "The northern lock was shut before dawn. Four of the pilots were hurt near Veel. Ferries ran late all day."


def version(name: str, text: str = FIRST, **fields: Any) -> Document:
    return Document(id=name, outlet="Herald", url=PAGE, text=text, language="en", **fields)


def changed(before: str, after: str) -> list[tuple[str, str]]:
    old, new = (version(str(n), one, captured_at=HOUR.replace(hour=n)) for n, one in enumerate((before, after)))
    return [(edit.old, edit.new) for edit in edits_between(old, new)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (FIRST.replace("Four", "Three"), [("four", "three")]),
        (FIRST.replace("was shut before", "has been shut since"), [("was shut before", "has been shut since")]),
        (FIRST.replace(" Ferries", " Nobody was missed. Ferries"), [("", "nobody was missed")]),
        (FIRST.replace(" Ferries ran late all day.", ""), [("ferries ran late all day", "")]),
        (FIRST.upper().replace(". ", ".\n\n"), []),  # capitals and paragraphs
        (f"{FIRST[40:]} {FIRST[:39]}", []),  # moved
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
    (edit,) = edits_between(old, new)
    assert edit.was == "was shut before dawn four of the pilots were"
    assert edit.now == "was shut before dawn 12 of the pilots were"
    assert (f" {edit.was} " in reads(old), f" {edit.now} " in reads(new)) == (True, True)
    assert (edit.since.value, edit.by.value) == (HOUR, HOUR.replace(hour=9))
    assert list(edits_between(new, old)) == []


def test_a_page_that_gives_times_of_its_own_is_taken_at_its_word() -> None:
    clocks = [read_clock(f"2031-03-04T{hour}:00:00Z") for hour in ("08", "10")]
    old, new = (version(str(n), FIRST + " So." * n, modified=clock) for n, clock in enumerate(clocks))
    (edit,) = edits_between(old, new)
    assert (edit.since, edit.by) == (clocks[0], clocks[1])


def test_a_version_is_known_to_have_stood_until_it_was_captured() -> None:
    clocks = [read_clock(f"2031-03-04T{hour}:00:00Z") for hour in ("08", "10")]

    def told(hour: int) -> list[datetime.datetime]:
        old, new = (
            version(str(n), FIRST + " So." * n, modified=clock, captured_at=HOUR.replace(hour=hour))
            for n, clock in enumerate(clocks)
        )
        return [edit.since.value for edit in edits_between(old, new)]

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
    assert [edit.had for edit in known[0].edits] == [documents[0].published, documents[1].published]


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
