import dataclasses
from typing import Any

import pytest

import lineage_prose as prose
from sayso.lineage.align import align, profile
from sayso.lineage.direction import Direction, direction
from sayso.lineage.documents import Document, read_clock
from sayso.lineage.shingles import words_of
from sayso.model import Credit
from sayso.vocab import CreditKind, DirectionBasis

EARLY, LATE = read_clock("2031-03-04T08:00:00Z"), read_clock("2031-03-04T09:30:00Z")
TEXT = prose.text(1)


def document(name: str, text: str = TEXT, **fields: Any) -> Document:
    return Document(id=name, outlet=name.title(), text=text, url=f"https://{name}.example/lock", **fields)


def credit(name: str, kind: CreditKind = CreditKind.WIRE) -> Credit:
    return Credit(kind=kind, name=name, start=0, end=12)


def way(left: Document, right: Document) -> Direction:
    one, other = words_of([left.text, right.text])
    return direction(left, right, align(profile(one, 5), profile(other, 5)))


def test_the_later_of_two_is_derived() -> None:
    found = way(document("courier", published=LATE), document("herald", published=EARLY))
    assert (found.derived, found.basis) == (0, DirectionBasis.EARLIER_CLOCK)
    assert "Herald was out earlier (2031-03-04T08:00:00Z)" in found.reason.detail


def test_a_declared_original_outweighs_the_clock() -> None:
    copy = document("courier", published=EARLY, credits=(credit("Herald", CreditKind.REPUBLICATION),))
    found = way(document("herald", published=LATE), copy)
    assert (found.derived, found.basis) == (1, DirectionBasis.DECLARED_ORIGINAL)
    assert f"“{TEXT[:12].strip()}”" in found.reason.detail


def test_a_hat_tip_is_a_credit_line() -> None:
    found = way(document("courier", credits=(credit("Herald", CreditKind.HAT_TIP),)), document("herald"))
    assert (found.derived, found.basis) == (0, DirectionBasis.CREDIT_LINE)


def test_two_that_credit_each_other_are_circular() -> None:
    found = way(document("courier", credits=(credit("Herald"),)), document("herald", credits=(credit("Courier"),)))
    assert (found.derived, found.reason.code) == (None, "circular_credit")


def test_a_link_shows_the_way_unless_the_clock_denies_it() -> None:
    linking = document("courier", links=("http://www.herald.example/lock/?utm_medium=x",))
    found = way(linking, document("herald"))
    assert (found.derived, found.basis) == (0, DirectionBasis.LINK)
    found = way(dataclasses.replace(linking, published=EARLY), document("herald", published=LATE))
    assert (found.derived, found.reason.code) == (None, "link_against_clock")


def test_the_first_reprinter_of_an_agency_is_not_the_origin() -> None:
    both = [document(n, published=t, credits=(credit("AP"),)) for n, t in (("courier", EARLY), ("herald", LATE))]
    found = way(*both)
    assert found.derived is None
    assert found.common


def test_an_earlier_text_without_the_credit_is_not_the_origin_either() -> None:
    found = way(document("courier", published=EARLY), document("herald", published=LATE, credits=(credit("Norlex"),)))
    assert found.derived is None
    assert found.common
    assert "without a credit" in found.reason.detail


def test_of_a_later_text_without_the_credit_only_the_clock_speaks() -> None:
    found = way(document("courier", published=LATE), document("herald", published=EARLY, credits=(credit("Norlex"),)))
    assert (found.derived, found.basis) == (0, DirectionBasis.EARLIER_CLOCK)
    assert "Herald itself credits Norlex" in found.reason.detail


def test_who_helped_with_a_report_is_not_its_origin() -> None:
    line = "The Gazette and Norlex contributed to this report"
    helped = Credit(kind=CreditKind.WIRE, name="Norlex", start=len(TEXT) + 2, end=len(TEXT) + 2 + len(line))
    copy = document("herald", f"{TEXT}\n\n{line}", published=LATE, credits=(helped,))
    found = way(document("courier", published=EARLY), copy)
    assert (found.derived, found.basis) == (1, DirectionBasis.EARLIER_CLOCK)


def test_the_agency_itself_is_the_origin() -> None:
    found = way(document("courier", published=EARLY, credits=(credit("Norlex"),)), document("norlex", published=LATE))
    assert (found.derived, found.basis) == (0, DirectionBasis.CREDIT_LINE)


def test_what_an_agency_put_out_later_is_not_the_origin_of_an_earlier_reprint() -> None:
    first = "\n\n".join(prose.paragraphs(1)[:5])
    update = document("norlex", first + "\n\n" + "\n\n".join(prose.paragraphs(2)), published=LATE)
    found = way(document("courier", first, published=EARLY, credits=(credit("Norlex"),)), update)
    assert (found.derived, found.common, found.reason.code) == (None, True, "credit_against_clock")


def test_credits_to_different_agencies_decide_nothing() -> None:
    found = way(document("courier", credits=(credit("AP"),)), document("herald", credits=(credit("AFP"),)))
    assert (found.derived, found.common, found.reason.code) == (None, False, "credits_differ")


def test_a_brief_that_names_its_agency_is_nobodys_by_clock() -> None:
    brief = "The northern lock was shut before dawn because the pumps failed, Ukrinform reports."
    found = way(document("courier", brief, published=EARLY), document("herald", brief, published=LATE))
    assert (found.derived, found.reason.code) == (None, "agency_in_text")


BLURB = "The northern lock was shut before dawn because the pumps failed, the harbour office said."


def test_the_clock_does_not_tell_whose_a_blurb_is() -> None:
    found = way(document("courier", BLURB, published=EARLY), document("herald", BLURB, published=LATE))
    assert (found.derived, found.reason.code) == (None, "same_brief")
    assert "Courier was out earlier" in found.reason.detail
    one = document("a", BLURB, published=EARLY), document("b", BLURB, published=LATE)
    same = [dataclasses.replace(each, outlet="Herald") for each in one]
    assert way(*same).derived == 1  # an outlet that repeats itself


def test_nobody_takes_a_text_over_in_no_time() -> None:
    soon = read_clock("2031-03-04T08:04:59Z")
    found = way(document("courier", published=EARLY), document("herald", published=soon))
    assert (found.derived, found.reason.code) == (None, "out_at_once")
    then = read_clock("2031-03-04T08:05:00Z")
    assert way(document("courier", published=EARLY), document("herald", published=then)).derived == 1


def test_without_clocks_a_long_text_inside_a_longer_one_is_its_copy() -> None:
    found = way(document("courier", "\n\n".join(prose.paragraphs(1)[:7])), document("herald"))
    assert (found.derived, found.basis) == (0, DirectionBasis.CONTAINMENT)


@pytest.mark.parametrize(("kept", "own", "derived"), [(0.86, 0, None), (0.84, 0, 0), (0.6, 60, 0), (0.65, 80, None)])
def test_a_shortened_copy_has_little_of_its_own_beside_what_the_longer_has_more(
    kept: float, own: int, derived: int | None
) -> None:
    """Of 400 words: sixty words cut off show a copy, unless it has half as many of its own."""
    words = TEXT.split()[:400]
    assert len(words) == 400
    copy = words[: int(400 * kept)] + prose.text(9).split()[:own]
    found = way(document("courier", " ".join(copy)), document("herald", " ".join(words)))
    assert found.derived == derived
    assert found.basis is (DirectionBasis.UNKNOWN if derived is None else DirectionBasis.CONTAINMENT)


def test_a_flash_is_not_taken_for_a_shortened_copy() -> None:
    found = way(document("courier", prose.paragraphs(1)[0]), document("herald"))
    assert (found.derived, found.basis) == (None, DirectionBasis.UNKNOWN)


@pytest.mark.parametrize("day", ["2031-03-04", None])
def test_without_a_sign_the_direction_is_unknown(day: str | None) -> None:
    found = way(document("courier", published=read_clock(day)), document("herald", published=read_clock(day)))
    assert (found.derived, found.basis) == (None, DirectionBasis.UNKNOWN)


def test_the_result_does_not_hang_on_which_is_left() -> None:
    pair = document("courier", published=LATE), document("herald", published=EARLY)
    assert way(*pair).derived == 0
    assert way(*reversed(pair)).derived == 1


NOTICE = "Correction: an earlier version of this Herald report gave the wrong number of barges."


@pytest.mark.parametrize(
    "notice",
    [
        NOTICE,
        "A previous version of this report by the Herald gave the wrong number.",
        "In einer früheren Fassung dieses Berichts von Herald stand eine falsche Zahl.",
        "En una versión anterior de esta nota de Herald se dio una cifra equivocada.",
        "В более ранней версии этого материала Herald была ошибка.",
    ],
)
def test_a_correction_of_the_other_that_is_printed_along_shows_the_copy(notice: str) -> None:
    found = way(document("courier", f"{TEXT}\n\n{notice}"), document("herald"))
    assert (found.derived, found.basis) == (0, DirectionBasis.CORRECTION)
    assert found.reason.detail == f"Courier carries a correction of Herald: “{notice}”"


@pytest.mark.parametrize(
    "notice",
    [
        "The law was amended in 2019, the Herald has reported.",
        "Eine frühere Version des Gutachtens liegt dem Herald vor.",
        "По предыдущей версии следствия, сообщает Herald, мост взорвали.",
        "An earlier version of this article wrongly said that the minister spoke to the Herald.",
        NOTICE.replace("Herald", "Gazette"),
        NOTICE.replace("this Herald report", "this Courier report on the Herald"),
        NOTICE.replace("Herald", "Heraldic"),
        NOTICE.replace("Herald", "Irish Herald"),
        NOTICE.replace("this Herald report", "this report by the Herald Tribune"),
    ],
)
def test_no_other_word_of_the_other_outlet_does(notice: str) -> None:
    found = way(document("courier", f"{TEXT}\n\n{notice}"), document("herald"))
    assert found.basis is not DirectionBasis.CORRECTION


def test_a_correction_that_both_print_or_of_an_earlier_text_shows_nothing() -> None:
    copy = document("courier", f"{TEXT}\n\n{NOTICE}", published=EARLY)
    assert way(copy, document("herald", published=LATE)).basis is DirectionBasis.EARLIER_CLOCK
    for other in (NOTICE, NOTICE.replace("Herald", "Courier")):
        both = document("herald", f"{TEXT}\n\n{other}")
        assert way(document("courier", f"{TEXT}\n\n{NOTICE}"), both).basis is not DirectionBasis.CORRECTION
