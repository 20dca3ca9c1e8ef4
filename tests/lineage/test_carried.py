"""What corrections show of who copied whom, and each way in which they show nothing."""

import dataclasses
import datetime
from typing import Any

import pytest

import lineage_prose as prose
from sayso.lineage.documents import Document, read_clock
from sayso.lineage.findings import Finding, find
from sayso.lineage.notes import notes_of
from sayso.model import Credit
from sayso.settings import LineageSettings
from sayso.vocab import CreditKind, DerivationKind, DirectionBasis

OWN = prose.paragraphs(1, 8)
DAY = datetime.datetime(2031, 3, 4, tzinfo=datetime.UTC)
ERROR = "The harbour master Odo Lentz said that the crew of the barge had left Halden before the lock was shut."
RIGHT = ERROR.replace("Odo Lentz", "Ada Lenz").replace("before the lock was shut", "an hour after the pumps had failed")
TOLL, MORE = (f"The lock was shut and {number} of the pilots were hurt that night." for number in ("12", "15"))
NOTE = "Correction: An earlier version of this article gave the number of pilots who were hurt in Halden as 12."
AGENCY_NOTE = "(Corrects second paragraph to say that the barge left Halden, not Holden, before dawn)"


def text(*sentences: str) -> str:
    return "\n\n".join([*OWN[:3], *sentences, *OWN[3:]])


def at(hour: float) -> datetime.datetime:
    return DAY + datetime.timedelta(hours=hour)


def document(name: str, words: str, hour: float | None = None, **fields: Any) -> Document:
    """A version: "herald-2" stands where "herald-1" stood; `hour` is when it says it came out, if at all."""
    outlet = name.partition("-")[0]
    fields.setdefault("outlet", outlet.title())
    clock = read_clock(at(hour).isoformat()) if hour is not None else None
    return Document(id=name, text=words, url=f"https://{outlet}.example/lock", published=clock, language="en", **fields)


def seen(name: str, words: str, hour: float, **fields: Any) -> Document:
    """A version of a page without times of its own, as it was captured."""
    return document(name, words, captured_at=at(hour), **fields)


def tie(left: str, right: str, *documents: Document) -> tuple[Finding, str]:
    """What was found of two documents among those given, and the id of the derived one."""
    findings = find(documents, LineageSettings())
    for one in findings.found:
        ids = [findings.documents[number].id for number in (one.derived, one.origin)]
        if set(ids) == {left, right}:
            return one, ids[0] if one.directed else ""
    raise AssertionError(f"no tie between {left} and {right}")


def followers(before: str, after: str, courier: tuple[float, float] = (9, 11)) -> list[Document]:
    """Herald changes a text between hours 8 and 10, Courier the same in its own between those of `courier`."""
    return [
        seen("herald-1", before, 8),
        seen("herald-2", after, 10),
        seen("courier-1", before, courier[0]),
        seen("courier-2", after, courier[1]),
    ]


def of_agency(given: list[Document]) -> list[Document]:
    """The same with the Herald's page as an agency's."""
    return [dataclasses.replace(one, outlet="Reuters") if one.id.startswith("herald") else one for one in given]


def test_who_makes_an_agencys_change_after_it_has_the_agencys_text() -> None:
    given = of_agency(followers(text(ERROR), text(RIGHT), (10.5, 11)))
    for pair in (("herald-1", "courier-1"), ("herald-2", "courier-2")):
        found, derived = tie(*pair, *given)
        assert (derived, found.basis) == (pair[1], DirectionBasis.CORRECTION)
    detail = found.reasons[1].detail
    assert tie("herald-1", "courier-2", *given)[1] == "courier-2"
    assert detail == (
        "Reuters changed “before the lock was shut” to “an hour after the pumps had failed” "
        "(first seen changed at 2031-03-04T10:00:00+00:00), and Courier, which had it as it was before, "
        "made the same change later (first seen changed at 2031-03-04T11:00:00+00:00), and one more; "
        "Reuters is an agency"
    )


@pytest.mark.parametrize("out", [None, (7, 7.5)])
def test_of_two_that_made_one_change_neither_need_have_seen_the_other(out: tuple[float, float] | None) -> None:
    """Two customers of one agency are changed the one after the other, whenever they were out."""
    given = followers(text(ERROR), text(RIGHT), (10.5, 11))
    if out:
        clocks = dict(zip(("herald", "courier"), (read_clock(at(hour).isoformat()) for hour in out), strict=True))
        given = [dataclasses.replace(one, published=clocks[one.id.partition("-")[0]]) for one in given]
    for pair in (("herald-1", "courier-1"), ("herald-2", "courier-2"), ("herald-1", "courier-2")):
        found, derived = tie(*pair, *given)
        assert (derived, found.basis, found.reasons[1].code) == ("", DirectionBasis.UNKNOWN, "same_change")
    assert found.reasons[1].detail == (
        "Herald changed “before the lock was shut” to “an hour after the pumps had failed” "
        "(first seen changed at 2031-03-04T10:00:00+00:00), and Courier made the same change "
        "(first seen changed at 2031-03-04T11:00:00+00:00), and one more: the order does not show that either read "
        "the other, for both may have it from a third"
    )


def test_a_third_that_made_the_change_before_both_is_where_either_may_have_it_from() -> None:
    agency = [seen("norlex-1", text(ERROR), 7, outlet="Reuters"), seen("norlex-2", text(RIGHT), 7.5, outlet="Reuters")]
    given = [*agency, *followers(text(ERROR), text(RIGHT), (10.5, 11))]
    assert tie("herald-2", "courier-2", *given)[1] == ""
    assert tie("norlex-2", "courier-2", *given)[1] == "courier-2"
    assert tie("norlex-2", "herald-2", *given)[1] == "herald-2"


def test_the_order_of_the_documents_means_nothing() -> None:
    given = followers(text(ERROR), text(RIGHT), (10.5, 11))
    assert find(given, LineageSettings()).found == find(given[::-1], LineageSettings()).found


def test_a_version_that_was_changed_since_is_not_what_was_copied() -> None:
    found, derived = tie("herald-2", "courier-1", *of_agency(followers(text(ERROR), text(RIGHT), (10.5, 11))))
    assert (derived, found.kind) == ("", DerivationKind.SAME_SOURCE)
    assert found.reasons[1].code == "superseded_reading"


def test_captures_that_leave_open_who_was_first_show_nothing() -> None:
    """At 9 Courier had the old words, at 11 the new ones; the agency changed between 8 and 10."""
    for pair in (("herald-1", "courier-1"), ("herald-2", "courier-2")):
        found, derived = tie(*pair, *of_agency(followers(text(ERROR), text(RIGHT))))
        assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_pages_own_times_of_change_are_taken_at_its_word() -> None:
    given = [
        document(f"{name}-{number}", words, modified=read_clock(at(hour).isoformat()))
        for name, number, words, hour in (
            ("herald", 1, text(ERROR), 8),
            ("herald", 2, text(RIGHT), 10),
            ("courier", 1, text(ERROR), 10.5),
            ("courier", 2, text(RIGHT), 11),
        )
    ]
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.basis) == ("courier-2", DirectionBasis.CORRECTION)
    assert "(changed by 2031-03-04T10:00:00+00:00, by its own account)" in found.reasons[1].detail


def test_a_pages_last_change_is_not_taken_for_the_one_in_question() -> None:
    """The agency may have had the new words at 9 and changed others at 12; Courier has them since 10 at most."""
    given = [
        document(f"{name}-{number}", words, modified=read_clock(at(hour).isoformat()), captured_at=at(hour + 0.25))
        for name, number, words, hour in (
            ("herald", 1, text(ERROR), 8),
            ("herald", 2, text(RIGHT), 12),
            ("courier", 1, text(ERROR), 8.5),
            ("courier", 2, text(RIGHT), 10),
        )
    ]
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


@pytest.mark.parametrize("names", [("herald", "courier"), ("courier", "herald")])
def test_a_change_made_within_minutes_came_to_both(names: tuple[str, str]) -> None:
    given = [
        seen(f"{name}-{number}", words, hour)
        for name, hours in zip(names, ((8, 10), (10 + 1 / 60, 10 + 2 / 60)), strict=True)
        for number, words, hour in zip((1, 2), (text(ERROR), text(RIGHT)), hours, strict=True)
    ]
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_two_that_were_out_within_minutes_have_their_changes_from_a_third() -> None:
    given = [
        document(f"{name}-{number}", words, published, captured_at=at(hour))
        for name, published, hours in (("herald", 7, (8, 10)), ("courier", 7 + 1 / 60, (10.5, 11)))
        for number, words, hour in zip((1, 2), (text(ERROR), text(RIGHT)), hours, strict=True)
    ]
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.basis, found.reasons[1].code) == ("", DirectionBasis.UNKNOWN, "out_at_once")


def test_a_figure_that_the_world_may_have_changed_shows_nothing() -> None:
    found, derived = tie("herald-2", "courier-2", *followers(text(TOLL), text(MORE), (10.5, 11)))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_figure_that_a_notice_says_was_wrong_does() -> None:
    herald, courier = (followers(text(TOLL), after, (10.5, 11)) for after in (text(MORE, NOTE), text(MORE)))
    given = [*herald[:2], *courier[2:]]
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.basis) == ("courier-2", DirectionBasis.CORRECTION)
    assert "“12” to “15”" in found.reasons[1].detail


def test_a_notice_of_the_customer_does_not_make_a_figure_the_agencys_correction() -> None:
    agency, courier = (followers(text(TOLL), after, (10.5, 11)) for after in (text(MORE), text(MORE, NOTE)))
    found, derived = tie("herald-2", "courier-2", *of_agency([*agency[:2], *courier[2:]]))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_figure_beside_a_notice_on_something_else_shows_nothing() -> None:
    note = "Correction: An earlier version of this article misspelled the name of the diver Odo Lentz in Halden."
    herald, courier = (followers(text(TOLL), after, (10.5, 11)) for after in (text(MORE, note), text(MORE)))
    found, derived = tie("herald-2", "courier-2", *herald[:2], *courier[2:])
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_toll_with_the_words_that_agree_with_it_shows_nothing() -> None:
    one = "One pilot was hurt in the basin, the harbour office said, and the victim was taken to Veel by road."
    two = "Two pilots were hurt in the basin, the harbour office said, and the victims were taken to Veel by road."
    found, derived = tie("herald-2", "courier-2", *followers(text(one), text(two), (10.5, 11)))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


@pytest.mark.parametrize(
    "line",
    [
        "This story has been corrected.",
        "This story has been updated with additional details from the authorities.",
        "This is a developing story and will be updated as more information becomes available.",
    ],
)
def test_an_addition_that_fits_any_article_shows_nothing(line: str) -> None:
    added = f"{text(ERROR)}\n\n{line}"
    found, derived = tie("herald-2", "courier-2", *followers(text(ERROR), added, (10.5, 11)))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_who_changed_it_first_may_have_it_from_the_agency_that_it_credits() -> None:
    herald, courier = (followers(words, after, (10.5, 11)) for words, after in ((text(ERROR), text(RIGHT)),) * 2)
    wired = [
        dataclasses.replace(
            one,
            text=f"Reuters\n\n{one.text}",
            published=read_clock(at(6).isoformat()),
            credits=(Credit(kind=CreditKind.WIRE, name="Reuters", start=0, end=7),),
            left_out=((0, 7),),
        )
        for one in herald[:2]
    ]
    late = [dataclasses.replace(one, published=read_clock(at(7).isoformat())) for one in courier[2:]]
    found, derived = tie("herald-2", "courier-2", *wired, *late)
    assert (derived, found.kind, found.basis) == ("", DerivationKind.SAME_SOURCE, DirectionBasis.UNKNOWN)
    assert found.reasons[1].detail.endswith(
        "; Herald itself credits Reuters (“Reuters”), and Courier may have it from there too"
    )


def test_different_changes_of_one_passage_show_nothing() -> None:
    herald = followers(text(ERROR), text(RIGHT), (10.5, 11))[:2]
    courier = followers(text(ERROR), text(ERROR.replace("Odo Lentz", "Ida Lentzen")), (10.5, 11))[2:]
    found, derived = tie("herald-2", "courier-2", *herald, *courier)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_who_was_out_first_did_not_take_it_from_who_corrected_first() -> None:
    early = {"courier": read_clock(at(6).isoformat()), "herald": read_clock(at(7).isoformat())}
    given = [
        Document(
            id=one.id, text=one.text, outlet=one.outlet, url=one.url, captured_at=one.captured_at,
            published=early[one.id.partition("-")[0]], language="en",
        )
        for one in followers(text(ERROR), text(RIGHT), (10.5, 11))
    ]  # fmt: skip
    found, derived = tie("herald-2", "courier-2", *of_agency(given))
    assert (derived, found.basis, found.reasons[1].code) == ("", DirectionBasis.UNKNOWN, "correction_against_clock")


def test_two_changes_in_opposite_orders_show_nothing() -> None:
    other = ("The ferry to Veel ran on all that week.", "The ferry to Orla stood still for all but two days.")
    given = [
        seen("herald-1", text(ERROR, OWN[0], other[0]), 8),
        seen("herald-2", text(RIGHT, OWN[0], other[0]), 9),
        seen("herald-3", text(RIGHT, OWN[0], other[1]), 14),
        seen("courier-1", text(ERROR, OWN[0], other[0]), 10),
        seen("courier-2", text(ERROR, OWN[0], other[1]), 11),
        seen("courier-3", text(RIGHT, OWN[0], other[1]), 12),
    ]
    given.insert(2, seen("herald-2b", text(RIGHT, OWN[0], other[0]), 13))
    found, derived = tie("herald-3", "courier-3", *of_agency(given))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_versions_without_an_order_show_nothing() -> None:
    given = [document(f"{name}-{n}", text(words)) for name in ("a", "b") for n, words in enumerate((ERROR, RIGHT))]
    found, derived = tie("a-1", "b-1", *given)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_copy_of_the_first_version_is_not_tied_to_the_second_by_the_clock() -> None:
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", text(MORE), 8, captured_at=at(9)),
        document("courier", text(TOLL), 10),
    ]
    found, derived = tie("herald-2", "courier", *given)
    assert (derived, found.kind, found.basis) == ("", DerivationKind.SAME_SOURCE, DirectionBasis.CORRECTION)
    assert found.reasons[1].detail == (
        "Courier prints “12”, as an earlier version of Herald did, where this version of it has “15”: "
        "both go back to that version or to what it was made from"
    )
    assert tie("herald-1", "courier", *given)[1] == "courier"


def test_a_copy_of_the_second_version_is_its_copy() -> None:
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", text(MORE), 8, captured_at=at(9)),
        document("courier", text(MORE), 10),
    ]
    found, derived = tie("herald-2", "courier", *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


def test_a_shortened_copy_that_lacks_what_was_added_may_be_of_either_version() -> None:
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", text(TOLL, RIGHT), 8, captured_at=at(9)),
        document("courier", text(TOLL), 10),
    ]
    found, derived = tie("herald-2", "courier", *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


@pytest.mark.parametrize("place", [0, 4])  # the added sentence, within the text or at its end
def test_a_text_with_something_of_both_versions_is_left_to_the_clock(place: int) -> None:
    added = [text(words) + (f"\n\n{RIGHT}" if place else "") for words in (TOLL, MORE)]
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", added[1] if place else text(MORE, RIGHT), 8, captured_at=at(9)),
        document("courier", added[0] if place else text(TOLL, RIGHT), 10),
    ]
    found, derived = tie("herald-2", "courier", *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


def corrected(before: str, after: str, courier: str, hour: float = 10) -> tuple[str, DirectionBasis]:
    """How the Courier's text is told of the Herald's second version; the first was out at 8."""
    given = [
        document("herald-1", before, 8, captured_at=at(8)),
        document("herald-2", after, 8, captured_at=at(9)),
        document("courier", courier, hour),
    ]
    found, derived = tie("herald-2", "courier", *given)
    return derived, found.basis


BOTH_GO_BACK = ("", DirectionBasis.CORRECTION)
BY_CLOCK = ("courier", DirectionBasis.EARLIER_CLOCK)


def test_who_lacks_the_place_that_was_changed_has_neither_reading() -> None:
    assert corrected(text(TOLL), text(MORE), text()) == BY_CLOCK


def test_who_has_both_readings_has_the_later_one_too() -> None:
    assert corrected(text(TOLL), text(MORE), text(TOLL, MORE)) == BY_CLOCK


def test_a_version_that_kept_the_first_reading_elsewhere_may_be_what_was_copied() -> None:
    before, after = (text(TOLL, *OWN[:1], words) for words in (TOLL, MORE))
    assert corrected(before, after, text(TOLL)) == BY_CLOCK


def test_a_place_that_both_left_out_shows_nothing_of_the_later_version() -> None:
    assert corrected(text(TOLL, ERROR), text(MORE), text(TOLL)) == BOTH_GO_BACK


def test_both_readings_of_one_place_are_no_sign_of_the_later_version_where_another_has_the_first() -> None:
    before, after = text(TOLL, OWN[0], ERROR, OWN[1]), text(MORE, OWN[0], RIGHT, OWN[1])
    assert corrected(before, after, text(TOLL, OWN[0], ERROR, OWN[1], RIGHT, OWN[1])) == BOTH_GO_BACK


def test_who_has_what_was_added_was_made_from_the_later_version_though_the_place_stands_bare_elsewhere() -> None:
    added = f"{ERROR} Nobody was missed."
    before, after = text(TOLL, ERROR, OWN[0]), text(MORE, added, OWN[0])
    assert corrected(before, after, text(TOLL, added, OWN[0], ERROR, OWN[0])) == BY_CLOCK


def test_a_reading_that_was_changed_again_is_not_what_the_last_version_has() -> None:
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", text(MORE), 8, captured_at=at(9)),
        document("herald-3", text(), 8, captured_at=at(9.5)),
        document("courier", text(TOLL), 10),
    ]
    found, derived = tie("herald-3", "courier", *given)
    assert (derived, found.basis) == BY_CLOCK


def test_a_reading_between_the_first_and_the_last_is_of_the_version_between() -> None:
    last = "The lock was shut and 18 of the pilots were hurt that night."
    given = [
        document("herald-1", text(TOLL), 8, captured_at=at(8)),
        document("herald-2", text(MORE), 8, captured_at=at(9)),
        document("herald-3", text(last), 8, captured_at=at(9.5)),
        document("courier", text(MORE), 10),
    ]
    found, derived = tie("herald-3", "courier", *given)
    assert (derived, found.basis) == BOTH_GO_BACK


@pytest.mark.parametrize(("hour", "expected"), [(8 + 4 / 60, DirectionBasis.UNKNOWN), (8.1, DirectionBasis.CORRECTION)])
def test_the_first_reading_must_have_stood_for_a_while(hour: float, expected: DirectionBasis) -> None:
    assert corrected(text(TOLL), text(MORE), text(TOLL), hour) == ("", expected)


def test_a_version_first_seen_late_is_not_known_to_have_stood_when_the_article_came_out() -> None:
    """Herald was out at 7; its second version was seen at 11, an hour after Courier was out with the same reading."""
    given = [
        document("herald-1", text("The lock was shut and 9 of the pilots were hurt that night."), 7, captured_at=at(8)),
        document("herald-2", text(TOLL), 7, captured_at=at(11)),
        document("herald-3", text(MORE), 7, captured_at=at(12)),
        document("courier", text(TOLL), 10),
    ]
    found, derived = tie("herald-3", "courier", *given)
    assert (derived, found.basis) == BY_CLOCK


@pytest.mark.parametrize(("old", "new"), [("says", "said"), ("twelve pilots", "12 pilots"), ("Mayor Odo", "Mr")])
def test_what_a_desk_changes_by_its_own_rules_shows_nothing(old: str, new: str) -> None:
    before = f"The crew of the barge, so {old} Lentz of the harbour office, left Veel before the lock was shut at dawn."
    after = before.replace(old, new)
    assert corrected(text(before), text(after), text(before)) == BY_CLOCK


@pytest.mark.parametrize(("later", "expected"), [(1, ""), (30, "courier-2")])
def test_times_without_a_zone_order_nothing_within_the_span_of_zones(later: float, expected: str) -> None:
    def local(hour: float) -> Any:
        return read_clock(at(hour).replace(tzinfo=None).isoformat())

    given = [
        document(f"{name}-{number}", words, modified=local(hour))
        for name, number, words, hour in (
            ("herald", 1, text(ERROR), 8),
            ("herald", 2, text(RIGHT), 10),
            ("courier", 1, text(ERROR), 10 + later),
            ("courier", 2, text(RIGHT), 11 + later),
        )
    ]
    assert tie("herald-2", "courier-2", *of_agency(given))[1] == expected


def test_an_agency_does_not_follow_its_customers() -> None:
    given = [
        seen("herald-1", text(ERROR), 8),
        seen("herald-2", text(RIGHT), 10),
        seen("norlex-1", text(ERROR), 10.5, outlet="Reuters"),
        seen("norlex-2", text(RIGHT), 11, outlet="Reuters"),
    ]
    found, derived = tie("herald-2", "norlex-2", *given)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_an_early_error_alone_does_not_tell_who_made_it() -> None:
    given = [seen("herald-1", text(ERROR), 8), seen("herald-2", text(RIGHT), 9), document("courier", text(ERROR))]
    for version in ("herald-1", "herald-2"):
        found, derived = tie(version, "courier", *given)
        assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_who_had_the_error_first_is_who_it_was_taken_from() -> None:
    given = [
        document("courier", text(ERROR), 7),
        document("herald-1", text(ERROR), 8),
        document("herald-2", text(RIGHT), 9),
    ]
    assert tie("herald-1", "courier", *given)[1] == "herald-1"
    assert tie("herald-2", "courier", *given)[1] == "herald-2"


def test_a_later_reading_that_another_had_before_shows_nothing() -> None:
    """Courier may know from elsewhere what Herald learnt later: the clock is left to speak of the text."""
    given = [
        document("herald-1", text(TOLL), 8),
        document("courier", text(MORE), 9),
        document("herald-2", text(MORE), 10),
    ]
    found, derived = tie("herald-1", "courier", *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


def test_a_later_version_has_its_text_from_the_first_and_not_from_who_copied_that() -> None:
    given = [
        document("herald-1", text(), 8),
        document("courier", text(), 9),
        document("herald-2", text(TOLL), 10),
        document("herald-3", text(TOLL, RIGHT), 11),
    ]
    for version in ("herald-2", "herald-3"):
        found, derived = tie(version, "courier", *given)
        assert (derived, found.kind) == ("", DerivationKind.SAME_SOURCE)
        assert found.reasons[1].detail == "both go back to an earlier version of Herald, which Courier copied"
    assert tie("herald-1", "courier", *given)[1] == "courier"


def test_a_notice_on_an_earlier_version_that_one_never_had_was_taken_over() -> None:
    herald = document("herald", text(MORE, NOTE), modified=read_clock(at(8).isoformat()))
    found, derived = tie("herald", "courier", herald, document("courier", text(MORE, NOTE), 9))
    assert (derived, found.basis) == ("courier", DirectionBasis.CORRECTION)
    assert found.reasons[1].detail == (
        f"Courier carries a correction that Herald had printed (2031-03-04T08:00:00+00:00) "
        f"before Courier was out: “{NOTE}”"
    )


@pytest.mark.parametrize(
    "line",
    [
        AGENCY_NOTE,
        "(Corrects headline)",
        "Editor's note: This story corrects an error that was made in an earlier version of the report.",
        NOTE.replace("this article", "this Reuters article"),
        NOTE.replace("this article", "this Norlex article"),
        NOTE.replace("as 12.", "as 12, as Reuters had it."),
    ],
)
def test_a_notice_that_two_may_have_from_a_third_leaves_open_who_was_first(line: str) -> None:
    herald = document("herald", text(MORE, line), 7, modified=read_clock(at(8).isoformat()))
    found, derived = tie("herald", "courier", herald, document("courier", text(MORE, line), 9))
    assert (derived, found.basis, found.reasons[1].code) == ("", DirectionBasis.UNKNOWN, "correction_of_a_third")
    assert found.reasons[1].detail.startswith(
        "Herald and Courier print a correction that both may have from a third: “"
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NOTE, None),  # the other does not print it
        (NOTE, NOTE.replace("12", "13")),  # nor the same one
        ("Correction: An earlier version of this article contained an error, which has been put right since.", ""),
        (NOTE.replace("this article", "this Courier article"), ""),  # written for the other
        (NOTE.replace("this article", "this Reuters article"), ""),  # an agency's
    ],
)
def test_other_notices_show_nothing(left: str, right: str | None) -> None:
    herald = document("herald", text(MORE, left), modified=read_clock(at(8).isoformat()))
    courier = document("courier", text(MORE, *([right or left] if right is not None else [])), 9)
    found, _ = tie("herald", "courier", herald, courier)
    assert found.basis is not DirectionBasis.CORRECTION


def test_a_notice_that_names_an_outlet_without_its_article_was_not_taken_over_by_it() -> None:
    note = NOTE.replace("this article", "this Courier article")
    herald = document("herald", text(MORE, note), modified=read_clock(at(8).isoformat()))
    for outlet in ("The Courier", None):
        found, _ = tie("herald", "courier", herald, document("courier", text(MORE, note), 9, outlet=outlet))
        assert found.basis is not DirectionBasis.CORRECTION


@pytest.mark.parametrize("whose", ["Herald", "Courier"])
def test_a_notice_on_the_report_of_one_of_the_two_is_left_to_who_looks_at_that(whose: str) -> None:
    note = NOTE.replace("this article", f"this {whose} article")
    given = [document("herald", text(MORE, note)), document("courier", text(MORE, note))]
    found, derived = tie("herald", "courier", *given)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


@pytest.mark.parametrize(
    "note", [NOTE.replace("this article", "this Courier article"), NOTE.replace("as 12.", "as 12, as AFP had it.")]
)
def test_a_notice_that_names_the_customer_or_another_agency_is_not_the_agencys(note: str) -> None:
    agency = document("norlex", text(note), outlet="Reuters")
    found, derived = tie("norlex", "courier", agency, document("courier", text(note)))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_a_notice_that_was_seen_is_not_said_to_have_stood_before_that() -> None:
    herald = document("herald", text(MORE, NOTE), 7, captured_at=at(8))
    found, _ = tie("herald", "courier", herald, document("courier", text(MORE, NOTE), 9))
    assert "had printed (seen there at 2031-03-04T08:00:00+00:00) before" in found.reasons[1].detail


def test_a_page_that_says_it_was_not_changed_since_it_came_out_does_not_date_its_notice() -> None:
    """Herald was out at 8, by its own account unchanged, and was seen with the notice at 12."""
    clock = read_clock(at(8).isoformat())
    herald = document("herald", text(MORE, NOTE), 8, modified=clock, captured_at=at(12))
    found, derived = tie("herald", "courier", herald, document("courier", text(MORE, NOTE), 9))
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


def test_a_notice_without_a_time_shows_nothing() -> None:
    given = [document("herald", text(MORE, NOTE)), document("courier", text(MORE, NOTE))]
    found, derived = tie("herald", "courier", *given)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_when_a_text_came_out_is_not_when_it_got_its_notice() -> None:
    given = [document("herald", text(MORE, NOTE), 8), document("courier", text(MORE, NOTE), 9)]
    found, derived = tie("herald", "courier", *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)
    found, derived = tie("herald", "courier", document("herald-1", text(TOLL), 7), *given)
    assert (derived, found.basis) == ("courier", DirectionBasis.CORRECTION)


def test_a_notice_that_came_in_after_both_were_out_shows_nothing() -> None:
    """Herald was out at 8 and was seen with the notice at 12: it may have come in after Courier had it."""
    herald = document("herald", text(MORE, NOTE), 8, captured_at=at(12))
    found, derived = tie("herald", "courier", herald, document("courier", text(MORE, NOTE), 9))
    assert (derived, found.basis) == ("courier", DirectionBasis.EARLIER_CLOCK)


def test_an_agencys_own_notice_shows_its_text_whatever_the_clocks() -> None:
    agency = document("norlex", text(AGENCY_NOTE), outlet="Reuters")
    found, derived = tie("norlex", "courier", agency, document("courier", text(AGENCY_NOTE)))
    assert (derived, found.basis) == ("courier", DirectionBasis.CORRECTION)
    assert found.reasons[1].detail == f"Courier carries a correction by Reuters, which is an agency: “{AGENCY_NOTE}”"


def test_an_agencys_text_that_is_later_or_a_second_agencys_is_not_where_it_is_from() -> None:
    agency = document("norlex", text(AGENCY_NOTE), 10, outlet="Reuters")
    found, derived = tie("norlex", "courier", agency, document("courier", text(AGENCY_NOTE), 8))
    assert found.basis is not DirectionBasis.CORRECTION
    one, other = (document(name, text(AGENCY_NOTE), outlet=outlet) for name, outlet in (("a", "Reuters"), ("b", "AFP")))
    found, derived = tie("a", "b", one, other)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_an_agency_that_was_out_when_another_had_the_notice_did_not_write_it_and_did_not_take_it() -> None:
    given = [
        document("herald", text(AGENCY_NOTE), modified=read_clock(at(8).isoformat())),
        document("norlex", text(AGENCY_NOTE), 9, outlet="Reuters"),
    ]
    found, derived = tie("herald", "norlex", *given)
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_the_first_time_that_each_made_a_change_counts() -> None:
    """Herald took its change back at 11 and made it again at 13."""
    herald = [
        seen(f"herald-{number}", text(words), hour)
        for number, (words, hour) in enumerate(((ERROR, 8), (RIGHT, 10), (ERROR, 11), (RIGHT, 13)))
    ]
    courier = followers(text(ERROR), text(RIGHT), (10.25, 10.75))[2:]
    assert tie("herald-1", "courier-2", *of_agency(herald), *courier)[1] == "courier-2"


def test_a_notice_under_a_blurb_shows_nothing() -> None:
    words = f"{ERROR}\n\n{NOTE}"
    herald = document("herald", words, modified=read_clock(at(8).isoformat()))
    found, derived = tie("herald", "courier", herald, document("courier", words, 9))
    assert (derived, found.reasons[1].code) == ("", "no_basis")


def test_one_outlets_two_articles_carry_nothing_over() -> None:
    given = [
        seen("herald-1", text(ERROR), 8),
        seen("herald-2", text(RIGHT), 10),
        seen("other-1", text(ERROR), 10.5, outlet="Herald"),
        seen("other-2", text(RIGHT), 11, outlet="Herald"),
    ]
    assert tie("herald-2", "other-2", *given)[0].basis is not DirectionBasis.CORRECTION


@pytest.mark.parametrize(
    "line",
    [
        NOTE,
        AGENCY_NOTE,
        "* An earlier version of this report said that 12 pilots were hurt.",
        "(Korrigiert im zweiten Absatz die Zahl der Verletzten auf 15)",
        "In einer früheren Fassung dieses Artikels war von 12 Lotsen die Rede.",
        "Rectificatif : le nombre de pilotes blessés à Halden est de 15 et non de 12.",
        "(Исправляет число пострадавших лоцманов во втором абзаце на 15)",
        "Sprostowanie: rannych pilotów było w Halden 15, a nie 12.",
        "Düzeltme: Halden'de yaralanan kılavuz sayısı 15'tir.",
        "更正：哈尔登受伤的引航员为十五人。",
    ],
)
def test_notices_of_many_languages_are_known(line: str) -> None:
    assert notes_of(text(line)) == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "An earlier version of the bill had 12 articles, the harbour office said.",
        "In einer früheren Version des Gesetzes standen 12 Artikel.",
        "The correction of the markets went on in Halden for 12 days.",
        f"{NOTE} {' '.join(OWN)}",  # a text without line breaks
    ],
)
def test_other_lines_are_no_notices(line: str) -> None:
    assert notes_of(text(line)) == ()
