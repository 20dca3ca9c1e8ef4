"""Ids are fixed for good: these vectors must never change."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ids import content_id, encode
from sayso.model import Activity, Capture
from sayso.vocab import Manner

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)


def test_vectors() -> None:
    assert content_id("clm", ("a", 1, None)) == "clm_15de285375d933e142b768ffcdfc34d6"
    assert encode(("gov.uk", "x1")) == b"l14:s6:gov.uks2:x1"
    assert encode((None, True, 3, 1.5)) == b"l17:n0:b1:1i1:3f3:1.5"
    assert encode(Manner.DIRECT) == b"s6:direct"
    noon = datetime.datetime(2024, 5, 1, 14, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    assert encode(noon) == b"t25:2024-05-01T12:00:00+00:00"


def test_moving_a_letter_over_a_border_changes_the_id() -> None:
    assert content_id("x", ("gov.uk", "x1")) != content_id("x", ("gov", "uk.x1"))


@given(values, values)
def test_equal_encodings_mean_equal_values(left: object, right: object) -> None:
    if encode(left) == encode(right):
        assert repr(left) == repr(right)


def test_types_without_an_encoding_are_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        encode({1})


def test_identity_ignores_everything_else() -> None:
    one = Activity(stage="a", version="1", config_digest="")
    assert one.stamped("act_x").id == one.id
    assert dataclasses.replace(one, id="", version="2").id != one.id


def test_an_id_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Capture(
            id="cap_0", source_digest="", locator="", payload_digest="", media_type="", charset="", charset_basis=""
        )
