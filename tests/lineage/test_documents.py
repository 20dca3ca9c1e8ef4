import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article
from sayso.lineage.documents import (
    canonical_url,
    from_article,
    from_row,
    lacks_zone,
    read_clock,
    surely_before,
    well_before,
)
from sayso.model import Block, Credit
from sayso.vocab import BlockRole, CreditKind


@pytest.mark.parametrize(
    "url",
    [
        "https://www.coast-herald.example/2031/lock/?utm_source=feed&fbclid=x",
        "http://coast-herald.example/2031/lock#top",
        "https://m.coast-herald.example/2031/lock/",
    ],
)
def test_one_page_has_one_address(url: str | None) -> None:
    assert canonical_url(url) == "coast-herald.example/2031/lock"


def test_a_query_that_names_the_page_is_kept() -> None:
    assert canonical_url("http://a.example/?b=2&a=1&ref=x") == "a.example?a=1&b=2"


@pytest.mark.parametrize("url", [None, "", "https://a.example/", "not an address", "http://[broken", "//"])
def test_front_pages_and_nonsense_have_none(url: str | None) -> None:
    assert canonical_url(url) is None


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        ("2031-03-04T10:00:00Z", "2031-03-04T10:01:00Z", True),
        ("2031-03-04T10:00:00+02:00", "2031-03-04T08:00:00Z", False),
        ("2031-03-04", "2031-03-04T23:00:00Z", False),
        ("2031-03-04", "2031-03-05", True),
        ("2031-03-04T10:00:00Z", "2031-03-04", False),
        ("yesterday", "2031-03-05", False),
        ("2031-03-04T10:00:00", "2031-03-04T11:00:00", False),  # in Suva it was ten when it was eleven in Lima
        ("2031-03-04T10:00:00", "2031-03-05T12:00:00", True),
        ("2031-03-04T10:00:00", "2031-03-05T11:59:00", False),
        ("2031-03-04T10:00:00", "2031-03-04T22:00:00Z", True),
        ("2031-03-04T10:00:00", "2031-03-04T21:59:00Z", False),
        ("2031-03-04T10:00:00Z", "2031-03-04T23:59:00", False),
        ("2031-03-04T10:00:00Z", "2031-03-05T01:00:00", True),
        ("2031-03-04", "2031-03-05T14:00:01", True),
        ("0001-01-01T10:00:00", "2031-03-05", False),
        (None, "2031-03-05", False),
    ],
)
def test_order_is_claimed_only_where_it_is_sure(left: str | None, right: str | None, before: bool) -> None:
    assert surely_before(read_clock(left), read_clock(right)) is before


def test_midnight_without_a_zone_is_how_a_day_is_written() -> None:
    clocks = [read_clock(f"2031-03-04{time}") for time in ("T10:00:00", "T00:00:00", "", "T10:00:00Z")]
    assert [clock and lacks_zone(clock) for clock in clocks] == [True, False, False, False]


def test_a_text_is_not_taken_over_within_minutes() -> None:
    clocks = [read_clock(f"2031-03-04T10:0{minutes}Z") for minutes in ("0:00", "4:59", "5:00")]
    assert not well_before(clocks[0], clocks[1])
    assert well_before(clocks[0], clocks[2])
    assert not well_before(clocks[2], clocks[0])


@given(st.text(max_size=30))
def test_any_string_is_a_clock_or_none(text: str) -> None:
    clock = read_clock(text)
    assert clock is None or clock.value.tzinfo is datetime.UTC


@given(st.datetimes(), st.datetimes())
def test_two_clocks_are_never_each_before_the_other(left: datetime.datetime, right: datetime.datetime) -> None:
    one, other = read_clock(left.isoformat()), read_clock(right.isoformat())
    assert not (surely_before(one, other) and surely_before(other, one))


def test_only_deck_body_and_captions_are_read() -> None:
    made = article("Body of it.\n\nSign up here.", headline="Lock shut")
    blocks = (*made.blocks[:2], Block(start=made.blocks[2].start, end=made.blocks[2].end, role=BlockRole.FURNITURE))
    made = article("Body of it.\n\nSign up here.", headline="Lock shut", name="b")
    document = from_article(made)
    assert "Lock shut" in "".join(made.text[a:b] for a, b in document.left_out)
    object.__setattr__(made, "blocks", blocks)
    left_out = "".join(made.text[a:b] for a, b in from_article(made).left_out)
    assert "Sign up here." in left_out
    assert "Body of it." not in left_out


def test_credit_lines_are_left_out() -> None:
    line = Credit(kind=CreditKind.WIRE, name="Norlex", start=0, end=10)
    assert (0, 10) in from_article(article("(Norlex) - The lock is shut.", credits=(line,))).left_out


def test_a_row_takes_what_it_is_given() -> None:
    row = {"id": 7, "text": "x", "outlet": " ", "published": 12, "headline": ["no"], "url": "http://a.example/x"}
    document = from_row(row)
    assert (document.id, document.outlet, document.published, document.headline) == ("7", None, None, None)
    assert document.name == "a.example"


@pytest.mark.parametrize("row", [{}, {"id": "a"}, {"text": "x"}, {"id": None, "text": "x"}, {"id": "a", "text": 3}])
def test_a_row_without_id_or_text_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="id and a text"):
        from_row(row)
