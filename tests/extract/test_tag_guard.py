"""Tags of countless attributes, wherever a parser might see them and we might not; and long tags that pages have."""

import pytest

from sayso.errors import RefusedError
from sayso.extract.tag_guard import check_tags

MANY = " ".join(f"a{number}=1" for number in range(1_500))
NAMES = " ".join(f"a{number}" for number in range(25_000))


@pytest.mark.parametrize(
    "page",
    [
        f"<p {MANY}>x</p>",
        f"<p/{NAMES.replace(' ', '/')}>x</p>",
        f"x</p {MANY}>",
        f"<svg><p {MANY}></svg>",
        f"<noscript><select><p {MANY}></select></noscript>",
        f"<title><p {MANY}></title>",
        f"<p {MANY}",
        f'<p x="<>" {MANY}',
        f"<!-- --!><p {MANY}>",
        f'<p "a=" {NAMES} ">x</p>',
        f'<p a"b=" {NAMES} ">x</p>',
    ],
)
def test_a_tag_of_countless_attributes_is_refused(page: str) -> None:
    with pytest.raises(RefusedError, match="attributes"):
        check_tags(f"<!doctype html><html><body>{page}")


@pytest.mark.parametrize(
    "page",
    [
        f'<div data-page="{"words of the whole article " * 9_000}">x</div>',
        "<p " + " ".join(f"a{number}=1" for number in range(60)) + ">x</p>" * 2_000,
        f"<script>if (a<b && {'c || ' * 5_000} d) {{}}</script>",
        f"<!-- <p {MANY}> -->",
        "<svg>" + "<path d='M 0 0'/>" * 2_000 + "</svg>",
    ],
)
def test_long_tags_that_pages_have_are_read(page: str) -> None:
    check_tags(f"<!doctype html><html><body>{page}")
