"""Quotes cut so that what they are shown for stays in them."""

import pytest

from sayso.corroborate.quoted import clip, clip_around

WORDS = "the harbour master of Bergvik said in the evening that … containers of forty lay in the water off the pier"


@pytest.mark.parametrize("longest", [30, 40, 60, 80, 100])
@pytest.mark.parametrize("lead", ["", "As it was told again and again, ", "海" * 50, "海" * 50 + " "])
def test_what_a_quote_is_cut_around_stays_in_it(lead: str, longest: int) -> None:
    text = lead + WORDS
    at = text.index("…")
    cut = clip_around(text, at, at + 1, longest)
    assert "…" in cut.replace("[…]", "")
    assert len(cut) <= longest + len("[…]  […]")


def test_a_script_without_blanks_is_cut_at_its_length() -> None:
    assert clip("据 " + "海" * 300, 80) == "据 " + "海" * 78 + " […]"
    assert clip("one two three", 9) == "one two […]"
