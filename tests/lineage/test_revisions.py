"""Versions of one article: which pairs are, in what order, and what is said to have changed."""

import dataclasses
import datetime
import random
from typing import Any

import pytest

import lineage_prose as prose
from factory import article
from sayso.lineage.derive import LineageStage
from sayso.lineage.documents import Document, read_clock
from sayso.lineage.findings import Finding, find
from sayso.model import Article, Capture, Derivation
from sayso.settings import LineageSettings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import DerivationKind

PAGE = "https://herald.example/lock"
BRIEF = "The northern lock was shut before dawn. Four pilots were hurt."
HOUR = datetime.datetime(2031, 3, 4, 8, tzinfo=datetime.UTC)


def version(name: str, headline: str, text: str = BRIEF, **fields: Any) -> Document:
    fields.setdefault("url", PAGE)
    return Document(id=name, outlet="Herald", headline=headline, text=text, language="en", **fields)


def revision(*documents: Document) -> Finding | None:
    found = [one for one in find(documents, LineageSettings()).found if one.kind is DerivationKind.REVISION]
    return found[0] if found else None


def said(finding: Finding | None) -> dict[str, str]:
    assert finding
    return {reason.code: reason.detail for reason in finding.reasons}


def test_the_time_of_capture_orders_what_the_page_does_not() -> None:
    clock = read_clock("2031-03-04T08:00:00Z")
    old = version("v1", "Lock may be shut", published=clock, captured_at=HOUR)
    new = version("v0", "Lock shut", published=clock, captured_at=HOUR + datetime.timedelta(hours=1))
    found = revision(new, old)
    assert found
    assert found.directed
    assert said(found)["hedge_lost"] == "hedge in the headline: “may” was taken out"
    assert "captured at 2031-03-04T08:00:00+00:00" in said(found)["captured_in_order"]


def test_each_version_of_a_page_is_held_against_the_one_before_it() -> None:
    given = [
        version(f"v{n}", "Lock shut", BRIEF.replace("Four", number), captured_at=HOUR.replace(hour=9 + n))
        for n, number in enumerate(("Four", "Five", "Six", "Seven"))
    ]
    found = find(given, LineageSettings())
    ids = [tuple(found.documents[number].id for number in (one.derived, one.origin)) for one in found.found]
    assert sorted(ids) == [("v1", "v0"), ("v2", "v1"), ("v3", "v2")]
    assert {one.kind for one in found.found} == {DerivationKind.REVISION}


def test_a_pages_own_time_outweighs_the_time_of_capture() -> None:
    old = version("v1", "Lock shut", modified=read_clock("2031-03-04T08:00:00Z"), captured_at=HOUR.replace(hour=20))
    new = version("v2", "Lock open", modified=read_clock("2031-03-04T09:00:00Z"), captured_at=HOUR.replace(hour=19))
    found = find([old, new], LineageSettings())
    assert [found.documents[one.derived].id for one in found.found] == ["v2"]
    assert "captured_in_order" not in said(revision(old, new))


def test_two_times_of_one_field_are_in_one_zone_though_none_is_named() -> None:
    """Of two outlets such times would have to lie 26 hours apart."""
    clocks = [read_clock(f"2031-03-04T0{hour}:00:00") for hour in (8, 9)]
    old, new = (version(f"v{n}", "Lock shut", BRIEF + " So." * n, modified=clock) for n, clock in enumerate(clocks))
    found = revision(new, old)
    assert found
    assert found.directed
    assert found.reasons[0].evidence == ("v0", "v1")
    other = dataclasses.replace(clocks[1], basis="another field") if clocks[1] else None
    found = revision(dataclasses.replace(new, modified=other), old)
    assert found
    assert not found.directed


def test_a_moment_without_a_zone_is_one_on_one_site() -> None:
    clock = read_clock("2031-03-04T08:00:00")
    given = [version(f"v{n}", f"Lock {n}", url=f"{PAGE}-{n}", published=clock) for n in (1, 2)]
    detail = said(revision(*given))["one_article"]
    assert detail == "both stand on herald.example with the same time of publication, 2031-03-04T08:00:00"


def test_captures_of_one_moment_have_no_order() -> None:
    found = revision(*(version(name, f"Lock {name}", captured_at=HOUR) for name in ("a", "b")))
    assert found
    assert not found.directed


def test_without_an_order_nothing_is_gained_or_lost() -> None:
    words = said(revision(version("v1", "Lock shut, 12 hurt"), version("v2", "Lock may be shut, 15 hurt")))
    assert words["number_differs"] == "number in the headline: “12” in one version, “15” in the other"
    assert words["hedge_differs"] == "hedge in the headline: “may” in one version only"


def test_what_changed_in_a_brief_text_is_told_too() -> None:
    later = "The northern lock was shut before dawn. Three pilots were hurt, the harbour office said."
    words = said(
        revision(
            version("v1", "Lock shut", captured_at=HOUR),
            version("v2", "Lock shut", later, captured_at=HOUR.replace(hour=9)),
        )
    )
    assert words["number_changed"] == "number in the text: “Four” became “Three”"
    assert words["attribution_gained"] == "attribution in the text: “said” was added"
    assert "headline_changed" not in words


@pytest.mark.parametrize(
    ("headlines", "minutes", "expected"),
    [
        (("Lock shut", "Lock shut, say pilots"), (0, 30), True),  # alike in headline
        (("Lock shut", "Pilots left without a way"), (0, 0), True),  # alike in time
        (("Lock shut", "Mayor of Vale resigns"), (0, 30), False),  # the number may be that of a section
    ],
)
def test_a_number_in_the_address_needs_a_second_sign(
    headlines: tuple[str, str], minutes: tuple[int, int], expected: bool
) -> None:
    pair = [
        version(
            f"v{n}", headline, prose.sentence(random.Random(n)), url=f"{PAGE}-{n}-a83833",
            published=read_clock(f"2031-03-04T08:{minute:02}:00Z"),
        )
        for n, (headline, minute) in enumerate(zip(headlines, minutes, strict=True))
    ]  # fmt: skip
    assert (revision(*pair) is not None) is expected


def test_the_stage_takes_the_time_from_the_capture() -> None:
    captures = [
        Capture(
            source_digest=str(n), locator="", payload_digest="", media_type="text/html", charset="utf-8",
            charset_basis="declared", captured_at=HOUR + datetime.timedelta(days=n),
        )
        for n in range(2)
    ]  # fmt: skip
    articles = [
        article(BRIEF, headline=f"Lock shut {n}", capture_id=capture.id, url=PAGE, publisher="Herald")
        for n, capture in enumerate(captures)
    ]
    group = [*sorted(articles, key=lambda one: one.id), *sorted(captures, key=lambda one: one.id)]
    (link,) = of(LineageStage().run(WHOLE_CASE, group), Derivation)
    assert (link.derived_id, link.origin_id, link.directed) == (articles[1].id, articles[0].id, True)
    assert all(list(LineageStage().keys(one)) == [WHOLE_CASE] for one in group)
    assert set(LineageStage().reads) == {Article, Capture}
