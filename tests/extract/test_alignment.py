"""Short passages that a page holds many times: each is found once, in next to no time."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.alignment import _Places, locate
from sayso.extract.labels import _closing
from sayso.vocab import BlockRole


def expected(starts: Sequence[int], cursor: int, used: set[int]) -> int | None:
    free = [start for start in starts if start not in used]
    return next((start for start in free if start >= cursor), free[-1] if free else None)


@given(st.lists(st.integers(0, 40), max_size=30), st.sets(st.integers(0, 19)))
def test_the_next_free_place_is_the_one_a_search_of_all_would_find(cursors: list[int], used: set[int]) -> None:
    places = _Places()
    for start in range(20):
        places.add(start * 2)
    taken = {2 * number for number in used}
    for cursor in cursors:
        found = places.free(cursor, lambda start, _: start in taken, 1)
        assert found == expected(places.starts, cursor, taken)
        if found is not None:
            taken.add(found)


def test_a_place_is_looked_at_once_however_often_its_passage_comes() -> None:
    looks = 0

    def is_used(start: int, _: int) -> bool:
        nonlocal looks
        looks += 1
        return start in taken

    places, taken = _Places(), set[int]()
    for start in range(1_000):
        places.add(start)
    while (found := places.free(500, is_used, 1)) is not None:
        taken.add(found)
    assert len(taken) == 1_000
    assert looks < 5_000


def test_a_page_of_one_line_again_and_again_is_located() -> None:
    found = locate(["hello there"] * 30, ["hello there"] * 40)
    assert sum(found.chosen.values()) == 60
    assert found.lost == []


@given(st.lists(st.sampled_from([BlockRole.BODY, BlockRole.CREDIT, BlockRole.FURNITURE]), max_size=30))
def test_the_line_that_closes_an_article_is_counted_right(roles: list[BlockRole]) -> None:
    lines = (BlockRole.CREDIT, BlockRole.FURNITURE)
    slow = [
        number
        for number in range(len(roles) // 2, len(roles))
        if roles[number] in lines and sum(role in lines for role in roles[number:]) * 2 >= len(roles) - number
    ]
    assert _closing(roles, lines) == slow
